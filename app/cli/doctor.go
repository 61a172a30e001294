package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) doctor() *cobra.Command {
	var o app.DoctorOptions
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Check the library's health; nothing is changed",
		Args:  noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.reading(cmd, func(a *app.App) error {
				r, err := a.Doctor(cmd.Context(), o)
				if err != nil {
					return err
				}
				if err := c.printHealth(r); err != nil {
					return err
				}
				if !r.Healthy() {
					return errSomeFailed
				}
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&o.TryRestore, "try-restore", false, "also make a backup in a temporary folder and open it")
	return cmd
}

func (c *command) printHealth(r app.DoctorReport) error {
	if c.json {
		return c.printJSON(r)
	}
	fmt.Fprintf(c.Stdout, "%s: %s, %s, %s, %d bytes\n", r.Library, count(r.Articles, "article", "articles"),
		count(r.Briefings, "briefing", "briefings"), count(r.Edits, "edit", "edits"), r.Size)
	return c.table(func(w io.Writer) {
		for _, check := range r.Checks {
			state := "well"
			switch {
			case check.Problem != "":
				state = check.Problem
			case check.Note != "":
				state = check.Note
			}
			row(w, check.Name, state)
		}
	})
}
