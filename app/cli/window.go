package cli

import (
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

// open is what a desktop calls for files that are opened with the program.
func (c *command) open() *cobra.Command {
	return &cobra.Command{
		Use:   "open [FILE…]",
		Short: "Open the window and add files to the library, as a desktop does; without a window only add them",
		RunE: c.orStdin(func(cmd *cobra.Command, files []string) error {
			if len(files) > 0 && c.CanOpen() != nil {
				return c.addFiles(cmd, files, app.ImportOptions{}, false)
			}
			for i, f := range files {
				if full, err := filepath.Abs(f); err == nil {
					files[i] = full
				}
			}
			return c.window(cmd, files)
		}),
	}
}

// window opens the window, on the user's library or on the demo's, and adds files
// to it.
func (c *command) window(cmd *cobra.Command, files []string) error {
	if err := c.CanOpen(); err != nil {
		return err
	}
	if c.named && c.library == "" {
		return errUnnamed
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
	return c.Open(cmd.Context(), Opening{
		Library: app.Options{Library: c.library, ReadOnly: c.look, As: app.AsWindow, MaxWorkers: max(1, runtime.NumCPU()-1)}, // one processor is left to draw with
		Ask:     c.named && !c.create, Files: files, Prepare: prepare,
	})
}
