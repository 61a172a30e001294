package gui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/container"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// showUpdate says what bringing the briefing up to date would do, with the
// articles selected in the library added, and does it if told.
func (w *Window) showUpdate() {
	id := w.brief.ID
	add := slices.DeleteFunc(w.library.selection(), func(a briefing.ArticleID) bool {
		return slices.ContainsFunc(w.brief.Articles, func(r briefing.ArticleRef) bool { return r.ID == a })
	})
	w.tasks.InOrder(func(ctx context.Context) func() {
		plan, err := w.app.UpdatePlan(ctx, id, add)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			if plan.Empty() {
				w.notices.show(notice{text: w.t("update.nothing")})
				return
			}
			w.offerUpdate(id, plan, len(add))
		}
	})
}

func (w *Window) offerUpdate(id briefing.BriefingID, plan app.Plan, added int) {
	var runs []widget.Run
	say := func(sign, key string, n int) {
		if n == 0 {
			return
		}
		if len(runs) > 0 {
			runs = append(runs, widget.Run{Text: "\n"})
		}
		runs = append(runs, widget.Run{Text: sign + "  ", Style: widget.SansBold, Colour: widget.ColorNavy}, widget.Run{Text: w.t(key, "n", n)})
	}
	say("+", "update.new", len(plan.New))
	say("↑", "update.gained", len(plan.Gained))
	say("~", "update.changed", len(plan.Changed))
	say("=", "update.kept", len(plan.Kept))
	say("◇", "update.gone", len(plan.Gone))
	runs = append(runs, widget.Run{Text: "\n"}, widget.Run{Text: w.t("update.safe"), Colour: widget.ColorVerified})
	var s *sheet
	s = w.sheet(w.t("update.heading", "n", added), container.NewPadded(widget.NewFlowText(runs...)), 560, w.t("update.update"), func() {
		s.hide()
		w.given()
		w.tasks.InOrder(func(ctx context.Context) func() {
			b, err := w.app.Update(ctx, id, plan)
			return w.show(ctx, id, b, err, nil)
		})
	})
}
