package gui

import (
	"context"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// renameBriefing gives the briefing that is open another title.
func (w *Window) renameBriefing() {
	w.review.endEditing()
	line, has := w.brief.Labelled(briefing.TitleLabel)
	entry := widget.NewEntry()
	entry.SetText(line.Headline())
	var s *sheet
	save := func() {
		text := oneLine(entry.Text)
		s.hide()
		if text == "" || text == line.Headline() {
			return
		}
		w.edit(func(b briefing.Briefing) (briefing.Edit, error) { return retitle(b, line, has, text) }, nil)
	}
	s = w.open(sheetLook{title: w.t("briefing.rename"), content: entry, width: 560, verb: w.t("details.save"), main: save, focus: entry})
	entry.SelectAll()
}

// duplicateBriefing opens a copy of the briefing, with a history of its own.
func (w *Window) duplicateBriefing() {
	w.review.endEditing()
	id := w.brief.ID
	w.tasks.InOrder(func(ctx context.Context) func() {
		b, err := w.app.Duplicate(ctx, id)
		return func() {
			w.drafted(b, err)
			if err == nil {
				w.notices.show(notice{text: w.t("briefing.duplicated")})
			}
		}
	})
}
