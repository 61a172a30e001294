package cli

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) restore() *cobra.Command {
	var identity, passphrase string
	cmd := &cobra.Command{
		Use:   "restore FILE",
		Short: "Put a backup in the place of the library; the library is kept beside it",
		Args:  exactlyOne("backup"),
		RunE: func(cmd *cobra.Command, args []string) error {
			library := c.path()
			kept, err := c.restoreFrom(cmd, library, args[0], identity, passphrase)
			if err != nil {
				return err
			}
			if c.json {
				return c.printJSON(map[string]string{"library": library, "backup": args[0], "kept": kept})
			}
			fmt.Fprintf(c.Stderr, "Restored %s from %s.", library, args[0])
			if kept != "" {
				fmt.Fprintf(c.Stderr, " The library that was there is kept as %s.", kept)
			}
			fmt.Fprintln(c.Stderr)
			return nil
		},
	}
	cmd.Flags().StringVar(&identity, "identity", "", "the `FILE` with the age private key that opens an encrypted backup")
	passphraseFlag(cmd, &passphrase)
	return cmd
}

func (c *command) restoreFrom(cmd *cobra.Command, library, backup, identity, passphrase string) (kept string, err error) {
	locked, err := app.IsEncrypted(backup)
	if err != nil || !locked {
		return app.RestoreFile(cmd.Context(), library, backup)
	}
	var keys app.BackupKeys
	if identity != "" {
		b, err := os.ReadFile(identity)
		if err != nil {
			return "", err
		}
		keys.Identities = string(b)
	}
	if keys.Passphrase, err = c.secret(passphrase); err != nil {
		return "", err
	}
	return app.RestoreEncrypted(cmd.Context(), library, backup, keys)
}
