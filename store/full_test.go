package store_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// raw opens the file of a library with no care at all.
func raw(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	t.Cleanup(func() { db.Close() })
	return db
}

func execute(t *testing.T, path, sql string) {
	t.Helper()
	db := raw(t, path)
	defer db.Close()
	if _, err := db.Exec(sql); err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
}

// TestFullDisk fills a small file system. What was acknowledged before stays,
// the step that did not fit says why, and when there is room again work goes
// on.
func TestFullDisk(t *testing.T) {
	dir := smallDisk(t, 4<<20)
	ballast := filepath.Join(dir, "ballast")
	if err := os.WriteFile(ballast, make([]byte, 1<<20), 0o600); err != nil {
		t.Skip(err)
	}
	l := open(t, filepath.Join(dir, "library.db"))
	b := create(t, l)
	var err error
	edits := 0
	for ; edits < 100000; edits++ {
		var after briefing.Briefing
		if after, err = l.Do(ctx, b.ID, b.NewLine(briefing.CommentSection, 0, strings.Repeat("ice ", 2000)), nil); err != nil {
			break
		}
		b = after
	}
	if !errors.Is(err, store.ErrFull) {
		t.Fatalf("after %d edits on a full disk: %v, want ErrFull", edits, err)
	}
	if got := bytesOf(t, read(t, l, b.ID)); got != bytesOf(t, b) {
		t.Error("the edit that did not fit changed the briefing")
	}
	if err := l.Backup(ctx, filepath.Join(dir, "backup.db")); !errors.Is(err, store.ErrFull) {
		t.Errorf("backup to a full disk = %v, want ErrFull", err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".attache-*")); len(left) > 0 {
		t.Errorf("the failed backup left %v", left)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	if b, err = l.Do(ctx, b.ID, b.NewLine(briefing.CommentSection, 0, "Room again."), nil); err != nil {
		t.Fatalf("with room again: %v", err)
	}
	path := l.Path()
	l.Close()
	l = open(t, path)
	if got := bytesOf(t, read(t, l, b.ID)); got != bytesOf(t, b) {
		t.Error("after a restart the briefing is another")
	}
	healthy(t, l, false)
}

func TestReadOnlyFolder(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		t.Skip("needs a user whom a folder's mode can stop")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "library.db")
	l := open(t, path)
	a := article("a", "one two three")
	add(t, l, store.NewArticle{Article: a})
	l.Close()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o700)
	if _, err := store.Open(ctx, filepath.Join(dir, "new.db"), store.Options{}); !errors.Is(err, os.ErrPermission) {
		t.Errorf("a new library in a folder that cannot be written = %v, want ErrPermission", err)
	}
	reading, err := store.Open(ctx, path, store.Options{ReadOnly: true})
	if err != nil {
		t.Fatalf("open to read: %v", err)
	}
	defer reading.Close()
	if _, err := reading.Article(ctx, a.ID); err != nil {
		t.Error(err)
	}
}
