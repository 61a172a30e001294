package widget

import "fyne.io/fyne/v2"

// What a part of the window has no use for goes on to the window itself: Fyne
// gives a key to the focused part alone, and asks the canvas only where nothing
// has the keyboard. So a sheet hears Escape and Enter wherever in it the
// keyboard is, and no part has to know what it stands in.

// passKey hands a key on to the window.
func passKey(o fyne.CanvasObject, k *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(k)
	}
}

// passShortcut hands a shortcut on to the window.
func passShortcut(o fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// focus gives a part the keyboard.
func focus(f fyne.Focusable) {
	o, ok := f.(fyne.CanvasObject)
	if !ok {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil {
		c.Focus(f)
	}
}

// revealer is a part that asks to be brought into view when it gets the
// keyboard, such as a field of a form that scrolls.
type revealer struct{ reveal func() }

// OnReveal has f called when the part gets the keyboard.
func (r *revealer) OnReveal(f func()) { r.reveal = f }

func (r *revealer) gained() {
	if r.reveal != nil {
		r.reveal()
	}
}
