package gui

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2/container"
	fw "fyne.io/fyne/v2/widget"

	"example.org/attache/app"
	"example.org/attache/app/widget"
)

// exportDialog asks how and where to export, and says beforehand what the
// checks find.
type exportDialog struct {
	host    exportHost
	out     *exporter
	sheet   *sheet
	format  *widget.Radio
	name    *widget.Entry
	folder  *widget.Entry
	paper   *widget.Radio
	boxes   [4]*widget.Check // annex, unverified, author, trace
	checks  *widget.FlowText
	check   Latest[app.ExportReport]
	replace bool // the person has said that the file may be replaced
}

// ask opens the dialog, once the last edit is saved.
func (x *exporter) ask() {
	x.host.endEditing()
	if x.host.whenSaved(x.ask) {
		return
	}
	e := &exportDialog{host: x.host, out: x, check: Latest[app.ExportReport]{Tasks: x.host.work()}}
	e.build()
}

func formatNames(w tools) []string {
	var names []string
	for _, f := range app.Formats {
		names = append(names, w.t("format."+string(f)))
	}
	return names
}

func (e *exportDialog) build() {
	w := e.host
	e.fill()
	boxes := row()
	for _, b := range e.boxes {
		boxes.Add(b)
	}
	browse := w.button("…", nil, e.browse)
	browse.Name = w.t("export.folder")
	content := container.NewVBox(form(
		formRow{w.t("export.format"), e.format},
		formRow{w.t("export.name"), e.name},
		formRow{w.t("export.folder-field"), container.NewBorder(nil, nil, nil, browse, e.folder)},
		formRow{w.t("export.paper"), e.paper},
		formRow{w.t("export.include"), boxes}),
		fw.NewSeparator(), container.NewPadded(e.checks))
	e.sheet = w.open(sheetLook{title: w.t("export.title"), content: content, width: 660, verb: w.t("export.export"), main: e.run,
		more: []*widget.Button{w.button(w.t("export.copy"), nil, e.copyText)}})
	e.sheet.shows = e
	e.sheet.left = func() { e.check.Cancel(); w.giveBackFocus() }
	e.changed()
	w.event("export dialog")
}

// fill makes the fields, with what was chosen last.
func (e *exportDialog) fill() {
	w, s := e.host, e.host.chosen()
	e.format = widget.NewRadio(widget.Texts(formatNames(w)...)...)
	e.format.Row = true
	e.paper = widget.NewRadio(widget.Texts("A4", "US Letter")...)
	e.paper.Row = true
	if paper := w.shown().Details.Paper; paper == "letter" || paper == "" && s.Paper == "letter" {
		e.paper.Select(1)
	}
	e.format.Select(slices.Index(app.Formats, s.Format))
	e.name, e.folder = widget.NewEntry(), widget.NewEntry()
	if e.folder.Text = s.Folder; s.Folder == "" {
		e.folder.Text = homeFolder()
	}
	e.name.Text = e.out.fileName() + ".pdf"
	e.rename()
	e.format.OnChanged = func(int) { e.rename(); e.changed() }
	e.paper.OnChanged = func(int) { e.changed() }
	for _, f := range []*widget.Entry{e.name, e.folder} {
		f.OnChanged = func(string) { e.replace = false; e.changed() }
	}
	on := [4]bool{s.Annex, s.Trace, s.Unverified, s.PrintAuthor}
	for i, key := range []string{"annex", "trace", "unverified", "author"} {
		e.boxes[i] = widget.NewCheck(w.t("export."+key), nil)
		e.boxes[i].Checked = on[i]
		e.boxes[i].OnChanged = func(bool) { e.changed() }
	}
	e.checks = widget.NewFlowText(widget.Run{Text: w.t("export.checking")})
}

func (e *exportDialog) formatPicked() app.Format {
	return app.Formats[e.format.Selected()]
}

// rename gives the name the ending of the format.
func (e *exportDialog) rename() {
	ext := filepath.Ext(e.name.Text)
	e.name.SetText(strings.TrimSuffix(e.name.Text, ext) + "." + string(e.formatPicked()))
}

func (e *exportDialog) options() app.ExportOptions {
	paper := "a4"
	if e.paper.Selected() == 1 {
		paper = "letter"
	}
	return app.ExportOptions{Path: filepath.Join(e.folder.Text, e.name.Text), Format: e.formatPicked(), Paper: paper,
		Annex: e.boxes[0].Checked, Trace: e.boxes[1].Checked, Unverified: e.boxes[2].Checked, Author: e.boxes[3].Checked,
		Overwrite: e.replace}
}

// changed makes the checks anew.
func (e *exportDialog) changed() {
	if e.sheet == nil {
		return // still being built
	}
	b, o := e.host.shown(), e.options()
	e.check.Go(func(ctx context.Context) (app.ExportReport, error) { return e.out.store.CheckExport(ctx, b, o) }, e.tell)
}

func (e *exportDialog) tell(r app.ExportReport, err error) {
	w := e.host
	var runs []widget.Run
	say := func(good bool, text string) {
		mark, c := "✓ ", widget.ColorVerified
		if !good {
			mark, c = "! ", widget.ColorConflict
		}
		if len(runs) > 0 {
			runs = append(runs, widget.Run{Text: "\n"})
		}
		runs = append(runs, widget.Run{Text: mark, Style: widget.SansBold, Colour: c}, widget.Run{Text: text})
	}
	if err != nil && !errors.Is(err, app.ErrExists) {
		say(false, w.explain(err))
		e.sheet.first.Disable()
	} else {
		e.sheet.first.Enable()
		say(true, w.t("export.one-page", "percent", int(r.Fill*100+0.5)))
		say(r.Traced+r.AnalystLines >= r.Lines, w.t("export.traced", "n", r.Traced, "all", r.Lines-r.AnalystLines))
		if r.AnalystLines > 0 {
			say(true, w.t("export.analyst", "n", r.AnalystLines))
		}
		for _, text := range w.explainMore(r) {
			say(false, text)
		}
		if errors.Is(err, app.ErrExists) {
			say(false, w.t("export.exists"))
		}
	}
	e.checks.Set(runs...)
	e.sheet.refresh()
	w.event("export checks", "text", e.checks.Text())
}

func (e *exportDialog) run() {
	if e.sheet.first.Disabled() { // the checks say why
		return
	}
	o := e.options()
	w := e.host
	s := w.chosen()
	s.Annex, s.Unverified, s.PrintAuthor, s.Trace = o.Annex, o.Unverified, o.Author, o.Trace
	s.Format, s.Folder = o.Format, e.folder.Text
	e.out.to(o, func(err error) {
		switch {
		case errors.Is(err, app.ErrExists):
			e.askReplace()
		case err != nil:
			e.checks.Set(widget.Run{Text: "! ", Style: widget.SansBold, Colour: widget.ColorConflict}, widget.Run{Text: w.explain(err)})
			e.sheet.refresh()
		default:
			e.sheet.hide()
			w.setSettings(s)
		}
	})
}

// askReplace is one of the few questions: the file is not ours, and replacing
// it could not be undone.
func (e *exportDialog) askReplace() {
	w := e.host
	var q *sheet
	text := widget.NewFlowText(widget.Run{Text: w.t("export.exists")})
	q = w.open(sheetLook{title: w.t("export.replace-title"), content: text, width: 460, verb: w.t("export.replace"), main: func() {
		q.close()
		e.replace = true
		e.run()
	}})
}

func (e *exportDialog) browse() {
	e.host.choose(chooserLook{title: e.host.t("export.folder"), verb: e.host.t("choose.add-folder"), folder: true,
		done: func(paths []string) { e.folder.SetText(paths[0]) }})
}

// copyText puts what would be exported on the clipboard as plain text, through
// the same gate.
func (e *exportDialog) copyText() {
	w, b, o := e.host, e.host.shown(), e.options()
	w.work().Go(func(ctx context.Context) func() {
		text, err := e.out.store.CopyText(ctx, b, o)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.setClipboard(text)
			e.sheet.hide()
			w.notify(notice{text: w.t("export.copied")})
		}
	})
}
