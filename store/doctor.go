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
	Problem string `json:"problem"` // "" if all is well
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
	return c, nil
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
// with as many words as it has. The index has no copy of the words to compare.
func (l *Library) checkIndex(ctx context.Context) error {
	rows, err := l.reader.QueryContext(ctx, `SELECT a.id, a.title, a.outlet, a.byline, a.removed, t.packed, d.sz
		FROM articles a JOIN texts t ON t.n = a.n LEFT JOIN search_docsize d ON d.id = a.n`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id, title, outlet, byline string
		var removed bool
		var text, sizes sql.RawBytes
		if err := rows.Scan(&id, &title, &outlet, &byline, &removed, &text, &sizes); err != nil {
			return err
		}
		words, err := unpackText(text)
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
