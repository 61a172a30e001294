package briefing

import "slices"

// Traceable returns findings as a briefing may show them: a side that the
// rules know from who somebody is, and that no word of the article's text
// names, is open there. The people and the deals stay; only the side, which no
// reader could trace and Check would refuse, is not shown. names returns every
// form under which a text may name a side. f is not changed.
func (f Findings) Traceable(text string, names func(side string) []string) Findings {
	told := map[string]bool{"": true}
	says := func(side string) bool {
		t, ok := told[side]
		if !ok {
			t = indexWord(text, side) >= 0 || slices.ContainsFunc(names(side), func(form string) bool { return indexWord(text, form) >= 0 })
			told[side] = t
		}
		return t
	}
	untold := slices.ContainsFunc(f.Delegations, func(d Delegation) bool { return !says(d.Side) }) ||
		slices.ContainsFunc(f.Agreements, func(a Agreement) bool {
			return slices.ContainsFunc(a.Parties, func(p string) bool { return !says(p) })
		})
	if !untold {
		return f
	}
	groups := make([]Delegation, 0, len(f.Delegations))
	open := -1 // the group of those whose side is open
	for _, d := range f.Delegations {
		d.Members = slices.Clone(d.Members)
		if says(d.Side) && d.Side != "" {
			groups = append(groups, d)
			continue
		}
		if open < 0 {
			d.Side, d.Kind, d.Evidence = "", OtherSide, nil
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
