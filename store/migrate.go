package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strconv"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migration is one step of the schema, from version-1 to version. What SQL
// cannot say comes after it, in the same transaction.
type migration struct {
	version int
	sql     string
	then    func(context.Context, *sql.Tx) error // nil for nothing
}

// inGo are the parts of migrations that are not SQL, by version.
var inGo = map[int]func(context.Context, *sql.Tx) error{4: bringOver, 5: indexAnew, 7: leaveOutFurniture}

// migrations returns the steps in order. Their numbers rise by one: a test
// sees to that.
func migrations() []migration {
	list, err := readMigrations(migrationFiles)
	if err != nil {
		panic(err) // built in
	}
	return list
}

func readMigrations(files fs.FS) ([]migration, error) {
	names, err := fs.Glob(files, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	var list []migration
	for _, name := range names { // sorted by name
		n, err := strconv.Atoi(path.Base(name)[:4])
		if err != nil || n != len(list)+1 {
			return nil, fmt.Errorf("migration %s: not number %d", name, len(list)+1)
		}
		b, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		list = append(list, migration{n, string(b), inGo[n]})
	}
	return list, nil
}

// latest is the version of the schema that this program writes.
func latest() int { return len(migrations()) }

// migrate brings the library up to date, each step in one transaction. A
// library that holds something is backed up before.
func (l *Library) migrate(ctx context.Context, list []migration) error {
	id, err := identify(ctx, l.writer)
	if err != nil {
		return explain("open the library", err)
	}
	version := id.version
	if version == 0 && id.tables > 0 {
		return fmt.Errorf("%s: %w", l.path, ErrNotLibrary)
	}
	if version > len(list) {
		return newer(l.path, version)
	}
	if version > 0 && version < len(list) {
		if _, err := l.backupInto(ctx, fmt.Sprintf("before-schema-%d-", version+1)); err != nil {
			return fmt.Errorf("upgrade the library: %w", err)
		}
	}
	for _, m := range list[version:] {
		if err := l.step(ctx, m); err != nil {
			return explain(fmt.Sprintf("upgrade the library to schema %d", m.version), err)
		}
	}
	if version > 0 && version < len(list) {
		// Gives back what the tables of before took. Where it cannot be done,
		// for want of room perhaps, the library is as good.
		_, _ = l.writer.ExecContext(ctx, "VACUUM")
	}
	return nil
}

func (l *Library) step(ctx context.Context, m migration) error {
	tx, err := l.writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, m.sql); err != nil {
		return err
	}
	if m.then != nil {
		if err := m.then(ctx, tx); err != nil {
			return err
		}
	}
	// The header is part of the transaction; pragmas take no parameters.
	_, err = tx.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, m.version))
	if err != nil {
		return err
	}
	return tx.Commit()
}
