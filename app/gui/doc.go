// Package gui owns the window: its views, menus, keys and theme. Views render
// snapshots of what package app holds and send it commands. It owns no state
// that matters: closing it at any moment loses nothing. async.go is the only
// file with goroutines and with fyne.Do.
package gui
