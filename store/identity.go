package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// applicationID marks a SQLite file as a library: "Atta".
const applicationID = 0x41747461

// IsLibraryHead reports whether the first bytes of a file, 72 or more, are those
// of a library (https://sqlite.org/fileformat2.html, 1.3). It is for bytes that
// are in no file of their own: of a file, see IsLibrary.
func IsLibraryHead(head []byte) bool {
	return bytes.HasPrefix(head, []byte("SQLite format 3\x00")) && len(head) >= 72 && binary.BigEndian.Uint32(head[68:]) == applicationID
}

// identity is what a database says it is.
type identity struct {
	application int64
	version     int // of the schema: user_version
	tables      int
}

// querier is a connection, a pool of them, or a transaction.
type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// identify asks an open database what it is. Only SQLite may open the file of
// a library: where locks belong to the process, as they do on most systems,
// whoever else in the process closes the file lets go of SQLite's locks on it
// (https://sqlite.org/howtocorrupt.html, 2.2).
func identify(ctx context.Context, db querier) (id identity, err error) {
	err = db.QueryRowContext(ctx, `SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
		FROM pragma_application_id, pragma_user_version`).Scan(&id.application, &id.version, &id.tables)
	return id, err
}

// check refuses a database that is no library, or one of the future. An empty
// one is to become a library.
func (id identity) check(path string) error {
	switch {
	case id.empty():
		return nil
	case id.application != applicationID || id.version == 0:
		return fmt.Errorf("%s: %w", path, ErrNotLibrary)
	case id.version > latest():
		return newer(path, id.version)
	}
	return nil
}

func (id identity) empty() bool { return id == identity{} }

func newer(path string, version int) error {
	return fmt.Errorf("%s: %w: schema %d, this program knows %d", path, ErrNewer, version, latest())
}

// IsLibrary reports whether the file at path is a library, of whatever
// version. It changes nothing and disturbs nobody who has it open.
func IsLibrary(ctx context.Context, path string) (bool, error) {
	if _, err := sizeOf(path); err != nil {
		return false, err
	}
	id, err := identifyFile(ctx, path)
	return err == nil && id.application == applicationID && id.version > 0, nil
}

// IsOlder reports whether the file at path is a library that an older version
// of the program made.
func IsOlder(ctx context.Context, path string) bool {
	id, err := identifyFile(ctx, path)
	return err == nil && id.application == applicationID && id.version > 0 && id.version < latest()
}

// isBackup reports whether the file at path is a copy that Backup wrote, and no
// library that is worked with: that has a write-ahead log from its first day on,
// and its header says so (https://sqlite.org/fileformat2.html, 1.3). It must not
// be the file of an open library, which nobody but SQLite may open.
func isBackup(ctx context.Context, path string) bool {
	if is, err := IsLibrary(ctx, path); err != nil || !is {
		return false
	}
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	const writeVersion, withoutLog = 18, 1
	var header [20]byte
	_, err = io.ReadFull(f, header[:])
	return err == nil && header[writeVersion] == withoutLog
}

// identifyFile asks the database at path what it is, also where nothing can
// be written.
func identifyFile(ctx context.Context, path string) (id identity, err error) {
	err = look(ctx, path, func(db *sql.DB) error {
		id, err = identify(ctx, db)
		return err
	})
	return id, err
}

// look asks the database at path something. Where nobody works with it no files
// are put beside it.
func look(ctx context.Context, path string, ask func(*sql.DB) error) error {
	var first error
	for _, immutable := range []bool{!exists(path + "-wal"), exists(path + "-wal")} {
		db, err := connect(path, readerQuery(immutable))
		if err != nil {
			return err
		}
		err = ask(db)
		db.Close()
		if err == nil {
			return nil
		}
		if first == nil {
			first = err
		}
	}
	return first
}

// sizeOf returns the size of the ordinary file at path, without opening it.
func sizeOf(path string) (int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	if !info.Mode().IsRegular() {
		return 0, fmt.Errorf("%s: %w", path, ErrNotLibrary)
	}
	return info.Size(), nil
}

// Owns reports whether path is one of the files of the open library, under
// whatever name: nobody but SQLite may open those.
func (l *Library) Owns(path string) bool {
	for _, ending := range []string{"", "-wal", "-shm", lockEnding} {
		if sameFile(path, l.path+ending) {
			return true
		}
	}
	return false
}

// missing reports whether there is no library at path yet: no file, or an
// empty one.
func missing(path string) (bool, error) {
	size, err := sizeOf(path)
	if os.IsNotExist(err) {
		return true, nil
	}
	return err == nil && size == 0, err
}

// Missing reports whether opening path to write would begin a new library.
func Missing(path string) bool {
	none, err := missing(path)
	return none && err == nil
}

var errNone = fmt.Errorf("open the library: %w", fs.ErrNotExist)
