package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"example.org/attache/briefing"
)

// LineRow is one row of a LineList: a line, or a heading, side or remark
// between lines.
type LineRow struct {
	Kind    RowKind
	Line    briefing.LineID      // of a LineRow; "" otherwise
	Section briefing.SectionKind // the section it stands in
	Mark    Mark
	Runs    []Run  // the words
	Status  string // the status in a word
	Why     []Run  // shown below the selected row
	Badges  []Mark // locked, pinned
	Side    string // small text at the right of a heading
	Faint   bool   // left out or held back
	Quote   bool   // set in with a rule
}

// RowKind says what a row of a LineList is.
type RowKind int

// The kinds of rows.
const (
	LineKindRow RowKind = iota
	HeadingRow          // a section
	SideRow             // a delegation's side
	EmptyRow            // says that a section has no lines
)

// LineList shows a briefing's lines by section, and is where they are
// reviewed: it holds the selection and passes keys on. It shows an editor in
// the place of a line, and moves lines by dragging.
type LineList struct {
	widget.BaseWidget

	OnSelect   func(briefing.LineID)
	OnEdit     func(briefing.LineID) // double click
	OnMark     func(briefing.LineID) // the status mark was clicked
	OnMenu     func(briefing.LineID, fyne.Position)
	OnKey      func(*fyne.KeyEvent) (taken bool)
	OnRune     func(rune)
	OnShortcut func(fyne.Shortcut)
	OnFocus    func(bool)
	// OnMove is called when a line is dropped: before the line `before` of
	// the section, or at its end if that is "".
	OnMove func(line briefing.LineID, section briefing.SectionKind, before briefing.LineID)

	surface  *surface
	metrics  metrics
	rows     []LineRow
	boxes    []rowBox
	selected briefing.LineID
	also     map[briefing.LineID]bool // selected beside that one
	anchor   briefing.LineID          // where a Shift range begins
	editing  briefing.LineID
	editor   fyne.CanvasObject

	pressed  int // row under the button, -1 for none
	dragging bool
	dropAt   int // row before which a dragged line would land
	dragY    float32
}

// rowBox is where a row was laid out.
type rowBox struct {
	y, h       float32
	pieces     []piece
	why        []piece
	textHeight float32
}

// NewLineList returns an empty list.
func NewLineList() *LineList {
	l := &LineList{pressed: -1, dropAt: -1}
	s := &surface{layout: l.layout, paint: l.paint}
	s.input = surfaceInput{
		key: l.key, rune: l.typed, shortcut: func(sh fyne.Shortcut) {
			if _, all := sh.(*fyne.ShortcutSelectAll); all {
				l.SelectAll()
			} else if l.OnShortcut != nil {
				l.OnShortcut(sh)
			}
		},
		down: l.down, up: l.up, double: l.double, secondary: l.secondary,
		drag: l.drag, dragEnd: l.drop,
		focus: func(on bool) {
			if l.OnFocus != nil {
				l.OnFocus(on)
			}
		},
	}
	s.keep = func() func() { return l.showSelected }
	s.resized = l.showSelected
	s.start()
	l.surface = s
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is for Fyne.
func (l *LineList) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(l.surface.scroll)
}

// Refresh draws anew, as after a change of theme or text size.
func (l *LineList) Refresh() {
	l.surface.pool.forget()
	l.surface.relayout()
	l.BaseWidget.Refresh()
}

// SetRows replaces the rows. The selection stays with its line; if that is
// gone, it goes to the row now in its place.
func (l *LineList) SetRows(rows []LineRow) {
	was := l.index(l.selected)
	place := float32(-1) // of the selected row on the screen
	if was >= 0 && was < len(l.boxes) {
		place = l.boxes[was].y - l.surface.scroll.Offset.Y
	}
	l.rows = rows
	for id := range l.also {
		if l.index(id) < 0 {
			delete(l.also, id)
		}
	}
	if l.index(l.selected) < 0 {
		l.selected = ""
		if was >= 0 {
			if i := l.nearest(was); i >= 0 {
				l.selected = rows[i].Line
			}
		}
	}
	l.surface.relayout()
	if i := l.index(l.selected); place >= 0 && place < l.surface.scroll.Size().Height && i >= 0 && i < len(l.boxes) {
		l.surface.scrollTo(l.boxes[i].y - place) // rows above come and go; the eye stays
	}
}

// Rows returns the rows shown.
func (l *LineList) Rows() []LineRow { return l.rows }

// nearest returns the line row at or after i, else the last before it, or -1.
func (l *LineList) nearest(i int) int {
	for j := max(0, i); j < len(l.rows); j++ {
		if l.rows[j].Line != "" {
			return j
		}
	}
	for j := min(i, len(l.rows)) - 1; j >= 0; j-- {
		if l.rows[j].Line != "" {
			return j
		}
	}
	return -1
}

func (l *LineList) index(id briefing.LineID) int {
	if id == "" {
		return -1
	}
	for i, r := range l.rows {
		if r.Line == id {
			return i
		}
	}
	return -1
}

// Selected returns the selected line, or "": where several are, the one with
// the caret.
func (l *LineList) Selected() briefing.LineID { return l.selected }

// All returns every line selected, in their order.
func (l *LineList) All() []briefing.LineID {
	var ids []briefing.LineID
	for _, r := range l.rows {
		if r.Line != "" && (r.Line == l.selected || l.also[r.Line]) {
			ids = append(ids, r.Line)
		}
	}
	return ids
}

// SelectAll selects every line.
func (l *LineList) SelectAll() {
	l.also = map[briefing.LineID]bool{}
	for _, r := range l.rows {
		if r.Line != "" {
			l.also[r.Line] = true
		}
	}
	if l.selected == "" {
		l.Step(1)
	}
	l.surface.Refresh()
	l.tellSelected()
}

func (l *LineList) tellSelected() {
	if l.OnSelect != nil && l.selected != "" {
		l.OnSelect(l.selected)
	}
}

// extend moves the caret to row i and selects all lines from the anchor there.
func (l *LineList) extend(i int) {
	if i < 0 || i >= len(l.rows) || l.rows[i].Line == "" {
		return
	}
	if l.anchor == "" || l.index(l.anchor) < 0 {
		l.anchor = l.selected
	}
	from := l.index(l.anchor)
	if from < 0 {
		from = i
	}
	l.also = map[briefing.LineID]bool{}
	for j := min(from, i); j <= max(from, i); j++ {
		if l.rows[j].Line != "" {
			l.also[l.rows[j].Line] = true
		}
	}
	l.move(l.rows[i].Line)
	l.tellSelected()
}

// toggle adds row i to what is selected, or takes it out.
func (l *LineList) toggle(i int) {
	if i < 0 || i >= len(l.rows) || l.rows[i].Line == "" {
		return
	}
	id := l.rows[i].Line
	if l.also == nil {
		l.also = map[briefing.LineID]bool{}
	}
	if l.also[l.selected] = true; id != l.selected {
		l.also[id] = !l.also[id]
	}
	l.anchor = id
	if l.also[id] {
		l.move(id)
	}
	l.surface.Refresh()
	l.tellSelected()
}

// Select selects a line and brings it into view; OnSelect is not called.
func (l *LineList) Select(id briefing.LineID) {
	if l.index(id) < 0 {
		return
	}
	if len(l.also) > 0 {
		l.also = nil
		l.surface.Refresh()
	}
	l.anchor = id
	l.move(id)
}

// move puts the caret on a line and brings it into view.
func (l *LineList) move(id briefing.LineID) {
	if id != l.selected {
		l.selected = id
		l.surface.relayout() // the why below it moves
	}
	l.showSelected()
}

func (l *LineList) showSelected() {
	if i := l.index(l.selected); i >= 0 && i < len(l.boxes) {
		b := l.boxes[i]
		l.surface.show(b.y, b.y+b.h, b.h*0.6)
	}
}

// choose selects as a person does.
func (l *LineList) choose(i int) {
	if i < 0 || i >= len(l.rows) || l.rows[i].Line == "" || l.rows[i].Line == l.selected && len(l.also) == 0 {
		return
	}
	l.Select(l.rows[i].Line)
	if l.OnSelect != nil {
		l.OnSelect(l.selected)
	}
}

// Step selects the next (1) or previous (-1) line.
func (l *LineList) Step(dir int) { l.choose(l.beside(dir)) }

// beside returns the row of the next or previous line, or -1.
func (l *LineList) beside(dir int) int {
	for i := l.index(l.selected) + dir; i >= 0 && i < len(l.rows); i += dir {
		if l.rows[i].Line != "" {
			return i
		}
	}
	return -1
}

// Edit shows an editor in the place of a line; nil ends it.
func (l *LineList) Edit(id briefing.LineID, editor fyne.CanvasObject) {
	l.editing, l.editor = id, editor
	if editor == nil {
		l.editing = ""
	}
	l.Relayout()
}

// Relayout makes room for an editor that grew or shrank, and keeps it in view.
func (l *LineList) Relayout() {
	l.surface.relayout()
	if i := l.index(l.editing); l.editor != nil && i >= 0 && i < len(l.boxes) {
		l.surface.show(l.boxes[i].y, l.boxes[i].y+l.boxes[i].h, 8)
	}
}

// Focus gives the list the keyboard.
func (l *LineList) Focus() { l.surface.Focus() }

// Focused reports whether the list has the keyboard.
func (l *LineList) Focused() bool { return l.surface.focused }

// Focusable returns the part of the list that takes the keyboard.
func (l *LineList) Focusable() fyne.Focusable { return l.surface }
