package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) restore() *cobra.Command {
	return &cobra.Command{
		Use:   "restore FILE",
		Short: "Put a backup in the place of the library; the library is kept beside it",
		Args:  exactlyOne("backup"),
		RunE: func(cmd *cobra.Command, args []string) error {
			library := c.library
			if library == "" {
				library = app.DefaultLibrary()
			}
			kept, err := app.RestoreFile(cmd.Context(), library, args[0])
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(map[string]string{"library": library, "backup": args[0], "kept": kept})
			}
			fmt.Fprintf(c.Stderr, "Restored %s from %s.", library, args[0])
			if kept != "" {
				fmt.Fprintf(c.Stderr, " The library that was there is kept as %s.", kept)
			}
			fmt.Fprintln(c.Stderr)
			return nil
		},
	}
}
