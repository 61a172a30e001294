package gui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// alike opens a window with an article, an edited copy and another story.
func alike(t *testing.T) *stage {
	t.Helper()
	s := newStage(t)
	s.settle()
	s.drop(map[string]string{"a.txt": talks, "b.txt": strings.Replace(talks, "after the talks", "to reporters", 1) + "\nA line that the copy added.\n",
		"c.txt": "Eel prices rose on Friday, traders in Strelsau said. The harbour was closed for the whole week.\n"})
	s.imports.close()
	return s
}

func (s *stage) articleOf(file string) briefing.ArticleID {
	s.t.Helper()
	res, err := s.app.Search(s.t.Context(), app.Query{})
	if err != nil {
		s.t.Fatal(err)
	}
	for _, r := range res.Rows {
		if r.File == file {
			return r.ID
		}
	}
	s.t.Fatalf("no article of %s", file)
	return ""
}

func TestCompareMarksWhatIsShared(t *testing.T) {
	s := alike(t)
	a, b := s.articleOf("a.txt"), s.articleOf("b.txt")
	c, err := s.app.Compare(t.Context(), a, b)
	if err != nil {
		t.Fatal(err)
	}
	sheet := showComparison(s.Window, c)
	if got := sheet.say.Text(); !strings.Contains(got, "one origin") || len(c.InA) < 2 {
		t.Errorf("the sheet says %q of %d passages", got, len(c.InA))
	}
	for i, span := range c.InA {
		sheet.at = i
		j := sheet.counterpart(span)
		if j < 0 || folded(c.InB[j].Of(c.B.Text))[0] != folded(span.Of(c.A.Text))[0] {
			t.Errorf("passage %q has no counterpart", span.Of(c.A.Text))
		}
	}
	sheet.at = 0
	s.win.Canvas().Focused().TypedRune('n')
	if sheet.at != 1 {
		t.Error("N did not go to the next passage")
	}
	sheet.toggleOrigin()
	s.settle()
	if same, v, err := s.app.Origin(t.Context(), a, b); same || v != app.OriginSeparate || err != nil {
		t.Errorf("Origin = %v, %q, %v", same, v, err)
	}
	if got := sheet.say.Text(); !strings.Contains(got, "separate origins. You said so") {
		t.Errorf("the sheet says %q", got)
	}
	s.press(fyne.KeyEscape)
	s.notices.now.actions[0].do() // Undo
	s.settle()
	if same, v, _ := s.app.Origin(t.Context(), a, b); !same || v != app.OriginComputed {
		t.Errorf("after undo: %v, %q", same, v)
	}
}

func TestFindSimilar(t *testing.T) {
	s := alike(t)
	s.showArticle(s.articleOf("a.txt"))
	s.settle()
	sheet := pickAlike(s.Window, s.app, false)
	s.settle()
	if len(sheet.rows) != 1 || !strings.HasPrefix(sheet.rows[0].Title, "The ministers of Norland") {
		t.Fatalf("similar: %+v, want the copy alone", sheet.rows)
	}
	s.press(fyne.KeyEscape)
	with := pickAlike(s.Window, s.app, true)
	s.settle()
	with.search.SetText("eel")
	s.settle()
	if len(with.rows) != 1 || with.rows[0].Title != "c.txt" {
		t.Fatalf("found to compare with: %+v", with.rows)
	}
	s.press(fyne.KeyReturn)
	if s.win.Canvas().Overlays().Top() == nil || with.sheet.open() {
		t.Error("nothing is compared")
	}
}

func TestOriginOfSelectedArticles(t *testing.T) {
	s := alike(t)
	a, c := s.articleOf("a.txt"), s.articleOf("c.txt")
	s.library.list.SetSelected([]string{string(a), string(c)})
	s.do("same-origin")
	s.settle()
	if same, _, err := s.app.Origin(t.Context(), a, c); !same || err != nil {
		t.Errorf("said to be the same, but %v, %v", same, err)
	}
}

func TestOriginalFileIsShownAndCopied(t *testing.T) {
	s := newStage(t)
	s.settle()
	s.drop(map[string]string{"talks.html": dated})
	s.imports.close()
	s.showArticle(s.articleOf("talks.html"))
	s.settle()
	s.do("original")
	s.settle()
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("no sheet is shown")
	}
	folder := t.TempDir()
	settings := s.settings
	settings.Folder = folder
	s.setSettings(settings)
	tap(t, top, "Save a Copy…")
	s.settle()
	s.press(fyne.KeyReturn)
	data, err := os.ReadFile(filepath.Join(folder, "talks.html"))
	if err != nil || string(data) != dated {
		t.Errorf("the copy has %d bytes, %v; want the %d that were added", len(data), err, len(dated))
	}
}

func TestLeftOutBlockIsRestored(t *testing.T) {
	s := newStage(t)
	s.settle()
	s.drop(map[string]string{"talks.txt": talks + "\nRead more: subscribe to our newsletter\n"})
	s.imports.close()
	id := s.articleOf("talks.txt")
	s.showArticle(id)
	s.settle()
	sheet := openLeftOut(s.Window, s.app)
	if len(sheet.rows) != 1 {
		t.Fatalf("%d blocks left out, want the newsletter's", len(sheet.rows))
	}
	at := sheet.rows[0]
	kind := func() briefing.ParagraphKind {
		t.Helper()
		a, err := s.app.Article(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		return a.Paragraphs[at].Kind
	}
	s.press(fyne.KeyReturn)
	if kind() == briefing.Furniture {
		t.Fatal("Enter did not restore the block")
	}
	if sheet.use.Text != "Leave Out" {
		t.Errorf("the button says %q", sheet.use.Text)
	}
	s.notices.now.actions[0].do() // Undo
	s.settle()
	if kind() != briefing.Furniture {
		t.Error("undo did not leave it out again")
	}
}

func TestEncodingIsChosenByEye(t *testing.T) {
	s := newStage(t)
	s.settle()
	s.drop(map[string]string{"rozmowy.txt": "Minister spotka\xb3 si\xea z prezydentem. " + strings.Repeat("Rozmawiali o granicy i o handlu. ", 8)})
	s.imports.close()
	old := s.articleOf("rozmowy.txt")
	readings, err := s.app.Readings(t.Context(), old)
	if err != nil {
		t.Fatal(err)
	}
	a, err := s.app.Article(t.Context(), old)
	if err != nil {
		t.Fatal(err)
	}
	sheet := openEncodings(s.Window, s.app, a, readings)
	for sheet.list.Current() != "windows-1250" {
		was := sheet.list.Current()
		if s.press(fyne.KeyDown); sheet.list.Current() == was {
			t.Fatal("windows-1250 is not offered")
		}
	}
	s.press(fyne.KeyReturn)
	now := s.articleOf("rozmowy.txt")
	if a, err := s.app.Article(t.Context(), now); err != nil || !strings.Contains(a.Text, "spotkał się") {
		t.Errorf("read as %.40q, %v", a.Text, err)
	}
	s.notices.now.actions[0].do() // Undo
	s.settle()
	if s.articleOf("rozmowy.txt") != old {
		t.Error("undo did not bring the old reading back")
	}
}

func TestDateOfSelectedArticles(t *testing.T) {
	s := alike(t)
	ids := []briefing.ArticleID{s.articleOf("a.txt"), s.articleOf("b.txt")}
	s.setDates(ids, briefing.Date{Year: 2019, Month: 12, Day: 5})
	s.settle()
	undated := func() int {
		t.Helper()
		res, err := s.app.Search(t.Context(), app.Query{Text: "is:undated"})
		if err != nil {
			t.Fatal(err)
		}
		return res.Total
	}
	if got := undated(); got != 1 {
		t.Errorf("%d articles without a date, want 1", got)
	}
	s.notices.now.actions[0].do() // Undo
	s.settle()
	if got := undated(); got != 3 {
		t.Errorf("after undo %d articles without a date, want 3", got)
	}
}
