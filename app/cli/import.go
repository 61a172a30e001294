package cli

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) importFiles() *cobra.Command {
	var o app.ImportOptions
	var only, without string
	var fill bool
	cmd := &cobra.Command{
		Use:   "import PATH…",
		Short: "Add files, and the files in folders, to the library",
		Args:  atLeastOne("file or folder"),
		RunE: c.orStdin(func(cmd *cobra.Command, paths []string) error {
			var err error
			if o.Parts, err = chosenParts(only, without); err != nil {
				return err
			}
			return c.addFiles(cmd, paths, o, fill)
		}),
	}
	cmd.Flags().BoolVar(&o.Anyway, "anyway", false, "add pages that end early, too")
	cmd.Flags().BoolVar(&o.Whole, "whole", false, "take a file of several articles for one article, where it can be read so")
	cmd.Flags().StringVar(&only, "only", "", "of files that hold several articles, take those with these `NUMBERS`, such as 1,3-5")
	cmd.Flags().StringVar(&without, "without", "", "of files that hold several articles, leave those with these `NUMBERS` out")
	cmd.Flags().BoolVar(&fill, "fill", false, "fill in what articles of the library lack and lists of references or links tell")
	cmd.Flags().StringVar(&o.Encoding, "encoding", "", "read the files in this `ENCODING`, such as windows-1252, where the one detected is wrong")
	return cmd
}

// addFiles adds files to the library and tells what became of each. With fill,
// what lists of references know goes into the articles they name.
func (c *command) addFiles(cmd *cobra.Command, paths []string, o app.ImportOptions, fill bool) error {
	return c.writing(cmd, func(a *app.App) error {
		shown := c.progress()
		report, err := a.ImportWith(cmd.Context(), paths, o, func(e app.ImportEvent) {
			shown.tell(e.Done, e.Total)
			if e.State == app.Failed {
				shown.clear()
				c.failed(e.Path, e.Err)
			}
		})
		shown.clear()
		if err != nil {
			return err
		}
		if err := c.offered(cmd.Context(), a, report, fill); err != nil {
			return err
		}
		return c.tellImport(report)
	})
}

// tellImport prints what became of each file, and fails if some were not added.
func (c *command) tellImport(report app.ImportReport) error {
	if c.json {
		for i, e := range report.Events {
			if c.stdin != "" && e.Path == c.stdin {
				report.Events[i].Path = stdio
			}
		}
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
		if report.Skipped > 0 {
			fmt.Fprintf(c.Stderr, "%d skipped in folders: hidden, parts of a saved page or of a kind that is not read\n", report.Skipped)
		}
		if report.Capped {
			fmt.Fprintln(c.Stderr, "There were more files than are looked at: add the other folders by name.")
		}
	}
	if report.Failed > 0 {
		return errSomeFailed
	}
	return nil
}

// offered tells what lists of references or links say of articles in the
// library, or fills it in.
func (c *command) offered(ctx context.Context, a *app.App, report app.ImportReport, fill bool) error {
	var all []app.Offer
	for _, e := range report.Events {
		all = append(all, e.Offers...)
	}
	if len(all) == 0 {
		return nil
	}
	if !fill {
		fmt.Fprintf(c.Stderr, "The lists have details that %d articles of the library lack; --fill fills them in.\n", len(all))
		return nil
	}
	if _, err := a.Fill(ctx, all); err != nil {
		return err
	}
	for _, o := range all {
		fmt.Fprintf(c.Stderr, "%s  details filled in: %s\n", shortID(o.Article), o.Title)
	}
	return nil
}

func imported(e app.ImportEvent) string {
	s := fmt.Sprintf("%s  %s", shortID(e.Article), e.Name)
	if e.Parts > 0 {
		s += fmt.Sprintf("  %d of %d  %s", e.Part, e.Parts, e.Title)
	}
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
	Part    int      `json:"part,omitempty"`   // which article of the file, from 1
	Parts   int      `json:"parts,omitempty"`  // of how many, if it holds several
	Inside  string   `json:"inside,omitempty"` // the file inside that it came from
}

func importRows(r app.ImportReport) []importRow {
	rows := []importRow{}
	for _, e := range r.Events {
		x := importRow{Path: e.Path, State: string(e.State), Article: string(e.Article), Similar: string(e.Similar), Shared: e.Shared, Notes: e.Notes,
			Part: e.Part, Parts: e.Parts, Inside: e.Inside}
		if e.Err != nil {
			x.Error = app.Explain(e.Err).Error()
		}
		rows = append(rows, x)
	}
	return rows
}

// chosenParts returns which articles of a file are to be taken, nil for all.
func chosenParts(only, without string) (func(int) bool, error) {
	if only == "" && without == "" {
		return nil, nil
	}
	in, err := numberRanges(only)
	if err != nil {
		return nil, err
	}
	out, err := numberRanges(without)
	if err != nil {
		return nil, err
	}
	has := func(ranges [][2]int, n int) bool {
		return slices.ContainsFunc(ranges, func(r [2]int) bool { return r[0] <= n && n <= r[1] })
	}
	return func(n int) bool { return (only == "" || has(in, n)) && !has(out, n) }, nil
}

// numberRanges reads "1,3-5".
func numberRanges(s string) ([][2]int, error) {
	var all [][2]int
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ' ' }) {
		from, to, isRange := strings.Cut(part, "-")
		if !isRange {
			to = from
		}
		a, err := strconv.Atoi(from)
		b, err2 := strconv.Atoi(to)
		if err != nil || err2 != nil || a < 1 || b < a {
			return nil, usageError{fmt.Errorf("%q names no articles of a file: write numbers such as 1,3-5", part)}
		}
		all = append(all, [2]int{a, b})
	}
	return all, nil
}
