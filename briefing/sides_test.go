package briefing

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A member whose side only the rules know stays in the briefing, without it.
func TestTraceable(t *testing.T) {
	f := Findings{
		Delegations: []Delegation{
			{Side: "Ruritania", Kind: Country, Members: []Member{{Name: "Ann Roe", Head: true}}},
			{Side: "United Kingdom", Kind: Country, Members: []Member{{Name: "Bob Lee", Head: true}}},
			{Side: "Norway", Kind: Country, Members: []Member{{Name: "Nils Dahl", Head: true}}},
		},
		Agreements: []Agreement{{Text: "meet in May", Parties: []string{"United Kingdom", "Norway"}}},
	}
	names := func(side string) []string {
		return map[string][]string{"Norway": {"Norway", "Norwegian"}, "United Kingdom": {"British", "London"}}[side]
	}
	got := f.Traceable("Ann Roe and Bob Lee met the Norwegian minister, Nils Dahl.", names)
	want := Findings{
		Delegations: []Delegation{
			{Side: "", Kind: OtherSide, Members: []Member{{Name: "Ann Roe", Head: true}, {Name: "Bob Lee"}}},
			{Side: "Norway", Kind: Country, Members: []Member{{Name: "Nils Dahl", Head: true}}},
		},
		Agreements: []Agreement{{Text: "meet in May", Parties: []string{"Norway"}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings to show (-want +got):\n%s", diff)
	}
	if f.Delegations[0].Side != "Ruritania" || !f.Delegations[1].Members[0].Head {
		t.Error("the findings themselves were changed")
	}
}
