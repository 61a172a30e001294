package app

import (
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/compose"
	"example.org/attache/briefing/extract"
)

// shown returns inputs with their findings as a briefing may show them.
func shown(inputs []compose.Input) []compose.Input {
	out := slices.Clone(inputs)
	for i, in := range out {
		if in.Article != nil {
			out[i].Findings = openUntoldSides(in.Findings, in.Article.Text)
		}
	}
	return out
}

// openUntoldSides returns findings as a briefing may show them: a side that the
// rules know from who somebody is, and that no word of the article names, is
// open there. The people and the deals stay; only the side, which no reader
// could trace, is not shown. f is not changed.
func openUntoldSides(f briefing.Findings, text string) briefing.Findings {
	told := map[string]bool{"": true}
	says := func(side string) bool {
		t, ok := told[side]
		if !ok {
			t = extract.Says(text, side)
			told[side] = t
		}
		return t
	}
	untold := slices.ContainsFunc(f.Delegations, func(d briefing.Delegation) bool { return !says(d.Side) }) ||
		slices.ContainsFunc(f.Agreements, func(a briefing.Agreement) bool {
			return slices.ContainsFunc(a.Parties, func(p string) bool { return !says(p) })
		})
	if !untold {
		return f
	}
	groups := make([]briefing.Delegation, 0, len(f.Delegations))
	open := -1 // the group of those whose side is open
	for _, d := range f.Delegations {
		d.Members = slices.Clone(d.Members)
		if says(d.Side) && d.Side != "" {
			groups = append(groups, d)
			continue
		}
		if open < 0 {
			d.Side, d.Kind, d.Evidence = "", briefing.OtherSide, nil
			open = len(groups)
			groups = append(groups, d)
			continue
		}
		for _, m := range d.Members {
			m.Head = false // whose head it was is not told
			groups[open].Members = append(groups[open].Members, m)
		}
	}
	f.Delegations = groups
	f.Agreements = slices.Clone(f.Agreements)
	for i := range f.Agreements {
		f.Agreements[i].Parties = slices.DeleteFunc(slices.Clone(f.Agreements[i].Parties), func(p string) bool { return !says(p) })
	}
	return f
}
