package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"

	"example.org/attache/briefing"
)

// source is the file that a library is read from.
type source struct {
	path      string
	immutable bool   // it lies where nothing can be written, and nobody writes to it
	folder    string // of a copy that goes when the library is closed; "" if it is the library itself
}

// openToRead opens the library beside whoever writes to it. SQLite has to be
// able to make files beside it for that; where it cannot, the library is
// read as a file that nobody changes, or from a copy if there is a
// write-ahead log beside it or an older program made it.
func (l *Library) openToRead(ctx context.Context) error {
	none, err := missing(l.path)
	if err != nil {
		return fmt.Errorf("open the library: %w", err)
	}
	if none {
		return errNone
	}
	err = l.openReaders(ctx, source{path: l.path})
	if errors.Is(err, fs.ErrPermission) {
		if exists(l.path + "-wal") {
			err = l.openCopy(ctx)
		} else {
			err = l.openReaders(ctx, source{path: l.path, immutable: true})
		}
	}
	if errors.Is(err, errOlder) {
		err = l.openCopy(ctx)
	}
	if err != nil {
		return err
	}
	return l.readLastExit(ctx)
}

// errOlder is a library that has to be brought up to date to be read.
var errOlder = errors.New("an older version of the program made it")

// openReaders opens the reading connections and tries one.
func (l *Library) openReaders(ctx context.Context, from source) (err error) {
	if l.reader != nil {
		l.reader.Close()
	}
	if l.reader, err = connect(from.path, readerQuery(from.immutable)); err != nil {
		return explain("open the library", err)
	}
	l.readFrom = from
	l.reader.SetMaxOpenConns(readers)
	l.reader.SetMaxIdleConns(readers)
	id, err := identify(ctx, l.reader)
	if err != nil {
		return explain("open the library", err)
	}
	if err := id.check(l.path); err != nil {
		return err
	}
	switch {
	case id.empty():
		return errNone
	case id.version < latest():
		return fmt.Errorf("open %s to read: %w", l.path, errOlder)
	}
	return nil
}

// openCopy reads the library from a copy in a folder of our own, with what is
// in the write-ahead log, brought up to date there. The library itself stays
// as it is.
func (l *Library) openCopy(ctx context.Context) (err error) {
	dir, err := os.MkdirTemp("", "attache-reading-")
	if err != nil {
		return fmt.Errorf("open the library: %w", err)
	}
	defer func() {
		if err != nil {
			os.RemoveAll(dir)
		}
	}()
	path := filepath.Join(dir, filepath.Base(l.path))
	if err := l.copyTogether(ctx, path); err != nil {
		return fmt.Errorf("open the library: %w", err)
	}
	// Opened as any library: that takes in the log and brings it up to date.
	copied, err := Open(ctx, path, Options{Now: l.now})
	if err != nil {
		return err
	}
	if err := copied.shut(); err != nil {
		return explain("open the library", err)
	}
	if err := l.openReaders(ctx, source{path: path, folder: dir}); err != nil {
		return err
	}
	return nil
}

// copyTogether copies the library and its write-ahead log. Where SQLite can
// open the library it does that; where not, nobody can be writing to it with
// our knowledge, and the copy is looked over.
func (l *Library) copyTogether(ctx context.Context, path string) error {
	db, err := connect(l.path, url.Values{"mode": {"ro"}, "_pragma": {"busy_timeout(5000)"}})
	if err == nil {
		_, err = db.ExecContext(ctx, "VACUUM INTO ?", path)
		db.Close()
	}
	if err == nil || !errors.Is(explain("", err), fs.ErrPermission) {
		return explain("copy", err)
	}
	_ = os.Remove(path)
	for _, ending := range []string{"", "-wal"} {
		tmp, err := copyFile(l.path+ending, filepath.Dir(path))
		if err != nil {
			return err
		}
		if err := os.Rename(tmp, path+ending); err != nil {
			return err
		}
	}
	check, err := connect(path, url.Values{})
	if err != nil {
		return err
	}
	defer check.Close()
	problems, err := integrity(ctx, check)
	if err == nil && len(problems) > 0 {
		err = fmt.Errorf("%w: %s", briefing.ErrDamaged, problems[0])
	}
	return err
}

// connectToCopy is a connection of its own to copy the library with: the
// readers may write to no file at all, and the writer is not to wait.
func (l *Library) connectToCopy() (*sql.DB, error) {
	q := url.Values{"mode": {"ro"}, "_pragma": {"busy_timeout(5000)"}}
	if l.readFrom.immutable {
		q.Set("immutable", "1")
	}
	if l.readFrom.path == "" { // before the readers are open
		return connect(l.path, q)
	}
	return connect(l.readFrom.path, q)
}
