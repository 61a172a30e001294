package page

import (
	"cmp"
	"slices"

	"example.org/attache/briefing"
)

// overLimit is taken off the rank of a line that is one too many in its
// section. Ranks are between 0 and 1, so such a line goes before any other,
// and among its like the order stays.
const overLimit = 1000

// rankByLimits returns b with lower ranks for the lines that are more than
// their section is to hold, lowest first, so that they are held back before
// others if the page is full. Pinned and locked lines use up the limit; lines
// that are left out do not.
func rankByLimits(b briefing.Briefing) briefing.Briefing {
	if !slices.ContainsFunc(b.Sections, func(s briefing.Section) bool { return s.Max > 0 && len(s.Lines) > s.Max }) {
		return b
	}
	b = b.Clone()
	for _, s := range b.Sections {
		if s.Max == 0 {
			continue
		}
		var free []int
		fixed := 0
		for i, l := range s.Lines {
			switch {
			case !l.OnPage(), b.Details.VerifiedOnly && !l.Reviewed(), l.Possible():
			case l.Pinned, l.Locked:
				fixed++
			default:
				free = append(free, i)
			}
		}
		slices.SortStableFunc(free, func(x, y int) int { return cmp.Compare(s.Lines[y].Rank, s.Lines[x].Rank) })
		for _, i := range free[min(len(free), max(0, s.Max-fixed)):] {
			s.Lines[i].Rank -= overLimit
		}
	}
	return b
}
