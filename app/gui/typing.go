package gui

import (
	"context"
	"encoding/json"
	"sync"
	"time"

	"example.org/attache/briefing"
)

// typed is what stands in an open line editor and is no edit yet: it is kept
// in the library as it is typed, so that neither quitting nor a crash loses it.
type typed struct {
	Line    briefing.LineID // draftLine for one that is being written
	Section briefing.SectionKind
	Wording briefing.Wording
}

// typingKey is where what is typed in a briefing is kept.
func typingKey(id briefing.BriefingID) string { return "typing:" + string(id) }

// keepDelay is how soon after a key what was typed is kept. With the time that
// writing takes, a second of typing is the most that a crash can cost.
const keepDelay = 100 * time.Millisecond

// typingKeeper keeps what is typed. The library keeps one text for a briefing.
type typingKeeper struct {
	w      *Window
	newest Newest[typing]
	used   bool  // something was kept, or may have been
	asked  int   // number of the last writing that was asked for
	kept   typed // as the library has it
	at     time.Time
	err    error // of the last writing

	mu   sync.Mutex
	done int // number of the last writing that was done
}

// typing is a text to be kept, and how.
type typing struct {
	typed typed
	write func(context.Context, *typed) error
}

func newTypingKeeper(w *Window) *typingKeeper {
	k := &typingKeeper{w: w}
	k.newest = Newest[typing]{Tasks: w.tasks, Delay: keepDelay,
		Do: func(ctx context.Context, x typing) error { return x.write(ctx, &x.typed) }, Done: k.told}
	return k
}

// changed keeps what is in the editor, soon.
func (k *typingKeeper) changed() {
	k.w.hands.move()
	if e := k.w.review.editor; e != nil {
		k.newest.Put(typing{e.typed(), k.writing()})
	}
}

// told shows what became of keeping a text.
func (k *typingKeeper) told(x typing, err error) {
	if k.w.review.editor == nil {
		return // it has become an edit, or was given up
	}
	if k.err = err; err == nil {
		k.kept, k.at = x.typed, k.w.o.Now()
	}
	k.w.status.showSaved()
	k.w.fail(err)
}

// writing returns what keeps a text, or forgets it where that is nil. Of
// several, the one that was asked for last stands, in whatever order they are
// done.
func (k *typingKeeper) writing() func(context.Context, *typed) error {
	id := k.w.brief.ID
	k.asked++
	k.used = true
	number := k.asked
	return func(ctx context.Context, now *typed) error {
		data, err := json.Marshal(now)
		if err != nil {
			return err
		}
		k.mu.Lock()
		defer k.mu.Unlock()
		if number < k.done {
			return nil
		}
		k.done = number
		return k.w.app.SetView(ctx, typingKey(id), data)
	}
}

// flush keeps what is in the editor at once, as when the window closes.
func (k *typingKeeper) flush() {
	e := k.w.review.editor
	if e == nil || !e.differs() {
		return
	}
	k.newest.Cancel()
	now, write := e.typed(), k.writing()
	k.w.tasks.InOrder(func(ctx context.Context) func() {
		err := write(ctx, &now)
		return func() { k.w.fail(err) }
	})
}

// forget drops what was typed: it has become an edit, or was given up.
func (k *typingKeeper) forget() {
	k.newest.Cancel()
	if !k.used {
		return // nothing was kept
	}
	write := k.writing()
	k.used = false
	k.kept, k.at, k.err = typed{}, time.Time{}, nil
	k.w.tasks.InOrder(func(ctx context.Context) func() {
		err := write(ctx, nil)
		return func() { k.w.fail(err) }
	})
}

// load returns what was typed in a briefing and neither saved nor given up.
func (k *typingKeeper) load(ctx context.Context, id briefing.BriefingID) (t typed, ok bool) {
	data, err := k.w.app.View(ctx, typingKey(id))
	if err != nil || data == nil || string(data) == "null" {
		return typed{}, false
	}
	return t, json.Unmarshal(data, &t) == nil && t.Line != ""
}

// back opens the editor again on what was typed. Where its line is gone, it is
// a line of the analyst's that is being written.
func (k *typingKeeper) back(t typed) {
	w := k.w
	l, section, _, ok := w.brief.Find(t.Line)
	if ok && l.Wording.Equal(t.Wording) {
		return // it became an edit, and was only not forgotten any more
	}
	k.kept, k.at, k.used = t, w.o.Now(), true
	switch {
	case ok && !l.Locked:
		w.selectLine(l.ID)
		w.review.edit(l, section)
	default:
		w.writeLine(t.Section)
	}
	w.review.editor.put(t.Wording)
	w.notices.show(notice{text: w.t("typing.back")})
	w.tracer.event("typing back", "line", t.Line, "text", t.Wording.Text)
}

// state says how far what is typed is kept: a key of the status bar's, or ""
// where nothing is being typed.
func (k *typingKeeper) state() string {
	e := k.w.review.editor
	switch {
	case e == nil || !e.differs():
		return ""
	case k.err != nil:
		return "typing.failed"
	case !k.at.IsZero() && k.kept.same(e.typed()):
		return "typing.kept"
	}
	return "typing.open"
}

func (t typed) same(o typed) bool { return t.Line == o.Line && t.Wording.Equal(o.Wording) }

// typed is what stands in the editor.
func (e *lineEditor) typed() typed {
	return typed{Line: e.line.ID, Section: e.section, Wording: e.wording()}
}

// differs reports whether the editor holds anything that would be lost.
func (e *lineEditor) differs() bool {
	if e.line.ID == draftLine {
		return e.wording().Text != ""
	}
	return !e.wording().Equal(e.w.wordingOf(e.line.ID))
}
