package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

// archive writes everything to a file that needs no Attaché to be read.
func (c *command) archive() *cobra.Command {
	return &cobra.Command{
		Use:   "archive FILE.zip",
		Short: "Write everything as JSON with the original files, for any other program",
		Long: "Write the whole library to a ZIP file: every article as JSON with its tags and details, the files as\n" +
			"they were saved, and the briefings with all their edits. 'attache unarchive' reads it back in, equal.",
		Args: exactlyOne("file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.reading(cmd, func(a *app.App) error {
				tell, end := c.telling("Writing articles")
				err := a.WriteArchive(cmd.Context(), args[0], tell)
				end()
				if err != nil {
					return err
				}
				if c.json {
					return c.printJSON(map[string]string{"library": a.Path(), "archive": args[0]})
				}
				fmt.Fprintf(c.Stderr, "Wrote %s.\n", args[0])
				return nil
			})
		},
	}
}

func (c *command) unarchive() *cobra.Command {
	return &cobra.Command{
		Use:     "unarchive FILE.zip",
		Short:   "Fill an empty library with what 'attache archive' wrote",
		Example: "  attache unarchive all.zip --library new.db --create",
		Args:    exactlyOne("file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := app.CheckArchive(args[0]); err != nil {
				return err
			}
			return c.writing(cmd, func(a *app.App) error {
				tell, end := c.telling("Reading articles")
				n, err := a.ReadArchive(cmd.Context(), args[0], tell)
				end()
				if err != nil {
					return err
				}
				if c.json {
					return c.printJSON(map[string]any{"library": a.Path(), "articles": n})
				}
				fmt.Fprintf(c.Stderr, "Read %s into %s.\n", count(n, "article", "articles"), a.Path())
				return nil
			})
		},
	}
}
