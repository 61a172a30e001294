package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

// writing runs a command that changes the library, and closes it. If another
// command is writing it waits; if a window has the library it fails and says
// which.
func (c *command) writing(cmd *cobra.Command, do func(*app.App) error) error {
	if err := c.known(false); err != nil {
		return err
	}
	fresh := app.NoLibrary(c.path())
	a, err := app.Open(cmd.Context(), app.Options{Library: c.library, ReadOnly: c.look, As: cmd.CommandPath(), Wait: c.wait})
	if err != nil {
		return err
	}
	if fresh && !c.named && os.Getenv(app.LibraryVariable) != "" {
		fmt.Fprintf(c.Stderr, "attache: began a library at %s, which %s names\n", c.path(), app.LibraryVariable)
	}
	if err = do(a); !fresh {
		c.backUp(cmd, a)
	}
	return errors.Join(err, a.Close())
}

// backUp makes the day's backup, as the window does. What the command did is
// done, backup or not.
func (c *command) backUp(cmd *cobra.Command, a *app.App) {
	if a.ReadOnly() {
		return
	}
	if _, err := a.BackupIfDue(cmd.Context()); err != nil {
		fmt.Fprintf(c.Stderr, "attache: today's backup was not made: %v\n", app.Explain(err))
	}
}

// path is the library that is meant.
func (c *command) path() string {
	if c.library == "" {
		return app.DefaultLibrary()
	}
	return c.library
}

// reading runs a command that changes nothing: beside an open window, and on
// a disk that cannot be written.
func (c *command) reading(cmd *cobra.Command, do func(*app.App) error) error {
	if err := c.known(true); err != nil {
		return err
	}
	a, err := c.openToRead(cmd)
	if err != nil {
		return err
	}
	return errors.Join(do(a), a.Close())
}

// openToRead opens the library to be read only. The library of a person who
// never had one is begun, and one that an older version made is brought up to
// date, if nothing stands against it.
func (c *command) openToRead(cmd *cobra.Command) (*app.App, error) {
	o := app.Options{Library: c.library, As: cmd.CommandPath()}
	path := c.path()
	if !c.look && (app.NoLibrary(path) || app.IsOlder(cmd.Context(), path)) {
		if a, err := app.Open(cmd.Context(), o); err == nil {
			return a, nil
		}
	}
	o.ReadOnly = true
	return app.Open(cmd.Context(), o)
}

var errUnnamed = usageError{errors.New("--library names no file: give a path, or leave it out for your own library")}

// known sees to it that a library named on the command line is there, and to
// read also one that the environment names: a path mistyped is not to begin a
// new one. A person at a terminal is asked.
func (c *command) known(reads bool) error {
	switch {
	case !c.named && !reads, !c.named && os.Getenv(app.LibraryVariable) == "":
		return nil
	case !c.named && app.NoLibrary(c.path()) && !c.create:
		return fmt.Errorf("there is no library at %s, which %s names; nothing was made. Check the path, or begin a library there with 'attache import'", c.path(), app.LibraryVariable)
	case !c.named:
		return nil
	}
	if c.library == "" {
		return errUnnamed
	}
	if c.create || !app.NoLibrary(c.library) {
		return nil
	}
	if !c.look && c.asks() {
		fmt.Fprintf(c.Stderr, "There is no library at %s. Begin one? [y/N] ", c.library)
		answer, err := bufio.NewReader(c.Stdin).ReadString('\n')
		if err != nil && err != io.EOF {
			return err
		}
		if strings.HasPrefix(strings.ToLower(strings.TrimSpace(answer)), "y") {
			return nil
		}
	}
	return fmt.Errorf("there is no library at %s; nothing was made. Check the path, or begin a library there with --create", c.library)
}

// asks reports whether a person is there to answer a question.
func (c *command) asks() bool {
	return isTerminal(c.Stdin) && isTerminal(c.Stderr)
}

// isTerminal reports whether f is a device that shows characters: a terminal,
// or the null device, which answers with its end.
func isTerminal(f any) bool {
	file, ok := f.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
