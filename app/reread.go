package app

import (
	"context"
	"fmt"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/letters"
)

// Reading is how a file reads in one encoding.
type Reading = letters.Reading

// Readings returns how the file of an article reads in each encoding, those
// that all letters fit first.
func (a *App) Readings(ctx context.Context, id briefing.ArticleID) ([]Reading, error) {
	original, err := a.Original(ctx, id)
	if err != nil {
		return nil, err
	}
	return letters.Readings(original), nil
}

// Reread reads the file of an article once more, in the encoding. As a text
// never changes, that makes another article, which takes the place of the old
// one in the lists; the old one stays in them if a briefing rests on it. The
// event tells of the new one; its state is Same if both read alike.
// UndoReread undoes it.
func (a *App) Reread(ctx context.Context, id briefing.ArticleID, encoding string) (ImportEvent, error) {
	old, err := a.Article(ctx, id)
	if err != nil {
		return ImportEvent{}, err
	}
	original, err := a.Original(ctx, id)
	if err != nil {
		return ImportEvent{}, err
	}
	o := ImportOptions{Encoding: encoding}
	if old.Source.Parts > 0 {
		o.Parts = func(n int) bool { return n == old.Source.Part }
	}
	e, err := a.importBytes(ctx, old.Source.Name, original, o)
	if err != nil || e.Article == id {
		return e, err
	}
	users, err := a.library().UsedBy(ctx, id)
	if err != nil {
		return e, a.failed(err)
	}
	if e.Similar == id { // of course: it is the same file
		e.State, e.Similar, e.SimilarTo, e.Shared = Added, "", "", 0
	}
	if len(users) > 0 {
		return e, nil
	}
	return e, a.Remove(ctx, []briefing.ArticleID{id})
}

// UndoReread puts the article old back into the lists, and takes what Reread
// made of it out of them, unless it was there before.
func (a *App) UndoReread(ctx context.Context, old briefing.ArticleID, e ImportEvent) error {
	made := e.Article
	if old == made {
		return nil
	}
	if e.State == Same {
		return a.PutBack(ctx, []briefing.ArticleID{old})
	}
	users, err := a.library().UsedBy(ctx, made)
	if err != nil {
		return a.failed(err)
	}
	if len(users) > 0 {
		return fmt.Errorf("take back a reading that a briefing uses: %w", briefing.ErrConflict)
	}
	if err := a.PutBack(ctx, []briefing.ArticleID{old}); err != nil {
		return err
	}
	return a.Remove(ctx, []briefing.ArticleID{made})
}

// betterEncoding returns the encoding that the letters of a file speak for, if
// all of them fit it and it is not the one the file was read in; else "".
func betterEncoding(original []byte, read string) string {
	if all := letters.Readings(original); len(all) > 0 && all[0].Bad == 0 && all[0].Encoding != read {
		return all[0].Encoding
	}
	return ""
}
