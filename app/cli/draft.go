package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) draft() *cobra.Command {
	return &cobra.Command{
		Use:   "draft ID…",
		Short: "Draft a briefing of articles in the library and print its id",
		Args:  atLeastOne("article"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.writing(cmd, func(a *app.App) error {
				ids, err := articles(cmd.Context(), a, args)
				if err != nil {
					return err
				}
				b, err := a.Draft(cmd.Context(), ids)
				if err != nil {
					return err
				}
				if c.json {
					return c.printJSON(b)
				}
				_, all := b.Progress()
				fmt.Fprintf(c.Stdout, "%s  %s (%s)\n", b.ID, b.Title(), count(all, "line", "lines"))
				return nil
			})
		},
	}
}
