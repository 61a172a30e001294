//go:build cgo && !nogui && linux

package desktop

import (
	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// pointer knows whether the place of the pointer is known. Under Wayland the
// window library is told where it comes into the window and does not pass that
// on: until it has moved, a click would go to where it was last.
type pointer struct{ lost bool }

func (p *pointer) entered(in bool) { p.lost = in }
func (p *pointer) moved()          { p.lost = false }

// whenClickIsLost calls lost in the place of a click whose place is not known.
// It is called on the window's thread, when the window is there.
func whenClickIsLost(win fyne.Window, lost func()) {
	desktop, ok := win.(interface{ RunWithContext(func()) })
	if !ok {
		return
	}
	desktop.RunWithContext(func() {
		native := glfw.GetCurrentContext()
		if native == nil {
			return
		}
		var p pointer
		var move glfw.CursorPosCallback
		var click glfw.MouseButtonCallback
		native.SetCursorEnterCallback(func(_ *glfw.Window, in bool) { p.entered(in) })
		move = native.SetCursorPosCallback(func(w *glfw.Window, x, y float64) {
			p.moved()
			move(w, x, y)
		})
		click = native.SetMouseButtonCallback(func(w *glfw.Window, button glfw.MouseButton, action glfw.Action, mods glfw.ModifierKey) {
			switch {
			case !p.lost:
				click(w, button, action, mods)
			case action == glfw.Press:
				lost()
			}
		})
	})
}
