package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	"example.org/attache/briefing"
)

// Backup writes a copy of the library to path and checks it. The file appears,
// or replaces an older backup, only when the copy is whole. Another file is never
// replaced, a library least of all: ErrInTheWay.
func (l *Library) Backup(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	if l.Owns(path) {
		return fmt.Errorf("back up: %s is the library itself: %w", path, briefing.ErrConflict)
	}
	if none, err := missing(path); err != nil || !none {
		if err != nil || !isBackup(ctx, path) {
			return fmt.Errorf("back up: %s: %w", path, ErrInTheWay)
		}
	}
	tmp, err := l.copyTo(ctx, filepath.Dir(path))
	if err != nil {
		return err
	}
	defer os.Remove(tmp)
	return replace(tmp, path)
}

// copyTo writes a checked copy of the library to a new file in dir.
func (l *Library) copyTo(ctx context.Context, dir string) (tmp string, err error) {
	f, err := os.CreateTemp(dir, ".attache-backup-*") // readable by its owner only
	if err != nil {
		return "", fmt.Errorf("back up: %w", err)
	}
	f.Close()
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	// A connection of its own: the readers may write to no file at all, and
	// the writer is not to wait.
	db, err := l.connectToCopy()
	if err != nil {
		return "", explain("back up", err)
	}
	defer db.Close()
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", f.Name()); err != nil {
		return "", explain("back up", err)
	}
	if err := verify(ctx, f.Name()); err != nil {
		return "", fmt.Errorf("back up: the copy is not good: %w", err)
	}
	if err := syncFile(f.Name()); err != nil {
		return "", fmt.Errorf("back up: %w", err)
	}
	return f.Name(), nil
}

// verify checks that the file at path is a whole library that this program
// can open.
func verify(ctx context.Context, path string) error {
	if size, err := sizeOf(path); err != nil {
		return err
	} else if size == 0 {
		return fmt.Errorf("%s: %w", path, ErrNotLibrary)
	}
	db, err := connect(path, url.Values{"mode": {"ro"}, "immutable": {"1"}})
	if err != nil {
		return explain("check", err)
	}
	defer db.Close()
	id, err := identify(ctx, db)
	if err != nil {
		return explain("check", err)
	}
	if id.empty() {
		return fmt.Errorf("%s: %w", path, ErrNotLibrary)
	}
	if err := id.check(path); err != nil {
		return err
	}
	problems, err := integrity(ctx, db)
	if err == nil && len(problems) > 0 {
		err = fmt.Errorf("%w: %s", briefing.ErrDamaged, problems[0])
	}
	return err
}

// integrity returns what SQLite finds wrong with the structure of a file.
func integrity(ctx context.Context, db *sql.DB) ([]string, error) {
	rows, err := db.QueryContext(ctx, "PRAGMA integrity_check(10)")
	all, err := collect[string](rows, err, "check")
	if err != nil || len(all) == 1 && all[0] == "ok" {
		return nil, err
	}
	return all, nil
}

// replace puts the file at tmp in the place of path, and sees that it stays
// there through a power cut.
func replace(tmp, path string) error {
	if err := os.Rename(tmp, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder writes a folder's list of names to the disk, where the system
// can: Windows does it on its own and refuses to be asked.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	_ = d.Sync()
	return d.Close()
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}
