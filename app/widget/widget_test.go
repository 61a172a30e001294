package widget

import (
	"fmt"
	"image/color"
	"math/rand"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/google/go-cmp/cmp"

	"example.org/attache/briefing"
)

// plainTheme answers our own colours, as package gui's theme does.
type plainTheme struct{ fyne.Theme }

func (p plainTheme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	if strings.HasPrefix(string(n), "attache.") {
		return color.Gray{0x80}
	}
	return p.Theme.Color(n, v)
}

func newApp(t testing.TB) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(plainTheme{theme.DefaultTheme()})
}

// show puts a widget into a window of a size.
func show(t testing.TB, o fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, o)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	return w
}

func article(paragraphs ...string) *briefing.Article {
	a := &briefing.Article{}
	for i, p := range paragraphs {
		if i > 0 {
			a.Text += "\n\n"
		}
		start := len(a.Text)
		a.Text += p
		a.Paragraphs = append(a.Paragraphs, briefing.Paragraph{Span: briefing.Span{Start: start, End: len(a.Text)}, Kind: briefing.Body})
	}
	a.ID = briefing.IDOf(a.Text)
	return a
}

// longArticle has 50,000 words of which all but a few differ: the worst case
// for caches of words.
func longArticle() *briefing.Article {
	r := rand.New(rand.NewSource(1))
	var ps []string
	for range 500 {
		words := make([]string, 100)
		for i := range words {
			b := make([]byte, 2+r.Intn(10))
			for j := range b {
				b[j] = byte('a' + r.Intn(26))
			}
			words[i] = string(b)
		}
		ps = append(ps, strings.Join(words, " "))
	}
	return article(ps...)
}

func TestReaderOpensLongArticlesAtOnce(t *testing.T) {
	newApp(t)
	r := NewReader()
	show(t, r, 560, 700)
	a := longArticle()
	best := time.Hour // of three: the machine may be busy
	for range 3 {
		r.SetArticle(nil)
		start := time.Now()
		r.SetArticle(a)
		best = min(best, time.Since(start))
	}
	if limit := 100 * time.Millisecond; best > limit {
		t.Errorf("50,000 words took %v to open, want at most %v", best, limit)
	}
	if n := len(r.surface.pool.texts); n > 200 {
		t.Errorf("%d texts are drawn, want those on the screen only", n)
	}
}

func BenchmarkReaderOpen50000Words(b *testing.B) {
	newApp(b)
	r := NewReader()
	show(b, r, 560, 700)
	a := longArticle()
	b.ReportAllocs()
	for b.Loop() {
		r.SetArticle(nil)
		r.SetArticle(a)
	}
}

func TestReaderBreaksLinesWithinTheWidthAndLosesNothing(t *testing.T) {
	newApp(t)
	for name, text := range map[string]string{
		"words":       strings.Repeat("a few words of text ", 40),
		"long word":   strings.Repeat("donaudampfschiff", 60),
		"wide spaces": "one    two" + strings.Repeat("   three", 40),
		"accents":     strings.Repeat("Déjanos tu opinión, señor. ", 20),
		"cyrillic":    strings.Repeat("Министр иностранных дел. ", 20),
		"one rune":    "x",
	} {
		t.Run(name, func(t *testing.T) {
			r := NewReader()
			show(t, r, 320, 400)
			a := article(text)
			r.SetArticle(a)
			var got strings.Builder
			for _, l := range r.lines {
				got.WriteString(a.Text[l.start:l.end])
				w := fyne.MeasureText(strings.TrimSpace(a.Text[l.start:l.end]), readSize(), Serif).Width
				if room := float32(320 - readerLeft() - readerRight); w > room+1 {
					t.Errorf("line %q is %v wide, want at most %v", a.Text[l.start:l.end], w, room)
				}
			}
			squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
			if squeeze(got.String()) != squeeze(text) {
				t.Errorf("lines hold %q, want all of %q", got.String(), text)
			}
		})
	}
}

func TestReaderClickOnHighlightTellsItsLine(t *testing.T) {
	newApp(t)
	r := NewReader()
	w := show(t, r, 600, 300)
	a := article("The visit of Duarte Valadim to Mexico.", "They agreed to meet.")
	r.SetArticle(a)
	at := strings.Index(a.Text, "Duarte Valadim")
	r.SetHighlights([]Highlight{
		{Span: briefing.Span{Start: 0, End: 36}, Line: "sentence"},
		{Span: briefing.Span{Start: at, End: at + 12}, Line: "name"},
	})
	var got []briefing.LineID
	r.OnHighlight = func(h Highlight) { got = append(got, h.Line) }
	click := func(before string) {
		x := readerLeft() + fyne.MeasureText(before, readSize(), Serif).Width + 2
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		e.Position = fyne.NewPos(x, r.lines[0].y+4)
		r.surface.MouseDown(e)
		r.surface.MouseUp(e)
	}
	click("The visit of Will")
	click("The vi")
	if diff := cmp.Diff([]briefing.LineID{"name", "sentence"}, got); diff != "" {
		t.Errorf("lines told (-want +got):\n%s", diff)
	}
	if w.Canvas().Focused() != r.Focusable() {
		t.Error("a click did not give the reader the keyboard")
	}
}

func TestReaderSelectsByDragging(t *testing.T) {
	newApp(t)
	r := NewReader()
	show(t, r, 600, 300)
	r.SetArticle(article("The visit of Duarte Valadim to Mexico."))
	pos := func(before string) fyne.Position {
		return fyne.NewPos(readerLeft()+fyne.MeasureText(before, readSize(), Serif).Width, r.lines[0].y+4)
	}
	e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	e.Position = pos("The visit of ")
	r.surface.MouseDown(e)
	d := &fyne.DragEvent{}
	d.Position = pos("The visit of Duarte Valadim")
	r.surface.Dragged(d)
	r.surface.DragEnd()
	if got, want := r.SelectedText(), "Duarte Valadim"; got != want {
		t.Errorf("selected %q, want %q", got, want)
	}
}

func TestSelectedWordsAreWhole(t *testing.T) {
	newApp(t)
	r := NewReader()
	show(t, r, 600, 300)
	a := article("They agreed, “at last”, to meet.")
	r.SetArticle(a)
	for _, c := range []struct{ from, to, want string }{
		{"gre", "las", "agreed, “at last"}, {"agreed", "agreed", "agreed"}, {"“at", "last”", "“at last”"}, {" to ", " to ", "to"},
	} {
		start := strings.Index(a.Text, c.from)
		r.Select(briefing.Span{Start: start, End: strings.Index(a.Text, c.to) + len(c.to)})
		if got := r.SelectedWords().Of(a.Text); got != c.want {
			t.Errorf("%q to %q: %q, want %q", c.from, c.to, got, c.want)
		}
	}
}

func TestReaderScrollsToASpan(t *testing.T) {
	newApp(t)
	r := NewReader()
	show(t, r, 500, 300)
	a := longArticle()
	r.SetArticle(a)
	s := briefing.Span{Start: len(a.Text) / 2, End: len(a.Text)/2 + 20}
	r.ShowSpan(s)
	if v := r.VisibleSpan(); !v.Contains(s) {
		t.Errorf("visible %v, want it to hold %v", v, s)
	}
}

func TestReaderSurvivesDamagedArticles(t *testing.T) {
	newApp(t)
	r := NewReader()
	show(t, r, 400, 300)
	a := article("Some text.")
	a.Paragraphs = append(a.Paragraphs, briefing.Paragraph{Span: briefing.Span{Start: 5, End: 500}}, briefing.Paragraph{})
	r.SetArticle(a)
	r.SetHighlights([]Highlight{{Span: briefing.Span{Start: -3, End: 900}}})
	r.ShowSpan(briefing.Span{Start: 400, End: 900})
	r.Select(briefing.Span{Start: 3, End: 900})
	_ = r.SelectedText()
}

// FuzzFlow breaks any text into lines of any width: no panic, nothing lost.
func FuzzFlow(f *testing.F) {
	newApp(f)
	f.Add("agreed to strengthen the group", "[1 ¶3]", 120)
	f.Add(strings.Repeat("x", 300), " y", 3)
	f.Add("a\nb  c\xff", "", 0)
	f.Fuzz(func(t *testing.T, a, b string, width int) {
		if len(a)+len(b) > 4000 {
			return
		}
		var m metrics
		runs := []Run{{Text: a}, {Text: b, Keep: true}}
		pieces, height := m.flow(runs, float32(width))
		var got strings.Builder
		for _, p := range pieces {
			got.WriteString(runs[p.run].Text[p.start:p.end])
		}
		strip := func(s string) string { return strings.ReplaceAll(s, "\n", "") }
		if strip(got.String()) != strip(a+b) || height <= 0 {
			t.Errorf("flow(%q, %q, %d) holds %q, height %v", a, b, width, got.String(), height)
		}
	})
}

func TestPickListAsksOnlyForWhatIsSeen(t *testing.T) {
	newApp(t)
	l := NewPickList()
	asked := map[int]bool{}
	l.Row = func(i int) (PickRow, bool) {
		asked[i] = true
		return PickRow{ID: fmt.Sprint(i), Title: "Article", Mark: MarkUnused}, true
	}
	show(t, l, 300, 600)
	l.Reset(100_000, 0)
	if len(asked) > 40 {
		t.Errorf("asked for %d rows of 100,000, want those on the screen", len(asked))
	}
	clear(asked)
	l.surface.scrollTo(l.surface.height)
	if !asked[99_999] || len(asked) > 40 {
		t.Errorf("at the end asked for %d rows, and the last: %v", len(asked), asked[99_999])
	}
}

func TestPickListSelectsSeveral(t *testing.T) {
	newApp(t)
	l := NewPickList()
	l.Row = func(i int) (PickRow, bool) { return PickRow{ID: fmt.Sprint(i), Mark: MarkUnused}, true }
	show(t, l, 300, 600)
	l.Reset(50, 0)
	click := func(i int, m fyne.KeyModifier) {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary, Modifier: m}
		e.Position = fyne.NewPos(50, (float32(i)+0.5)*l.rowHeight())
		l.surface.MouseDown(e)
	}
	click(2, 0)
	click(5, fyne.KeyModifierControl)
	if diff := cmp.Diff([]string{"2", "5"}, l.Selected()); diff != "" {
		t.Errorf("after Ctrl+click (-want +got):\n%s", diff)
	}
	click(3, 0)
	click(6, fyne.KeyModifierShift)
	if diff := cmp.Diff([]string{"3", "4", "5", "6"}, l.Selected()); diff != "" {
		t.Errorf("after Shift+click (-want +got):\n%s", diff)
	}
	l.surface.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if diff := cmp.Diff([]string{"7"}, l.Selected()); diff != "" {
		t.Errorf("after Down (-want +got):\n%s", diff)
	}
}

func TestPickListWaitsForRowsToLoad(t *testing.T) {
	newApp(t)
	l := NewPickList()
	loaded, told := 20, 0
	var from, to int
	l.Row = func(i int) (PickRow, bool) { return PickRow{ID: fmt.Sprint(i), Mark: MarkUnused}, i < loaded }
	l.Need = func(f, t int) { from, to = f, t }
	l.OnSelect = func() { told++ }
	show(t, l, 300, 600)
	l.Reset(1000, 0)
	key := func(n fyne.KeyName) { l.surface.TypedKey(&fyne.KeyEvent{Name: n}) }
	key(fyne.KeyHome)
	key(fyne.KeyEnd)
	if from > 999 || to != 1000 || told != 1 || len(l.Selected()) != 0 {
		t.Errorf("End asked for rows %d to %d, told of %d selections, selected %v; want the last row asked for and nothing selected", from, to, told, l.Selected())
	}
	loaded = 1000
	l.Loaded()
	if diff := cmp.Diff([]string{"999"}, l.Selected()); diff != "" || told != 2 {
		t.Errorf("once loaded, told %d times (-want +got):\n%s", told, diff)
	}
	loaded = 995
	key(fyne.KeyUp)
	l.choose(990, fyne.KeyModifierShift)
	loaded = 1000
	l.Loaded()
	if diff := cmp.Diff([]string{"990", "991", "992", "993", "994", "995", "996", "997", "998", "999"}, l.Selected()); diff != "" {
		t.Errorf("a range that had to be loaded (-want +got):\n%s", diff)
	}
}

func lines(ids ...briefing.LineID) []LineRow {
	rows := []LineRow{{Kind: HeadingRow, Section: "agenda", Runs: []Run{{Text: "Agenda"}}}}
	for _, id := range ids {
		rows = append(rows, LineRow{Line: id, Section: "agenda", Mark: MarkSuggested, Runs: []Run{{Text: "a line of some words"}}})
	}
	return rows
}

func TestLineListKeepsItsSelection(t *testing.T) {
	newApp(t)
	l := NewLineList()
	show(t, l, 400, 300)
	l.SetRows(lines("a", "b", "c"))
	l.Select("b")
	l.SetRows(lines("x", "a", "b", "c"))
	if got := l.Selected(); got != "b" {
		t.Errorf("selected %q after a row came before, want b", got)
	}
	l.SetRows(lines("x", "a", "c"))
	if got := l.Selected(); got != "c" {
		t.Errorf("selected %q after b went, want c in its place", got)
	}
}

func TestLineListShowsItsSelectionInLessRoom(t *testing.T) {
	newApp(t)
	l := NewLineList()
	w := show(t, l, 400, 300)
	var ids []briefing.LineID
	for i := range 30 {
		ids = append(ids, briefing.LineID(fmt.Sprint(i)))
	}
	l.SetRows(lines(ids...))
	l.Select("9")
	w.Resize(fyne.NewSize(400, 150)) // a tray opens below
	top, bottom := l.surface.visible()
	if b := l.boxes[l.index("9")]; b.y < top || b.y+b.h > bottom {
		t.Errorf("the selected row is at %v to %v, visible are %v to %v", b.y, b.y+b.h, top, bottom)
	}
}

func TestLineListMovesByDragging(t *testing.T) {
	newApp(t)
	l := NewLineList()
	show(t, l, 400, 300)
	l.SetRows(lines("a", "b", "c"))
	type move struct {
		Line, Before briefing.LineID
		Section      briefing.SectionKind
	}
	var got []move
	l.OnMove = func(line briefing.LineID, s briefing.SectionKind, before briefing.LineID) {
		got = append(got, move{line, before, s})
	}
	drag := func(from, to float32) {
		e := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		e.Position = fyne.NewPos(100, from)
		l.surface.MouseDown(e)
		d := &fyne.DragEvent{}
		d.Position = fyne.NewPos(100, to)
		l.surface.Dragged(d)
		l.surface.DragEnd()
	}
	drag(l.boxes[1].y+4, l.boxes[3].y+2)                // a before c
	drag(l.boxes[1].y+4, l.boxes[3].y+l.boxes[3].h+100) // a to the end
	drag(l.boxes[3].y+4, 0)                             // c to the top
	want := []move{{"a", "c", "agenda"}, {"a", "", "agenda"}, {"c", "a", "agenda"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("moves (-want +got):\n%s", diff)
	}
}

func TestHintBarKeepsTheLastHint(t *testing.T) {
	newApp(t)
	b := NewHintBar()
	pressed := ""
	var hints []Hint
	for _, k := range []string{"V", "X", "E", "B", "?"} {
		hints = append(hints, Hint{Key: k, Word: "what it does", Do: func() { pressed = k }})
	}
	b.Set(hints)
	show(t, b, 260, 30)
	last := b.edges[len(b.edges)-1]
	if len(b.edges) >= len(hints) {
		t.Fatalf("%d hints fit, want the test to have too many", len(b.edges))
	}
	b.Tapped(&fyne.PointEvent{Position: fyne.NewPos((last.from+last.to)/2, 10)})
	if pressed != "?" {
		t.Errorf("the last hint does %q, want ?", pressed)
	}
}

func TestMarksHaveShapesOfTheirOwn(t *testing.T) {
	seen := map[string]Mark{}
	for m, s := range markShapes {
		if other, taken := seen[s.body]; taken {
			t.Errorf("%s looks like %s", m, other)
		}
		seen[s.body] = m
		if strings.Contains(s.body, "stroke") {
			t.Errorf("%s is drawn with a stroke, which Fyne does not colour", m)
		}
	}
}

// TestLeftOutHasRoomBehindItsBlock: what says that a block is left out never
// stands on its words, however long its last line is.
func TestLeftOutHasRoomBehindItsBlock(t *testing.T) {
	test.NewTempApp(t)
	const words = "Read on: "
	for n := range 40 {
		text := words + strings.Repeat("o", n)
		r := NewReader()
		r.Words.LeftOut = "(left out of this)"
		r.SetArticle(&briefing.Article{ID: "a", Text: text, Paragraphs: []briefing.Paragraph{{Span: briefing.Span{End: len(text)}, Kind: briefing.Furniture}}})
		const width = 320
		high := r.layout(width)
		last := r.lines[len(r.lines)-1]
		end := r.labelAt(last) + r.metrics.of(Sans, small()).width(r.Words.LeftOut)
		if r.labelFits(last) && end > width {
			t.Errorf("%d letters: the label ends at %v of %v", n, end, width)
		}
		if !r.labelFits(last) && high < last.y+2*last.h {
			t.Errorf("%d letters: there is no line for the label", n)
		}
	}
}
