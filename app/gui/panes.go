package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"example.org/attache/app/widget"
)

// part is one of the window's three panes.
type part int

const (
	libraryPart part = iota
	readerPart
	reviewPart
)

// How many letters wide a window is, at least, to show two panes and three:
// below, a pane would break its words.
const twoPanes, threePanes = 36, 58

// panesFor says which panes are shown in a window so many letters wide, if the
// keyboard is in one of them.
func panesFor(letters float32, now part, libraryHidden bool) (show [3]bool) {
	switch {
	case letters < twoPanes:
		show[now] = true
	case letters < threePanes && now == libraryPart && !libraryHidden:
		show[libraryPart], show[readerPart] = true, true
	case letters < threePanes:
		show[readerPart], show[reviewPart] = true, true
	default:
		show = [3]bool{!libraryHidden, true, true}
	}
	return show
}

// arrange puts the panes that there is room for into the window.
func (w *Window) arrange() {
	var object fyne.CanvasObject
	if w.empty.wanted {
		object = w.empty.box
	} else {
		object = w.arranged()
	}
	if len(w.body.Objects) == 1 && w.body.Objects[0] == object {
		return
	}
	w.body.Objects = []fyne.CanvasObject{object}
	w.body.Refresh()
}

// letters is how wide the window is in letters of its text.
func (w *Window) letters() float32 {
	width := w.win.Canvas().Size().Width
	if width < 10 { // not shown yet
		width = w.view.Width
	}
	return width / theme.TextSize()
}

// narrow reports whether there is no room for three panes.
func (w *Window) narrow() bool { return w.letters() < threePanes }

func (w *Window) arranged() fyne.CanvasObject {
	show := panesFor(w.letters(), w.part, w.view.LibraryHidden)
	var right fyne.CanvasObject
	switch {
	case show[readerPart] && show[reviewPart]:
		w.inner.Leading, w.inner.Trailing = w.reader.pane, w.review.pane
		right = w.inner
	case show[readerPart]:
		right = w.reader.pane
	case show[reviewPart]:
		right = w.review.pane
	}
	switch {
	case !show[libraryPart]:
		return right
	case right == nil:
		return w.library.pane
	}
	split := w.outer
	if !show[reviewPart] {
		split = w.pair
	}
	split.Leading, split.Trailing = w.library.pane, right
	return split
}

// turnTo shows a pane, if it is not to be seen, before it gets the keyboard.
func (w *Window) turnTo(p part) {
	w.part = p
	w.arrange()
}

// paneFocused draws the frame of the pane that has the keyboard, and its hints.
func (w *Window) paneFocused(p part, pane *widget.Pane, on bool) {
	if on && w.part != p {
		w.turnTo(p)
	}
	w.clickLost = w.clickLost && !on
	pane.SetFocused(on)
	w.hint()
}

// sized fits the window's parts to a new size.
func (w *Window) sized() {
	if w.body != nil && w.library != nil {
		w.arrange()
	}
	if w.imports != nil {
		w.imports.fit()
	}
	w.fitSheets()
}

// bodySized fits what has a share of its pane to the panes' new size.
func (w *Window) bodySized() {
	w.review.tray.show(w.review.tray.ids)
	w.library.briefings.fit()
}

// focus gives the list of articles the keyboard.
func (l *libraryPane) focus() {
	l.host.turnTo(libraryPart)
	l.list.Focus()
}

// focus gives the list of lines the keyboard.
func (p *briefingPane) focus() {
	p.host.turnTo(reviewPart)
	p.list.Focus()
}

func (w *Window) focusReader() { w.reader.focus() }
func (w *Window) focusReview() { w.review.focus() }

// giveBackFocus gives the keyboard to where work goes on once a sheet is closed.
func (w *Window) giveBackFocus() {
	switch {
	case w.topSheet() != nil: // has it already
	case w.review.editor != nil:
		w.win.Canvas().Focus(w.review.editor.text)
	default:
		if _, pressed := w.win.Canvas().Focused().(*widget.Button); pressed || w.win.Canvas().Focused() == nil {
			w.restFocus()
		}
	}
}
