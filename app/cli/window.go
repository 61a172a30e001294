package cli

import (
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

// window opens the window, on the user's library or on the demo's.
func (c *command) window(cmd *cobra.Command, _ []string) error {
	if err := c.CanOpen(); err != nil {
		return err
	}
	if c.demo && c.library == "" {
		c.library = filepath.Join(filepath.Dir(app.DefaultLibrary()), "demo", "library.db")
	}
	var prepare func(*app.App) error
	if c.demo {
		prepare = func(a *app.App) error {
			_, err := a.LoadSample(cmd.Context())
			return err
		}
	}
	return c.Open(cmd.Context(), app.Options{Library: c.library, ReadOnly: c.look, As: app.AsWindow,
		MaxWorkers: max(1, runtime.NumCPU()-1)}, prepare) // one processor is left to draw with
}
