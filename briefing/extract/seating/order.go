package seating

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/mention"
)

// This file puts sides in the order in which the text first names them: by
// their own name, a nationality or one of their people.

// firstNamed returns the offset at which each side is first named.
func (d *Document) firstNamed() map[string]int {
	if d.firstSide != nil {
		return d.firstSide
	}
	first := map[string]int{}
	note := func(side string, at int) {
		if was, ok := first[side]; side != "" && (!ok || at < was) {
			first[side] = at
		}
	}
	gaz := mention.Sides()
	for _, s := range d.Sentences {
		if d.Headline(s) {
			continue
		}
		for i := 0; i < len(s.Tokens); i++ {
			if f, n := gaz.At(s.Tokens, i); n > 0 && !(s.Index == 0 && i == 0 && f.Form == mention.MetonymForm) { // a dateline names no side
				note(f.Side, s.Tokens[i].Start)
				i += n - 1
			}
		}
		for _, m := range s.Mentions {
			if m.Person != nil {
				note(m.Person.Side, m.Start)
			}
		}
	}
	for _, g := range d.Findings.Delegations { // bodies that no lexicon knows
		if _, ok := first[g.Side]; !ok && g.Side != "" {
			if at := strings.Index(d.Text, g.Side); at >= 0 {
				first[g.Side] = at
			}
		}
	}
	d.firstSide = first
	return first
}

// OrderDelegations sorts the delegations by first mention of their side; those
// whose side is open come last.
func (d *Document) OrderDelegations(list []briefing.Delegation) {
	first := d.firstNamed()
	at := func(g briefing.Delegation) int {
		if i, ok := first[g.Side]; ok && g.Side != "" {
			return i
		}
		return len(d.Text) + 1
	}
	slices.SortStableFunc(list, func(a, b briefing.Delegation) int { return at(a) - at(b) })
}
