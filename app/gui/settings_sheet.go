package gui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"example.org/attache/app"
	"example.org/attache/app/widget"
)

// settingPick is a setting that is one of a few.
type settingPick struct {
	key   string
	codes []string
	name  func(code string) string
	now   string
	set   func(x *app.Settings, code string)
}

// settingPicks are the settings to choose one of a few for, in their order.
func (w *Window) settingPicks() []settingPick {
	s := w.settings
	named := func(prefix string) func(string) string { return func(c string) string { return w.t(prefix + c) } }
	var templates []string
	for _, r := range w.forms {
		templates = append(templates, r.Name)
	}
	return []settingPick{
		{"theme", []string{"system", "light", "dark", "contrast"}, named("theme."), s.Theme, func(x *app.Settings, c string) { x.Theme = c }},
		{"size", []string{"0.9", "1", "1.15", "1.3", "1.5", "1.75", "2"}, percentOf, fmt.Sprint(s.TextSize), func(x *app.Settings, c string) { _, _ = fmt.Sscan(c, &x.TextSize) }},
		{"start", []string{"last", "library"}, named("start."), s.StartWith, func(x *app.Settings, c string) { x.StartWith = c }},
		{"template", templates, w.templateName, s.Template, func(x *app.Settings, c string) { x.Template = c }},
		{"paper", []string{"a4", "letter"}, named("paper."), s.Paper, func(x *app.Settings, c string) { x.Paper = c }},
		{"tlp", tlpLabels, func(c string) string {
			if c == "" {
				return w.t("marking.none")
			}
			return c
		}, s.TLP, func(x *app.Settings, c string) { x.TLP = c }},
	}
}

func percentOf(share string) string {
	f := 0.0
	_, _ = fmt.Sscan(share, &f)
	return fmt.Sprintf("%.0f %%", f*100)
}

// settingTicks are the settings that are on or off.
var settingTicks = []struct {
	key string
	of  func(*app.Settings) *bool
}{
	{"single-keys", func(x *app.Settings) *bool { return &x.SingleKeys }},
	{"unverified", func(x *app.Settings) *bool { return &x.Unverified }},
	{"trace", func(x *app.Settings) *bool { return &x.Trace }},
	{"print-author", func(x *app.Settings) *bool { return &x.PrintAuthor }},
}

// showSettings is one window; everything in it applies at once.
func (w *Window) showSettings() {
	label := func(key string) string { return w.t("settings." + key) }
	heading := func(key string) fyne.CanvasObject {
		return widget.NewFlowText(widget.Run{Text: label(key), Style: widget.SansBold, Colour: widget.ColorNavy})
	}
	var s *sheet
	language := w.languagePick(func(code string) { s.close(); w.setLanguage(code); w.showSettings() })
	rows := []formRow{{label("language"), language}}
	for _, p := range w.settingPicks() {
		rows = append(rows, formRow{label(p.key), w.pickSetting(p)})
	}
	rows = append(rows,
		formRow{label("marking"), w.textSetting(w.settings.Marking, func(x *app.Settings, t string) { x.Marking = t })},
		formRow{label("author"), w.textSetting(w.settings.Author, func(x *app.Settings, t string) { x.Author = t })},
		formRow{label("scale"), w.scalePick(func() {})},
		formRow{label("learnt"), row(w.lowButton(w.t("cmd.learnt"), nil, func() { s.close(); w.do("learnt") }))})
	ticks := container.NewVBox()
	for _, t := range settingTicks {
		x := w.settings
		c := widget.NewCheck(label(t.key), nil)
		c.Checked = *t.of(&x)
		c.OnChanged = func(on bool) { x := w.settings; *t.of(&x) = on; w.setSettings(x) }
		ticks.Add(c)
	}
	about := widget.NewFlowText(widget.Run{Text: w.t("settings.library", "path", w.app.Path()) + "\n" + w.t("settings.network"), Size: 0.86, Colour: widget.ColorGrey})
	content := container.NewVBox(heading("general"), form(rows...), heading("review"), ticks, heading("privacy"), about)
	s = w.open(sheetLook{title: label("heading"), content: content, width: 560, focus: language})
}

// languagePick is the choice of the interface's language.
func (w *Window) languagePick(set func(code string)) *widget.Select {
	var names []string
	now := 0
	for i, l := range Languages {
		names = append(names, l.Name)
		if l.Code == w.words.Language {
			now = i
		}
	}
	pick := widget.NewSelect(names, nil)
	pick.Selected = names[now]
	pick.OnChanged = func(string) { set(Languages[max(0, pick.SelectedIndex())].Code) }
	return pick
}

func (w *Window) pickSetting(p settingPick) *widget.Select {
	var names []string
	for _, c := range p.codes {
		names = append(names, p.name(c))
	}
	pick := widget.NewSelect(names, nil)
	if len(names) > 0 {
		pick.Selected = names[max(0, slices.Index(p.codes, p.now))]
	}
	pick.OnChanged = func(string) {
		x := w.settings
		p.set(&x, p.codes[max(0, pick.SelectedIndex())])
		w.setSettings(x)
	}
	return pick
}

func (w *Window) textSetting(now string, set func(*app.Settings, string)) *widget.Entry {
	e := widget.NewEntry()
	e.SetText(now)
	e.OnChanged = func(t string) { x := w.settings; set(&x, t); w.setSettings(x) }
	return e
}
