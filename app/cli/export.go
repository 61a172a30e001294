package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

func (c *command) export() *cobra.Command {
	var (
		o        app.ExportOptions
		template string
	)
	cmd := &cobra.Command{
		Use:   "export BRIEFING -o FILE",
		Short: "Export a briefing of the library to PDF, Word, Markdown, HTML or JSON",
		Args:  exactlyOne("briefing"),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case o.Path == "":
				return usageError{fmt.Errorf("export: name the file to write with -o")}
			case o.Path == stdio && o.Annex:
				return usageError{fmt.Errorf("export: --annex needs -o FILE: it is a file beside it")}
			}
			return c.reading(cmd, func(a *app.App) error {
				b, err := a.Briefing(cmd.Context(), briefing.BriefingID(args[0]))
				if err != nil {
					return fmt.Errorf("briefing %s: %w", args[0], err)
				}
				if b, err = a.WithTemplate(cmd.Context(), b, template); err != nil {
					return err
				}
				if o.Path == stdio {
					return c.exportOut(cmd, a, b, o)
				}
				report, err := a.Export(cmd.Context(), b, o)
				if err != nil {
					return err
				}
				c.warn(report)
				if c.json {
					return c.printJSON(report)
				}
				fmt.Fprintln(c.Stderr, exported(report))
				return nil
			})
		},
	}
	exportFlags(cmd, &o)
	paperFlag(cmd, &o.Paper)
	cmd.Flags().StringVar(&template, "template", "", "form of this export: a `TEMPLATE` of 'attache template' or a text file")
	cmd.Flags().BoolVar(&o.Annex, "annex", false, "also write the evidence annex, as HTML beside the file")
	cmd.Flags().BoolVar(&o.Author, "name", false, "print the author's name")
	return cmd
}

// exportOut writes a briefing to standard output, as Markdown if no format is
// asked for, or as JSON.
func (c *command) exportOut(cmd *cobra.Command, a *app.App, b briefing.Briefing, o app.ExportOptions) error {
	if o.Format == "" {
		o.Format = app.Markdown
		if c.json {
			o.Format = app.JSON
		}
	}
	data, report, err := a.ExportBytes(cmd.Context(), b, o)
	if err != nil {
		return err
	}
	c.warn(report)
	_, err = c.Stdout.Write(data)
	return err
}
