package store

import (
	"context"
	"database/sql"
	"errors"
	"net/url"
	"time"
)

// Exit tells how the program that last wrote to a library ended.
type Exit struct {
	Clean    bool
	LastEdit time.Time // of the last edit in the journal; zero if there is none
}

// cleanExit is the setting that a session makes false with its first change,
// and true when it closes.
const cleanExit = "exit.clean"

// LastExit returns how the last session ended, as it was when the library was
// opened. A session that did not end cleanly stays on record until one that
// tells the person of it says so with TellLastExit: a command run in between
// must not hide it.
func (l *Library) LastExit() Exit { return l.lastExit }

// TellLastExit notes that the person has been told of LastExit.
func (l *Library) TellLastExit() { l.told.Store(true) }

func (l *Library) readLastExit(ctx context.Context) error {
	var value string
	var at int64
	err := l.reader.QueryRowContext(ctx, "SELECT value FROM settings WHERE key = ?", cleanExit).Scan(&value)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return explain("open the library", err)
	}
	l.lastExit.Clean = value != "false"
	if err := l.reader.QueryRowContext(ctx, "SELECT coalesce(max(at), 0) FROM journal").Scan(&at); err != nil {
		return explain("open the library", err)
	}
	if at != 0 {
		l.lastExit.LastEdit = time.UnixMilli(at)
	}
	return nil
}

func (l *Library) markClean() error {
	switch {
	case l.writer == nil, l.lastExit.Clean && !l.unclean.Load():
		return nil
	case !l.lastExit.Clean && !l.told.Load():
		return nil
	}
	_, err := l.writer.Exec("UPDATE settings SET value = 'true' WHERE key = ?", cleanExit)
	return err
}

// forgetExit marks a file that is no open library as closed cleanly. A backup
// is a copy of a library in use.
func forgetExit(ctx context.Context, path string) error {
	db, err := connect(path, url.Values{"_pragma": {"journal_mode(delete)"}})
	if err != nil {
		return explain("restore", err)
	}
	_, err = db.ExecContext(ctx, "UPDATE settings SET value = 'true' WHERE key = ?", cleanExit)
	return explain("restore", errors.Join(err, db.Close()))
}

func setExit(ctx context.Context, tx *sql.Tx, clean bool) error {
	value := "false"
	if clean {
		value = "true"
	}
	_, err := tx.ExecContext(ctx, "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", cleanExit, value)
	return err
}
