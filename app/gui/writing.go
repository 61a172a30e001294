package gui

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// scales are the scales of likelihood to choose from.
var scales = []briefing.Scale{briefing.ICD203, briefing.PHIA, briefing.NoScale}

// writingHints says what the scale has to say to an analyst's line, one text a
// hint. Nothing is ever put in the line's place, and nothing is stopped.
func (w *Window) writingHints(l briefing.Line) []string {
	if l.Kind != briefing.AnalystLine {
		return nil
	}
	var others []string
	for _, o := range w.brief.Lines() {
		if o.Kind == briefing.AnalystLine && o.ID != l.ID && o.OnPage() {
			others = append(others, o.Text)
		}
	}
	scale := briefing.Scale(w.settings.Scale)
	var texts []string
	for _, h := range briefing.WritingHints(l.Text, others, scale) {
		words := make([]string, len(h.Words))
		for i, word := range h.Words {
			words[i] = "‘" + word + "’"
		}
		texts = append(texts, w.t("writing."+string(h.Kind), "words", strings.Join(words, ", "), "scale", w.t("scale."+string(scale))))
	}
	return texts
}

// scaleNames are the scales' names, in their order, and the place of the one
// that is set.
func (w *Window) scaleNames() (names []string, now int) {
	for _, x := range scales {
		names = append(names, w.t("scale."+string(x)))
	}
	return names, max(0, slices.Index(scales, briefing.Scale(w.settings.Scale)))
}

// setScale sets a scale and looks at the lines anew.
func (w *Window) setScale(i int) {
	x := w.settings
	x.Scale = string(scales[max(0, i)])
	w.setSettings(x)
	if w.review.editor != nil {
		w.review.editor.changed()
		return
	}
	w.review.list.SetRows(w.review.rows(w.brief))
}

// scalePick is the choice of the scale.
func (w *Window) scalePick(then func()) *widget.Select {
	names, now := w.scaleNames()
	pick := widget.NewSelect(names, nil)
	pick.Selected = names[now]
	pick.OnChanged = func(string) {
		w.setScale(pick.SelectedIndex())
		then()
	}
	return pick
}

// showScale shows the words of likelihood and what they stand for.
func (w *Window) showScale() {
	var s *sheet
	table := container.NewVBox(w.scaleRows()...)
	pick := w.scalePick(func() {
		table.Objects = w.scaleRows()
		table.Refresh()
		s.refresh()
	})
	s = w.sheet(w.t("scale.heading"), container.NewVBox(form(formRow{w.t("scale.used"), pick}), container.NewPadded(table)), 620, "", nil)
	w.tracer.event("sheet", "name", "scale", "scale", w.settings.Scale)
}

// scaleRows are the steps of the scale that is set as a table, and how it is
// to be used.
func (w *Window) scaleRows() []fyne.CanvasObject {
	cell := func(text string, style fyne.TextStyle) fyne.CanvasObject {
		return widget.NewFlowText(widget.Run{Text: text, Style: style, Size: 0.93})
	}
	note := func(key string) fyne.CanvasObject {
		return widget.NewFlowText(widget.Run{Text: w.t(key), Size: 0.86, Colour: widget.ColorGrey})
	}
	scale := briefing.Scale(w.settings.Scale)
	if scale == briefing.NoScale {
		return []fyne.CanvasObject{note("scale.off-note")}
	}
	var rows []fyne.CanvasObject
	for _, step := range scale.Steps() {
		words := step.Words
		if scale == briefing.PHIA {
			words = []string{strings.Join(words, " / ")}
		}
		row := []fyne.CanvasObject{cell(fmt.Sprintf("%d–%d %%", step.From, step.To), widget.SansBold)}
		for _, word := range words {
			row = append(row, cell(word, widget.Sans))
		}
		rows = append(rows, container.NewGridWithColumns(len(row), row...))
	}
	return append(rows, fw.NewSeparator(), note("scale."+string(scale)+"-note"), note("scale.never"))
}
