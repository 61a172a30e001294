package gui

import (
	"context"

	"example.org/attache/briefing"
)

// splitLine cuts the line in two where the caret is. From the list it opens
// the editor, to put the caret there.
func (w *Window) splitLine() {
	if w.review.editor != nil {
		w.review.editor.split()
		return
	}
	l, section, _, ok := w.brief.Find(w.review.list.Selected())
	if _, typing := w.field(); typing || !ok {
		return // the keys are meant for the field
	}
	if section == briefing.DelegationsSection || l.Label != "" {
		w.fail(briefing.ErrWhole)
		return
	}
	w.review.editLine()
	if e := w.review.editor; e != nil {
		e.say(w.t("split.how"), false)
	}
}

// splits reports whether the line is one that can be cut in two.
func (e *lineEditor) splits() bool {
	return e.line.ID != draftLine && e.line.Label == "" && e.section != briefing.DelegationsSection
}

// split cuts the line at the caret, with what was typed in it.
func (e *lineEditor) split() {
	w, id, x := e.host, e.line.ID, e.wording()
	if id == draftLine {
		e.say(w.t("split.draft"), true)
		return
	}
	runes := []rune(e.text.Text)
	before := string(runes[:min(e.text.CursorTextOffset(), len(runes))])
	if e.line.Kind != briefing.QuoteLine {
		before = oneLine(before)
	}
	if _, err := w.shown().Split(id, x, len(before)); err != nil {
		e.say(w.explain(err), true)
		return
	}
	e.close()
	var second briefing.LineID
	w.editOr(func(b briefing.Briefing) (briefing.Edit, error) {
		second = b.OwnID()
		return b.Split(id, x, len(before))
	}, func(briefing.Briefing) { e.typing.forget(); w.selectLine(second) }, func() { e.reopen(x) })
}

// mergeNext puts the line and the next in its section together.
func (w *Window) mergeNext() {
	if _, typing := w.field(); typing && w.review.editor == nil {
		return // the keys are meant for the field
	}
	w.review.endEditing()
	id := w.review.list.Selected()
	w.edit(func(b briefing.Briefing) (briefing.Edit, error) { return w.app.MergeNext(context.Background(), b, id) },
		func(briefing.Briefing) { w.selectLine(id) })
}
