package gui

import "example.org/attache/briefing"

// repairOffer is a change to one line that other lines could have, too.
type repairOffer struct {
	line briefing.LineID
	old  briefing.Wording // the line's before the change
	n    int              // other lines
}

// offerRepair offers to bring a change to the other lines that had the same
// name, title or side, if there are any, and says if the change is remembered
// for later articles.
func (w *Window) offerRepair(id briefing.LineID, old briefing.Wording, taught bool) {
	n := len(w.brief.Repair(id, old).Edits)
	if n == 0 {
		if taught {
			w.notices.show(notice{text: w.t("learnt.remembered"), actions: w.undoAction(true), passing: true})
		}
		return
	}
	w.repair = &repairOffer{id, old, n}
	text := w.t("repair.offer", "n", n)
	if taught {
		text += " " + w.t("learnt.remembered")
	}
	w.notices.show(notice{text: text, actions: []noticeAction{
		{w.t("repair.apply"), func() { w.do("also-use") }},
		{w.t("repair.not-now"), w.dropRepair},
	}})
	w.refreshMenu()
	w.hint()
}

// dropRepair takes the offer away: it is answered, or something else was done.
func (w *Window) dropRepair() {
	if w.repair == nil {
		return
	}
	w.repair = nil
	w.notices.hide()
	w.refreshMenu()
	w.hint()
}

// alsoUse makes the change in the other lines: one edit, and one undo.
func (w *Window) alsoUse() {
	r := *w.repair
	w.edit(func(b briefing.Briefing) (briefing.Edit, error) {
		e := b.Repair(r.line, r.old)
		e.Edits = append(e.Edits, b.RepairLessons(r.line, r.old)...)
		return e, nil
	}, nil)
}
