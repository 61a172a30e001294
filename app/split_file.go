package app

import (
	"context"
	"fmt"

	"example.org/attache/briefing"
)

// Unsplit is a file that was taken apart and is one article again.
type Unsplit struct {
	Whole ImportEvent          // the article that the file is now
	Parts []briefing.ArticleID // those taken out of the lists
}

// Unsplit has a file that was taken apart be one article: where the program
// saw articles that are none. events are those of its articles, or some of
// them. Articles that a briefing uses stay. A file that holds files, such as an
// archive or a mailbox, cannot be one article: that is briefing.ErrUnsupported.
func (a *App) Unsplit(ctx context.Context, events []ImportEvent) (Unsplit, error) {
	var u Unsplit
	if len(events) == 0 {
		return u, fmt.Errorf("articles of the file: %w", briefing.ErrNotFound)
	}
	one, err := a.Article(ctx, events[0].Article)
	if err != nil {
		return u, err
	}
	original, err := a.Original(ctx, events[0].Article)
	if err != nil {
		return u, err
	}
	if u.Whole, err = a.importBytes(ctx, one.Source.Name, original, ImportOptions{Anyway: true, Whole: true}); err != nil {
		return u, err
	}
	if u.Whole.Parts > 0 {
		return u, &FileError{one.Source.Name, fmt.Errorf("%w: it holds files, which are articles of their own", briefing.ErrUnsupported)}
	}
	for _, e := range events {
		users, err := a.library().UsedBy(ctx, e.Article)
		if err != nil {
			return u, a.failed(err)
		}
		if len(users) == 0 && e.Article != u.Whole.Article {
			u.Parts = append(u.Parts, e.Article)
		}
	}
	if u.Whole.State == Similar { // of course: it is the same text
		u.Whole.State, u.Whole.Similar, u.Whole.SimilarTo, u.Whole.Shared = Added, "", "", 0
	}
	return u, a.Remove(ctx, u.Parts)
}

// UndoUnsplit takes a file apart again, as it was before Unsplit.
func (a *App) UndoUnsplit(ctx context.Context, u Unsplit) error {
	if err := a.PutBack(ctx, u.Parts); err != nil {
		return err
	}
	return a.UndoImport(ctx, ImportReport{Events: []ImportEvent{u.Whole}})
}
