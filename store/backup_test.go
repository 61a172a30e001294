package store_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// TestBackupSparesOtherLibraries: a copy that Backup wrote makes room for the
// next, a library that is worked with does not, and nothing is left beside it.
func TestBackupSparesOtherLibraries(t *testing.T) {
	l := newLibrary(t)
	other := filepath.Join(t.TempDir(), "other.db")
	o := open(t, other)
	add(t, o, store.NewArticle{Article: article("Ferry", "The ferry at Zenda runs again.")})
	for _, is := range []string{"open", "closed"} {
		if err := l.Backup(ctx, other); !errors.Is(err, store.ErrInTheWay) {
			t.Errorf("Backup over a library that is %s = %v, want ErrInTheWay", is, err)
		}
		if err := o.Close(); err != nil && is == "open" {
			t.Fatal(err)
		}
	}
	for _, ending := range []string{"-wal", "-shm"} {
		if _, err := os.Stat(other + ending); err == nil {
			t.Errorf("a look left a file ending in %s beside the library", ending)
		}
	}
	copied := filepath.Join(t.TempDir(), "copy.db")
	for range 2 {
		if err := l.Backup(ctx, copied); err != nil {
			t.Error(err)
		}
	}
}

func TestBackupIsALibrary(t *testing.T) {
	l := newLibrary(t)
	a := article("a", "one two three")
	add(t, l, store.NewArticle{Article: a, Original: []byte("original"), Tags: []string{"ice"}})
	b := create(t, l)
	b = do(t, l, b.ID, b.NewLine(briefing.CommentSection, 0, "Ice."))
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := os.WriteFile(path, []byte("A diary of my own."), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := l.Backup(ctx, path); !errors.Is(err, store.ErrInTheWay) {
		t.Errorf("Backup over a diary = %v, want ErrInTheWay", err)
	}
	if kept, err := os.ReadFile(path); err != nil || string(kept) != "A diary of my own." {
		t.Fatalf("the diary reads %q, %v", kept, err)
	}
	path = filepath.Join(t.TempDir(), "copy.db")
	for range 2 { // the second over the first
		if err := l.Backup(ctx, path); err != nil {
			t.Fatal(err)
		}
	}
	c := open(t, path)
	if got := bytesOf(t, read(t, c, b.ID)); got != bytesOf(t, b) {
		t.Errorf("briefing in the backup:\n%s", got)
	}
	if _, name, err := c.Undo(ctx, b.ID); name != "New Line" || err != nil {
		t.Errorf("Undo in the backup = %q, %v", name, err)
	}
	if search(t, c, "tag:ice three", store.ByRelevance).Total != 1 {
		t.Error("the backup does not find its article")
	}
	healthy(t, c, false)
	if err := l.Backup(ctx, l.Path()); err == nil {
		t.Error("a library was backed up onto itself")
	}
	if err := l.Backup(ctx, filepath.Join(t.TempDir(), "no", "folder", "copy.db")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("backup to a folder that is not there = %v", err)
	}
}

func TestRestore(t *testing.T) {
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "library.db"), filepath.Join(dir, "backup.db")
	l := open(t, path)
	b := create(t, l)
	if err := l.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	do(t, l, b.ID, b.NewLine(briefing.CommentSection, 0, "Later."))
	now := time.Date(2019, 12, 5, 13, 40, 0, 0, time.UTC)
	if _, err := store.Restore(ctx, path, backup, now); !errors.Is(err, store.ErrInUse) {
		t.Errorf("Restore under an open library = %v, want ErrInUse", err)
	}
	l.Close()
	bad := filepath.Join(dir, "bad.db")
	if err := os.WriteFile(bad, []byte("SQLite format 3\x00 and then nothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := store.Restore(ctx, path, bad, now); !errors.Is(err, briefing.ErrDamaged) {
		t.Errorf("Restore of a damaged backup = %v, want ErrDamaged", err)
	}
	l = open(t, path)
	if n := len(read(t, l, b.ID).Lines()); n != 1 {
		t.Fatalf("refused backups changed the library: %d lines", n)
	}
	l.Close()
	for n, want := range []string{"library-replaced-20191205T134000Z.db", "library-replaced-20191205T134000Z-2.db"} {
		kept, err := store.Restore(ctx, path, backup, now)
		if err != nil || filepath.Base(kept) != want {
			t.Fatalf("Restore %d = %q, %v; want %s", n, kept, err, want)
		}
		l := open(t, path)
		if n := len(read(t, l, b.ID).Lines()); n != 0 {
			t.Errorf("restored library has %d lines, want those of the backup, 0", n)
		}
		l.Close()
	}
	if n := len(read(t, open(t, filepath.Join(dir, "library-replaced-20191205T134000Z.db")), b.ID).Lines()); n != 1 {
		t.Errorf("the library set aside has %d lines, want 1", n)
	}
}

func TestRestoreOverADamagedLibrary(t *testing.T) {
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "library.db"), filepath.Join(dir, "backup.db")
	l := open(t, path)
	b := create(t, l)
	if err := l.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	l.Close()
	broken := []byte(strings.Repeat("ruined ", 3000))
	if err := os.WriteFile(path, broken, 0o600); err != nil {
		t.Fatal(err)
	}
	kept, err := store.Restore(ctx, path, backup, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(kept); string(got) != string(broken) || err != nil {
		t.Errorf("the damaged file was not kept as it was: %v", err)
	}
	read(t, open(t, path), b.ID)
}

// TestRestoredLibraryWasClosed makes the backup of a library in use, which is
// no sign that a session was cut off.
func TestRestoredLibraryWasClosed(t *testing.T) {
	dir := t.TempDir()
	path, copied := filepath.Join(dir, "library.db"), filepath.Join(dir, "copy.db")
	l := open(t, path)
	add(t, l, store.NewArticle{Article: article("a", "one two three")})
	if err := l.Backup(ctx, copied); err != nil {
		t.Fatal(err)
	}
	l.Close()
	if _, err := store.Restore(ctx, path, copied, time.Now()); err != nil {
		t.Fatal(err)
	}
	if l := open(t, path); !l.LastExit().Clean {
		t.Error("a restored library says that it was not closed")
	}
}

func TestRotation(t *testing.T) {
	now := time.Date(2019, 10, 1, 9, 0, 0, 0, time.UTC)
	l, err := store.Open(ctx, filepath.Join(t.TempDir(), "library.db"), store.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	foreign := filepath.Join(filepath.Dir(l.Path()), "backups", "library-mine.db")
	for day := range 60 {
		for range 2 { // the second time of a day none is due
			if _, err := l.BackupIfDue(ctx, store.Keep{Daily: 7, Weekly: 4}); err != nil {
				t.Fatal(err)
			}
		}
		if day == 0 {
			if err := os.WriteFile(foreign, []byte("x"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		now = now.Add(24 * time.Hour)
	}
	all, err := store.Backups(l.Path())
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range all {
		got = append(got, b.At.Format("01-02"))
	}
	// Seven days, of which the first is the last of the week before; then the
	// last days, Sundays, of the weeks before that.
	want := []string{"11-29", "11-28", "11-27", "11-26", "11-25", "11-24", "11-23", "11-17", "11-10"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("backups kept (-want +got):\n%s", diff)
	}
	if _, err := os.Stat(foreign); err != nil {
		t.Errorf("a file that is no backup was taken away: %v", err)
	}
}

func TestDoctorFindsDamage(t *testing.T) {
	tests := []struct {
		name, sql, checks string
	}{
		{"a text that was changed", "UPDATE texts SET packed = zeroblob(length(packed))", "Search index, Articles"},
		{"an article without index", "DELETE FROM search WHERE rowid = 1", "Search index"},
		{"a state that the journal does not lead to", `UPDATE briefings SET state = replace(state, 'Ice.', 'Fire.')`, "Edit journal"},
		{"a reference to nothing", "PRAGMA foreign_keys = off; INSERT INTO tags (tag, article) VALUES ('x', 77)", "References"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "library.db")
			l := open(t, path)
			add(t, l, store.NewArticle{Article: article("a", "one two three")})
			b := create(t, l)
			do(t, l, b.ID, b.NewLine(briefing.CommentSection, 0, "Ice."))
			healthy(t, l, true)
			l.Close()
			execute(t, path, tt.sql)
			c, err := open(t, path).Doctor(ctx, false)
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range c.Checks {
				if (h.Problem != "") != strings.Contains(tt.checks, h.Name) {
					t.Errorf("%s: %q", h.Name, h.Problem)
				}
			}
		})
	}
}

// TestDamagedPage overwrites one page of the file: the quick check and the
// first reading that meets it say so.
func TestDamagedPage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l := open(t, path)
	for i := range 30 {
		add(t, l, store.NewArticle{Article: article(fmt.Sprint("a", i), strings.Repeat(fmt.Sprint("number ", i, " of the ministers "), 400))})
	}
	if err := l.QuickCheck(ctx); err != nil {
		t.Fatal(err)
	}
	l.Close()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	noticed := 0
	for page := 2; page < len(b)/4096; page += 7 {
		bad := bytes.Clone(b)
		copy(bad[page*4096:], bytes.Repeat([]byte{0x5a}, 4096))
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		l, err := store.Open(ctx, path, store.Options{ReadOnly: true})
		if err != nil {
			noticed++
			continue
		}
		found := errors.Is(l.QuickCheck(ctx), briefing.ErrDamaged)
		for _, r := range search(t, l, "", store.BySaved).Rows {
			if a, err := l.Article(ctx, r.ID); err == nil && briefing.IDOf(a.Text) != a.ID {
				t.Errorf("page %d: a text was given out that is not the one saved", page)
			} else if err != nil && !errors.Is(err, briefing.ErrDamaged) {
				t.Errorf("page %d: %v, want ErrDamaged", page, err)
			}
		}
		if found {
			noticed++
		}
		l.Close()
	}
	if noticed == 0 {
		t.Error("no damage was noticed")
	}
}

func TestTheJournalCannotBeShortened(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.db")
	l := open(t, path)
	b := create(t, l)
	do(t, l, b.ID, b.NewLine(briefing.CommentSection, 0, "Ice."))
	l.Close()
	db := raw(t, path)
	for _, sql := range []string{"DELETE FROM journal", "UPDATE journal SET edit = ''"} {
		if _, err := db.Exec(sql); err == nil {
			t.Errorf("%s: no error", sql)
		}
	}
}
