package extract

import (
	"testing"

	"example.org/attache/briefing"
)

// TestEarlierMeeting sets a guest's other meeting of the day apart from the
// one the article is about.
func TestEarlierMeeting(t *testing.T) {
	text := "Foreign Minister Ana Prado of Brazil held talks with her Swedish counterpart, Viktor Lund, in Recife on Monday.\n\n" +
		"The two discussed harbour fees.\n\n" +
		"Earlier in the day Lund was received by Brazilian President Rui Costa. Defence Minister Leo Braga of Brazil also took part in that conversation."
	want := map[string]int{"Ana Prado": 0, "Viktor Lund": 0, "Rui Costa": 1, "Leo Braga": 1}
	found := Extract(&briefing.Article{ID: briefing.IDOf(text), Text: text})
	if len(found.Meetings) != 2 {
		t.Fatalf("got %d meetings, want 2: %v", len(found.Meetings), found.Meetings)
	}
	for _, g := range found.Delegations {
		for _, m := range g.Members {
			if at, ok := want[m.Name]; !ok || at != m.Meeting {
				t.Errorf("%s sits at meeting %d, want %d", m.Name, m.Meeting, at)
			}
			delete(want, m.Name)
		}
	}
	for name := range want {
		t.Errorf("%s is not seated", name)
	}
}
