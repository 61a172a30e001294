package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Hint is a key that does something now, and what it does.
type Hint struct {
	Key, Word string
	Do        func() // as if the key were pressed; nil for keys that only move
}

// HintBar shows the keys valid now, each also a button. What does not fit is
// not shown; the last hint, which shows all keys, always is.
type HintBar struct {
	widget.BaseWidget
	hints   []Hint
	metrics metrics
	pool    pool
	edges   []hintEdge
	hovered int
}

type hintEdge struct {
	from, to float32
	do       func()
}

// NewHintBar returns an empty bar.
func NewHintBar() *HintBar {
	b := &HintBar{hovered: -1}
	b.ExtendBaseWidget(b)
	return b
}

// Set replaces the hints.
func (b *HintBar) Set(hints []Hint) {
	b.hints = hints
	b.Refresh()
}

// Hints returns the hints.
func (b *HintBar) Hints() []Hint { return b.hints }

// Tapped does what the hint under the pointer says.
func (b *HintBar) Tapped(e *fyne.PointEvent) {
	if i := b.at(e.Position.X); i >= 0 && b.edges[i].do != nil {
		b.edges[i].do()
	}
}

func (b *HintBar) at(x float32) int {
	for i, e := range b.edges {
		if e.from <= x && x < e.to {
			return i
		}
	}
	return -1
}

// MouseIn is for Fyne.
func (b *HintBar) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved is for Fyne.
func (b *HintBar) MouseMoved(e *desktop.MouseEvent) {
	if i := b.at(e.Position.X); i != b.hovered {
		b.hovered = i
		b.Refresh()
	}
}

// MouseOut is for Fyne.
func (b *HintBar) MouseOut() {
	b.hovered = -1
	b.Refresh()
}

// CreateRenderer is for Fyne.
func (b *HintBar) CreateRenderer() fyne.WidgetRenderer { return &hintRenderer{b: b} }

type hintRenderer struct {
	b    *HintBar
	objs []fyne.CanvasObject
}

func (r *hintRenderer) Destroy()                     {}
func (r *hintRenderer) Objects() []fyne.CanvasObject { return r.objs }
func (r *hintRenderer) Layout(fyne.Size)             { r.draw() }
func (r *hintRenderer) MinSize() fyne.Size {
	return fyne.NewSize(100, r.b.metrics.of(Sans, small()).line+8)
}

func (r *hintRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.b)
}

func (r *hintRenderer) draw() {
	b := r.b
	b.pool.begin()
	b.edges = b.edges[:0]
	width := b.Size().Width
	a := b.metrics.of(Sans, small())
	y := (b.Size().Height - a.line) / 2
	size := func(h Hint) float32 { return a.width(h.Key) + 10 + 5 + a.width(h.Word) + 16 }
	put := func(x float32, h Hint) {
		kw := fyne.MeasureText(h.Key, small(), Sans).Width + 10
		i := len(b.edges)
		if i == b.hovered && h.Do != nil {
			b.pool.rect(colour(theme.ColorNameHover), x-4, 1, size(h)-6, b.Size().Height-2, 4)
		}
		cap := b.pool.rect(colour(ColorPaper), x, y-1, kw, a.line+2, 3)
		cap.StrokeColor, cap.StrokeWidth = colour(ColorHairline), 1
		b.pool.text(h.Key, Sans, small(), colour(theme.ColorNameForeground), x+5, y)
		b.pool.text(h.Word, Sans, small(), colour(ColorGrey), x+kw+5, y)
		b.edges = append(b.edges, hintEdge{x - 4, x + size(h) - 8, h.Do})
	}
	x := float32(12)
	if n := len(b.hints); n > 0 {
		last := b.hints[n-1]
		room := width - size(last) - 4
		for _, h := range b.hints[:n-1] {
			if x+size(h) > room {
				break
			}
			put(x, h)
			x += size(h)
		}
		put(x, last)
	}
	r.objs = b.pool.objects()
}
