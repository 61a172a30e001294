package app

import (
	"context"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// Sort is an order of articles.
type Sort = store.Sort

// The orders.
const (
	ByRelevance = store.ByRelevance // best match first; last added first where no words are searched
	ByPublished = store.ByPublished // newest first, undated last
	BySaved     = store.BySaved     // last added first
	ByTitle     = store.ByTitle
	ByOutlet    = store.ByOutlet
)

// Query asks for articles.
type Query struct {
	Text   string // what the person typed; see store.ParseQuery
	Sort   Sort
	Offset int
	Limit  int // rows wanted; 0 is 50
}

// Results is one page of the articles that match a query.
type Results struct {
	Total int   `json:"total"` // articles that match, in all
	Rows  []Row `json:"rows"`
	// Unread is how many articles a search about facts may lack, because what
	// they say is not read yet.
	Unread  int    `json:"unread,omitempty"`
	Suggest string `json:"suggest"` // the query with its spelling mended, where nothing was found; else ""
	// SuggestTotal is how many articles Suggest finds.
	SuggestTotal int `json:"suggest_total"`
}

// Row is an article as lists show it.
type Row = store.Row

// Snippet is a piece of an article's text with the words found.
type Snippet = store.Snippet

// QueryError says why a query cannot be understood.
type QueryError = store.QueryError

// SavedSearch is a query with a name.
type SavedSearch = store.SavedSearch

// TagCount is a tag and the number of articles that have it.
type TagCount = store.TagCount

// Search returns the articles that match q. A query that cannot be understood
// is a *QueryError, which says why and gives an example.
func (a *App) Search(ctx context.Context, q Query) (Results, error) {
	parsed, err := store.ParseQuery(q.Text)
	if err != nil {
		return Results{}, err
	}
	lib := a.library()
	found, err := lib.Search(ctx, store.Request{Query: parsed, Sort: q.Sort, Offset: q.Offset, Limit: q.Limit})
	if err != nil {
		return Results{}, a.failed(err)
	}
	res := Results{Total: found.Total, Rows: found.Rows}
	if parsed.AsksForFacts() {
		if res.Unread, err = a.UnreadFacts(ctx); err != nil {
			return res, err
		}
	}
	if res.Total > 0 || q.Text == "" {
		return res, nil
	}
	if res.Suggest, err = lib.Suggest(ctx, parsed); err != nil || res.Suggest == "" {
		return res, a.failed(err)
	}
	if parsed, err = store.ParseQuery(res.Suggest); err != nil {
		return res, err
	}
	if found, err = lib.Search(ctx, store.Request{Query: parsed, Limit: 1}); err != nil {
		return res, a.failed(err)
	}
	if res.SuggestTotal = found.Total; found.Total == 0 {
		res.Suggest = "" // each word is somewhere, but no article has them all
	}
	return res, nil
}

// AsksForFacts reports whether a query is about what was found in articles,
// which ReadFacts keeps.
func AsksForFacts(text string) bool {
	q, err := store.ParseQuery(text)
	return err == nil && q.AsksForFacts()
}

// matchingPage is how many rows Matching asks for at a time: as many as the
// store gives.
const matchingPage = 1000

// Matching returns every article that matches q, in its order; its offset and
// limit are passed over.
func (a *App) Matching(ctx context.Context, q Query) ([]briefing.ArticleID, error) {
	var ids []briefing.ArticleID
	q.Limit = matchingPage
	for {
		q.Offset = len(ids)
		res, err := a.Search(ctx, q)
		if err != nil {
			return nil, err
		}
		for _, r := range res.Rows {
			ids = append(ids, r.ID)
		}
		if len(res.Rows) == 0 || len(ids) >= res.Total {
			return ids, nil
		}
	}
}

// SavedSearches returns the saved searches, by name.
func (a *App) SavedSearches(ctx context.Context) ([]SavedSearch, error) {
	all, err := a.library().SavedSearches(ctx)
	return all, a.failed(err)
}

// SaveSearch keeps a query under a name, in place of one that has it. A query
// that cannot be understood is refused.
func (a *App) SaveSearch(ctx context.Context, s SavedSearch) error {
	if _, err := store.ParseQuery(s.Text); err != nil {
		return err
	}
	return a.change(Event{Kind: SearchesChanged}, func(lib *store.Library) error { return lib.SaveSearch(ctx, s) })
}

// DeleteSearch forgets a saved search.
func (a *App) DeleteSearch(ctx context.Context, name string) error {
	return a.change(Event{Kind: SearchesChanged}, func(lib *store.Library) error { return lib.DeleteSearch(ctx, name) })
}

// Tags returns every tag in use, sorted, and how many articles have it.
func (a *App) Tags(ctx context.Context) ([]TagCount, error) {
	all, err := a.library().Tags(ctx)
	return all, a.failed(err)
}
