package parse

import (
	"flag"
	"os"
	"strings"
	"testing"

	"example.org/attache/briefing/lang"
	"github.com/google/go-cmp/cmp"
)

var write = flag.Bool("write", false, "write testdata/clauses.txt anew from its sentences; read the difference before you keep it")

const clausesFile = "testdata/clauses.txt"

// Every sentence of the file is followed by its clauses: kind, reality, the
// clause it hangs in, [subject] VERB [rest].
func TestClauses(t *testing.T) {
	data, err := os.ReadFile(clausesFile)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(data)) {
		switch {
		case strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "":
			got.WriteString(line)
		case !strings.HasPrefix(line, " "):
			got.WriteString(line)
			for _, s := range lang.Analyse(strings.TrimSpace(line)) {
				got.WriteString(Read(s).Explain())
			}
		}
	}
	if *write {
		if err := os.WriteFile(clausesFile, []byte(got.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if d := cmp.Diff(string(data), got.String()); d != "" {
		t.Errorf("clauses (-want +got):\n%s", d)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "They met.", "to to to , and and (", "Neither did they, who that if he said that that.", "“ ” ; : — , , , and", "not never no to be being been had have do did will would"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, l := range lang.Analyse(text) {
			s := Read(l)
			n := len(s.Tokens)
			holds := func(r Run) bool { return r.Empty() || 0 <= r.From && r.To <= n }
			for i := range s.Clauses {
				c := &s.Clauses[i]
				if !holds(c.Verb.Run) || c.Verb.Empty() || !holds(c.Subject) || !holds(c.Rest) || c.Parent >= len(s.Clauses) || !holds(s.Object(c)) || !holds(s.After(c, "on", "about")) {
					t.Fatalf("clause %d of %q: %+v", i, text, *c)
				}
				for p, steps := c.Parent, 0; p >= 0; p, steps = s.Clauses[p].Parent, steps+1 {
					if steps > len(s.Clauses) {
						t.Fatalf("clause %d of %q hangs in itself", i, text)
					}
				}
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("The ministers, who had met in May, agreed to open the port and discussed how to end the raids that worry Peru. ", 40)
	sentences := lang.Analyse(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for _, s := range sentences {
			Read(s)
		}
	}
}
