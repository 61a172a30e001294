package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"example.org/attache/briefing"
)

func TestDetailsAreEditedInPlace(t *testing.T) {
	s := newStage(t)
	s.settle()
	s.drop(map[string]string{"talks.txt": talks, "eels.txt": "Eel prices rose on Friday, traders in Strelsau said.\n"})
	s.imports.close()
	id := s.articleOf("talks.txt")
	s.showArticle(id)
	s.settle()
	article := func() *briefing.Article {
		t.Helper()
		a, err := s.app.Article(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	s.reader.focus()
	s.press(fyne.KeyF2)
	d := s.reader.inline
	if d == nil || !d.focused() || s.win.Canvas().Overlays().Top() != nil {
		t.Fatal("F2 did not open the fields in the heading's place")
	}
	d.title.SetText("Talks on the river")
	d.outlet.SetText("Norland Daily")
	d.date.SetText("5/12/19")
	s.press(fyne.KeyReturn)
	if article().Title != "" || len(s.notices.now.actions) != 2 {
		t.Fatalf("a date with two readings was taken; the notice says %q", s.notices.now.text)
	}
	s.press(fyne.KeyReturn) // the first reading
	if a := article(); a.Title != "Talks on the river" || a.Outlet != "Norland Daily" || a.Published.String() != "2019-12-05" {
		t.Errorf("kept %q, %q, %s", a.Title, a.Outlet, a.Published)
	}
	if s.reader.inline != nil || s.reader.pane.Header != s.reader.header {
		t.Error("the heading is not back")
	}
	s.until("the new heading", func() bool { return strings.Contains(s.reader.head.Title, "Talks") })
	s.notices.now.actions[0].do() // Undo
	s.settle()
	if a := article(); a.Title != "" || a.Published.Known() {
		t.Errorf("after undo: %q, %s", a.Title, a.Published)
	}

	s.do("rename")
	s.reader.inline.title.SetText("Dropped")
	s.press(fyne.KeyEscape)
	if article().Title != "" || s.reader.inline != nil {
		t.Error("Escape kept what was typed, or left the fields open")
	}
	s.do("rename")
	s.reader.inline.title.SetText("Kept")
	s.showArticle(s.articleOf("eels.txt"))
	s.settle()
	if got := article().Title; got != "Kept" {
		t.Errorf("going to another article lost what was typed: %q", got)
	}
}

// TestNewsOfAnArticleKeepsNobodyFromLeavingIt: that the article shown has
// changed is heard while another is on its way.
func TestNewsOfAnArticleKeepsNobodyFromLeavingIt(t *testing.T) {
	s := sample(t)
	refs := s.brief.Articles
	s.showArticle(refs[0].ID)
	s.settle()
	s.showArticle(refs[1].ID)
	s.reader.changed([]briefing.ArticleID{refs[0].ID})
	s.settle()
	if got := s.reader.view.Article().ID; got != refs[1].ID {
		t.Errorf("shown is %s, want the one that was asked for", got)
	}
}

func TestEnterTakesWhatMayHaveBeenMeant(t *testing.T) {
	s := newStage(t)
	s.settle()
	s.drop(map[string]string{"talks.txt": talks})
	s.imports.close()
	s.searchLibrary()
	s.library.search.SetText("Rivertwon")
	s.until("a suggestion", func() bool { return s.library.suggest.Visible() })
	s.press(fyne.KeyReturn)
	s.until("what was meant", func() bool { return s.library.list.Count() == 1 })
	if got := s.library.search.Text; !strings.EqualFold(got, "rivertown") {
		t.Errorf("searches for %q", got)
	}
}

func TestLibraryMenuOpensWithoutTheMouse(t *testing.T) {
	s := sample(t)
	s.do("searches")
	s.settle()
	if s.win.Canvas().Overlays().Top() == nil {
		t.Error("no menu is shown")
	}
}
