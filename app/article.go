package app

import (
	"context"
	"errors"

	"example.org/attache/briefing"
)

// ArticleDetails are changes to what is known of an article; nil leaves a
// detail as it is. What the file itself gave is kept beside.
type ArticleDetails struct {
	Title, Outlet, Byline, URL, Language *string
	Published                            *briefing.Date
}

// Article returns an article with the details the analyst set, or
// briefing.ErrNotFound. The value is shared: it must not be changed.
func (a *App) Article(ctx context.Context, id briefing.ArticleID) (*briefing.Article, error) {
	return nil, errors.ErrUnsupported
}

// Original returns the bytes of the file an article was read from.
func (a *App) Original(ctx context.Context, id briefing.ArticleID) ([]byte, error) {
	return nil, errors.ErrUnsupported
}

// SetDetails changes what is known of an article. Briefings that cite it are
// brought up to date as one edit each, which can be undone.
func (a *App) SetDetails(ctx context.Context, id briefing.ArticleID, d ArticleDetails) error {
	return errors.ErrUnsupported
}

// Tag adds tags to articles and takes others away.
func (a *App) Tag(ctx context.Context, ids []briefing.ArticleID, add, remove []string) error {
	return errors.ErrUnsupported
}

// Remove takes articles out of the library's lists. Their text stays, so that
// PutBack can undo it and briefings keep their sources.
func (a *App) Remove(ctx context.Context, ids []briefing.ArticleID) error {
	return errors.ErrUnsupported
}

// PutBack undoes Remove.
func (a *App) PutBack(ctx context.Context, ids []briefing.ArticleID) error {
	return errors.ErrUnsupported
}

// Findings returns what the rules find in an article. It is computed when
// first asked for and kept in memory.
func (a *App) Findings(ctx context.Context, id briefing.ArticleID) (briefing.Findings, error) {
	return briefing.Findings{}, errors.ErrUnsupported
}
