package gui

import (
	"strings"
	"testing"

	"example.org/attache/app"
)

// manyInOne is a file as a database of the press hands it out.
func manyInOne() string {
	var b strings.Builder
	for i, s := range []struct{ title, outlet, text string }{
		{"Lock gates to be renewed", "The Norhaven Mail", "The gates of the old lock at Norhaven will be renewed before winter, both port offices said."},
		{"Wool talks adjourned", "Tessaly Herald", "Envoys of Tessaly and Morvia adjourned their talks on wool until after the harvest, a clerk said."},
		{"Herring landed late", "Strelsau Post", "Herring came a month late to Strelsau this year, the masters of four boats told the exchange."},
	} {
		n := string(rune('1' + i))
		b.WriteString("\n\n            " + n + " of 3 DOCUMENTS\n\n\n            " + s.outlet + "\n\n            March " + n + ", 2024\n\n" +
			s.title + "\n\nLENGTH: 20 words\n\n" + s.text + "\n\nLOAD-DATE: March 5, 2024\n")
	}
	return b.String()
}

// do presses the button of a row of the import panel.
func (s *stage) doInRow(row int, verb string) {
	s.t.Helper()
	e, ok := s.imports.event(row)
	if !ok {
		s.t.Fatalf("no row %d", row)
	}
	for _, a := range s.imports.outcome(e).actions {
		if a.verb == verb {
			a.do()
			s.settle()
			return
		}
	}
	s.t.Fatalf("row %d, %s, has no %q: %+v", row, e.Name, verb, s.imports.outcome(e).actions)
}

func (s *stage) articlesThere() int {
	s.t.Helper()
	res, err := s.app.Search(s.t.Context(), app.Query{})
	if err != nil {
		s.t.Fatal(err)
	}
	return res.Total
}

// TestArticlesOfOneFile leaves one of three articles out and puts it back, and
// takes the file as one article and apart again.
func TestArticlesOfOneFile(t *testing.T) {
	s := newStage(t)
	s.settle()
	s.adds(write(t, "search.txt", manyInOne()))
	if n := len(s.imports.events); n != 3 || s.articlesThere() != 3 {
		t.Fatalf("%d rows, %d articles; want 3", n, s.articlesThere())
	}
	if got := s.imports.head.Title; !strings.HasPrefix(got, "1 file ") {
		t.Errorf("three articles of one file: %q", got)
	}
	s.doInRow(1, "Leave Out")
	if n := s.articlesThere(); n != 2 {
		t.Errorf("one left out: %d articles, want 2", n)
	}
	if n := len(s.imports.articles()); n != 2 {
		t.Errorf("a briefing would be made of %d articles, want 2", n)
	}
	s.doInRow(1, "Put Back")
	if n := s.articlesThere(); n != 3 {
		t.Errorf("put back: %d articles, want 3", n)
	}
	s.doInRow(0, "Take as One Article")
	if n, rows := s.articlesThere(), len(s.imports.shown); n != 1 || rows != 1 {
		t.Errorf("taken as one: %d articles in %d rows", n, rows)
	}
	s.doInRow(0, "Take Apart Again")
	if n, rows := s.articlesThere(), len(s.imports.shown); n != 3 || rows != 3 {
		t.Errorf("taken apart again: %d articles in %d rows", n, rows)
	}
}

// TestListFillsInArticles drops a list of references to an article that lacks
// its day: the row fills it in, and takes that back.
func TestListFillsInArticles(t *testing.T) {
	s := newStage(t)
	s.settle()
	s.adds(write(t, "ferry.html", `<html><head><title>Lock gates to be renewed</title><link rel="canonical" href="https://mail.example.org/lock-gates"></head><body><article><p>`+
		strings.Repeat("The gates of the old lock at Norhaven will be renewed before winter, both port offices said. ", 4)+`</p></article></body></html>`))
	article := s.imports.events[0].Article
	s.adds(write(t, "list.ris", "TY  - NEWS\nTI  - Lock gates to be renewed\nT2  - The Norhaven Mail\nPY  - 2024/03/02\nUR  - https://mail.example.org/lock-gates\nER  - \n"))
	day := func() string {
		t.Helper()
		a, err := s.app.Article(t.Context(), article)
		if err != nil {
			t.Fatal(err)
		}
		return a.Outlet
	}
	before := day()
	s.doInRow(0, "Fill In 1 Article")
	if got := day(); got != "The Norhaven Mail" {
		t.Errorf("filled in: the outlet is %q", got)
	}
	s.doInRow(0, "Undo")
	if got := day(); got != before {
		t.Errorf("taken back: the outlet is %q, it was %q", got, before)
	}
}
