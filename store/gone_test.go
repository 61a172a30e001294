package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// TestLibraryTakenAway: a library whose file is removed, moved or replaced
// while it is open, as a program that synchronises folders does, takes no more
// edits than it can keep, and what it acknowledged before is in the file.
func TestLibraryTakenAway(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a file that is open stays in its place")
	}
	for name, take := range map[string]func(path, aside string) error{
		"the file is moved": os.Rename,
		"the folder is moved": func(path, aside string) error {
			return os.Rename(filepath.Dir(path), filepath.Dir(path)+"-away")
		},
		"another file is put in its place": func(path, aside string) error {
			other, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if err := os.Rename(path, aside); err != nil {
				return err
			}
			return os.WriteFile(path, other, 0o600)
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "work")
			if err := os.Mkdir(dir, 0o700); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(dir, "library.db")
			l := open(t, path)
			b := create(t, l)
			b, err := l.Do(ctx, b.ID, b.NewLine(briefing.CommentSection, 0, "Before."), nil)
			if err != nil {
				t.Fatal(err)
			}
			if err := take(path, filepath.Join(dir, "aside.db")); err != nil {
				t.Fatal(err)
			}
			if _, err := l.Do(ctx, b.ID, b.NewLine(briefing.CommentSection, 0, "After."), nil); !errors.Is(err, store.ErrMoved) {
				t.Errorf("an edit afterwards: %v, want ErrMoved", err)
			}
			if got := bytesOf(t, read(t, l, b.ID)); got != bytesOf(t, b) {
				t.Error("the edit that was refused changed the briefing")
			}
			l.Close()
			// A library that was moved is to be put back: what was written last
			// lies beside the place it had.
			if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) && name == "the file is moved" {
				if err := os.Rename(filepath.Join(dir, "aside.db"), path); err != nil {
					t.Fatal(err)
				}
			}
			found, err := filepath.Glob(filepath.Join(filepath.Dir(dir), "*", "*.db"))
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(found, func(path string) bool {
				again, err := store.Open(ctx, path, store.Options{})
				if err != nil {
					return false
				}
				defer again.Close()
				kept, err := again.Briefing(ctx, b.ID)
				return err == nil && bytesOf(t, kept) == bytesOf(t, b)
			}) {
				t.Errorf("the edit acknowledged before is in none of %v", found)
			}
		})
	}
}

func TestSurroundings(t *testing.T) {
	for _, tt := range []struct {
		files   []string // beside each other, in folders
		library string
		service string
		copies  string
	}{
		{[]string{"library.db", "library.db-wal", "backups/library 2.db"}, "library.db", "", ""},
		{[]string{"Dropbox/work/library.db", "Dropbox/work/library (Anna's conflicted copy 2024-03-02).db"}, "Dropbox/work/library.db", "Dropbox", "library (Anna's conflicted copy 2024-03-02).db"},
		{[]string{"OneDrive - Ministry/library.db", "OneDrive - Ministry/library-DESKTOP-1AB2C3.db"}, "OneDrive - Ministry/library.db", "OneDrive", "library-DESKTOP-1AB2C3.db"},
		{[]string{".stfolder/x", "a/library.db", "a/library.sync-conflict-20240302-101500-ABCDEFG.db"}, "a/library.db", "Syncthing", "library.sync-conflict-20240302-101500-ABCDEFG.db"},
		{[]string{".nextcloudsync.log", "library.db", "library (conflicted copy 2024-03-02 101500).db"}, "library.db", "Nextcloud", "library (conflicted copy 2024-03-02 101500).db"},
		{[]string{"Mobile Documents/library.db", "Mobile Documents/library 2.db"}, "Mobile Documents/library.db", "iCloud", "library 2.db"},
		{[]string{"library.db", "library-2023.db", "library of Marta.db", "library (old).db", "my library.db", "library-replaced-20191205T134005Z.db"}, "library.db", "", ""},
	} {
		dir := t.TempDir()
		for _, name := range tt.files {
			path := filepath.Join(dir, name)
			if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		got := store.SurroundingsOf(filepath.Join(dir, tt.library))
		if got.Service != tt.service || strings.Join(got.Copies, "|") != tt.copies {
			t.Errorf("%v: %+v, want %s and %s", tt.files, got, tt.service, tt.copies)
		}
	}
}

// Doctor tells of an index that has as many words as an article, but others.
func TestDoctorReadsTheIndex(t *testing.T) {
	l := newLibrary(t)
	add(t, l, store.NewArticle{Article: article("Ferry", "The ferry sails from Norhaven on Monday.")},
		store.NewArticle{Article: article("Bridge", "The bridge at Zenda is closed.")})
	healthy(t, l, false)
	path := l.Path()
	l.Close()
	execute(t, path, `DELETE FROM search WHERE rowid = 2;
		INSERT INTO search (rowid, title, outlet, byline, text, more) VALUES (2, 'bridge', '', '', 'the bridge of zenda is closed', '')`)
	l = open(t, path)
	c, err := l.Doctor(ctx, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, check := range c.Checks {
		if wrong := check.Name == "Search index"; wrong != (check.Problem != "") {
			t.Errorf("%s: %q", check.Name, check.Problem)
		}
	}
}
