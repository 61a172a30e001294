package gui

import (
	"context"
	"sync"
	"time"
)

// This file is the only one with goroutines. All methods are
// called on the UI goroutine unless they say otherwise; so are the functions
// that show results.

// Tasks runs work away from the UI goroutine and brings results back to it.
type Tasks struct {
	post func(func())
	ctx  context.Context
	stop context.CancelFunc

	mu     sync.Mutex
	busy   int // pieces of work that have not shown their result
	queued []func(context.Context)
	going  bool
}

// NewTasks returns Tasks that end with ctx. post has a function run on the UI
// goroutine; nil is Fyne's own. Tests pass a queue.
func NewTasks(ctx context.Context, post func(func())) *Tasks {
	if post == nil {
		post = OnWindowThread
	}
	ctx, stop := context.WithCancel(ctx)
	return &Tasks{post: post, ctx: ctx, stop: stop}
}

// Stop cancels everything under way.
func (t *Tasks) Stop() { t.stop() }

// Busy reports whether some work has not shown its result yet. It may be
// called from any goroutine.
func (t *Tasks) Busy() bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.busy > 0
}

func (t *Tasks) count(n int) {
	t.mu.Lock()
	t.busy += n
	t.mu.Unlock()
}

// Go runs work, then the function it returns on the UI goroutine; that may be
// nil.
func (t *Tasks) Go(work func(context.Context) (show func())) {
	t.count(1)
	go func() {
		show := work(t.ctx)
		t.post(func() {
			if show != nil && t.ctx.Err() == nil {
				show()
			}
			t.count(-1)
		})
	}()
}

// InOrder is Go for work that must happen one after the other, as given: the
// edits of a briefing.
func (t *Tasks) InOrder(work func(context.Context) (show func())) {
	t.count(1)
	t.mu.Lock()
	t.queued = append(t.queued, func(ctx context.Context) {
		show := work(ctx)
		t.post(func() {
			if show != nil {
				show()
			}
			t.count(-1)
		})
	})
	start := !t.going
	t.going = true
	t.mu.Unlock()
	if start {
		go t.drain()
	}
}

func (t *Tasks) drain() {
	for {
		t.mu.Lock()
		if len(t.queued) == 0 {
			t.going = false
			t.mu.Unlock()
			return
		}
		next := t.queued[0]
		t.queued = t.queued[1:]
		t.mu.Unlock()
		next(context.WithoutCancel(t.ctx)) // an edit given is an edit done
	}
}

// Post has f run on the UI goroutine. It may be called from any goroutine.
func (t *Tasks) Post(f func()) { t.post(f) }

// Beside has f run beside the window, as long as the program runs.
func Beside(f func()) { go f() }

// Idle waits until the work given in order is done, and reports whether that
// was within a time. It may be called from any goroutine.
func (t *Tasks) Idle(limit time.Duration) bool {
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		t.mu.Lock()
		going := t.going
		t.mu.Unlock()
		if !going {
			return true
		}
	}
	return false
}

// Watch calls blocked, on the UI goroutine, each time that goroutine kept
// posted work waiting for longer than limit, with how long it did: a frame
// that came too late. It ends with the tasks. It asks once in a while and so
// costs time itself: for tests of the real window only.
func (t *Tasks) Watch(limit time.Duration, blocked func(time.Duration)) {
	go func() {
		const often = 5 * time.Millisecond
		for t.ctx.Err() == nil {
			posted, ran := time.Now(), make(chan time.Duration, 1)
			t.post(func() {
				late := time.Since(posted)
				if late > limit {
					blocked(late)
				}
				ran <- late
			})
			select {
			case <-ran:
			case <-t.ctx.Done():
			}
			time.Sleep(often)
		}
	}()
}

// Latest runs work of one kind, of which only the newest result is shown:
// starting new work cancels the old.
type Latest[T any] struct {
	Tasks  *Tasks
	Delay  time.Duration // before the work begins, so that typing cancels most of it
	cancel context.CancelFunc
	gen    int
}

// Go starts work in the place of any that is under way.
func (l *Latest[T]) Go(work func(context.Context) (T, error), show func(T, error)) {
	l.Cancel()
	ctx, cancel := context.WithCancel(l.Tasks.ctx)
	l.cancel = cancel
	l.gen++
	gen := l.gen
	l.Tasks.count(1)
	go func() {
		var v T
		var err error
		if l.pause(ctx) {
			v, err = work(ctx)
		}
		l.Tasks.post(func() {
			if gen == l.gen && ctx.Err() == nil {
				show(v, err)
			}
			cancel()
			l.Tasks.count(-1)
		})
	}()
}

// pause waits for the delay and reports whether the work is still wanted.
func (l *Latest[T]) pause(ctx context.Context) bool {
	if l.Delay <= 0 {
		return ctx.Err() == nil
	}
	rest(ctx, l.Delay)
	return ctx.Err() == nil
}

// Cancel ends the work under way; its result is not shown.
func (l *Latest[T]) Cancel() {
	if l.cancel != nil {
		l.cancel()
		l.cancel = nil
	}
	l.gen++
}

// rest waits for a time, or until ctx ends.
func rest(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}

// Pulse does work some time after it is asked for, once however often it is
// asked for meanwhile, and never twice at a time: what is typed is kept without
// waiting for a pause.
type Pulse struct {
	Tasks *Tasks
	Delay time.Duration

	waiting, busy, again bool
	gen                  int
}

// Go asks for work. begin is called on the UI goroutine when the delay is over,
// and returns the work, or nil for none; the work returns what shows its
// result, or nil.
func (p *Pulse) Go(begin func() (work func(context.Context) (show func()))) {
	if p.waiting || p.busy {
		p.again = p.busy // with what is newest then
		return
	}
	p.after(p.Delay, begin)
}

func (p *Pulse) after(delay time.Duration, begin func() (work func(context.Context) (show func()))) {
	p.waiting = true
	gen := p.gen
	p.Tasks.count(1)
	time.AfterFunc(delay, func() {
		p.Tasks.post(func() {
			defer p.Tasks.count(-1)
			if gen != p.gen || p.Tasks.ctx.Err() != nil {
				return
			}
			p.waiting = false
			work := begin()
			if work == nil {
				return
			}
			p.busy = true
			p.Tasks.Go(func(ctx context.Context) func() {
				show := work(ctx)
				return func() {
					p.busy = false
					if gen == p.gen && show != nil {
						show()
					}
					if gen == p.gen && p.again {
						p.again = false
						p.after(0, begin) // it has waited for the work before
					}
				}
			})
		})
	})
}

// Cancel drops work that has not begun; the result of what has is not shown.
func (p *Pulse) Cancel() {
	p.gen++
	p.waiting, p.again = false, false
}

// Newest does something with the newest of many values, away from the UI
// goroutine and without waiting for it: what is typed is kept even while a
// frame is being drawn.
type Newest[T any] struct {
	Tasks *Tasks
	Delay time.Duration // from the first value to the work
	Do    func(context.Context, T) error
	Done  func(T, error) // on the UI goroutine

	mu      sync.Mutex
	value   T
	fresh   bool // value is to be done
	running bool
}

// Put gives a value, which takes the place of one that is not done yet.
func (n *Newest[T]) Put(v T) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.value, n.fresh = v, true
	if !n.running {
		n.running = true
		n.Tasks.count(1)
		go n.run()
	}
}

// Cancel drops a value that is not being done yet.
func (n *Newest[T]) Cancel() {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.fresh = false
}

func (n *Newest[T]) run() {
	defer n.Tasks.count(-1)
	for {
		time.Sleep(n.Delay)
		n.mu.Lock()
		v, fresh := n.value, n.fresh
		n.fresh, n.running = false, fresh
		n.mu.Unlock()
		if !fresh {
			return
		}
		err := n.Do(context.WithoutCancel(n.Tasks.ctx), v)
		n.Tasks.count(1)
		n.Tasks.post(func() {
			n.Done(v, err)
			n.Tasks.count(-1)
		})
	}
}

// Stream brings many small results to the UI goroutine, those that wait
// together in one go: a fast import must not flood the window.
type Stream[T any] struct {
	tasks *Tasks
	show  func([]T)

	mu      sync.Mutex
	waiting []T
	posted  bool
}

// NewStream returns a stream that shows its results with show.
func NewStream[T any](t *Tasks, show func([]T)) *Stream[T] { return &Stream[T]{tasks: t, show: show} }

// Add gives a result. It may be called from any goroutine.
func (s *Stream[T]) Add(v T) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.waiting = append(s.waiting, v)
	if s.posted {
		return
	}
	s.posted = true
	s.tasks.count(1)
	s.tasks.post(func() {
		s.mu.Lock()
		vs := s.waiting
		s.waiting, s.posted = nil, false
		s.mu.Unlock()
		s.show(vs)
		s.tasks.count(-1)
	})
}

// Gate has work wait while it is closed. Wait may be called from any
// goroutine.
type Gate struct {
	mu   sync.Mutex
	open chan struct{} // closed when the gate opens; nil while it is open
}

// Wait returns when the gate is open or ctx ends.
func (g *Gate) Wait(ctx context.Context) {
	g.mu.Lock()
	open := g.open
	g.mu.Unlock()
	if open == nil {
		return
	}
	select {
	case <-open:
	case <-ctx.Done():
	}
}

// SetClosed closes or opens the gate.
func (g *Gate) SetClosed(on bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case on && g.open == nil:
		g.open = make(chan struct{})
	case !on && g.open != nil:
		close(g.open)
		g.open = nil
	}
}
