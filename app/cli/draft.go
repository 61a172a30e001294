package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

func (c *command) draft() *cobra.Command {
	var apart bool
	cmd := &cobra.Command{
		Use:   "draft ID…",
		Short: "Draft a briefing of articles in the library and print its id",
		Args:  atLeastOne("article"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.writing(cmd, func(a *app.App) error {
				ids, err := articles(cmd.Context(), a, args)
				if err != nil {
					return err
				}
				groups, err := a.Apart(cmd.Context(), ids)
				if err != nil {
					return err
				}
				if !apart {
					if len(groups) > 1 {
						fmt.Fprintf(c.Stderr, "attache: the articles tell of %d different meetings. For one briefing each, draft them with --apart.\n", len(groups))
					}
					groups = [][]briefing.ArticleID{ids}
				}
				for _, group := range groups {
					b, err := a.Draft(cmd.Context(), group)
					if err != nil {
						return err
					}
					if c.json {
						if err := c.printJSON(b); err != nil {
							return err
						}
						continue
					}
					_, all := b.Progress()
					fmt.Fprintf(c.Stdout, "%s  %s (%s)\n", b.ID, b.Title(), count(all, "line", "lines"))
				}
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&apart, "apart", false, "one briefing for each meeting that the articles tell of")
	return cmd
}
