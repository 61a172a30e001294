//go:build cgo && !nogui && linux

package desktop

import (
	"os"
	"path/filepath"

	"github.com/go-gl/glfw/v3.4/glfw"
	"golang.org/x/sys/unix"

	"example.org/attache/app/gui"
)

// nameWindows gives windows the program's id, by which a desktop finds their
// icon: Fyne leaves it empty under Wayland. It works between the start of the
// window library and the first window.
func nameWindows() {
	glfw.WindowHintString(glfw.WaylandAppID, appID)
	glfw.WindowHintString(glfw.X11ClassName, appID)
	glfw.WindowHintString(glfw.X11InstanceName, appID)
}

// whenDisplayIsLost calls lost when the Wayland compositor ends. The window
// library goes on without one, with the library locked; under X it ends.
func whenDisplayIsLost(lost func()) {
	socket := os.Getenv("WAYLAND_DISPLAY")
	if socket == "" {
		return
	}
	if !filepath.IsAbs(socket) {
		socket = filepath.Join(os.Getenv("XDG_RUNTIME_DIR"), socket)
	}
	// A connection of our own that says nothing and hears of the end.
	fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return // the window works without
	}
	if err := unix.Connect(fd, &unix.SockaddrUnix{Name: socket}); err != nil {
		_ = unix.Close(fd)
		return
	}
	gui.Beside(func() {
		defer unix.Close(fd)
		for {
			fds := []unix.PollFd{{Fd: int32(fd)}} // a hang-up is told of unasked
			switch _, err := unix.Poll(fds, -1); {
			case err == unix.EINTR:
			case err != nil:
				return
			case fds[0].Revents&(unix.POLLHUP|unix.POLLERR|unix.POLLNVAL) != 0:
				lost()
				return
			}
		}
	})
}
