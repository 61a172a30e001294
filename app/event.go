package app

import (
	"slices"
	"sync"

	"example.org/attache/briefing"
)

// EventKind says what changed.
type EventKind string

// The kinds of events.
const (
	ArticlesAdded   EventKind = "articles added"
	ArticlesChanged EventKind = "articles changed" // details or tags
	ArticlesRemoved EventKind = "articles removed" // or put back: the list is to be read anew
	BriefingAdded   EventKind = "briefing added"
	BriefingChanged EventKind = "briefing changed" // edited, undone, redone, updated
	BriefingRemoved EventKind = "briefing removed" // or put back
	SearchesChanged EventKind = "searches changed"
	SettingsChanged EventKind = "settings changed"
	LearntChanged   EventKind = "learnt changed"   // in the list itself
	FactsChanged    EventKind = "facts changed"    // more of what ReadFacts reads is kept
	LibraryReplaced EventKind = "library replaced" // a backup was restored: read everything anew
)

// Event tells a face of the program that what it shows is out of date.
type Event struct {
	Kind     EventKind
	Articles []briefing.ArticleID
	Briefing briefing.BriefingID
}

// Subscribe has f called after every change, until cancel is called. f is
// called on no particular goroutine, one event at a time in the order of the
// changes; it may call back into the App. What happened before Close is
// still told.
func (a *App) Subscribe(f func(Event)) (cancel func()) { return a.events.subscribe(f) }

// broker hands events to subscribers. Whoever publishes does not wait.
type broker struct {
	mu     sync.Mutex
	more   *sync.Cond // of queue and closed
	queue  []Event
	closed bool
	next   int
	subs   []subscriber
}

type subscriber struct {
	number int
	f      func(Event)
}

func newBroker() *broker {
	b := &broker{}
	b.more = sync.NewCond(&b.mu)
	go b.run()
	return b
}

func (b *broker) subscribe(f func(Event)) (cancel func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.next++
	number := b.next
	b.subs = append(slices.Clone(b.subs), subscriber{number, f})
	return func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		b.subs = slices.DeleteFunc(slices.Clone(b.subs), func(s subscriber) bool { return s.number == number })
	}
}

func (b *broker) publish(e Event) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if !b.closed {
		b.queue = append(b.queue, e)
		b.more.Signal()
	}
}

// close ends the broker once what was published is delivered. It does not
// wait for that.
func (b *broker) close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.closed = true
	b.more.Signal()
}

func (b *broker) run() {
	for {
		b.mu.Lock()
		for len(b.queue) == 0 && !b.closed {
			b.more.Wait()
		}
		if len(b.queue) == 0 {
			b.mu.Unlock()
			return
		}
		e, subs := b.queue[0], b.subs
		b.queue = b.queue[1:]
		b.mu.Unlock()
		for _, s := range subs {
			s.f(e)
		}
	}
}
