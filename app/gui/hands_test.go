package gui

import (
	"context"
	"testing"
	"time"
)

// TestWaitsForAPause: what is done in the background goes on when nobody has
// done anything for a while, and no sooner.
func TestWaitsForAPause(t *testing.T) {
	const pause = 200 * time.Millisecond
	var h hands
	begun := time.Now()
	if h.wait(t.Context(), pause); time.Since(begun) >= pause {
		t.Error("it waits where nobody has done anything")
	}
	h.move()
	for range 3 {
		h.move()
	}
	if h.wait(t.Context(), pause); time.Since(begun) < pause {
		t.Errorf("it went on after %v", time.Since(begun))
	}
	ended, end := context.WithCancel(t.Context())
	end()
	h.move()
	begun = time.Now()
	if h.wait(ended, time.Hour); time.Since(begun) > time.Minute {
		t.Error("it waits when there is nothing left to do")
	}
}
