package gui

import (
	"strings"
	"time"

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
	passing bool // about the last edit: the next one takes it away
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
	// buttons can be reached with the key that goes from pane to pane.
	buttons []*widget.Button
	since   time.Time
}

// noticeStays is how long a notice stays at least, for its reader.
const noticeStays = 4 * time.Second

func newNoticeBar(w *Window) *noticeBar {
	b := &noticeBar{w: w, box: container.NewVBox()}
	b.box.Hide()
	return b
}

// show replaces the notice.
func (b *noticeBar) show(n notice) {
	b.now, b.since = n, b.w.o.Now()
	icon, ground := theme.InfoIcon(), widget.ColorTint
	if n.bad {
		icon = theme.NewErrorThemedResource(theme.WarningIcon())
	}
	label := widget.NewFlowText(widget.Run{Text: n.text})
	label.OnHeight = func() { b.place() }
	buttons := container.New(&wrapRow{trailing: true, height: func() { b.place() }})
	b.buttons = nil
	for _, a := range n.actions {
		b.buttons = append(b.buttons, b.w.button(a.text, nil, a.do))
	}
	b.buttons = append(b.buttons, b.w.iconButton(b.w.t("tip.dismiss"), theme.CancelIcon(), b.dismiss))
	for i, o := range b.buttons {
		o.OnKey = b.key
		if i < len(n.actions) {
			buttons.Add(o)
		}
	}
	back := canvas.NewRectangle(theme.Color(ground))
	back.StrokeColor, back.StrokeWidth, back.CornerRadius = theme.Color(widget.ColorRing), 1, 6
	close := b.buttons[len(b.buttons)-1]
	row := container.NewBorder(nil, buttons, container.NewPadded(fw.NewIcon(icon)), container.NewVBox(close), container.NewPadded(label))
	b.box.Objects = []fyne.CanvasObject{container.NewStack(back, container.NewPadded(row))}
	b.box.Show()
	b.place()
	b.w.tracer.event("notice", "text", n.text, "bad", n.bad)
}

// place sets the notice anew where it belongs, as high as its text is.
func (b *noticeBar) place() {
	b.box.Refresh()
	if b.w.screen != nil {
		b.w.screen.Refresh()
	}
}

// focus gives the keyboard to the first thing that can be done.
func (b *noticeBar) focus() {
	if len(b.buttons) > 0 {
		b.w.win.Canvas().Focus(b.buttons[0])
	}
}

func (b *noticeBar) focused() bool { return focusedAmong(b.w, b.buttons) }

func focusedAmong(w *Window, buttons []*widget.Button) bool {
	now := w.win.Canvas().Focused()
	for _, o := range buttons {
		if now == fyne.Focusable(o) {
			return true
		}
	}
	return false
}

// key takes Escape, which dismisses the notice; the rest is the window's.
func (b *noticeBar) key(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		b.dismiss()
		return true
	}
	return false
}

// dismiss hides the notice and gives the keyboard back.
func (b *noticeBar) dismiss() {
	had := b.focused()
	b.hide()
	if had {
		b.w.restFocus()
	}
}

// passOld takes a notice away that only tells of something, and has been there
// to read: work goes on.
func (b *noticeBar) passOld() {
	if b.box.Visible() && !b.now.bad && len(b.now.actions) == 0 && b.w.o.Now().Sub(b.since) > noticeStays {
		b.dismiss()
	}
}

// pass takes a notice about the last edit away.
func (b *noticeBar) pass() {
	if b.now.passing {
		b.hide()
	}
}

func (b *noticeBar) hide() {
	b.now, b.buttons = notice{}, nil
	b.box.Objects = nil
	b.box.Hide()
	if b.w.screen != nil {
		b.w.screen.Refresh()
	}
}

// button returns a button.
func (w *Window) button(text string, icon fyne.Resource, do func()) *widget.Button {
	b := widget.NewButton(text, icon, do)
	b.OnPoint = func(in bool) { w.tips.point(b, in) }
	w.tracer.made(b)
	return b
}

// iconButton is a button that shows a picture alone; its name is shown where
// the pointer rests on it.
func (w *Window) iconButton(name string, icon fyne.Resource, do func()) *widget.Button {
	b := w.lowButton("", icon, do)
	b.Name = name
	return b
}

// commandButton is a button with a picture that runs a command, and has its
// name and keys.
func (w *Window) commandButton(id string, icon fyne.Resource) *widget.Button {
	return w.iconButton(w.tip(id), icon, func() { w.do(id) })
}

// tip is a command's name and its keys.
func (w *Window) tip(id string) string {
	name := strings.TrimSuffix(w.commandName(id), "…")
	if keys := w.commands[id].keys(); keys != "" {
		name += "  " + keys
	}
	return name
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
