package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

// guide prints the user guide that F1 shows in the window.
func (c *command) guide() *cobra.Command {
	language := "en"
	cmd := &cobra.Command{
		Use:   "guide",
		Short: "Print the user guide, as Markdown",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := c.Stdout.Write(app.GuideText(language))
			return err
		},
	}
	cmd.Flags().Var(oneOf{&language, app.Languages, strings.ToLower}, "language", "language of the guide: en, es or fr")
	return cmd
}
