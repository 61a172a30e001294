package cli

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) brief() *cobra.Command {
	var (
		o     app.BriefOptions
		out   app.ExportOptions
		date  string
		asOf  string
		apart bool
	)
	cmd := &cobra.Command{
		Use:   "brief FILE…",
		Short: "Make a one-page briefing of articles, without a library",
		Long:  "Make a one-page briefing of articles. No library is needed or changed.\nWithout -o the briefing is printed as Markdown, with --json as JSON.",
		Args:  atLeastOne("article"),
		RunE: c.orStdin(func(cmd *cobra.Command, paths []string) error {
			var err error
			if o.Date, err = parseDate(date); err != nil {
				return err
			}
			if o.AsOf, err = parseDate(asOf); err != nil {
				return err
			}
			out.Paper = o.Paper
			if out.Path == stdio {
				out.Path = ""
			}
			if apart && out.Path == "" {
				return usageError{fmt.Errorf("brief: --apart needs -o FILE: each briefing is a file of its own")}
			}
			var sessions []app.Session
			var events []app.ImportEvent
			if apart {
				sessions, events, err = app.BriefEach(cmd.Context(), paths, o)
			} else {
				var s app.Session
				s, events, err = app.BriefFiles(cmd.Context(), paths, o)
				sessions = []app.Session{s}
			}
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
			c.apart(sessions)
			for n, session := range sessions {
				out := out
				if len(sessions) > 1 {
					out.Path = numbered(out.Path, n+1)
				}
				if err := c.briefed(cmd, session, out); err != nil {
					return err
				}
			}
			if failed > 0 {
				return errSomeFailed
			}
			return nil
		}),
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
	f.BoolVar(&apart, "apart", false, "one briefing for each meeting that the articles tell of: FILE-1, FILE-2 …")
	return cmd
}

// briefed writes one briefing, to its file or to standard output.
func (c *command) briefed(cmd *cobra.Command, session app.Session, out app.ExportOptions) error {
	if out.Path == "" {
		if out.Format == "" {
			out.Format = app.Markdown
			if c.json {
				out.Format = app.JSON
			}
		}
		// To be read, not kept: the trace is left out unless asked for.
		out.Trace = out.Trace && (cmd.Flags().Changed("trace") || out.Format != app.Markdown)
		data, report, err := session.Bytes(cmd.Context(), out)
		if err != nil {
			return err
		}
		c.warn(report)
		_, err = c.Stdout.Write(data)
		return err
	}
	report, err := session.Export(cmd.Context(), out)
	if err != nil {
		return err
	}
	c.warn(report)
	if c.json {
		return c.printJSON(report)
	}
	fmt.Fprintln(c.Stderr, exported(report))
	return nil
}

// apart says which articles tell of which meeting, if one page was made of
// several.
func (c *command) apart(sessions []app.Session) {
	if len(sessions) != 1 || len(sessions[0].Meetings) < 2 {
		return
	}
	fmt.Fprintf(c.Stderr, "attache: these articles tell of %d different meetings:\n", len(sessions[0].Meetings))
	for _, group := range sessions[0].Meetings {
		var names []string
		for _, a := range group {
			names = append(names, a.Source.Name)
		}
		fmt.Fprintf(c.Stderr, "  %s\n", strings.Join(names, ", "))
	}
	fmt.Fprintln(c.Stderr, "For one briefing each, add --apart.")
}

// numbered puts a number before the ending of a file's name.
func numbered(path string, n int) string {
	ext := filepath.Ext(path)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ext), n, ext)
}

// exportFlags are the flags of every command that writes a briefing.
func exportFlags(cmd *cobra.Command, o *app.ExportOptions) {
	f := cmd.Flags()
	f.StringVarP(&o.Path, "output", "o", "", "`FILE` to write: .pdf, .md, .docx, .html or .json; - is standard output")
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
		fmt.Fprintf(c.Stderr, "attache: %s in the .json export, for want of room or as likelier wrong than right.\n", held)
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
