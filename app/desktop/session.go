//go:build cgo && !nogui

package desktop

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"fyne.io/fyne/v2"

	"example.org/attache/app"
	"example.org/attache/app/gui"
)

// backupDelay is how long the window waits before it makes the day's backup:
// reading all of a large library must not slow the start.
const backupDelay = 20 * time.Second

// session is the libraries and windows of one run of the program: usually one
// of each, and a new pair where a library is opened anew to be read only.
type session struct {
	ctx     context.Context
	options Options
	fyne    fyne.App
	app     *app.App // nil if the library does not open
	window  *gui.Window
	log     *os.File // nil if none can be written
}

// open opens the library and makes the window on it.
func (s *session) open(readOnly bool, said string) (fyne.Window, error) {
	o := s.options.Library
	o.ReadOnly = readOnly
	a, err := app.Open(s.ctx, o)
	if err != nil {
		return nil, err
	}
	if s.options.Prepare != nil && !readOnly {
		if err := s.options.Prepare(a); err != nil {
			return nil, errors.Join(err, a.Close())
		}
	}
	win := s.fyne.NewWindow("Attaché")
	win.SetPadded(false)
	if !readOnly {
		s.keepLog(a.Path())
	}
	var problems io.Writer // a nil file in it would be no nil
	logPath := ""
	if s.log != nil {
		problems, logPath = s.log, s.log.Name()
	}
	w, err := gui.New(s.ctx, gui.Options{
		Log: problems, LogPath: logPath,
		App: a, Fyne: s.fyne, Window: win, Version: s.options.Version, Trace: trace(), Said: said, BackupDelay: backupDelay,
		Open: func(path string) error { return open(s.fyne, path) }, OpenLibrary: openLibrary, Reopen: s.reopen,
	})
	if err != nil {
		win.Close()
		return nil, errors.Join(fmt.Errorf("open the window: %w", err), a.Close())
	}
	s.app, s.window = a, w
	return win, nil
}

// reopen opens the library once more, to be read only, in the place of the
// window there is.
func (s *session) reopen(said string) error {
	old, oldApp := s.window, s.app
	win, err := s.open(true, said)
	if err != nil {
		return err
	}
	win.Show()
	old.CloseThen(func() {
		_ = oldApp.Close() // a damaged library cannot be marked as closed
	})
	return nil
}

// show opens the library, and shows the window on it.
func (s *session) show(readOnly bool, said string) error {
	w, err := s.open(readOnly, said)
	if err != nil {
		return err
	}
	w.Show()
	s.watchClicks(w)
	s.window.Add(s.options.Files)
	return nil
}

// watchClicks tells the library's window of clicks that are lost, once it is on
// the screen.
func (s *session) watchClicks(win fyne.Window) {
	window := s.window
	gui.OnWindowThread(func() { whenClickIsLost(win, window.ClickLost) })
}

// rescue shows why the library does not open, and what can be done.
func (s *session) rescue(reason error) (fyne.Window, error) {
	win := s.fyne.NewWindow("Attaché")
	_, err := gui.NewRescue(s.ctx, gui.RescueOptions{
		Fyne: s.fyne, Window: win, Library: s.options.Library.Library, Reason: reason, Trace: trace(), ReadOnly: s.options.Library.ReadOnly,
		Open: func(readOnly bool, said string) error {
			return s.show(readOnly, said)
		},
		Own: func() error {
			s.options.Library.Library = ""
			return s.show(s.options.Library.ReadOnly, "")
		},
	})
	return win, err
}

// lostLimit is how long the window library has to end once its display is
// gone. It waits for an answer of the display, which does not come.
const lostLimit = 3 * time.Second

// lost ends the program when its display is gone: everything is kept first, and
// the library let go of.
func (s *session) lost() {
	time.AfterFunc(lostLimit, func() { os.Exit(1) })
	gui.OnWindowThread(func() {
		if s.window != nil {
			s.window.KeepLost()
		}
		if s.app != nil {
			_ = s.app.Close() // there is nobody to tell
		}
		os.Exit(1)
	})
}

// quit closes whatever window is open, from any goroutine.
func (s *session) quit() {
	gui.OnWindowThread(func() {
		if s.window != nil {
			s.window.Close()
			return
		}
		s.fyne.Quit()
	})
}
