package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"example.org/attache/briefing"
)

func (r *Reader) down(pos fyne.Position, e *desktop.MouseEvent) {
	if r.article == nil {
		return
	}
	at := r.offsetAt(pos)
	r.pressed, r.moved = true, false
	if e.Modifier&fyne.KeyModifierShift == 0 {
		r.anchor = at
	}
	r.selectBetween(r.anchor, at)
}

func (r *Reader) drag(pos fyne.Position) {
	if r.article == nil || !r.pressed {
		return
	}
	r.moved = true
	r.selectBetween(r.anchor, r.offsetAt(pos))
	r.surface.show(pos.Y-8, pos.Y+8, 0) // text runs on beyond the edges
}

func (r *Reader) up(pos fyne.Position) {
	if r.article == nil || r.moved || r.selection.Len() > 0 {
		return
	}
	r.pressed = false
	at := r.offsetAt(pos)
	hs := r.within(briefing.Span{Start: at, End: at + 1})
	// The shortest says most about the word clicked.
	var hit *Highlight
	for i := range hs {
		if hs[i].Line != "" && (hit == nil || hs[i].Len() < hit.Len()) {
			hit = &hs[i]
		}
	}
	if hit != nil && r.OnHighlight != nil {
		r.OnHighlight(*hit)
	}
}

func (r *Reader) selectBetween(a, b int) {
	s := briefing.Span{Start: min(a, b), End: max(a, b)}
	if s == r.selection {
		return
	}
	r.selection = s
	r.surface.Refresh()
	r.tellSelection()
}

func (r *Reader) tellSelection() {
	if r.OnSelect != nil {
		r.OnSelect(r.selection)
	}
}

// Selection returns what is selected, without blanks at its ends; an empty
// span for nothing.
func (r *Reader) Selection() briefing.Span {
	if r.article == nil {
		return briefing.Span{}
	}
	s := r.selection
	text := r.article.Text
	for s.Start < s.End && strings.ContainsRune(" \n\t", rune(text[s.Start])) {
		s.Start++
	}
	for s.End > s.Start && strings.ContainsRune(" \n\t", rune(text[s.End-1])) {
		s.End--
	}
	return s
}

// SelectedWords is Selection with words that are half selected taken whole.
func (r *Reader) SelectedWords() briefing.Span {
	s := r.Selection()
	if s.Len() == 0 {
		return s
	}
	text := r.article.Text
	if first := wordAround(text, s.Start); first.Start < s.Start && first.End > s.Start {
		s.Start = first.Start
	}
	if last := wordAround(text, s.End); last.Start < s.End && last.End > s.End {
		s.End = last.End
	}
	return s
}

// Select selects a span, as far as it lies in the text, and brings it into
// view.
func (r *Reader) Select(s briefing.Span) {
	if r.article == nil || s.Len() > 0 && !s.Valid(r.article.Text) {
		s = briefing.Span{}
	}
	r.anchor = s.Start
	r.selectBetween(s.Start, s.End)
	if s.Len() > 0 {
		r.ShowSpan(s)
	}
}

// SelectAll selects the whole text.
func (r *Reader) SelectAll() {
	if r.article != nil {
		r.anchor = 0
		r.selectBetween(0, len(r.article.Text))
	}
}

// SelectedText returns the words selected.
func (r *Reader) SelectedText() string {
	if r.article == nil {
		return ""
	}
	return r.Selection().Of(r.article.Text)
}

func (r *Reader) selectWordAt(pos fyne.Position) {
	if r.article == nil {
		return
	}
	s := wordAround(r.article.Text, r.offsetAt(pos))
	r.anchor = s.Start
	r.selectBetween(s.Start, s.End)
}

// wordAround returns the word at or before offset.
func wordAround(text string, offset int) briefing.Span {
	in := func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) }
	start, end := offset, offset
	for start > 0 {
		c, n := utf8.DecodeLastRuneInString(text[:start])
		if !in(c) {
			break
		}
		start -= n
	}
	for end < len(text) {
		c, n := utf8.DecodeRuneInString(text[end:])
		if !in(c) {
			break
		}
		end += n
	}
	return briefing.Span{Start: start, End: end}
}

func (r *Reader) shortcut(sh fyne.Shortcut) {
	if _, all := sh.(*fyne.ShortcutSelectAll); all {
		r.SelectAll()
		return
	}
	if r.OnShortcut != nil {
		r.OnShortcut(sh)
	}
}

func (r *Reader) typed(c rune) {
	if r.OnRune != nil {
		r.OnRune(c)
	}
}

func (r *Reader) key(e *fyne.KeyEvent) (used bool) {
	if r.OnKey != nil && r.OnKey(e) {
		return true
	}
	step := readSize() * 3
	switch e.Name {
	case fyne.KeyDown:
		r.keyStep(step)
	case fyne.KeyUp:
		r.keyStep(-step)
	case fyne.KeyRight:
		r.extend(1)
	case fyne.KeyLeft:
		r.extend(-1)
	case fyne.KeyPageDown:
		r.surface.page(0.9)
	case fyne.KeyPageUp:
		r.surface.page(-0.9)
	case fyne.KeyHome:
		r.surface.scrollTo(0)
	case fyne.KeyEnd:
		r.surface.scrollTo(r.surface.height)
	case fyne.KeyEscape:
		if r.selection.Len() == 0 {
			return false
		}
		r.selectBetween(r.anchor, r.anchor)
	default:
		return false
	}
	return true
}

func (r *Reader) keyStep(dy float32) {
	if shiftHeld() && r.article != nil && len(r.lines) > 0 {
		end := r.caret()
		l := r.lineAt(end)
		to := min(max(0, l+int(dy/max(1, abs(dy)))), len(r.lines)-1)
		r.selectBetween(r.anchor, min(r.lines[to].start+max(0, end-r.lines[l].start), r.lines[to].end))
		return
	}
	r.surface.scrollTo(r.surface.scroll.Offset.Y + dy)
}

// caret is the moving end of the selection.
func (r *Reader) caret() int {
	if r.selection.Start < r.anchor {
		return r.selection.Start
	}
	return r.selection.End
}

// extend moves the selection by words: all of it, or with Shift its end. It
// is how text is selected without a mouse.
func (r *Reader) extend(dir int) {
	if r.article == nil {
		return
	}
	text := r.article.Text
	if r.selection.Len() == 0 && r.anchor == 0 { // begin where the eye is
		r.anchor = r.VisibleSpan().Start
		r.selection = briefing.Span{Start: r.anchor, End: r.anchor}
	}
	to := r.caret()
	for i := 0; i < 2; i++ { // past blanks, then past the word
		for to > 0 || dir > 0 {
			if dir > 0 {
				if to >= len(text) {
					break
				}
				c, n := utf8.DecodeRuneInString(text[to:])
				if unicode.IsSpace(c) != (i == 0) {
					break
				}
				to += n
			} else {
				c, n := utf8.DecodeLastRuneInString(text[:to])
				if unicode.IsSpace(c) != (i == 0) {
					break
				}
				to -= n
			}
		}
	}
	if shiftHeld() {
		r.selectBetween(r.anchor, to)
	} else {
		s := wordAround(text, to)
		r.anchor = s.Start
		r.selectBetween(s.Start, s.End)
	}
	r.ShowSpan(briefing.Span{Start: to, End: to + 1})
}

func abs(x float32) float32 {
	if x < 0 {
		return -x
	}
	return x
}

// shiftHeld reports whether Shift is down, which Fyne does not tell with keys.
func shiftHeld() bool { return modifiers()&fyne.KeyModifierShift != 0 }

func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0 // the test driver holds no keys
}
