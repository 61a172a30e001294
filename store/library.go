package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"
)

// AsWindow is what a window gives as Options.As.
const AsWindow = "window"

// Options say how a library is opened.
type Options struct {
	ReadOnly bool
	// Wait is how long to wait for another program to be done writing.
	Wait time.Duration
	As   string           // who opens it, for those who find it in use: AsWindow, "attache import"
	Now  func() time.Time // clock; nil is time.Now
}

// Library is an open library. It is safe for concurrent use.
type Library struct {
	path     string
	now      func() time.Time
	lock     *lock // nil if read-only
	writer   *sql.DB
	reader   *sql.DB
	kept     kept
	file     os.FileInfo // as it was opened to write
	readFrom source      // of a library that is read only
	lastExit Exit
	unclean  atomic.Bool // the library says that it is being written to
	told     atomic.Bool // the person has heard of lastExit
}

// Open opens the library at path, and creates it and its folder if they are
// not there. It fails with an *InUseError if another process writes to it,
// with ErrNotLibrary if the file is something else, which is left as it is,
// and with ErrNewer if a newer version of the program made it. With ReadOnly
// it opens beside a writer, in a folder or on a disk that cannot be written
// and if an older version made it, and fails if there is no library.
func Open(ctx context.Context, path string, o Options) (*Library, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open the library: %w", err)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	l := &Library{path: path, now: o.Now}
	if o.ReadOnly {
		err = l.openToRead(ctx)
	} else {
		err = l.openToWrite(ctx, o)
	}
	if err != nil {
		l.shut()
		return nil, err
	}
	return l, nil
}

func (l *Library) openToWrite(ctx context.Context, o Options) error {
	none, err := missing(l.path)
	if err == nil && none {
		err = os.MkdirAll(filepath.Dir(l.path), 0o700)
	}
	if err != nil {
		return fmt.Errorf("open the library: %w", err)
	}
	if l.writer, err = connect(l.path, writerQuery()); err != nil {
		return explain("open the library", err)
	}
	l.writer.SetMaxOpenConns(1)
	if !none { // nothing is put beside a file that is no library
		if err := l.recognise(ctx, l.writer); err != nil {
			return err
		}
	}
	if l.lock, err = take(ctx, l.path, o); err != nil {
		return err
	}
	if err := create(l.path); err != nil {
		return err
	}
	// Of an older file whose owner let others read it.
	if info, err := os.Stat(l.path); err == nil {
		_ = os.Chmod(l.path, info.Mode().Perm()&^0o077)
	}
	// Readers go on while the writer writes. The file remembers.
	if _, err := l.writer.ExecContext(ctx, "PRAGMA journal_mode = wal"); err != nil {
		return explain("open the library", err)
	}
	if err := l.migrate(ctx, migrations()); err != nil {
		return err
	}
	// SQLite opens a file that is not ours to change as if it were, and says so
	// when something is written.
	if _, err := l.writer.ExecContext(ctx, "DELETE FROM settings WHERE 0"); err != nil {
		return explain("open the library", err)
	}
	if l.file, err = os.Stat(l.path); err != nil {
		return fmt.Errorf("open the library: %w", err)
	}
	if err := l.openReaders(ctx, source{path: l.path}); err != nil {
		return err
	}
	return l.readLastExit(ctx)
}

// recognise fails unless the database is a library that this program knows,
// or is about to become one.
func (l *Library) recognise(ctx context.Context, db *sql.DB) error {
	id, err := identify(ctx, db)
	if err != nil {
		return explain("open the library", err)
	}
	// SQLite takes a file that is shorter than its header for an empty one.
	if size, err := sizeOf(l.path); err == nil && size < leastSize && id.empty() {
		return fmt.Errorf("%s: %w", l.path, ErrNotLibrary)
	}
	return id.check(l.path)
}

// leastSize is the least that a page of SQLite can have, in bytes.
const leastSize = 512

// Path returns the absolute path of the library's file.
func (l *Library) Path() string { return l.path }

// ReadOnly reports whether the library was opened to be read only.
func (l *Library) ReadOnly() bool { return l.writer == nil }

// Close marks a clean exit and closes the library.
func (l *Library) Close() error {
	err := l.markClean()
	if e := l.shut(); err == nil {
		err = e
	}
	return explain("close the library", err)
}

// shut closes whatever is open.
func (l *Library) shut() error {
	var errs []error
	if l.reader != nil {
		errs = append(errs, l.reader.Close())
	}
	if l.writer != nil {
		errs = append(errs, l.writer.Close()) // the last one out empties the write-ahead log
	}
	if l.lock != nil {
		l.lock.release()
	}
	if l.readFrom.folder != "" {
		errs = append(errs, os.RemoveAll(l.readFrom.folder))
	}
	return errors.Join(errs...)
}

// write runs f in a transaction, and commits it if f returns nil.
func (l *Library) write(ctx context.Context, doing string, f func(*sql.Tx) error) error {
	if l.writer == nil {
		return fmt.Errorf("%s: %w", doing, ErrReadOnly)
	}
	tx, err := l.writer.BeginTx(ctx, nil)
	if err != nil {
		return explain(doing, err)
	}
	defer tx.Rollback()
	marking := !l.unclean.Load()
	if marking {
		if err := setExit(ctx, tx, false); err != nil {
			return explain(doing, err)
		}
	}
	if err := f(tx); err != nil {
		return explain(doing, err)
	}
	if err := l.inPlace(); err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	if err := tx.Commit(); err != nil {
		return explain(doing, err)
	}
	if marking {
		l.unclean.Store(true)
	}
	return nil
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
