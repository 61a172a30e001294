package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// heldTray lists the lines that are kept but not printed for want of room.
type heldTray struct {
	host   trayHost
	pane   func() *widget.Pane // that the tray is the foot of; nil before it is made
	box    *fyne.Container
	head   *widget.Button
	list   *widget.List
	frame  *fyne.Container
	height *fixedLayout
	ids    []briefing.LineID
	open   bool
	back   func() // to the lines
}

// trayHost is what the tray needs of the window.
type trayHost interface {
	tools
	lineOf(briefing.LineID) (briefing.Line, briefing.SectionKind)
	selectLine(briefing.LineID)
	edit(change func(briefing.Briefing) (briefing.Edit, error), then func(briefing.Briefing))
}

func newHeldTray(host trayHost, pane func() *widget.Pane, back func()) *heldTray {
	t := &heldTray{host: host, pane: pane, back: back, open: true, height: &fixedLayout{height: 10}}
	t.head = host.lowButton("", theme.MenuDropDownIcon(), func() { t.open = !t.open; t.show(t.ids) })
	t.head.Alignment = fw.ButtonAlignLeading
	t.list = widget.NewList(func() int { return len(t.ids) }, t.row, t.fill)
	t.list.OnSelected = func(i int) {
		t.list.UnselectAll()
		if i < len(t.ids) {
			host.selectLine(t.ids[i])
		}
	}
	t.list.OnEnter = t.putBack
	t.list.OnKey = t.key
	t.frame = container.New(t.height, t.list)
	t.box = container.NewVBox(fw.NewSeparator(), t.head, t.frame)
	t.box.Hide()
	return t
}

func (t *heldTray) row() fyne.CanvasObject {
	label := fw.NewLabel("")
	label.Truncation = fyne.TextTruncateEllipsis
	// A pinned line is never held back; another must then give way.
	return container.NewBorder(nil, nil, nil, container.NewHBox(t.host.lowButton(t.host.t("held.put-back"), nil, nil), t.host.lowButton(t.host.t("cmd.leave-out"), nil, nil)), label)
}

func (t *heldTray) fill(i int, o fyne.CanvasObject) {
	if i >= len(t.ids) {
		return
	}
	id := t.ids[i]
	l, section := t.host.lineOf(id)
	parts := o.(*fyne.Container).Objects
	parts[0].(*fw.Label).SetText(t.host.t("section."+string(section)) + " · " + inWords(l))
	buttons := parts[1].(*fyne.Container).Objects
	buttons[0].(*widget.Button).OnTapped = func() { t.putBack(i) }
	buttons[1].(*widget.Button).OnTapped = func() { t.leave(i) }
}

// putBack prints a line held back, by pinning it: others give way.
func (t *heldTray) putBack(i int) {
	t.change(i, func(b briefing.Briefing, id briefing.LineID) (briefing.Edit, error) { return b.SetPinned(id, true) })
}

func (t *heldTray) leave(i int) { t.change(i, briefing.Briefing.Leave) }

func (t *heldTray) change(i int, edit func(briefing.Briefing, briefing.LineID) (briefing.Edit, error)) {
	if i < 0 || i >= len(t.ids) {
		return
	}
	id := t.ids[i]
	t.host.edit(func(b briefing.Briefing) (briefing.Edit, error) { return edit(b, id) }, nil)
}

// key takes Delete, which leaves the line out, and Escape, which goes back to
// the lines; the rest is the window's.
func (t *heldTray) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDelete:
		t.leave(t.list.Row())
		return true
	case fyne.KeyEscape:
		t.back()
		return true
	}
	return false
}

func (t *heldTray) focus() { t.host.focusOn(t.list) }

func (t *heldTray) focused() bool { return t.host.focusedOn(t.list) }

// trayRows is how many lines the tray shows at once at most.
const trayRows = 3

// room is how many rows the pane has room for: the lines that are printed take
// most of it.
func (t *heldTray) room(row float32) int {
	pane := t.pane()
	if pane == nil || pane.Size().Height == 0 {
		return trayRows // not laid out yet
	}
	return int((0.42*pane.Size().Height - row) / row)
}

// show lists the lines held back; none closes the tray.
func (t *heldTray) show(ids []briefing.LineID) {
	t.ids = ids
	t.box.Hidden = len(ids) == 0
	t.head.SetText(t.host.t("held.heading", "n", len(ids)))
	row := theme.TextSize() + 26
	rows := min(trayRows, len(ids), t.room(row))
	t.frame.Hidden = !t.open || rows < 1
	t.height.height = row * float32(max(1, rows))
	t.list.Refresh()
	if pane := t.pane(); pane != nil {
		pane.Refresh()
	}
}
