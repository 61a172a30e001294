package gui

import (
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// TestPaletteFindsEveryCommand types a part of each command's name.
func TestPaletteFindsEveryCommand(t *testing.T) {
	s := sample(t)
	for _, l := range Languages {
		s.setLanguage(l.Code)
		s.settle()
		p := s.openPalette()
		if len(p.all) < 90 || len(p.all) < len(s.commands)-1 {
			t.Fatalf("%s: the palette has %d of %d commands", l.Code, len(p.all), len(s.commands))
		}
		for _, r := range p.all {
			p.field.SetText(r.name)
			i := slices.IndexFunc(p.rows, func(x paletteRow) bool { return x.id == r.id })
			if i < 0 || i > 12 {
				t.Errorf("%s: %q is at %d of %d", l.Code, r.name, i, len(p.rows))
			}
			if c := s.commands[r.id]; c.keys() != r.keys {
				t.Errorf("%s: %q shows the keys %q, want %q", l.Code, r.name, r.keys, c.keys())
			}
		}
		p.sheet.hide()
	}
	s.setLanguage("en")
	s.pick("line to review", func(_ briefing.SectionKind, l briefing.Line) bool { return l.Status == briefing.Suggested })
	id := s.review.list.Selected()
	s.hit(s.commands["palette"].shortcut)
	s.typed("lock")
	s.press(fyne.KeyReturn)
	if !s.line(id).Locked {
		t.Error("Enter in the palette did not run the command found")
	}
}

// TestMenuLetters gives every menu a letter of its own in each language.
func TestMenuLetters(t *testing.T) {
	s := newStage(t)
	s.settle()
	for _, l := range Languages {
		s.setLanguage(l.Code)
		letters := s.menuLetters()
		seen := map[rune]bool{0: true}
		for i, r := range letters {
			if seen[r] {
				t.Errorf("%s: menu %s has the letter %q, which another has, or none", l.Code, menuTree[i].name, r)
			}
			seen[r] = true
		}
	}
}

// TestEveryButtonHasAName looks for buttons that show a picture alone.
func TestEveryButtonHasAName(t *testing.T) {
	s := sample(t)
	s.do("find")
	s.settle()
	for _, o := range laidOut(s.win.Content()) {
		if b, ok := o.(*widget.Button); ok && b.Text == "" && b.Icon != nil && b.Name == "" {
			t.Errorf("a button with the picture %s has no name", b.Icon.Name())
		}
	}
	b := s.library.more
	b.FocusGained()
	s.until("the name", func() bool { return s.tips.shown() != "" })
	if got := s.tips.shown(); !strings.Contains(got, "Ctrl+L") {
		t.Errorf("the tip says %q, want the command and its keys", got)
	}
	b.FocusLost()
	if got := s.tips.shown(); got != "" {
		t.Errorf("the keyboard is elsewhere, and the tip still says %q", got)
	}
}

// TestReasonsAreWords finds no rule's id in what the list says below a line.
func TestReasonsAreWords(t *testing.T) {
	s := sample(t)
	for _, l := range Languages {
		s.setLanguage(l.Code)
		s.settle()
		for _, line := range s.brief.Lines() {
			why := ""
			for _, r := range s.review.why(line) {
				why += r.Text
			}
			if line.Rule != "" && (why == "" || strings.Contains(why, string(line.Rule))) {
				t.Errorf("%s: line %q, found by %s, says %q", l.Code, line.Text, line.Rule, why)
			}
		}
	}
}

// TestSelectAllMeansAll selects more articles than are loaded at a time.
func TestSelectAllMeansAll(t *testing.T) {
	s := newStage(t)
	dir := t.TempDir()
	const n = pageRows + 30
	for i := range n {
		if err := os.WriteFile(filepath.Join(dir, "note"+day(i)+".txt"), []byte("Note "+day(i)+"\n\nThe ministers met for talk number "+day(i)+"."), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s.importPaths([]string{dir})
	s.until("the import", func() bool { return !s.imports.running && len(s.imports.events) == n })
	s.settle()
	s.imports.close()
	s.library.focus()
	s.do("select-all")
	s.settle()
	if got := len(s.library.selection()); got != n {
		t.Errorf("%d articles are selected, want %d", got, n)
	}
	if got := s.library.draft.Text; !strings.Contains(got, day(n)) {
		t.Errorf("the button says %q, want how many", got)
	}
	s.library.list.Choose(0)
	s.settle()
	row, _ := s.library.row(0)
	if !strings.HasPrefix(row.Title, "Note ") || !strings.HasPrefix(row.Snippet, "The ministers met") {
		t.Errorf("a row says %q, %q; want the headline and the first words", row.Title, row.Snippet)
	}
	s.library.sort = "title"
	s.library.reload()
	s.settle()
	for _, r := range "note7." {
		s.win.Canvas().Focused().TypedRune(r)
	}
	s.settle()
	if row, _ := s.library.row(s.rowOfCaret()); !strings.HasPrefix(row.Caption, "note7.txt") && row.Title != "Note 7" {
		t.Errorf("typing ahead went to %q", row.Title)
	}
}

func (s *stage) rowOfCaret() int {
	for i := range s.library.total {
		if row, ok := s.library.row(i); ok && row.ID == s.library.list.Current() {
			return i
		}
	}
	return -1
}

// TestSeveralLinesAtOnce verifies three lines with one key, and takes that
// back with one Undo.
func TestSeveralLinesAtOnce(t *testing.T) {
	s := sample(t)
	s.pick("agenda item", func(k briefing.SectionKind, l briefing.Line) bool {
		return k == briefing.AgendaSection && l.Status == briefing.Suggested
	})
	s.review.list.SelectAll()
	ids := s.review.list.All()
	if len(ids) < 5 {
		t.Fatalf("%d lines are selected", len(ids))
	}
	before := s.history.Undo
	s.typed("v")
	done := 0
	for _, id := range ids {
		switch l := s.line(id); l.Status {
		case briefing.Suggested:
			t.Errorf("%q is not verified", l.Text)
		case briefing.Verified:
			done++
		}
	}
	s.do("undo")
	s.settle()
	if s.history.Undo != before || done == 0 {
		t.Errorf("%d lines verified; one Undo leaves %q to undo, want %q", done, s.history.Undo, before)
	}
	s.press(fyne.KeyDown)
	if n := len(s.review.list.All()); n != 1 {
		t.Errorf("after ↓ %d lines are selected, want 1", n)
	}
}

// TestAddToBriefing adds an article that the briefing has not.
func TestAddToBriefing(t *testing.T) {
	s := sample(t)
	s.importPaths([]string{write(t, "talks.txt", talks)})
	s.until("the import", func() bool { return len(s.imports.events) == 1 && !s.imports.running })
	s.settle()
	id := s.imports.events[0].Article
	if s.imports.addB.Hidden {
		t.Error("after an import, nothing offers to add it to the briefing")
	}
	before := s.brief
	s.library.list.SetSelected([]string{string(id)})
	if !s.canAdd() {
		t.Fatal("an article that is not in the briefing cannot be added")
	}
	s.do("add-to-briefing")
	s.settle()
	if !slices.ContainsFunc(s.brief.Articles, func(r briefing.ArticleRef) bool { return r.ID == id }) {
		t.Fatalf("the article is not in the briefing; the notice says %q", s.notices.now.text)
	}
	if s.canAdd() {
		t.Error("it can be added twice")
	}
	s.do("undo")
	s.settle()
	if len(s.brief.Articles) != len(before.Articles) || len(s.brief.Lines()) != len(before.Lines()) {
		t.Error("one Undo does not take it back")
	}
}

// TestHistoryRestoresAWording edits twice and brings the wording between back.
func TestHistoryRestoresAWording(t *testing.T) {
	s := sample(t)
	id := s.pick("agenda item", func(k briefing.SectionKind, _ briefing.Line) bool { return k == briefing.AgendaSection })
	for _, text := range []string{"first words", "second words"} {
		s.do("edit-line")
		s.review.editor.text.SetText(text)
		s.press(fyne.KeyReturn)
	}
	s.do("history")
	s.settle()
	h := s.topSheet().shows.(*historySheet)
	if text := h.detail.Text(); !strings.Contains(text, "first words") || !strings.Contains(text, "second words") {
		t.Errorf("the newest step says %q, want the words before and after", text)
	}
	tap(t, h.sheet.popUp, "Restore This Wording")
	s.settle()
	if got := s.line(id).Text; got != "first words" {
		t.Errorf("restored %q", got)
	}
	s.do("undo")
	s.settle()
	s.do("history")
	s.settle()
	h = s.topSheet().shows.(*historySheet)
	if row, _ := h.row(0); !row.Faint || !strings.Contains(row.Caption, "undone") {
		t.Errorf("the step that was undone is listed as %+v", row)
	}
}

// TestSidesAreListedOnce moves members across sides in every way.
func TestSidesAreListedOnce(t *testing.T) {
	s := sample(t)
	members := s.brief.Section(briefing.DelegationsSection).Lines
	first, last := members[0], members[len(members)-1]
	if sameSide(briefing.DelegationsSection, first, last) {
		t.Fatal("the sample's members are all of one side")
	}
	s.dropLine(first.ID, briefing.DelegationsSection, last.ID)
	s.settle()
	s.selectLine(last.ID)
	s.do("up")
	s.settle()
	heads := map[string]int{}
	for _, r := range s.review.list.Rows() {
		if r.Kind == widget.SideRow {
			heads[r.Runs[0].Text]++
		}
	}
	for side, n := range heads {
		if n > 1 {
			t.Errorf("%q is a heading %d times", side, n)
		}
	}
	when := s.pick("date", func(_ briefing.SectionKind, l briefing.Line) bool { return l.Label == briefing.WhenLabel })
	s.typed("2")
	if _, section, _, _ := s.brief.Find(when); section == briefing.DelegationsSection {
		t.Error("2 put the date among the delegates")
	}
	if s.notices.now.text == "" {
		t.Error("nothing says why")
	}
}

// TestPastedAddresses reads addresses of files as file managers write them, and
// takes those of pages for what they are.
func TestPastedAddresses(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "Nota de prensa – año.txt")
	if err := os.WriteFile(path, []byte(talks), 0o600); err != nil {
		t.Fatal(err)
	}
	address := (&url.URL{Scheme: "file", Path: path}).String()
	for _, text := range []string{path, address, "file://localhost" + (&url.URL{Path: path}).EscapedPath(), "file://" + path, "copy\n" + address, address + "\r\n", `"` + path + `"`} {
		if got := droppedPaths(text); !slices.Equal(got, []string{path}) {
			t.Errorf("%q is the files %q, want %q", text, got, path)
		}
	}
	for text, want := range map[string]bool{"https://news.example/a": true, "https://a.example/1\nhttps://a.example/2": true, "file:///gone.html": true,
		"See https://news.example/a": false, "The ministers met.": false, "": false} {
		if got := pastedLink(text); got != want {
			t.Errorf("pastedLink(%q) = %v", text, got)
		}
	}
	s := newStage(t)
	s.settle()
	s.dropped([]fyne.URI{storage.NewFileURI("/home/me/https:/news.example/a")})
	if !strings.Contains(s.notices.now.text, "Save the page") || s.imports.running {
		t.Errorf("a link dropped: the notice says %q", s.notices.now.text)
	}
	s.o.Fyne.Clipboard().SetContent("https://news.example/a")
	s.pasteArticle()
	s.settle()
	if len(s.imports.events) > 0 || !strings.Contains(s.notices.now.text, "Save the page") {
		t.Errorf("an address pasted became an article, or nothing is said: %q", s.notices.now.text)
	}
	s.dropped([]fyne.URI{storage.NewFileURI((&url.URL{Path: path}).EscapedPath())})
	s.until("the import", func() bool { return len(s.imports.events) == 1 && !s.imports.running })
	s.settle()
}

// TestRenameAndDuplicate gives a briefing another title and makes a copy.
func TestRenameAndDuplicate(t *testing.T) {
	s := sample(t)
	first := s.brief.ID
	s.do("rename-briefing")
	s.settle()
	s.win.Canvas().Focused().(*widget.Entry).SetText("Talks on the bridge")
	s.press(fyne.KeyReturn)
	if got := s.brief.Title(); got != "Talks on the bridge" {
		t.Errorf("the title is %q", got)
	}
	s.do("duplicate-briefing")
	s.settle()
	if s.brief.ID == first || s.brief.Title() != "Talks on the bridge" || s.history.Undo != "" {
		t.Errorf("the copy is %s %q, with %q to undo", s.brief.ID, s.brief.Title(), s.history.Undo)
	}
}

// TestSpeakersAreGathered lists who said what by person.
func TestSpeakersAreGathered(t *testing.T) {
	s := sample(t)
	seen := map[string]bool{}
	n := 0
	for _, x := range speakers(s.brief) {
		if seen[x.name] {
			t.Errorf("%q is listed twice", x.name)
		}
		seen[x.name] = true
		n += len(x.lines)
	}
	want := 0
	for _, k := range []briefing.SectionKind{briefing.QuotesSection, briefing.PositionsSection} {
		for _, l := range s.brief.Section(k).Lines {
			if l.OnPage() {
				want++
			}
		}
	}
	if n != want || n == 0 {
		t.Errorf("%d lines are listed, want %d", n, want)
	}
}

// TestLogHoldsWhatWentWrong: what a person was told stands in the log with the
// error behind it, and the menu opens it.
func TestLogHoldsWhatWentWrong(t *testing.T) {
	path := filepath.Join(t.TempDir(), "attache.log")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	s := openStage(t, app.Options{Library: filepath.Join(t.TempDir(), "library.db")}, Options{Log: f, LogPath: path})
	s.settle()
	s.do("log")
	if len(s.opened) != 0 || !strings.Contains(s.notices.now.text, "empty") {
		t.Errorf("an empty log: opened %q, the notice says %q", s.opened, s.notices.now.text)
	}
	s.fail(&app.WriteError{Path: "/media/usb", Err: syscall.ENOSPC})
	s.do("log")
	s.settle()
	if len(s.opened) != 1 || s.opened[0] != path {
		t.Errorf("opened %q, want the log", s.opened)
	}
	got, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(got), "/media/usb") || strings.Count(string(got), "\n") != 1 {
		t.Errorf("the log holds %q, %v", got, err)
	}
}

// TestLostClickLeavesNoLineToCommand: after a click that went nowhere, keys are
// no commands until something has the keyboard again.
func TestLostClickLeavesNoLineToCommand(t *testing.T) {
	s := sample(t)
	id := s.pick("agenda item", func(k briefing.SectionKind, l briefing.Line) bool { return k == briefing.AgendaSection })
	s.ClickLost()
	s.hitRune('v')
	s.hitKey(fyne.KeyDelete)
	if got := s.line(id).Status; got != briefing.Suggested {
		t.Errorf("the line that was selected is now %s", got)
	}
	s.review.focus()
	s.hitRune('v')
	if got := s.line(id).Status; got != briefing.Verified {
		t.Errorf("with the keyboard back, the line is %s", got)
	}
}
