package app

import (
	"context"
	"errors"

	"example.org/attache/briefing"
)

// BriefOptions say how to brief files without a library.
type BriefOptions struct {
	Title   string
	Date    briefing.Date // day the articles without a date of their own were published
	Marking string
	TLP     string
	Paper   string // "a4", "letter"
	Author  string
	AsOf    briefing.Date
}

// BriefFiles makes a briefing of files, without a library. It never stops at
// a bad file; the events tell what became of each, in the order given. It
// fails with briefing.ErrEmpty if no file could be read.
func BriefFiles(ctx context.Context, paths []string, o BriefOptions) (Session, []ImportEvent, error) {
	return Session{}, nil, errors.ErrUnsupported
}

// Session is a briefing and the articles it was made of, outside a library.
type Session struct {
	Briefing briefing.Briefing
	Articles []*briefing.Article
}

// Export is App.Export for a briefing outside a library.
func (s Session) Export(ctx context.Context, o ExportOptions) (ExportReport, error) {
	return ExportReport{}, errors.ErrUnsupported
}

// Bytes returns what Export would write, for standard output.
func (s Session) Bytes(ctx context.Context, o ExportOptions) ([]byte, ExportReport, error) {
	return nil, ExportReport{}, errors.ErrUnsupported
}
