package cli

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) search() *cobra.Command {
	var limit int
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: "Search the library",
		Long: `Search the library. Words are found in any form of case and accents, however
they are joined: lodz finds Łódź, US finds U.S., ceasefire finds cease-fire.

  envoy sanctions            both words, anywhere
  "peace talks"              the words in a row
  negotiat*                  words that begin so
  envoy OR minister          one of them; OR binds closer than words side by side
  -football, NOT football    without it
  (envoy OR minister) -(tea OR coffee)

  outlet:post  title:bridge  by:rassendyll  tag:border  lang:es
  after:2019-12-01 (that day or later)  before:2020 (earlier)
  is:undated  is:used  is:unused

and what was found in the articles:

  side:France  person:rassendyll  agreed:bridge  said-by:ibarra  topic:fishing
  has:agreement (position, quote, reported, topic, meeting, member, person)`,
		Example: "  attache search '\"rail link\" OR ferry' after:2019\n  attache search -sanctions envoy",
		RunE: func(cmd *cobra.Command, words []string) error {
			if len(words) == 0 {
				return usageError{fmt.Errorf("search: name at least one word")}
			}
			q := app.Query{Text: strings.Join(words, " "), Limit: limit}
			open := c.reading
			if app.AsksForFacts(q.Text) {
				open = c.withFacts
			}
			return open(cmd, func(a *app.App) error { return c.printArticles(cmd, a, q) })
		},
	}
	cmd.Flags().IntVar(&limit, "limit", 20, "show at most `N` articles")
	return cmd
}

// shielded keeps the words of a search that begin with a minus from being
// taken for flags: all flags of a search but -h have two.
func shielded(args []string) []string {
	at := commandAt(args)
	if at < 0 || args[at] != "search" {
		return args
	}
	var flags, words []string
	rest := args[at+1:]
	for i := 0; i < len(rest); i++ {
		switch a := rest[i]; {
		case a == "--":
			words = append(words, rest[i+1:]...)
			i = len(rest)
		case takesValue(a) && i+1 < len(rest):
			flags = append(flags, a, rest[i+1])
			i++
		case strings.HasPrefix(a, "--"), a == "-h":
			flags = append(flags, a)
		default:
			words = append(words, a)
		}
	}
	return slices.Concat(args[:at+1], flags, []string{"--"}, words)
}

// takesValue reports whether what follows the flag belongs to it.
func takesValue(flag string) bool {
	switch flag {
	case "--limit", "--library", "--wait":
		return true
	}
	return false
}

// commandAt returns where the name of the command stands in a command line, -1
// if there is none.
func commandAt(args []string) int {
	for i := 0; i < len(args); i++ {
		switch {
		case takesValue(args[i]):
			i++
		case !strings.HasPrefix(args[i], "-"):
			return i
		}
	}
	return -1
}

// printArticles prints the articles a query finds.
func (c *command) printArticles(cmd *cobra.Command, a *app.App, q app.Query) error {
	found, err := a.Search(cmd.Context(), q)
	if err != nil {
		return err
	}
	if found.Unread > 0 {
		fmt.Fprintf(c.Stderr, "attache: %s not looked at: what they say is not read yet, and the library cannot be written to now\n", count(found.Unread, "article is", "articles are"))
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
