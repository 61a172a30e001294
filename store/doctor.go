package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"example.org/attache/briefing"
)

// Checkup is the state of a library's health.
type Checkup struct {
	Size                       int64 // of the file, in bytes
	Articles, Briefings, Edits int
	Checks                     []HealthCheck
}

// HealthCheck is one thing that was checked.
type HealthCheck struct {
	Name    string `json:"name"`
	Problem string `json:"problem"`        // "" if all is well
	Note    string `json:"note,omitempty"` // what is well and good to know
}

// Doctor checks the library, and with tryRestore also that a backup of it can
// be restored, in a temporary folder. It changes nothing.
func (l *Library) Doctor(ctx context.Context, tryRestore bool) (Checkup, error) {
	var c Checkup
	if info, err := os.Stat(l.path); err == nil {
		c.Size = info.Size()
	}
	err := l.reader.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM articles WHERE removed = 0),
		(SELECT count(*) FROM briefings WHERE removed = 0), (SELECT count(*) FROM journal)`).Scan(&c.Articles, &c.Briefings, &c.Edits)
	if err != nil && !errors.Is(explain("", err), briefing.ErrDamaged) {
		return c, explain("check the library", err)
	}
	checks := []struct {
		name string
		run  func(context.Context) error
	}{
		{"File", l.checkFile},
		{"References", l.checkReferences},
		{"Search index", l.checkIndex},
		{"Articles", l.checkArticles},
		{"Edit journal", l.checkJournals},
		{"Newest backup", l.checkBackup},
		{"Restoring a backup", l.checkRestore},
	}
	for _, check := range checks {
		if check.name == "Restoring a backup" && !tryRestore {
			continue
		}
		h := HealthCheck{Name: check.name}
		if err := check.run(ctx); err != nil {
			if ctx.Err() != nil {
				return c, ctx.Err()
			}
			h.Problem = err.Error()
		}
		c.Checks = append(c.Checks, h)
	}
	c.Checks = append(c.Checks, SurroundingsOf(l.path).check())
	return c, nil
}

// check says what to heed in the folder of a library.
func (s Surroundings) check() HealthCheck {
	h := HealthCheck{Name: "Folder"}
	if s.Service != "" {
		h.Note = s.Service + " synchronises it with other computers: have the library open on one of them at a time"
	}
	if len(s.Copies) > 0 {
		h.Problem = "two computers wrote to the library, and one of them has its work in a copy: " + strings.Join(s.Copies, ", ") +
			". Nothing is lost: open the copy with --library, take out of it what is missing here ('attache archive'), then put it away"
	}
	return h
}

func (l *Library) checkFile(ctx context.Context) error {
	problems, err := integrity(ctx, l.reader)
	if err == nil && len(problems) > 0 {
		err = errors.New(strings.Join(problems, "; "))
	}
	return err
}

// QuickCheck looks over the structure of the file, in a fraction of the time
// that Doctor takes. What it finds is briefing.ErrDamaged.
func (l *Library) QuickCheck(ctx context.Context) error {
	rows, err := l.reader.QueryContext(ctx, "PRAGMA quick_check(1)")
	all, err := collect[string](rows, err, "check the library")
	if err == nil && !(len(all) == 1 && all[0] == "ok") {
		err = fmt.Errorf("check the library: %w: %s", briefing.ErrDamaged, strings.Join(all, "; "))
	}
	return err
}

func (l *Library) checkReferences(ctx context.Context) error {
	var n int
	err := l.reader.QueryRowContext(ctx, "SELECT count(*) FROM pragma_foreign_key_check").Scan(&n)
	if err == nil && n > 0 {
		err = fmt.Errorf("%d references lead nowhere", n)
	}
	return err
}

// checkIndex looks whether the index holds every article that is not removed,
// and its words.
func (l *Library) checkIndex(ctx context.Context) error {
	if err := l.checkIndexed(ctx); err != nil {
		return err
	}
	return l.checkWords(ctx)
}

// checkIndexed looks whether the index holds every article that is not removed,
// with as many words as it has.
func (l *Library) checkIndexed(ctx context.Context) error {
	rows, err := l.reader.QueryContext(ctx, `SELECT a.id, a.title, a.outlet, a.byline, a.removed, t.packed, t.paragraphs, d.sz
		FROM articles a JOIN texts t ON t.n = a.n LEFT JOIN search_docsize d ON d.id = a.n`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id, title, outlet, byline string
		var removed bool
		var text, paragraphs, sizes sql.RawBytes
		if err := rows.Scan(&id, &title, &outlet, &byline, &removed, &text, &paragraphs, &sizes); err != nil {
			return err
		}
		words, err := searchedText(text, paragraphs)
		if err != nil {
			return fmt.Errorf("article %s: %w", id, err)
		}
		switch {
		case removed && sizes != nil:
			return fmt.Errorf("article %s is removed, but in the index", id)
		case !removed && sizes == nil:
			return fmt.Errorf("article %s is not in the index", id)
		case !removed && !bytes.HasPrefix(sizes, entryOf(title, outlet, byline, words).sizes()):
			return fmt.Errorf("the index does not agree with article %s", id)
		}
	}
	return rows.Err()
}

// checkWords compares the words of the index, and where they stand, with those
// of the texts. The index keeps no copy of the texts, but it can be walked word
// by word.
func (l *Library) checkWords(ctx context.Context) error {
	want := map[int64]uint64{}
	ids := map[int64]string{}
	rows, err := l.reader.QueryContext(ctx, "SELECT a.n, a.id, a.title, a.outlet, a.byline, t.packed, t.paragraphs FROM articles a JOIN texts t ON t.n = a.n WHERE a.removed = 0")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var n int64
		var id, title, outlet, byline string
		var text, paragraphs sql.RawBytes
		if err := rows.Scan(&n, &id, &title, &outlet, &byline, &text, &paragraphs); err != nil {
			return err
		}
		words, err := searchedText(text, paragraphs)
		if err != nil {
			return fmt.Errorf("article %s: %w", id, err)
		}
		want[n], ids[n] = entryOf(title, outlet, byline, words).sum(), id
	}
	if err := rows.Err(); err != nil {
		return err
	}
	got, err := l.indexSums(ctx)
	if err != nil {
		return err
	}
	for n, sum := range want {
		if got[n] != sum {
			return fmt.Errorf("the index has other words than article %s", ids[n])
		}
	}
	return nil
}

// indexSums returns the sums of the entries that the index has, by article.
func (l *Library) indexSums(ctx context.Context) (map[int64]uint64, error) {
	// A table of this connection alone: the library is not changed.
	conn, err := l.reader.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	for _, do := range []string{"PRAGMA query_only = off", "CREATE VIRTUAL TABLE IF NOT EXISTS temp.places USING fts5vocab (main, search, instance)", "PRAGMA query_only = on"} {
		if _, err := conn.ExecContext(ctx, do); err != nil {
			return nil, err
		}
	}
	rows, err := conn.QueryContext(ctx, "SELECT term, doc, col, offset FROM temp.places")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	sums := map[int64]uint64{}
	for rows.Next() {
		var term, column sql.RawBytes
		var n int64
		var at uint64
		if err := rows.Scan(&term, &n, &column, &at); err != nil {
			return nil, err
		}
		sums[n] += sumOfWord(term, column, at)
	}
	return sums, rows.Err()
}

// checkArticles reads every text and compares it with its hash, which is the
// article's id.
func (l *Library) checkArticles(ctx context.Context) error {
	rows, err := l.reader.QueryContext(ctx, "SELECT a.id, t.packed FROM articles a JOIN texts t ON t.n = a.n ORDER BY a.n")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id briefing.ArticleID
		var packed sql.RawBytes
		if err := rows.Scan(&id, &packed); err != nil {
			return err
		}
		text, err := unpackText(packed)
		if err != nil || briefing.IDOf(text) != id {
			return fmt.Errorf("the text of article %s is not the one that was saved", id)
		}
	}
	return rows.Err()
}

func (l *Library) checkJournals(ctx context.Context) error {
	rows, err := l.reader.QueryContext(ctx, "SELECT id FROM briefings ORDER BY n")
	ids, err := collect[briefing.BriefingID](rows, err, "check")
	if err != nil {
		return err
	}
	for _, id := range ids {
		j, err := l.readJournal(ctx, id)
		if err == nil {
			err = j.replay()
		}
		if err != nil {
			return fmt.Errorf("briefing %s: %w", id, err)
		}
	}
	return nil
}

func (l *Library) checkBackup(ctx context.Context) error {
	all, err := Backups(l.path)
	if err != nil || len(all) == 0 {
		return err
	}
	return verify(ctx, all[0].Path)
}

func (l *Library) checkRestore(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "attache-doctor-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	backup, path := filepath.Join(dir, "backup.db"), filepath.Join(dir, "library.db")
	if err := l.Backup(ctx, backup); err != nil {
		return err
	}
	if _, err := Restore(ctx, path, backup, l.now()); err != nil {
		return err
	}
	copied, err := Open(ctx, path, Options{Now: l.now})
	if err != nil {
		return err
	}
	defer copied.Close()
	return copied.checkJournals(ctx)
}
