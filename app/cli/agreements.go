package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

func (c *command) agreements() *cobra.Command {
	var q app.LedgerQuery
	var since string
	var status []string
	cmd := &cobra.Command{
		Use:   "agreements",
		Short: "List what was agreed, promised, proposed and refused, over all articles",
		Long: "List what was agreed, promised, proposed and refused, the newest first: between whom, since when, in\n" +
			"which articles, and whether it is new, told again, or told no more since the last day that these sides\n" +
			"were told of; a dash where nobody can say.\n" +
			"A line that an analyst verified in a briefing has a tick.",
		Example: "  attache agreements --side France --side Spain --since 2019",
		Args:    noArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			if q.Since, err = parseDate(since); err != nil {
				return err
			}
			if q.Status, err = parseStatus(status); err != nil {
				return err
			}
			if slices.ContainsFunc(q.Sides, func(s string) bool { return strings.TrimSpace(s) == "" }) {
				return usageError{errors.New("--side names nobody: give a country or an organisation, such as --side France")}
			}
			return c.withFacts(cmd, func(a *app.App) error {
				ledger, err := a.Agreements(cmd.Context(), q)
				if err != nil {
					return err
				}
				if c.json {
					return c.printJSON(ledger)
				}
				return c.printLedger(ledger, q.Sides)
			})
		},
	}
	f := cmd.Flags()
	f.StringArrayVar(&q.Sides, "side", nil, "only what concerns this `SIDE`, under any of its names; twice for between two")
	f.StringVar(&since, "since", "", "only of this `DAY` or later, such as 2019-12-05")
	f.StringSliceVar(&status, "status", nil, "only these: "+statusNames())
	return cmd
}

func (c *command) printLedger(l app.Ledger, sides []string) error {
	if len(l.Entries) == 0 {
		of := ""
		if len(sides) > 0 {
			of = " of " + strings.Join(sides, " and ")
		}
		fmt.Fprintf(c.Stderr, "Nothing%s was found to be agreed, promised or refused.\n", of)
		return nil
	}
	for _, e := range l.Entries {
		tick := " "
		if e.Verified {
			tick = "✓"
		}
		fmt.Fprintf(c.Stdout, "%s %-10s %-9s %-7s %s: %s\n", tick, dayOr(e.Last), e.Status, newsOf(e), strings.Join(parties(e), " – "), e.Text)
		for _, t := range e.Tellings {
			where := t.Title
			if t.Outlet != "" {
				where = t.Outlet + ", " + where
			}
			fmt.Fprintf(c.Stdout, "    %s  %s  %s\n", shortID(t.Article), dayOr(t.Day), where)
		}
	}
	return nil
}

func statusNames() string {
	var names []string
	for _, s := range briefing.AgreementStatuses() {
		names = append(names, string(s))
	}
	return strings.Join(names, ", ")
}

func parseStatus(names []string) (all []briefing.AgreementStatus, err error) {
	for _, s := range names {
		status := briefing.AgreementStatus(strings.ToLower(strings.TrimSpace(s)))
		if !slices.Contains(briefing.AgreementStatuses(), status) {
			return nil, usageError{fmt.Errorf("--status %q is not known: use %s", s, statusNames())}
		}
		all = append(all, status)
	}
	return all, nil
}

// newsOf is what an entry is against the last time, a dash where nobody can say.
func newsOf(e app.LedgerEntry) string {
	if e.News == app.NewsOpen {
		return "–"
	}
	return string(e.News)
}

// parties are those of an entry, or the sides of the talks it is told of.
func parties(e app.LedgerEntry) []string {
	if len(e.Parties) > 0 {
		return e.Parties
	}
	if len(e.Talks) > 0 {
		return e.Talks
	}
	return []string{"parties open"}
}

func dayOr(day string) string {
	if day == "" {
		return "no date"
	}
	return day
}

func (c *command) people() *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Use:   "people [NAME]",
		Short: "List who is named in the articles; of one person: offices, meetings, words",
		Long: "List who is named in the articles, those in most articles first. With a NAME: who held which office\n" +
			"when, who met whom, and who said what, each with its article.",
		RunE: func(cmd *cobra.Command, names []string) error {
			return c.withFacts(cmd, func(a *app.App) error {
				if len(names) == 0 && !all && !c.json {
					return c.printPeople(cmd, a)
				}
				r, err := a.People(cmd.Context(), strings.Join(names, " "))
				switch {
				case err != nil:
					return err
				case c.json:
					return c.printJSON(r)
				case len(r.People) == 0:
					fmt.Fprintf(c.Stderr, "Nobody is called %s in the library.\n", strings.Join(names, " "))
				}
				for _, p := range r.People {
					c.printPerson(p)
				}
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "everything about everybody")
	return cmd
}

func (c *command) printPeople(cmd *cobra.Command, a *app.App) error {
	r, err := a.Named(cmd.Context())
	if err != nil {
		return err
	}
	named := 0
	err = c.table(func(w io.Writer) {
		for _, p := range r.People {
			if !p.Told() {
				named++
				continue
			}
			row(w, count(p.Articles, "article", "articles"), p.Name, strings.Join(p.Sides, ", "), p.Office)
		}
	})
	if named > 0 {
		fmt.Fprintf(c.Stderr, "%s only named; --all lists everybody.\n", count(named, "more is", "more are"))
	}
	return err
}

func (c *command) printPerson(p app.PersonEntry) {
	fmt.Fprintf(c.Stdout, "%s", strings.Join(p.Names, " · "))
	if len(p.Sides) > 0 {
		fmt.Fprintf(c.Stdout, " (%s)", strings.Join(p.Sides, ", "))
	}
	fmt.Fprintf(c.Stdout, ", %s\n", count(p.Articles, "article", "articles"))
	for _, o := range p.Held {
		days := dayOr(o.First)
		if o.Last != o.First {
			days += " to " + dayOr(o.Last)
		}
		fmt.Fprintf(c.Stdout, "  office   %s  %s\n", days, o.Title)
	}
	for _, m := range p.Met {
		fmt.Fprintf(c.Stdout, "  met      %s  %s %s  %s\n", dayOr(m.Day), shortID(m.Article), m.What, strings.Join(m.With, ", "))
	}
	for _, s := range p.Said {
		text := s.Text
		if s.Verbatim {
			text = "“" + text + "”"
		}
		fmt.Fprintf(c.Stdout, "  said     %s  %s %s\n", dayOr(s.Day), shortID(s.Article), strings.Join(strings.Fields(text), " "))
	}
}

// withFacts runs a command that rests on the facts of all articles. They are
// brought up to date if the library can be written to; else they are read on
// the way and not kept.
func (c *command) withFacts(cmd *cobra.Command, do func(*app.App) error) error {
	if err := c.known(true); err != nil {
		return err
	}
	a, err := app.Open(cmd.Context(), app.Options{Library: c.library, ReadOnly: c.look, As: cmd.CommandPath()})
	if err != nil {
		if a, err = c.openToRead(cmd); err != nil {
			return err
		}
	}
	tell, end := c.telling("Reading what the articles say")
	err = a.ReadFacts(cmd.Context(), tell)
	end()
	if err == nil {
		err = do(a)
	}
	return errors.Join(err, a.Close())
}
