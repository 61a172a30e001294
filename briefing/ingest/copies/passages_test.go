package copies_test

import (
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest"
	"example.org/attache/briefing/ingest/copies"
	"github.com/google/go-cmp/cmp"
)

func TestPassages(t *testing.T) {
	article := func(text string) *briefing.Article {
		t.Helper()
		a, _, err := ingest.Read("a.txt", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	said := func(a *briefing.Article, spans []briefing.Span) (all []string) {
		for _, s := range spans {
			all = append(all, s.Of(a.Text))
		}
		return all
	}
	for _, tt := range []struct {
		name, a, b string
		inA, inB   []string
	}{
		{"nothing", "The ferry sails in spring.", "Eel prices rose on Friday.", nil, nil},
		{"the same", "The ferry sails in spring.", "The ferry sails in spring.", []string{"The ferry sails in spring"}, []string{"The ferry sails in spring"}},
		{"case and marks", "“The ferry sails,” he said.", "the FERRY sails; she said nothing", []string{"The ferry sails"}, []string{"the FERRY sails"}},
		{"two passages", "On Monday the old ferry sails. Nobody was told about the new bridge.", "They heard that the old ferry sails again, about the new bridge nothing.",
			[]string{"the old ferry sails", "about the new bridge"}, []string{"the old ferry sails", "about the new bridge"}},
		{"two words are none", "The ferry is late.", "The ferry sails.", nil, nil},
		{"a paragraph ends a passage", "The old ferry sails\n\nin the early spring.", "The old ferry sails in the early spring.",
			[]string{"The old ferry sails", "in the early spring"}, []string{"The old ferry sails in the early spring"}},
	} {
		a, b := article(tt.a), article(tt.b)
		x, y := copies.Passages(a, b)
		if d := cmp.Diff(tt.inA, said(a, x)); d != "" {
			t.Errorf("%s: in the first (-want +got):\n%s", tt.name, d)
		}
		if d := cmp.Diff(tt.inB, said(b, y)); d != "" {
			t.Errorf("%s: in the second (-want +got):\n%s", tt.name, d)
		}
	}
}
