package desktop

import (
	"errors"

	"example.org/attache/app"
)

// Options say what the window works on.
type Options struct {
	Library app.Options
	// Ask has a library that is not there be asked about before it is begun.
	Ask bool
	// Files are added to the library when the window is there.
	Files []string
	// Prepare, if not nil, is called on the library when it is open.
	Prepare func(*app.App) error
	Version string
}

// ErrNoWindow means that the window cannot be opened here; the message says
// what is missing.
var ErrNoWindow = errors.New("the window cannot be opened")
