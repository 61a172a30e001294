package cli

import (
	"io"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) list() *cobra.Command {
	var briefings bool
	var limit int
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the library's articles, or its briefings",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.reading(cmd, func(a *app.App) error {
				if briefings {
					return c.listBriefings(cmd, a)
				}
				return c.printArticles(cmd, a, app.Query{Limit: limit})
			})
		},
	}
	cmd.Flags().BoolVar(&briefings, "briefings", false, "list briefings")
	cmd.Flags().IntVar(&limit, "limit", 100, "list at most `N` articles")
	return cmd
}

func (c *command) listBriefings(cmd *cobra.Command, a *app.App) error {
	rows, err := a.Briefings(cmd.Context())
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(rows)
	}
	return c.table(func(w io.Writer) {
		for _, r := range rows {
			row(w, r.ID, r.SavedAt.Format("2006-01-02 15:04"), count(r.Articles, "article", "articles"), r.Title)
		}
	})
}
