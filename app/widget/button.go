package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Button is Fyne's button, but takes Enter, leaves the keys it has no use for
// to the window, and has a name where it shows a picture alone.
type Button struct {
	widget.Button
	revealer
	OnKey func(*fyne.KeyEvent) (taken bool)
	// Name says what the button does, and its keys: it is shown where the
	// pointer rests on it or the keyboard is. "" is nothing.
	Name string
	// OnPoint is called when the pointer or the keyboard comes and goes.
	OnPoint func(in bool)
}

// NewButton returns a button; icon may be nil.
func NewButton(text string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = text, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey passes a key to OnKey first.
func (b *Button) TypedKey(k *fyne.KeyEvent) {
	if b.OnKey != nil && b.OnKey(k) {
		return
	}
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if !b.Disabled() && b.OnTapped != nil {
			b.OnTapped()
		}
	case fyne.KeySpace:
		b.Button.TypedKey(k)
	default:
		passKey(b, k)
	}
}

func (b *Button) point(in bool) {
	if b.OnPoint != nil {
		b.OnPoint(in)
	}
}

// MouseIn tells OnPoint.
func (b *Button) MouseIn(e *desktop.MouseEvent) {
	b.Button.MouseIn(e)
	b.point(true)
}

// MouseOut tells OnPoint.
func (b *Button) MouseOut() {
	b.Button.MouseOut()
	b.point(false)
}

// FocusGained tells OnPoint, and brings the button into view.
func (b *Button) FocusGained() {
	b.Button.FocusGained()
	b.gained()
	b.point(true)
}

// FocusLost tells OnPoint.
func (b *Button) FocusLost() {
	b.Button.FocusLost()
	b.point(false)
}
