package gui

import (
	"context"
	"sync"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// editTarget is the newest briefing as the library has it: what the next edit
// is made on, even while the window still shows an older one.
type editTarget struct {
	mu sync.Mutex
	b  briefing.Briefing
}

func (t *editTarget) get() briefing.Briefing {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.b
}

func (t *editTarget) set(b briefing.Briefing) {
	t.mu.Lock()
	t.b = b
	t.mu.Unlock()
}

// OpenBriefing shows a briefing of the library.
func (w *Window) OpenBriefing(id briefing.BriefingID) {
	if id == "" || id == w.brief.ID {
		return
	}
	w.review.endEditing()
	w.tasks.InOrder(func(ctx context.Context) func() {
		b, err := w.app.Briefing(ctx, id)
		if err != nil {
			return func() { w.fail(err) }
		}
		h, err := w.app.History(ctx, id)
		w.editable.set(b)
		was, typed := w.typing.load(ctx, id)
		return func() {
			w.fail(err)
			w.showBriefing(b, h)
			if typed {
				defer w.review.back(was)
			}
			line := w.view.Line
			w.view.Line = ""
			if _, _, _, ok := b.Find(line); !ok {
				line = w.review.first()
			}
			w.selectLine(line)
		}
	})
}

func (w *Window) reloadBriefing() {
	id := w.brief.ID
	w.tasks.InOrder(func(ctx context.Context) func() {
		b, err := w.app.Briefing(ctx, id)
		h, _ := w.app.History(ctx, id)
		if err != nil {
			return func() { w.fail(err) }
		}
		w.editable.set(b)
		return func() { w.showBriefing(b, h) }
	})
}

// showBriefing shows a snapshot.
func (w *Window) showBriefing(b briefing.Briefing, h app.History) {
	other := b.ID != w.brief.ID
	w.brief, w.history = b, h
	if other {
		w.dropRepair()
		w.savedAt = w.o.Now()
		if b.ID == "" && w.reader.previewing {
			w.togglePreview()
		}
	}
	w.review.show(b)
	w.reader.tell()
	w.reader.highlight()
	w.preview.update(b)
	w.showSaved()
	w.updateTitle()
	w.refreshMenu()
	w.hint()
	if other {
		w.library.briefings.show()
	}
	done, all := b.Progress()
	w.tracer.event("briefing", "id", b.ID, "title", b.Title(), "reviewed", done, "lines", all, "undo", h.Undo, "redo", h.Redo)
}

// edit makes one edit on the newest briefing and saves it. Edits are done in
// the order given; then is called with the result shown. Where the edit is not
// kept, the selection goes back to the line it was about.
func (w *Window) edit(change func(briefing.Briefing) (briefing.Edit, error), then func(briefing.Briefing)) {
	at := w.review.list.Selected()
	w.editOr(change, then, func() { w.selectLine(at) })
}

// editOr is edit, and calls failed where the edit is not kept.
func (w *Window) editOr(change func(briefing.Briefing) (briefing.Edit, error), then func(briefing.Briefing), failed func()) {
	id := w.brief.ID
	if id == "" {
		return
	}
	w.dropRepair()
	w.notices.pass()
	w.given()
	w.tasks.InOrder(func(ctx context.Context) func() {
		b := w.editable.get()
		if b.ID != id {
			return func() { w.saved(nil) }
		}
		e, err := change(b)
		if err == nil {
			b, err = w.app.Do(ctx, id, e)
		}
		show := w.show(ctx, id, b, err, then)
		return func() {
			show()
			if err != nil && w.brief.ID == id {
				failed()
			}
		}
	})
}

// show returns what shows the outcome of an edit.
func (w *Window) show(ctx context.Context, id briefing.BriefingID, b briefing.Briefing, err error, then func(briefing.Briefing)) func() {
	if err != nil {
		return func() { w.saved(err) }
	}
	w.editable.set(b)
	h, herr := w.app.History(ctx, id)
	return func() {
		w.saved(herr)
		if w.brief.ID != id {
			return
		}
		w.showBriefing(b, h)
		if then != nil {
			then(b)
		}
	}
}

func (w *Window) given() {
	w.pending++
	w.showSaved()
}

func (w *Window) saved(err error) {
	w.pending--
	w.unsaved = err
	if err == nil {
		w.savedAt = w.o.Now()
		w.backUpSoon()
	}
	w.showSaved()
	w.fail(err)
}

// undo takes back the last edit; in a text field, the last typing; in a sheet,
// the last change there.
func (w *Window) undo() {
	if w.forwarded(undoTyping) {
		return
	}
	if s := w.topSheet(); s != nil {
		if s.undo != nil {
			s.undo()
		}
		return
	}
	w.walk(w.app.Undo, "undone")
}

func (w *Window) redo() {
	if w.forwarded(redoTyping) {
		return
	}
	if s := w.topSheet(); s != nil {
		if s.redo != nil {
			s.redo()
		}
		return
	}
	w.walk(w.app.Redo, "redone")
}

func (w *Window) walk(step func(context.Context, briefing.BriefingID) (briefing.Briefing, string, error), event string) {
	id := w.brief.ID
	if id == "" {
		return
	}
	w.review.endEditing()
	w.dropRepair()
	w.notices.pass()
	w.given()
	before := w.brief
	w.tasks.InOrder(func(ctx context.Context) func() {
		b, name, err := step(ctx, id)
		return w.show(ctx, id, b, err, func(now briefing.Briefing) {
			w.tracer.event(event, "name", name)
			if line := changedLine(before, now); line != "" {
				w.selectLine(line)
			}
		})
	})
}

// changedLine returns the first line that differs, so that what was undone is
// in view.
func changedLine(before, now briefing.Briefing) briefing.LineID {
	for _, s := range now.Sections {
		for i, l := range s.Lines {
			old, section, j, ok := before.Find(l.ID)
			if !ok || section != s.Kind || !sameLine(old, l) {
				return l.ID
			}
			if i != j && len(before.Section(s.Kind).Lines) == len(s.Lines) {
				return l.ID
			}
		}
	}
	return ""
}

func sameLine(a, b briefing.Line) bool {
	return a.Wording.Equal(b.Wording) && a.Status == b.Status && a.Locked == b.Locked &&
		a.Pinned == b.Pinned && a.Marking == b.Marking && a.Label == b.Label
}

// lineOf is a line of the briefing shown, and its section.
func (w *Window) lineOf(id briefing.LineID) (briefing.Line, briefing.SectionKind) {
	l, section, _, _ := w.brief.Find(id)
	return l, section
}

// shown is the briefing shown; its ID is "" if none is.
func (w *Window) shown() briefing.Briefing { return w.brief }

// showSaved has the status bar say how far all is kept.
func (w *Window) showSaved() {
	typing := w.typing.state()
	w.status.showSaved(savedState{readOnly: w.app.ReadOnly(), pending: w.pending > 0, failed: typing == "typing.failed" || w.unsaved != nil,
		typing: typing, typedAt: w.typing.at, savedAt: w.savedAt, open: w.brief.ID != ""})
}
