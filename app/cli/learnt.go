package cli

import (
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

// learnt lists what was learnt from corrections.
func (c *command) learnt() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "learnt",
		Short: "List what was learnt from your corrections, and share or forget it",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.reading(cmd, func(a *app.App) error {
				all, err := a.Learnt(cmd.Context())
				if err != nil {
					return err
				}
				if c.json {
					return c.printJSON(all)
				}
				return c.table(func(w io.Writer) {
					for i, x := range all {
						row(w, i+1, x.Kind, x.Person, x.From+" → "+x.To, count(x.Uses, "use", "uses"))
					}
				})
			})
		},
	}
	cmd.AddCommand(c.learntForget(), c.learntFile("export FILE", "Write what was learnt to a file for others", "Wrote", (*app.App).ExportLearnt),
		c.learntFile("import FILE", "Take over what others have learnt", "Took over", (*app.App).ImportLearnt))
	return cmd
}

func (c *command) learntForget() *cobra.Command {
	return &cobra.Command{
		Use:   "forget NUMBER",
		Short: "Forget one correction of the list",
		Args:  exactlyOne("number of the list"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.writing(cmd, func(a *app.App) error {
				all, err := a.Learnt(cmd.Context())
				if err != nil {
					return err
				}
				n, err := strconv.Atoi(args[0])
				if err != nil || n < 1 || n > len(all) {
					return usageError{fmt.Errorf("learnt forget: %q is no number that 'attache learnt' lists", args[0])}
				}
				if err := a.ChangeLearnt(cmd.Context(), &all[n-1].Fix, nil); err != nil {
					return err
				}
				return c.done(args)
			})
		},
	}
}

func (c *command) learntFile(use, short, did string, do func(*app.App, context.Context, string) (int, error)) *cobra.Command {
	return &cobra.Command{
		Use:   use,
		Short: short,
		Args:  exactlyOne("file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.writing(cmd, func(a *app.App) error {
				n, err := do(a, cmd.Context(), args[0])
				if err != nil {
					return err
				}
				if c.json {
					return c.printJSON(map[string]any{"file": args[0], "corrections": n})
				}
				fmt.Fprintf(c.Stderr, "%s %s.\n", did, count(n, "correction", "corrections"))
				return nil
			})
		},
	}
}
