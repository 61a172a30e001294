package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

func (c *command) undo() *cobra.Command {
	return c.walk("undo", "Take back the last edit of a briefing", (*app.App).Undo, "Undone")
}

func (c *command) redo() *cobra.Command {
	return c.walk("redo", "Do again the edit that was taken back last", (*app.App).Redo, "Done again")
}

func (c *command) walk(name, short string, step func(*app.App, context.Context, briefing.BriefingID) (briefing.Briefing, string, error), done string) *cobra.Command {
	return &cobra.Command{
		Use:   name + " BRIEFING",
		Short: short,
		Args:  exactlyOne("briefing"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.writing(cmd, func(a *app.App) error {
				b, edit, err := step(a, cmd.Context(), briefing.BriefingID(args[0]))
				if err != nil {
					return err
				}
				if c.json {
					return c.printJSON(struct {
						Edit     string            `json:"edit"`
						Briefing briefing.Briefing `json:"briefing"`
					}{edit, b})
				}
				if edit == "" {
					fmt.Fprintf(c.Stderr, "There is nothing to %s.\n", name)
					return nil
				}
				fmt.Fprintf(c.Stderr, "%s: %s.\n", done, edit)
				return nil
			})
		},
	}
}

func (c *command) history() *cobra.Command {
	return &cobra.Command{
		Use:   "history BRIEFING [LINE]",
		Short: "List the edits of a briefing, or the versions of one line",
		Args:  atLeast(1, "a briefing"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.reading(cmd, func(a *app.App) error {
				id := briefing.BriefingID(args[0])
				if len(args) > 1 {
					return c.lineHistory(cmd, a, id, args[1])
				}
				h, err := a.History(cmd.Context(), id)
				if err != nil {
					return err
				}
				if c.json {
					return c.printJSON(h)
				}
				return c.table(func(w io.Writer) {
					for _, e := range h.Entries {
						undone := ""
						if e.Undone {
							undone = "undone"
						}
						var lines []string
						for _, l := range e.Lines {
							lines = append(lines, string(l))
						}
						row(w, e.Seq, e.At.Format("2006-01-02 15:04:05"), e.Name, strings.Join(lines, " "), undone)
					}
				})
			})
		},
	}
}

func (c *command) lineHistory(cmd *cobra.Command, a *app.App, id briefing.BriefingID, begun string) error {
	b, err := a.Briefing(cmd.Context(), id)
	if err != nil {
		return err
	}
	l, err := lineOf(b, begun)
	if err != nil {
		return err
	}
	versions, err := a.LineHistory(cmd.Context(), id, l.ID)
	if err != nil {
		return err
	}
	if c.json {
		return c.printJSON(versions)
	}
	return c.table(func(w io.Writer) {
		for _, v := range versions {
			name := v.Name
			if name == "" {
				name = "drafted"
			}
			row(w, v.At.Format("2006-01-02 15:04:05"), name, v.Line.Status, said(v.Line))
		}
	})
}
