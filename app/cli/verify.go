package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) verify() *cobra.Command {
	return &cobra.Command{
		Use:   "verify FILE [ARTICLE…]",
		Short: "Check every word of an exported briefing against its articles",
		Long: "Check every word of an exported PDF, Markdown or JSON briefing against its articles: the files\n" +
			"named, or the library's. Words that stand in no article are named, and the exit status is 1.",
		Args: atLeastOne("exported briefing"),
		RunE: func(cmd *cobra.Command, args []string) error {
			report, err := c.verifyFile(cmd, args)
			if err != nil {
				return err
			}
			if c.json {
				if err := c.printJSON(report); err != nil {
					return err
				}
			} else {
				for _, w := range report.Untraced {
					why := "in none of the articles"
					if w.Why != "" {
						why = w.Why
					}
					fmt.Fprintf(c.Stderr, "attache: %s: ‘%s’ is %s (…%s…)\n", args[0], w.Word, why, w.Context)
				}
				fmt.Fprintf(c.Stdout, "%s checked, %d not as in the articles\n", count(report.Words, "word", "words"), len(report.Untraced))
			}
			if len(report.Untraced) > 0 {
				return errSomeFailed
			}
			return nil
		},
	}
}

// verifyFile opens the library only if no article files are named.
func (c *command) verifyFile(cmd *cobra.Command, args []string) (report app.VerifyReport, err error) {
	if len(args) > 1 {
		return app.VerifyFiles(cmd.Context(), args[0], args[1:])
	}
	err = c.reading(cmd, func(a *app.App) error {
		report, err = a.Verify(cmd.Context(), args[0], nil)
		return err
	})
	return report, err
}
