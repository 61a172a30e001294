package gui

import (
	"context"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app"
	"example.org/attache/app/widget"
)

// setSettings keeps and applies settings at once.
func (w *Window) setSettings(s app.Settings) {
	look := s.Theme != w.settings.Theme || s.TextSize != w.settings.TextSize
	if s == w.settings {
		return
	}
	w.settings = s
	if look {
		w.o.Fyne.Settings().SetTheme(NewTheme(s.Theme, float32(s.TextSize)))
		w.redraw()
	}
	w.tasks.InOrder(func(ctx context.Context) func() {
		err := w.app.SetSettings(ctx, s)
		return func() { w.fail(err) }
	})
}

// redraw has our own widgets lay out and colour anew, after a change of theme.
func (w *Window) redraw() {
	w.library.list.Refresh()
	w.library.briefings.list.Refresh()
	w.reader.view.Refresh()
	w.review.list.Refresh()
	w.screen.Refresh()
}

// setLanguage builds the window anew in another language.
func (w *Window) setLanguage(code string) {
	words, err := LoadWords(code)
	if err != nil {
		w.fail(err)
		return
	}
	w.review.endEditing()
	w.view.Language, w.words = code, words
	w.view.Outer, w.view.Inner = w.outer.Offset, w.inner.Offset
	article, selected := w.reader.view.Article(), w.review.list.Selected()
	w.build()
	w.library.reload()
	w.showBriefing(w.brief, w.history)
	if article != nil {
		w.reader.show(article)
	}
	w.selectLine(selected)
	w.saveView()
}

// showSettings is one window; everything in it applies at once.
func (w *Window) showSettings() {
	s := func() app.Settings { return w.settings }
	pick := func(codes []string, names func(string) string, now string, set func(string)) *fw.Select {
		var options []string
		for _, c := range codes {
			options = append(options, names(c))
		}
		sel := fw.NewSelect(options, nil)
		sel.SetSelectedIndex(max(0, slices.Index(codes, now)))
		sel.OnChanged = func(string) { set(codes[sel.SelectedIndex()]) }
		return sel
	}
	tick := func(key string, now bool, set func(*app.Settings, bool)) *fw.Check {
		c := fw.NewCheck(w.t("settings."+key), nil)
		c.Checked = now
		c.OnChanged = func(on bool) { x := s(); set(&x, on); w.setSettings(x) }
		return c
	}
	text := func(now string, set func(*app.Settings, string)) *widget.Entry {
		e := widget.NewEntry()
		e.SetText(now)
		e.OnChanged = func(t string) { x := s(); set(&x, t); w.setSettings(x) }
		return e
	}
	named := func(prefix string) func(string) string { return func(c string) string { return w.t(prefix + c) } }
	label := func(key string) fyne.CanvasObject { return fw.NewLabel(w.t("settings." + key)) }
	heading := func(key string) fyne.CanvasObject {
		return widget.NewFlowText(widget.Run{Text: w.t("settings." + key), Style: widget.SansBold, Colour: widget.ColorNavy})
	}
	var sh *sheet
	var codes []string
	for _, l := range Languages {
		codes = append(codes, l.Code)
	}
	language := pick(codes, func(c string) string {
		for _, l := range Languages {
			if l.Code == c {
				return l.Name
			}
		}
		return c
	}, w.words.Language, func(c string) { sh.dialog.Hide(); w.setLanguage(c); w.showSettings() })
	themes := pick([]string{"system", "light", "dark", "contrast"}, named("theme."), s().Theme, func(c string) {
		x := s()
		x.Theme = c
		w.setSettings(x)
	})
	sizes := []string{"0.9", "1", "1.15", "1.3", "1.5", "1.75", "2"}
	size := pick(sizes, func(c string) string { f := 0.0; _, _ = fmt.Sscan(c, &f); return fmt.Sprintf("%.0f %%", f*100) },
		fmt.Sprint(s().TextSize), func(c string) {
			x := s()
			_, _ = fmt.Sscan(c, &x.TextSize)
			w.setSettings(x)
		})
	paper := pick([]string{"a4", "letter"}, named("paper."), s().Paper, func(c string) { x := s(); x.Paper = c; w.setSettings(x) })
	startWith := pick([]string{"last", "library"}, named("start."), s().StartWith, func(c string) { x := s(); x.StartWith = c; w.setSettings(x) })
	tlp := pick(tlpLabels, func(c string) string {
		if c == "" {
			return w.t("marking.none")
		}
		return c
	}, s().TLP, func(c string) { x := s(); x.TLP = c; w.setSettings(x) })
	var templates []string
	for _, r := range w.forms {
		templates = append(templates, r.Name)
	}
	template := pick(templates, w.templateName, s().Template, func(c string) { x := s(); x.Template = c; w.setSettings(x) })
	learnt := w.lowButton(w.t("cmd.learnt"), nil, func() { sh.dialog.Hide(); w.do("learnt") })
	form := container.New(layout.NewFormLayout(),
		label("language"), language, label("theme"), themes, label("size"), size, label("start"), startWith,
		label("template"), template, label("paper"), paper, label("tlp"), tlp,
		label("marking"), text(s().Marking, func(x *app.Settings, t string) { x.Marking = t }),
		label("author"), text(s().Author, func(x *app.Settings, t string) { x.Author = t }),
		label("scale"), w.scalePick(func() {}),
		label("learnt"), container.NewHBox(learnt))
	checks := container.NewVBox(
		tick("single-keys", s().SingleKeys, func(x *app.Settings, on bool) { x.SingleKeys = on }),
		tick("unverified", s().Unverified, func(x *app.Settings, on bool) { x.Unverified = on }),
		tick("trace", s().Trace, func(x *app.Settings, on bool) { x.Trace = on }),
		tick("print-author", s().PrintAuthor, func(x *app.Settings, on bool) { x.PrintAuthor = on }))
	about := widget.NewFlowText(widget.Run{Text: w.t("settings.library", "path", w.app.Path()) + "\n" + w.t("settings.network"), Size: 0.86, Colour: widget.ColorGrey})
	content := container.NewVBox(heading("general"), form, heading("review"), checks, heading("privacy"), about)
	scroll := container.NewVScroll(content)
	scroll.SetMinSize(fyne.NewSize(300, min(content.MinSize().Height, w.win.Canvas().Size().Height-150)))
	sh = w.sheet(w.t("settings.heading"), scroll, 560, "", nil)
}
