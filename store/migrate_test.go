package store

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// TestUpgrade brings a library of this version to one of a made-up next.
func TestUpgrade(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "library.db")
	l, err := Open(ctx, path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	l.now = func() time.Time { return time.Date(2019, 12, 5, 13, 40, 0, 0, time.UTC) }
	list := migrations()
	next := len(list) + 1

	bad := append(list, migration{next, "CREATE TABLE novelties (n INTEGER) STRICT; INSERT INTO nowhere VALUES (1);", nil})
	if err := l.migrate(ctx, bad); err == nil {
		t.Fatal("a migration that fails gave no error")
	}
	if v := version(t, l); v != len(list) {
		t.Fatalf("after a failed upgrade the version is %d, want %d", v, len(list))
	}
	good := append(list, migration{next, "CREATE TABLE novelties (n INTEGER) STRICT;", nil})
	l.now = func() time.Time { return time.Date(2019, 12, 5, 13, 41, 0, 0, time.UTC) }
	if err := l.migrate(ctx, good); err != nil {
		t.Fatal(err)
	}
	if v := version(t, l); v != next {
		t.Errorf("after the upgrade the version is %d, want %d", v, next)
	}
	saved, err := filepath.Glob(filepath.Join(filepath.Dir(path), "backups", "library-before-schema-*.db"))
	if err != nil || len(saved) != 2 {
		t.Errorf("backups before the upgrades: %v, want 2", saved)
	}
	if all, _ := Backups(path); len(all) > 0 {
		t.Errorf("backups of upgrades are in the rotation: %v", all)
	}
	if err := l.migrate(ctx, list); err == nil || !strings.Contains(err.Error(), ErrNewer.Error()) {
		t.Errorf("a newer library: %v, want ErrNewer", err)
	}
}

func version(t *testing.T, l *Library) (v int) {
	t.Helper()
	if err := l.writer.QueryRow("PRAGMA user_version").Scan(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestMigrationsAreNumbered(t *testing.T) {
	if _, err := readMigrations(migrationFiles); err != nil {
		t.Error(err)
	}
	gap := fstest.MapFS{"migrations/0001_a.sql": {}, "migrations/0003_c.sql": {}}
	if _, err := readMigrations(gap); err == nil {
		t.Error("a gap in the numbers gave no error")
	}
}
