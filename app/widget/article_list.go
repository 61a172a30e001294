package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"example.org/attache/briefing"
)

// ArticleRow is one row of an ArticleList.
type ArticleRow struct {
	ID      briefing.ArticleID
	Title   string
	Caption string // outlet, date
	Flag    string // what is missing, such as "No date"
	Used    bool
	Snippet string
	Marks   []briefing.Span // words found in Snippet
}

// ArticleList shows articles, of which there may be hundreds of thousands: it
// asks for the rows it is about to draw and for no others. Several articles
// can be selected, with Ctrl and Shift as everywhere.
type ArticleList struct {
	widget.BaseWidget

	// Row returns row i, or false if it is not loaded yet.
	Row func(i int) (ArticleRow, bool)
	// Need is called with the half-open range of rows that are on the screen
	// where one of them is not loaded.
	Need func(from, to int)

	OnSelect   func() // the selection or the current row changed
	OnOpen     func(briefing.ArticleID)
	OnMenu     func(fyne.Position)
	OnKey      func(*fyne.KeyEvent) (taken bool)
	OnRune     func(rune)
	OnShortcut func(fyne.Shortcut)
	OnFocus    func(bool)

	surface  *surface
	metrics  metrics
	count    int
	snippets bool
	current  int // row with the caret, -1 for none
	anchor   int // where a Shift range begins
	selected []briefing.ArticleID
}

// NewArticleList returns an empty list.
func NewArticleList() *ArticleList {
	l := &ArticleList{current: -1}
	s := &surface{layout: l.layout, paint: l.paint}
	s.input = surfaceInput{
		key: l.key, down: l.down, secondary: l.secondary,
		rune: func(r rune) {
			if l.OnRune != nil {
				l.OnRune(r)
			}
		},
		shortcut: func(sh fyne.Shortcut) {
			if l.OnShortcut != nil {
				l.OnShortcut(sh)
			}
		},
		double: func(pos fyne.Position) { l.open(l.rowAt(pos.Y)) },
		focus: func(on bool) {
			if l.OnFocus != nil {
				l.OnFocus(on)
			}
		},
	}
	s.start()
	l.surface = s
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is for Fyne.
func (l *ArticleList) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(l.surface.scroll)
}

// Refresh draws anew, as after a change of theme or text size.
func (l *ArticleList) Refresh() {
	l.surface.pool.forget()
	l.surface.relayout()
	l.BaseWidget.Refresh()
}

// Reset shows a list of count rows, with or without snippets. The selection
// stays.
func (l *ArticleList) Reset(count int, snippets bool) {
	l.count, l.snippets = count, snippets
	if l.current >= count {
		l.current = count - 1
	}
	l.surface.relayout()
}

// Loaded draws rows that were not loaded before.
func (l *ArticleList) Loaded() { l.surface.Refresh() }

// Top scrolls to the first row.
func (l *ArticleList) Top() { l.surface.scrollTo(0) }

// Selected returns the selected articles in the order they were chosen.
func (l *ArticleList) Selected() []briefing.ArticleID { return l.selected }

// SetSelected replaces the selection; OnSelect is not called.
func (l *ArticleList) SetSelected(ids []briefing.ArticleID) {
	l.selected = slices.Clone(ids)
	l.surface.Refresh()
}

// Current returns the article with the caret, or "".
func (l *ArticleList) Current() briefing.ArticleID {
	if row, ok := l.row(l.current); ok {
		return row.ID
	}
	return ""
}

// Focus gives the list the keyboard.
func (l *ArticleList) Focus() { l.surface.Focus() }

// Focusable returns the part of the list that takes the keyboard.
func (l *ArticleList) Focusable() fyne.Focusable { return l.surface }

// Count returns how many rows there are.
func (l *ArticleList) Count() int { return l.count }

func (l *ArticleList) row(i int) (ArticleRow, bool) {
	if i < 0 || i >= l.count || l.Row == nil {
		return ArticleRow{}, false
	}
	return l.Row(i)
}

func (l *ArticleList) rowHeight() float32 {
	h := l.metrics.of(SansBold, textSize()).line + l.metrics.of(Sans, small()).line + 11
	if l.snippets {
		h += 2 * l.metrics.of(Sans, small()).line
	}
	return float32(int(h + 0.5))
}

func (l *ArticleList) layout(float32) float32 { return float32(l.count) * l.rowHeight() }

func (l *ArticleList) rowAt(y float32) int {
	i := int(y / l.rowHeight())
	if y < 0 || i >= l.count {
		return -1
	}
	return i
}

// choose moves the caret to row i and selects as the modifiers say.
func (l *ArticleList) choose(i int, mods fyne.KeyModifier) {
	if l.count == 0 {
		return
	}
	i = max(0, min(i, l.count-1))
	row, ok := l.row(i)
	if !ok {
		return
	}
	switch {
	case mods&fyne.KeyModifierShift != 0:
		l.selected = l.selected[:0]
		for j := min(l.anchor, i); j <= max(l.anchor, i); j++ {
			if r, ok := l.row(j); ok {
				l.selected = append(l.selected, r.ID)
			}
		}
	case mods&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0:
		l.toggle(row.ID)
		l.anchor = i
	default:
		l.selected = []briefing.ArticleID{row.ID}
		l.anchor = i
	}
	l.current = i
	h := l.rowHeight()
	l.surface.show(float32(i)*h, float32(i+1)*h, 0)
	l.surface.Refresh()
	if l.OnSelect != nil {
		l.OnSelect()
	}
}

func (l *ArticleList) toggle(id briefing.ArticleID) {
	if i := slices.Index(l.selected, id); i >= 0 {
		l.selected = slices.Delete(l.selected, i, i+1)
	} else {
		l.selected = append(l.selected, id)
	}
}

func (l *ArticleList) open(i int) {
	if row, ok := l.row(i); ok && l.OnOpen != nil {
		l.OnOpen(row.ID)
	}
}

func (l *ArticleList) down(pos fyne.Position, e *desktop.MouseEvent) {
	if i := l.rowAt(pos.Y); i >= 0 {
		l.choose(i, e.Modifier)
	}
}

func (l *ArticleList) secondary(pos, screen fyne.Position) {
	row, ok := l.row(l.rowAt(pos.Y))
	if !ok {
		return
	}
	if !slices.Contains(l.selected, row.ID) {
		l.choose(l.rowAt(pos.Y), 0)
	}
	if l.OnMenu != nil {
		l.OnMenu(screen)
	}
}

func (l *ArticleList) key(e *fyne.KeyEvent) {
	if l.OnKey != nil && l.OnKey(e) {
		return
	}
	mods := modifiers() & fyne.KeyModifierShift
	page := max(1, int(l.surface.scroll.Size().Height/l.rowHeight())-1)
	switch e.Name {
	case fyne.KeyDown:
		l.choose(l.current+1, mods)
	case fyne.KeyUp:
		l.choose(l.current-1, mods)
	case fyne.KeyPageDown:
		l.choose(l.current+page, mods)
	case fyne.KeyPageUp:
		l.choose(l.current-page, mods)
	case fyne.KeyHome:
		l.choose(0, mods)
	case fyne.KeyEnd:
		l.surface.scrollTo(l.surface.height) // loads the last rows
		l.choose(l.count-1, mods)
	case fyne.KeySpace: // adds to or takes from the selection
		if row, ok := l.row(l.current); ok {
			l.toggle(row.ID)
			l.surface.Refresh()
			if l.OnSelect != nil {
				l.OnSelect()
			}
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		l.open(l.current)
	}
}
