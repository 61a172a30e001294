//go:build cgo && !nogui

package desktop

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	fapp "fyne.io/fyne/v2/app"

	"example.org/attache/app"
	_ "example.org/attache/app/desktop/locale" // before Fyne
	"example.org/attache/assets"
)

// appID names the program to the desktop.
const appID = "org.example.attache"

// Run opens the window and returns when it is closed or ctx ends. It must be
// called on the main goroutine. It fails with ErrNoWindow where there is no
// display.
func Run(ctx context.Context, o Options) error {
	err := Available()
	if err != nil {
		return err
	}
	makeCache()
	fapp.SetMetadata(fyne.AppMetadata{
		ID: appID, Name: "Attaché", Version: o.Version,
		Migrations: map[string]bool{"fyneDo": true},
	})
	a := still{fapp.NewWithID(appID)}
	fyne.SetCurrentApp(a)
	a.SetIcon(fyne.NewStaticResource("attache.png", assets.Icon("png")))
	s := &session{ctx: ctx, options: o, fyne: a}
	var win fyne.Window
	if o.Ask && app.NoLibrary(o.Library.Library) {
		win, err = s.rescue(fs.ErrNotExist)
	} else {
		win, err = s.open(o.Library.ReadOnly, "")
	}
	if err != nil {
		var library *app.LibraryError
		if !errors.As(err, &library) {
			return err
		}
		if win, err = s.rescue(err); err != nil {
			return err
		}
	}
	stop := context.AfterFunc(ctx, s.quit)
	defer stop()
	a.Lifecycle().SetOnStarted(func() { // before any window is made
		nameWindows()
		restWhenIdle()
		win.Show()
		if s.window != nil {
			s.window.Started()
			s.watchClicks(win)
			s.window.Add(o.Files)
		}
	})
	a.Lifecycle().SetOnEnteredForeground(func() {
		if s.window != nil {
			s.window.Entered()
		}
	})
	whenDisplayIsLost(s.lost)
	err = run(a)
	if s.window != nil {
		s.window.Keep() // the window library's own handler of signals does not wait for ours
	}
	if s.app != nil {
		err = errors.Join(err, s.app.Close())
	}
	return err
}

// run shows the window and returns when the last one is closed. Where the window
// library finds no display that answers, it panics; that is an error here. A
// panic of our own, later, is a fault and stays one.
func run(a fyne.App) (err error) {
	defer func() {
		if p := recover(); p != nil {
			if e, ok := p.(error); ok && strings.HasPrefix(e.Error(), "NotInitialized") {
				err = fmt.Errorf("%w: the display %s does not answer; start it from a desktop, or use the commands (attache help)",
					ErrNoWindow, os.Getenv("DISPLAY")+os.Getenv("WAYLAND_DISPLAY"))
				return
			}
			panic(p)
		}
	}()
	a.Run()
	return nil
}

// makeCache makes the user's cache folder, which Fyne expects to be there and
// complains about in a new account.
func makeCache() {
	if dir, err := os.UserCacheDir(); err == nil {
		_ = os.MkdirAll(filepath.Join(dir, "fyne"), 0o700) // Fyne does without, and says so
	}
}

// still is Fyne's app without animations: a blinking caret alone redraws the
// window twice a second for ever.
type still struct{ fyne.App }

func (s still) Settings() fyne.Settings { return stillSettings{s.App.Settings()} }

type stillSettings struct{ fyne.Settings }

func (stillSettings) ShowAnimations() bool { return false }

// open has the desktop open a file or folder with its own program.
func open(a fyne.App, path string) error {
	abs, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	if _, err := os.Stat(abs); err != nil {
		return fmt.Errorf("open %s: %w", path, err)
	}
	return openPath(a, abs)
}

// openLibrary starts the program once more: a window has one library.
func openLibrary(path string) error {
	program, err := os.Executable()
	if err != nil {
		return fmt.Errorf("open library %s: %w", path, err)
	}
	cmd := exec.Command(program, "--library", path)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("open library %s: %w", path, err)
	}
	return cmd.Process.Release()
}

// trace is where the window's events go when a test drives it from outside.
func trace() io.Writer {
	if os.Getenv("ATTACHE_TRACE_UI") == "" {
		return nil
	}
	return os.Stderr
}
