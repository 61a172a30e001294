package gui

import (
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// stage is a window over a real library, and the UI goroutine it runs on,
// which is the test's own.
type stage struct {
	*Window
	t      *testing.T
	queue  queue
	opened []string
	home   briefing.BriefingID // of the sample
	closed bool                // by the test
}

func open(t *testing.T, library string) *stage {
	t.Helper()
	return openStage(t, app.Options{Library: library}, Options{})
}

// openStage opens a window with options beyond what every test needs.
func openStage(t *testing.T, library app.Options, o Options) *stage {
	t.Helper()
	a, err := app.Open(t.Context(), library)
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{t: t, queue: make(queue, 10_000)}
	o.App, o.Fyne, o.Post = a, test.NewTempApp(t), s.queue.post
	o.Window = o.Fyne.NewWindow("")
	o.Open = func(path string) error { s.opened = append(s.opened, path); return nil }
	w, err := New(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	s.Window = w
	w.remember.Delay = 0
	w.win.Resize(fyne.NewSize(1280, 760))
	t.Cleanup(func() { // after the window's own work has ended
		w.tasks.Stop()
		for w.tasks.Busy() {
			s.step(10 * time.Second)
		}
		if err := a.Close(); err != nil && !s.closed {
			t.Error(err)
		}
	})
	return s
}

// tap presses the button with the text, somewhere in o.
func tap(t *testing.T, o fyne.CanvasObject, text string) {
	t.Helper()
	for _, o := range laidOut(o) {
		if b, ok := o.(*widget.Button); ok && b.Text == text && !b.Disabled() {
			b.OnTapped()
			return
		}
	}
	t.Fatalf("no button %q that can be pressed", text)
}

func newStage(t *testing.T) *stage { return open(t, filepath.Join(t.TempDir(), "library.db")) }

// step runs one posted function, if one comes in time.
func (s *stage) step(wait time.Duration) bool {
	select {
	case f := <-s.queue:
		f()
		return true
	case <-time.After(wait):
		return false
	}
}

// until runs posted functions until something is so.
func (s *stage) until(what string, so func() bool) {
	s.t.Helper()
	deadline := time.Now().Add(30 * time.Second)
	for !so() {
		if time.Now().After(deadline) {
			s.t.Fatalf("waited for %s; the notice says %q", what, s.notices.now.text)
		}
		s.step(20 * time.Millisecond)
	}
}

// settle runs posted functions until all work has shown its result.
func (s *stage) settle() {
	s.t.Helper()
	s.until("all work to end", func() bool { return !s.tasks.Busy() && len(s.queue) == 0 && s.pending == 0 })
}

// sample opens a window with the sample in it.
func sample(t *testing.T) *stage {
	t.Helper()
	s := newStage(t)
	s.until("the empty library", func() bool { return s.empty.wanted })
	s.do("sample")
	s.until("the sample's briefing", func() bool { return s.brief.ID != "" && s.review.list.Selected() != "" })
	s.settle()
	s.home = s.brief.ID
	return s
}

func (s *stage) press(keys ...fyne.KeyName) {
	s.t.Helper()
	for _, k := range keys {
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
		s.settle()
	}
}

func (s *stage) typed(text string) {
	s.t.Helper()
	for _, r := range text {
		s.win.Canvas().Focused().TypedRune(r)
		s.settle()
	}
}

func (s *stage) line(id briefing.LineID) briefing.Line {
	s.t.Helper()
	l, _, _, ok := s.brief.Find(id)
	if !ok {
		s.t.Fatalf("no line %s", id)
	}
	return l
}

// pick selects the first line that is so.
func (s *stage) pick(what string, is func(briefing.SectionKind, briefing.Line) bool) briefing.LineID {
	s.t.Helper()
	for _, sec := range s.brief.Sections {
		for _, l := range sec.Lines {
			if is(sec.Kind, l) {
				s.selectLine(l.ID)
				s.review.focus()
				s.settle()
				return l.ID
			}
		}
	}
	s.t.Fatalf("the sample has no %s", what)
	return ""
}
