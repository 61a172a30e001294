package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) brief() *cobra.Command {
	var (
		o    app.BriefOptions
		out  app.ExportOptions
		date string
		asOf string
	)
	cmd := &cobra.Command{
		Use:   "brief FILE…",
		Short: "Make a one-page briefing of articles, without a library",
		Long:  "Make a one-page briefing of articles. No library is needed or changed.\nWithout -o the briefing is printed as Markdown.",
		Args:  atLeastOne("article"),
		RunE: func(cmd *cobra.Command, paths []string) error {
			var err error
			if o.Date, err = parseDate(date); err != nil {
				return err
			}
			if o.AsOf, err = parseDate(asOf); err != nil {
				return err
			}
			out.Paper = o.Paper
			session, events, err := app.BriefFiles(cmd.Context(), paths, o)
			failed := 0
			for _, e := range events {
				if e.State == app.Failed {
					failed++
					c.failed(e.Path, e.Err)
				}
			}
			if err != nil {
				if failed > 0 {
					return errSomeFailed
				}
				return err
			}
			if out.Path == "" {
				if out.Format == "" {
					out.Format = app.Markdown
				}
				// To be read, not kept: the trace is left out unless asked for.
				out.Trace = out.Trace && (cmd.Flags().Changed("trace") || out.Format != app.Markdown)
				data, report, err := session.Bytes(cmd.Context(), out)
				if err != nil {
					return err
				}
				c.warn(report)
				if _, err := c.Stdout.Write(data); err != nil {
					return err
				}
			} else {
				report, err := session.Export(cmd.Context(), out)
				if err != nil {
					return err
				}
				c.warn(report)
				fmt.Fprintln(c.Stderr, exported(report))
			}
			if failed > 0 {
				return errSomeFailed
			}
			return nil
		},
	}
	f := cmd.Flags()
	exportFlags(cmd, &out)
	paperFlag(cmd, &o.Paper)
	f.StringVar(&o.Template, "template", "", "form of the page: a built-in `TEMPLATE` (see 'attache template') or a text file")
	f.Var(oneOf{&o.Language, app.Languages, strings.ToLower}, "language", "language of the page's labels: en, es or fr")
	f.StringVar(&o.Title, "title", "", "title of the briefing, in your own words")
	f.StringVar(&date, "date", "", "`DAY` the articles without a date were published, such as 2019-12-05")
	f.StringVar(&asOf, "as-of", "", "`DAY` up to which the briefing holds, as the page is to show it")
	f.StringVar(&o.Marking, "marking", "", "classification banner, such as \"OFFICIAL\"")
	f.Var(oneOf{&o.TLP, app.TLPs, tlp}, "tlp", "Traffic Light Protocol label, such as TLP:AMBER")
	f.StringVar(&o.Author, "author", "", "your name, as the page is to show it")
	return cmd
}

// exportFlags are the flags of every command that writes a briefing.
func exportFlags(cmd *cobra.Command, o *app.ExportOptions) {
	f := cmd.Flags()
	f.StringVarP(&o.Path, "output", "o", "", "`FILE` to write: .pdf, .md, .docx, .html or .json")
	f.Var((*format)(&o.Format), "format", "pdf, md, docx, html or json, where the file's ending does not tell")
	f.BoolVar(&o.Overwrite, "overwrite", false, "replace a file that another program made")
	o.Unverified, o.Trace = true, true
	f.BoolVar(&o.Unverified, "unverified", true, "print lines nobody has verified, marked so")
	f.BoolVar(&o.Trace, "trace", true, "put each line's evidence in the file, for attache verify")
}

// warn tells what the person should know about an export that was made.
func (c *command) warn(r app.ExportReport) {
	if n := len(r.Held); n > 0 {
		held := "1 line is held back. It is"
		if n > 1 {
			held = fmt.Sprintf("%d lines are held back. They are", n)
		}
		fmt.Fprintf(c.Stderr, "attache: the page is full: %s in the .json export.\n", held)
	}
	for _, w := range r.Warnings {
		fmt.Fprintf(c.Stderr, "attache: %s\n", w)
	}
}

func exported(r app.ExportReport) string {
	s := fmt.Sprintf("Exported %s: %s, %s", r.Path, count(r.Pages, "page", "pages"), count(r.Lines, "line", "lines"))
	if r.AnalystLines > 0 {
		s += fmt.Sprintf(", %d of them yours", r.AnalystLines)
	}
	return s + "."
}
