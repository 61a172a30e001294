package cli

import (
	"path/filepath"

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
	return c.withLibrary(cmd.Context(), func(a *app.App) error {
		if c.demo {
			if _, err := a.LoadSample(cmd.Context()); err != nil {
				return err
			}
		}
		return c.Open(cmd.Context(), a)
	})
}
