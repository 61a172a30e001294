package seating

import (
	"fmt"
	"strings"
)

// Explain tells how likely the article tells of a meeting, for everybody who may
// have taken part how likely that is, and for those who did what speaks for each
// side they may stand for. It must be asked before FindDelegations, which settles
// the sides.
func Explain(d *Document) string {
	var out strings.Builder
	meeting := d.MeetingClues()
	fmt.Fprintf(&out, "tells of a meeting %.2f: %s\n", MeetingWeights().Probability(meeting), MeetingWeights().Explain(meeting))
	all := d.Candidates()
	chooser := d.chooseSides(append(d.participants(), d.negotiators()...))
	for _, c := range all {
		p := c.Person
		fmt.Fprintf(&out, "%s (%s) took part %.2f: %s\n", p.Name, p.Title, likely(c.Clues), ClueWeights().Explain(c.Clues))
		if likely(c.Clues) < Takes {
			continue
		}
		fmt.Fprintf(&out, "  side %q %.2f", p.Side, p.SideSure)
		if chooser.Fixed[p] {
			out.WriteString(" by the words beside the name\n")
			continue
		}
		for _, x := range chooser.Choices(p) {
			fmt.Fprintf(&out, "\n    %s %.2f: %s", x.Side, SideWeights().Probability(x.Clues), SideWeights().Explain(x.Clues))
		}
		out.WriteString("\n")
	}
	return out.String()
}
