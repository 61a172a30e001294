package gui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"example.org/attache/app/widget"
)

// tips show what a button does while the pointer rests on it or the keyboard
// is there. Fyne has none.
type tips struct {
	wait   Latest[bool]
	layers []*tipLayer // the window's own, then one for each open sheet
}

// tipDelay is how long the pointer rests before a tip is shown: as long as
// GTK's (gtk-tooltip-timeout).
const tipDelay = 500 * time.Millisecond

// tipLayer is where tips are drawn, in front of what they are about.
type tipLayer struct {
	box  *fyne.Container
	back *canvas.Rectangle
	text *canvas.Text
}

func newTipLayer() *tipLayer {
	l := &tipLayer{back: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
	l.box = container.NewWithoutLayout(l.back, l.text)
	l.back.Hide()
	l.text.Hide()
	return l
}

func newTips(tasks *Tasks) *tips {
	return &tips{wait: Latest[bool]{Tasks: tasks, Delay: tipDelay}, layers: []*tipLayer{newTipLayer()}}
}

func (t *tips) top() *tipLayer { return t.layers[len(t.layers)-1] }

// enter puts a layer in front, as when a sheet opens.
func (t *tips) enter(l *tipLayer) {
	t.hide()
	t.layers = append(t.layers, l)
}

// leave takes the layer in front away.
func (t *tips) leave() {
	t.hide()
	t.layers = t.layers[:max(1, len(t.layers)-1)]
}

func (t *tips) hide() {
	t.wait.Cancel()
	l := t.top()
	l.back.Hide()
	l.text.Hide()
}

// point shows a button's name after a while, or hides it.
func (t *tips) point(b *widget.Button, in bool) {
	t.hide()
	if !in || b.Name == "" {
		return
	}
	t.wait.Go(func(context.Context) (bool, error) { return true, nil }, func(bool, error) {
		if b.Visible() {
			t.show(b)
		}
	})
}

// show draws the name below the button, or above it where there is no room.
func (t *tips) show(b *widget.Button) {
	l, d := t.top(), fyne.CurrentApp().Driver()
	at := d.AbsolutePositionForObject(b).Subtract(d.AbsolutePositionForObject(l.box))
	l.text.Text, l.text.TextSize = b.Name, theme.CaptionTextSize()
	l.text.Color = theme.Color(theme.ColorNameBackground)
	l.back.FillColor, l.back.CornerRadius = theme.Color(theme.ColorNameForeground), 4
	size := l.text.MinSize().AddWidthHeight(14, 8)
	x := max(4, min(at.X+b.Size().Width/2-size.Width/2, l.box.Size().Width-size.Width-4))
	y := at.Y + b.Size().Height + 4
	if y+size.Height > l.box.Size().Height {
		y = at.Y - size.Height - 4
	}
	l.back.Move(fyne.NewPos(x, y))
	l.back.Resize(size)
	l.text.Move(fyne.NewPos(x+7, y+4))
	l.text.Resize(l.text.MinSize())
	l.back.Show()
	l.text.Show()
	l.back.Refresh()
	l.text.Refresh()
}

// shown is the tip to be seen, or "".
func (t *tips) shown() string {
	if l := t.top(); l.text.Visible() {
		return l.text.Text
	}
	return ""
}
