package app_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

const cutPage = "<html><head><title>Ferry</title></head><body><article><h1>Ferry</h1><p>The ferry at Zenda will sail again in the spring, the harbour master told reporters on Monday.</p><p>Its engine was mended over the win"

func TestPageThatEndsEarlyIsKeptOutUntilAsked(t *testing.T) {
	a := newApp(t)
	path := filepath.Join(put(t, map[string]string{"cut.html": cutPage}), "cut.html")
	r, err := a.Import(ctx, []string{path}, nil)
	if err != nil || r.Failed != 1 || !errors.Is(r.Events[0].Err, app.ErrEndsEarly) {
		t.Fatalf("import: %+v, %v; want it kept out", r, err)
	}
	if p := app.Explain(r.Events[0].Err); !strings.Contains(p.What, "ends early") || strings.Contains(p.Error(), "damaged") {
		t.Errorf("explained as %q", p)
	}
	r, err = a.ImportWith(ctx, []string{path}, app.ImportOptions{Anyway: true}, nil)
	if err != nil || r.Added != 1 || !strings.Contains(strings.Join(r.Events[0].Notes, " "), "ends early") {
		t.Errorf("added anyway: %+v, %v; want it added, with a note", r, err)
	}
}

func TestReread(t *testing.T) {
	// Polish in windows-1250, with few letters outside ASCII: guessed wrong.
	polish := "Minister spraw zagranicznych spotka\xb3 si\xea z prezydentem. " + strings.Repeat("Rozmawiali o granicy i o handlu. ", 8)
	a := newApp(t)
	path := filepath.Join(t.TempDir(), "rozmowy.txt")
	if err := os.WriteFile(path, []byte(polish), 0o600); err != nil {
		t.Fatal(err)
	}
	r, err := a.Import(ctx, []string{path}, nil)
	if err != nil || r.Added != 1 {
		t.Fatalf("import: %+v, %v", r, err)
	}
	old := r.Events[0].Article
	readings, err := a.Readings(ctx, old)
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, r := range readings {
		found = found || r.Encoding == "windows-1250" && strings.Contains(r.Sample, "spotkał się")
	}
	if !found {
		t.Errorf("the readings do not offer the right one: %+v", readings)
	}
	e, err := a.Reread(ctx, old, "windows-1250")
	if err != nil || e.Article == old {
		t.Fatalf("reread: %+v, %v", e, err)
	}
	article, err := a.Article(ctx, e.Article)
	if err != nil || !strings.Contains(article.Text, "spotkał się z prezydentem") || article.Source.Encoding != "windows-1250" {
		t.Errorf("read as %q in %s, %v", article.Text, article.Source.Encoding, err)
	}
	listed := func() (ids []briefing.ArticleID) {
		t.Helper()
		res, err := a.Search(ctx, app.Query{})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range res.Rows {
			ids = append(ids, row.ID)
		}
		return ids
	}
	if ids := listed(); len(ids) != 1 || ids[0] != e.Article {
		t.Errorf("the library lists %v, want the new reading alone", ids)
	}
	if err := a.UndoReread(ctx, old, e); err != nil {
		t.Fatal(err)
	}
	if ids := listed(); len(ids) != 1 || ids[0] != old {
		t.Errorf("after undo the library lists %v, want the old reading", ids)
	}
	if _, err := a.Reread(ctx, old, "klingon"); err == nil {
		t.Error("an encoding that does not exist was taken")
	}
}

func TestRereadKeepsWhatABriefingRestsOn(t *testing.T) {
	a, b := draft(t)
	old := b.Articles[0].ID
	e, err := a.Reread(ctx, old, "utf-16le")
	if err != nil {
		t.Skipf("cannot be read so: %v", err)
	}
	res, err := a.Search(ctx, app.Query{})
	if err != nil || e.Article == old || res.Total != 2 {
		t.Errorf("%d articles listed, %v; want both", res.Total, err)
	}
}
