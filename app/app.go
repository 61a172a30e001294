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
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/copies"
	"example.org/attache/store"
)

// Options say which library to open and how.
type Options struct {
	Library    string           // path of the library file; "" is DefaultLibrary
	ReadOnly   bool             // look, change nothing; works while another window writes
	As         string           // who opens it, for those who find it in use: AsWindow, "attache import"
	Wait       time.Duration    // how long to wait for another command to be done writing
	Now        func() time.Time // clock; nil is time.Now
	MaxWorkers int              // files read at a time; 0 is one per processor
}

// App is an open library and what can be done with it.
type App struct {
	options  Options
	lib      atomic.Pointer[store.Library] // replaced by Restore
	events   *broker
	articles *cache[briefing.ArticleID, *briefing.Article]
	rows     *cache[briefing.ArticleID, copies.Rows] // to compare new articles with
	findings *cache[briefing.ArticleID, briefing.Findings]
	// changing is held by whatever changes a briefing or the library as a
	// whole, so that events come in the order of the changes.
	changing sync.Mutex
}

// AsWindow is what a window gives as Options.As.
const AsWindow = store.AsWindow

// IsLibrary reports whether the file at path is a library. It disturbs nobody
// who has it open.
func IsLibrary(ctx context.Context, path string) (bool, error) { return store.IsLibrary(ctx, path) }

// NoLibrary reports whether opening path to write would begin a new library:
// there is no file, or an empty one.
func NoLibrary(path string) bool { return store.Missing(path) }

// IsOlder reports whether the library at path has to be brought up to date,
// which opening it to write does.
func IsOlder(ctx context.Context, path string) bool { return store.IsOlder(ctx, path) }

// LibraryVariable of the environment names the library that is meant where no
// other is named.
const LibraryVariable = "ATTACHE_LIBRARY"

// DefaultLibrary returns the path of the library when none is named: the
// environment's LibraryVariable, or library.db in the folder "attache" of the
// user's own data folder.
func DefaultLibrary() string {
	if path := os.Getenv(LibraryVariable); path != "" {
		return path
	}
	return filepath.Join(dataFolder(), "attache", "library.db")
}

// Open opens the library, and creates it if there is none. It fails with
// store.ErrInUse if another process is writing to it; with ReadOnly it opens
// even then, and fails if there is no library.
func Open(ctx context.Context, o Options) (*App, error) {
	if o.Library == "" {
		o.Library = DefaultLibrary()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.MaxWorkers <= 0 {
		o.MaxWorkers = runtime.NumCPU()
	}
	lib, err := store.Open(ctx, o.Library, store.Options{ReadOnly: o.ReadOnly, As: o.As, Wait: o.Wait, Now: o.Now})
	if err != nil {
		return nil, &LibraryError{o.Library, err}
	}
	a := &App{
		options:  o,
		events:   newBroker(),
		articles: newCache[briefing.ArticleID, *briefing.Article](16 << 20), // bytes of text
		rows:     newCache[briefing.ArticleID, copies.Rows](512 << 10),      // rows, of eight bytes
		findings: newCache[briefing.ArticleID, briefing.Findings](500),      // articles
	}
	a.lib.Store(lib)
	return a, nil
}

// Close tells the subscribers what is left to tell, marks a clean exit and
// closes the library. Work under way fails.
func (a *App) Close() error {
	a.changing.Lock()
	defer a.changing.Unlock()
	a.events.close()
	if err := a.library().Close(); err != nil {
		return &LibraryError{a.Path(), err}
	}
	return nil
}

func (a *App) library() *store.Library { return a.lib.Load() }

// change makes a change to the library and tells of it.
func (a *App) change(e Event, f func(*store.Library) error) error {
	a.changing.Lock()
	defer a.changing.Unlock()
	if err := f(a.library()); err != nil {
		return a.failed(err)
	}
	a.events.publish(e)
	return nil
}

// failed says of an error of the store which library it is about. Errors that
// are about something in the library stay as they are.
func (a *App) failed(err error) error {
	if err == nil {
		return nil
	}
	for _, about := range []error{briefing.ErrNotFound, briefing.ErrConflict, briefing.ErrLocked, briefing.ErrInvented, context.Canceled} {
		if errors.Is(err, about) {
			return err
		}
	}
	return &LibraryError{a.Path(), err}
}

// Path returns the absolute path of the library file.
func (a *App) Path() string { return a.library().Path() }

// ReadOnly reports whether the library was opened to be looked at only.
func (a *App) ReadOnly() bool { return a.library().ReadOnly() }

// ErrInUse means that another process writes to the library.
var ErrInUse = store.ErrInUse

// LibraryError is an error of the library's file, as against one of an
// article's or an export's.
type LibraryError struct {
	Path string
	Err  error
}

func (e *LibraryError) Error() string { return fmt.Sprintf("library %s: %v", e.Path, e.Err) }

// Unwrap returns the error behind it.
func (e *LibraryError) Unwrap() error { return e.Err }
