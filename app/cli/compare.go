package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

type (
	articlesFunc func(*app.App, context.Context, []briefing.ArticleID) error
	briefingFunc func(*app.App, context.Context, briefing.BriefingID) error
)

// compare tells what two articles share, or what is new in a briefing.
func (c *command) compare() *cobra.Command {
	return &cobra.Command{
		Use:   "compare BRIEFING | compare ARTICLE ARTICLE",
		Short: "Compare a briefing with the last one on the same sides, or two articles",
		Long: "Compare a briefing with the last one on the same sides: what is new, what is told again, what is\n" +
			"dropped. Of two articles, tell how much of the shorter one stands in both.",
		Args: atLeastOne("briefing or two articles"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.reading(cmd, func(a *app.App) error {
				if len(args) == 1 {
					return c.compareBriefing(cmd, a, briefing.BriefingID(args[0]))
				}
				ids, err := articles(cmd.Context(), a, args[:2])
				if err != nil {
					return err
				}
				r, err := a.Compare(cmd.Context(), ids[0], ids[1])
				if err != nil {
					return err
				}
				if c.json {
					return c.printJSON(struct {
						A        briefing.ArticleID `json:"a"`
						B        briefing.ArticleID `json:"b"`
						InA      []briefing.Span    `json:"in_a"`
						InB      []briefing.Span    `json:"in_b"`
						Shared   float64            `json:"shared"`
						OneStory bool               `json:"one_story"`
						Same     bool               `json:"one_origin"`
					}{r.A.ID, r.B.ID, r.InA, r.InB, r.Shared, r.OneStory, r.Same})
				}
				fmt.Fprintf(c.Stdout, "%.0f %% of the shorter one stands in both.\n", 100*r.Shared)
				for _, s := range r.InA {
					fmt.Fprintf(c.Stdout, "  %s\n", s.Of(r.A.Text))
				}
				return nil
			})
		},
	}
}

func (c *command) compareBriefing(cmd *cobra.Command, a *app.App, id briefing.BriefingID) error {
	p, err := a.CompareWithLast(cmd.Context(), id)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(p)
	}
	fmt.Fprintf(c.Stdout, "Since %s, %s:\n", p.Last.ID, p.Last.Title)
	for _, group := range []struct {
		name  string
		steps []app.Step
	}{{"new", p.New}, {"again", p.Repeated}, {"dropped", p.Dropped}} {
		for _, s := range group.steps {
			how := ""
			if s.Changed {
				how = fmt.Sprintf(" (was %s, is %s)", s.Before.Mode, s.Line.Mode)
			}
			fmt.Fprintf(c.Stdout, "%-8s %-11s %s%s\n", group.name, s.Section, said(s.Line), how)
		}
	}
	return nil
}

// update brings a briefing up to its articles as they are now.
func (c *command) update() *cobra.Command {
	var only bool
	cmd := &cobra.Command{
		Use:   "update BRIEFING [ARTICLE…]",
		Short: "Bring a briefing up to its articles as they are now, and to further ones",
		Long:  "Bring a briefing up to its articles as they are now, and to further ones. Lines that you verified,\nedited or locked are never changed. It is one edit, which undo takes back.",
		Args:  atLeast(1, "a briefing"),
		RunE: func(cmd *cobra.Command, args []string) error {
			open := c.writing
			if only {
				open = c.reading
			}
			return open(cmd, func(a *app.App) error {
				ids, err := articles(cmd.Context(), a, args[1:])
				if err != nil {
					return err
				}
				id := briefing.BriefingID(args[0])
				plan, err := a.UpdatePlan(cmd.Context(), id, ids)
				if err != nil {
					return err
				}
				if !only {
					if _, err := a.Update(cmd.Context(), id, plan); err != nil {
						return err
					}
				}
				return c.printPlan(plan)
			})
		},
	}
	cmd.Flags().BoolVar(&only, "dry-run", false, "tell what would change, and change nothing")
	return cmd
}

// planRow is what an update does, as JSON.
type planRow struct {
	New     []briefing.Line   `json:"new"`
	Gained  []briefing.LineID `json:"gained"`
	Changed []rewordingRow    `json:"changed"`
	Kept    []rewordingRow    `json:"kept"`
	Gone    []briefing.LineID `json:"gone"`
}

type rewordingRow struct {
	Line briefing.LineID  `json:"line"`
	Now  briefing.Wording `json:"now"`
}

func (c *command) printPlan(p app.Plan) error {
	if c.json {
		r := planRow{New: p.New, Gone: p.Gone}
		for _, g := range p.Gained {
			r.Gained = append(r.Gained, g.Line)
		}
		for _, x := range p.Changed {
			r.Changed = append(r.Changed, rewordingRow(x))
		}
		for _, x := range p.Kept {
			r.Kept = append(r.Kept, rewordingRow(x))
		}
		return c.printJSON(r)
	}
	if p.Empty() {
		fmt.Fprintln(c.Stderr, "Nothing has changed.")
	}
	for _, l := range p.New {
		fmt.Fprintf(c.Stdout, "new      %s\n", said(l))
	}
	for _, g := range p.Gained {
		fmt.Fprintf(c.Stdout, "gained   %s: further evidence\n", g.Line)
	}
	for _, x := range p.Changed {
		fmt.Fprintf(c.Stdout, "changed  %s: %s\n", x.Line, x.Now.Text)
	}
	for _, x := range p.Kept {
		fmt.Fprintf(c.Stdout, "kept     %s: yours; the source now says %s\n", x.Line, x.Now.Text)
	}
	for _, id := range p.Gone {
		fmt.Fprintf(c.Stdout, "stale    %s: its source does not say so any more\n", id)
	}
	return nil
}
