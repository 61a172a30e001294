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
