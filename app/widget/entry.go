package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is Fyne's text field, but lets the window see keys first: Fyne hands
// function keys and Escape to the focused field alone.
type Entry struct {
	widget.Entry
	revealer
	OnKey    func(*fyne.KeyEvent) (taken bool)
	OnFocus  func(bool)
	OnCommit func(below bool) // Enter, or with Ctrl for a new line below; nil leaves Enter to the field
	OnCaret  func()           // the caret or the selection may have moved
	// Guard sees what would change the text before it does, and may take it: a
	// quotation is only ever shortened. Keys and shortcuts that move and copy
	// do not pass it.
	Guard func(typed rune, key fyne.KeyName, s fyne.Shortcut) (taken bool)
}

// NewEntry returns a field of one line.
func NewEntry() *Entry {
	e := &Entry{}
	e.ExtendBaseWidget(e)
	return e
}

// NewWrappingEntry returns a field of several wrapped lines, one paragraph.
func NewWrappingEntry() *Entry {
	e := &Entry{}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab is false: Tab goes to the next field, also where there are
// several lines.
func (e *Entry) AcceptsTab() bool { return false }

// TypedKey passes a key to OnKey, then to OnCommit, then to the field.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(k) {
		return
	}
	if e.OnCommit != nil && (k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter) {
		e.OnCommit(false)
		return
	}
	if e.passes(k.Name) {
		passKey(e, k)
		return
	}
	if e.Guard != nil && changes[k.Name] && e.Guard(0, k.Name, nil) {
		return
	}
	e.Entry.TypedKey(k)
	if e.OnCaret != nil {
		e.OnCaret()
	}
}

// passes reports whether a key means nothing to the field, so that it is the
// window's.
func (e *Entry) passes(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6,
		fyne.KeyF7, fyne.KeyF8, fyne.KeyF9, fyne.KeyF10, fyne.KeyF11, fyne.KeyF12:
		return true
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyPageUp, fyne.KeyPageDown:
		return !e.MultiLine
	}
	return false
}

// TypedShortcut handles Ctrl+Enter and leaves the rest to the field.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && e.OnCommit != nil &&
		c.Modifier == fyne.KeyModifierShortcutDefault && (c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		e.OnCommit(true)
		return
	}
	switch s.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutSelectAll:
	default:
		if e.Guard != nil && e.Guard(0, "", s) {
			return
		}
	}
	e.Entry.TypedShortcut(s)
	if c, ok := s.(*desktop.CustomShortcut); ok && !moves[c.KeyName] {
		passShortcut(e, s)
	}
	if e.OnCaret != nil {
		e.OnCaret()
	}
}

// moves are the keys that mean something to a field with a modifier, too.
var moves = map[fyne.KeyName]bool{
	fyne.KeyLeft: true, fyne.KeyRight: true, fyne.KeyUp: true, fyne.KeyDown: true, fyne.KeyHome: true, fyne.KeyEnd: true,
	fyne.KeyBackspace: true, fyne.KeyDelete: true, fyne.KeyInsert: true,
}

// changes are the keys that change text.
var changes = map[fyne.KeyName]bool{
	fyne.KeyBackspace: true, fyne.KeyDelete: true, fyne.KeyReturn: true, fyne.KeyEnter: true, fyne.KeyTab: true,
}

// TypedRune enters a character.
func (e *Entry) TypedRune(r rune) {
	if e.Guard != nil && e.Guard(r, "", nil) {
		return
	}
	e.Entry.TypedRune(r)
}

// FocusGained tells OnFocus.
func (e *Entry) FocusGained() {
	e.Entry.FocusGained()
	e.gained()
	if e.OnFocus != nil {
		e.OnFocus(true)
	}
}

// FocusLost tells OnFocus.
func (e *Entry) FocusLost() {
	e.Entry.FocusLost()
	if e.OnFocus != nil {
		e.OnFocus(false)
	}
}

// SelectAll selects the whole text, as when a field is opened to be replaced.
func (e *Entry) SelectAll() { e.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }
