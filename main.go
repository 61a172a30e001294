// Attaché turns saved articles into a one-page briefing in which every word
// can be traced to its source, offline.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"example.org/attache/app/cli"
	"example.org/attache/app/desktop"
)

// version is set by the build: -ldflags "-X main.version=1.0.0".
var version = "development"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := cli.Main(ctx, os.Args[1:], cli.Program{
		Stdin:   os.Stdin,
		Stdout:  os.Stdout,
		Stderr:  os.Stderr,
		Version: version,
		CanOpen: desktop.Available,
		Open: func(ctx context.Context, o cli.Opening) error {
			return desktop.Run(ctx, desktop.Options{Library: o.Library, Ask: o.Ask, Files: o.Files, Prepare: o.Prepare, Version: version})
		},
	})
	stop()
	os.Exit(status)
}
