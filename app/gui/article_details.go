package gui

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// editArticle changes what is known of the article shown. Its text never
// changes.
func (w *Window) editArticle() {
	a := w.reader.view.Article()
	if a == nil {
		return
	}
	entries := map[string]*widget.Entry{}
	var rows []formRow
	for _, f := range []struct{ key, value string }{{"title", a.Title}, {"outlet", a.Outlet}, {"byline", a.Byline}, {"url", a.URL}, {"date", a.Published.String()}} {
		e := widget.NewEntry()
		e.SetText(f.value)
		entries[f.key] = e
		rows = append(rows, formRow{w.t("details." + f.key), e})
	}
	entries["date"].PlaceHolder = w.t("details.date-hint")
	about := widget.NewFlowText(widget.Run{Text: w.t("details.about", "file", a.Source.Name, "reader", a.Source.Reader, "encoding", a.Source.Encoding, "id", string(a.ID[:min(19, len(a.ID))])), Size: 0.86, Colour: widget.ColorGrey})
	problem := widget.NewFlowText()
	choices := row()
	var s *sheet
	var save func()
	save = func() {
		published, readings, err := app.ParseDate(entries["date"].Text)
		switch {
		case strings.TrimSpace(entries["date"].Text) == "":
			published = briefing.Date{}
		case len(readings) > 0:
			w.offer(choices, problem, readings, entries["date"], save)
			s.refresh()
			return
		case err != nil:
			problem.Set(widget.Run{Text: w.explain(err), Colour: widget.ColorConflict})
			s.refresh()
			return
		}
		text := func(key string) *string { t := strings.TrimSpace(entries[key].Text); return &t }
		d := app.ArticleDetails{Title: text("title"), Outlet: text("outlet"), Byline: text("byline"), URL: text("url"), Published: &published}
		w.tasks.InOrder(func(ctx context.Context) func() {
			err := w.app.SetDetails(ctx, a.ID, d)
			return func() { w.fail(err); w.reloadBriefingAfter(err) }
		})
		s.hide()
	}
	s = w.open(sheetLook{title: w.t("details.heading"), content: container.NewVBox(form(rows...), problem, choices, about), width: 560,
		verb: w.t("details.save"), main: save, focus: entries["title"]})
}

// reloadBriefingAfter shows what a change of an article did to the briefing.
func (w *Window) reloadBriefingAfter(err error) {
	if err == nil && w.brief.ID != "" {
		w.reloadBriefing()
	}
}

// offer asks which of two readings of a date is meant, and goes on with it.
func (w *Window) offer(choices *fyne.Container, say *widget.FlowText, readings []briefing.Date, into *widget.Entry, then func()) {
	say.Set(widget.Run{Text: w.t("date.which"), Colour: widget.ColorConflict})
	choices.Objects = nil
	for _, d := range readings {
		choices.Add(w.button(w.date(d), nil, func() {
			into.SetText(d.String())
			then()
		}))
	}
	choices.Refresh()
}

// askDate asks for the day an article was published.
func (w *Window) askDate(name string, done func(briefing.Date)) {
	entry := widget.NewEntry()
	entry.PlaceHolder = w.t("details.date-hint")
	problem := widget.NewFlowText(widget.Run{Text: w.t("date.ask", "name", name), Colour: widget.ColorGrey})
	choices := row()
	var s *sheet
	var save func()
	save = func() {
		d, readings, err := app.ParseDate(entry.Text)
		switch {
		case len(readings) > 0:
			w.offer(choices, problem, readings, entry, save)
			s.refresh()
		case err != nil || !d.Known():
			if err != nil {
				problem.Set(widget.Run{Text: w.explain(err), Colour: widget.ColorConflict})
			}
			s.refresh()
		default:
			s.hide()
			done(d)
		}
	}
	s = w.open(sheetLook{title: w.t("date.heading"), content: container.NewVBox(problem, entry, choices), width: 420,
		verb: w.t("date.set"), main: save, focus: entry})
}

// dateSelection asks for the day on which the selected articles, or the one
// shown, were published.
func (w *Window) dateSelection() {
	ids := slices.Clone(w.library.selection())
	shown := w.reader.view.Article()
	if len(ids) == 0 {
		ids = []briefing.ArticleID{shown.ID}
	}
	name := w.t("library.count", "n", len(ids))
	if len(ids) == 1 && shown != nil && shown.ID == ids[0] {
		name = w.articleName(shown)
	}
	w.askDate(name, func(d briefing.Date) { w.setDates(ids, d) })
}

// setDates gives articles a date, and offers to take that back.
func (w *Window) setDates(ids []briefing.ArticleID, d briefing.Date) {
	w.tasks.InOrder(func(ctx context.Context) func() {
		before := map[briefing.ArticleID]briefing.Date{}
		for _, id := range ids {
			a, err := w.app.Article(ctx, id)
			if err == nil {
				before[id] = a.Published
				err = w.app.SetDetails(ctx, id, app.ArticleDetails{Published: &d})
			}
			if err != nil {
				return func() { w.fail(err) }
			}
		}
		return func() {
			w.reloadBriefingAfter(nil)
			w.notifyUndo(w.t("date.given", "n", len(ids), "date", w.date(d)), func(ctx context.Context) error {
				for _, id := range ids {
					was := before[id]
					if err := w.app.SetDetails(ctx, id, app.ArticleDetails{Published: &was}); err != nil {
						return err
					}
				}
				return nil
			}, func() { w.reloadBriefingAfter(nil) })
		}
	})
}

// tagSelection adds tags to the selected articles, or takes them away.
func (w *Window) tagSelection() {
	ids := w.library.selection()
	if len(ids) == 0 {
		return
	}
	entry := widget.NewEntry()
	entry.PlaceHolder = w.t("tag.hint")
	var s *sheet
	save := func() {
		var add, remove []string
		for _, t := range strings.FieldsFunc(entry.Text, func(r rune) bool { return r == ',' || r == ';' }) {
			if t = strings.TrimSpace(t); strings.HasPrefix(t, "-") {
				remove = append(remove, strings.TrimSpace(t[1:]))
			} else if t != "" {
				add = append(add, strings.TrimPrefix(t, "#"))
			}
		}
		s.hide()
		w.tasks.Go(func(ctx context.Context) func() {
			err := w.app.Tag(ctx, ids, add, remove)
			return func() { w.fail(err) }
		})
	}
	s = w.open(sheetLook{title: w.t("tag.heading", "n", len(ids)), content: entry, width: 420, verb: w.t("tag.save"), main: save, focus: entry})
}

// removeSelection takes the selected articles out of the library; it can be
// undone, so nobody is asked.
func (w *Window) removeSelection() {
	ids := slices.Clone(w.library.selection())
	if len(ids) == 0 {
		return
	}
	w.tasks.InOrder(func(ctx context.Context) func() {
		err := w.app.Remove(ctx, ids)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			w.library.list.SetSelected(nil)
			w.library.draft.Hide()
			w.library.pane.Refresh()
			w.library.reload()
			w.notifyUndo(w.t("remove.done", "n", len(ids)), func(ctx context.Context) error { return w.app.PutBack(ctx, ids) }, w.library.reload)
		}
	})
}
