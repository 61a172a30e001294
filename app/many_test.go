package app_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// threeInOne is a file as a database of the press hands it out.
var threeInOne = func() string {
	var b strings.Builder
	for i, s := range []struct{ title, outlet, text string }{
		{"Ferry to Skerry sails again", "The Norhaven Mail", "The ferry between Norhaven and Skerry will sail again from Monday, both harbour offices said."},
		{"Talks on grain put off", "Tessaly Herald", "Delegates of Tessaly and Morvia put off their talks on grain until the spring, a spokeswoman said."},
		{"Eel prices rise", "Strelsau Post", "Eel prices rose by a third in Strelsau on Friday, traders told the fish exchange."},
	} {
		b.WriteString("\n\n            " + string(rune('1'+i)) + " of 3 DOCUMENTS\n\n\n            " + s.outlet + "\n\n            March " + string(rune('2'+i)) + ", 2024\n\n" +
			s.title + "\n\nLENGTH: 20 words\n\n" + s.text + "\n\nLOAD-DATE: March 5, 2024\n")
	}
	return b.String()
}()

// A file of three articles gives three, which point to the one file that is
// kept; some can be left out, and all of it is one thing to undo.
func TestImportOfAFileOfManyArticles(t *testing.T) {
	dir := put(t, map[string]string{"search.txt": threeInOne})
	a := newApp(t)
	r, err := a.Import(ctx, []string{dir}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Events) != 3 || r.Added != 3 {
		t.Fatalf("report %+v, want three articles", r)
	}
	for i, e := range r.Events {
		if e.Name != "search.txt" || e.Part != i+1 || e.Parts != 3 || e.Done != 1 || e.Total != 1 {
			t.Errorf("event %d: %+v", i, e)
		}
		b, err := a.Original(ctx, e.Article)
		if err != nil || !bytes.Equal(b, []byte(threeInOne)) {
			t.Errorf("the original of article %d is %d bytes, %v", i+1, len(b), err)
		}
	}
	if got := strings.Join(r.Events[0].Notes, ", "); !strings.HasPrefix(got, "3 articles in this file") {
		t.Errorf("the first row says %q", got)
	}

	b, err := a.Draft(ctx, []briefing.ArticleID{r.Events[1].Article})
	if err != nil || len(b.Articles) != 1 || b.Articles[0].Title != "Talks on grain put off" {
		t.Errorf("a briefing of one of them: %v, %v", b.Articles, err)
	}

	if err := a.UndoImport(ctx, r); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, a); got != "Talks on grain put off" { // a briefing rests on it
		t.Errorf("after the undo there are %q", got)
	}
}

func TestImportLeavesArticlesOut(t *testing.T) {
	dir := put(t, map[string]string{"search.txt": threeInOne})
	a := newApp(t)
	r, err := a.ImportWith(ctx, []string{dir}, app.ImportOptions{Parts: func(n int) bool { return n != 2 }}, nil)
	if err != nil || r.Added != 2 {
		t.Fatalf("%d added, %v, want 2", r.Added, err)
	}
	if got := titles(t, a); strings.Contains(got, "grain") {
		t.Errorf("there are %q", got)
	}
	if b, err := a.Original(ctx, r.Events[1].Article); err != nil || string(b) != threeInOne {
		t.Errorf("the original is %d bytes, %v", len(b), err)
	}
}

// A split that was wrong is taken back, and that can be undone.
func TestUnsplit(t *testing.T) {
	dir := put(t, map[string]string{"search.txt": threeInOne})
	a := newApp(t)
	r, err := a.Import(ctx, []string{dir}, nil)
	if err != nil {
		t.Fatal(err)
	}
	before := titles(t, a)
	u, err := a.Unsplit(ctx, r.Events)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := a.Article(ctx, u.Whole.Article)
	if err != nil || whole.Source.Parts != 0 || !strings.Contains(whole.Text, "Skerry") || !strings.Contains(whole.Text, "Strelsau") {
		t.Errorf("the whole is %+v, %v", whole, err)
	}
	if r, err := a.Search(ctx, app.Query{Limit: 10}); err != nil || r.Total != 1 {
		t.Errorf("%d articles, %v, want the whole alone", r.Total, err)
	}
	if err := a.UndoUnsplit(ctx, u); err != nil {
		t.Fatal(err)
	}
	if got := titles(t, a); got != before {
		t.Errorf("after the undo there are %q, want %q", got, before)
	}
}

// Details of a list are offered to the article of the same address, filled in
// and taken back.
func TestListsOfferDetails(t *testing.T) {
	dir := put(t, map[string]string{
		"ferry.md": "---\nurl: https://mail.example/ferry\n---\nThe ferry between Norhaven and Skerry will sail again from Monday, both harbour offices said.\n",
		"list.ris": "TY  - NEWS\nTI  - Ferry to Skerry sails again\nAU  - Solberg, Mira\nT2  - The Norhaven Mail\nDA  - 2024/03/02\nUR  - http://www.mail.example/ferry/\nER  - \n",
	})
	a := newApp(t)
	if _, err := a.Import(ctx, []string{filepath.Join(dir, "ferry.md")}, nil); err != nil {
		t.Fatal(err)
	}
	r, err := a.Import(ctx, []string{filepath.Join(dir, "list.ris")}, nil)
	if err != nil {
		t.Fatal(err)
	}
	e := r.Events[0]
	if p := app.Explain(e.Err); e.State != app.Failed || !strings.Contains(p.Error(), "a list of references (RIS)") {
		t.Errorf("the list is told of as %q", p)
	}
	if len(e.Offers) != 1 {
		t.Fatalf("%d offers, want one", len(e.Offers))
	}
	before, err := a.Fill(ctx, e.Offers)
	if err != nil {
		t.Fatal(err)
	}
	state := func() string {
		article, err := a.Article(ctx, e.Offers[0].Article)
		if err != nil {
			t.Fatal(err)
		}
		return article.Title + "|" + article.Outlet + "|" + article.Byline + "|" + article.Published.String()
	}
	if got, want := state(), "Ferry to Skerry sails again|The Norhaven Mail|Mira Solberg|2024-03-02"; got != want {
		t.Errorf("filled in: %q, want %q", got, want)
	}
	if _, err := a.Fill(ctx, before); err != nil {
		t.Fatal(err)
	}
	if got := state(); got != "|||" {
		t.Errorf("taken back: %q", got)
	}
}

// A list beside the files it names gives them their details and is no file of
// its own.
func TestImportOfAZoteroFolder(t *testing.T) {
	page := func(text string) string {
		return "<html><body><article><p>" + text + "</p><p>More is to be told next week, the harbour office said.</p></article></body></html>"
	}
	dir := put(t, map[string]string{
		"Export.rdf":       `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:bib="http://purl.org/net/biblio#" xmlns:link="http://purl.org/rss/1.0/modules/link/"><bib:Article rdf:about="https://mail.example/ferry"><z:itemType>newspaperArticle</z:itemType><dcterms:isPartOf><bib:Newspaper><dc:title>The Norhaven Mail</dc:title></bib:Newspaper></dcterms:isPartOf><link:link rdf:resource="#item_1"/><dc:title>Ferry to Skerry sails again</dc:title><dc:date>2024-03-02</dc:date></bib:Article><z:Attachment rdf:about="#item_1"><z:itemType>attachment</z:itemType><rdf:resource rdf:resource="files/1/a.html"/></z:Attachment></rdf:RDF>`,
		"files/1/a.html":   page("The ferry between Norhaven and Skerry will sail again from Monday."),
		"files/2/own.html": page("Eel prices rose by a third in Strelsau on Friday."),
	})
	a := newApp(t)
	r, err := a.Import(ctx, []string{dir}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Events) != 2 || r.Failed > 0 {
		t.Fatalf("report %+v, want two articles", r)
	}
	article, err := a.Article(ctx, r.Events[0].Article)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := article.Title+"|"+article.Outlet+"|"+article.Published.String()+"|"+article.URL, "Ferry to Skerry sails again|The Norhaven Mail|2024-03-02|https://mail.example/ferry"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if err := os.RemoveAll(filepath.Join(dir, "files")); err != nil {
		t.Fatal(err)
	}
	r, err = a.Import(ctx, []string{dir}, nil)
	if err != nil || len(r.Events) != 1 || !strings.Contains(app.Explain(r.Events[0].Err).Error(), "a library of Zotero") {
		t.Errorf("without its files: %+v, %v", r.Events, err)
	}
}

// titles are those of the library's articles, sorted.
func titles(t *testing.T, a *app.App) string {
	t.Helper()
	found, err := a.Search(ctx, app.Query{Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range found.Rows {
		all = append(all, r.Title)
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}
