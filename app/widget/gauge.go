package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Gauge shows how much of the page is used as a bar. Where not all is on the
// page, the bar has another colour; Text says so, beside it in the heading.
type Gauge struct {
	widget.BaseWidget
	Text string
	fill float64
	over bool
}

// NewGauge returns an empty gauge.
func NewGauge() *Gauge {
	g := &Gauge{}
	g.ExtendBaseWidget(g)
	return g
}

// Set shows a share of one page, 0 and up, and words. over says that not all
// is on the page.
func (g *Gauge) Set(fill float64, over bool, text string) {
	if g.fill == fill && g.over == over && g.Text == text {
		return
	}
	g.fill, g.over, g.Text = fill, over, text
	g.Refresh()
}

// CreateRenderer is for Fyne.
func (g *Gauge) CreateRenderer() fyne.WidgetRenderer {
	r := &gaugeRenderer{
		g: g, track: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil),
		edge: canvas.NewRectangle(nil),
	}
	r.Refresh()
	return r
}

type gaugeRenderer struct {
	g                *Gauge
	track, bar, edge *canvas.Rectangle
}

const gaugeBar, gaugeHeight = 72, 6

func (r *gaugeRenderer) Destroy() {}
func (r *gaugeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.track, r.bar, r.edge}
}

func (r *gaugeRenderer) MinSize() fyne.Size {
	return fyne.NewSize(gaugeBar, gaugeHeight+6)
}

func (r *gaugeRenderer) Layout(size fyne.Size) {
	y := (size.Height - gaugeHeight) / 2
	w := gaugeBar * float32(min(1, max(0, r.g.fill)))
	r.track.Move(fyne.NewPos(0, y))
	r.track.Resize(fyne.NewSize(gaugeBar, gaugeHeight))
	r.bar.Move(fyne.NewPos(0, y))
	r.bar.Resize(fyne.NewSize(w, gaugeHeight))
	r.edge.Move(fyne.NewPos(gaugeBar-2, y-3)) // the page's end, crossed when it is over
	r.edge.Resize(fyne.NewSize(2, gaugeHeight+6))
}

func (r *gaugeRenderer) Refresh() {
	g := r.g
	r.track.FillColor, r.track.CornerRadius = colour(ColorHairline), 3
	r.bar.FillColor, r.bar.CornerRadius = colour(ColorNavy), 3
	r.edge.FillColor = colour(ColorHairline)
	if g.over {
		r.bar.FillColor, r.edge.FillColor = colour(ColorConflict), colour(ColorConflict)
	}
	r.Layout(g.Size())
	canvas.Refresh(g)
}
