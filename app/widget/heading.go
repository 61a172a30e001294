package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Heading is the head of a pane: a title and a caption, each cut to fit.
type Heading struct {
	widget.BaseWidget
	Title, Caption string
	OnTapped       func() // nil: it is only read
	metrics        metrics
	pool           pool
}

// NewHeading returns an empty heading.
func NewHeading() *Heading {
	h := &Heading{}
	h.ExtendBaseWidget(h)
	return h
}

// Set replaces both texts.
func (h *Heading) Set(title, caption string) {
	h.Title, h.Caption = title, caption
	h.Refresh()
}

// Tapped is for Fyne.
func (h *Heading) Tapped(*fyne.PointEvent) {
	if h.OnTapped != nil {
		h.OnTapped()
	}
}

// CreateRenderer is for Fyne.
func (h *Heading) CreateRenderer() fyne.WidgetRenderer { return &headingRenderer{h: h} }

type headingRenderer struct {
	h    *Heading
	objs []fyne.CanvasObject
}

func (r *headingRenderer) Destroy()                     {}
func (r *headingRenderer) Objects() []fyne.CanvasObject { return r.objs }
func (r *headingRenderer) Layout(fyne.Size)             { r.draw() }
func (r *headingRenderer) MinSize() fyne.Size {
	m := &r.h.metrics
	return fyne.NewSize(60, m.of(SansBold, textSize()).line+m.of(Sans, small()).line)
}

func (r *headingRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.h)
}

func (r *headingRenderer) draw() {
	h := r.h
	h.pool.begin()
	room := h.Size().Width - 16
	title, caption := h.metrics.of(SansBold, textSize()), h.metrics.of(Sans, small())
	y := (h.Size().Height - title.line - caption.line) / 2
	if h.Caption == "" {
		y = (h.Size().Height - title.line) / 2
	}
	h.pool.line(title.elide(h.Title, room), SansBold, textSize(), colour(theme.ColorNameForeground), 12, y)
	if h.Caption != "" {
		h.pool.line(caption.elide(h.Caption, room), Sans, small(), colour(ColorGrey), 12, y+title.line)
	}
	r.objs = h.pool.objects()
}
