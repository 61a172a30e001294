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
	host   typingHost
	store  viewStore
	newest Newest[typing]
	used   bool  // something was kept, or may have been
	asked  int   // number of the last writing that was asked for
	kept   typed // as the library has it
	at     time.Time
	err    error // of the last writing

	mu   sync.Mutex
	done int // number of the last writing that was done
}

// typingHost is what keeping it needs of the window.
type typingHost interface {
	tools
	atWork()
	now() time.Time
	fail(error)
	shown() briefing.Briefing
	editor() *lineEditor // nil: none is open
	showSaved()
}

// viewStore keeps what belongs to the window's state.
type viewStore interface {
	View(ctx context.Context, key string) (json.RawMessage, error)
	SetView(ctx context.Context, key string, data json.RawMessage) error
}

// typing is a text to be kept, and how.
type typing struct {
	typed typed
	write func(context.Context, *typed) error
}

func newTypingKeeper(host typingHost, store viewStore) *typingKeeper {
	k := &typingKeeper{host: host, store: store}
	k.newest = Newest[typing]{Tasks: host.work(), Delay: keepDelay,
		Do: func(ctx context.Context, x typing) error { return x.write(ctx, &x.typed) }, Done: k.told}
	return k
}

// changed keeps what is in the editor, soon.
func (k *typingKeeper) changed() {
	k.host.atWork()
	if e := k.host.editor(); e != nil {
		k.newest.Put(typing{e.typed(), k.writing()})
	}
}

// told shows what became of keeping a text.
func (k *typingKeeper) told(x typing, err error) {
	if k.host.editor() == nil {
		return // it has become an edit, or was given up
	}
	if k.err = err; err == nil {
		k.kept, k.at = x.typed, k.host.now()
	}
	k.host.showSaved()
	k.host.fail(err)
}

// writing returns what keeps a text, or forgets it where that is nil. Of
// several, the one that was asked for last stands, in whatever order they are
// done.
func (k *typingKeeper) writing() func(context.Context, *typed) error {
	id := k.host.shown().ID
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
		return k.store.SetView(ctx, typingKey(id), data)
	}
}

// flush keeps what is in the editor at once, as when the window closes.
func (k *typingKeeper) flush() {
	e := k.host.editor()
	if e == nil || !e.differs() {
		return
	}
	k.newest.Cancel()
	now, write := e.typed(), k.writing()
	k.host.work().InOrder(func(ctx context.Context) func() {
		err := write(ctx, &now)
		return func() { k.host.fail(err) }
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
	k.host.work().InOrder(func(ctx context.Context) func() {
		err := write(ctx, nil)
		return func() { k.host.fail(err) }
	})
}

// load returns what was typed in a briefing and neither saved nor given up.
func (k *typingKeeper) load(ctx context.Context, id briefing.BriefingID) (t typed, ok bool) {
	data, err := k.store.View(ctx, typingKey(id))
	if err != nil || data == nil || string(data) == "null" {
		return typed{}, false
	}
	return t, json.Unmarshal(data, &t) == nil && t.Line != ""
}

// took takes note of what was kept before, and stands in the editor again.
func (k *typingKeeper) took(t typed) { k.kept, k.at, k.used = t, k.host.now(), true }

// state says how far what is typed is kept: a key of the status bar's, or ""
// where nothing is being typed.
func (k *typingKeeper) state() string {
	e := k.host.editor()
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
	return !e.wording().Equal(e.saved())
}
