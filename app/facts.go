package app

import (
	"context"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract"
	"example.org/attache/store"
)

// factBatch is how many articles are read for their facts and kept at a time:
// a stop loses no more.
const factBatch = 32

// ReadFacts brings the facts that the library keeps of every article up to
// date: of articles that are new or changed, and of all where another build of
// the program read them. Searches for facts, Agreements and People rest on
// them. It may take long in a large library; what was read when it is stopped
// stays. progress, which may be nil, hears how far it is.
func (a *App) ReadFacts(ctx context.Context, progress func(done, total int)) error {
	if a.ReadOnly() {
		return nil
	}
	for done := 0; ; {
		ids, left, err := a.library().Unread(ctx, program(), factBatch)
		if err != nil {
			return a.failed(err)
		}
		if len(ids) == 0 {
			return nil
		}
		read, err := a.factsOf(ctx, ids)
		if err != nil {
			return err
		}
		if err := a.change(Event{Kind: FactsChanged, Articles: ids}, func(lib *store.Library) error {
			return lib.KeepFacts(ctx, program(), read)
		}); err != nil {
			return err
		}
		done += len(ids)
		if progress != nil {
			progress(done, done+left-len(ids))
		}
	}
}

// UnreadFacts returns of how many articles the facts are not read yet.
func (a *App) UnreadFacts(ctx context.Context) (int, error) {
	_, n, err := a.library().Unread(ctx, program(), 0)
	return n, a.failed(err)
}

// factsOf reads articles side by side.
func (a *App) factsOf(ctx context.Context, ids []briefing.ArticleID) ([]store.FactReading, error) {
	all := make([]store.FactReading, len(ids))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(min(a.options.MaxWorkers, runtime.NumCPU()))
	for i, id := range ids {
		g.Go(func() error {
			article, err := a.library().Article(ctx, id) // not kept in memory: all go by once
			if err != nil {
				return a.failed(err)
			}
			all[i] = factsIn(article, extract.Extract(article))
			return ctx.Err()
		})
	}
	return all, g.Wait()
}

// freshFacts are the facts of the articles of which a library that is only read
// keeps none that are up to date; nil of a library that is written to.
type freshFacts map[briefing.ArticleID]freshArticle

type freshArticle struct {
	published briefing.Date
	facts     []store.Fact
}

// eachFact hands on facts, of fresh articles those that were read on the way.
func (a *App) eachFact(ctx context.Context, q store.FactQuery, fresh freshFacts, each func(store.Fact) error) error {
	if len(fresh) == 0 {
		return a.failed(a.library().Facts(ctx, q, each))
	}
	var all []store.Fact
	if err := a.library().Facts(ctx, q, func(f store.Fact) error {
		if _, known := fresh[f.Article]; !known {
			all = append(all, f)
		}
		return nil
	}); err != nil {
		return a.failed(err)
	}
	for _, article := range fresh {
		for _, f := range article.facts {
			if slices.Contains(q.Kinds, f.Kind) {
				all = append(all, f)
			}
		}
	}
	slices.SortStableFunc(all, func(x, y store.Fact) int { return inOrder(x, y) })
	for _, f := range all {
		if err := each(f); err != nil {
			return err
		}
	}
	return nil
}

// namings returns who is named in all articles.
func (a *App) namings(ctx context.Context, fresh freshFacts) (*store.Namings, error) {
	n, err := a.library().Namings(ctx)
	if err != nil || len(fresh) == 0 {
		return n, a.failed(err)
	}
	n.Articles = slices.DeleteFunc(n.Articles, func(x store.ArticleNamings) bool { _, again := fresh[x.Article]; return again })
	for id, article := range fresh {
		if err := n.Add(store.ArticleNamings{Article: id, Published: article.published.String()}, article.facts); err != nil {
			return nil, err
		}
	}
	return n, nil
}

// readFresh reads the facts of the articles of a library that is only read and
// whose facts are not up to date.
func (a *App) readFresh(ctx context.Context) (freshFacts, error) {
	if !a.ReadOnly() {
		return nil, nil
	}
	ids, _, err := a.library().Unread(ctx, program(), 1<<30)
	if err != nil || len(ids) == 0 {
		return nil, a.failed(err)
	}
	readings, err := a.factsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	fresh := freshFacts{}
	for _, r := range readings {
		article, err := a.Article(ctx, r.Article)
		if err != nil {
			return nil, err
		}
		for i := range r.Facts {
			f := &r.Facts[i]
			f.Title, f.Outlet, f.File, f.Published = article.Title, article.Outlet, article.Source.Name, article.Published
		}
		fresh[r.Article] = freshArticle{article.Published, r.Facts}
	}
	return fresh, nil
}
