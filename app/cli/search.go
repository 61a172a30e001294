package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) search() *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: "Search the library",
		Long: "Search the library. A query is words, \"phrases in quotes\", -words to leave out, and\n" +
			"outlet:NAME, after:2019-12-01, before:2020-01-01, tag:NAME, lang:en, is:undated, is:unused.",
		Args: atLeastOne("word"),
		RunE: func(cmd *cobra.Command, words []string) error {
			return c.reading(cmd, func(a *app.App) error {
				return c.printArticles(cmd, a, app.Query{Text: strings.Join(words, " "), Limit: limit})
			})
		},
	}
	cmd.Flags().IntVar(&limit, "limit", 20, "show at most `N` articles")
	return cmd
}

// printArticles prints the articles a query finds.
func (c *command) printArticles(cmd *cobra.Command, a *app.App, q app.Query) error {
	found, err := a.Search(cmd.Context(), q)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(found)
	}
	if found.Total == 0 && q.Text != "" {
		s := fmt.Sprintf("Nothing found for ‘%s’.", q.Text)
		if found.Suggest != "" {
			s += fmt.Sprintf(" Did you mean %s (%d)?", found.Suggest, found.SuggestTotal)
		}
		fmt.Fprintln(c.Stderr, s)
		return nil
	}
	err = c.table(func(w io.Writer) {
		for _, r := range found.Rows {
			title := r.Title
			if title == "" {
				title = r.File
			}
			date := r.Published.String()
			if date == "" {
				date = "no date"
			}
			row(w, shortID(r.ID), date, r.Outlet, title)
			if s := strings.Join(strings.Fields(r.Snippet.Text), " "); s != "" {
				row(w, "", "", "", "  "+s)
			}
		}
	})
	if more := found.Total - len(found.Rows); more > 0 {
		fmt.Fprintf(c.Stderr, "%d more; see --limit\n", more)
	}
	return err
}
