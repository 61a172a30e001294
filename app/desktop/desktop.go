package desktop

import (
	"errors"

	"example.org/attache/app"
)

// Options say what the window works on.
type Options struct {
	App     *app.App
	Version string
}

// ErrNoWindow means that the window cannot be opened here; the message says
// what is missing.
var ErrNoWindow = errors.New("the window cannot be opened")
