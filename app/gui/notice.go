package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app/widget"
)

// notice is a message in the window, never in its way.
type notice struct {
	text    string
	bad     bool
	actions []noticeAction
}

type noticeAction struct {
	text string
	do   func()
}

// noticeBar shows the newest notice above the panes until it is dismissed.
type noticeBar struct {
	w   *Window
	box *fyne.Container
	now notice
}

func newNoticeBar(w *Window) *noticeBar {
	b := &noticeBar{w: w, box: container.NewVBox()}
	b.box.Hide()
	return b
}

// show replaces the notice.
func (b *noticeBar) show(n notice) {
	b.now = n
	icon, ground := theme.InfoIcon(), widget.ColorTint
	if n.bad {
		icon = theme.NewErrorThemedResource(theme.WarningIcon())
	}
	label := fw.NewLabel(n.text)
	label.Wrapping = fyne.TextWrapWord
	buttons := container.NewHBox()
	for _, a := range n.actions {
		buttons.Add(b.w.button(a.text, nil, a.do))
	}
	dismiss := b.w.button("", theme.CancelIcon(), b.hide)
	dismiss.Importance = fw.LowImportance
	buttons.Add(dismiss)
	back := canvas.NewRectangle(theme.Color(ground))
	row := container.NewBorder(nil, nil, container.NewPadded(fw.NewIcon(icon)), buttons, label)
	b.box.Objects = []fyne.CanvasObject{container.NewStack(back, row), fw.NewSeparator()}
	b.box.Show()
	b.box.Refresh()
	if b.w.screen != nil {
		b.w.screen.Refresh()
	}
	b.w.tracer.event("notice", "text", n.text, "bad", n.bad)
}

func (b *noticeBar) hide() {
	b.now = notice{}
	b.box.Objects = nil
	b.box.Hide()
	if b.w.screen != nil {
		b.w.screen.Refresh()
	}
}

// button returns a button that passes the window's keys on.
func (w *Window) button(text string, icon fyne.Resource, do func()) *widget.Button {
	b := widget.NewButton(text, icon, do)
	b.OnKey = w.key
	return b
}

// lowButton is a button without a ground.
func (w *Window) lowButton(text string, icon fyne.Resource, do func()) *widget.Button {
	b := w.button(text, icon, do)
	b.Importance = fw.LowImportance
	return b
}

// mainButton is the button that Enter would press.
func (w *Window) mainButton(text string, do func()) *widget.Button {
	b := w.button(text, nil, do)
	b.Importance = fw.HighImportance
	return b
}
