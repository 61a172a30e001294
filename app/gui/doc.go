// Package gui owns the window: its views, menus, keys and theme. Views render
// snapshots of what package app holds and send it commands. It owns no state
// that matters: closing it at any moment loses nothing. async.go is the only
// file with goroutines, window_thread.go the only one with fyne.Do.
//
// Each part says at its top, in an interface named after it, what it needs of
// the window, and what of the library: readerHost and readerStore for the
// reader. host.go is what the window answers beyond what it does anyway.
package gui
