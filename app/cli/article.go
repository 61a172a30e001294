package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

// details corrects what is known of an article.
func (c *command) details() *cobra.Command {
	var date string
	cmd := &cobra.Command{
		Use:     "details ID",
		Short:   "Correct the title, outlet, author, date, address or language of an article",
		Long:    "Correct what is known of an article. Briefings that cite it are brought up to date, as an edit each.",
		Example: "  attache details 5b744b400ab3 --outlet 'Strelsau Gazette' --date 2019-12-05",
		Args:    exactlyOne("article"),
		RunE: func(cmd *cobra.Command, args []string) error {
			var d app.ArticleDetails
			for flag, field := range map[string]**string{"title": &d.Title, "outlet": &d.Outlet, "by": &d.Byline, "url": &d.URL, "language": &d.Language} {
				if f := cmd.Flag(flag); f.Changed {
					value := f.Value.String()
					*field = &value
				}
			}
			if cmd.Flags().Changed("date") {
				day, err := parseDate(date)
				if err != nil {
					return err
				}
				d.Published = &day
			}
			if d == (app.ArticleDetails{}) {
				return usageError{fmt.Errorf("details: say what to correct: --title, --outlet, --by, --date, --url or --language")}
			}
			return c.onArticles(cmd, args, func(a *app.App, ids []briefing.ArticleID) error { return a.SetDetails(cmd.Context(), ids[0], d) })
		},
	}
	f := cmd.Flags()
	for flag, what := range map[string]string{"title": "the `TITLE`", "outlet": "the `OUTLET`", "by": "who wrote it: `NAME`", "url": "its `ADDRESS`", "language": "its `LANGUAGE`, such as es"} {
		f.String(flag, "", what+"; empty takes it away")
	}
	f.StringVar(&date, "date", "", "the `DAY` it was published; empty takes it away")
	return cmd
}

// tag adds tags to articles, takes some away, or lists all.
func (c *command) tag() *cobra.Command {
	var add, remove []string
	cmd := &cobra.Command{
		Use:     "tag [ID…]",
		Short:   "Add tags to articles and take some away; without an article, list the tags",
		Example: "  attache tag 5b744b400ab3 --add border --remove draft",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.listTags(cmd)
			}
			if len(add)+len(remove) == 0 {
				return usageError{fmt.Errorf("tag: say which: --add TAG or --remove TAG")}
			}
			return c.onArticles(cmd, args, func(a *app.App, ids []briefing.ArticleID) error { return a.Tag(cmd.Context(), ids, add, remove) })
		},
	}
	cmd.Flags().StringArrayVar(&add, "add", nil, "add this `TAG`")
	cmd.Flags().StringArrayVar(&remove, "remove", nil, "take this `TAG` away")
	return cmd
}

func (c *command) listTags(cmd *cobra.Command) error {
	return c.reading(cmd, func(a *app.App) error {
		tags, err := a.Tags(cmd.Context())
		if err != nil {
			return err
		}
		if c.json {
			type tagRow struct {
				Tag      string `json:"tag"`
				Articles int    `json:"articles"`
			}
			rows := []tagRow{}
			for _, t := range tags {
				rows = append(rows, tagRow(t))
			}
			return c.printJSON(rows)
		}
		return c.table(func(w io.Writer) {
			for _, t := range tags {
				row(w, t.Tag, count(t.Articles, "article", "articles"))
			}
		})
	})
}

// remove takes articles and briefings out of the lists. Nothing is erased.
func (c *command) remove() *cobra.Command {
	return c.shelve("remove", "Take articles or briefings out of the lists; nothing is erased", (*app.App).Remove, (*app.App).DeleteBriefing)
}

func (c *command) putBack() *cobra.Command {
	return c.shelve("put-back", "Put removed articles or briefings back into the lists", (*app.App).PutBack, (*app.App).PutBackBriefing)
}

func (c *command) shelve(name, short string, articlesTo articlesFunc, briefingTo briefingFunc) *cobra.Command {
	return &cobra.Command{
		Use:   name + " ID…",
		Short: short,
		Args:  atLeastOne("article or briefing"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.writing(cmd, func(a *app.App) error {
				for _, typed := range args {
					if _, err := a.Briefing(cmd.Context(), briefing.BriefingID(typed)); err == nil {
						if err := briefingTo(a, cmd.Context(), briefing.BriefingID(typed)); err != nil {
							return err
						}
						continue
					}
					ids, err := articles(cmd.Context(), a, []string{typed})
					if err != nil {
						return err
					}
					if err := articlesTo(a, cmd.Context(), ids); err != nil {
						return err
					}
				}
				return c.done(args)
			})
		},
	}
}

// onArticles does something to articles and prints their ids.
func (c *command) onArticles(cmd *cobra.Command, typed []string, do func(*app.App, []briefing.ArticleID) error) error {
	return c.writing(cmd, func(a *app.App) error {
		ids, err := articles(cmd.Context(), a, typed)
		if err != nil {
			return err
		}
		if err := do(a, ids); err != nil {
			return err
		}
		return c.done(typed)
	})
}

// done says that what was asked for is done.
func (c *command) done(ids []string) error {
	if c.json {
		return c.printJSON(map[string][]string{"done": ids})
	}
	fmt.Fprintln(c.Stderr, "Done.")
	return nil
}
