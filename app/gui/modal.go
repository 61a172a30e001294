package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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
