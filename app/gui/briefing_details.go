package gui

import (
	"slices"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// tlpLabels are the labels of TLP 2.0 (first.org/tlp), from open to closed.
var tlpLabels = []string{"", "TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"}

// showDetails changes the page's settings: title, marking, paper and so on.
func (w *Window) showDetails() {
	b := w.brief
	d := b.Details
	title, marking, author, asOf := widget.NewEntry(), widget.NewEntry(), widget.NewEntry(), widget.NewEntry()
	titleLine, hasTitle := b.Labelled(briefing.TitleLabel)
	title.SetText(titleLine.Headline())
	marking.SetText(d.Marking)
	author.SetText(d.Author)
	asOf.SetText(d.AsOf.String())
	asOf.PlaceHolder = w.t("details.date-hint")
	none := w.t("marking.none")
	options := append([]string{none}, tlpLabels[1:]...)
	tlp := fw.NewSelect(options, nil)
	tlp.SetSelectedIndex(max(0, slices.Index(tlpLabels, d.TLP)))
	paper := fw.NewSelect([]string{"A4", "US Letter"}, nil)
	paper.SetSelectedIndex(0)
	if d.Paper == "letter" {
		paper.SetSelectedIndex(1)
	}
	names := make([]string, len(Languages))
	language := fw.NewSelect(names, nil)
	for i, l := range Languages {
		names[i] = l.Name
		if l.Code == d.Language {
			language.SetSelected(l.Name)
		}
	}
	if language.Selected == "" {
		language.SetSelectedIndex(0)
	}
	only := fw.NewCheck(w.t("details.verified-only"), nil)
	only.SetChecked(d.VerifiedOnly)
	problem := widget.NewFlowText()
	label := func(key string) *fw.Label { return fw.NewLabel(w.t("details." + key)) }
	form := container.New(layout.NewFormLayout(), label("title"), title, label("marking"), marking, label("tlp"), tlp,
		label("author"), author, label("as-of"), asOf, label("paper"), paper, label("language"), language, label("print"), only)
	var s *sheet
	save := func() {
		now := d
		now.Marking, now.TLP, now.Author = oneLine(marking.Text), tlpLabels[max(0, tlp.SelectedIndex())], oneLine(author.Text)
		now.Paper = []string{"a4", "letter"}[max(0, paper.SelectedIndex())]
		now.Language = Languages[max(0, language.SelectedIndex())].Code
		now.VerifiedOnly = only.Checked
		now.AsOf = briefing.Date{}
		if asOf.Text != "" {
			date, readings, err := app.ParseDate(asOf.Text)
			if err != nil || len(readings) > 0 {
				text := w.t("date.which")
				if err != nil {
					text = w.explain(err)
				}
				problem.Set(widget.Run{Text: text, Colour: widget.ColorConflict})
				s.dialog.Refresh()
				return
			}
			now.AsOf = date
		}
		s.hide()
		text := oneLine(title.Text)
		renamed := text != "" && text != titleLine.Headline()
		if now == d && !renamed {
			return
		}
		w.edit(func(b briefing.Briefing) (briefing.Edit, error) {
			e := briefing.Edit{Op: briefing.Batch, Name: "Change Details"}
			if now != b.Details {
				e.Edits = append(e.Edits, briefing.Edit{Op: briefing.SetDetails, Name: e.Name, Details: &now})
			}
			if renamed {
				step, err := retitle(b, titleLine, hasTitle, text)
				if err != nil {
					return briefing.Edit{}, err
				}
				e.Edits = append(e.Edits, step)
			}
			return e, nil
		}, nil)
	}
	s = w.sheet(w.t("details.briefing"), container.NewVBox(form, problem), 560, w.t("details.save"), save)
	for _, e := range []*widget.Entry{title, marking, author, asOf} {
		s.field(e)
	}
	w.win.Canvas().Focus(title)
}

// retitle words the title line anew, sides and all, or writes one where there
// is none.
func retitle(b briefing.Briefing, line briefing.Line, has bool, text string) (briefing.Edit, error) {
	if has {
		x := line.Wording
		x.Text, x.Parties = text, nil
		return b.Reword(line.ID, x)
	}
	e := b.NewLine(briefing.MeetingSection, 0, text)
	e.Line.Label = briefing.TitleLabel
	return e, nil
}

// markLine sets the portion marking of the selected line.
func (w *Window) markLine() {
	l, _, _, ok := w.brief.Find(w.review.list.Selected())
	if !ok {
		return
	}
	entry := fw.NewSelectEntry(tlpLabels[1:])
	entry.SetText(l.Marking)
	var s *sheet
	save := func() {
		s.hide()
		w.edit(func(b briefing.Briefing) (briefing.Edit, error) { return b.Mark(l.ID, oneLine(entry.Text)) }, nil)
	}
	entry.OnSubmitted = func(string) { save() }
	s = w.sheet(w.t("marking.heading"), container.NewVBox(fw.NewLabel(w.t("marking.hint")), entry), 420, w.t("details.save"), save)
	w.win.Canvas().Focus(entry)
}
