package extract

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// promises finds pledges that stand as a noun: "the minister's assurances that
// steps would be taken".
func (g *agreementFinder) promises(s *sentence) {
	t := s.Tokens
	g.toldOther(s)
	for i := 1; i+2 < len(t); i++ {
		if !t[i].Is("assurances", "assurance", "pledge", "pledges", "promise", "promises", "undertaking", "guarantee", "guarantees", "announcement", "commitment", "offer") || !t[i+1].Is("that", "to", "of") || t[i].Is("commitment", "undertaking") && !t[i+1].Is("that") {
			continue
		}
		r := agreementRule{id: "agreement.assurances", confidence: .75}
		status := briefing.Pledged
		switch {
		case t[i].Is("announcement"):
			status = briefing.Announced
		case t[i].Is("offer"):
			status = briefing.Proposed
		}
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
		case t[k].Is("a", "an", "the", "and") && i > 3 && withDeed(t, k):
			who = g.table.party(s, predicateOf(t, firstVerb(t, run{0, i})).subject)
		default:
			continue
		}
		who = g.seat(who)
		to := objectEnd(t, i+2, extent{act: true})
		if who.role == outsideRole || who.role == unknownRole || t[i+1].Is("that") && !commits(t, run{i + 2, to}) || otherTime(t, run{0, len(t)}, g.year) || (run{max(0, i-6), i}).has(t, negations) {
			continue
		}
		for k := i + 3; k+1 < to; k++ {
			if t[k].Is("and") && t[k+1].Is("a", "an") && k+2 < to && t[k+2].Is("announcement", "promise", "pledge", "offer", "assurance", "undertaking") {
				to = k
			}
		}
		g.file(s, run{i + 2, to}, who, r, status)
	}
}

// toldOther finds what one side tells the other that it will do: "Roe told Lee
// that Peru would lift its ban".
func (g *agreementFinder) toldOther(s *sentence) {
	t := s.Tokens
	for i := 1; i+4 < len(t); i++ {
		if !t[i].Is("told", "informed") || g.inQuotation(t[i].Start) {
			continue
		}
		that := i + 2
		for that < len(t) && that < i+12 && !t[that].Is("that") && t[that].Kind != lang.Punct {
			that++
		}
		if that+3 >= len(t) || !t[that].Is("that") || (run{i + 1, that}).has(t, pressWords) {
			continue
		}
		p := predicateOf(t, i)
		who, other := g.table.party(s, p.subject), g.table.party(s, run{i + 1, that})
		if p.negated || p.passive || who.role != sideRole || len(who.sides) != 1 || other.role != sideRole || len(other.sides) != 1 || other.sides[0] == who.sides[0] {
			continue
		}
		m := that + 1
		for m < len(t) && m < that+8 && !t[m].Is("will", "would") && t[m].Kind != lang.Punct {
			m++
		}
		if m+1 >= len(t) || !t[m].Is("will", "would") || !sideWill[t[m+1].Lower] && !t[m+1].Is("hold", "stop", "end", "share", "keep", "buy", "host", "start", "begin", "free", "hand") {
			continue
		}
		own := g.table.party(s, run{that + 1, m})
		if own.role != sideRole || len(own.sides) != 1 || own.sides[0] != who.sides[0] || otherTime(t, run{0, len(t)}, g.year) {
			continue
		}
		g.file(s, run{that + 1, objectEnd(t, m, extent{act: true})}, who, agreementRule{id: "agreement.told-other", confidence: .65}, briefing.Pledged)
		return
	}
}

// withDeed reports whether the article at k follows "with" or "and", as in
// "ended the visit with a promise of aid and an announcement that".
func withDeed(t []lang.Token, k int) bool {
	if t[k-1].Is("with") {
		return true
	}
	return t[k-1].Is("and") && (run{max(0, k-14), k}).any(t, "with") && (run{max(0, k-14), k}).any(t, "promise", "pledge", "assurance", "offer", "announcement")
}

// possessor returns where the name or noun before the possessive at k begins.
func possessor(t []lang.Token, k int) int {
	from := k
	for from > 0 && from > k-8 && (t[from-1].Capital() || t[from-1].Is("of", "the")) {
		from--
	}
	return min(from, k-1)
}
