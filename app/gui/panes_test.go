package gui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"example.org/attache/app/widget"
)

// TestPanesFitTheLetters shows as many panes as there is room for, and the one
// with the keyboard always.
func TestPanesFitTheLetters(t *testing.T) {
	for _, c := range []struct {
		name    string
		letters float32
		now     part
		hidden  bool
		want    [3]bool
	}{
		{"wide", 88, reviewPart, false, [3]bool{true, true, true}},
		{"wide, library hidden", 88, reviewPart, true, [3]bool{false, true, true}},
		{"narrow, in the lines", 47, reviewPart, false, [3]bool{false, true, true}},
		{"narrow, in the article", 47, readerPart, false, [3]bool{false, true, true}},
		{"narrow, in the library", 47, libraryPart, false, [3]bool{true, true, false}},
		{"one pane", 24, reviewPart, false, [3]bool{false, false, true}},
		{"one pane, the library", 24, libraryPart, true, [3]bool{true, false, false}},
	} {
		if got := panesFor(c.letters, c.now, c.hidden); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	s := sample(t)
	s.review.focus()
	for _, size := range []fyne.Size{{Width: 1280, Height: 760}, {Width: 690, Height: 500}, {Width: 500, Height: 500}} {
		s.win.Resize(size)
		s.settle()
		for range 3 {
			for i, p := range []*widget.Pane{s.library.pane, s.reader.pane, s.review.pane} {
				if !p.Focused() {
					continue
				}
				at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
				if p.Size().Width < 250 && size.Width < 1000 || at.X+p.Size().Width > size.Width+1 {
					t.Errorf("%v: pane %d, which has the keyboard, is %v at %v", size, i, p.Size(), at)
				}
			}
			s.hitKey(fyne.KeyF6)
		}
	}
}

// TestNoticesMoveNothing shows a notice, and finds the panes where they were.
func TestNoticesMoveNothing(t *testing.T) {
	s := sample(t)
	before, size := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.review.list), s.review.list.Size()
	s.notices.show(notice{text: "Something happened.", actions: []noticeAction{{"Undo", func() {}}}})
	s.settle()
	if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s.review.list); at != before || s.review.list.Size() != size {
		t.Errorf("the lines went from %v, %v to %v, %v", before, size, at, s.review.list.Size())
	}
	if box := s.notices.box; box.Size().Height < 20 || box.Position().Y+box.Size().Height > s.body.Size().Height {
		t.Errorf("the notice is %v at %v", box.Size(), box.Position())
	}
}

// TestHeadersGrowWithTheirLetters: a header that was laid out before the
// letters grew has room for its two lines after.
func TestHeadersGrowWithTheirLetters(t *testing.T) {
	s := sample(t)
	x := s.settings
	x.TextSize = 2
	s.setSettings(x)
	s.settle()
	for name, header := range map[string]fyne.CanvasObject{"reader": s.reader.header, "status": s.status.box} {
		size := header.Size()
		for _, o := range laidOut(header) {
			if o.Visible() && o.MinSize().Height > size.Height+0.5 {
				t.Errorf("%s: %T needs a height of %v and stands in %v", name, o, o.MinSize().Height, size.Height)
			}
		}
	}
	if saved := s.status.saved; saved.MinSize().Height > 2*theme.TextSize() {
		t.Errorf("%q takes more than a line", saved.Text())
	}
}

// TestBriefingsLeaveRoomForArticles: many briefings do not push the articles out
// of a low pane.
func TestBriefingsLeaveRoomForArticles(t *testing.T) {
	s := sample(t)
	for range 6 {
		s.do("new")
		s.settle()
	}
	for _, height := range []float32{900, 330} {
		s.win.Resize(fyne.NewSize(1280, height))
		s.settle()
		pane := s.library.pane.Size().Height
		if got := s.library.briefings.height.height; got > pane/3+1 {
			t.Errorf("in a pane %v high the briefings take %v", pane, got)
		}
	}
}
