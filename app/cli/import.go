package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) importFiles() *cobra.Command {
	var o app.ImportOptions
	cmd := &cobra.Command{
		Use:   "import PATH…",
		Short: "Add files, and the files in folders, to the library",
		Args:  atLeastOne("file or folder"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			return c.writing(cmd, func(a *app.App) error {
				report, err := a.ImportWith(cmd.Context(), paths, o, func(e app.ImportEvent) {
					if e.State == app.Failed {
						c.failed(e.Path, e.Err)
					}
				})
				if err != nil {
					return err
				}
				if c.json {
					if err := c.printJSON(importRows(report)); err != nil {
						return err
					}
				} else {
					for _, e := range report.Events {
						if e.State != app.Failed {
							fmt.Fprintln(c.Stdout, imported(e))
						}
					}
					fmt.Fprintf(c.Stderr, "%d added, %d already there, %d failed\n", report.Added+report.Similar, report.Same, report.Failed)
				}
				if report.Failed > 0 {
					return errSomeFailed
				}
				return nil
			})
		},
	}
	cmd.Flags().BoolVar(&o.Anyway, "anyway", false, "add pages that end early, too")
	cmd.Flags().StringVar(&o.Encoding, "encoding", "", "read the files in this `ENCODING`, such as windows-1252, where the one detected is wrong")
	return cmd
}

func imported(e app.ImportEvent) string {
	s := fmt.Sprintf("%s  %s", shortID(e.Article), e.Name)
	switch e.State {
	case app.Same:
		s += "  already in the library"
	case app.Similar:
		s += fmt.Sprintf("  shares %.0f %% of its text with %s", 100*e.Shared, e.SimilarTo)
	}
	for _, n := range e.Notes {
		s += "  (" + n + ")"
	}
	return s
}

// importRow is an imported file as JSON.
type importRow struct {
	Path    string   `json:"path"`
	State   string   `json:"state"`
	Article string   `json:"article,omitempty"`
	Similar string   `json:"similar,omitempty"`
	Shared  float64  `json:"shared,omitempty"`
	Notes   []string `json:"notes,omitempty"`
	Error   string   `json:"error,omitempty"`
}

func importRows(r app.ImportReport) []importRow {
	rows := []importRow{}
	for _, e := range r.Events {
		x := importRow{Path: e.Path, State: string(e.State), Article: string(e.Article), Similar: string(e.Similar), Shared: e.Shared, Notes: e.Notes}
		if e.Err != nil {
			x.Error = app.Explain(e.Err).Error()
		}
		rows = append(rows, x)
	}
	return rows
}
