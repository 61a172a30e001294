package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Option is one of the answers of a Radio.
type Option struct {
	Text  string
	About []Run // below the text; nil for nothing
}

// Radio asks for one of a few answers that are all to be seen. Texts wrap, the
// arrow keys choose, and every other key is the window's: Fyne's own swallows
// Enter and Escape.
type Radio struct {
	widget.BaseWidget
	revealer

	// Row sets the answers beside one another, as many as there is room for.
	Row bool
	// OnChanged hears of each choice.
	OnChanged func(i int)

	options  []Option
	selected int
	hovered  int
	focused  bool
	metrics  metrics
	pool     pool
	boxes    []radioBox
	laid     float32
	height   float32
}

// radioBox is where an answer stands.
type radioBox struct {
	x, y, w, h float32
	text       []piece
	about      []piece
	textHeight float32
}

// NewRadio returns a choice of options, the first of which is chosen.
func NewRadio(options ...Option) *Radio {
	r := &Radio{options: options, hovered: -1}
	r.ExtendBaseWidget(r)
	return r
}

// Texts are options without anything below.
func Texts(texts ...string) []Option {
	options := make([]Option, len(texts))
	for i, t := range texts {
		options[i].Text = t
	}
	return options
}

// Selected returns the number of the answer chosen.
func (r *Radio) Selected() int { return r.selected }

// Options returns the answers.
func (r *Radio) Options() []Option { return r.options }

// Select chooses an answer, and says so if that is another than before.
func (r *Radio) Select(i int) {
	if i < 0 || i >= len(r.options) || i == r.selected {
		return
	}
	r.selected = i
	r.Refresh()
	if r.OnChanged != nil {
		r.OnChanged(i)
	}
}

// TypedKey moves the choice, round at the ends.
func (r *Radio) TypedKey(k *fyne.KeyEvent) {
	n := len(r.options)
	switch k.Name {
	case fyne.KeyDown, fyne.KeyRight:
		r.Select((r.selected + 1) % max(1, n))
	case fyne.KeyUp, fyne.KeyLeft:
		r.Select((r.selected + n - 1) % max(1, n))
	case fyne.KeyHome:
		r.Select(0)
	case fyne.KeyEnd:
		r.Select(n - 1)
	case fyne.KeySpace:
	default:
		passKey(r, k)
	}
}

// TypedRune chooses by number.
func (r *Radio) TypedRune(c rune) { r.Select(int(c - '1')) }

// FocusGained draws the ring.
func (r *Radio) FocusGained() { r.focused = true; r.Refresh(); r.gained() }

// FocusLost takes the ring away.
func (r *Radio) FocusLost() { r.focused = false; r.Refresh() }

// Tapped chooses what was clicked.
func (r *Radio) Tapped(e *fyne.PointEvent) {
	focus(r)
	r.Select(r.at(e.Position))
}

func (r *Radio) at(p fyne.Position) int {
	for i, b := range r.boxes {
		if p.X >= b.x && p.X < b.x+b.w && p.Y >= b.y && p.Y < b.y+b.h {
			return i
		}
	}
	return -1
}

// MouseIn is for Fyne.
func (r *Radio) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved is for Fyne.
func (r *Radio) MouseMoved(e *desktop.MouseEvent) {
	if i := r.at(e.Position); i != r.hovered {
		r.hovered = i
		r.Refresh()
	}
}

// MouseOut is for Fyne.
func (r *Radio) MouseOut() { r.hovered = -1; r.Refresh() }

// Resize wraps anew.
func (r *Radio) Resize(s fyne.Size) {
	wider := s.Width != r.laid
	r.BaseWidget.Resize(s)
	if wider {
		r.Refresh()
	}
}

func (r *Radio) mark() float32 { return 15 * unit() }

func (r *Radio) flow() {
	width := r.Size().Width
	if width <= 0 {
		width = 320 // a guess until the first layout
	}
	r.laid, r.boxes = width, r.boxes[:0]
	left := r.mark() + 14
	x, y, row := float32(0), float32(0), float32(0)
	for _, o := range r.options {
		room := max(40, width-left-8)
		b := radioBox{}
		b.text, b.textHeight = r.metrics.flow([]Run{{Text: o.Text}}, room)
		b.h = b.textHeight + 8
		if len(o.About) > 0 {
			var h float32
			b.about, h = r.metrics.flow(o.About, room)
			b.h += h + 1
		}
		b.w = width
		if r.Row {
			b.w = left + 10 + r.metrics.of(Sans, textSize()).width(o.Text)
			if x > 0 && x+b.w > width {
				x, y, row = 0, y+row, 0
			}
		}
		b.x, b.y = x, y
		row = max(row, b.h)
		if r.Row {
			x += b.w + 6
		} else {
			y += b.h
		}
		r.boxes = append(r.boxes, b)
	}
	if r.Row {
		y += row
	}
	r.height = y
}

// CreateRenderer is for Fyne.
func (r *Radio) CreateRenderer() fyne.WidgetRenderer {
	out := &radioRenderer{r: r}
	out.Refresh()
	return out
}

type radioRenderer struct {
	r    *Radio
	objs []fyne.CanvasObject
}

func (o *radioRenderer) Destroy()                     {}
func (o *radioRenderer) Layout(fyne.Size)             {}
func (o *radioRenderer) Objects() []fyne.CanvasObject { return o.objs }
func (o *radioRenderer) MinSize() fyne.Size {
	if o.r.laid == 0 {
		o.r.flow()
	}
	return fyne.NewSize(80, o.r.height)
}

func (o *radioRenderer) Refresh() {
	r := o.r
	r.flow()
	r.pool.begin()
	line := r.metrics.of(Sans, textSize()).line
	for i, b := range r.boxes {
		left := b.x + r.mark() + 14
		switch {
		case i == r.selected && r.focused:
			ring := r.pool.rect(colour(ColorRow), b.x+1, b.y+1, b.w-2, b.h-2, 4)
			ring.StrokeColor, ring.StrokeWidth = colour(ColorRing), 1.5
		case i == r.hovered:
			r.pool.rect(colour(theme.ColorNameHover), b.x+1, b.y+1, b.w-2, b.h-2, 4)
		}
		m := MarkOpen
		if i == r.selected {
			m = MarkChosen
		}
		r.pool.icon(m.Icon(), b.x+6, b.y+4+(line-r.mark())/2, r.mark())
		r.pool.pieces(&r.metrics, []Run{{Text: r.options[i].Text}}, b.text, left, b.y+4)
		r.pool.pieces(&r.metrics, r.options[i].About, b.about, left, b.y+5+b.textHeight)
	}
	o.objs = r.pool.objects()
	canvas.Refresh(r)
}
