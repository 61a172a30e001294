package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

func (c *command) backup() *cobra.Command {
	var keys app.BackupKeys
	var passphrase string
	cmd := &cobra.Command{
		Use:   "backup FILE",
		Short: "Write a checked copy of the library, encrypted if you like",
		Long: "Write a checked copy of the library. An older backup is replaced, any other file never.\n" +
			"With --encrypt-to or --passphrase-file the copy is encrypted with age (age-encryption.org).",
		Args: exactlyOne("file"),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if keys.Passphrase, err = c.secret(passphrase); err != nil {
				return err
			}
			return c.reading(cmd, func(a *app.App) error {
				write := a.Backup
				if keys.Locks() {
					write = func(ctx context.Context, path string) error { return a.BackupEncrypted(ctx, path, keys) }
				}
				if err := write(cmd.Context(), args[0]); err != nil {
					return err
				}
				if c.json {
					return c.printJSON(map[string]string{"library": a.Path(), "backup": args[0]})
				}
				fmt.Fprintf(c.Stderr, "Backed up %s to %s. The copy was checked.\n", a.Path(), args[0])
				return nil
			})
		},
	}
	cmd.Flags().StringArrayVar(&keys.Recipients, "encrypt-to", nil, "encrypt for the holder of the age public `KEY`, age1…; may be repeated")
	passphraseFlag(cmd, &passphrase)
	return cmd
}

func passphraseFlag(cmd *cobra.Command, path *string) {
	cmd.Flags().StringVar(path, "passphrase-file", "", "encrypt with, or open by, the first line of `FILE`; - is standard input")
}

// secret reads the first line of a file, "" for no file.
func (c *command) secret(path string) (string, error) {
	if path == "" {
		return "", nil
	}
	var b []byte
	var err error
	if path == stdio && c.Stdin != nil {
		b, err = io.ReadAll(io.LimitReader(c.Stdin, 4096))
	} else {
		b, err = os.ReadFile(path)
	}
	line, _, _ := strings.Cut(string(b), "\n")
	if line = strings.TrimSuffix(line, "\r"); err == nil && line == "" {
		err = usageError{fmt.Errorf("%s has no passphrase in its first line", path)}
	}
	return line, err
}
