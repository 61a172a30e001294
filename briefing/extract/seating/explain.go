package seating

import (
	"fmt"
	"slices"
	"strings"
)

// Explain tells for everybody who may have taken part how likely that is, and
// for those who did what speaks for which side, the vote that decided first.
// It must be asked before FindDelegations, which settles the sides.
func Explain(d *Document) string {
	var out strings.Builder
	all := d.Candidates()
	var parts []Part
	for _, c := range all {
		if likely(c.Clues) >= Takes {
			parts = append(parts, c.Seats()...)
		}
	}
	slices.SortStableFunc(parts, func(a, b Part) int { return a.Mention.Start - b.Mention.Start })
	chooser := d.chooseSides(parts)
	for _, c := range all {
		p := c.Person
		fmt.Fprintf(&out, "%s (%s) took part %.2f: %s\n", p.Name, p.Title, likely(c.Clues), clueWeights().Explain(c.Clues))
		if likely(c.Clues) < Takes {
			continue
		}
		fmt.Fprintf(&out, "  side %q %.2f", p.Side, p.SideSure)
		if chooser.Fixed[p] {
			out.WriteString(" by the words beside the name\n")
			continue
		}
		votes := Decided(chooser.All(p))
		for _, r := range SideRungs() {
			if side := votes[r.Clue]; side != "" {
				fmt.Fprintf(&out, ", %s: %s %.2f", r.Clue, side, r.Sure)
			}
		}
		out.WriteString("\n")
	}
	return out.String()
}
