package app

import (
	"context"
	"errors"
	"time"

	"example.org/attache/briefing"
)

// Sort is an order of articles.
type Sort string

// The orders.
const (
	ByRelevance Sort = ""          // best match first; newest first where no words are searched
	ByPublished Sort = "published" // newest first, undated last
	BySaved     Sort = "saved"     // last added first
	ByTitle     Sort = "title"
	ByOutlet    Sort = "outlet"
)

// Query asks for articles.
type Query struct {
	// Text is what the person typed: words, "phrases", -not, and outlet:,
	// after:, before:, tag:, lang:, is:undated, is:unused.
	Text   string
	Sort   Sort
	Offset int
	Limit  int // rows wanted; 0 is 50
}

// Results is one page of the articles that match a query.
type Results struct {
	Total   int // articles that match, in all
	Rows    []Row
	Suggest string // the query with its spelling mended, where nothing was found; else ""
	// SuggestTotal is how many articles Suggest finds.
	SuggestTotal int
}

// Row is an article as lists show it.
type Row struct {
	ID        briefing.ArticleID
	Title     string // "" if the file gave none; show File
	Outlet    string
	Published briefing.Date
	SavedAt   time.Time
	File      string
	Language  string
	Words     int
	Tags      []string // sorted
	Used      bool     // in at least one briefing
	Snippet   Snippet
}

// Snippet is a piece of an article's text with the words found.
type Snippet struct {
	Text  string
	Marks []briefing.Span // of Text
}

// Search returns the articles that match q. A query that cannot be understood
// is a *QueryError, which says why and gives an example.
func (a *App) Search(ctx context.Context, q Query) (Results, error) {
	return Results{}, errors.ErrUnsupported
}

// SavedSearch is a query with a name.
type SavedSearch struct {
	Name string
	Text string
}

// SavedSearches returns the saved searches by name.
func (a *App) SavedSearches(ctx context.Context) ([]SavedSearch, error) {
	return nil, errors.ErrUnsupported
}

// SaveSearch keeps a query under a name, in place of one that has it.
func (a *App) SaveSearch(ctx context.Context, s SavedSearch) error { return errors.ErrUnsupported }

// DeleteSearch forgets a saved search.
func (a *App) DeleteSearch(ctx context.Context, name string) error { return errors.ErrUnsupported }

// Tags returns every tag in use, sorted, and how many articles have it.
func (a *App) Tags(ctx context.Context) ([]TagCount, error) { return nil, errors.ErrUnsupported }

// TagCount is a tag and the number of articles that have it.
type TagCount struct {
	Tag      string
	Articles int
}
