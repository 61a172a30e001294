package cli_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
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
				Stdin:   os.Stdin,
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
			if cache, err := os.UserCacheDir(); err == nil { // where the PDF reader's translation is kept
				env.Setenv("XDG_CACHE_HOME", cache)
			}
			return os.WriteFile(env.WorkDir+"/long.txt", []byte(longQuotation()), 0o600)
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
	})
}

// longQuotation is an article with one quotation of more than 5,000 words in
// one line, too long to keep in a transcript.
func longQuotation() string {
	return "French Foreign Minister Anna Rassendyll met her Spanish counterpart Carlos Ibarra in Paris on Tuesday.\n\n" +
		"They discussed fishing quotas and the rail link.\n\n" +
		"“We will open " + strings.Repeat("the link and the road and ", 900) + "the bridge,” Rassendyll said.\n"
}
