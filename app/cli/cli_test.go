package cli_test

import (
	"context"
	"errors"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"example.org/attache/app"
	"example.org/attache/app/cli"
)

// TestMain makes the test program the real one when it is started as
// "attache": by a transcript, or by itself to read a risky file.
func TestMain(m *testing.M) {
	if app.ChildMain(os.Args[1:]) {
		return
	}
	testscript.Main(m, map[string]func(){
		"attache": func() {
			os.Exit(cli.Main(context.Background(), os.Args[1:], cli.Program{
				Stdout:  os.Stdout,
				Stderr:  os.Stderr,
				Version: "test",
				CanOpen: func() error { return errors.New("no display") },
			}))
		},
	})
}

func TestTranscripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("ATTACHE_LIBRARY", env.WorkDir+"/library.db")
			return nil
		},
	})
}
