package gui

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// drawn calls each for every object that is drawn, with how large it is.
func drawn(o fyne.CanvasObject, each func(fyne.CanvasObject)) {
	var parts []fyne.CanvasObject
	switch x := o.(type) {
	case *fyne.Container:
		parts = x.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(x).Objects()
	}
	if !o.Visible() {
		return
	}
	each(o)
	for _, part := range parts {
		drawn(part, each)
	}
}

// TestDrawsNoGroundTwice: the window is cleared to its ground once a frame, and
// what is coloured beside that is less than all of it. Without a graphics card
// the time from a key to what is seen of it is mostly that of drawing.
func TestDrawsNoGroundTwice(t *testing.T) {
	s := sample(t)
	s.win.Resize(fyne.NewSize(1280, 800))
	s.settle()
	area := func(o fyne.CanvasObject) float32 { return o.Size().Width * o.Size().Height }
	coloured := float32(0)
	drawn(s.win.Canvas().Content(), func(o fyne.CanvasObject) {
		r, is := o.(*canvas.Rectangle)
		if !is || r.FillColor == color.Transparent {
			return
		}
		if r.FillColor == nil && area(r) > 100*100 {
			t.Errorf("a frame of %v with a hole is drawn as a whole", r.Size())
		}
		coloured += area(r)
	})
	if whole := area(s.win.Canvas().Content()); coloured > whole {
		t.Errorf("what is coloured is %.2f times the window", coloured/whole)
	}
}
