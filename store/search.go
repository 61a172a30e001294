package store

import (
	"context"
	"database/sql"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"example.org/attache/briefing"
)

// Sort is an order of articles.
type Sort string

// The orders.
const (
	ByRelevance Sort = ""          // best match first; where no words are searched, as BySaved
	ByPublished Sort = "published" // newest first, undated last
	BySaved     Sort = "saved"     // last added first
	ByTitle     Sort = "title"
	ByOutlet    Sort = "outlet"
)

// Request asks for a page of a search's results.
type Request struct {
	Query
	Sort   Sort
	Offset int
	Limit  int // at most 1000; 0 is 50
}

// Results is a page of a search's results.
type Results struct {
	Total int // articles that match, in all
	Rows  []Row
}

// Row is an article as lists show it.
type Row struct {
	ID        briefing.ArticleID `json:"id"`
	Title     string             `json:"title"` // "" if the file gave none
	Outlet    string             `json:"outlet"`
	Published briefing.Date      `json:"published"`
	SavedAt   time.Time          `json:"saved_at"`
	File      string             `json:"file"`
	Language  string             `json:"language"`
	Words     int                `json:"words"`
	Tags      []string           `json:"tags"`    // sorted
	Used      bool               `json:"used"`    // by a briefing that is not removed
	Snippet   Snippet            `json:"snippet"` // zero where no words are searched
}

// Search returns the articles that match, removed ones apart.
func (l *Library) Search(ctx context.Context, r Request) (Results, error) {
	if r.Limit <= 0 {
		r.Limit = 50
	}
	r.Limit, r.Offset = min(r.Limit, 1000), max(r.Offset, 0)
	var res Results
	var err error
	if r.match != "" && r.Sort == ByRelevance {
		// Counting and ranking go over the same lists and need not wait for
		// one another.
		g, ctx := errgroup.WithContext(ctx)
		g.Go(func() (err error) { res.Total, err = l.count(ctx, r.Query); return err })
		g.Go(func() (err error) { res.Rows, err = l.ranked(ctx, r); return err })
		err = g.Wait()
	} else if res.Total, err = l.count(ctx, r.Query); err == nil && r.Offset < res.Total {
		res.Rows, err = l.sorted(ctx, r, res.Total)
	}
	return res, explain("search", err)
}

// where returns the conditions on articles that q asks for, beside its words,
// and their parameters.
func (q Query) where() (conditions []string, args []any) {
	add := func(condition string, arg ...any) {
		conditions = append(conditions, condition)
		args = append(args, arg...)
	}
	if q.after != "" {
		add("a.published >= ?", q.after)
	}
	if q.before != "" {
		add("a.published <> '' AND a.published < ?", q.before)
	}
	for _, t := range q.tags {
		add("a.n IN (SELECT article FROM tags WHERE tag = ?)", t)
	}
	for _, t := range q.notTags {
		add("a.n NOT IN (SELECT article FROM tags WHERE tag = ?)", t)
	}
	if len(q.languages) > 0 {
		var any []string
		for _, l := range q.languages {
			any = append(any, "lower(a.language) = ? OR lower(a.language) LIKE ?")
			args = append(args, l, l+"-%")
		}
		conditions = append(conditions, "("+strings.Join(any, " OR ")+")")
	}
	if q.undated != nil {
		if *q.undated {
			add("a.published = ''")
		} else {
			add("a.published <> ''")
		}
	}
	if q.used != nil {
		not := ""
		if !*q.used {
			not = "NOT "
		}
		add(not + "EXISTS (SELECT 1 FROM uses WHERE article = a.n)")
	}
	if q.match == "" && q.not != "" {
		add("a.n NOT IN (SELECT rowid FROM search WHERE search MATCH ?)", q.not)
	}
	return conditions, args
}

// expression returns the FTS5 expression of the words, "" for none.
func (q Query) expression() string {
	if q.match != "" && q.not != "" {
		return "(" + q.match + ") NOT (" + q.not + ")"
	}
	return q.match
}

func (l *Library) count(ctx context.Context, q Query) (n int, err error) {
	conditions, args := q.where()
	query := "SELECT count(*) FROM search WHERE search MATCH ?"
	switch {
	case q.match == "":
		query = "SELECT count(*) FROM articles a WHERE " + and("a.removed = 0", conditions)
	case len(conditions) > 0:
		query += " AND +rowid IN (SELECT a.n FROM articles a WHERE " + and("a.removed = 0", conditions) + ")"
		args = append([]any{q.expression()}, args...)
	default:
		args = []any{q.expression()}
	}
	err = l.reader.QueryRowContext(ctx, query, args...).Scan(&n)
	return n, err
}

// ranked returns the rows whose words match best. The index sorts by rank and
// makes the snippets of the rows it gives out; asking for them apart would
// take twice the time.
func (l *Library) ranked(ctx context.Context, r Request) ([]Row, error) {
	conditions, more := r.where()
	args := []any{r.expression()}
	inner := "SELECT rowid AS n, " + snippetColumn + " AS snippet FROM search WHERE search MATCH ?"
	if len(conditions) > 0 {
		// The plus keeps SQLite from asking the index about one article at a
		// time.
		inner += " AND +rowid IN (SELECT a.n FROM articles a WHERE " + and("a.removed = 0", conditions) + ")"
		args = append(args, more...)
	}
	inner += " ORDER BY rank LIMIT ? OFFSET ?"
	args = append(args, r.Limit, r.Offset)
	rows, err := l.reader.QueryContext(ctx, "WITH found AS MATERIALIZED ("+inner+`)
		SELECT `+rowColumns+`, f.snippet FROM found f CROSS JOIN articles a ON a.n = f.n`, args...)
	return readRows(rows, err)
}

// orders are the ORDER BY of each Sort and the index that has that order.
var orders = map[Sort]struct{ by, index string }{
	ByRelevance: {"a.n DESC", "articles_saved"},
	BySaved:     {"a.n DESC", "articles_saved"},
	ByPublished: {"a.published DESC, a.n DESC", "articles_published"},
	ByTitle:     {"a.title COLLATE NOCASE, a.n", "articles_title"},
	ByOutlet:    {"a.outlet COLLATE NOCASE, a.n", "articles_outlet"},
}

// fewMatches is up to how many matches are sorted. For more, walking the index
// in order until enough of them are found is faster.
const fewMatches = 2000

// sorted returns rows in the order of one of their details. total is how many
// match.
func (l *Library) sorted(ctx context.Context, r Request, total int) ([]Row, error) {
	order, ok := orders[r.Sort]
	if !ok {
		order = orders[BySaved]
	}
	conditions, args := r.where()
	from := "articles a INDEXED BY " + order.index
	if r.match != "" {
		conditions = append(conditions, "a.n IN (SELECT rowid FROM search WHERE search MATCH ?)")
		args = append(args, r.expression())
		if total <= fewMatches {
			from = "articles a"
		}
	}
	// Two steps, so that skipping to a far page reads the index only.
	inner := "SELECT a.n FROM " + from + " WHERE " + and("a.removed = 0", conditions) + " ORDER BY " + order.by + " LIMIT ? OFFSET ?"
	args = append(args, r.Limit, r.Offset)
	rows, err := l.reader.QueryContext(ctx, "WITH found AS MATERIALIZED ("+inner+`)
		SELECT `+rowColumns+`, '' FROM found f CROSS JOIN articles a ON a.n = f.n`, args...)
	all, err := readRows(rows, err)
	if err != nil || r.match == "" {
		return all, err
	}
	return all, l.addSnippets(ctx, r.match, all)
}

const rowColumns = `a.id, a.title, a.outlet, a.published, a.saved_at, a.file, a.language, a.words,
	EXISTS (SELECT 1 FROM uses WHERE article = a.n),
	(SELECT group_concat(tag, char(31)) FROM (SELECT tag FROM tags WHERE article = a.n ORDER BY tag))`

func readRows(rows *sql.Rows, err error) ([]Row, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []Row
	for rows.Next() {
		var r Row
		var published, snippet string
		var saved int64
		var tags sql.NullString
		if err := rows.Scan(&r.ID, &r.Title, &r.Outlet, &published, &saved, &r.File, &r.Language, &r.Words, &r.Used, &tags, &snippet); err != nil {
			return nil, err
		}
		r.Published, _ = briefing.ParseISODate(published) // written from a Date
		r.SavedAt = millis(saved)
		if tags.String != "" {
			r.Tags = strings.Split(tags.String, "\x1f")
		}
		r.Snippet = readSnippet(snippet)
		all = append(all, r)
	}
	return all, rows.Err()
}

func and(first string, more []string) string {
	return strings.Join(append([]string{first}, more...), " AND ")
}
