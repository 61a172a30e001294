package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

// guide prints the user guide that F1 shows in the window.
func (c *command) guide() *cobra.Command {
	language, page := "en", false
	cmd := &cobra.Command{
		Use:   "guide",
		Short: "Print the user guide, as Markdown",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			text := app.GuideWords(language)
			if page {
				text = app.GuidePage(language)
			}
			_, err := c.Stdout.Write(text)
			return err
		},
	}
	cmd.Flags().Var(oneOf{&language, app.Languages, strings.ToLower}, "language", "language of the guide: en, es or fr")
	cmd.Flags().BoolVar(&page, "html", false, "as one page of HTML, with pictures of the window")
	return cmd
}
