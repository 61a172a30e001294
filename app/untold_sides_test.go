package app

import (
	"testing"

	"example.org/attache/briefing"
	"github.com/google/go-cmp/cmp"
)

// A member whose side only the rules know stays in the briefing, without it.
func TestOpenUntoldSides(t *testing.T) {
	f := briefing.Findings{
		Delegations: []briefing.Delegation{
			{Side: "Ruritania", Kind: briefing.Country, Members: []briefing.Member{{Name: "Ann Roe", Head: true}}},
			{Side: "United Kingdom", Kind: briefing.Country, Members: []briefing.Member{{Name: "Bob Lee", Head: true}}},
			{Side: "Norway", Kind: briefing.Country, Members: []briefing.Member{{Name: "Nils Dahl", Head: true}}},
		},
		Agreements: []briefing.Agreement{{Text: "meet in May", Parties: []string{"United Kingdom", "Norway"}}},
	}
	got := openUntoldSides(f, "Ann Roe and Bob Lee met the Norwegian minister, Nils Dahl.")
	want := briefing.Findings{
		Delegations: []briefing.Delegation{
			{Side: "", Kind: briefing.OtherSide, Members: []briefing.Member{{Name: "Ann Roe", Head: true}, {Name: "Bob Lee"}}},
			{Side: "Norway", Kind: briefing.Country, Members: []briefing.Member{{Name: "Nils Dahl", Head: true}}},
		},
		Agreements: []briefing.Agreement{{Text: "meet in May", Parties: []string{"Norway"}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings to show (-want +got):\n%s", diff)
	}
	if f.Delegations[0].Side != "Ruritania" || !f.Delegations[1].Members[0].Head {
		t.Error("the findings themselves were changed")
	}
}
