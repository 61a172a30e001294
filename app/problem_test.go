package app_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"example.org/attache/app"
	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest"
)

// TestProblemsAreToldByTheirKind: what a person is told of an error goes by its
// type, whatever stands around it and whatever the file is called.
func TestProblemsAreToldByTheirKind(t *testing.T) {
	spanish, err := app.LoadWords("es")
	if err != nil {
		t.Fatal(err)
	}
	locked := &briefing.RefusedError{Kind: briefing.ErrUnsupported, Why: "the PDF is locked with a password", Do: "open it, print it to a PDF without one and add that"}
	for _, c := range []struct {
		name            string
		err             error
		what, do, in    string // beginnings in English, and of the advice in Spanish
		isNot, contains string
	}{
		{name: "refused, with advice", err: &app.FileError{Name: "a.pdf", Err: locked},
			what: "a.pdf was not added: the PDF is locked with a password.", do: "Open it, print it to a PDF without one and add that.", in: "Ábralo"},
		{name: "the same, wrapped by those who read it", err: fmt.Errorf("import: %w", &app.FileError{Name: "a.pdf", Err: &ingest.ReadError{Name: "a.pdf", Err: fmt.Errorf("child: %w", locked)}}),
			what: "a.pdf was not added: the PDF is locked with a password.", do: "Open it, print it to a PDF without one and add that.", in: "Ábralo"},
		{name: "a name like the text of an error", err: &app.FileError{Name: "read damaged: x; y.txt", Err: &ingest.ReadError{Name: "read damaged: x; y.txt", Err: fmt.Errorf("%w: a; b", briefing.ErrDamaged)}},
			what: "read damaged: x; y.txt was not added", isNot: "B."},
		{name: "a file in the way", err: fmt.Errorf("export: %w", &app.ExistsError{What: "/tmp/a: b.pdf"}), what: "/tmp/a: b.pdf"},
	} {
		p := app.Explain(c.err)
		if !strings.HasPrefix(p.What, c.what) || !strings.HasPrefix(p.Do, c.do) || c.isNot != "" && strings.Contains(p.Do, c.isNot) {
			t.Errorf("%s: %q, do %q; want %q, do %q", c.name, p.What, p.Do, c.what, c.do)
		}
		if c.in != "" && !strings.HasPrefix(app.ExplainIn(c.err, spanish).Do, c.in) {
			t.Errorf("%s in Spanish: %q, want it to begin with %q", c.name, app.ExplainIn(c.err, spanish).Do, c.in)
		}
		if !errors.Is(p, c.err) {
			t.Errorf("%s: the problem does not wrap the error", c.name)
		}
	}
}
