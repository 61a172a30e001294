//go:build cgo && !nogui && !linux

package desktop

// Elsewhere the system names windows after the program, and ends it with its
// display.

func nameWindows() {}

func whenDisplayIsLost(func()) {}
