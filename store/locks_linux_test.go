package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// locksOn returns the lines of /proc/locks about a file.
func locksOn(t *testing.T, path string) (lines []string) {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	all, err := os.ReadFile("/proc/locks")
	if err != nil {
		t.Skip(err)
	}
	inode := fmt.Sprintf(":%d ", info.Sys().(*syscall.Stat_t).Ino)
	for line := range strings.Lines(string(all)) {
		if strings.Contains(line, inode) {
			lines = append(lines, line)
		}
	}
	return lines
}

// TestNothingDropsTheLocks does what the program may do with the file of an
// open library, in the same process, and looks at the system's list of locks
// after each.
func TestNothingDropsTheLocks(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "library.db")
	l := open(t, path)
	add(t, l, store.NewArticle{Article: article("a", "one two three")})
	if _, err := l.Search(ctx, store.Request{}); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{path, path + ".lock"} {
		if len(locksOn(t, file)) == 0 {
			t.Fatalf("an open library has no lock on %s: the test looks in the wrong place", file)
		}
	}
	for _, step := range []struct {
		name string
		do   func() error
	}{
		{"a second open to write", func() error {
			_, err := store.Open(ctx, path, store.Options{})
			if !errors.Is(err, store.ErrInUse) {
				return fmt.Errorf("second Open = %w, want ErrInUse", err)
			}
			return nil
		}},
		{"opened and closed to read", func() error {
			r, err := store.Open(ctx, path, store.Options{ReadOnly: true})
			if err == nil {
				err = r.Close()
			}
			return err
		}},
		{"is it a library", func() error {
			is, err := store.IsLibrary(ctx, path)
			if err == nil && !is {
				err = errors.New("not a library")
			}
			return err
		}},
		{"backed up", func() error { return l.Backup(ctx, filepath.Join(dir, "copy.db")) }},
		{"restored over itself", func() error {
			if _, err := store.Restore(ctx, path, path, clock()()); !errors.Is(err, briefing.ErrConflict) {
				return fmt.Errorf("Restore = %w, want ErrConflict", err)
			}
			return nil
		}},
		{"looked at as a backup", func() error { _ = store.CheckBackup(ctx, path); return nil }}, // it is none
		{"checked", func() error { _, err := l.Doctor(ctx, true); return err }},
		{"read by a part that knows nothing of libraries", func() error { _, err := os.ReadFile(path); return err }},
	} {
		if err := step.do(); err != nil {
			t.Errorf("%s: %v", step.name, err)
		}
		for _, file := range []string{path, path + ".lock"} {
			if len(locksOn(t, file)) == 0 {
				t.Errorf("%s: the lock on %s is gone", step.name, filepath.Base(file))
			}
		}
	}
}

// TestVisitor has another program come and go between two edits, after a part
// of this one has opened the file, and ends without warning: the edit
// acknowledged last is there.
func TestVisitor(t *testing.T) {
	sqlite, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip(err)
	}
	path := filepath.Join(t.TempDir(), "library.db")
	l := open(t, path)
	create(t, l)
	if _, err := os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(sqlite, path, "SELECT count(*) FROM articles").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	b := read(t, l, "b1")
	do(t, l, "b1", b.NewLine(briefing.CommentSection, 0, "Said after the visit."))
	out, err := exec.Command(sqlite, path, "SELECT state FROM briefings; PRAGMA integrity_check").CombinedOutput()
	if err != nil || !bytes.Contains(out, []byte("Said after the visit.")) || !bytes.HasSuffix(bytes.TrimSpace(out), []byte("ok")) {
		t.Errorf("another program sees %v: %s", err, out)
	}
}

// TestReadOnlyDisk opens a library on a disk that cannot be written: as it was
// closed, as a power cut left it, and made by an older version.
func TestReadOnlyDisk(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir()) // other programs read from copies, too
	dir := smallDisk(t, 16<<20)
	path := filepath.Join(dir, "library.db")
	l := open(t, path)
	a := article("a", "one two three")
	add(t, l, store.NewArticle{Article: a})
	cut := filepath.Join(dir, "cut.db")
	for _, ending := range []string{"", "-wal"} {
		b, err := os.ReadFile(path + ending)
		if err == nil {
			err = os.WriteFile(cut+ending, b, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	l.Close()
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip(err)
	}
	for _, p := range []string{path, cut} {
		r, err := store.Open(ctx, p, store.Options{ReadOnly: true})
		if err != nil {
			t.Errorf("open %s to read: %v", filepath.Base(p), err)
			continue
		}
		if _, err := r.Article(ctx, a.ID); err != nil {
			t.Errorf("%s: %v", filepath.Base(p), err)
		}
		if err := r.Backup(ctx, filepath.Join(t.TempDir(), "copy.db")); err != nil {
			t.Errorf("%s: %v", filepath.Base(p), err)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "attache-reading-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	if _, err := store.Open(ctx, path, store.Options{}); err == nil {
		t.Error("opened to write on a disk that cannot be written")
	}
}
