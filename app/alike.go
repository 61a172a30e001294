package app

import (
	"cmp"
	"context"
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/copies"
	"example.org/attache/store"
)

// compared is with how many candidates a new article is compared word for
// word: copies of one story have most of their marks in common, so the right
// one is among the first.
const compared = 5

// match is the article that another shares most text with, if any.
type match struct {
	article briefing.ArticleID
	shared  float64
}

// alike finds for each of a batch of new articles the one, in the library or
// before it in the batch, that it shares most of its text with. The answer
// does not depend on where one batch ends and the next begins.
func (a *App) alike(ctx context.Context, batch []store.NewArticle, rows []copies.Rows) ([]match, error) {
	found := make([]match, len(batch))
	known, err := a.known(ctx, batch)
	if err != nil {
		return nil, err
	}
	for i, article := range batch {
		if known[article.ID] {
			continue // nobody asks
		}
		candidates, err := a.library().Candidates(ctx, article.Fingerprint, leastCommon(article.Fingerprint), compared+1)
		if err != nil {
			return nil, a.failed(err)
		}
		near := map[briefing.ArticleID]copies.Rows{} // of the batch
		for k, earlier := range batch[:i] {
			if n := common(article.Fingerprint, earlier.Fingerprint); n >= leastCommon(article.Fingerprint) && near[earlier.ID] == nil {
				near[earlier.ID] = rows[k]
				candidates = append(candidates, store.Candidate{Article: earlier.ID, Common: n, Words: len(rows[k])})
			}
		}
		candidates = slices.DeleteFunc(candidates, func(c store.Candidate) bool { return c.Article == article.ID })
		slices.SortStableFunc(candidates, func(x, y store.Candidate) int { return cmp.Compare(y.Common, x.Common) })
		for _, c := range candidates[:min(len(candidates), compared)] {
			if !copies.MayCopy(c.Common, min(len(rows[i]), c.Words)) {
				continue
			}
			other := near[c.Article]
			if other == nil {
				if other, err = a.rowsOf(ctx, c.Article); err != nil {
					return nil, err
				}
			}
			if s := rows[i].Shared(other); s >= copies.SameStory && s > found[i].shared {
				found[i] = match{c.Article, s}
			}
		}
	}
	return found, nil
}

// rowsOf returns the rows of an article. What was compared last is at hand:
// follow-ups come close to one another, and a text takes longer to read than
// to compare.
func (a *App) rowsOf(ctx context.Context, id briefing.ArticleID) (copies.Rows, error) {
	if rows, ok := a.rows.get(id); ok {
		return rows, nil
	}
	article, err := a.library().Article(ctx, id)
	if err != nil {
		return nil, a.failed(err)
	}
	rows := copies.RowsOf(article)
	a.rows.put(id, rows, len(rows))
	return rows, nil
}

// leastCommon is how many marks a copy has in common with an article at least.
// A short text has its sixteen least marks, of which a longer copy may have few;
// of the rest a copy has most, and a footer that is on every page of an outlet
// shares one.
func leastCommon(fingerprint []uint64) int {
	if len(fingerprint) <= copies.MinFingerprint {
		return 1
	}
	return 2
}

// known returns which articles of a batch are in the library already.
func (a *App) known(ctx context.Context, batch []store.NewArticle) (map[briefing.ArticleID]bool, error) {
	ids := make([]briefing.ArticleID, len(batch))
	for i, article := range batch {
		ids[i] = article.ID
	}
	known, err := a.library().Known(ctx, ids)
	return known, a.failed(err)
}

// common counts the marks that two fingerprints share. Both are sorted.
func common(x, y []uint64) (n int) {
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] == y[j]:
			n, i, j = n+1, i+1, j+1
		case x[i] < y[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// origins groups articles that copy one another, but for what the analyst says
// of them: equal numbers, from 1, are one origin. Two articles that were said
// to be separate are never joined, not by way of a third either.
func origins(articles []*briefing.Article, v verdicts) []int {
	marks := make([][]uint64, len(articles))
	origin := make([]int, len(articles))
	for i, a := range articles {
		marks[i], origin[i] = copies.Fingerprint(a), i+1
	}
	join := func(i, j int) {
		from, to := max(origin[i], origin[j]), min(origin[i], origin[j])
		for x := range origin {
			for y := range origin {
				if origin[x] == from && origin[y] == to && v.on(articles[x].ID, articles[y].ID) == OriginSeparate {
					return
				}
			}
		}
		for k := range origin {
			if origin[k] == from {
				origin[k] = to
			}
		}
	}
	for _, said := range []bool{true, false} { // what was said first
		for i := range articles {
			for j := range i {
				switch {
				case origin[i] == origin[j]:
				case said && v.on(articles[i].ID, articles[j].ID) == OriginSame:
					join(i, j)
				case !said && common(marks[i], marks[j]) > 0 && copies.Shared(articles[i], articles[j]) >= copies.SameStory:
					join(i, j)
				}
			}
		}
	}
	return origin
}

// nameOf is what an article is called in a message: its title, or its file.
func nameOf(a *briefing.Article) string {
	if a.Title != "" {
		return a.Title
	}
	return a.Source.Name
}
