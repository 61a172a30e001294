package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// showLegend says what the marks, the tints and the rules in the margin mean.
func (w *Window) showLegend() {
	rows := container.NewVBox()
	head := func(key string) {
		rows.Add(widget.NewFlowText(widget.Run{Text: w.t(key), Style: widget.SansBold, Colour: widget.ColorNavy}))
	}
	line := func(sign fyne.CanvasObject, text string) {
		rows.Add(container.NewBorder(nil, nil, letterWidth(container.NewCenter(sign), 3), nil,
			container.NewPadded(widget.NewFlowText(widget.Run{Text: text}))))
	}
	mark := func(m widget.Mark) fyne.CanvasObject {
		size := 1.1 * theme.TextSize()
		return container.NewGridWrap(fyne.NewSquareSize(size), fw.NewIcon(m.Icon()))
	}
	head("legend.marks")
	for _, m := range []struct {
		mark widget.Mark
		key  string
	}{{widget.MarkSuggested, "suggested"}, {widget.MarkVerified, "verified"}, {widget.MarkEdited, "edited"}, {widget.MarkConflict, "conflict"},
		{widget.MarkStale, "stale"}, {widget.MarkAnalyst, "analyst"}, {widget.MarkLeftOut, "left-out"}} {
		line(mark(m.mark), w.t("status."+m.key)+" — "+w.t("legend."+m.key))
	}
	line(mark(widget.MarkLocked), w.t("legend.locked"))
	line(mark(widget.MarkPinned), w.t("legend.pinned"))
	head("legend.tints")
	for _, s := range []briefing.SectionKind{briefing.DelegationsSection, briefing.AgendaSection, briefing.AgreementsSection, briefing.PositionsSection, briefing.QuotesSection} {
		line(swatch(sectionColours[s]), w.t("section."+string(s)))
	}
	line(swatch(widget.ColorHitOther), w.t("legend.other"))
	line(swatch(widget.ColorHitSelected), w.t("legend.selected"))
	head("legend.margin")
	line(canvas.NewText("|", theme.Color(widget.ColorNavy)), w.t("reader.used"))
	line(canvas.NewText("¦", theme.Color(widget.ColorGrey)), w.t("reader.unused"))
	head("legend.library")
	line(mark(widget.MarkUsed), w.t("legend.in-use"))
	line(mark(widget.MarkUnused), w.t("legend.not-in-use"))
	w.sheet(w.t("cmd.legend"), rows, 520, "", nil)
}

// swatch is a piece of a tint.
func swatch(c fyne.ThemeColorName) fyne.CanvasObject {
	r := canvas.NewRectangle(theme.Color(c))
	r.CornerRadius = 3
	r.StrokeColor, r.StrokeWidth = theme.Color(widget.ColorHairline), 1
	return container.NewGridWrap(fyne.NewSize(1.8*theme.TextSize(), theme.TextSize()), r)
}
