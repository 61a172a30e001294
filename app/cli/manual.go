package cli

import (
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// manual writes the man pages, for packagers.
func (c *command) manual() *cobra.Command {
	return &cobra.Command{
		Use:    "manual DIR",
		Short:  "Write the man pages",
		Hidden: true,
		Args:   exactlyOne("folder"),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o777); err != nil {
				return err
			}
			cmd.Root().DisableAutoGenTag = true // the same pages every time
			return doc.GenManTree(cmd.Root(), &doc.GenManHeader{Title: "ATTACHE", Section: "1"}, args[0])
		},
	}
}
