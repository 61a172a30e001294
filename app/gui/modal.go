package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app/widget"
)

// modal is a window within the window, in front of everything.
type modal struct {
	popUp *fw.PopUp
	size  fyne.Size
}

func (w *Window) modal(title string, content fyne.CanvasObject) *modal {
	head := container.NewPadded(widget.NewFlowText(widget.Run{Text: title, Style: widget.SansBold, Size: 1.15}))
	pad := func(o fyne.CanvasObject) fyne.CanvasObject { return container.NewPadded(container.NewPadded(o)) }
	return &modal{popUp: fw.NewModalPopUp(pad(container.NewBorder(head, nil, nil, nil, content)), w.win.Canvas())}
}

func (m *modal) Show()              { m.popUp.Show(); m.Refresh() }
func (m *modal) Hide()              { m.popUp.Hide() }
func (m *modal) MinSize() fyne.Size { return m.popUp.MinSize() }

// Resize sets the size; content that needs more makes it taller.
func (m *modal) Resize(s fyne.Size) {
	m.size = s
	m.fit()
}

// Refresh makes room for content that has changed.
func (m *modal) Refresh() {
	m.popUp.Refresh()
	m.fit()
}

// fit lays out twice: how high wrapped text is, is known once it is as wide as
// it will be.
func (m *modal) fit() {
	for range 2 {
		m.popUp.Resize(m.size.Max(m.popUp.MinSize()))
	}
}

// sheet is a small window within the window: fields, and buttons below. Escape
// leaves it and Enter in a field is its main button. Without a main button,
// the verb is on the one that closes it. Its width is for letters of the
// standard size, and grows with them.
type sheet struct {
	w      *Window
	dialog *modal
	main   func()
	left   func() // what follows when the sheet is left without its main button; nil is back to the briefing
}

func (w *Window) sheet(title string, content fyne.CanvasObject, width float32, verb string, main func()) *sheet {
	s := &sheet{w: w, main: main}
	buttons := container.NewHBox()
	if main != nil {
		cancel := w.button(w.t("choose.cancel"), nil, s.hide)
		cancel.OnKey = s.key
		buttons.Add(cancel)
		b := w.mainButton(verb, main)
		b.OnKey = s.key
		buttons.Add(b)
	} else {
		if verb == "" {
			verb = w.t("sheet.close")
		}
		b := w.button(verb, nil, s.hide)
		b.OnKey = s.key
		buttons.Add(b)
	}
	body := container.NewBorder(nil, container.NewBorder(nil, nil, nil, buttons, fw.NewLabel("")), nil, nil, content)
	s.dialog = w.modal(title, body)
	size := w.win.Canvas().Size()
	s.dialog.Resize(fyne.NewSize(min(width*theme.TextSize()/standardText, size.Width-40), 0))
	s.dialog.Show()
	if main == nil {
		w.win.Canvas().Focus(buttons.Objects[0].(*widget.Button))
	}
	return s
}

func (s *sheet) hide() {
	s.dialog.Hide()
	if s.left != nil {
		s.left()
		return
	}
	if s.w.brief.ID != "" {
		s.w.review.list.Focus()
	}
}

func (s *sheet) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyEscape:
		s.hide()
		return true
	case fyne.KeyF12:
		s.w.tracer.tellButtons()
		return true
	}
	return false
}

// field is a text field of a sheet.
func (s *sheet) field(e *widget.Entry) {
	e.OnKey = s.key
	e.OnCommit = func(bool) { s.main() }
}
