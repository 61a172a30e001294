package cli

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"example.org/attache/app"
	"example.org/attache/briefing"
)

func (c *command) template() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "template",
		Short: "List the templates of a page, and keep your own",
		Long: "List the templates of a page. A template is a short text file: the sections in page order, how many\n" +
			"lines each may hold, and headings of your own. 'attache template show readout' prints one to begin with.",
		Args: noArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return c.reading(cmd, func(a *app.App) error {
				rows, err := a.Templates(cmd.Context())
				if err != nil {
					return err
				}
				if c.json {
					return c.printJSON(rows)
				}
				return c.table(func(w io.Writer) {
					for _, t := range rows {
						own := ""
						if t.Own {
							own = "your own"
						}
						row(w, t.Name, t.About, own)
					}
				})
			})
		},
	}
	cmd.AddCommand(c.templateShow(), c.templateAdd(), c.templateUse(), c.templateRemove())
	return cmd
}

func (c *command) templateShow() *cobra.Command {
	return &cobra.Command{
		Use:   "show NAME",
		Short: "Print a template, to change it and add it under another name",
		Args:  exactlyOne("template"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.reading(cmd, func(a *app.App) error {
				text, err := a.TemplateText(cmd.Context(), args[0])
				if err != nil {
					return err
				}
				if c.json {
					return c.printJSON(map[string]string{"name": args[0], "text": text})
				}
				_, err = io.WriteString(c.Stdout, text)
				return err
			})
		},
	}
}

func (c *command) templateAdd() *cobra.Command {
	return &cobra.Command{
		Use:   "add FILE",
		Short: "Keep a template of your own in the library",
		Args:  exactlyOne("template file"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.writing(cmd, func(a *app.App) error {
				t, err := a.AddTemplateFile(cmd.Context(), args[0])
				if err != nil {
					return err
				}
				if c.json {
					return c.printJSON(t)
				}
				fmt.Fprintf(c.Stderr, "Added the template %s.\n", t.Name)
				return nil
			})
		},
	}
}

func (c *command) templateUse() *cobra.Command {
	return &cobra.Command{
		Use:   "use BRIEFING TEMPLATE",
		Short: "Put a briefing of the library in the form of a template",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usageError{fmt.Errorf("template use: name a briefing and a template")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.writing(cmd, func(a *app.App) error {
				b, err := a.UseTemplate(cmd.Context(), briefing.BriefingID(args[0]), args[1])
				if err != nil {
					return err
				}
				if c.json {
					return c.printJSON(b)
				}
				return nil
			})
		},
	}
}

func (c *command) templateRemove() *cobra.Command {
	return &cobra.Command{
		Use:   "remove NAME",
		Short: "Take a template of your own out of the library",
		Args:  exactlyOne("template"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return c.writing(cmd, func(a *app.App) error {
				if err := a.RemoveTemplate(cmd.Context(), args[0]); err != nil {
					return err
				}
				return c.done(args)
			})
		},
	}
}
