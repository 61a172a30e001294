package app_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// mixed is a drop as analysts make them: good files and bad ones.
var mixed = map[string]string{
	"a.txt":          talks,
	"again.txt":      talks,
	"b-copy.txt":     strings.ReplaceAll(talks, "lorries", "trucks") + "\nA line that the copy added.\n",
	"c.html":         "<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>The ferry at Zenda will sail again in the spring, the harbour master told reporters on Monday.</p><p>Its engine was mended over the winter by two men from the town.</p></article></body></html>",
	"empty.txt":      "",
	"blank.html":     "<html><body></body></html>",
	"broken.docx":    "PK\x03\x04 and then nothing",
	"deep/d.md":      "# Eels\n\nEel prices rose on Friday, traders in Strelsau said.\n",
	"deep/image.png": "\x89PNG\r\n\x1a\n",
}

func TestImportNeverStopsAtABadFile(t *testing.T) {
	dir := put(t, mixed)
	a := newApp(t)
	var progress []app.ImportEvent
	r, err := a.Import(ctx, []string{dir, filepath.Join(dir, "missing.txt")}, func(e app.ImportEvent) { progress = append(progress, e) })
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for i, e := range r.Events {
		got[e.Name] = string(e.State)
		if e.Done != i+1 || e.Total != len(r.Events) {
			t.Errorf("%s: %d of %d, want %d of %d", e.Name, e.Done, e.Total, i+1, len(r.Events))
		}
		var file *app.FileError
		if (e.State == app.Failed) != errors.As(e.Err, &file) {
			t.Errorf("%s: state %s, error %v", e.Name, e.State, e.Err)
		}
		if p := app.Explain(e.Err); e.State == app.Failed && (!strings.HasPrefix(p.What, e.Name+" was not added") || strings.Contains(p.Error(), dir)) {
			t.Errorf("%s: explained %q", e.Name, p)
		}
	}
	want := map[string]string{"a.txt": "added", "again.txt": "same", "b-copy.txt": "similar", "c.html": "added", "d.md": "added",
		"empty.txt": "failed", "blank.html": "failed", "broken.docx": "failed", "missing.txt": "failed"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("states (-want +got):\n%s", diff)
	}
	if len(progress) != len(r.Events) || r.Added != 3 || r.Same != 1 || r.Similar != 1 || r.Failed != 4 {
		t.Errorf("%d progress events; report %+v", len(progress), r)
	}
	for _, e := range r.Events {
		if e.State == app.Similar && (e.Shared < 0.6 || e.Shared > 1 || e.SimilarTo != "a.txt" && e.SimilarTo == "") {
			t.Errorf("similar: %+v", e)
		}
		if e.Name == "a.txt" && !cmp.Equal(e.Notes, []string{"No date found"}) {
			t.Errorf("notes of a.txt: %q", e.Notes)
		}
	}
	if res, _ := a.Search(ctx, app.Query{}); res.Total != 4 {
		t.Errorf("%d articles in the library, want 4", res.Total)
	}
	if err := a.UndoImport(ctx, r); err != nil {
		t.Fatal(err)
	}
	if res, _ := a.Search(ctx, app.Query{}); res.Total != 0 {
		t.Errorf("%d articles after undoing the import", res.Total)
	}
	back, err := a.Import(ctx, []string{filepath.Join(dir, "a.txt")}, nil)
	if err != nil || back.Added != 1 {
		t.Errorf("adding a removed article again: %+v, %v", back, err)
	}
}

// TestImportIsDeterministic: how many workers there are, and which is done
// first, does not show.
func TestImportIsDeterministic(t *testing.T) {
	files := map[string]string{}
	for i := range 60 {
		files[fmt.Sprintf("%02d.txt", i)] = strings.ReplaceAll(talks, "Zenda", fmt.Sprintf("Place%c", 'a'+i%20)) + strings.Repeat("And more was said about the ice. ", i)
	}
	dir := put(t, files)
	var want []app.ImportEvent
	for _, workers := range []int{1, 2, 8} {
		a, err := app.Open(ctx, app.Options{Library: filepath.Join(t.TempDir(), "library.db"), Now: clock(), MaxWorkers: workers})
		if err != nil {
			t.Fatal(err)
		}
		defer a.Close()
		r, err := a.Import(ctx, []string{dir}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if want == nil {
			want = r.Events
		}
		if diff := cmp.Diff(want, r.Events); diff != "" {
			t.Errorf("%d workers (-one +these):\n%s", workers, diff)
		}
	}
}

func TestImportStops(t *testing.T) {
	files := map[string]string{}
	for i := range 200 {
		files[fmt.Sprintf("%03d.txt", i)] = fmt.Sprintf("The minister of place %d met the press on Monday.", i)
	}
	a := newApp(t)
	stop, cancel := context.WithCancel(ctx)
	defer cancel()
	told := 0
	r, err := a.Import(stop, []string{put(t, files)}, func(app.ImportEvent) {
		if told++; told == 20 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || !r.Stopped || len(r.Events) >= 200 {
		t.Fatalf("Import = %d events, stopped %v, %v", len(r.Events), r.Stopped, err)
	}
	if res, _ := a.Search(ctx, app.Query{}); res.Total != r.Added+r.Similar || res.Total != told || r.Failed > 0 {
		t.Errorf("%d articles kept, %d reported as added, %d told, %d failed", res.Total, r.Added+r.Similar, told, r.Failed)
	}
}

func TestUndoImportKeepsWhatIsUsed(t *testing.T) {
	a := newApp(t)
	r, err := a.Import(ctx, []string{put(t, map[string]string{"a.txt": talks, "b.txt": "Eel prices rose on Friday, traders said."})}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.Draft(ctx, []briefing.ArticleID{r.Events[0].Article}); err != nil {
		t.Fatal(err)
	}
	if err := a.UndoImport(ctx, r); err != nil {
		t.Fatal(err)
	}
	res, _ := a.Search(ctx, app.Query{})
	if res.Total != 1 || res.Rows[0].ID != r.Events[0].Article {
		t.Errorf("left after undoing: %+v", res.Rows)
	}
}

func TestImportedFileIsKeptAsItWas(t *testing.T) {
	a := newApp(t)
	dir := put(t, mixed)
	path := filepath.Join(dir, "c.html")
	r, err := a.Import(ctx, []string{path}, nil)
	if err != nil || r.Added != 1 {
		t.Fatal(r, err)
	}
	want, _ := os.ReadFile(path)
	if got, err := a.Original(ctx, r.Events[0].Article); string(got) != string(want) || err != nil {
		t.Errorf("Original = %q, %v", got, err)
	}
}

// A text pasted that holds several articles is told of as each of them.
func TestImportTextTellsOfEachArticle(t *testing.T) {
	var b strings.Builder
	for i, title := range []string{"Lock gates to be renewed", "Wool talks adjourned"} {
		fmt.Fprintf(&b, "\n\n            %d of 2 DOCUMENTS\n\n\n            The Norhaven Mail\n\n            March %d, 2024\n\n%s\n\nLENGTH: 20 words\n\n"+
			"Both port offices of Norhaven said of number %d that a decision would come before winter.\n\nLOAD-DATE: March 5, 2024\n", i+1, i+1, title, i+1)
	}
	a, err := app.Open(t.Context(), app.Options{Library: filepath.Join(t.TempDir(), "library.db")})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	r, err := a.ImportText(t.Context(), "pasted.txt", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Events) != 2 || r.Added+r.Similar != 2 || r.Events[0].Title != "Lock gates to be renewed" || r.Events[1].Title != "Wool talks adjourned" {
		t.Errorf("the report is %+v, want both articles", r)
	}
}

// TestNoFileIsBlamedForTheLibrary: where the library cannot be read, the import
// ends and says so, once.
func TestNoFileIsBlamedForTheLibrary(t *testing.T) {
	a := newApp(t)
	dir := put(t, map[string]string{"a.txt": "The bridge at Zenda is open.", "b.txt": "The ferry at Strelsau is not."})
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := a.Import(ctx, []string{dir}, nil)
	var ours *app.LibraryError
	if !errors.As(err, &ours) || r.Failed != 0 {
		t.Errorf("%d files failed, %v; want a LibraryError", r.Failed, err)
	}
}
