package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) verify() *cobra.Command {
	return &cobra.Command{
		Use:   "verify FILE [ARTICLE…]",
		Short: "Check an exported briefing: is every word in its articles, and is it as it was exported",
		Long: "Answer two questions of an exported briefing (PDF, Word, Markdown, HTML, JSON): does every word\n" +
			"stand in its articles, the files named or the library's; and is it as it was exported. What was\n" +
			"changed since is named line by line. If either answer is no, the exit status is 1.",
		Args: atLeastOne("exported briefing"),
		RunE: c.orStdin(func(cmd *cobra.Command, args []string) error {
			report, err := c.verifyFile(cmd, args)
			if err != nil {
				return err
			}
			if c.json {
				if err := c.printJSON(report); err != nil {
					return err
				}
			} else {
				for _, change := range report.Changes {
					fmt.Fprintf(c.Stderr, "attache: %s: %s\n", args[0], change.Says)
				}
				for _, note := range report.Notes {
					fmt.Fprintf(c.Stderr, "attache: %s: %s\n", args[0], note)
				}
				for _, w := range report.Untraced {
					why := "in none of the articles"
					if w.Why != "" {
						why = w.Why
					}
					fmt.Fprintf(c.Stderr, "attache: %s: ‘%s’ is %s (…%s…)\n", args[0], w.Word, why, w.Context)
				}
				fmt.Fprintf(c.Stdout, "%s checked, %d not as in the articles\n", count(report.Words, "word", "words"), len(report.Untraced))
				fmt.Fprintln(c.Stdout, asExported(report))
			}
			if len(report.Untraced) > 0 || len(report.Changes) > 0 {
				return errSomeFailed
			}
			return nil
		}),
	}
}

// asExported says whether the file is as it was exported.
func asExported(r app.VerifyReport) string {
	switch r.AsExported {
	case app.AsExported:
		return "The file is as it was exported."
	case app.ChangedSince:
		return "The file is not as it was exported: " + count(len(r.Changes), "change", "changes") + "."
	}
	return "Whether the file is as it was exported cannot be told: " + r.Why + "."
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
