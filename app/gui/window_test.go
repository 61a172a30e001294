package gui

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// TestMain lets the test program be the child process that reads risky files.
func TestMain(m *testing.M) {
	if app.ChildMain(os.Args[1:]) {
		return
	}
	for _, v := range []string{"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"} {
		os.Setenv(v, "en_US.UTF-8")
	}
	os.Exit(m.Run())
}

func TestFirstRunOffersTheSample(t *testing.T) {
	s := newStage(t)
	s.until("the empty library", func() bool { return s.empty.wanted })
	if s.body.Objects[0] != s.empty.box {
		t.Error("an empty library does not show the first-run page")
	}
	s.do("sample")
	s.until("the sample", func() bool { return s.brief.ID != "" })
	s.settle()
	if s.body.Objects[0] != s.outer {
		t.Error("with articles, the panes are not shown")
	}
	if got := s.library.list.Count(); got != 3 {
		t.Errorf("the library lists %d articles, want 3", got)
	}
	if len(s.review.list.Rows()) == 0 || s.gaugeText() == "" {
		t.Errorf("%d rows, gauge %q: want lines and how full the page is", len(s.review.list.Rows()), s.gaugeText())
	}
}

func (s *stage) gaugeText() string { return s.review.gauge.Text }

func TestSelectingALineShowsItsSource(t *testing.T) {
	s := sample(t)
	for _, l := range s.brief.Lines() {
		if len(l.From) == 0 {
			continue
		}
		s.selectLine(l.ID)
		s.settle()
		a := s.reader.view.Article()
		if a == nil || a.ID != l.From[0].Article {
			t.Fatalf("line %q: another article is shown", l.Text)
		}
		if v := s.reader.view.VisibleSpan(); !v.Overlaps(l.From[0].Span) {
			t.Errorf("line %q: visible %v, want its source %v", l.Text, v, l.From[0].Span)
		}
	}
}

func TestReviewWithKeys(t *testing.T) {
	s := sample(t)
	s.selectLine(s.review.first())
	first := s.review.list.Selected()
	s.review.focus()
	s.settle()

	s.typed("v")
	if got := s.line(first).Status; got != briefing.Verified {
		t.Errorf("V: status %q, want verified", got)
	}
	second := s.review.list.Selected()
	if second == first {
		t.Error("V did not go on to the next line")
	}
	s.press(fyne.KeyDelete)
	if got := s.line(second).Status; got != briefing.LeftOut {
		t.Errorf("Del: status %q, want left out", got)
	}
	third := s.review.list.Selected()
	s.typed("p")
	s.typed("l")
	if l := s.line(third); !l.Locked || !l.Pinned {
		t.Errorf("P, L: locked %v, pinned %v", l.Locked, l.Pinned)
	}
	before := s.line(third)
	s.typed("e") // locked: refused, and said
	if s.review.editor != nil || s.notices.now.text == "" {
		t.Error("E on a locked line opened the editor, or nothing was said")
	}
	s.do("undo")
	s.settle()
	s.do("undo")
	s.settle()
	if l := s.line(third); l.Locked || l.Pinned || !l.Wording.Equal(before.Wording) {
		t.Errorf("two undos: locked %v, pinned %v", l.Locked, l.Pinned)
	}
	if got := s.commandName("undo"); !strings.Contains(got, "Leave Out") {
		t.Errorf("the menu says %q, want the name of what would be undone", got)
	}
	s.do("redo")
	s.settle()
	if !s.line(third).Pinned {
		t.Error("redo did not pin the line again")
	}
	done, all := s.brief.Progress()
	if want := s.t2("briefing.verified", done, all); !strings.Contains(s.review.head.Caption, want) {
		t.Errorf("the header says %q, want %q in it", s.review.head.Caption, want)
	}
}

func (s *stage) t2(key string, done, all int) string {
	return s.Window.t(key, "done", done, "all", all)
}

func TestBackspaceDoesNothingInTheList(t *testing.T) {
	s := sample(t)
	s.pick("line", func(briefing.SectionKind, briefing.Line) bool { return true })
	before := s.history.Undo
	s.press(fyne.KeyBackspace)
	if s.history.Undo != before {
		t.Errorf("Backspace did %q", s.history.Undo)
	}
}

func TestSingleKeysCanBeSwitchedOff(t *testing.T) {
	s := sample(t)
	id := s.pick("line to review", func(_ briefing.SectionKind, l briefing.Line) bool { return l.Status == briefing.Suggested })
	settings := s.settings
	settings.SingleKeys = false
	s.setSettings(settings)
	s.settle()
	s.typed("x")
	if got := s.line(id).Status; got != briefing.Suggested {
		t.Errorf("X with single keys off: status %q", got)
	}
	s.press(fyne.KeyReturn)
	if got := s.line(id).Status; got != briefing.Verified {
		t.Errorf("Enter: status %q, want verified", got)
	}
}

func TestEditingShowsWhichWordsAreYours(t *testing.T) {
	s := sample(t)
	id := s.pick("agenda item", func(k briefing.SectionKind, l briefing.Line) bool { return k == briefing.AgendaSection })
	was := s.line(id).Text
	s.typed("e")
	e := s.review.editor
	if e == nil {
		t.Fatal("E did not open the editor")
	}
	if want := s.Window.t("trace.source"); !strings.Contains(e.strip.Text(), want) {
		t.Errorf("the strip says %q, want %q", e.strip.Text(), want)
	}
	e.text.SetText(was + " landmark")
	s.settle()
	if !strings.Contains(e.strip.Text(), "“landmark”") {
		t.Errorf("the strip says %q, want the word that is the analyst's", e.strip.Text())
	}
	s.press(fyne.KeyReturn)
	if l := s.line(id); l.Text != was+" landmark" || l.Status != briefing.Edited {
		t.Errorf("after Enter: %q, %s", l.Text, l.Status)
	}
	if s.win.Canvas().Focused() != s.review.list.Focusable() {
		t.Error("after Enter the list does not have the keyboard")
	}
	s.typed("w")
	if l := s.line(id); l.Text != was || l.Status == briefing.Edited {
		t.Errorf("after Restore Source Wording: %q, %s", l.Text, l.Status)
	}
	s.typed("e")
	s.review.editor.text.SetText("something else")
	s.press(fyne.KeyEscape)
	if got := s.line(id).Text; got != was {
		t.Errorf("after Escape: %q, want %q", got, was)
	}
}

func TestQuotationsAreOnlyShortened(t *testing.T) {
	s := sample(t)
	id := s.pick("quotation of six words", func(_ briefing.SectionKind, l briefing.Line) bool {
		return l.Kind == briefing.QuoteLine && len(strings.Fields(l.Text)) >= 6
	})
	was := s.line(id).Text
	s.typed("e")
	e := s.review.editor
	s.typed("not ")
	s.press(fyne.KeyBackspace)
	e.text.TypedShortcut(&fyne.ShortcutPaste{Clipboard: s.o.Fyne.Clipboard()})
	if e.text.Text != was {
		t.Fatalf("typing changed the quotation to %q", e.text.Text)
	}
	words := strings.Fields(was)
	before := strings.Join(words[:2], " ") + " "
	e.text.CursorRow, e.text.CursorColumn = 0, 0
	for range len([]rune(before)) {
		e.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	e.text.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	for range len([]rune(words[2])) {
		e.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	}
	e.text.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if got := e.text.SelectedText(); got != words[2] {
		t.Fatalf("selected %q, want %q", got, words[2])
	}
	e.leaveOut()
	s.press(fyne.KeyReturn)
	want := before + briefing.Cut + " " + strings.Join(words[3:], " ")
	if got := s.line(id).Text; got != want {
		t.Errorf("cut to %q, want %q (%s)", got, want, s.notices.now.text)
	}
}

func TestCutOut(t *testing.T) {
	for _, c := range []struct{ name, before, after, want string }{
		{"between words", "we will ", " our word", "we will […] our word"},
		{"half a word goes whole", "we will kee", "p our word", "we will […] our word"},
		{"at the beginning", "", " will keep", "[…] will keep"},
		{"half a first word", "w", "e will keep", "[…] will keep"},
		{"at the end", "we will ", "", "we will […]"},
		{"beside a cut", "we […] ", " word", "we […] word"},
		{"before a cut", "we ", " […] word", "we […] word"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := cutOut(c.before, c.after); got != c.want {
				t.Errorf("cutOut(%q, %q) = %q, want %q", c.before, c.after, got, c.want)
			}
		})
	}
}

func TestNewLineIsTheAnalysts(t *testing.T) {
	s := sample(t)
	s.pick("agenda item", func(k briefing.SectionKind, _ briefing.Line) bool { return k == briefing.AgendaSection })
	s.typed("n")
	s.review.editor.text.SetText("We expect little to change.")
	s.press(fyne.KeyReturn)
	lines := s.brief.Section(briefing.CommentSection).Lines
	if len(lines) != 1 || lines[0].Kind != briefing.AnalystLine || lines[0].Text != "We expect little to change." {
		t.Fatalf("comment holds %+v, want one line of the analyst's", lines)
	}
	i := slices.IndexFunc(s.review.list.Rows(), func(r widget.LineRow) bool { return r.Line == lines[0].ID })
	if row := s.review.list.Rows()[i]; row.Mark != widget.MarkAnalyst || row.Status != s.Window.t("status.analyst") {
		t.Errorf("the row is marked %q, %q", row.Mark, row.Status)
	}
	s.typed("n")
	s.press(fyne.KeyEscape)
	if n := len(s.brief.Section(briefing.CommentSection).Lines); n != 1 {
		t.Errorf("an abandoned line was kept: %d lines", n)
	}
}

func TestMoveAndReorder(t *testing.T) {
	s := sample(t)
	id := s.pick("agenda item", func(k briefing.SectionKind, l briefing.Line) bool { return k == briefing.AgendaSection })
	order := func(k briefing.SectionKind) (ids []briefing.LineID) {
		for _, l := range s.brief.Section(k).Lines {
			ids = append(ids, l.ID)
		}
		return ids
	}
	s.do("down")
	s.settle()
	if got := slices.Index(order(briefing.AgendaSection), id); got != 1 {
		t.Errorf("after Move Down the line is at %d, want 1", got)
	}
	s.dropLine(id, briefing.AgendaSection, order(briefing.AgendaSection)[0])
	s.settle()
	if got := slices.Index(order(briefing.AgendaSection), id); got != 0 {
		t.Errorf("dropped before the first, the line is at %d, want 0", got)
	}
	s.typed("4")
	if !slices.Contains(order(briefing.AgreementsSection), id) {
		t.Error("4 did not move the line to the agreements")
	}
	s.typed("b")
	if n := len(s.brief.Section(briefing.BottomLine).Lines); n == 0 || s.line(id).ID == "" {
		t.Error("B did not copy the line to the bottom line")
	}
}

func TestSelectionBecomesALine(t *testing.T) {
	s := sample(t)
	s.pick("agenda item", func(k briefing.SectionKind, l briefing.Line) bool { return k == briefing.AgendaSection })
	a := s.reader.view.Article()
	p := a.Paragraphs[len(a.Paragraphs)-1]
	s.reader.focus()
	s.reader.view.Select(p.Span)
	s.typed("3")
	lines := s.brief.Section(briefing.AgendaSection).Lines
	l := lines[len(lines)-1]
	if l.Text != oneLine(p.Of(a.Text)) || l.From[0].Span != p.Span || l.Kind != briefing.ExtractLine {
		t.Errorf("the selection became %+v", l)
	}
	if s.review.list.Selected() != l.ID {
		t.Error("the new line is not selected")
	}
}

func TestPanesTakeTurns(t *testing.T) {
	s := sample(t)
	s.library.focus()
	var got []int
	for range 4 {
		for i, p := range []*widget.Pane{s.library.pane, s.reader.pane, s.review.pane} {
			if p.Focused() {
				got = append(got, i)
			}
		}
		s.press(fyne.KeyF6)
		if s.review.tray.focused() {
			s.press(fyne.KeyF6) // the lines held back take their turn, where there are any
		}
	}
	if want := []int{0, 1, 2, 0}; !slices.Equal(got, want) {
		t.Errorf("F6 went through panes %v, want %v", got, want)
	}
	s.press(fyne.KeyF9)
	if !s.view.LibraryHidden || s.body.Objects[0] != s.inner {
		t.Error("F9 did not hide the library")
	}
	for range 3 {
		s.press(fyne.KeyF6)
		if s.library.pane.Focused() {
			t.Error("F6 went to the hidden library")
		}
	}
}

func TestPreviewSelectsTheLineClicked(t *testing.T) {
	s := sample(t)
	s.do("preview")
	s.until("the picture", func() bool { s.settle(); return s.preview.pixels > 0 })
	id := s.pick("agenda item", func(k briefing.SectionKind, _ briefing.Line) bool { return k == briefing.AgendaSection })
	box := s.preview.now.Page.Box(id)
	s.selectLine(s.review.first())
	s.preview.clicked((box.X+box.W/2)/s.preview.now.Page.W, (box.Y+box.H/2)/s.preview.now.Page.H)
	s.settle()
	if got := s.review.list.Selected(); got != id {
		t.Errorf("a click on the page selected %s, want %s", got, id)
	}
	if !s.reader.previewing {
		t.Error("the click left the preview")
	}
}

func TestExportWritesThePage(t *testing.T) {
	s := sample(t)
	folder := t.TempDir()
	settings := s.settings
	settings.Folder = folder
	s.setSettings(settings)
	s.do("export")
	s.settle()
	button := s.win.Canvas().Focused()
	button.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.settle()
	files, _ := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if len(files) != 1 {
		t.Fatalf("files %v, want one PDF; the notice says %q", files, s.notices.now.text)
	}
	data, err := os.ReadFile(files[0])
	if err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Errorf("not a PDF: %.20q, %v", data, err)
	}
	if !strings.Contains(s.notices.now.text, filepath.Base(files[0])) || len(s.notices.now.actions) != 2 {
		t.Errorf("the notice says %q", s.notices.now.text)
	}
	s.notices.now.actions[0].do()
	s.settle()
	if !slices.Equal(s.opened, files) {
		t.Errorf("Open opened %v, want %v", s.opened, files)
	}
}

func TestExportAsksBeforeReplacingAForeignFile(t *testing.T) {
	s := sample(t)
	folder := t.TempDir()
	settings := s.settings
	settings.Folder = folder
	s.setSettings(settings)
	path := filepath.Join(folder, s.exports.fileName()+".pdf")
	if err := os.WriteFile(path, []byte("the only copy"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.do("export")
	s.settle()
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.settle()
	if data, _ := os.ReadFile(path); string(data) != "the only copy" {
		t.Fatal("the file was replaced without a word")
	}
}

func write(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const talks = "The ministers of Norland and Sudland met on Tuesday in Rivertown. They agreed to share the water of the river.\n\n" +
	"“We will keep our word to the people,” said Minister Ana Perez of Norland after the talks.\n"

func TestDroppedFilesAreAddedAndNamed(t *testing.T) {
	s := newStage(t)
	s.settle()
	good, empty := write(t, "talks.txt", talks), write(t, "empty.txt", "")
	s.dropped([]fyne.URI{storage.NewFileURI(good), storage.NewFileURI(empty)})
	s.until("the import", func() bool { return !s.imports.running && len(s.imports.events) == 2 })
	s.settle()
	var states []app.ImportState
	for _, e := range s.imports.events {
		states = append(states, e.State)
		if s.imports.outcome(e).text == "" {
			t.Errorf("%s: nothing is said of it", e.Name)
		}
	}
	slices.Sort(states)
	if want := []app.ImportState{app.Added, app.Failed}; !slices.Equal(states, want) {
		t.Errorf("states %v, want %v", states, want)
	}
	s.until("the list", func() bool { return s.library.list.Count() == 1 })
	s.imports.draft()
	s.until("the briefing", func() bool { return s.brief.ID != "" })
	if len(s.brief.Lines()) == 0 {
		t.Error("the briefing has no lines")
	}
}

func TestPasteAddsAnArticleOutsideTextFields(t *testing.T) {
	s := newStage(t)
	s.settle()
	s.o.Fyne.Clipboard().SetContent(talks)
	s.do("paste")
	s.until("the article", func() bool { return s.library.list.Count() == 1 })
	s.settle()
	s.win.Canvas().Focus(s.library.search)
	s.o.Fyne.Clipboard().SetContent("river")
	s.do("paste")
	s.settle()
	if s.library.search.Text != "river" || s.library.list.Count() != 1 {
		t.Errorf("search %q, %d articles: want the words pasted into the field", s.library.search.Text, s.library.list.Count())
	}
}

func TestSearchAsYouType(t *testing.T) {
	s := sample(t)
	s.win.Canvas().Focus(s.library.search)
	s.library.search.SetText("Gruport")
	s.settle()
	found := s.library.list.Count()
	if found == 0 {
		t.Fatal("nothing found for a word of the sample")
	}
	row, ok := s.library.row(0)
	if !ok || row.Snippet == "" || len(row.Marks) == 0 {
		t.Errorf("the first row has no snippet: %+v", row)
	}
	s.library.search.SetText("nosuchwordanywhere")
	s.settle()
	if s.library.list.Count() != 0 || s.library.none.Hidden || !strings.Contains(s.library.noneText.Text(), "nosuchword") {
		t.Errorf("%d rows, said %q", s.library.list.Count(), s.library.noneText.Text())
	}
	s.library.search.SetText("after:2019-13")
	s.settle()
	if s.library.none.Hidden || s.notices.now.text != "" {
		t.Errorf("a date that is none: said %q in place, and %q in the notice", s.library.noneText.Text(), s.notices.now.text)
	}
}

func TestFindInArticle(t *testing.T) {
	s := sample(t)
	s.do("find")
	s.reader.find.entry.SetText("the")
	n := len(s.reader.find.spans)
	if n < 2 {
		t.Fatalf("found %d, want several", n)
	}
	at := s.reader.find.at
	s.press(fyne.KeyF3)
	if s.reader.find.at != (at+1)%n {
		t.Errorf("F3 went from %d to %d of %d", at, s.reader.find.at, n)
	}
	s.press(fyne.KeyEscape)
	if s.reader.find.open {
		t.Error("Escape left the find bar open")
	}
}

func TestFindAllFoldsCase(t *testing.T) {
	for _, c := range []struct {
		text, words string
		want        int
	}{{"Gruport, GRUPORT and gruport", "gruport", 3}, {"ÉCOLE école", "École", 2}, {"aaaa", "aa", 2}, {"short", "longer than it", 0}, {"\xff\xfe", "x", 0}, {"", "x", 0}, {"x", "", 0}} {
		if got := findAll(c.text, c.words); len(got) != c.want {
			t.Errorf("findAll(%q, %q) = %v, want %d", c.text, c.words, got, c.want)
		}
	}
}

func TestReopeningShowsTheSameLine(t *testing.T) {
	library := filepath.Join(t.TempDir(), "library.db")
	var id briefing.LineID
	t.Run("first", func(t *testing.T) {
		s := open(t, library)
		s.until("the empty library", func() bool { return s.empty.wanted })
		s.do("sample")
		s.until("the briefing", func() bool { return s.brief.ID != "" })
		s.settle()
		id = s.pick("quotation", func(k briefing.SectionKind, _ briefing.Line) bool { return k == briefing.QuotesSection })
		s.typed("v")
		s.selectLine(id)
		s.Close()
		s.until("all to be written", func() bool { return s.tasks.ctx.Err() != nil })
	})
	t.Run("again", func(t *testing.T) {
		s := open(t, library)
		s.until("the briefing", func() bool { return s.brief.ID != "" && s.review.list.Selected() != "" })
		if got := s.review.list.Selected(); got != id {
			t.Errorf("line %s is selected, want %s", got, id)
		}
		if got := s.line(id).Status; got != briefing.Verified {
			t.Errorf("its status is %q, want verified", got)
		}
	})
}

func TestManyKeysLoseNoEdit(t *testing.T) {
	s := sample(t)
	var want []briefing.LineID
	s.selectLine(s.review.first())
	s.review.focus()
	for range 8 { // faster than the disk
		id := s.review.list.Selected()
		if l := s.line(id); l.Status == briefing.Suggested {
			want = append(want, id)
		}
		s.win.Canvas().Focused().TypedRune('v')
	}
	s.settle()
	b, err := s.app.Briefing(context.Background(), s.brief.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range want {
		if l, _, _, _ := b.Find(id); l.Status != briefing.Verified {
			t.Errorf("line %s is %q in the library, want verified", id, l.Status)
		}
	}
}

func TestLanguageChangesAtOnce(t *testing.T) {
	s := sample(t)
	id := s.pick("agenda item", func(k briefing.SectionKind, _ briefing.Line) bool { return k == briefing.AgendaSection })
	s.setLanguage("es")
	s.settle()
	if got := s.win.MainMenu().Items[0].Label; got != "Archivo" {
		t.Errorf("the first menu is %q, want Archivo", got)
	}
	if got := s.review.list.Selected(); got != id {
		t.Errorf("line %s is selected, want %s as before", got, id)
	}
}
