package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) backup() *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "Write a checked copy of the library",
		Args:  exactlyOne("file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.reading(cmd, func(a *app.App) error {
				if err := a.Backup(cmd.Context(), args[0]); err != nil {
					return err
				}
				if c.json {
					return c.printJSON(map[string]string{"library": a.Path(), "backup": args[0]})
				}
				fmt.Fprintf(c.Stderr, "Backed up %s to %s. The copy was checked.\n", a.Path(), args[0])
				return nil
			})
		},
	}
}
