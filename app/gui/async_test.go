package gui

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// queue is the UI goroutine of a test: it runs posted functions when told.
type queue chan func()

func (q queue) post(f func()) { q <- f }

func TestLatestShowsOnlyTheNewest(t *testing.T) {
	q := make(queue, 10)
	l := Latest[string]{Tasks: NewTasks(t.Context(), q.post)}
	slow := make(chan bool)
	var shown []string
	show := func(s string, _ error) { shown = append(shown, s) }
	l.Go(func(context.Context) (string, error) { <-slow; return "old", nil }, show)
	l.Go(func(context.Context) (string, error) { return "new", nil }, show)
	(<-q)()
	close(slow)
	(<-q)()
	if diff := cmp.Diff([]string{"new"}, shown); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
}

func TestLatestCancelsTheOlder(t *testing.T) {
	q := make(queue, 10)
	l := Latest[int]{Tasks: NewTasks(t.Context(), q.post)}
	started, cancelled := make(chan bool), make(chan error, 1)
	l.Go(func(ctx context.Context) (int, error) {
		close(started)
		<-ctx.Done()
		cancelled <- ctx.Err()
		return 1, nil
	}, func(int, error) { t.Error("cancelled work was shown") })
	<-started
	l.Go(func(context.Context) (int, error) { return 2, nil }, func(int, error) {})
	if err := <-cancelled; err == nil {
		t.Error("the older work's context was not cancelled")
	}
	(<-q)()
	(<-q)()
}

func TestInOrderKeepsTheOrder(t *testing.T) {
	q := make(queue, 100)
	tasks := NewTasks(t.Context(), q.post)
	var done, shown []int
	var want []int
	for i := range 50 {
		want = append(want, i)
		tasks.InOrder(func(context.Context) func() {
			done = append(done, i)
			return func() { shown = append(shown, i) }
		})
	}
	for range 50 {
		(<-q)()
	}
	if diff := cmp.Diff(want, done); diff != "" {
		t.Errorf("done (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, shown); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
	if tasks.Busy() {
		t.Error("busy with nothing left to show")
	}
}

func TestStreamLosesNothing(t *testing.T) {
	q := make(queue, 1000)
	var got []int
	s := NewStream(NewTasks(t.Context(), q.post), func(vs []int) { got = append(got, vs...) })
	var want []int
	for i := range 300 {
		want = append(want, i)
		s.Add(i)
		if i%97 == 0 {
			(<-q)()
		}
	}
	for len(q) > 0 {
		(<-q)()
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
}

func TestWatchTellsOfALateFrame(t *testing.T) {
	q := make(queue, 10)
	tasks := NewTasks(t.Context(), q.post)
	defer tasks.Stop()
	var late []time.Duration
	tasks.Watch(40*time.Millisecond, func(d time.Duration) { late = append(late, d) })
	(<-q)() // in time
	next := <-q
	time.Sleep(60 * time.Millisecond)
	next()
	if len(late) != 1 || late[0] < 60*time.Millisecond {
		t.Errorf("told of %v, want one frame late by 60 ms or more", late)
	}
}
