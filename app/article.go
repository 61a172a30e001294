package app

import (
	"context"
	"fmt"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract"
	"example.org/attache/store"
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
	if article, ok := a.articles.get(id); ok {
		return article, nil
	}
	article, err := a.library().Article(ctx, id)
	if err != nil {
		return nil, a.failed(err)
	}
	a.articles.put(id, article, len(article.Text))
	return article, nil
}

// FindArticle returns the article whose id begins so; "sha256:" may be left
// out. None is briefing.ErrNotFound, several are briefing.ErrConflict.
func (a *App) FindArticle(ctx context.Context, begun string) (briefing.ArticleID, error) {
	id, err := a.library().FindArticle(ctx, begun)
	return id, a.failed(err)
}

// Original returns the bytes of the file an article was read from.
func (a *App) Original(ctx context.Context, id briefing.ArticleID) ([]byte, error) {
	b, err := a.library().Original(ctx, id)
	return b, a.failed(err)
}

// SetDetails changes what is known of an article. Briefings that cite it are
// brought up to date as one edit each, which can be undone.
func (a *App) SetDetails(ctx context.Context, id briefing.ArticleID, d ArticleDetails) error {
	if d.Language != nil && *d.Language != "" {
		code, err := languageCode(*d.Language)
		if err != nil {
			return err
		}
		d.Language = &code
	}
	lib := a.library()
	old, err := lib.Article(ctx, id)
	if err != nil {
		return a.failed(err)
	}
	changed := *old
	d.apply(&changed)
	if err := a.change(Event{Kind: ArticlesChanged, Articles: []briefing.ArticleID{id}}, func(lib *store.Library) error {
		err := lib.SetDetails(ctx, &changed)
		a.articles.drop(id)
		a.rows.drop(id)
		a.findings.drop(id) // relative days depend on the article's date
		return err
	}); err != nil {
		return err
	}
	users, err := lib.UsedBy(ctx, id)
	if err != nil {
		return a.failed(err)
	}
	for _, user := range users {
		b, err := a.Briefing(ctx, user)
		if err != nil {
			return err
		}
		if e, ok := citeAnew(b, &changed); ok {
			if _, err := a.Do(ctx, user, e); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d ArticleDetails) apply(a *briefing.Article) {
	for _, c := range []struct {
		field *string
		value *string
	}{{&a.Title, d.Title}, {&a.Outlet, d.Outlet}, {&a.Byline, d.Byline}, {&a.URL, d.URL}, {&a.Language, d.Language}} {
		if c.value != nil {
			*c.field = OneLine(*c.value)
		}
	}
	if d.Published != nil {
		a.Published = *d.Published
	}
}

// citeAnew returns the edit that has b cite the article as it is now, if that
// is a change.
func citeAnew(b briefing.Briefing, a *briefing.Article) (briefing.Edit, bool) {
	refs := append([]briefing.ArticleRef(nil), b.Articles...)
	changed := false
	for i, r := range refs {
		if r.ID != a.ID {
			continue
		}
		now := r
		now.Title, now.Outlet, now.Byline, now.URL, now.Language, now.Published = a.Title, a.Outlet, a.Byline, a.URL, a.Language, a.Published
		if now.Title != r.Title || now.Outlet != r.Outlet || now.Byline != r.Byline || now.URL != r.URL || now.Language != r.Language || now.Published != r.Published {
			refs[i], changed = now, true
		}
	}
	return briefing.Edit{Op: briefing.SetArticles, Name: "Article Details", Articles: refs}, changed
}

// SetLeftOut has the rules read a paragraph of an article, given by its index,
// or leave it out as none of its text. The text itself never changes.
// Briefings show what that finds when they are updated.
func (a *App) SetLeftOut(ctx context.Context, id briefing.ArticleID, paragraph int, out bool) error {
	article, err := a.library().Article(ctx, id)
	if err != nil {
		return a.failed(err)
	}
	if paragraph < 0 || paragraph >= len(article.Paragraphs) {
		return fmt.Errorf("paragraph %d of article %s: %w", paragraph+1, id, briefing.ErrNotFound)
	}
	kind := briefing.Body
	if out {
		kind = briefing.Furniture
	}
	article.Paragraphs[paragraph].Kind = kind
	return a.change(Event{Kind: ArticlesChanged, Articles: []briefing.ArticleID{id}}, func(lib *store.Library) error {
		err := lib.SetParagraphs(ctx, id, article.Paragraphs)
		a.articles.drop(id)
		a.rows.drop(id)
		a.findings.drop(id)
		return err
	})
}

// Tag adds tags to articles and takes others away.
func (a *App) Tag(ctx context.Context, ids []briefing.ArticleID, add, remove []string) error {
	return a.change(Event{Kind: ArticlesChanged, Articles: ids}, func(lib *store.Library) error {
		return lib.Tag(ctx, ids, add, remove)
	})
}

// Remove takes articles out of the library's lists. Their text stays, so that
// PutBack can undo it and briefings keep their sources.
func (a *App) Remove(ctx context.Context, ids []briefing.ArticleID) error {
	return a.change(Event{Kind: ArticlesRemoved, Articles: ids}, func(lib *store.Library) error {
		return lib.SetRemoved(ctx, ids, true)
	})
}

// PutBack undoes Remove.
func (a *App) PutBack(ctx context.Context, ids []briefing.ArticleID) error {
	return a.change(Event{Kind: ArticlesAdded, Articles: ids}, func(lib *store.Library) error {
		return lib.SetRemoved(ctx, ids, false)
	})
}

// Findings returns what the rules find in an article. It is computed when
// first asked for and kept in memory.
func (a *App) Findings(ctx context.Context, id briefing.ArticleID) (briefing.Findings, error) {
	if f, ok := a.findings.get(id); ok {
		return f, nil
	}
	article, err := a.Article(ctx, id)
	if err != nil {
		return briefing.Findings{}, err
	}
	f := extract.Extract(article)
	a.findings.put(id, f, 1)
	return f, nil
}

// sources are what lines are traced against: the library's articles.
func (a *App) sources(ctx context.Context) briefing.Sources {
	return briefing.Sources{
		Article: func(id briefing.ArticleID) *briefing.Article {
			article, err := a.Article(ctx, id)
			if err != nil {
				return nil
			}
			return article
		},
		Names: extract.Names,
	}
}
