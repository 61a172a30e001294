package gui

import (
	"bytes"
	"image/png"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"example.org/attache/app"
	"example.org/attache/app/widget"
)

// showGuide shows the user guide: the names of its chapters, which lead to them,
// and below them all of it.
func (w *Window) showGuide() {
	var s *sheet
	names := container.New(&wrapRow{})
	text := container.NewVBox()
	for _, chapter := range app.Guide(w.words.Language) {
		head := widget.NewFlowText(widget.Run{Text: chapter.Title, Style: widget.SansBold, Size: 1.08, Colour: widget.ColorNavy})
		names.Add(w.button(chapter.Title, nil, func() {
			s.scroll.ScrollToOffset(fyne.NewPos(0, s.depth(head)))
		}))
		text.Add(container.NewPadded(head))
		for _, block := range chapter.Blocks {
			text.Add(guideBlock(block))
		}
	}
	s = w.open(sheetLook{title: w.t("cmd.guide"), content: container.NewVBox(container.NewPadded(names), container.NewPadded(text)), width: 760})
}

// guideBlock draws a paragraph, an item with its mark beside it, or a picture.
func guideBlock(b app.GuideBlock) fyne.CanvasObject {
	if b.Picture != nil {
		return guidePicture(b)
	}
	var runs []widget.Run
	for _, r := range b.Runs {
		run := widget.Run{Text: r.Text}
		if r.Term {
			run.Style = widget.SansBold
		}
		if r.Code {
			run.Back = widget.ColorTint
		}
		runs = append(runs, run)
	}
	words := widget.NewFlowText(runs...)
	if b.Mark == "" {
		return container.NewPadded(words)
	}
	mark := widget.NewFlowText(widget.Run{Text: b.Mark, Colour: widget.ColorNavy})
	return container.NewPadded(container.NewBorder(nil, nil, letterWidth(mark, 1.6), nil, words))
}

// guidePicture draws a picture as wide as there is room, and no wider than it is.
func guidePicture(b app.GuideBlock) fyne.CanvasObject {
	size, err := png.DecodeConfig(bytes.NewReader(b.Picture))
	if err != nil {
		return container.NewWithoutLayout() // a test reads every picture
	}
	picture := canvas.NewImageFromResource(fyne.NewStaticResource(b.Runs[0].Text, b.Picture)) // read when it comes into view
	picture.FillMode, picture.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	return container.NewPadded(container.New(&toWidth{natural: fyne.NewSize(float32(size.Width), float32(size.Height))}, picture))
}

// toWidth gives one object the width there is, up to its natural one, and the
// height that goes with it.
type toWidth struct {
	natural fyne.Size
	width   float32 // of the last layout
}

func (l *toWidth) size() fyne.Size {
	width := l.natural.Width
	if l.width > 0 {
		width = min(width, l.width)
	}
	return fyne.NewSize(width, width*l.natural.Height/l.natural.Width)
}

func (l *toWidth) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, l.size().Height) }

func (l *toWidth) Layout(os []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range os {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(l.size())
	}
}
