package exporttest

import (
	"embed"
	"errors"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export/trace"
)

// Sentences returns what is to be said of a file.
func Sentences(f trace.File) []string {
	var all []string
	for _, c := range append(trace.Compare(f.Record.Printed, f.Seen), f.Record.Altered()...) {
		all = append(all, c.String())
	}
	return all
}

// CheckChanges makes each of Changes and fails on one that is not named. Forge
// returns the file of a briefing with the record of the sample's own file;
// open reads it.
func CheckChanges(t *testing.T, forge func(*testing.T, briefing.Briefing) []byte, open func([]byte) (trace.File, error)) {
	t.Helper()
	changes := Changes()
	if len(changes) < 60 {
		t.Errorf("only %d changes", len(changes))
	}
	for _, c := range append(changes, Change{Name: "none", Edit: func(*briefing.Briefing) {}}) {
		t.Run(c.Name, func(t *testing.T) {
			b := Briefing()
			c.Edit(&b)
			f, err := open(forge(t, b))
			if err != nil {
				t.Fatal(err)
			}
			said := Sentences(f)
			switch {
			case c.Says == nil && len(said) > 0:
				t.Errorf("nothing was changed, yet %q", said)
			case c.Says != nil && !c.Said(said):
				t.Errorf("said: %q, want %q", said, c.Says)
			case len(said) > 6:
				t.Errorf("%d sentences of one change: %s", len(said), strings.Join(said, "\n"))
			}
		})
	}
}

// CheckHarmless fails on a rewritten file of which anything is said.
func CheckHarmless(t *testing.T, name string, data []byte, open func([]byte) (trace.File, error)) {
	t.Helper()
	f, err := open(data)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if said := Sentences(f); len(said) > 0 {
		t.Errorf("%s: %q", name, said)
	}
}

// CheckRefused fails unless a file is refused with an error that is one, and
// as the other says, if there is one.
func CheckRefused(t *testing.T, data []byte, open func([]byte) (trace.File, error), is error, as any) {
	t.Helper()
	_, err := open(data)
	if !errors.Is(err, is) || as != nil && !errors.As(err, as) {
		t.Errorf("got %v, want %v (%T)", err, is, as)
	}
}

//go:embed old
var old embed.FS

// OldFile returns a file that version 1.0 exported: ferry.txt, the article,
// and what was made of it.
func OldFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := old.ReadFile("old/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
