package gui

import (
	"fyne.io/fyne/v2"
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

// guideBlock draws a paragraph, or an item with its mark beside it.
func guideBlock(b app.GuideBlock) fyne.CanvasObject {
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
