package app

import (
	"cmp"
	"context"
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/copies"
)

// Comparison is two articles and the text they share.
type Comparison struct {
	A, B     *briefing.Article
	InA, InB []briefing.Span // what stands in both, in order
	Shared   float64         // part of the shorter one's words, 0 to 1
	OneStory bool            // they share enough to count as copies
	Same     bool            // they count as one origin
	Verdict  OriginVerdict   // the analyst's, if any
}

// Compare returns what two articles share.
func (a *App) Compare(ctx context.Context, x, y briefing.ArticleID) (Comparison, error) {
	var c Comparison
	var err error
	if c.A, err = a.Article(ctx, x); err != nil {
		return c, err
	}
	if c.B, err = a.Article(ctx, y); err != nil {
		return c, err
	}
	c.InA, c.InB = copies.Passages(c.A, c.B)
	c.Shared = copies.Shared(c.A, c.B)
	c.OneStory = c.Shared >= copies.SameStory
	c.Same, c.Verdict, err = a.Origin(ctx, x, y)
	return c, err
}

// Alike is an article that shares text with another.
type Alike struct {
	Article *briefing.Article
	Shared  float64 // part of the shorter one's words, 0 to 1
}

const (
	alikeLooked = 60   // candidates that are compared word for word
	alikeLeast  = 0.05 // unrelated articles on one subject share less
)

// FindAlike returns the articles of the library that share text with one, the
// most alike first.
func (a *App) FindAlike(ctx context.Context, id briefing.ArticleID) ([]Alike, error) {
	article, err := a.Article(ctx, id)
	if err != nil {
		return nil, err
	}
	candidates, err := a.library().Candidates(ctx, copies.Fingerprint(article), 1, alikeLooked)
	if err != nil {
		return nil, a.failed(err)
	}
	var all []Alike
	for _, c := range candidates {
		if c.Article == id {
			continue
		}
		other, err := a.Article(ctx, c.Article)
		if err != nil {
			return nil, err
		}
		if s := copies.Shared(article, other); s >= alikeLeast {
			all = append(all, Alike{other, s})
		}
	}
	slices.SortStableFunc(all, func(x, y Alike) int { return cmp.Compare(y.Shared, x.Shared) })
	return all, nil
}
