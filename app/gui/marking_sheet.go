package gui

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
)

// The schemes of marking a page.
var markingSchemes = []string{"none", "tlp", "own", "both"}

// markingSheet asks how the page is marked, shows the mark as it is printed,
// and says whether it covers the lines' own marks.
type markingSheet struct {
	host   markingHost
	sheet  *sheet
	scheme *widget.Select
	tlp    *widget.Select
	own    *widget.Entry
	ground *canvas.Rectangle
	banner *canvas.Text
	label  *canvas.Text
	box    *fyne.Container
	check  *widget.FlowText
	show   *widget.Button
	above  briefing.LineID // the first line marked above the page
}

// markingHost is what the sheet needs of the window.
type markingHost interface {
	sheetHost
	explainShort(error) string // what happened, alone
	shown() briefing.Briefing
	endEditing()
	selectLine(briefing.LineID)
	edit(change func(briefing.Briefing) (briefing.Edit, error), then func(briefing.Briefing))
}

func openMarking(w markingHost) *markingSheet {
	w.endEditing()
	m := &markingSheet{host: w}
	var names []string
	for _, s := range markingSchemes {
		names = append(names, w.t("marking.scheme-"+s))
	}
	m.scheme = widget.NewSelect(names, func(string) { m.changed() })
	m.tlp = widget.NewSelect(tlpLabels[1:], func(string) { m.changed() })
	m.own = widget.NewEntry()
	m.own.PlaceHolder = w.t("marking.own-hint")
	m.own.OnChanged = func(string) { m.changed() }
	m.banner, m.label = canvas.NewText("", nil), canvas.NewText("", nil)
	m.ground = canvas.NewRectangle(nil)
	m.ground.CornerRadius = 2
	m.box = container.NewStack(m.ground, container.NewPadded(m.label))
	m.check = widget.NewFlowText()
	m.show = w.lowButton(w.t("marking.show"), nil, func() { m.sheet.hide(); w.selectLine(m.above) })
	d := w.shown().Details
	m.own.Text = d.Marking
	m.tlp.Selected = tlpLabels[max(1, slices.Index(tlpLabels, d.TLP))]
	scheme := 0
	switch {
	case d.TLP != "" && d.Marking != "":
		scheme = 3
	case d.Marking != "":
		scheme = 2
	case d.TLP != "":
		scheme = 1
	}
	m.scheme.Selected = names[scheme]
	fields := form(formRow{w.t("marking.scheme"), m.scheme}, formRow{w.t("details.tlp"), m.tlp}, formRow{w.t("details.marking"), m.own})
	paper := canvas.NewRectangle(theme.Color(widget.ColorPaper))
	paper.StrokeColor, paper.StrokeWidth = theme.Color(widget.ColorHairline), 1
	printed := container.NewStack(paper, container.NewPadded(container.NewHBox(layout.NewSpacer(), m.banner, m.box)))
	where := widget.NewFlowText(widget.Run{Text: w.t("marking.where"), Size: 0.86, Colour: widget.ColorGrey})
	checks := container.NewBorder(nil, nil, nil, m.show, container.NewPadded(m.check))
	m.sheet = w.open(sheetLook{title: w.t("marking.page-heading"), content: container.NewVBox(fields, printed, container.NewPadded(where), checks), width: 600,
		verb: w.t("details.save"), main: m.save, focus: m.scheme})
	m.changed()
	return m
}

// details are the briefing's with the marking chosen.
func (m *markingSheet) details() briefing.Details {
	d := m.host.shown().Details
	scheme := markingSchemes[max(0, m.scheme.SelectedIndex())]
	d.TLP, d.Marking = "", ""
	if scheme == "tlp" || scheme == "both" {
		d.TLP = m.tlp.Selected
	}
	if scheme == "own" || scheme == "both" {
		d.Marking = oneLine(m.own.Text)
	}
	return d
}

// changed shows the mark as it is printed and checks it.
func (m *markingSheet) changed() {
	if m.sheet == nil {
		return // still being built
	}
	w, d := m.host, m.details()
	scheme := m.scheme.SelectedIndex()
	able(m.tlp, scheme == 1 || scheme == 3)
	able(m.own, scheme == 2 || scheme == 3)
	m.banner.Text, m.banner.TextStyle = strings.ToUpper(d.Marking), widget.SansBold
	m.banner.Color, m.banner.TextSize = theme.Color(theme.ColorNameForeground), theme.TextSize()
	if d.TLP == "" && d.Marking == "" {
		m.banner.Text, m.banner.Color = w.t("marking.nothing"), theme.Color(widget.ColorGrey)
	}
	m.box.Hidden = d.TLP == ""
	m.label.Text, m.label.TextStyle, m.label.TextSize = d.TLP, widget.SansBold, theme.TextSize()
	m.ground.FillColor = color.Black
	if c, ok := page.TLPColour(d.TLP); ok {
		r, g, b := c.RGB()
		m.label.Color = color.NRGBA{r, g, b, 0xFF}
	}
	for _, o := range []fyne.CanvasObject{m.banner, m.label, m.box} {
		o.Refresh()
	}
	b := w.shown()
	b.Details = d
	err := page.CheckMarking(b)
	m.above = ""
	if above, ok := err.(*page.MarkingError); ok {
		m.above = above.Line
	}
	m.show.Hidden = m.above == ""
	n := 0
	for _, l := range b.Lines() {
		if l.OnPage() && l.Marking != "" {
			n++
		}
	}
	switch {
	case err != nil:
		m.check.Set(widget.Run{Text: "! ", Style: widget.SansBold, Colour: widget.ColorConflict}, widget.Run{Text: w.explainShort(err)})
	case n == 0:
		m.check.Set(widget.Run{Text: w.t("marking.no-portions"), Colour: widget.ColorGrey})
	default:
		m.check.Set(widget.Run{Text: "✓ ", Style: widget.SansBold, Colour: widget.ColorVerified}, widget.Run{Text: w.t("marking.covers", "n", n)})
	}
	m.sheet.refresh()
}

func (m *markingSheet) save() {
	now := m.details()
	m.sheet.hide()
	if now == m.host.shown().Details {
		return
	}
	m.host.edit(func(b briefing.Briefing) (briefing.Edit, error) {
		d := b.Details
		d.TLP, d.Marking = now.TLP, now.Marking
		return briefing.Edit{Op: briefing.SetDetails, Name: "Change Marking", Details: &d}, nil
	}, nil)
}

// able lets a field be used, or not.
func able(f fyne.Disableable, on bool) {
	if on {
		f.Enable()
	} else {
		f.Disable()
	}
}
