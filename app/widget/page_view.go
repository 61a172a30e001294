package widget

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// PageView shows the picture of a page on a desk, as wide as there is room,
// and tells where it was clicked. It does not know what is on the page.
type PageView struct {
	widget.BaseWidget
	// OnNeed asks for a picture of the page this many pixels wide.
	OnNeed func(pixels int)
	// OnClick tells where the page was clicked, in shares of its width and
	// height.
	OnClick func(x, y float64)
	OnFocus func(bool)
	OnKey   func(*fyne.KeyEvent) bool
	OnRune  func(rune)

	scroll *container.Scroll
	sheet  *sheet
	zoom   float32 // 1 fits the width of the pane
	ratio  float32 // height by width of the paper
	asked  int
}

// NewPageView returns a view of no page yet.
func NewPageView() *PageView {
	v := &PageView{zoom: 1, ratio: 1.414}
	v.sheet = &sheet{view: v, picture: canvas.NewImageFromImage(nil), shadow: canvas.NewRectangle(nil),
		paper: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil)}
	v.sheet.picture.FillMode = canvas.ImageFillStretch
	v.sheet.picture.ScaleMode = canvas.ImageScaleSmooth
	v.sheet.ring.Hide()
	v.sheet.ExtendBaseWidget(v.sheet)
	v.scroll = container.NewScroll(v.sheet)
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer is for Fyne.
func (v *PageView) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(v.scroll)
}

// Resize asks for a picture that suits the new width.
func (v *PageView) Resize(s fyne.Size) {
	v.BaseWidget.Resize(s)
	v.sheet.Refresh()
	v.scroll.Refresh()
	v.need()
}

// Zoom shows the page at z times the width of the pane, 0.25 to 4; 1 fits.
func (v *PageView) Zoom(z float32) {
	v.zoom = max(0.25, min(z, 4))
	v.sheet.Refresh()
	v.scroll.Refresh()
	v.need()
}

// Zoomed returns the zoom.
func (v *PageView) Zoomed() float32 { return v.zoom }

// Focus gives the page the keyboard.
func (v *PageView) Focus() {
	focus(v.sheet)
}

// Focusable returns the part of the view that takes the keyboard.
func (v *PageView) Focusable() fyne.Focusable { return v.sheet }

// paperWidth is how wide the page is drawn.
func (v *PageView) paperWidth() float32 {
	return max(120, (v.Size().Width-2*deskMargin)*v.zoom)
}

// deskMargin is the desk to be seen around the page.
const deskMargin = 24

func (v *PageView) need() {
	scale := float32(1)
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		scale = c.Scale()
	}
	px := int(v.paperWidth()*scale + 0.5)
	if v.Size().Width > 1 && px != v.asked && v.OnNeed != nil {
		v.asked = px
		v.OnNeed(px)
	}
}

// SetPicture shows a page's picture. The old one stays until then.
func (v *PageView) SetPicture(im image.Image) {
	if b := im.Bounds(); b.Dx() > 0 {
		v.ratio = float32(b.Dy()) / float32(b.Dx())
	}
	v.sheet.picture.Image = im
	v.sheet.Refresh()
	v.scroll.Refresh()
	v.need()
}

// Mark draws a ring around a part of the page, given in shares of its width
// and height; no width draws none.
func (v *PageView) Mark(x, y, w, h float32) {
	v.sheet.mark = [4]float32{x, y, w, h}
	v.sheet.Refresh()
}

// Again asks for a picture anew, as when the page has changed.
func (v *PageView) Again() {
	v.asked = 0
	v.need()
}

// sheet is the paper on the desk.
type sheet struct {
	widget.BaseWidget
	view          *PageView
	picture       *canvas.Image
	shadow, paper *canvas.Rectangle
	ring          *canvas.Rectangle
	mark          [4]float32
}

func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{s} }

func (s *sheet) MouseDown(e *desktop.MouseEvent) {
	s.view.Focus()
	p, size := s.picture.Position(), s.picture.Size()
	x, y := (e.Position.X-p.X)/size.Width, (e.Position.Y-p.Y)/size.Height
	if s.view.OnClick != nil && x >= 0 && x <= 1 && y >= 0 && y <= 1 {
		s.view.OnClick(float64(x), float64(y))
	}
}
func (s *sheet) MouseUp(*desktop.MouseEvent) {}

func (s *sheet) FocusGained() {
	if s.view.OnFocus != nil {
		s.view.OnFocus(true)
	}
}

func (s *sheet) FocusLost() {
	if s.view.OnFocus != nil {
		s.view.OnFocus(false)
	}
}

func (s *sheet) TypedRune(r rune) {
	if s.view.OnRune != nil {
		s.view.OnRune(r)
	}
}

func (s *sheet) TypedKey(e *fyne.KeyEvent) {
	if s.view.OnKey != nil && s.view.OnKey(e) {
		return
	}
	h := s.view.scroll.Size().Height
	dy := map[fyne.KeyName]float32{fyne.KeyDown: 40, fyne.KeyUp: -40, fyne.KeyPageDown: h * 0.9, fyne.KeyPageUp: -h * 0.9}[e.Name]
	if dy == 0 {
		passKey(s, e)
		return
	}
	s.view.scroll.ScrollToOffset(s.view.scroll.Offset.AddXY(0, dy))
}

type sheetRenderer struct{ s *sheet }

func (r *sheetRenderer) Destroy() {}
func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.s.shadow, r.s.paper, r.s.picture, r.s.ring}
}

func (r *sheetRenderer) MinSize() fyne.Size {
	w := r.s.view.paperWidth()
	return fyne.NewSize(w+2*deskMargin, w*r.s.view.ratio+2*deskMargin)
}

func (r *sheetRenderer) Layout(size fyne.Size) {
	w := r.s.view.paperWidth()
	h := w * r.s.view.ratio
	x := max(deskMargin, (size.Width-w)/2)
	pos := fyne.NewPos(x, deskMargin)
	for _, o := range []fyne.CanvasObject{r.s.paper, r.s.picture} {
		o.Move(pos)
		o.Resize(fyne.NewSize(w, h))
	}
	r.s.shadow.Move(pos.AddXY(-1, -1))
	r.s.shadow.Resize(fyne.NewSize(w+2, h+3))
	m := r.s.mark
	r.s.ring.Move(pos.AddXY(m[0]*w-4, m[1]*h-2))
	r.s.ring.Resize(fyne.NewSize(m[2]*w+8, m[3]*h+4))
}

func (r *sheetRenderer) Refresh() {
	r.s.shadow.FillColor = colour(ColorHairline)
	r.s.paper.FillColor = paperWhite
	r.s.ring.StrokeColor, r.s.ring.StrokeWidth, r.s.ring.CornerRadius = ringOnPaper, 2, 4
	r.s.ring.FillColor = nil
	r.s.ring.Hidden = r.s.mark[2] <= 0
	r.s.picture.Hidden = r.s.picture.Image == nil
	r.Layout(r.s.Size())
	if r.s.picture.Image != nil {
		r.s.picture.Refresh()
	}
	canvas.Refresh(r.s)
}
