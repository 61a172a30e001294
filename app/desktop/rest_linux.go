//go:build cgo && !nogui && linux

package desktop

import (
	"time"

	"github.com/go-gl/glfw/v3.4/glfw"

	"example.org/attache/app/gui"
)

// The toolkit's loop wakes sixty times a second, whether anything happens or
// not, and looks for keys only then. While nothing happens, it is made to wait
// inside a piece of work of ours for the display to tell of something. A key is
// then heard at once, and a window at rest, or minimised, costs next to nothing.

const (
	// restAfter is how long after something has happened the loop rests.
	restAfter = 400 * time.Millisecond
	// restLimit is how long it rests at most: what other threads of the toolkit
	// have it do waits as long. Our own wake it.
	restLimit = time.Second
	// At first it rests shortly: what the toolkit does a little later itself, such
	// as telling one click from two, must not be late.
	shortRest, shortRests = 40 * time.Millisecond, 12
)

// restWhenIdle has the window's thread rest while nothing happens. It is called
// once, on that thread, when the window library has started.
func restWhenIdle() {
	gui.Wake(glfw.PostEmptyEvent)
	quiet := 0 // times it has rested and nothing happened
	var turn func()
	turn = func() {
		limit := restLimit
		if quiet < shortRests {
			limit = shortRest
		}
		begun := time.Now()
		if gui.Waiting(begun.Add(-restAfter)) {
			quiet = 0
			gui.OnWindowThreadLater(restAfter, turn)
			return
		}
		glfw.WaitEventsTimeout(limit.Seconds())
		if time.Since(begun) < limit {
			quiet = 0
			gui.OnWindowThreadLater(restAfter, turn)
			return
		}
		quiet++
		gui.OnWindowThreadLater(0, turn) // the toolkit has its turn between
	}
	gui.OnWindowThreadLater(restAfter, turn)
}
