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
	w      *Window
	box    *fyne.Container
	head   *widget.Button
	list   *fw.List
	frame  *fyne.Container
	height *fixedLayout
	ids    []briefing.LineID
	open   bool
}

func newHeldTray(w *Window) *heldTray {
	t := &heldTray{w: w, open: true, height: &fixedLayout{height: 10}}
	t.head = w.lowButton("", theme.MenuDropDownIcon(), func() { t.open = !t.open; t.show(t.ids) })
	t.head.Alignment = fw.ButtonAlignLeading
	t.list = fw.NewList(func() int { return len(t.ids) }, t.row, t.fill)
	t.list.OnSelected = func(i int) {
		if i < len(t.ids) {
			w.selectLine(t.ids[i])
		}
		t.list.UnselectAll()
	}
	t.frame = container.New(t.height, t.list)
	t.box = container.NewVBox(fw.NewSeparator(), t.head, t.frame)
	t.box.Hide()
	return t
}

func (t *heldTray) row() fyne.CanvasObject {
	label := fw.NewLabel("")
	label.Truncation = fyne.TextTruncateEllipsis
	// A pinned line is never held back; another must then give way.
	return container.NewBorder(nil, nil, nil, container.NewHBox(t.w.lowButton(t.w.t("cmd.pin"), nil, nil), t.w.lowButton(t.w.t("cmd.leave-out"), nil, nil)), label)
}

func (t *heldTray) fill(i int, o fyne.CanvasObject) {
	if i >= len(t.ids) {
		return
	}
	id := t.ids[i]
	l, section, _, _ := t.w.brief.Find(id)
	parts := o.(*fyne.Container).Objects
	parts[0].(*fw.Label).SetText(t.w.t("section."+string(section)) + " · " + inWords(l))
	buttons := parts[1].(*fyne.Container).Objects
	buttons[0].(*widget.Button).OnTapped = func() {
		t.w.edit(func(b briefing.Briefing) (briefing.Edit, error) { return b.SetPinned(id, true) }, nil)
	}
	buttons[1].(*widget.Button).OnTapped = func() {
		t.w.edit(func(b briefing.Briefing) (briefing.Edit, error) { return b.Leave(id) }, nil)
	}
}

// show lists the lines held back; none closes the tray.
func (t *heldTray) show(ids []briefing.LineID) {
	t.ids = ids
	t.box.Hidden = len(ids) == 0
	t.head.SetText(t.w.t("held.heading", "n", len(ids)))
	t.frame.Hidden = !t.open
	row := theme.TextSize() + 26
	t.height.height = row * float32(min(3, max(1, len(ids))))
	t.list.Refresh()
	if t.w.review != nil {
		t.w.review.pane.Refresh()
	}
}
