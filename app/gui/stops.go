package gui

// stop is a part of the window that F6 goes to: a pane, the notice, the
// import panel.
type stop struct {
	there   func() bool // is to be seen
	focused func() bool
	focus   func()
}

// focusPane gives the keyboard to the next (1) or previous (-1) stop that is
// to be seen.
func (w *Window) focusPane(dir int) {
	at := -1
	for i, s := range w.stops {
		if s.there() && s.focused() {
			at = i
		}
	}
	if at < 0 && dir < 0 {
		at = 0
	}
	n := len(w.stops)
	for range n {
		at = (at + dir + n) % n
		if w.stops[at].there() {
			w.stops[at].focus()
			return
		}
	}
}

// restFocus gives the keyboard to where a person would go on working.
func (w *Window) restFocus() {
	switch {
	case w.empty.wanted:
		w.empty.focus()
	case w.brief.ID != "":
		w.review.focus()
	default:
		w.library.focus()
	}
}
