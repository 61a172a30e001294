package gui

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app/widget"
)

// sheet is a small window within the window, in front of everything: a title,
// what it asks, and buttons that stay in view while the rest scrolls. While one
// is open, no command of the window runs. Wherever in it the keyboard is,
// Escape leaves it and Enter is its main button, or the one that closes it.
type sheet struct {
	stack      *sheetStack
	popUp      *fw.PopUp
	scroll     *container.Scroll
	layout     *sheetLayout
	first      *widget.Button // the main button, or the one that closes
	main       func()         // nil: the sheet only shows
	undo, redo func()         // nil: typing in its fields alone is taken back
	shows      any            // by which tests know it
	// typed sees keys before Escape and Enter.
	typed func(*fyne.KeyEvent) (taken bool)
	// left is what follows when the sheet is left without its main button;
	// nil gives the keyboard back to where work goes on.
	left func()
}

// sheetStack are the sheets that are open, and what they need of the window.
type sheetStack struct {
	desk     *desk
	sheets   []*sheet // the one in front last
	opening  func()   // called before one opens
	giveBack func()   // gives the keyboard to where work goes on once one is closed
}

// sheetHost is the window as the parts see it that open sheets.
type sheetHost interface {
	tools
	open(sheetLook) *sheet
	roomFor(list *widget.PickList, wanted float32) (*fyne.Container, *listRoom)
	fail(error)
	explain(error) string
	notify(notice)
}

// sheetLook is what a sheet is made of.
type sheetLook struct {
	title   string
	content fyne.CanvasObject
	width   float32 // in letters of the standard size; grows with them
	verb    string  // of the main button; "" with main nil is Close
	main    func()  // nil: the sheet only shows
	leave   string  // of the button that leaves it; "" is Cancel
	more    []*widget.Button
	focus   fyne.Focusable // nil: the main button
}

// sheet opens a sheet with one main button, or with none.
func (t *sheetStack) sheet(title string, content fyne.CanvasObject, width float32, verb string, main func()) *sheet {
	return t.open(sheetLook{title: title, content: content, width: width, verb: verb, main: main})
}

// open opens a sheet in front of all others.
func (t *sheetStack) open(l sheetLook) *sheet {
	s, w := &sheet{stack: t, main: l.main}, t.desk
	t.opening()
	title := strings.TrimSuffix(l.title, "…") // a menu's item says with it that this opens
	head := container.NewPadded(widget.NewFlowText(widget.Run{Text: title, Style: widget.SansBold, Size: 1.15}))
	var first *widget.Button
	buttons := append([]*widget.Button(nil), l.more...)
	if l.main != nil {
		first = w.mainButton(l.verb, l.main)
		if l.leave == "" {
			l.leave = w.t("choose.cancel")
		}
		buttons = append(buttons, w.button(l.leave, nil, s.hide), first)
	} else {
		if l.verb == "" {
			l.verb = w.t("sheet.close")
		}
		first = w.button(l.verb, nil, s.hide)
		buttons = append(buttons, first)
	}
	s.first = first
	row := container.New(&wrapRow{trailing: true})
	for _, b := range buttons {
		row.Add(b)
	}
	s.scroll = container.NewVScroll(container.New(besideBar{}, l.content))
	s.layout = &sheetLayout{sheet: s, width: l.width}
	body := container.New(s.layout, head, s.scroll, row)
	tips := newTipLayer()
	s.popUp = fw.NewModalPopUp(container.NewStack(sheetEdge(), container.NewPadded(container.NewPadded(body)), tips.box), w.win.Canvas())
	w.tips.enter(tips)
	t.sheets = append(t.sheets, s)
	s.revealFields(l.content)
	s.popUp.Show()
	s.fit()
	if l.focus == nil {
		l.focus = first
	}
	w.win.Canvas().Focus(l.focus)
	if o, ok := l.focus.(fyne.CanvasObject); ok && s.depth(o) < s.scroll.Size().Height {
		s.scroll.ScrollToTop() // what is asked is read first
	}
	w.tracer.event("sheet", "title", title)
	return s
}

// sheetEdge is a line round a sheet: in a dark theme its shadow alone is not
// seen.
func sheetEdge() fyne.CanvasObject {
	edge := canvas.NewRectangle(color.Transparent)
	edge.StrokeColor, edge.StrokeWidth, edge.CornerRadius = theme.Color(widget.ColorHairline), 1, theme.Size(theme.SizeNamePopupRadius)
	return edge
}

// revealFields has every field that gets the keyboard scrolled into view.
func (s *sheet) revealFields(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			s.revealFields(child)
		}
	case interface{ OnReveal(func()) }:
		part := o.(fyne.CanvasObject)
		o.OnReveal(func() { s.reveal(part) })
	}
}

// depth is how far below the top of what scrolls a part begins.
func (s *sheet) depth(o fyne.CanvasObject) float32 {
	d := fyne.CurrentApp().Driver()
	return d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(s.scroll.Content).Y
}

// reveal scrolls as little as needed to have a part in view.
func (s *sheet) reveal(o fyne.CanvasObject) {
	y := s.depth(o)
	top, seen := s.scroll.Offset.Y, s.scroll.Size().Height
	switch bottom := y + o.Size().Height; {
	case y < top, o.Size().Height > seen: // more than can be seen: from its beginning
		s.scroll.ScrollToOffset(fyne.NewPos(0, max(0, y-8)))
	case bottom > top+seen:
		s.scroll.ScrollToOffset(fyne.NewPos(0, bottom-seen+8))
	}
}

// refresh makes room for content that has changed.
func (s *sheet) refresh() {
	s.revealFields(s.scroll.Content)
	s.popUp.Refresh()
	s.fit()
}

// fit lays out until nothing moves any more: how high wrapped text is, is known
// once it is as wide as it will be.
func (s *sheet) fit() {
	for range 3 {
		size := s.popUp.MinSize()
		s.popUp.Resize(size)
		if s.popUp.MinSize() == size {
			break
		}
	}
	for _, o := range s.stack.desk.win.Canvas().Overlays().List() {
		o.Refresh() // sets what has grown in the middle again
	}
}

// open reports whether the sheet is still there.
func (s *sheet) open() bool { return s.popUp.Visible() }

// close takes the sheet away; what follows is the caller's.
func (s *sheet) close() {
	if !s.open() {
		return
	}
	s.popUp.Hide()
	t := s.stack
	for i, x := range t.sheets {
		if x == s {
			t.sheets = append(t.sheets[:i:i], t.sheets[i+1:]...)
			t.desk.tips.leave()
		}
	}
}

// hide leaves the sheet, and gives the keyboard back.
func (s *sheet) hide() {
	if !s.open() {
		return
	}
	s.close()
	if s.left != nil {
		s.left()
		return
	}
	s.stack.giveBack()
}

// key takes every key that nothing in the sheet has a use for.
func (s *sheet) key(k *fyne.KeyEvent) {
	if s.typed != nil && s.typed(k) {
		return
	}
	switch k.Name {
	case fyne.KeyEscape:
		s.hide()
	case fyne.KeyReturn, fyne.KeyEnter:
		if !s.first.Disabled() {
			s.first.OnTapped()
		}
	case fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyDown, fyne.KeyUp:
		page := 0.9 * s.scroll.Size().Height
		by := map[fyne.KeyName]float32{fyne.KeyPageDown: page, fyne.KeyPageUp: -page, fyne.KeyDown: 40, fyne.KeyUp: -40}[k.Name]
		s.scroll.ScrollToOffset(s.scroll.Offset.AddXY(0, by))
	case fyne.KeyF12:
		s.stack.desk.tracer.tellButtons()
	}
}

// topSheet is the sheet that has the keyboard, or nil.
func (t *sheetStack) topSheet() *sheet {
	if n := len(t.sheets); n > 0 {
		return t.sheets[n-1]
	}
	return nil
}

// fitSheets has every open sheet fit a window of another size.
func (t *sheetStack) fitSheets() {
	for _, s := range t.sheets {
		s.fit()
	}
}

// sheetLayout sets a title, a part that scrolls and a row of buttons over one
// another, no wider and no higher than the window.
type sheetLayout struct {
	sheet *sheet
	width float32
}

// besideBar leaves room for the scroll bar at the right of an object.
type besideBar struct{}

func (besideBar) MinSize(os []fyne.CanvasObject) fyne.Size {
	return os[0].MinSize().AddWidthHeight(theme.Padding()*2, 0)
}

func (besideBar) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Resize(s.SubtractWidthHeight(theme.Padding()*2, 0))
}

// sheetMargin is what is to be seen of the window around a sheet, with the
// sheet's own padding.
const sheetMargin = 32

func (l *sheetLayout) room() fyne.Size {
	size := l.sheet.stack.desk.win.Canvas().Size()
	return fyne.NewSize(max(200, min(l.width*theme.TextSize()/standardText, size.Width-sheetMargin)), max(160, size.Height-sheetMargin))
}

func (l *sheetLayout) MinSize(os []fyne.CanvasObject) fyne.Size {
	room := l.room()
	rest := os[0].MinSize().Height + os[2].MinSize().Height + 4*theme.Padding()
	content := l.sheet.scroll.Content.MinSize().Height
	return fyne.NewSize(room.Width, rest+min(content, max(40, room.Height-rest)))
}

func (l *sheetLayout) Layout(os []fyne.CanvasObject, size fyne.Size) {
	head, body, foot := os[0], os[1], os[2]
	gap := 2 * theme.Padding()
	foot.Resize(fyne.NewSize(size.Width, foot.MinSize().Height)) // wraps
	top, bottom := head.MinSize().Height, foot.MinSize().Height
	head.Move(fyne.NewPos(0, 0))
	head.Resize(fyne.NewSize(size.Width, top))
	body.Move(fyne.NewPos(0, top+gap))
	body.Resize(fyne.NewSize(size.Width, max(0, size.Height-top-bottom-2*gap)))
	foot.Move(fyne.NewPos(0, size.Height-bottom))
	foot.Resize(fyne.NewSize(size.Width, bottom))
}

// listRoom gives a list in a sheet the room that its rows need, and no more
// than a share of the window: a list of three is no empty hall.
type listRoom struct {
	stack  *sheetStack
	wanted float32 // at most
	list   *widget.PickList
	rows   float32 // height of what there is to pick from, -1 until that is known
}

func (t *sheetStack) roomFor(list *widget.PickList, wanted float32) (*fyne.Container, *listRoom) {
	r := &listRoom{stack: t, wanted: wanted, list: list, rows: -1}
	return container.New(r, list), r
}

// settle gives the list the room of the rows that it has now.
func (r *listRoom) settle() { r.rows = r.list.Height() }

func (r *listRoom) MinSize(os []fyne.CanvasObject) fyne.Size {
	h := r.stack.listHeight(r.wanted)
	if r.rows >= 0 {
		h = min(h, r.rows)
	}
	return fyne.NewSize(os[0].MinSize().Width, h)
}

func (r *listRoom) Layout(os []fyne.CanvasObject, s fyne.Size) {
	os[0].Move(fyne.NewPos(0, 0))
	os[0].Resize(s)
}

// listHeight is the height of a list in a sheet: what is wanted, but no more
// than leaves room for what stands around it.
func (t *sheetStack) listHeight(wanted float32) float32 {
	return max(120, min(wanted, t.desk.win.Canvas().Size().Height-sheetMargin-14*theme.TextSize()))
}
