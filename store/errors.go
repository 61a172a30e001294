package store

import (
	"errors"
	"fmt"
	"io/fs"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"example.org/attache/briefing"
)

// The errors of a library, beside those of package briefing.
var (
	ErrInUse      = errors.New("the library is open in another window")
	ErrNotLibrary = fmt.Errorf("not a library: %w", briefing.ErrDamaged)
	ErrNewer      = errors.New("the library was made by a newer version")
	ErrReadOnly   = errors.New("the library is open to be read only")
	ErrFull       = errors.New("the disk is full")
	ErrInTheWay   = errors.New("the file in the way is no backup of a library")
)

// explain gives an error of SQLite the sentinel that stands for it.
func explain(doing string, err error) error {
	if err == nil {
		return nil
	}
	var e *sqlite.Error
	if errors.As(err, &e) {
		if s := sentinel(e.Code()); s != nil {
			return fmt.Errorf("%s: %w (%w)", doing, s, err)
		}
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// sentinel returns the error for a result code (https://sqlite.org/rescode.html),
// or nil. Extended codes carry their kind in the low byte.
func sentinel(code int) error {
	if code == sqlite3.SQLITE_IOERR_SHMSIZE {
		return ErrFull // the shared index of the journal cannot grow
	}
	switch code & 0xff {
	case sqlite3.SQLITE_FULL:
		return ErrFull
	case sqlite3.SQLITE_CORRUPT:
		return briefing.ErrDamaged
	case sqlite3.SQLITE_IOERR:
		return ErrGone
	case sqlite3.SQLITE_NOTADB:
		return ErrNotLibrary
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return ErrInUse
	case sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY: // the file's or the disk's, not ours
		return fs.ErrPermission
	}
	return nil
}
