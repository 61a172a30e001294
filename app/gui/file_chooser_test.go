package gui

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"example.org/attache/app/widget"
)

// TestAddByPath adds a file without the mouse: what is typed takes the place
// of the folder that is shown.
func TestAddByPath(t *testing.T) {
	s := newStage(t)
	s.settle()
	s.do("add")
	s.settle()
	missing := filepath.Join(t.TempDir(), "missing.txt")
	s.typed(missing)
	s.press(fyne.KeyReturn)
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("a path that leads nowhere closed the sheet")
	}
	if s.imports.running || len(s.imports.events) > 0 {
		t.Error("a path that leads nowhere was added")
	}
	s.typed(write(t, "talks.txt", talks))
	s.press(fyne.KeyReturn)
	s.until("the import", func() bool { return len(s.imports.events) == 1 && !s.imports.running })
	s.settle()
	if e := s.imports.events[0]; !strings.HasPrefix(e.Name, "talks") || e.Err != nil {
		t.Errorf("added %q, %v", e.Name, e.Err)
	}
}

// TestEveryChooserSaysWhatItDoes: a button that restores a backup does not
// read "Add", and only where several files can be picked is that said.
func TestEveryChooserSaysWhatItDoes(t *testing.T) {
	s := sample(t)
	for _, c := range []struct {
		title, verb string
		open        func()
		several     bool
	}{
		{"Add Articles", "Add", func() { s.do("add") }, true},
		{"Restore a Backup", "Restore", func() { s.do("restore") }, false},
		{"Open Library", "Open", s.chooseLibrary, false},
		{"Add a Template", "Add", func() { s.do("template-add") }, false},
	} {
		c.open()
		s.settle()
		top := s.topSheet()
		if top == nil || top.first.Text != c.verb {
			t.Fatalf("%s: the main button is not %q", c.title, c.verb)
		}
		said := ""
		for _, o := range laidOut(top.scroll.Content) {
			if text, ok := o.(*widget.FlowText); ok {
				said += text.Text()
			}
		}
		if got := strings.Contains(said, "selects several"); got != c.several {
			t.Errorf("%s says %q", c.title, said)
		}
		s.press(fyne.KeyEscape)
	}
}

// TestTypingAheadOfTheFolder types before the folder has been listed.
func TestTypingAheadOfTheFolder(t *testing.T) {
	s := newStage(t)
	s.settle()
	s.do("add")
	path := write(t, "talks.txt", talks)
	for _, r := range path {
		s.win.Canvas().Focused().TypedRune(r) // the list comes later
	}
	s.settle()
	s.press(fyne.KeyReturn)
	s.until("the import of what was typed", func() bool { return len(s.imports.events) == 1 && !s.imports.running })
	s.settle()
}
