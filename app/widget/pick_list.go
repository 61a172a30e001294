package widget

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"example.org/attache/briefing"
)

// PickRow is one row of an PickList.
type PickRow struct {
	ID      string
	Mark    Mark
	Title   string
	Caption string          // outlet, date
	Flag    string          // what is missing, such as "No date"
	Side    string          // small text at the right of the title, such as a command's keys
	Snippet string          // below the caption, in as many lines as the list has for it
	Marks   []briefing.Span // words found in Snippet
	Faint   bool            // cannot be picked, or not now
}

// PickList shows articles or briefings to pick from, of which there may be
// hundreds of thousands: it asks for the rows it is about to draw and for no
// others. Several can be selected, with Ctrl and Shift as everywhere.
type PickList struct {
	widget.BaseWidget

	// Row returns row i, or false if it is not loaded yet.
	Row func(i int) (PickRow, bool)
	// Need is called with the half-open range of rows that are on the screen
	// where one of them is not loaded.
	Need func(from, to int)

	// All, if not nil, is asked to select every row, where more of them may be
	// there than are loaded; it calls SetSelected.
	All func()
	// OnDrag is called while selected rows are dragged, with where the pointer
	// is in the window, and at the end with dropped.
	OnDrag func(at fyne.Position, dropped bool)

	// Single allows one row to be selected at a time.
	Single bool

	OnSelect   func() // the selection or the current row changed
	OnOpen     func(string)
	OnMenu     func(fyne.Position)
	OnKey      func(*fyne.KeyEvent) (taken bool)
	OnRune     func(rune)
	OnShortcut func(fyne.Shortcut)
	OnFocus    func(bool)

	surface  *surface
	metrics  metrics
	count    int
	snippet  int // lines of text below each caption
	dragging bool
	dragAt   fyne.Position
	typedFor string           // what was typed to find a row by
	typedAt  time.Time        // when the last letter was
	current  int              // row with the caret, -1 for none
	anchor   int              // where a Shift range begins
	waiting  bool             // for the rows that choosing the current one needs
	mods     fyne.KeyModifier // to choose it with
	selected []string
}

// NewPickList returns an empty list.
func NewPickList() *PickList {
	l := &PickList{current: -1}
	s := &surface{layout: l.layout, paint: l.paint}
	s.input = surfaceInput{
		key: l.key, down: l.down, secondary: l.secondary,
		rune: func(r rune) {
			if l.OnRune != nil {
				l.OnRune(r)
			}
		},
		dragAt: l.drag, dragEnd: l.drop,
		shortcut: func(sh fyne.Shortcut) {
			if _, all := sh.(*fyne.ShortcutSelectAll); all {
				l.selectAll()
			} else if !l.moveCaret(sh) && l.OnShortcut != nil {
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
func (l *PickList) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(l.surface.scroll)
}

// Refresh draws anew, as after a change of theme or text size.
func (l *PickList) Refresh() {
	l.surface.pool.forget()
	l.surface.relayout()
	l.BaseWidget.Refresh()
}

// Reset shows a list of count rows with so many lines of text below each
// caption. The selection stays.
func (l *PickList) Reset(count, snippet int) {
	l.count, l.snippet, l.waiting = count, snippet, false
	if l.current >= count {
		l.current = count - 1
	}
	l.surface.relayout()
}

// Loaded draws rows that were not loaded before, and chooses what waited for
// them.
func (l *PickList) Loaded() {
	if l.waiting {
		l.choose(l.current, l.mods)
	}
	l.surface.Refresh()
}

// Top scrolls to the first row.
func (l *PickList) Top() { l.surface.scrollTo(0) }

// First puts the caret on the first row and selects it.
func (l *PickList) First() { l.choose(0, 0) }

// Selected returns the ids selected, in the order they were chosen.
func (l *PickList) Selected() []string { return l.selected }

// SetSelected replaces the selection; OnSelect is not called.
func (l *PickList) SetSelected(ids []string) {
	l.selected = slices.Clone(ids)
	l.surface.Refresh()
}

// Current returns the id of the row with the caret, or "".
func (l *PickList) Current() string {
	if row, ok := l.row(l.current); ok {
		return row.ID
	}
	return ""
}

// Focus gives the list the keyboard.
func (l *PickList) Focus() { l.surface.Focus() }

// Focusable returns the part of the list that takes the keyboard.
func (l *PickList) Focusable() fyne.Focusable { return l.surface }

// Height is how high all rows are together.
func (l *PickList) Height() float32 { return l.layout(0) }

// Count returns how many rows there are.
func (l *PickList) Count() int { return l.count }

func (l *PickList) row(i int) (PickRow, bool) {
	if i < 0 || i >= l.count || l.Row == nil {
		return PickRow{}, false
	}
	return l.Row(i)
}

func (l *PickList) rowHeight() float32 {
	h := l.metrics.of(SansBold, textSize()).line + l.metrics.of(Sans, small()).line + 11
	h += float32(l.snippet) * l.metrics.of(Sans, small()).line
	return float32(int(h + 0.5))
}

func (l *PickList) layout(float32) float32 { return float32(l.count) * l.rowHeight() }

func (l *PickList) rowAt(y float32) int {
	i := int(y / l.rowHeight())
	if y < 0 || i >= l.count {
		return -1
	}
	return i
}

// choose moves the caret to row i and selects as the modifiers say; if rows
// for that are not loaded yet, once they are.
func (l *PickList) choose(i int, mods fyne.KeyModifier) {
	if l.count == 0 {
		return
	}
	i = max(0, min(i, l.count-1))
	if l.Single {
		mods = 0
	}
	from := i
	if mods&fyne.KeyModifierShift != 0 {
		from = max(0, l.anchor)
	}
	rows, missing := l.rows(min(from, i), max(from, i)+1)
	l.current, l.mods, l.waiting = i, mods, missing
	switch row := rows[len(rows)-1]; {
	case missing && mods == 0:
		l.selected = l.selected[:0] // nothing is done to the row before meanwhile
	case missing:
	case mods&fyne.KeyModifierShift != 0:
		l.selected = l.selected[:0]
		for _, r := range rows {
			l.selected = append(l.selected, r.ID)
		}
	case mods&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0:
		l.toggle(row.ID)
		l.anchor = i
	default:
		l.selected = []string{row.ID}
		l.anchor = i
	}
	h := l.rowHeight()
	l.surface.show(float32(i)*h, float32(i+1)*h, 0)
	l.surface.Refresh()
	if !missing && l.OnSelect != nil {
		l.OnSelect()
	}
}

// rows returns rows [from, to), asking for those that are not loaded.
func (l *PickList) rows(from, to int) (rows []PickRow, missing bool) {
	for i := from; i < to; i++ {
		r, ok := l.row(i)
		rows, missing = append(rows, r), missing || !ok
	}
	if missing && l.Need != nil {
		l.Need(from, to)
	}
	return rows, missing
}

func (l *PickList) toggle(id string) {
	if i := slices.Index(l.selected, id); i >= 0 {
		l.selected = slices.Delete(l.selected, i, i+1)
	} else {
		l.selected = append(l.selected, id)
	}
}

func (l *PickList) open(i int) {
	if row, ok := l.row(i); ok && l.OnOpen != nil {
		l.OnOpen(row.ID)
	}
}

func (l *PickList) down(pos fyne.Position, e *desktop.MouseEvent) {
	if i := l.rowAt(pos.Y); i >= 0 {
		l.choose(i, e.Modifier)
	}
}

func (l *PickList) secondary(pos, screen fyne.Position) {
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

func (l *PickList) key(e *fyne.KeyEvent) (used bool) {
	if l.OnKey != nil && l.OnKey(e) {
		return true
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
		if l.OnOpen == nil {
			return false
		}
		l.open(l.current)
	default:
		return false
	}
	return true
}

// moveCaret moves the caret with Ctrl and an arrow key, and leaves what is
// selected as it is: Space then adds the row.
func (l *PickList) moveCaret(sh fyne.Shortcut) bool {
	c, ok := sh.(*desktop.CustomShortcut)
	by := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1}
	if !ok || l.Single || c.Modifier != fyne.KeyModifierShortcutDefault || by[c.KeyName] == 0 || l.count == 0 {
		return false
	}
	l.current = max(0, min(l.current+by[c.KeyName], l.count-1))
	h := l.rowHeight()
	l.surface.show(float32(l.current)*h, float32(l.current+1)*h, 0)
	l.surface.Refresh()
	return true
}

// StepKey moves the caret by a key while the keyboard stays in a field, and
// reports whether the key is one that does.
func (l *PickList) StepKey(e *fyne.KeyEvent) bool {
	by := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1, fyne.KeyPageDown: 6, fyne.KeyPageUp: -6}[e.Name]
	if by != 0 {
		l.Step(by)
	}
	return by != 0
}

// Step moves the caret by n rows, as the arrow keys do.
func (l *PickList) Step(n int) { l.choose(l.current+n, 0) }

// Choose moves the caret to row i and selects it alone, as a click does.
func (l *PickList) Choose(i int) { l.choose(i, 0) }

// selectAll selects every row, those that are not loaded, too.
func (l *PickList) selectAll() {
	if l.Single || l.count == 0 {
		return
	}
	if l.All != nil {
		l.current = max(0, l.current)
		l.All()
		return
	}
	l.current = max(0, l.current)
	l.selected = l.selected[:0]
	for i := range l.count {
		if row, ok := l.row(i); ok {
			l.selected = append(l.selected, row.ID)
		}
	}
	l.surface.Refresh()
	if l.OnSelect != nil {
		l.OnSelect()
	}
}

// typeAhead is how long letters typed one after another are taken together.
const typeAhead = time.Second

// Typed takes a letter and moves the caret to the next row whose title begins
// with what was typed lately. It reports whether there is one among those
// loaded, and what was typed.
func (l *PickList) Typed(r rune) (typed string, found bool) {
	if time.Since(l.typedAt) > typeAhead {
		l.typedFor = ""
	}
	l.typedFor, l.typedAt = l.typedFor+strings.ToLower(string(r)), time.Now()
	from := l.current
	if len([]rune(l.typedFor)) > 1 {
		from-- // the row found may do still
	}
	for n := range l.count {
		i := (from + 1 + n + l.count) % l.count
		if row, ok := l.row(i); ok && strings.HasPrefix(strings.ToLower(row.Title), l.typedFor) {
			l.choose(i, 0)
			return l.typedFor, true
		}
	}
	return l.typedFor, false
}

func (l *PickList) drag(_, at fyne.Position) {
	if l.OnDrag == nil || len(l.selected) == 0 {
		return
	}
	l.dragging, l.dragAt = true, at
	l.OnDrag(at, false)
}

func (l *PickList) drop() {
	if l.dragging {
		l.dragging = false
		l.OnDrag(l.dragAt, true)
	}
}
