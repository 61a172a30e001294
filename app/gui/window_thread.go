package gui

import (
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
)

// This file is the only one with fyne.Do: how work gets to the goroutine of
// windows, from any other.

var (
	waiting atomic.Int64 // pieces of work that have not begun
	begun   atomic.Int64 // when the last one did, in nanoseconds
	wake    atomic.Pointer[func()]
)

// Wake names what wakes the goroutine of windows where it rests.
func Wake(f func()) { wake.Store(&f) }

// Waiting reports whether there is work for the goroutine of windows, or was
// since a time: what it changed may still have to be drawn.
func Waiting(since time.Time) bool {
	return waiting.Load() > 0 || begun.Load() > since.UnixNano()
}

// OnWindowThread has f run on the goroutine of windows. It may be called from
// any goroutine, before there is a Window and after.
func OnWindowThread(f func()) {
	waiting.Add(1) // before it can be asked for
	fyne.Do(func() {
		begun.Store(time.Now().UnixNano())
		waiting.Add(-1)
		f()
	})
	if wakes := wake.Load(); wakes != nil {
		(*wakes)()
	}
}

// OnWindowThreadLater has f run on the goroutine of windows after a time. It
// wakes nobody, and is not waited for.
func OnWindowThreadLater(d time.Duration, f func()) {
	time.AfterFunc(d, func() { fyne.Do(f) })
}
