// Package app holds the use cases: everything a person can do with Attaché,
// as methods of App, called alike by the window and by the command line.
//
// It owns the order in which things happen (read, extract, compose, check,
// write), progress, cancellation, events and the wording of problems. It does
// not own screens, SQL, page layout or file formats: those are the packages
// it calls. Everything here may be called from any goroutine.
package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"
)

// Options say which library to open and how.
type Options struct {
	Library    string           // path of the library file; "" is DefaultLibrary
	ReadOnly   bool             // look, change nothing; works while another window writes
	Now        func() time.Time // clock; nil is time.Now
	MaxWorkers int              // files read at a time; 0 is one per processor
}

// App is an open library and what can be done with it.
type App struct {
	path string
	now  func() time.Time
}

// DefaultLibrary returns the path of the library when none is named: the
// environment's ATTACHE_LIBRARY, or library.db in the folder "attache" of the
// user's own data folder.
func DefaultLibrary() string {
	if path := os.Getenv("ATTACHE_LIBRARY"); path != "" {
		return path
	}
	return filepath.Join(dataFolder(), "attache", "library.db")
}

// dataFolder is where programs keep a user's documents-like data. It is not
// the folder of settings or caches, which clean-up programs empty.
func dataFolder() string {
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return dir
	}
	return userDataFolder()
}

// Open opens the library, and creates it if there is none. It fails with
// store.ErrInUse if another process is writing to it; with ReadOnly it opens
// even then.
func Open(ctx context.Context, o Options) (*App, error) {
	return nil, errors.ErrUnsupported
}

// Close ends the work under way, marks a clean exit and closes the library.
func (a *App) Close() error { return errors.ErrUnsupported }

// Path returns the path of the library file.
func (a *App) Path() string { return a.path }

// ReadOnly reports whether the library was opened to be looked at only.
func (a *App) ReadOnly() bool { return false }
