package desktop

import (
	"context"
	"errors"

	"example.org/attache/app"
)

// TODO: goes when the real Options, Available and Run are here.

// Options say what to open the window on.
type Options struct {
	App     *app.App
	Version string
}

// Available tells why no window can be opened; nil if one can.
func Available() error { return errors.New("this build has no window") }

// Run opens the window and returns when it is closed.
func Run(ctx context.Context, o Options) error { return Available() }
