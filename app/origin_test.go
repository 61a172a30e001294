package app_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// three adds an article, an edited copy of it, and one on something else.
func three(t *testing.T) (a *app.App, ids []briefing.ArticleID) {
	t.Helper()
	a = newApp(t)
	for name, text := range map[string]string{"1": talks, "2": strings.ReplaceAll(talks, "lorries", "trucks") + "\nA line that the copy added.\n",
		"3": "Eel prices rose on Friday, traders in Strelsau said. The harbour was closed for the whole week by order of the town.\n"} {
		e, err := a.ImportBytes(ctx, name+".txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, e.Article)
	}
	slices.SortFunc(ids, func(x, y briefing.ArticleID) int { return strings.Compare(name(t, a, x), name(t, a, y)) })
	return a, ids
}

func name(t *testing.T, a *app.App, id briefing.ArticleID) string {
	t.Helper()
	article, err := a.Article(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	return article.Source.Name
}

func originsOf(b briefing.Briefing) (all []int) {
	for _, r := range b.Articles {
		all = append(all, r.Origin)
	}
	return all
}

func TestOriginIsTheAnalystsToSay(t *testing.T) {
	a, ids := three(t)
	b, err := a.Draft(ctx, ids)
	if err != nil {
		t.Fatal(err)
	}
	is := func(what string, want ...int) {
		t.Helper()
		now, err := a.Briefing(ctx, b.ID)
		if err != nil || !slices.Equal(originsOf(now), want) {
			t.Errorf("%s: origins %v, %v; want %v", what, originsOf(now), err, want)
		}
	}
	is("by what they share", 0, 0, 1)
	before, err := a.SetOrigin(ctx, ids[:2], app.OriginSeparate)
	if err != nil {
		t.Fatal(err)
	}
	is("said to be separate", 0, 1, 2)
	if same, v, err := a.Origin(ctx, ids[0], ids[1]); same || v != app.OriginSeparate || err != nil {
		t.Errorf("Origin = %v, %q, %v", same, v, err)
	}
	if _, name, err := a.Undo(ctx, b.ID); err != nil || name != "Count Origins" {
		t.Errorf("Undo = %q, %v", name, err)
	}
	is("undone in the briefing", 0, 0, 1)
	other, err := a.Draft(ctx, ids)
	if err != nil || !slices.Equal(originsOf(other), []int{0, 1, 2}) {
		t.Errorf("a new briefing: origins %v, %v; want what the analyst said", originsOf(other), err)
	}
	if _, err := a.SetOrigins(ctx, before); err != nil {
		t.Fatal(err)
	}
	if _, err := a.SetOrigin(ctx, []briefing.ArticleID{ids[0], ids[2]}, app.OriginSame); err != nil {
		t.Fatal(err)
	}
	is("said to be the same", 0, 0, 0) // the copy comes along
	if _, err := a.SetOrigin(ctx, ids[1:], app.OriginSeparate); err != nil {
		t.Fatal(err)
	}
	is("not by way of a third", 0, 1, 0)
}

func TestCompare(t *testing.T) {
	a, ids := three(t)
	c, err := a.Compare(ctx, ids[0], ids[1])
	if err != nil {
		t.Fatal(err)
	}
	if !c.OneStory || !c.Same || len(c.InA) == 0 || len(c.InB) == 0 {
		t.Errorf("an edited copy: shared %.2f, same %v, %d and %d passages", c.Shared, c.Same, len(c.InA), len(c.InB))
	}
	for _, s := range c.InB {
		if strings.Contains(s.Of(c.B.Text), "trucks") || strings.Contains(s.Of(c.B.Text), "the copy added") {
			t.Errorf("%q is marked as shared", s.Of(c.B.Text))
		}
	}
	c, err = a.Compare(ctx, ids[0], ids[2])
	if err != nil || c.OneStory || c.Same {
		t.Errorf("two stories: %+v, %v", c.Shared, err)
	}
	alike, err := a.FindAlike(ctx, ids[0])
	if err != nil || len(alike) != 1 || alike[0].Article.ID != ids[1] || alike[0].Shared < 0.6 {
		t.Errorf("FindAlike = %+v, %v; want the copy alone", alike, err)
	}
}

func TestOriginalFile(t *testing.T) {
	a := newApp(t)
	page := "<html><head><title>F\xe4hre</title><meta charset=windows-1252></head>\r\n<body><p>Die F\xe4hre f\xe4hrt am Montag.\x00</p><img src=\"https://example.org/x.png\"></body></html>"
	e, err := a.ImportBytes(ctx, "faehre.html", []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	o, err := a.OriginalFile(ctx, e.Article)
	if err != nil || !o.Whole || string(o.Bytes) != page {
		t.Fatalf("OriginalFile: whole %v, %d bytes, %v", o.Whole, len(o.Bytes), err)
	}
	if !strings.Contains(o.Text, "<title>Fähre</title>") || strings.ContainsAny(o.Text, "\r\x00") {
		t.Errorf("as text: %q", o.Text)
	}
	if _, err := a.OriginalFile(ctx, "sha256:00"); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("of no article: %v", err)
	}
	long, err := a.ImportBytes(ctx, "long.html", []byte("<html><body><p>Die Fähre fährt am Dienstag.</p><!--"+strings.Repeat("é", 400<<10)+"--></body></html>"))
	if err != nil {
		t.Fatal(err)
	}
	if o, err := a.OriginalFile(ctx, long.Article); err != nil || !o.Cut || len(o.Text) > 513<<10 || !strings.HasSuffix(o.Text, "é") {
		t.Errorf("a long file: cut %v, %d bytes of text ending in %q, %v", o.Cut, len(o.Text), o.Text[max(0, len(o.Text)-6):], err)
	}
}
