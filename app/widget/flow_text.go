package widget

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// FlowText shows some lines of runs in several styles, wrapped to its width:
// short texts only, such as the trace of a line.
type FlowText struct {
	widget.BaseWidget
	// OnHeight is called when the text needs another height than before.
	OnHeight func()

	runs    []Run
	metrics metrics
	pool    pool
	pieces  []piece
	laid    float32
	height  float32
}

// NewFlowText returns a text.
func NewFlowText(runs ...Run) *FlowText {
	t := &FlowText{runs: runs}
	t.ExtendBaseWidget(t)
	return t
}

// Set replaces the text.
func (t *FlowText) Set(runs ...Run) {
	t.runs = runs
	t.Refresh()
}

// Text returns the words shown.
func (t *FlowText) Text() string { return allOf(t.runs) }

func (t *FlowText) flow() {
	width := t.Size().Width
	if width <= 0 {
		width = 320 // a guess until the first layout
	}
	was := t.height
	t.pieces, t.height = t.metrics.flow(t.runs, width)
	t.laid = width
	if t.height != was && was != 0 && t.OnHeight != nil {
		t.OnHeight()
	}
}

// Resize wraps anew.
func (t *FlowText) Resize(s fyne.Size) {
	wider := s.Width != t.laid
	t.BaseWidget.Resize(s)
	if wider {
		t.Refresh()
	}
}

// CreateRenderer is for Fyne.
func (t *FlowText) CreateRenderer() fyne.WidgetRenderer {
	r := &flowTextRenderer{t: t}
	r.Refresh()
	return r
}

type flowTextRenderer struct {
	t    *FlowText
	objs []fyne.CanvasObject
}

func (r *flowTextRenderer) Destroy()                     {}
func (r *flowTextRenderer) Layout(fyne.Size)             {}
func (r *flowTextRenderer) Objects() []fyne.CanvasObject { return r.objs }
func (r *flowTextRenderer) MinSize() fyne.Size {
	if r.t.laid == 0 {
		r.t.flow()
	}
	return fyne.NewSize(60, r.t.height)
}

func (r *flowTextRenderer) Refresh() {
	t := r.t
	t.flow()
	t.pool.begin()
	t.pool.pieces(&t.metrics, t.runs, t.pieces, 0, 0)
	r.objs = t.pool.objects()
	canvas.Refresh(t)
}
