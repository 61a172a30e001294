package widget

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// surface is a tall scrolled area of which only the visible part is drawn. The
// reader and the lists are surfaces with their own layout, paint and input.
type surface struct {
	widget.BaseWidget
	scroll *container.Scroll
	pool   pool
	height float32 // of all content, from layout

	laid    float32 // the width layout was made for, 0 for none
	focused bool
	lastUp  time.Time // for double clicks: Fyne's own delay every single one
	lastPos fyne.Position

	layout func(width float32) (height float32)
	// keep, if not nil, is called before a change of width and returns what
	// brings into view again what was in view.
	keep func() (restore func())
	// resized, if not nil, is called when more or less of the content can be
	// seen than before.
	resized func()
	seen    float32 // height that could be seen at the last layout
	paint   func(p *pool, width, top, bottom float32)
	input   surfaceInput
}

// surfaceInput are the events a surface passes on; nil ones are ignored.
// Positions are in the surface, from the top of its content.
type surfaceInput struct {
	key       func(*fyne.KeyEvent) (used bool)
	rune      func(rune)
	shortcut  func(fyne.Shortcut)
	down      func(pos fyne.Position, e *desktop.MouseEvent)
	up        func(pos fyne.Position)
	double    func(pos fyne.Position)
	secondary func(pos, screen fyne.Position)
	drag      func(pos fyne.Position)
	dragAt    func(pos, screen fyne.Position)
	dragEnd   func()
	hover     func(pos fyne.Position, in bool)
	focus     func(bool)
	cursor    func() desktop.Cursor
}

// start wires a surface up. self is the surface, for Fyne.
func (s *surface) start() {
	s.ExtendBaseWidget(s)
	s.scroll = container.NewVScroll(s)
	s.scroll.OnScrolled = func(fyne.Position) { s.Refresh() }
}

// relayout lays out anew at the next chance, such as after a change of text.
func (s *surface) relayout() {
	s.laid = 0
	if w := s.Size().Width; w > 0 {
		s.Resize(s.Size())
		s.scroll.Refresh()
	}
}

func (s *surface) Resize(size fyne.Size) {
	var restore func()
	if size.Width > 0 && size.Width != s.laid {
		if s.laid > 0 && s.keep != nil {
			restore = s.keep()
		}
		s.laid = size.Width
		s.height = s.layout(size.Width)
	}
	s.BaseWidget.Resize(fyne.NewSize(size.Width, max(s.height, s.scroll.Size().Height)))
	if restore != nil {
		restore()
	}
	if h := s.scroll.Size().Height; h != s.seen {
		s.seen = h
		if s.resized != nil {
			s.resized()
		}
	}
	s.Refresh()
}

// MinSize leaves the width to the pane.
func (s *surface) MinSize() fyne.Size { return fyne.NewSize(60, s.height) }

// visible returns the part of the content that is on the screen.
func (s *surface) visible() (top, bottom float32) {
	return s.scroll.Offset.Y, s.scroll.Offset.Y + s.scroll.Size().Height
}

// show scrolls as little as needed to have [top, bottom) in view with a margin
// around it.
func (s *surface) show(top, bottom, margin float32) {
	vt, vb := s.visible()
	switch {
	case vb <= vt:
		return // not laid out yet
	case top-margin < vt:
		s.scrollTo(top - margin)
	case bottom+margin > vb:
		s.scrollTo(min(top-margin, bottom+margin-(vb-vt)))
	}
}

func (s *surface) scrollTo(y float32) {
	limit := max(0, s.height-s.scroll.Size().Height)
	s.scroll.ScrollToOffset(fyne.NewPos(0, float32(math.Round(float64(min(max(0, y), limit))))))
	s.Refresh()
}

// page scrolls by a share of what is visible.
func (s *surface) page(share float32) {
	s.scrollTo(s.scroll.Offset.Y + share*s.scroll.Size().Height)
}

// Focus gives the surface the keyboard.
func (s *surface) Focus() {
	focus(s)
}

func (s *surface) FocusGained() { s.setFocus(true) }
func (s *surface) FocusLost()   { s.setFocus(false) }
func (s *surface) setFocus(on bool) {
	s.focused = on
	if s.input.focus != nil {
		s.input.focus(on)
	}
	s.Refresh()
}

func (s *surface) TypedRune(r rune) {
	if s.input.rune != nil {
		s.input.rune(r)
	}
}

func (s *surface) TypedKey(e *fyne.KeyEvent) {
	if s.input.key == nil || !s.input.key(e) {
		passKey(s, e)
	}
}

func (s *surface) TypedShortcut(sh fyne.Shortcut) {
	if s.input.shortcut != nil {
		s.input.shortcut(sh)
	}
	if _, custom := sh.(*desktop.CustomShortcut); custom {
		passShortcut(s, sh)
	}
}

func (s *surface) MouseDown(e *desktop.MouseEvent) {
	s.Focus()
	if e.Button == desktop.MouseButtonSecondary {
		if s.input.secondary != nil {
			s.input.secondary(e.Position, e.AbsolutePosition)
		}
		return
	}
	if s.input.down != nil {
		s.input.down(e.Position, e)
	}
}

// doubleClick is how long and how far apart two clicks are one double click.
const doubleClick, doubleSlack = 400 * time.Millisecond, 4

func (s *surface) MouseUp(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonSecondary {
		return
	}
	if s.input.up != nil {
		s.input.up(e.Position)
	}
	d := e.Position.Subtract(s.lastPos)
	near := d.X*d.X+d.Y*d.Y < doubleSlack*doubleSlack
	if near && time.Since(s.lastUp) < doubleClick && s.input.double != nil {
		s.lastUp = time.Time{}
		s.input.double(e.Position)
		return
	}
	s.lastUp, s.lastPos = time.Now(), e.Position
}

func (s *surface) Dragged(e *fyne.DragEvent) {
	if s.input.drag != nil {
		s.input.drag(e.Position)
	}
	if s.input.dragAt != nil {
		s.input.dragAt(e.Position, e.AbsolutePosition)
	}
}

func (s *surface) DragEnd() {
	if s.input.dragEnd != nil {
		s.input.dragEnd()
	}
}

func (s *surface) MouseIn(e *desktop.MouseEvent)    { s.hovered(e.Position, true) }
func (s *surface) MouseMoved(e *desktop.MouseEvent) { s.hovered(e.Position, true) }
func (s *surface) MouseOut()                        { s.hovered(fyne.Position{}, false) }
func (s *surface) hovered(pos fyne.Position, in bool) {
	if s.input.hover != nil {
		s.input.hover(pos, in)
	}
}

func (s *surface) Cursor() desktop.Cursor {
	if s.input.cursor != nil {
		return s.input.cursor()
	}
	return desktop.DefaultCursor
}

func (s *surface) CreateRenderer() fyne.WidgetRenderer { return &surfaceRenderer{s: s} }

type surfaceRenderer struct {
	s    *surface
	objs []fyne.CanvasObject
}

func (r *surfaceRenderer) Destroy()                     {}
func (r *surfaceRenderer) Layout(fyne.Size)             {}
func (r *surfaceRenderer) MinSize() fyne.Size           { return r.s.MinSize() }
func (r *surfaceRenderer) Objects() []fyne.CanvasObject { return r.objs }

func (r *surfaceRenderer) Refresh() {
	s := r.s
	if s.laid == 0 {
		return
	}
	top, bottom := s.visible()
	s.pool.begin()
	s.paint(&s.pool, s.laid, top, bottom)
	r.objs = s.pool.objects()
	canvas.Refresh(s)
}
