package store_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/store"
)

// saved unpacks a library that an older version of the program made.
func saved(t *testing.T, name string) string {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", name+".db.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "library.db")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestSavedLibraries opens libraries of every older schema, each with articles
// as text and page, one removed, one renamed and tagged, and a briefing with
// edits of which the last was undone.
func TestSavedLibraries(t *testing.T) {
	for _, schema := range []string{"schema1", "schema2", "schema3", "schema4", "schema5", "schema6"} {
		for _, readOnly := range []bool{true, false} {
			t.Run(schema, func(t *testing.T) {
				path := saved(t, schema)
				before, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				l, err := store.Open(ctx, path, store.Options{ReadOnly: readOnly, Now: clock()})
				if err != nil {
					t.Fatal(err)
				}
				defer l.Close()
				looksRight(t, l)
				if readOnly {
					l.Close()
					if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
						t.Errorf("opened to be read, the library was changed (%v)", err)
					}
					return
				}
				healthy(t, l, true)
				b, name, err := l.Redo(ctx, "b1")
				if err != nil || name != "New Line" {
					t.Errorf("Redo = %q, %v", name, err)
				}
				do(t, l, "b1", b.NewLine(briefing.CommentSection, 0, "After the upgrade."))
				if kept, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "backups", "library-before-schema-*.db")); len(kept) != 1 {
					t.Errorf("backups before the upgrade: %v", kept)
				}
			})
		}
	}
}

func looksRight(t *testing.T, l *store.Library) {
	t.Helper()
	for query, want := range map[string]string{
		"":                  "ferry.html bridge.txt",
		"harbour":           "ferry.html",
		"ceasefire 1200":    "ferry.html",
		"title:crossing":    "ferry.html",
		"tag:border":        "bridge.txt",
		"is:used zenda":     "ferry.html bridge.txt",
		"older":             "",
		"rassendyll -ferry": "bridge.txt",
	} {
		var files []string
		for _, r := range search(t, l, query, store.BySaved).Rows {
			files = append(files, r.File)
		}
		if got := strings.Join(files, " "); got != want {
			t.Errorf("%q finds %s, want %s", query, got, want)
		}
	}
	for _, r := range search(t, l, "", store.BySaved).Rows {
		a, err := l.Article(ctx, r.ID)
		if err != nil || briefing.IDOf(a.Text) != a.ID {
			t.Errorf("article %s: %v", r.File, err)
			continue
		}
		original, err := l.Original(ctx, r.ID)
		if err != nil || int64(len(original)) != a.Source.Size {
			t.Errorf("original of %s: %d bytes, want %d (%v)", r.File, len(original), a.Source.Size, err)
		}
		if got, err := l.Candidates(ctx, []uint64{1}, 1, 5); err != nil || got != nil {
			t.Errorf("Candidates = %v, %v", got, err)
		}
	}
	h, err := l.History(ctx, "b1")
	if err != nil || h.Undo != "Verify" || h.Redo != "New Line" || len(h.Entries) != 3 {
		t.Errorf("history %+v, %v", h, err)
	}
	if _, err := l.Article(ctx, "sha256:00"); !errors.Is(err, briefing.ErrNotFound) {
		t.Error(err)
	}
}
