package gui

import (
	"encoding/json"
	"io"
	"time"

	"fyne.io/fyne/v2"

	"example.org/attache/app/widget"
)

// tracer writes events as lines of JSON, for tests that drive the real window
// from outside.
type tracer struct {
	out     io.Writer
	buttons *[]*widget.Button // all that were made, to tell where they stand; nil without out
}

func newTracer(out io.Writer) tracer {
	if out == nil {
		return tracer{}
	}
	return tracer{out, &[]*widget.Button{}}
}

// made takes note of a button.
func (t tracer) made(b *widget.Button) {
	if t.buttons != nil {
		*t.buttons = append(*t.buttons, b)
	}
}

// tellButtons writes where every button stands that can be seen.
func (t tracer) tellButtons() {
	if t.buttons == nil {
		return
	}
	for _, b := range *t.buttons {
		if b.Visible() && b.Text != "" && b.Size().Height > 0 {
			t.rect(b.Text, b)
		}
	}
	t.event("buttons")
}

// Started is called when the program's first frame is about to be drawn. It
// tells when that is on the screen, and of every frame later than 50 ms.
func (w *Window) Started() {
	if w.tracer.out == nil {
		return
	}
	w.tasks.Post(func() { w.tracer.event("shown") })
	w.tasks.Watch(50*time.Millisecond, func(d time.Duration) { w.tracer.event("blocked", "ms", d.Milliseconds()) })
}

// Entered is called when the display has given the program the keyboard.
func (w *Window) Entered() { w.tracer.event("keyboard") }

// event writes one event; pairs are names and values.
func (t tracer) event(name string, pairs ...any) {
	if t.out == nil {
		return
	}
	m := map[string]any{"event": name}
	for i := 0; i+1 < len(pairs); i += 2 {
		if k, ok := pairs[i].(string); ok {
			m[k] = pairs[i+1]
		}
	}
	_ = json.NewEncoder(t.out).Encode(m) // a broken pipe must not stop the window
}

// rect writes where something stands on the window, in Fyne's units.
func (t tracer) rect(name string, o fyne.CanvasObject) {
	if t.out == nil || o == nil {
		return
	}
	p := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	s := o.Size()
	t.event("rect", "name", name, "x", p.X, "y", p.Y, "w", s.Width, "h", s.Height)
}
