package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"example.org/attache/briefing"
)

// This file takes a library out and puts it back in, free of SQL: for another
// program, or for this one in years to come. What can be worked out again,
// such as the search index and the facts, is left out.

// SavedArticle is an article with all that a library keeps of it.
type SavedArticle struct {
	*briefing.Article
	Given    json.RawMessage // the details as the file gave them
	SavedAt  time.Time
	Removed  bool
	Tags     []string
	Original []byte // nil if there is none
	// Fingerprint is for Restock to keep; Stock does not give it.
	Fingerprint []uint64
}

// Stock hands on every article, removed ones too, in the order they were
// added, until each fails.
func (l *Library) Stock(ctx context.Context, each func(SavedArticle) error) error {
	rows, err := l.reader.QueryContext(ctx, `SELECT a.id, a.saved_at, a.removed, t.given,
		(SELECT json_group_array(tag) FROM (SELECT tag FROM tags WHERE article = a.n ORDER BY tag)) FROM articles a JOIN texts t ON t.n = a.n ORDER BY a.n`)
	if err != nil {
		return explain("read articles", err)
	}
	defer rows.Close()
	for rows.Next() {
		var s SavedArticle
		var id briefing.ArticleID
		var saved int64
		var given, tags string
		if err := rows.Scan(&id, &saved, &s.Removed, &given, &tags); err != nil {
			return explain("read articles", err)
		}
		if err := json.Unmarshal([]byte(tags), &s.Tags); err != nil {
			return err
		}
		s.Given, s.SavedAt = json.RawMessage(given), millis(saved)
		if s.Article, err = l.Article(ctx, id); err != nil {
			return err
		}
		if s.Original, err = l.Original(ctx, id); err != nil && !errors.Is(err, briefing.ErrNotFound) {
			return err
		}
		if err := each(s); err != nil {
			return err
		}
	}
	return explain("read articles", rows.Err())
}

// Restock adds articles as Stock gave them.
func (l *Library) Restock(ctx context.Context, all []SavedArticle) error {
	return l.write(ctx, "add articles", func(tx *sql.Tx) error {
		var fresh []marked
		for _, s := range all {
			state, n, err := l.add(ctx, tx, NewArticle{Article: s.Article, Original: s.Original, Tags: s.Tags})
			if err != nil {
				return err
			}
			if state != IsNew {
				return fmt.Errorf("article %s: it is there already: %w", s.ID, briefing.ErrConflict)
			}
			if _, err := tx.ExecContext(ctx, "UPDATE articles SET saved_at = ? WHERE n = ?", s.SavedAt.UnixMilli(), n); err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, "UPDATE texts SET given = ? WHERE n = ?", string(s.Given), n); err != nil {
				return err
			}
			if s.Removed {
				if err := setRemoved(ctx, tx, n, true); err != nil {
					return err
				}
			}
			fresh = append(fresh, marked{n, s.Fingerprint})
		}
		return addMarks(ctx, tx, fresh)
	})
}

// Papers are what a library holds beside articles. Briefings and edits stand
// in it as the JSON that is journaled, byte for byte.
type Papers struct {
	Briefings []SavedBriefing            `json:"briefings"`
	Learnt    []SavedFix                 `json:"learnt"`
	Searches  []SavedSearch              `json:"searches"`
	Settings  map[string]json.RawMessage `json:"settings"`
}

// SavedBriefing is a briefing with its journal.
type SavedBriefing struct {
	Number    int64          `json:"number"`
	ID        string         `json:"id"`
	Drafted   string         `json:"drafted"`
	State     string         `json:"state"`
	Top       int64          `json:"top"`
	Sample    bool           `json:"sample"`
	CreatedAt int64          `json:"created_at"` // milliseconds since 1970
	SavedAt   int64          `json:"saved_at"`
	Removed   bool           `json:"removed"`
	Journal   []SavedJournal `json:"journal"`
}

// SavedJournal is one row of a journal.
type SavedJournal struct {
	Seq     int64  `json:"seq"`
	Kind    string `json:"kind"`
	Parent  int64  `json:"parent"`
	Name    string `json:"name"`
	Edit    string `json:"edit"`
	Inverse string `json:"inverse"`
	At      int64  `json:"at"`
}

// SavedFix is what was learnt, or learnt and forgotten.
type SavedFix struct {
	Key  string `json:"key"`
	Fix  string `json:"fix"`
	Uses int    `json:"uses"`
}

// Papers returns what the library holds beside articles.
func (l *Library) Papers(ctx context.Context) (p Papers, err error) {
	tx, err := l.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // all of one moment
	if err != nil {
		return p, explain("read the library", err)
	}
	defer tx.Rollback()
	p.Settings = map[string]json.RawMessage{}
	err = scanAll(ctx, tx, "SELECT n, id, drafted, state, top, sample, created_at, saved_at, removed FROM briefings ORDER BY n", func(scan func(...any) error) error {
		var b SavedBriefing
		err := scan(&b.Number, &b.ID, &b.Drafted, &b.State, &b.Top, &b.Sample, &b.CreatedAt, &b.SavedAt, &b.Removed)
		p.Briefings = append(p.Briefings, b)
		return err
	})
	for i := range p.Briefings {
		b := &p.Briefings[i]
		if err != nil {
			break
		}
		err = scanAll(ctx, tx, fmt.Sprintf("SELECT %s FROM journal WHERE briefing = %d ORDER BY seq", entryColumns, b.Number), func(scan func(...any) error) error {
			var e entry
			err := scan(e.fields()...)
			b.Journal = append(b.Journal, SavedJournal{e.seq, e.kind, e.parent, e.name, e.edit, e.inverse, e.at})
			return err
		})
	}
	if err == nil {
		err = scanAll(ctx, tx, "SELECT key, fix, uses FROM learnt ORDER BY n", func(scan func(...any) error) error {
			var f SavedFix
			err := scan(&f.Key, &f.Fix, &f.Uses)
			p.Learnt = append(p.Learnt, f)
			return err
		})
	}
	if err == nil {
		err = scanAll(ctx, tx, "SELECT name, text FROM searches ORDER BY name", func(scan func(...any) error) error {
			var s SavedSearch
			err := scan(&s.Name, &s.Text)
			p.Searches = append(p.Searches, s)
			return err
		})
	}
	if err == nil {
		err = scanAll(ctx, tx, "SELECT key, value FROM settings WHERE key <> '"+cleanExit+"'", func(scan func(...any) error) error {
			var key, value string
			err := scan(&key, &value)
			p.Settings[key] = json.RawMessage(value)
			return err
		})
	}
	return p, explain("read the library", err)
}

func scanAll(ctx context.Context, tx *sql.Tx, query string, each func(scan func(...any) error) error) error {
	rows, err := tx.QueryContext(ctx, query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := each(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// PutPapers puts papers into a library that has none.
func (l *Library) PutPapers(ctx context.Context, p Papers) error {
	return l.write(ctx, "fill the library", func(tx *sql.Tx) error {
		for _, b := range p.Briefings {
			if err := putBriefing(ctx, tx, b); err != nil {
				return fmt.Errorf("briefing %s: %w", b.ID, err)
			}
		}
		for _, f := range p.Learnt {
			if _, err := tx.ExecContext(ctx, "INSERT INTO learnt (key, fix, uses) VALUES (?, ?, ?)", f.Key, f.Fix, f.Uses); err != nil {
				return err
			}
		}
		for _, s := range p.Searches {
			if _, err := tx.ExecContext(ctx, "INSERT INTO searches (name, text) VALUES (?, ?)", s.Name, s.Text); err != nil {
				return err
			}
		}
		for key, value := range p.Settings {
			if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)", key, string(value)); err != nil {
				return err
			}
		}
		return nil
	})
}

func putBriefing(ctx context.Context, tx *sql.Tx, b SavedBriefing) error {
	state, err := decode(b.State)
	if err != nil {
		return err
	}
	reviewed, lines := state.Progress()
	// The list of what was learnt is a briefing that every library has.
	if _, err := tx.ExecContext(ctx, `INSERT OR REPLACE INTO briefings (n, id, drafted, state, top, title, articles, reviewed, lines, sample, created_at, saved_at, removed)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, b.Number, b.ID, b.Drafted, b.State, b.Top, state.Title(), len(state.Articles),
		reviewed, lines, b.Sample, b.CreatedAt, b.SavedAt, b.Removed); err != nil {
		return err
	}
	for _, e := range b.Journal {
		if _, err := tx.ExecContext(ctx, "INSERT INTO journal (briefing, seq, kind, parent, name, edit, inverse, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
			b.Number, e.Seq, e.Kind, e.Parent, e.Name, e.Edit, e.Inverse, e.At); err != nil {
			return err
		}
	}
	if b.Removed {
		return nil
	}
	return setUses(ctx, tx, b.Number, state)
}

// Empty reports whether a library holds no article, removed or not, and no
// briefing.
func (l *Library) Empty(ctx context.Context) (empty bool, err error) {
	err = l.reader.QueryRowContext(ctx, "SELECT NOT EXISTS (SELECT 1 FROM articles) AND NOT EXISTS (SELECT 1 FROM briefings WHERE id <> ?)", LearntList).Scan(&empty)
	return empty, explain("read the library", err)
}

// Count returns how many articles there are, removed ones too.
func (l *Library) Count(ctx context.Context) (int, error) {
	n, err := l.count(ctx, "SELECT count(*) FROM articles", nil)
	return n, explain("count articles", err)
}
