package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"time"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// lock is held by the one process that may write to a library. It is a
// transaction on an empty database beside the library: the system lets go of
// it when the process ends, however it ends, and SQLite knows how to lock a
// file on every system.
type lock struct {
	path string // of the library
	db   *sql.DB
	conn *sql.Conn
}

const (
	lockEnding = ".lock"
	lockLook   = 50 * time.Millisecond // between two tries
)

// take takes the lock of the library at path, waiting for it up to o.Wait, or
// fails with an *InUseError. It does not wait for a window, which would not
// let go of it soon.
func take(ctx context.Context, path string, o Options) (*lock, error) {
	deadline := time.Now().Add(o.Wait)
	for {
		l, err := tryLock(ctx, path, o)
		var busy *InUseError
		if !errors.As(err, &busy) || busy.As == AsWindow || time.Now().After(deadline) {
			return l, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(lockLook):
		}
	}
}

func tryLock(ctx context.Context, path string, o Options) (*lock, error) {
	if err := create(path + lockEnding); err != nil {
		return nil, err
	}
	db, err := connect(path+lockEnding, url.Values{"_pragma": {"journal_mode(memory)", "busy_timeout(0)"}})
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
			return nil, &InUseError{holderOf(path)}
		}
		return nil, explain("lock the library", err)
	}
	Holder{Process: os.Getpid(), As: o.As, Since: time.Now()}.note(path)
	return &lock{path, db, conn}, nil
}

// release lets go of the lock. The file stays: removing it could take the
// lock from another process that is about to hold it.
func (l *lock) release() {
	_ = os.Remove(l.path + holderEnding) // while nobody else can have written it
	l.conn.Close()
	l.db.Close()
}

// create makes an empty file that only its owner can read, unless there is
// one already: SQLite would make it readable by all. A file that is there is
// not opened: it may be SQLite's by now.
func create(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if os.IsExist(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("open the library: %w", err)
	}
	return f.Close()
}
