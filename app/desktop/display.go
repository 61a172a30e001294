//go:build cgo && !nogui

package desktop

import (
	"fmt"
	"os"
	"runtime"
)

// Available returns nil if a window can be opened here: on Linux and the BSDs,
// if there is an X or Wayland display. Without one the window library panics.
func Available() error {
	switch runtime.GOOS {
	case "windows", "darwin":
		return nil
	}
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return fmt.Errorf("%w: there is no display (neither DISPLAY nor WAYLAND_DISPLAY is set); "+
			"start it from a desktop, or use the commands (attache help)", ErrNoWindow)
	}
	return nil
}
