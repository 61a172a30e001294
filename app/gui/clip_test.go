package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	fw "fyne.io/fyne/v2/widget"
)

// TestNoTextIsClipped opens the main views in every language, in a small
// window and with large letters, and looks for words that reach out of what
// they stand in. Texts that end in "…" on purpose have measured themselves.
func TestNoTextIsClipped(t *testing.T) {
	views := []struct {
		name string
		show func(*stage)
	}{
		{"panes", func(*stage) {}},
		{"editor", func(s *stage) { s.do("edit-line") }},
		{"editor, own words", func(s *stage) { s.do("edit-line"); s.typed(" of my own") }},
		{"preview", func(s *stage) { s.do("preview") }},
		{"export", func(s *stage) { s.do("export") }},
		{"settings", func(s *stage) { s.do("settings") }},
		{"briefing details", func(s *stage) { s.do("briefing-details") }},
		{"article details", func(s *stage) { s.do("details") }},
		{"history", func(s *stage) { s.do("history") }},
		{"shortcuts", func(s *stage) { s.do("shortcuts") }},
		{"guide", func(s *stage) { s.do("guide") }},
		{"quick start", func(s *stage) { s.do("quick-start") }},
		{"marking of a line", func(s *stage) { s.do("mark-line") }},
		{"find", func(s *stage) { s.do("find") }},
		{"update", func(s *stage) { s.do("update") }},
	}
	for _, size := range []struct {
		name   string
		window fyne.Size
		text   float64
	}{{"1000x650", fyne.NewSize(1000, 650), 1}, {"1366x768, letters 150 %", fyne.NewSize(1366, 768), 1.5}, {"1366x768, letters 200 %", fyne.NewSize(1366, 768), 2}} {
		for _, l := range Languages {
			t.Run(size.name+"/"+l.Code, func(t *testing.T) {
				s := sample(t)
				s.win.Resize(size.window)
				s.setLanguage(l.Code)
				choice := s.settings
				choice.TextSize = size.text
				s.setSettings(choice)
				s.settle()
				s.do("verify") // so that there is a history
				for _, v := range views {
					s.selectLine(s.review.first())
					s.review.focus()
					v.show(s)
					s.settle()
					if top := s.win.Canvas().Overlays().Top(); top != nil {
						s.unclipped(v.name, top)
						top.Hide()
						s.win.Canvas().Overlays().Remove(top)
					} else {
						s.unclipped(v.name, s.win.Canvas().Content())
					}
					s.review.endEditing()
					if s.reader.previewing {
						s.do("preview")
					}
					s.settle()
				}
			})
		}
	}
}

// TestNoTextIsClippedOnTheFirstRun is the same for the page of an empty
// library.
func TestNoTextIsClippedOnTheFirstRun(t *testing.T) {
	for _, l := range Languages {
		t.Run(l.Code, func(t *testing.T) {
			s := newStage(t)
			s.win.Resize(fyne.NewSize(1000, 650))
			s.setLanguage(l.Code)
			s.until("the empty library", func() bool { return s.empty.wanted })
			s.unclipped("first run", s.win.Canvas().Content())
		})
	}
}

// unclipped fails for every visible text that reaches out of what cuts it.
func (s *stage) unclipped(view string, root fyne.CanvasObject) {
	s.t.Helper()
	size := s.win.Canvas().Size()
	seen := 0
	var walk func(o fyne.CanvasObject, at fyne.Position, room box)
	walk = func(o fyne.CanvasObject, at fyne.Position, room box) {
		if o == nil || !o.Visible() {
			return
		}
		at = at.Add(o.Position())
		own := box{at.X, at.X + o.Size().Width}
		switch o := o.(type) {
		case *canvas.Text:
			if strings.TrimSpace(o.Text) == "" {
				return
			}
			seen++
			w := fyne.MeasureText(o.Text, o.TextSize, o.TextStyle)
			x := at.X
			switch o.Alignment {
			case fyne.TextAlignCenter:
				x += (o.Size().Width - w.Width) / 2
			case fyne.TextAlignTrailing:
				x += o.Size().Width - w.Width
			}
			const slack = 1.5 // of rounding
			if x < room.left-slack || x+w.Width > room.right+slack {
				s.t.Errorf("%s: %q takes %.0f to %.0f, and has room from %.0f to %.0f", view, o.Text, x, x+w.Width, room.left, room.right)
			}
			return
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c, at, room.in(own))
			}
		case *container.Scroll:
			walk(o.Content, at.Subtract(o.Offset), room.in(own))
		case *fw.PopUp:
			for _, c := range test.WidgetRenderer(o).Objects() {
				walk(c, at, box{0, size.Width})
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				walk(c, at, room.in(own))
			}
		}
	}
	walk(root, fyne.NewPos(0, 0), box{0, size.Width})
	if seen == 0 {
		s.t.Errorf("%s: no text found: the test looks in the wrong place", view)
	}
}

// box is how far something reaches across the window, in Fyne's units.
type box struct{ left, right float32 }

func (b box) in(o box) box { return box{max(b.left, o.left), min(b.right, o.right)} }
