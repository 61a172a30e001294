package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// lock is held by the one process that may write to a library. It is a
// transaction on an empty database beside the library: the system lets go of
// it when the process ends, however it ends, and SQLite knows how to lock a
// file on every system.
type lock struct {
	db   *sql.DB
	conn *sql.Conn
}

// take takes the lock of the library at path, or fails with ErrInUse.
func take(ctx context.Context, path string) (*lock, error) {
	path += ".lock"
	if err := create(path); err != nil {
		return nil, err
	}
	db, err := connect(path, url.Values{"_pragma": {"journal_mode(memory)", "busy_timeout(0)"}})
	if err != nil {
		return nil, fmt.Errorf("lock the library: %w", err)
	}
	conn, err := db.Conn(ctx)
	if err == nil {
		_, err = conn.ExecContext(ctx, "BEGIN EXCLUSIVE")
	}
	if err != nil {
		db.Close()
		var e *sqlite.Error
		if errors.As(err, &e) && e.Code()&0xff == sqlite3.SQLITE_BUSY {
			return nil, ErrInUse
		}
		return nil, explain("lock the library", err)
	}
	return &lock{db, conn}, nil
}

// release lets go of the lock. The file stays: removing it could take the
// lock from another process that is about to hold it.
func (l *lock) release() {
	l.conn.Close()
	l.db.Close()
}

// create makes an empty file that only its owner can read, unless there is
// one already: SQLite would make it readable by all.
func create(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("open the library: %w", err)
	}
	return f.Close()
}
