package widget

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// pool hands out canvas objects and takes them all back at the next frame, so
// that scrolling makes no garbage and no new textures.
type pool struct {
	texts  []*canvas.Text
	rects  []*canvas.Rectangle
	images map[string][]*canvas.Image
	nt, nr int
	ni     map[string]int
	back   []fyne.CanvasObject // drawn first
	front  []fyne.CanvasObject
}

func (p *pool) begin() {
	p.nt, p.nr = 0, 0
	p.back, p.front = p.back[:0], p.front[:0]
	if p.images == nil {
		p.images, p.ni = map[string][]*canvas.Image{}, map[string]int{}
	}
	clear(p.ni)
}

// objects returns all that was put since begin, in drawing order.
func (p *pool) objects() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, 0, len(p.back)+len(p.front))
	return append(append(all, p.back...), p.front...)
}

// text puts s with its line box's top left corner at x, y.
func (p *pool) text(s string, style fyne.TextStyle, size float32, c color.Color, x, y float32) *canvas.Text {
	if p.nt == len(p.texts) {
		p.texts = append(p.texts, canvas.NewText("", c))
	}
	t := p.texts[p.nt]
	p.nt++
	t.Text, t.TextStyle, t.TextSize, t.Color = s, style, size, c
	t.Move(fyne.NewPos(x, y))
	t.Resize(t.MinSize())
	p.front = append(p.front, t)
	return t
}

// rect puts a filled rectangle behind all texts.
func (p *pool) rect(c color.Color, x, y, w, h, radius float32) *canvas.Rectangle {
	if p.nr == len(p.rects) {
		p.rects = append(p.rects, canvas.NewRectangle(c))
	}
	r := p.rects[p.nr]
	p.nr++
	r.FillColor, r.StrokeColor, r.StrokeWidth, r.CornerRadius = c, nil, 0, radius
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(w, h))
	p.back = append(p.back, r)
	return r
}

// icon puts a picture of size by size.
func (p *pool) icon(res fyne.Resource, x, y, size float32) {
	k := res.Name()
	n := p.ni[k]
	if n == len(p.images[k]) {
		im := canvas.NewImageFromResource(res)
		im.FillMode = canvas.ImageFillContain
		p.images[k] = append(p.images[k], im)
	}
	im := p.images[k][n]
	p.ni[k]++
	im.Move(fyne.NewPos(x, y))
	im.Resize(fyne.NewSize(size, size))
	p.front = append(p.front, im)
}

// pieces puts flowed runs with their top left corner at x, y.
func (p *pool) pieces(m *metrics, runs []Run, ps []piece, x, y float32) {
	for _, pc := range ps {
		r := runs[pc.run]
		c := r.Colour
		if c == "" {
			c = "foreground"
		}
		h := m.of(r.Style, r.size()).line
		if r.Back != "" {
			p.rect(colour(r.Back), x+pc.x-2, y+pc.y, pc.w+4, h, 3)
		}
		p.text(pc.of(r.Text), r.Style, r.size(), colour(c), x+pc.x, y+pc.y)
	}
}

// line puts a line of text that may go in both directions, and returns how wide
// it is.
func (p *pool) line(s string, style fyne.TextStyle, size float32, c color.Color, x, y float32) float32 {
	if !leftward(s) {
		return p.text(s, style, size, c, x, y).Size().Width
	}
	at := x
	for _, part := range stretches(s, beginsLeftward(s)) {
		at += p.text(part.directed(s), style, size, c, at, y).Size().Width
	}
	return at - x
}

// forget drops pictures, whose colours belong to the old theme.
func (p *pool) forget() { p.images, p.ni = nil, nil }
