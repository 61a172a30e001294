package page

import (
	"testing"

	"example.org/attache/briefing"
)

// A line that is likelier wrong than right waits among those held back, though
// there is room, until the analyst takes it.
func TestPossibleWaits(t *testing.T) {
	b := briefing.Briefing{Sections: []briefing.Section{{Kind: briefing.AgendaSection, Lines: []briefing.Line{
		{ID: "sure", Kind: briefing.ExtractLine, Status: briefing.Suggested, Wording: briefing.Wording{Text: "Fishing rights"}, Rank: .7},
		{ID: "maybe", Kind: briefing.ExtractLine, Status: briefing.Suggested, Wording: briefing.Wording{Text: "The dam"}, Rank: briefing.PossibleRank},
	}}}}
	for _, tt := range []struct {
		name string
		take func(*briefing.Line)
		held int
	}{
		{"suggested", func(*briefing.Line) {}, 1},
		{"pinned", func(l *briefing.Line) { l.Pinned = true }, 0},
		{"locked", func(l *briefing.Line) { l.Locked = true }, 0},
		{"verified", func(l *briefing.Line) { l.Status = briefing.Verified }, 0},
	} {
		line := &b.Sections[0].Lines[1]
		was := *line
		tt.take(line)
		_, held, err := Fit(b, A4)
		if err != nil {
			t.Fatal(err)
		}
		if len(held.Lines) != tt.held || tt.held > 0 && held.Lines[0] != "maybe" {
			t.Errorf("%s: held back %v, want %d", tt.name, held.Lines, tt.held)
		}
		*line = was
	}
}
