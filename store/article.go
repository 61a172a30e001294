package store

import (
	"bytes"
	"compress/gzip"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"example.org/attache/briefing"
)

// NewArticle is an article to be added.
type NewArticle struct {
	*briefing.Article
	Original    []byte   // the bytes of its file; nil if there was none
	Fingerprint []uint64 // to find articles that share its text
	Reader      string   // what read the whole of its file, to know the file again; "" if that is not to be
	Tags        []string
}

// AddState is what Add made of an article.
type AddState int

// The states of an added article.
const (
	IsNew      AddState = iota
	WasThere            // its text is in the library already; nothing was changed
	IsReturned          // its text was removed once, and is in the lists again
)

// details are what can be corrected about an article.
type details struct {
	Title     string        `json:"title,omitempty"`
	Outlet    string        `json:"outlet,omitempty"`
	Byline    string        `json:"byline,omitempty"`
	URL       string        `json:"url,omitempty"`
	Language  string        `json:"language,omitempty"`
	Published briefing.Date `json:"published,omitzero"`
}

// Add adds articles in one transaction and returns what became of each.
func (l *Library) Add(ctx context.Context, articles []NewArticle) ([]AddState, error) {
	states, numbers := make([]AddState, len(articles)), make([]int64, len(articles))
	err := l.write(ctx, "add articles", func(tx *sql.Tx) error {
		p := prepare(tx)
		var fresh []marked
		for i, a := range articles {
			var err error
			if states[i], numbers[i], err = l.add(ctx, p, a); err != nil {
				return err
			}
			if states[i] == IsNew {
				fresh = append(fresh, marked{numbers[i], a.Fingerprint})
			}
		}
		if err := addMarks(ctx, p, fresh); err != nil {
			return err
		}
		return noteTaken(ctx, p, articles, numbers)
	})
	if err != nil {
		return nil, err
	}
	return states, nil
}

// add adds one article but for its marks.
func (l *Library) add(ctx context.Context, tx executor, a NewArticle) (AddState, int64, error) {
	var n int64
	var removed bool
	err := tx.QueryRowContext(ctx, "SELECT n, removed FROM articles WHERE id = ?", a.ID).Scan(&n, &removed)
	switch {
	case err == nil && !removed:
		return WasThere, n, nil
	case err == nil:
		return IsReturned, n, setRemoved(ctx, tx, n, false)
	case !errors.Is(err, sql.ErrNoRows):
		return 0, 0, err
	}
	if a.ID != briefing.IDOf(a.Text) {
		return 0, 0, fmt.Errorf("article %s: its text has another hash: %w", a.ID, briefing.ErrDamaged)
	}
	searched := searchedIn(a.Text, a.Paragraphs)
	r, err := tx.ExecContext(ctx, `INSERT INTO articles (id, title, outlet, byline, url, language, published, file, words, saved_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		a.ID, a.Title, a.Outlet, a.Byline, a.URL, a.Language, a.Published.String(), a.Source.Name, len(strings.Fields(searched)), l.now().UnixMilli())
	if err != nil {
		return 0, 0, err
	}
	if n, err = r.LastInsertId(); err != nil {
		return 0, 0, err
	}
	paragraphs, err := packParagraphs(a.Paragraphs)
	if err != nil {
		return 0, 0, err
	}
	source, err := json.Marshal(a.Source)
	if err != nil {
		return 0, 0, err
	}
	given, err := json.Marshal(details{a.Title, a.Outlet, a.Byline, a.URL, a.Language, a.Published})
	if err != nil {
		return 0, 0, err
	}
	if err := keepText(ctx, tx, n, a, known{paragraphs, string(source), string(given)}); err != nil {
		return 0, 0, err
	}
	if err := index(ctx, tx, n, entryOf(a.Title, a.Outlet, a.Byline, searched)); err != nil {
		return 0, 0, err
	}
	return IsNew, n, addTags(ctx, tx, n, a.Tags)
}

// known is what is known of a text, as it is kept.
type known struct {
	paragraphs    []byte
	source, given string // JSON
}

// keepText keeps the text of an article and its file. A file that holds several
// articles is kept once, whichever of them come and however often.
func keepText(ctx context.Context, tx executor, n int64, a NewArticle, k known) error {
	original := a.Original
	if a.Source.Parts > 0 {
		original = nil
	}
	text, file, err := packed(a.Text, original)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO texts (n, packed, paragraphs, source, given) VALUES (?, ?, ?, ?, ?)",
		n, text, k.paragraphs, k.source, k.given); err != nil {
		return err
	}
	if file != nil {
		_, err := tx.ExecContext(ctx, "INSERT INTO originals (n, packed) VALUES (?, ?)", n, file)
		return err
	}
	if a.Original == nil {
		return nil
	}
	var there bool
	if err := tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM files WHERE hash = ?)", a.Source.Hash).Scan(&there); err != nil {
		return err
	}
	if !there {
		whole, err := pack(a.Original)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT INTO files (hash, gzip) VALUES (?, ?)", a.Source.Hash, whole); err != nil {
			return err
		}
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO parts (n, file) VALUES (?, ?)", n, a.Source.Hash)
	return err
}

// Article returns the article with the id, also if it is removed, or
// briefing.ErrNotFound.
func (l *Library) Article(ctx context.Context, id briefing.ArticleID) (*briefing.Article, error) {
	a := &briefing.Article{ID: id}
	var published, source string
	var text, paragraphs []byte
	err := l.askOne(ctx, `SELECT a.title, a.outlet, a.byline, a.url, a.language, a.published, t.packed, t.paragraphs, t.source
		FROM articles a JOIN texts t ON t.n = a.n WHERE a.id = ?`, id).
		Scan(&a.Title, &a.Outlet, &a.Byline, &a.URL, &a.Language, &published, &text, &paragraphs, &source)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("article %s: %w", id, briefing.ErrNotFound)
	}
	if err != nil {
		return nil, explain("read article", err)
	}
	if a.Published, err = briefing.ParseISODate(published); err == nil {
		a.Paragraphs, err = unpackParagraphs(paragraphs)
	}
	if err == nil {
		err = json.Unmarshal([]byte(source), &a.Source)
	}
	if err == nil {
		a.Text, err = unpackText(text)
	}
	if err == nil && briefing.IDOf(a.Text) != id {
		err = errors.New("its text is not the one that was saved")
	}
	if err != nil {
		return nil, fmt.Errorf("read article %s: %w: %w", id, briefing.ErrDamaged, err)
	}
	return a, nil
}

// FindArticle returns the article, removed or not, whose id begins so;
// "sha256:" may be left out. None is briefing.ErrNotFound, several are
// briefing.ErrConflict.
func (l *Library) FindArticle(ctx context.Context, begun string) (briefing.ArticleID, error) {
	const scheme = "sha256:"
	typed := begun
	begun = scheme + strings.ToLower(strings.TrimPrefix(begun, scheme))
	rows, err := l.reader.QueryContext(ctx, "SELECT id FROM articles WHERE id >= ? AND id < ? LIMIT 2", begun, begun+"g")
	ids, err := collect[briefing.ArticleID](rows, err, "find article")
	switch {
	case err != nil:
		return "", err
	case len(ids) == 0 || begun == scheme:
		return "", fmt.Errorf("article %s: %w", typed, briefing.ErrNotFound)
	case len(ids) > 1:
		return "", fmt.Errorf("more than one article begins with %s: %w", typed, briefing.ErrConflict)
	}
	return ids[0], nil
}

// Address is the address of an article on the web.
type Address struct {
	Article briefing.ArticleID
	URL     string
}

// Addresses returns the addresses of the articles in the lists that have one,
// oldest first.
func (l *Library) Addresses(ctx context.Context) ([]Address, error) {
	rows, err := l.reader.QueryContext(ctx, "SELECT id, url FROM articles WHERE removed = 0 AND url <> '' ORDER BY n")
	if err != nil {
		return nil, explain("list addresses", err)
	}
	defer rows.Close()
	var all []Address
	for rows.Next() {
		var a Address
		if err := rows.Scan(&a.Article, &a.URL); err != nil {
			return nil, explain("list addresses", err)
		}
		all = append(all, a)
	}
	return all, explain("list addresses", rows.Err())
}

// Original returns the bytes of the file the article was read from, or
// briefing.ErrNotFound.
func (l *Library) Original(ctx context.Context, id briefing.ArticleID) ([]byte, error) {
	var text, against, whole []byte
	err := l.reader.QueryRowContext(ctx, `SELECT t.packed, o.packed, f.gzip FROM articles a JOIN texts t ON t.n = a.n
		LEFT JOIN originals o ON o.n = a.n LEFT JOIN parts p ON p.n = a.n LEFT JOIN files f ON f.hash = p.file
		WHERE a.id = ? AND coalesce(o.n, p.n) IS NOT NULL`, id).Scan(&text, &against, &whole)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("original of article %s: %w", id, briefing.ErrNotFound)
	}
	if err != nil {
		return nil, explain("read original", err)
	}
	b, err := originalOf(text, against, whole)
	if err != nil {
		return nil, fmt.Errorf("original of article %s: %w: %w", id, briefing.ErrDamaged, err)
	}
	return b, nil
}

// originalOf unpacks a file: what is packed against the text of its article,
// or the whole file of several.
func originalOf(text, against, whole []byte) ([]byte, error) {
	if against == nil {
		return unpack(whole)
	}
	t, err := unpackText(text)
	if err != nil {
		return nil, err
	}
	return unpackOriginal(against, t)
}

func pack(b []byte) ([]byte, error) {
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	err := w.Close()
	return buf.Bytes(), err
}

func unpack(b []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// SetDetails replaces the details of an article by those of a: title, outlet,
// byline, URL, language and date. Its text and what its file gave stay.
func (l *Library) SetDetails(ctx context.Context, a *briefing.Article) error {
	return l.write(ctx, "set details", func(tx *sql.Tx) error {
		n, removed, err := articleNumber(ctx, tx, a.ID)
		if err != nil {
			return err
		}
		if !removed {
			if err := unindex(ctx, tx, n); err != nil {
				return err
			}
		}
		if err := forgetFacts(ctx, tx, n); err != nil { // days hang on the article's date
			return err
		}
		_, err = tx.ExecContext(ctx, "UPDATE articles SET title = ?, outlet = ?, byline = ?, url = ?, language = ?, published = ? WHERE n = ?",
			a.Title, a.Outlet, a.Byline, a.URL, a.Language, a.Published.String(), n)
		if err != nil || removed {
			return err
		}
		return reindex(ctx, tx, n)
	})
}

// SetParagraphs replaces what is known of an article's paragraphs. Its text
// stays; what is furniture now is not searched any more.
func (l *Library) SetParagraphs(ctx context.Context, id briefing.ArticleID, paragraphs []briefing.Paragraph) error {
	value, err := packParagraphs(paragraphs)
	if err != nil {
		return err
	}
	return l.write(ctx, "set paragraphs", func(tx *sql.Tx) error {
		n, removed, err := articleNumber(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := forgetFacts(ctx, tx, n); err != nil {
			return err
		}
		if _, err = tx.ExecContext(ctx, "UPDATE texts SET paragraphs = ? WHERE n = ?", value, n); err != nil {
			return err
		}
		if err := countWords(ctx, tx, n); err != nil || removed {
			return err
		}
		if err := unindex(ctx, tx, n); err != nil {
			return err
		}
		return reindex(ctx, tx, n)
	})
}

// countWords counts an article's words anew.
func countWords(ctx context.Context, tx executor, n int64) error {
	var packed, paragraphs []byte
	if err := tx.QueryRowContext(ctx, "SELECT packed, paragraphs FROM texts WHERE n = ?", n).Scan(&packed, &paragraphs); err != nil {
		return err
	}
	text, err := searchedText(packed, paragraphs)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "UPDATE articles SET words = ? WHERE n = ?", len(strings.Fields(text)), n)
	return err
}

// SetRemoved takes articles out of the lists and the search, or puts them
// back. Nothing is erased.
func (l *Library) SetRemoved(ctx context.Context, ids []briefing.ArticleID, removed bool) error {
	return l.write(ctx, "remove articles", func(tx *sql.Tx) error {
		for _, id := range ids {
			n, was, err := articleNumber(ctx, tx, id)
			if err != nil {
				return err
			}
			if was == removed {
				continue
			}
			if err := setRemoved(ctx, tx, n, removed); err != nil {
				return err
			}
		}
		return nil
	})
}

func setRemoved(ctx context.Context, tx executor, n int64, removed bool) error {
	if removed {
		if err := unindex(ctx, tx, n); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(ctx, "UPDATE articles SET removed = ? WHERE n = ?", removed, n); err != nil || removed {
		return err
	}
	return reindex(ctx, tx, n)
}

func articleNumber(ctx context.Context, tx *sql.Tx, id briefing.ArticleID) (n int64, removed bool, err error) {
	err = tx.QueryRowContext(ctx, "SELECT n, removed FROM articles WHERE id = ?", id).Scan(&n, &removed)
	if errors.Is(err, sql.ErrNoRows) {
		err = fmt.Errorf("article %s: %w", id, briefing.ErrNotFound)
	}
	return n, removed, err
}

// UsedBy returns the briefings that rest on an article, oldest first.
func (l *Library) UsedBy(ctx context.Context, id briefing.ArticleID) ([]briefing.BriefingID, error) {
	rows, err := l.reader.QueryContext(ctx, `SELECT b.id FROM uses u JOIN articles a ON a.n = u.article JOIN briefings b ON b.n = u.briefing
		WHERE a.id = ? ORDER BY b.n`, id)
	return collect[briefing.BriefingID](rows, err, "list briefings")
}

// collect reads the only column of rows.
func collect[T any](rows *sql.Rows, err error, doing string) ([]T, error) {
	if err != nil {
		return nil, explain(doing, err)
	}
	defer rows.Close()
	var all []T
	for rows.Next() {
		var v T
		if err := rows.Scan(&v); err != nil {
			return nil, explain(doing, err)
		}
		all = append(all, v)
	}
	return all, explain(doing, rows.Err())
}

func millis(ms int64) time.Time { return time.UnixMilli(ms) }
