//go:build cgo && !nogui && !linux

package desktop

// restWhenIdle does nothing here: how the window library waits on this system
// has not been tried.
func restWhenIdle() {}
