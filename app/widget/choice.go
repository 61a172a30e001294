package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Select is Fyne's list to choose one from, but leaves Enter, Escape and the
// keys it has no use for to the window.
type Select struct {
	widget.Select
	revealer
	OnKey func(*fyne.KeyEvent) (taken bool)
}

// NewSelect returns a list of options. changed hears of each choice.
func NewSelect(options []string, changed func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = options, changed
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey passes a key to OnKey, then to the list.
func (s *Select) TypedKey(k *fyne.KeyEvent) {
	if s.OnKey != nil && s.OnKey(k) {
		return
	}
	switch k.Name {
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		s.Select.TypedKey(k)
	default:
		passKey(s, k)
	}
}

// FocusGained brings the list into view.
func (s *Select) FocusGained() {
	s.Select.FocusGained()
	s.gained()
}

// Check is Fyne's tick, but leaves the keys it has no use for to the window.
type Check struct {
	widget.Check
	revealer
}

// NewCheck returns a tick. changed hears of each change.
func NewCheck(text string, changed func(bool)) *Check {
	c := &Check{}
	c.Text, c.OnChanged = text, changed
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey passes a key on; the tick itself is set with a blank.
func (c *Check) TypedKey(k *fyne.KeyEvent) {
	if k.Name != fyne.KeySpace {
		passKey(c, k)
	}
}

// FocusGained brings the tick into view.
func (c *Check) FocusGained() {
	c.Check.FocusGained()
	c.gained()
}

// List is Fyne's list, but lets the window see keys first, takes Enter, and
// leaves the keys it has no use for to the window.
type List struct {
	widget.List
	OnKey   func(*fyne.KeyEvent) (taken bool)
	OnEnter func(row int)
	row     int
}

// NewList returns a list that shows rows made by create and filled by update.
func NewList(length func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject)) *List {
	l := &List{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.OnHighlighted = func(i int) { l.row = i }
	l.ExtendBaseWidget(l)
	return l
}

// Row returns the row with the caret.
func (l *List) Row() int { return l.row }

// TypedKey passes a key to OnKey, then Enter to OnEnter, then to the list.
func (l *List) TypedKey(k *fyne.KeyEvent) {
	if l.OnKey != nil && l.OnKey(k) {
		return
	}
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if l.OnEnter != nil {
			l.OnEnter(l.row)
			return
		}
		passKey(l, k)
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown:
		l.List.TypedKey(k)
	default:
		passKey(l, k)
	}
}
