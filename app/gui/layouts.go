package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"example.org/attache/app/widget"
)

// wrapRow sets objects beside one another and begins a new row where there is
// no room for the next: no row of buttons is wider than its window.
type wrapRow struct {
	trailing bool    // rows end at the right edge
	width    float32 // of the last layout
	height   func()  // is called when another height is needed, if not nil
	needs    float32
}

func (r *wrapRow) rows(os []fyne.CanvasObject, width float32) (rows [][]fyne.CanvasObject, height float32) {
	gap, x, high := theme.Padding(), float32(0), float32(0)
	var row []fyne.CanvasObject
	end := func() {
		if len(row) > 0 {
			if len(rows) > 0 {
				height += gap
			}
			rows, height = append(rows, row), height+high
		}
		row, x, high = nil, 0, 0
	}
	for _, o := range os {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if x > 0 && x+m.Width > width {
			end()
		}
		row, x, high = append(row, o), x+m.Width+gap, max(high, m.Height)
	}
	end()
	return rows, height
}

func (r *wrapRow) MinSize(os []fyne.CanvasObject) fyne.Size {
	width := r.width
	if width == 0 {
		width = 1e6 // a guess until the first layout
	}
	_, h := r.rows(os, width)
	w := float32(0)
	for _, o := range os {
		if o.Visible() {
			w = max(w, o.MinSize().Width)
		}
	}
	return fyne.NewSize(w, h)
}

func (r *wrapRow) Layout(os []fyne.CanvasObject, size fyne.Size) {
	if size.Width == 0 {
		return // not shown yet
	}
	r.width = size.Width
	gap, y := theme.Padding(), float32(0)
	rows, height := r.rows(os, size.Width)
	for _, row := range rows {
		x, high := float32(0), float32(0)
		for _, o := range row {
			high = max(high, o.MinSize().Height)
			x += o.MinSize().Width + gap
		}
		at := float32(0)
		if r.trailing {
			at = max(0, size.Width-x+gap)
		}
		for _, o := range row {
			o.Move(fyne.NewPos(at, y))
			o.Resize(fyne.NewSize(o.MinSize().Width, high))
			at += o.MinSize().Width + gap
		}
		y += high + gap
	}
	if height != r.needs {
		was := r.needs
		r.needs = height
		if r.height != nil && was != 0 {
			r.height()
		}
	}
}

// row sets objects beside one another, in several rows where one is too
// narrow.
func row(os ...fyne.CanvasObject) *fyne.Container { return container.New(&wrapRow{}, os...) }

// formRow is a row of a form: what is asked, and the field for it. A row
// without a label takes the whole width.
type formRow struct {
	label string
	field fyne.CanvasObject
}

// form sets labels and fields in two columns, or labels over their fields
// where there is little room.
func form(rows ...formRow) *fyne.Container {
	c := container.New(&formLayout{})
	for _, r := range rows {
		c.Add(widget.NewFlowText(widget.Run{Text: r.label}))
		c.Add(r.field)
	}
	return c
}

type formLayout struct{ width float32 }

// labels is the width of the column of labels, 0 where they stand over the
// fields.
func (f *formLayout) labels(os []fyne.CanvasObject, width float32) float32 {
	widest := float32(0)
	for i := 0; i < len(os); i += 2 {
		if t, ok := os[i].(*widget.FlowText); ok {
			widest = max(widest, fyne.MeasureText(t.Text(), theme.TextSize(), widget.Sans).Width)
		}
	}
	if widest += 12; widest > 0.42*width {
		return 0
	}
	return widest
}

// each places the rows one below another, and returns how high they are.
func (f *formLayout) each(os []fyne.CanvasObject, width float32, place func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	column, gap, y := f.labels(os, width), theme.Padding(), float32(0)
	for i := 0; i+1 < len(os); i += 2 {
		label, field := os[i], os[i+1]
		if !field.Visible() {
			continue
		}
		h := field.MinSize().Height
		none := label.(*widget.FlowText).Text() == ""
		lh := fyne.MeasureText("Å", theme.TextSize(), widget.Sans).Height
		switch {
		case none:
			place(label, 0, y, 1, 1)
			place(field, 0, y, width, h)
		case column == 0:
			place(label, 0, y, width, lh)
			y += lh + 1
			place(field, 0, y, width, h)
		default:
			place(label, 0, y+max(0, min(h, lh+2*theme.InnerPadding())-lh)/2, column-8, lh)
			place(field, column, y, width-column, h)
		}
		y += h + gap
	}
	return max(0, y-gap)
}

func (f *formLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	width := f.width
	if width == 0 {
		width = 420 // a guess until the first layout
	}
	w := float32(0)
	for i := 1; i < len(os); i += 2 {
		w = max(w, os[i].MinSize().Width)
	}
	return fyne.NewSize(w, f.each(os, width, func(fyne.CanvasObject, float32, float32, float32, float32) {}))
}

func (f *formLayout) Layout(os []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.each(os, size.Width, func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	})
}

// middle sets an object in the middle of the height there is.
func middle(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVBox(layout.NewSpacer(), o, layout.NewSpacer())
}

// headerHeight gives the panes' headers the same height, so that they line up.
func headerHeight(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&inLetters{height: 2, more: 30}, o)
}

// letterWidth gives an object a width of so many letters, whatever size they
// are given later.
func letterWidth(o fyne.CanvasObject, letters float32) *fyne.Container {
	return container.New(&inLetters{width: letters}, o)
}

// inLetters gives objects a size in letters of the text, and a height with
// something more in the theme's units; 0 is what they need.
type inLetters struct{ width, height, more float32 }

func (l *inLetters) Layout(os []fyne.CanvasObject, s fyne.Size) { l.now().Layout(os, s) }

func (l *inLetters) MinSize(os []fyne.CanvasObject) fyne.Size { return l.now().MinSize(os) }

func (l *inLetters) now() *fixedLayout {
	f := &fixedLayout{width: l.width * theme.TextSize()}
	if l.height > 0 {
		f.height = l.height*theme.TextSize() + l.more
	}
	return f
}

// fixedWidth gives an object a width of its own, in the theme's units.
func fixedWidth(o fyne.CanvasObject, width float32) *fyne.Container {
	return container.New(&fixedLayout{width: width}, o)
}

// fixedHeight gives an object a height of its own.
func fixedHeight(o fyne.CanvasObject, height float32) *fyne.Container {
	return container.New(&fixedLayout{height: height}, o)
}

type fixedLayout struct{ width, height float32 }

func (f *fixedLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		o.Resize(s)
		o.Move(fyne.NewPos(0, 0))
	}
}

func (f *fixedLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range os {
		s = s.Max(o.MinSize())
	}
	if f.width > 0 {
		s.Width = f.width
	}
	if f.height > 0 {
		s.Height = f.height
	}
	return s
}

// toastLayout sets an object at the foot of what is behind it, in the middle,
// where it moves nothing when it comes and goes.
type toastLayout struct{}

// toastWidth is how wide a notice is at most, in letters.
const toastWidth = 56

func (toastLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

func (toastLayout) Layout(os []fyne.CanvasObject, s fyne.Size) {
	width := min(s.Width-16, toastWidth*theme.TextSize())
	for _, o := range os {
		o.Resize(fyne.NewSize(width, o.MinSize().Height)) // wraps
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(width, h))
		o.Move(fyne.NewPos((s.Width-width)/2, s.Height-h-12))
	}
}

// whenSized calls then when its object gets another size, as when the window
// does.
type whenSized struct {
	then func()
	was  fyne.Size
}

func (l *whenSized) MinSize(os []fyne.CanvasObject) fyne.Size { return os[0].MinSize() }

func (l *whenSized) Layout(os []fyne.CanvasObject, s fyne.Size) {
	for _, o := range os {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(s)
	}
	if s != l.was {
		l.was = s
		l.then()
	}
}
