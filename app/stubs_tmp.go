package app

import (
	"context"
	"errors"
	"fmt"

	"example.org/attache/briefing"
)

func (a *App) FindArticle(ctx context.Context, begun string) (briefing.ArticleID, error) {
	return "", errors.ErrUnsupported
}

func (a *App) ExportBytes(ctx context.Context, b briefing.Briefing, o ExportOptions) ([]byte, ExportReport, error) {
	return nil, ExportReport{}, errors.ErrUnsupported
}

var _ = fmt.Sprint

type WriteError struct {
	Path string
	Err  error
}

func (e *WriteError) Error() string { return fmt.Sprintf("write %s: %v", e.Path, e.Err) }
