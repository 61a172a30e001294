package gui

import (
	"slices"

	"fyne.io/fyne/v2/container"

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
	tlp := widget.NewSelect(options, nil)
	tlp.SetSelectedIndex(max(0, slices.Index(tlpLabels, d.TLP)))
	paper := widget.NewSelect([]string{"A4", "US Letter"}, nil)
	paper.SetSelectedIndex(0)
	if d.Paper == "letter" {
		paper.SetSelectedIndex(1)
	}
	names := make([]string, len(Languages))
	language := widget.NewSelect(names, nil)
	for i, l := range Languages {
		names[i] = l.Name
		if l.Code == d.Language {
			language.SetSelected(l.Name)
		}
	}
	if language.Selected == "" {
		language.SetSelectedIndex(0)
	}
	only := widget.NewCheck(w.t("details.verified-only"), nil)
	only.SetChecked(d.VerifiedOnly)
	problem := widget.NewFlowText()
	fields := form(formRow{w.t("details.title"), title}, formRow{w.t("details.marking"), marking}, formRow{w.t("details.tlp"), tlp},
		formRow{w.t("details.author"), author}, formRow{w.t("details.as-of"), asOf}, formRow{w.t("details.paper"), paper},
		formRow{w.t("details.language"), language}, formRow{w.t("details.print"), only})
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
				s.refresh()
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
	s = w.open(sheetLook{title: w.t("details.briefing"), content: container.NewVBox(fields, problem), width: 560,
		verb: w.t("details.save"), main: save, focus: title})
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
	entry := widget.NewEntry()
	entry.SetText(l.Marking)
	known := row()
	for _, label := range tlpLabels[1:] {
		known.Add(w.button(label, nil, func() { entry.SetText(label) }))
	}
	var s *sheet
	save := func() {
		s.hide()
		w.edit(func(b briefing.Briefing) (briefing.Edit, error) { return b.Mark(l.ID, oneLine(entry.Text)) }, nil)
	}
	s = w.open(sheetLook{title: w.t("marking.heading"), content: container.NewVBox(widget.NewFlowText(widget.Run{Text: w.t("marking.hint")}), entry, known),
		width: 460, verb: w.t("details.save"), main: save, focus: entry})
}
