package app_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// TestArchive takes a library out and puts it back in: with pages and texts,
// one of them renamed, one removed, tags, a saved search, a briefing with
// edits of which one was undone, and what was learnt.
func TestArchive(t *testing.T) {
	a, b := draft(t)
	if _, err := a.Import(ctx, []string{put(t, years)}, nil); err != nil {
		t.Fatal(err)
	}
	rows, err := a.Search(ctx, app.Query{Sort: app.BySaved})
	if err != nil {
		t.Fatal(err)
	}
	title := "A title of my own"
	steps := []func() error{
		func() error {
			return a.SetDetails(ctx, rows.Rows[1].ID, app.ArticleDetails{Title: &title})
		},
		func() error {
			return a.Tag(ctx, []briefing.ArticleID{rows.Rows[0].ID, rows.Rows[1].ID}, []string{"border", "ice"}, nil)
		},
		func() error { return a.Remove(ctx, []briefing.ArticleID{rows.Rows[0].ID}) },
		func() error { return a.SaveSearch(ctx, app.SavedSearch{Name: "Ice", Text: "ice"}) },
		func() error { _, err := a.Do(ctx, b.ID, b.NewLine(briefing.CommentSection, 0, "Mine.")); return err },
		func() error {
			fix := briefing.Fix{Kind: briefing.NameFix, From: "Rassendyl", To: "Anna Rassendyll"}
			return a.ChangeLearnt(ctx, nil, &fix)
		},
		func() error {
			_, err := a.Do(ctx, b.ID, b.NewLine(briefing.CommentSection, 0, "On second thoughts."))
			return err
		},
		func() error { _, _, err := a.Undo(ctx, b.ID); return err },
	}
	for i, step := range steps {
		if err := step(); err != nil && i != 6 {
			t.Fatalf("step %d: %v", i, err)
		}
	}
	dir := t.TempDir()
	first, second := filepath.Join(dir, "first.zip"), filepath.Join(dir, "second.zip")
	if err := a.WriteArchive(ctx, first, nil); err != nil {
		t.Fatal(err)
	}
	if err := a.WriteArchive(ctx, first, nil); !errors.Is(err, briefing.ErrConflict) {
		t.Errorf("written over an archive: %v, want ErrConflict", err)
	}
	again := newApp(t)
	n, err := again.ReadArchive(ctx, first, nil)
	if err != nil || n < 5 {
		t.Fatalf("ReadArchive = %d, %v", n, err)
	}
	if err := again.WriteArchive(ctx, second, nil); err != nil {
		t.Fatal(err)
	}
	x, err := os.ReadFile(first)
	if err != nil {
		t.Fatal(err)
	}
	if y, err := os.ReadFile(second); err != nil || !bytes.Equal(x, y) {
		t.Errorf("out, in and out again gives other bytes (%v): %d, then %d", err, len(x), len(y))
	}
	if r, err := again.Doctor(ctx, app.DoctorOptions{}); err != nil || !r.Healthy() {
		t.Errorf("the library that was filled: %+v, %v", r.Checks, err)
	}
	for _, query := range []string{"", "tag:ice", "title:own", "zenda", "is:used"} {
		want, _ := a.Search(ctx, app.Query{Text: query})
		got, err := again.Search(ctx, app.Query{Text: query})
		if diff := cmp.Diff(want, got); diff != "" || err != nil {
			t.Errorf("search %q (-first +second): %v\n%s", query, err, diff)
		}
	}
	if _, name, err := again.Redo(ctx, b.ID); err != nil || name == "" {
		t.Errorf("Redo in the library that was filled = %q, %v", name, err)
	}
	if _, err := again.ReadArchive(ctx, first, nil); !errors.Is(err, briefing.ErrConflict) {
		t.Errorf("read into a library that is not empty: %v, want ErrConflict", err)
	}

	// Damaged anywhere, it is refused before anything is kept.
	for _, at := range []int{10, len(x) / 3, len(x) / 2, len(x) - 30} {
		bad := bytes.Clone(x)
		bad[at] ^= 0x55
		path := filepath.Join(dir, "bad.zip")
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		empty := newApp(t)
		var refused *app.ArchiveError
		if _, err := empty.ReadArchive(ctx, path, nil); err != nil && !errors.As(err, &refused) {
			t.Errorf("damaged at %d: %v, want an ArchiveError", at, err)
		} else if found, _ := empty.Search(ctx, app.Query{}); err != nil && found.Total != 0 {
			t.Errorf("damaged at %d: refused, but %d articles were kept", at, found.Total)
		}
	}
}
