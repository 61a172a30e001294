package gui

import (
	"context"
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
	host noticeHost
	box  *fyne.Container
	now  notice
	// buttons can be reached with the key that goes from pane to pane.
	buttons []*widget.Button
	since   time.Time
}

// noticeHost is what notices need of the window.
type noticeHost interface {
	tools
	now() time.Time
	restFocus()
	placeNotices() // sets them anew where they belong
}

// noticeStays is how long a notice stays at least, for its reader.
const noticeStays = 4 * time.Second

func newNoticeBar(host noticeHost) *noticeBar {
	b := &noticeBar{host: host, box: container.NewVBox()}
	b.box.Hide()
	return b
}

// show replaces the notice.
func (b *noticeBar) show(n notice) {
	b.now, b.since = n, b.host.now()
	icon, ground := theme.InfoIcon(), widget.ColorTint
	if n.bad {
		icon = theme.NewErrorThemedResource(theme.WarningIcon())
	}
	label := widget.NewFlowText(widget.Run{Text: n.text})
	label.OnHeight = func() { b.place() }
	buttons := container.New(&wrapRow{trailing: true, height: func() { b.place() }})
	b.buttons = nil
	for _, a := range n.actions {
		b.buttons = append(b.buttons, b.host.button(a.text, nil, a.do))
	}
	b.buttons = append(b.buttons, b.host.iconButton(b.host.t("tip.dismiss"), theme.CancelIcon(), b.dismiss))
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
	b.host.event("notice", "text", n.text, "bad", n.bad)
}

// place sets the notice anew where it belongs, as high as its text is.
func (b *noticeBar) place() {
	b.box.Refresh()
	b.host.placeNotices()
}

// focus gives the keyboard to the first thing that can be done.
func (b *noticeBar) focus() {
	if len(b.buttons) > 0 {
		b.host.focusOn(b.buttons[0])
	}
}

func (b *noticeBar) focused() bool { return b.host.focusedOn(focusable(b.buttons)...) }

// focusable are buttons as what can have the keyboard.
func focusable(buttons []*widget.Button) []fyne.Focusable {
	all := make([]fyne.Focusable, len(buttons))
	for i, b := range buttons {
		all[i] = b
	}
	return all
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
		b.host.restFocus()
	}
}

// passOld takes a notice away that only tells of something, and has been there
// to read: work goes on.
func (b *noticeBar) passOld() {
	if b.box.Visible() && !b.now.bad && len(b.now.actions) == 0 && b.host.now().Sub(b.since) > noticeStays {
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
	b.host.placeNotices()
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

// notifyUndo tells what was done, with a button that takes it back; then, if not
// nil, is called after that.
func (w *Window) notifyUndo(text string, back func(context.Context) error, then func()) {
	w.notify(notice{text: text, actions: []noticeAction{{w.t("cmd.undo"), func() {
		w.notices.hide()
		w.tasks.InOrder(func(ctx context.Context) func() {
			err := back(ctx)
			return func() {
				w.fail(err)
				if then != nil {
					then()
				}
			}
		})
	}}}})
}

// notify tells the person something.
func (w *Window) notify(n notice) { w.notices.show(n) }
