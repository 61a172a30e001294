package extract

import (
	"testing"

	"example.org/attache/briefing"
)

// TestInvisibleMarks puts marks that nobody sees between and inside the words
// of a name: they are no letters and part no name.
func TestInvisibleMarks(t *testing.T) {
	for _, mark := range []string{"\u200b", "\u200e", "\u200f", "\u2066", "\u2069", "\u00ad", "\ufeff"} {
		text := "Norwegian Fisheries Minister Kari" + mark + " Soltvedt and Peruvian Fisheries Minister Rosa Lina" + mark + "res met in Bergen on Monday to discuss herring quotas.\n\n" +
			"“The herring do not carry passports,” Solt" + mark + "vedt said."
		f := Extract(&briefing.Article{ID: briefing.IDOf(text), Text: text, Language: "en"})
		sides := map[string]int{}
		for _, g := range f.Delegations {
			sides[g.Side] += len(g.Members)
		}
		if sides["Norway"] != 1 || sides["Peru"] != 1 {
			t.Errorf("%q: members by side %v, want one of Norway and one of Peru", mark, sides)
		}
		if len(f.Quotes) != 1 || f.Quotes[0].Title != "Fisheries Minister" {
			t.Errorf("%q: quotes %+v, want one by the Norwegian minister", mark, f.Quotes)
		}
	}
}

// TestCounterpartsOffice gives a counterpart the office and not the country of
// the other.
func TestCounterpartsOffice(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The Trade Minister of Sylvania, Greta Hallund, met her counterpart Pedro Amat in Strelsau on Tuesday to discuss tolls. The talks lasted an hour.", "Trade Minister"},
		{"Norwegian Trade Minister Greta Hallund met her counterpart Pedro Amat in Oslo on Tuesday to discuss tolls. The talks lasted an hour.", "Trade Minister"},
		{"The Minister of Trade of Norway, Greta Hallund, met her counterpart Pedro Amat in Oslo on Tuesday to discuss tolls. The talks lasted an hour.", "Minister of Trade"},
	} {
		f := Extract(&briefing.Article{ID: briefing.IDOf(c.text), Text: c.text, Language: "en"})
		found := false
		for _, g := range f.Delegations {
			for _, m := range g.Members {
				if m.Name == "Pedro Amat" {
					found = true
					if m.Title != c.want {
						t.Errorf("the counterpart is %q, want %q in %q", m.Title, c.want, c.text)
					}
					if g.Side == "Norway" || g.Side == "Sylvania" {
						t.Errorf("the counterpart sits with %s in %q", g.Side, c.text)
					}
				}
			}
		}
		if !found {
			t.Errorf("Pedro Amat is not seated in %q", c.text)
		}
	}
}
