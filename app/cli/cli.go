package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"example.org/attache/app"
)

// Exit statuses.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// Program is what the commands need of their surroundings.
type Program struct {
	Stdin          io.Reader // nil has nothing to read
	Stdout, Stderr io.Writer
	Version        string
	// CanOpen tells why no window can be opened, such as no display.
	CanOpen func() error
	// Open opens a library and the window on it, and returns when it is closed.
	Open func(ctx context.Context, o Opening) error
}

// Opening is how the window is opened.
type Opening struct {
	Library app.Options
	Ask     bool     // before a library is begun where none is
	Files   []string // added when the window is there
	// Prepare, if not nil, is called on the open library first.
	Prepare func(*app.App) error
}

// errSomeFailed ends a command whose failed inputs have been named already.
var errSomeFailed = errors.New("some inputs failed")

// usageError is a command line that cannot be understood.
type usageError struct{ error }

// Main runs the command line and returns the exit status.
func Main(ctx context.Context, args []string, p Program) int {
	if app.ChildMain(args) {
		return exitDone
	}
	root := newRoot(p)
	root.SetArgs(shielded(args))
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errSomeFailed):
		return exitFailed
	case errors.As(err, &usage):
		fmt.Fprintf(p.Stderr, "attache: %v\nRun 'attache --help' for the commands.\n", usage.error)
		return exitUsage
	}
	how := ""
	if errors.Is(err, app.ErrExists) {
		how = " (with --overwrite)"
	}
	fmt.Fprintf(p.Stderr, "attache: %v%s\n", app.Explain(err), how)
	return exitFailed
}

// command is a command of the tree and what it shares with the others.
type command struct {
	Program
	library string
	named   bool // the library is named on the command line
	create  bool // begin a library where none is
	wait    time.Duration
	json    bool
	demo    bool
	look    bool   // open to be read only
	stdin   string // file that standard input was put into, "" if none was
}

func newRoot(p Program) *cobra.Command {
	c := &command{Program: p}
	root := &cobra.Command{
		Use:           "attache",
		Short:         "One-page briefings from saved articles, every word traced to its source",
		Long:          "Attaché turns saved articles into a one-page briefing in which every word can be\ntraced to its source. It works offline. Without a command it opens the window.",
		Version:       p.Version,
		Args:          noArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          c.window,
	}
	root.SetOut(p.Stdout)
	root.SetErr(p.Stderr)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.PersistentFlags().StringVar(&c.library, "library", "", "library `FILE` (default $ATTACHE_LIBRARY, or library.db in your data folder)")
	root.PersistentFlags().BoolVar(&c.json, "json", false, "print results as JSON")
	root.Flags().BoolVar(&c.demo, "demo", false, "open the window on a demo library with the sample, apart from your own")
	root.PersistentFlags().BoolVar(&c.look, "read-only", false, "look and export, change nothing; works while a window is open")
	root.PersistentFlags().BoolVar(&c.create, "create", false, "begin a library at --library where there is none")
	root.PersistentFlags().DurationVar(&c.wait, "wait", 10*time.Second, "wait so long for another command to be done writing")
	root.PersistentPreRun = func(cmd *cobra.Command, _ []string) {
		c.named = cmd.Flags().Changed("library")
		// A year's articles go in with less memory; it costs a hundredth of the time.
		debug.SetGCPercent(50)
	}
	root.AddCommand(c.brief(), c.extract(), c.importFiles(), c.open(), c.list(), c.search(), c.show(), c.draft(),
		c.export(), c.verify(), c.template(), c.lines(), c.line(), c.undo(), c.redo(), c.history(), c.page(), c.update(), c.compare(),
		c.details(), c.tag(), c.remove(), c.putBack(), c.learnt(), c.agreements(), c.people(), c.backup(), c.restore(), c.archive(), c.unarchive(), c.doctor(), c.settings(), c.guide(), c.manual())
	return root
}

// failed names an input that failed: by its path, unless the explanation,
// which knows its name, is plain enough.
func (c *command) failed(path string, err error) {
	p := app.Explain(err)
	if c.stdin != "" && path == c.stdin {
		path = filepath.Base(path) // the folder is nobody's
	}
	if path == filepath.Base(path) && strings.Contains(p.What, path) {
		fmt.Fprintf(c.Stderr, "attache: %v\n", p)
		return
	}
	fmt.Fprintf(c.Stderr, "attache: %s: %v\n", path, p)
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usageError{fmt.Errorf("unknown command %q", args[0])}
	}
	return nil
}

// atLeastOne asks for one argument or more, called what.
func atLeastOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usageError{fmt.Errorf("%s: name at least one %s", cmd.Name(), what)}
		}
		return nil
	}
}

// atLeast asks for so many arguments or more, called what.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return usageError{fmt.Errorf("%s: name %s", cmd.Name(), what)}
		}
		return nil
	}
}

// exactly asks for so many arguments, called what.
func exactly(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return usageError{fmt.Errorf("%s: name %s", cmd.Name(), what)}
		}
		return nil
	}
}

// exactlyOne asks for one argument, called what.
func exactlyOne(what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != 1 {
			return usageError{fmt.Errorf("%s: name one %s", cmd.Name(), what)}
		}
		return nil
	}
}
