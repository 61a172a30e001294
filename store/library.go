package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"
)

// Options say how a library is opened.
type Options struct {
	ReadOnly bool
	Now      func() time.Time // clock; nil is time.Now
}

// Library is an open library. It is safe for concurrent use.
type Library struct {
	path     string
	now      func() time.Time
	lock     *lock // nil if read-only
	writer   *sql.DB
	reader   *sql.DB
	lastExit Exit
	unclean  atomic.Bool // the library says that it is being written to
	told     atomic.Bool // the person has heard of lastExit
}

// Open opens the library at path, and creates it and its folder if they are
// not there. It fails with ErrInUse if another process writes to it, with
// ErrNotLibrary if the file is something else, which is left as it is, and
// with ErrNewer if a newer version of the program made it. With ReadOnly it
// opens beside a writer, and fails if there is no library.
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
		err = l.openToWrite(ctx)
	}
	if err != nil {
		l.shut()
		return nil, err
	}
	return l, nil
}

func (l *Library) openToWrite(ctx context.Context) error {
	h, err := inspect(l.path)
	if errors.Is(err, fs.ErrNotExist) {
		err = os.MkdirAll(filepath.Dir(l.path), 0o700)
	}
	if err != nil {
		return fmt.Errorf("open the library: %w", err)
	}
	if err := h.check(l.path); err != nil {
		return err
	}
	if l.lock, err = take(ctx, l.path); err != nil {
		return err
	}
	if err := create(l.path); err != nil {
		return err
	}
	// Of an older file whose owner let others read it. A file that is not
	// ours to change says so when it is written to.
	_ = os.Chmod(l.path, 0o600)
	if l.writer, err = connect(l.path, writerQuery()); err != nil {
		return explain("open the library", err)
	}
	l.writer.SetMaxOpenConns(1)
	if err := l.migrate(ctx, migrations()); err != nil {
		return err
	}
	if err := l.openReaders(ctx, false); err != nil {
		return err
	}
	return l.readLastExit(ctx)
}

func (l *Library) openToRead(ctx context.Context) error {
	h, err := inspect(l.path)
	if err == nil && h.size == 0 {
		err = fs.ErrNotExist
	}
	if err != nil {
		return fmt.Errorf("open the library: %w", err)
	}
	if err := h.check(l.path); err != nil {
		return err
	}
	err = l.openReaders(ctx, false)
	if err != nil && !exists(l.path+"-wal") {
		l.reader.Close()
		err = l.openReaders(ctx, true)
	}
	if err != nil {
		return err
	}
	return l.readLastExit(ctx)
}

// openReaders opens the reading connections and tries one.
func (l *Library) openReaders(ctx context.Context, immutable bool) error {
	var err error
	if l.reader, err = connect(l.path, readerQuery(immutable)); err != nil {
		return explain("open the library", err)
	}
	l.reader.SetMaxOpenConns(readers)
	l.reader.SetMaxIdleConns(readers)
	var version int
	if err := l.reader.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return explain("open the library", err)
	}
	switch {
	case version > latest():
		return newer(l.path, version)
	case version < latest():
		return fmt.Errorf("open %s to read: an older version of the program made it: open it to write once", l.path)
	}
	return nil
}

// check refuses a file that is no library, or one of the future. What is in
// the write-ahead log still is checked again when the file is open.
func (h header) check(path string) error {
	switch {
	case h.size == 0:
		return nil // to be created
	case h.application != applicationID && (h.application != 0 || h.version != 0):
		return fmt.Errorf("%s: %w", path, ErrNotLibrary)
	case h.version > latest():
		return newer(path, h.version)
	}
	return nil
}

func newer(path string, version int) error {
	return fmt.Errorf("%s: %w: schema %d, this program knows %d", path, ErrNewer, version, latest())
}

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
