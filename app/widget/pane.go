package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Pane is one of the window's panes: a header bar, the content, a foot. A
// thick frame shows which pane has the keyboard.
type Pane struct {
	widget.BaseWidget
	Header, Content, Footer fyne.CanvasObject // Header and Footer may be nil
	Back                    fyne.ThemeColorName
	focused                 bool
	target                  bool // what is dragged would land here
	min                     fyne.Size
}

// NewPane returns a pane no smaller than min.
func NewPane(header, content, footer fyne.CanvasObject, back fyne.ThemeColorName, min fyne.Size) *Pane {
	p := &Pane{Header: header, Content: content, Footer: footer, Back: back, min: min}
	p.ExtendBaseWidget(p)
	return p
}

// SetFocused draws or removes the frame.
func (p *Pane) SetFocused(on bool) {
	if p.focused != on {
		p.focused = on
		p.Refresh()
	}
}

// SetTarget draws or removes the frame of a pane that what is dragged would
// land in.
func (p *Pane) SetTarget(on bool) {
	if p.target != on {
		p.target = on
		p.Refresh()
	}
}

// Focused reports whether the frame is drawn.
func (p *Pane) Focused() bool { return p.focused }

// SetContent replaces what the pane shows.
func (p *Pane) SetContent(o fyne.CanvasObject) {
	p.Content = o
	p.Refresh()
}

// CreateRenderer is for Fyne.
func (p *Pane) CreateRenderer() fyne.WidgetRenderer {
	r := &paneRenderer{p: p, back: canvas.NewRectangle(nil), head: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil)}
	for i := range r.frame {
		r.frame[i] = canvas.NewRectangle(nil)
	}
	r.colours()
	return r
}

type paneRenderer struct {
	p                *Pane
	back, head, rule *canvas.Rectangle
	frame            [4]*canvas.Rectangle // top, bottom, left, right: one with a hole would be drawn as large as the pane
}

func (r *paneRenderer) Destroy() {}

func (r *paneRenderer) Objects() []fyne.CanvasObject {
	os := []fyne.CanvasObject{r.back}
	if r.p.Header != nil {
		os = append(os, r.head, r.p.Header, r.rule)
	}
	os = append(os, r.p.Content)
	if r.p.Footer != nil {
		os = append(os, r.p.Footer)
	}
	for _, side := range r.frame {
		os = append(os, side)
	}
	return os
}

// MinSize is the pane's own, so that a long title never widens a pane.
func (r *paneRenderer) MinSize() fyne.Size { return r.p.min }

func (r *paneRenderer) Layout(size fyne.Size) {
	const edge = 2 // room for the frame
	y, bottom := float32(edge), size.Height-edge
	r.back.Resize(size)
	r.layoutFrame(size)
	if h := r.p.Header; h != nil {
		hh := h.MinSize().Height
		r.head.Move(fyne.NewPos(0, 0))
		r.head.Resize(fyne.NewSize(size.Width, hh+edge))
		h.Move(fyne.NewPos(edge, y))
		h.Resize(fyne.NewSize(size.Width-2*edge, hh))
		y += hh
		r.rule.Move(fyne.NewPos(0, y))
		r.rule.Resize(fyne.NewSize(size.Width, 1))
		y++
	}
	if f := r.p.Footer; f != nil && f.Visible() {
		fh := f.MinSize().Height
		bottom -= fh
		f.Move(fyne.NewPos(edge, bottom))
		f.Resize(fyne.NewSize(size.Width-2*edge, fh))
	}
	r.p.Content.Move(fyne.NewPos(edge, y))
	r.p.Content.Resize(fyne.NewSize(size.Width-2*edge, max(0, bottom-y)))
}

func (r *paneRenderer) colours() {
	r.back.FillColor = colour(r.p.Back)
	r.back.Hidden = r.p.Back == theme.ColorNameBackground // the window has it already, and a pane is large
	r.head.FillColor = colour(ColorTint)
	r.rule.FillColor = colour(ColorHairline)
	for _, side := range r.frame {
		side.FillColor = colour(ColorRing)
		if r.p.target {
			side.FillColor = colour(ColorVerified)
		}
		side.Hidden = !r.p.focused && !r.p.target
	}
}

// layoutFrame sets the frame's sides along the edges.
func (r *paneRenderer) layoutFrame(size fyne.Size) {
	w := float32(2)
	if r.p.target {
		w = 3
	}
	for i, at := range [4][4]float32{{0, 0, size.Width, w}, {0, size.Height - w, size.Width, w}, {0, w, w, size.Height - 2*w}, {size.Width - w, w, w, size.Height - 2*w}} {
		r.frame[i].Move(fyne.NewPos(at[0], at[1]))
		r.frame[i].Resize(fyne.NewSize(at[2], at[3]))
	}
}

func (r *paneRenderer) Refresh() {
	r.colours()
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}
