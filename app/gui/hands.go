package gui

import (
	"context"
	"sync/atomic"
	"time"
)

// hands knows when somebody did something in the window last, so that work in
// the background waits for a pause.
type hands struct{ moved atomic.Int64 } // nanoseconds since 1970

// move takes note of a command, a key or a click.
func (h *hands) move() { h.moved.Store(time.Now().UnixNano()) }

// wait returns when nothing was done for a time, or ctx ends. It may be called
// from any goroutine.
func (h *hands) wait(ctx context.Context, pause time.Duration) {
	for ctx.Err() == nil {
		left := pause - time.Since(time.Unix(0, h.moved.Load()))
		if left <= 0 {
			return
		}
		rest(ctx, left)
	}
}

// atWork is hands.move for the panes.
func (w *Window) atWork() { w.hands.move() }
