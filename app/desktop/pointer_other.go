//go:build cgo && !nogui && !linux

package desktop

import "fyne.io/fyne/v2"

// whenClickIsLost does nothing here: the place of every click is known.
func whenClickIsLost(fyne.Window, func()) {}
