//go:build !cgo || nogui

package desktop

import (
	"context"
	"fmt"
)

// Available says why there is no window in this build.
func Available() error {
	return fmt.Errorf("%w: this program was built without it; build with CGO_ENABLED=1 and without -tags nogui, "+
		"or use the commands (attache help)", ErrNoWindow)
}

// Run fails with what Available returns.
func Run(context.Context, Options) error { return Available() }
