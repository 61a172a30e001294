package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

func (c *command) show() *cobra.Command {
	return &cobra.Command{
		Use:   "show ID",
		Short: "Show an article with its numbered paragraphs, or a briefing",
		Args:  exactlyOne("article or briefing"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.reading(cmd, func(a *app.App) error {
				if b, err := a.Briefing(cmd.Context(), briefing.BriefingID(args[0])); err == nil {
					return c.showBriefing(cmd, a, b)
				}
				ids, err := articles(cmd.Context(), a, args)
				if err != nil {
					return err
				}
				article, err := a.Article(cmd.Context(), ids[0])
				if err != nil {
					return err
				}
				return c.showArticle(article)
			})
		},
	}
}

func (c *command) showBriefing(cmd *cobra.Command, a *app.App, b briefing.Briefing) error {
	if c.json {
		return c.printJSON(b)
	}
	data, _, err := a.ExportBytes(cmd.Context(), b, app.ExportOptions{Format: app.Markdown, Unverified: true})
	if err != nil {
		return err
	}
	_, err = c.Stdout.Write(data)
	return err
}

func (c *command) showArticle(a *briefing.Article) error {
	if c.json {
		return c.printJSON(a)
	}
	for _, field := range [][2]string{{"Title", a.Title}, {"Outlet", a.Outlet}, {"By", a.Byline}, {"Published", a.Published.String()},
		{"URL", a.URL}, {"File", a.Source.Name}, {"ID", string(a.ID)}} {
		if field[1] != "" {
			fmt.Fprintf(c.Stdout, "%-10s %s\n", field[0], field[1])
		}
	}
	fmt.Fprintln(c.Stdout)
	for i, p := range a.Paragraphs {
		left := ""
		if p.Kind == briefing.Furniture {
			left = "(left out) "
		}
		fmt.Fprintf(c.Stdout, "¶%-3d %s%s\n", i+1, left, p.Of(a.Text))
	}
	return nil
}
