//go:build cgo && !nogui && linux

package desktop_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"example.org/attache/app"
)

// At how many moments TestTypingOutlivesAKill ends the program; CI has little
// time:
//
//	go test ./app/desktop -run Kill -v -moments 300
var moments = flag.Int("moments", 4, "kills of TestTypingOutlivesAKill")

// TestTypingOutlivesAKill types into a line and kills the program at random
// moments: at most the last second of typing is lost, and the status bar has
// never said that all is saved while something was typed.
func TestTypingOutlivesAKill(t *testing.T) {
	home := needsScreen(t)
	s := start(t, home)
	s.click(s.wait("rect"))
	s.wait("source")
	s.key("ctrl+q")
	s.ended()
	r := rand.New(rand.NewSource(1))
	had := 0 // letters kept by the rounds before, which come back with the editor
	for n := range *moments {
		s.open()
		if had == 0 {
			s.wait("source")
			s.keyboard()
			s.key("e")
			s.wait("editor")
		} else {
			s.wait("typing back")
		}
		s.keyboard()
		for end := time.Now().Add(time.Duration(300+r.Intn(2500)) * time.Millisecond); time.Now().Before(end); {
			s.do("type", "z")
			time.Sleep(60 * time.Millisecond) // as fast as people type
		}
		killed := time.Now()
		s.kill()
		kept := strings.Count(typedIn(t, home), "z")
		want, first := had, true
		for e := range s.events { // what is left of them: since the editor opened
			said := fmt.Sprint(e["text"])
			at, _ := e["at"].(time.Time)
			switch e["event"] {
			case "typed":
				if killed.Sub(at) > time.Second { // the window had it by then
					want = max(want, strings.Count(said, "z"))
				}
			case "saved bar":
				if strings.Contains(said, "saved") && !first {
					t.Errorf("kill %d: while something was typed the bar said %q", n, said)
				}
				first = false
			}
		}
		if kept < want {
			t.Errorf("kill %d: %d letters are kept, the window had %d a second before; late frames: %v", n, kept, want, s.late())
		}
		had = kept
	}
}

// typedIn is what the library at home keeps of typing.
func typedIn(t *testing.T, home string) string {
	t.Helper()
	a, err := app.Open(t.Context(), app.Options{Library: filepath.Join(home, "library.db")})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	rows, err := a.Briefings(t.Context())
	if err != nil || len(rows) == 0 {
		t.Fatalf("briefings: %d, %v", len(rows), err)
	}
	data, err := a.View(t.Context(), "typing:"+string(rows[0].ID))
	if err != nil {
		t.Fatal(err)
	}
	var kept struct{ Wording struct{ Text string } }
	_ = json.Unmarshal(data, &kept) // nothing was kept
	return kept.Wording.Text
}
