package widget

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"example.org/attache/briefing"
)

func (l *LineList) typed(r rune) {
	if l.OnRune != nil {
		l.OnRune(r)
	}
}

func (l *LineList) key(e *fyne.KeyEvent) (used bool) {
	if l.OnKey != nil && l.OnKey(e) {
		return true
	}
	switch e.Name {
	case fyne.KeyDown, fyne.KeyUp:
		dir := 1
		if e.Name == fyne.KeyUp {
			dir = -1
		}
		if shiftHeld() {
			l.extend(l.beside(dir))
		} else {
			l.Step(dir)
		}
	case fyne.KeyHome:
		l.choose(l.nearest(0))
	case fyne.KeyEnd:
		l.choose(l.nearest(len(l.rows)))
	case fyne.KeyPageDown, fyne.KeyPageUp:
		dir := 1
		if e.Name == fyne.KeyPageUp {
			dir = -1
		}
		for range 8 {
			l.Step(dir)
		}
	default:
		return false
	}
	return true
}

// rowAt returns the row at a height, or -1.
func (l *LineList) rowAt(y float32) int {
	i := sort.Search(len(l.boxes), func(i int) bool { return l.boxes[i].y+l.boxes[i].h > y })
	if i == len(l.boxes) || y < l.boxes[i].y {
		return -1
	}
	return i
}

func (l *LineList) lineAt(y float32) briefing.LineID {
	if i := l.rowAt(y); i >= 0 {
		return l.rows[i].Line
	}
	return ""
}

func (l *LineList) down(pos fyne.Position, e *desktop.MouseEvent) {
	l.pressed, l.dragging, l.dropAt = -1, false, -1
	if id := l.lineAt(pos.Y); id != "" {
		l.pressed = l.rowAt(pos.Y)
	}
	switch i := l.rowAt(pos.Y); {
	case e.Modifier&fyne.KeyModifierShift != 0:
		l.extend(i)
	case e.Modifier&fyne.KeyModifierShortcutDefault != 0:
		l.toggle(i)
	default:
		l.choose(i)
	}
}

func (l *LineList) up(pos fyne.Position) {
	id := l.lineAt(pos.Y)
	if l.dragging || id == "" || pos.X > lineLeft()-4 || l.OnMark == nil {
		return
	}
	if i := l.rowAt(pos.Y); pos.Y < l.boxes[i].y+linePad+20 {
		l.OnMark(id)
	}
}

func (l *LineList) double(pos fyne.Position) {
	if id := l.lineAt(pos.Y); id != "" && pos.X >= lineLeft()-4 && l.OnEdit != nil {
		l.OnEdit(id)
	}
}

func (l *LineList) secondary(pos, screen fyne.Position) {
	i := l.rowAt(pos.Y)
	if i < 0 || !l.also[l.rows[i].Line] {
		l.choose(i)
	}
	if i >= 0 && l.rows[i].Line != "" && l.OnMenu != nil {
		l.OnMenu(l.rows[i].Line, screen)
	}
}

func (l *LineList) drag(pos fyne.Position) {
	if l.pressed < 0 || l.pressed >= len(l.rows) || l.editing != "" {
		return
	}
	l.dragging, l.dragY = true, pos.Y
	at := sort.Search(len(l.boxes), func(i int) bool { return l.boxes[i].y+l.boxes[i].h/2 > pos.Y })
	if at == 0 {
		at = 1 // behind the first heading
	}
	l.dropAt = at
	l.surface.show(pos.Y-20, pos.Y+20, 0)
	l.surface.Refresh()
}

// drop ends a drag: the line lands before the line at dropAt, or at the end of
// the section above.
func (l *LineList) drop() {
	if !l.dragging || l.pressed < 0 || l.pressed >= len(l.rows) {
		l.dragging = false
		return
	}
	id, at := l.rows[l.pressed].Line, min(l.dropAt, len(l.rows))
	l.dragging, l.dropAt, l.pressed = false, -1, -1
	l.surface.Refresh()
	if at <= 0 || l.OnMove == nil {
		return
	}
	section := l.rows[at-1].Section
	before := briefing.LineID("")
	for i := at; i < len(l.rows) && l.rows[i].Section == section; i++ {
		if l.rows[i].Line != "" {
			before = l.rows[i].Line
			break
		}
	}
	if before != id {
		l.OnMove(id, section, before)
	}
}
