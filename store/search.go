package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"
	"time"

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

// Search returns the articles that match, removed ones apart. Words that more
// than 10,000 articles have are not ranked: last saved comes first then.
func (l *Library) Search(ctx context.Context, r Request) (Results, error) {
	if r.Limit <= 0 {
		r.Limit = 50
	}
	r.Limit, r.Offset = min(r.Limit, 1000), max(r.Offset, 0)
	res, err := l.search(ctx, r)
	return res, explain("search", err)
}

// What a search costs depends on how many articles have its words, and that
// is quick to count.
const (
	// rankedMatches is up to how many matches are ranked. A word that is in
	// more tells little about any one of them, and ranking 100,000 takes most
	// of a second.
	rankedMatches = 10000
	// fewMatches is up to how many matches are looked at one by one: a
	// millisecond for 400. For more it is faster to list what passes the
	// filters, or to walk an index in order, and compare.
	fewMatches = 2000
)

func (l *Library) search(ctx context.Context, r Request) (res Results, err error) {
	f := found{Request: r}
	if f.match == "" {
		return l.listed(ctx, f)
	}
	return l.matching(ctx, f)
}

// listed is a search without words.
func (l *Library) listed(ctx context.Context, f found) (res Results, err error) {
	conditions, args := f.where()
	count := "SELECT count(*) FROM articles a WHERE " + and("a.removed = 0", conditions)
	if len(conditions) == 0 {
		// To count a whole table SQLite does not look into its rows.
		count = "SELECT (SELECT count(*) FROM articles) - (SELECT count(*) FROM articles WHERE removed = 1)"
	}
	if res.Total, err = l.count(ctx, count, args); err != nil || f.Offset >= res.Total {
		return res, err
	}
	res.Rows, err = l.sorted(ctx, f)
	return res, err
}

// matching is a search of words. What takes long is to walk through the places
// of common words, and of all that begin as a word only begun, so that is done
// once where it can be.
func (l *Library) matching(ctx context.Context, f found) (res Results, err error) {
	conditions, _ := f.where()
	byIndex := f.Sort == ByRelevance || f.Sort == BySaved
	if byIndex && len(conditions) == 0 {
		if f.begun() {
			return l.begun(ctx, f)
		}
		if f.manyWords() {
			if res, whole, err := l.few(ctx, f); err != nil || whole {
				return res, err
			}
		}
	}
	if f.matches, err = l.count(ctx, "SELECT count(*) FROM search WHERE search MATCH ?", []any{f.expression()}); err != nil || f.matches == 0 {
		return res, err
	}
	if byIndex && f.matches <= fewMatches {
		res, _, err = l.few(ctx, f)
		return res, err
	}
	res.Total = f.matches
	if len(conditions) > 0 {
		filter, args := f.filter()
		res.Total, err = l.count(ctx, "SELECT count(*) FROM search WHERE search MATCH ?"+filter, append([]any{f.expression()}, args...))
	}
	switch {
	case err != nil || f.Offset >= res.Total:
	case f.ranked():
		res.Rows, err = l.inOrder(ctx, f, "rank")
	case byIndex:
		res.Rows, err = l.inOrder(ctx, f, "rowid DESC")
	default:
		res.Rows, err = l.sorted(ctx, f)
	}
	return res, err
}

// ranked reports whether the best match comes first.
func (f found) ranked() bool { return f.Sort == ByRelevance && f.matches <= rankedMatches }

// begun is a search of words of which one may be only begun, by rank or last
// saved first. The index brings all words that begin so together before it gives
// the first match, and that takes longest: the matches are read, not counted
// and then looked for.
func (l *Library) begun(ctx context.Context, f found) (res Results, err error) {
	rare, err := l.rare(ctx, f.Query)
	if err != nil {
		return res, err
	}
	if rare {
		res, _, err = l.few(ctx, f)
		return res, err
	}
	all, err := l.hits(ctx, f, "0", -1)
	f.matches, res.Total = len(all), len(all)
	switch {
	case err != nil:
	case f.ranked() && f.matches <= fewMatches:
		res, _, err = l.few(ctx, f)
	case f.ranked():
		res.Rows, err = l.inOrder(ctx, f, "rank")
	default:
		res.Rows, err = l.rowsOf(ctx, f, f.page(all))
	}
	return res, err
}

// rare reports whether one of the words that all must be there is known to be
// in few articles. That is quick to count for a word that is not only begun.
func (l *Library) rare(ctx context.Context, q Query) (bool, error) {
	for _, word := range q.must {
		if strings.Contains(word, "*") {
			continue
		}
		n, err := l.count(ctx, "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)", []any{word, fewMatches + 1})
		if err != nil || n <= fewMatches {
			return err == nil, err
		}
	}
	return false, nil
}

// few is a search that walks the index once and sorts what it finds. It is not
// whole, and says so, if there are more matches than that pays for.
func (l *Library) few(ctx context.Context, f found) (res Results, whole bool, err error) {
	rank := "0"
	if f.Sort == ByRelevance {
		rank = "rank"
	}
	all, err := l.hits(ctx, f, rank, fewMatches+1)
	if err != nil || len(all) > fewMatches {
		return res, false, err
	}
	slices.SortFunc(all, func(x, y hit) int {
		if f.Sort == ByRelevance {
			return cmp.Or(cmp.Compare(x.rank, y.rank), cmp.Compare(x.n, y.n)) // the best rank is the least
		}
		return cmp.Compare(y.n, x.n)
	})
	res.Total = len(all)
	res.Rows, err = l.rowsOf(ctx, f, f.page(all))
	return res, true, err
}

// hits reads which articles match, last saved first, and an expression of their
// rank; at most limit of them, or all if that is negative.
func (l *Library) hits(ctx context.Context, f found, rank string, limit int) (all []hit, err error) {
	filter, more := f.filter()
	rows, err := l.reader.QueryContext(ctx, "SELECT rowid, "+rank+" FROM search WHERE search MATCH ?"+filter+" ORDER BY rowid DESC LIMIT ?",
		append(append([]any{f.expression()}, more...), limit)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var h hit
		if err := rows.Scan(&h.n, &h.rank); err != nil {
			return nil, err
		}
		all = append(all, h)
	}
	return all, rows.Err()
}

// page are the hits asked for.
func (r Request) page(all []hit) []hit {
	return all[min(r.Offset, len(all)):min(r.Offset+r.Limit, len(all))]
}

// hit is an article that has the words, and its rank.
type hit struct {
	n    int64
	rank float64
}

// rowsOf returns the rows of articles, in their order.
func (l *Library) rowsOf(ctx context.Context, f found, hits []hit) ([]Row, error) {
	if len(hits) == 0 {
		return nil, nil
	}
	numbers := make([]int64, len(hits))
	for i, h := range hits {
		numbers[i] = h.n
	}
	list, err := json.Marshal(numbers)
	if err != nil {
		return nil, err
	}
	rows, err := l.ask(ctx, f.rows("json_each(?)", "value")+" ORDER BY f.key", string(list))
	return f.readRows(rows, err)
}

// found is a request and how many articles have its words, whatever its other
// conditions.
type found struct {
	Request
	matches int
}

func (l *Library) count(ctx context.Context, query string, args []any) (n int, err error) {
	err = l.reader.QueryRowContext(ctx, query, args...).Scan(&n)
	return n, err
}

// where returns the conditions on articles that q asks for, beside its words,
// and their parameters.
func (q Query) where() (conditions []string, args []any) {
	for _, c := range q.conditions {
		conditions = append(conditions, c.sql)
		args = append(args, c.args...)
	}
	if q.match == "" && q.not != "" {
		conditions = append(conditions, "a.n NOT IN (SELECT rowid FROM search WHERE search MATCH ?)")
		args = append(args, q.not)
	}
	return conditions, args
}

// manyWords reports whether the words have to be found together: how many
// articles have them is not known before each place of them was looked at.
func (q Query) manyWords() bool { return strings.Contains(q.expression(), " ") }

// begun reports whether one of the words may be only begun.
func (q Query) begun() bool { return strings.Contains(q.match, "*") }

// expression returns the FTS5 expression of the words, "" for none.
func (q Query) expression() string {
	if q.match != "" && q.not != "" {
		return "(" + q.match + ") NOT (" + q.not + ")"
	}
	return q.match
}

// filter returns the conditions beside the words as further ones of a query
// of the index.
func (f found) filter() (string, []any) {
	conditions, args := f.where()
	if len(conditions) == 0 {
		return "", nil
	}
	if f.matches <= fewMatches {
		return " AND EXISTS (SELECT 1 FROM articles a WHERE a.n = search.rowid AND " + and("a.removed = 0", conditions) + ")", args
	}
	// The plus keeps SQLite from asking the index about one article at a time.
	return " AND +rowid IN (SELECT a.n FROM articles a WHERE " + and("a.removed = 0", conditions) + ")", args
}

// inOrder returns rows in an order that the index itself can give: by rank, or
// by rowid.
func (l *Library) inOrder(ctx context.Context, f found, order string) ([]Row, error) {
	filter, more := f.filter()
	args := append([]any{f.expression()}, more...)
	args = append(args, f.Limit, f.Offset)
	rows, err := l.reader.QueryContext(ctx, "WITH found AS MATERIALIZED (SELECT rowid AS n FROM search WHERE search MATCH ?"+filter+
		" ORDER BY "+order+" LIMIT ? OFFSET ?) "+f.rows("found", "n"), args...)
	return f.readRows(rows, err)
}

// orders are the ORDER BY of each Sort and the index that has that order.
var orders = map[Sort]struct{ by, index string }{
	ByRelevance: {"a.n DESC", "articles_saved"},
	BySaved:     {"a.n DESC", "articles_saved"},
	ByPublished: {"a.published DESC, a.n DESC", "articles_published"},
	ByTitle:     {"a.title COLLATE NOCASE, a.n", "articles_title"},
	ByOutlet:    {"a.outlet COLLATE NOCASE, a.n", "articles_outlet"},
}

// sorted returns rows in the order of one of their details.
func (l *Library) sorted(ctx context.Context, r found) ([]Row, error) {
	order, ok := orders[r.Sort]
	if !ok {
		order = orders[BySaved]
	}
	conditions, args := r.where()
	from := "articles a INDEXED BY " + order.index
	if r.match != "" {
		conditions = append(conditions, "a.n IN (SELECT rowid FROM search WHERE search MATCH ?)")
		args = append(args, r.expression())
		if r.matches <= fewMatches {
			from = "articles a"
		}
	}
	// Two steps, so that skipping to a far page reads the index only.
	inner := "SELECT a.n FROM " + from + " WHERE " + and("a.removed = 0", conditions) + " ORDER BY " + order.by + " LIMIT ? OFFSET ?"
	args = append(args, r.Limit, r.Offset)
	rows, err := l.reader.QueryContext(ctx, "WITH found AS MATERIALIZED ("+inner+") "+r.rows("found", "n"), args...)
	return r.readRows(rows, err)
}

// rows returns the query of what readRows reads of the articles whose numbers
// are a column of a table. CROSS JOIN has SQLite go through those in their
// order. The text is read only where a snippet is to be cut out of it.
func (q Query) rows(table, column string) string {
	text, texts := "NULL", ""
	if len(q.marks) > 0 {
		text, texts = "t.packed", " CROSS JOIN texts t ON t.n = a.n"
	}
	return `SELECT a.id, a.title, a.outlet, a.published, a.saved_at, a.file, a.language, a.words,
		EXISTS (SELECT 1 FROM uses WHERE article = a.n),
		(SELECT group_concat(tag, char(31)) FROM (SELECT tag FROM tags WHERE article = a.n ORDER BY tag)), ` + text +
		" FROM " + table + " f CROSS JOIN articles a ON a.n = f." + column + texts
}

func (q Query) readRows(rows *sql.Rows, err error) ([]Row, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []Row
	snippets := snipper{marks: q.marks}
	var packed sql.RawBytes
	for rows.Next() {
		var r Row
		var published string
		var saved int64
		var tags sql.NullString
		if err := rows.Scan(&r.ID, &r.Title, &r.Outlet, &published, &saved, &r.File, &r.Language, &r.Words, &r.Used, &tags, &packed); err != nil {
			return nil, err
		}
		if packed != nil {
			if r.Snippet, err = snippets.of(packed); err != nil {
				return nil, err
			}
		}
		r.Published, _ = briefing.ParseISODate(published) // written from a Date
		r.SavedAt = millis(saved)
		if tags.String != "" {
			r.Tags = strings.Split(tags.String, "\x1f")
		}
		all = append(all, r)
	}
	return all, rows.Err()
}

func and(first string, more []string) string {
	return strings.Join(append([]string{first}, more...), " AND ")
}
