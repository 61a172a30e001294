package gui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// addToBriefing adds the selected articles to the briefing that is open.
func (w *Window) addToBriefing() { w.addArticles(w.library.selection()) }

// canAdd reports whether articles are selected that the briefing has not.
func (w *Window) canAdd() bool { return w.brief.ID != "" && len(w.fresh(w.library.selection())) > 0 }

// fresh are the articles that the briefing has not.
func (w *Window) fresh(ids []briefing.ArticleID) []briefing.ArticleID {
	return slices.DeleteFunc(slices.Clone(ids), func(a briefing.ArticleID) bool {
		return slices.ContainsFunc(w.brief.Articles, func(r briefing.ArticleRef) bool { return r.ID == a })
	})
}

// addArticles brings what articles say into the briefing, as suggestions: no
// line that the analyst has settled is changed, and one Undo takes all back.
func (w *Window) addArticles(ids []briefing.ArticleID) {
	id, add := w.brief.ID, w.fresh(ids)
	if id == "" || len(add) == 0 {
		return
	}
	w.review.endEditing()
	w.given()
	w.tasks.InOrder(func(ctx context.Context) func() {
		plan, err := w.app.UpdatePlan(ctx, id, add)
		var b briefing.Briefing
		if err == nil {
			b, err = w.app.Update(ctx, id, plan)
		}
		return w.show(ctx, id, b, err, func(briefing.Briefing) { w.tellAdded(plan, len(add)) })
	})
}

// tellAdded says what became of articles that were added.
func (w *Window) tellAdded(plan app.Plan, n int) {
	text := w.t("add-to.done", "n", n) + " " + w.t("add-to.new", "n", len(plan.New))
	if len(plan.Gained) > 0 {
		text += " " + w.t("add-to.gained", "n", len(plan.Gained))
	}
	w.notices.show(notice{text: text, passing: true, actions: []noticeAction{{w.t("cmd.undo"), func() { w.notices.hide(); w.do("undo") }}}})
	if len(plan.New) > 0 {
		w.review.nextWhere(unreviewed)
	}
	w.library.reload()
	w.tracer.event("added to briefing", "articles", n, "lines", len(plan.New))
}

// draggedRows follows articles that are dragged out of the library: over the
// briefing they are added to it.
func (w *Window) draggedRows(at fyne.Position, dropped bool) {
	d := fyne.CurrentApp().Driver()
	pos, size := d.AbsolutePositionForObject(w.review.pane), w.review.pane.Size()
	over := at.X >= pos.X && at.X < pos.X+size.Width && at.Y >= pos.Y && at.Y < pos.Y+size.Height && w.canAdd()
	w.review.pane.SetTarget(over && !dropped)
	if dropped && over {
		w.do("add-to-briefing")
	}
}
