package extract

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// promises finds pledges that stand as a noun: "the minister's assurances that
// steps would be taken".
func (g *agreementFinder) promises(s *sentence) {
	t := s.Tokens
	for i := 1; i+2 < len(t); i++ {
		if !t[i].Is("assurances", "assurance", "pledge", "pledges", "promise", "promises", "undertaking", "guarantee", "guarantees") || !t[i+1].Is("that", "to") {
			continue
		}
		r := agreementRule{id: "agreement.assurances", confidence: .75}
		var who party
		switch k := i - 1; {
		case t[k].Kind == lang.Clitic:
			who = g.table.party(s, run{possessor(t, k), k})
		case t[k].Is("his", "her"):
			who = g.table.before(s, false)
			who.reason = "party by pronoun"
		case t[k].Is("their"):
			who = party{role: allRole, sides: g.table.allSides(), reason: "parties by pronoun"}
		case i > 2 && t[k].Is("gave", "given", "offered"):
			who = g.table.party(s, predicateOf(t, k).subject)
		default:
			continue
		}
		who = g.seat(who)
		to := objectEnd(t, i+2, extent{act: true})
		if who.role == outsideRole || who.role == unknownRole || t[i+1].Is("that") && !commits(t, run{i + 2, to}) || otherTime(t, run{0, len(t)}, g.year) || (run{max(0, i-6), i}).has(t, negations) {
			continue
		}
		g.file(s, run{i + 2, to}, who, r, briefing.Pledged)
	}
}

// possessor returns where the name or noun before the possessive at k begins.
func possessor(t []lang.Token, k int) int {
	from := k
	for from > 0 && from > k-8 && (t[from-1].Capital() || t[from-1].Is("of", "the")) {
		from--
	}
	return min(from, k-1)
}
