package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Select is Fyne's list to choose one from, but lets the window see keys
// first: Escape leaves a sheet wherever in it the keyboard is.
type Select struct {
	widget.Select
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
	if s.OnKey == nil || !s.OnKey(k) {
		s.Select.TypedKey(k)
	}
}

// List is Fyne's list, but lets the window see keys first, and takes Enter.
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
	switch {
	case l.OnKey != nil && l.OnKey(k):
	case l.OnEnter != nil && (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter):
		l.OnEnter(l.row)
	default:
		l.List.TypedKey(k)
	}
}
