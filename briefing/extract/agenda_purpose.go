package extract

import (
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/lang"
)

// purposes finds what a meeting, visit or call is for, in an article that
// tells nothing else of its topics:
//
//	a visit aimed at A · traveled to X to promote A · a meeting to end B
func (g *agendaFinder) purposes(s *mention.Sentence) {
	t := s.Tokens
	for i := 1; i+2 < len(t); i++ {
		if !t[i].Is("to", "aimed", "at") {
			continue
		}
		at := 0
		switch {
		case t[i].Is("aimed") && t[i+1].Is("at"):
			at = i + 2
		case t[i].Is("to") && purposeVerbs.Has(t[i+1].Lower):
			at = i + 2
		default:
			continue
		}
		if !clause.Between(max(0, i-14), i).Has(t, clause.EventNouns) && !clause.Between(max(0, i-14), i).Has(t, journeys()) {
			continue
		}
		if otherDeed(t, i) || s.Index > 1 && clause.Between(max(0, i-10), i).Has(t, onlyPlanned()) {
			continue
		}
		p := clause.PredicateOf(t, i+1)
		if committed(t, i+1) || clause.Between(max(0, i-14), i).Has(t, onlyTried()) {
			continue // "efforts to revive talks to end the war"
		}
		if p.Negated || g.table.Party(s, p.Subject).Role == seating.OutsideRole {
			continue
		}
		g.add(s, at, clause.Extent{Noun: clause.EventNouns[t[i-1].Lower] || t[i].Is("aimed") && clause.FirstVerb(t, clause.Between(0, i)) == i}, agendaRule{id: "agenda.purpose", confidence: .55}, "purpose of the meeting")
		if len(g.found) > 0 {
			return
		}
	}
}

// otherDeed reports whether the purpose at i is that of something done at the
// meeting, not of the meeting: "at the talks an accord was signed to end B".
func otherDeed(t []lang.Token, i int) bool {
	for k := i - 1; k > 0 && k > i-14; k-- {
		switch {
		case clause.EventNouns[t[k].Lower] || meetingVerbs.Has(t[k].Lower):
			return false
		case clause.PastLike(t[k]) && !clause.Auxiliaries[t[k].Lower] && !arranged.Has(t[k].Lower):
			return true
		}
	}
	return false
}
