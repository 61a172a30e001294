package gui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2/container"

	"example.org/attache/app"
	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// historySheet lists what was done to a briefing, newest first, with the words
// before and after, and brings a wording back.
type historySheet struct {
	host   historyHost
	rows   []pastWording
	list   *widget.PickList
	detail *widget.FlowText
	back   *widget.Button
	sheet  *sheet
}

// pastWording is a step of the history, or a version of one line.
type pastWording struct {
	title, caption string
	undone         bool
	change         app.Change
	rule           briefing.RuleID
}

// historyHost is what the sheet needs of the window.
type historyHost interface {
	sheetHost
	editName(string) string // what an edit is called
	shown() briefing.Briefing
	selectedLine() briefing.LineID
	selectLine(briefing.LineID)
	edit(change func(briefing.Briefing) (briefing.Edit, error), then func(briefing.Briefing))
}

// historyStore is what it asks of the library.
type historyStore interface {
	Steps(context.Context, briefing.BriefingID) ([]app.PastStep, error)
	LineHistory(context.Context, briefing.BriefingID, briefing.LineID) ([]app.LineVersion, error)
}

// showHistory lists every step.
func showHistory(w historyHost, store historyStore) {
	id := w.shown().ID
	w.work().Go(func(ctx context.Context) func() {
		steps, err := store.Steps(ctx, id)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			var rows []pastWording
			for _, s := range slices.Backward(steps) {
				rows = append(rows, pastStep(w, s))
			}
			title := w.t("cmd.history")
			if len(steps) > 0 {
				title = w.t("history.heading", "n", len(steps))
			}
			openHistory(w, title, rows)
		}
	})
}

func pastStep(w historyHost, s app.PastStep) pastWording {
	row := pastWording{title: w.editName(s.Name), caption: s.At.Local().Format("2006-01-02 15:04:05"), undone: s.Undone}
	if len(s.Changes) > 0 {
		row.change = s.Changes[0]
		if words := changedWords(row.change); words != "" {
			row.title += " · " + words
		}
	}
	if n := len(s.Changes); n > 1 {
		row.caption += " · " + w.t("history.lines", "n", n)
	}
	if s.Undone {
		row.caption += " · " + w.t("history.undone")
	}
	return row
}

// changedWords are the words of a line that was changed, as it is after.
func changedWords(c app.Change) string {
	if c.After.ID != "" {
		return inWords(c.After)
	}
	return inWords(c.Before)
}

// showLineHistory lists the versions of the selected line, the newest first.
func showLineHistory(w historyHost, store historyStore) {
	id, line := w.shown().ID, w.selectedLine()
	w.work().Go(func(ctx context.Context) func() {
		versions, err := store.LineHistory(ctx, id, line)
		return func() {
			if err != nil {
				w.fail(err)
				return
			}
			var rows []pastWording
			var before briefing.Line
			for _, v := range versions {
				name := w.editName(v.Name)
				if v.Seq == 0 {
					name = w.t("history.drafted")
				}
				row := pastWording{title: name + " · " + inWords(v.Line), caption: v.At.Local().Format("2006-01-02 15:04:05") + " · " + statusWord(w, v.Line),
					change: app.Change{Before: before, After: v.Line}, rule: v.Line.Rule}
				before = v.Line
				rows = append([]pastWording{row}, rows...)
			}
			openHistory(w, w.t("cmd.line-history"), rows)
		}
	})
}

func openHistory(w historyHost, title string, rows []pastWording) *historySheet {
	h := &historySheet{host: w, rows: rows, list: widget.NewPickList(), detail: widget.NewFlowText()}
	h.list.Single = true
	h.list.Row = h.row
	h.list.OnSelect = h.tell
	h.back = w.button(w.t("history.restore"), nil, h.restore)
	list, room := w.roomFor(h.list, 300)
	content := container.NewVBox(list, container.NewPadded(h.detail))
	h.sheet = w.open(sheetLook{title: title, content: content, width: 680, more: []*widget.Button{h.back}, focus: h.list.Focusable()})
	h.sheet.shows = h
	h.list.Reset(len(rows), 0)
	room.settle()
	h.list.First()
	h.tell()
	return h
}

func (h *historySheet) row(i int) (widget.PickRow, bool) {
	if i >= len(h.rows) {
		return widget.PickRow{}, false
	}
	r := h.rows[i]
	mark := widget.MarkEdited
	switch {
	case r.undone:
		mark = widget.MarkLeftOut
	case r.change.After.ID != "":
		mark = widget.MarkOf(r.change.After)
	}
	return widget.PickRow{ID: day(i), Title: r.title, Caption: r.caption, Mark: mark, Faint: r.undone}, true
}

// current is the row with the caret.
func (h *historySheet) current() (pastWording, bool) {
	for i, r := range h.rows {
		if h.list.Current() == day(i) {
			return r, true
		}
	}
	return pastWording{}, false
}

// wanted is the wording that a row brings back: the one before the step, or
// where that is the line's still, the one after it.
func (h *historySheet) wanted(r pastWording) (briefing.LineID, briefing.Wording, bool) {
	for _, l := range []briefing.Line{r.change.Before, r.change.After} {
		now, _, _, ok := h.host.shown().Find(l.ID)
		if ok && !now.Locked && !now.Wording.Equal(l.Wording) {
			return l.ID, l.Wording, true
		}
	}
	return "", briefing.Wording{}, false
}

// tell shows the words before and after.
func (h *historySheet) tell() {
	w := h.host
	r, ok := h.current()
	if !ok {
		h.detail.Set(widget.Run{Text: w.t("history.none"), Colour: widget.ColorGrey})
		able(h.back, false)
		if h.sheet != nil {
			h.sheet.refresh()
		}
		return
	}
	var runs []widget.Run
	say := func(key, text string) {
		if text == "" {
			return
		}
		if len(runs) > 0 {
			runs = append(runs, widget.Run{Text: "\n"})
		}
		runs = append(runs, widget.Run{Text: w.t(key) + "  ", Size: 0.86, Colour: widget.ColorGrey}, widget.Run{Text: text})
	}
	before, after := fullWords(r.change.Before), fullWords(r.change.After)
	if before == after {
		say("history.words", after)
	} else {
		say("history.before", before)
		say("history.after", after)
	}
	if was, now := r.change.Before.Status, r.change.After.Status; was != "" && now != "" && was != now {
		say("history.status", statusWord(w, r.change.Before)+" → "+statusWord(w, r.change.After))
	}
	say("history.rule", string(r.rule))
	h.detail.Set(runs...)
	_, _, can := h.wanted(r)
	able(h.back, can)
	if h.sheet != nil {
		h.sheet.refresh()
	}
}

// fullWords are all words of a line that are printed.
func fullWords(l briefing.Line) string {
	switch {
	case l.ID == "":
		return ""
	case l.Kind == briefing.QuoteLine && l.Speaker != "":
		return "“" + inWords(l) + "” — " + l.Speaker
	case l.Kind == briefing.QuoteLine:
		return "“" + inWords(l) + "”"
	case l.Title != "":
		return inWords(l) + ", " + l.Title
	}
	return inWords(l)
}

// restore gives the line the wording back.
func (h *historySheet) restore() {
	r, ok := h.current()
	if !ok {
		return
	}
	id, x, ok := h.wanted(r)
	if !ok {
		return
	}
	h.sheet.hide()
	h.host.selectLine(id)
	h.host.edit(func(b briefing.Briefing) (briefing.Edit, error) { return b.Reword(id, x) }, func(briefing.Briefing) { h.host.selectLine(id) })
}
