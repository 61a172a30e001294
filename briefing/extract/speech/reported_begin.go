package speech

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// Where what a cue reports begins, by what stands behind the cue:
//
//	said on Friday that talks …    asked whether talks …    told Roe talks …
//	called the plan “a bad deal”   vowed to go on           announced a plan

// content returns the first piece of what the cue at c reports, to its right.
func (s *speakers) content(p *passage, c int, cu *cue) (int, briefing.RuleID, bool) {
	k := p.behindDay(c, cu)
	if p.is(0, "as") && p.is(k, ",") && s.firstComma(p) >= k-1 {
		return k + 1, "reported.as-said", true // "As Roe said, talks go on."
	}
	if that := s.thatAhead(p, c, k, cu); that >= 0 {
		return that, "reported.that", true
	}
	if cu.description {
		switch {
		case p.quotesWithin(k):
			return k, "reported.described", true
		case s.speechAct(p, c, k, cu):
			return k, "reported.act", true
		}
		return 0, "", false
	}
	if cu.onlyThat || cu.form == baseForm && p.is(c-1, "to") && cu.verb != "say" {
		return 0, "", false
	}
	if cu.infinitive && p.is(k, "to") {
		return k, "reported.to", true
	}
	for k < len(p.pieces) && (p.in(k, adverbs()) || p.in(k, times())) && !p.timeOrAll(k) {
		k++
	}
	switch {
	case p.is(k, "in", "on", "at", "during", "to", "of", "about") && cu.verb == "say" && !p.quoted(k+1):
		return 0, "", false
	case cu.verb == "ask" || cu.verb == "wonder" || cu.verb == "question":
		k, ok := p.question(k, cu)
		return k, "reported.asked", ok
	case cu.addressee:
		k, ok := s.behindAddressee(p, k)
		return k, "reported.told", ok
	}
	return s.barely(p, k, cu)
}

// behindDay returns the piece behind the cue at c, and behind the day that may
// follow it: "said on Friday | that", "pointed out | that".
func (p *passage) behindDay(c int, cu *cue) int {
	k := c + 1
	if p.is(k, "out") && cu.verb == "point" {
		k++
	}
	for p.is(k, "this", "last", "earlier", "late", "early") && p.in(k+1, times()) || p.is(k, "on") && p.in(k+1, times()) {
		k += 2
	}
	return k
}

// thatAhead returns the "that" of what the cue at c reports, at piece k or behind
// circumstances, or -1: "said in an interview in Norden that".
func (s *speakers) thatAhead(p *passage, c, k int, cu *cue) int {
	for m := k; m < len(p.pieces) && m < c+16; m++ {
		if p.is(m, "that") && cu.clause && !(cu.verb == "point" && !p.is(m-1, "out", "fact")) {
			if s.between(p, k, m, cu) {
				return m
			}
			break
		}
		if p.is(m, ".", ";", ":") || p.quoted(m) || m > k && p.cue(m) != nil && p.finite(m) != nil {
			break
		}
	}
	return -1
}

// quotesWithin reports whether what begins at piece k is told in quoted words:
// "called the plan “a bad deal for all of us”".
func (p *passage) quotesWithin(k int) bool {
	for m := k + 1; m < len(p.pieces) && m < k+20 && !p.is(m, ";", ":") && !(p.is(m-1, "as") && p.is(m, "saying")); m++ {
		if p.quoted(m) {
			return true
		}
	}
	return false
}

// question returns where, from piece k on, the question begins that somebody asked
// in other words: "asked the ministers | whether", "asked Roe | to".
func (p *passage) question(k int, cu *cue) (int, bool) {
	for m := k; m < len(p.pieces) && m < k+8; m++ {
		if p.opensQuestion(m) && !p.is(m, "about") || p.is(m, "when") || p.is(m, "to") && cu.verb == "ask" {
			return m, true
		}
	}
	return 0, false
}

// behindAddressee returns where the clause begins behind the one spoken to, who is
// at piece k: "told the ministers on Monday | talks would go on".
func (s *speakers) behindAddressee(p *passage, k int) (int, bool) {
	f := s.ahead(p, k)
	if f.empty() {
		return 0, false
	}
	k = f.to
	for p.in(k, times()) || p.is(k, "on") && p.in(k+1, times()) {
		k++
	}
	if k >= len(p.pieces) || p.punct(k) || p.in(k, sets.preposition) || p.in(k, sets.bounds) && !p.is(k, "how", "why", "what") || !s.clauseAt(p, k) {
		return 0, false
	}
	return k, true
}

// barely returns piece k as the beginning of what the cue before it reports without
// a "that": "said talks would go on", "announced a new round of talks".
func (s *speakers) barely(p *passage, k int, cu *cue) (int, briefing.RuleID, bool) {
	if !cu.clause || k >= len(p.pieces) || p.quoted(k) && p.pieces[k].End-p.pieces[k].Start > 1 && (k+1 >= len(p.pieces) || p.punct(k+1)) {
		return 0, "", false
	}
	if p.punct(k) && !p.is(k, "\"") && !p.quoted(k) || p.in(k, sets.preposition) && !p.is(k, "over", "about", "in", "at", "under", "with") || p.is(k, "and", "but", "or") {
		return 0, "", false
	}
	if announcing.Has(cu.verb) && (p.in(k, sets.determiner) || p.pieces[k].Kind == lang.Number) && len(p.pieces)-k > 5 {
		return k, "reported.announced", true
	}
	if cu.verb == "say" || s.clauseAt(p, k) || p.is(k, "how", "why", "what", "it", "there") {
		return k, "reported.said", true
	}
	return 0, "", false
}

// speechAct reports whether the cue at c, with its object from piece k on, says
// what somebody did by speaking, in words enough to tell what was said.
func (s *speakers) speechAct(p *passage, c, k int, cu *cue) bool {
	if cu.form == baseForm || cu.form == ingForm || p.finite(c) == nil || len(p.pieces)-k < 6 {
		return false
	}
	for m := k; m < len(p.pieces) && m < k+12; m++ {
		if p.punct(m) || p.quoted(m) {
			return false
		}
		if cu.acts[p.pieces[m].Lower] {
			return cu.verb == "call" && m <= k+2 || m > k
		}
	}
	return false
}

// firstComma returns the first comma of a passage that closes no apposition
// before its first cue.
func (s *speakers) firstComma(p *passage) int {
	for k := range p.pieces {
		if p.is(k, ",") && p.cue(k-1) != nil || p.is(k, ",") && p.is(k-1, "out") {
			return k
		}
	}
	return len(p.pieces)
}

// between reports whether pieces [k, m) may stand between a verb of speech and
// its "that": circumstances, or the one spoken to.
func (s *speakers) between(p *passage, k, m int, cu *cue) bool {
	for k < m && p.adverb(k) && !p.pronoun(k) {
		k++
	}
	if k == m || p.in(k, sets.preposition) && !p.is(k, "about", "of") {
		return true
	}
	if cu.addressee {
		f := s.ahead(p, k)
		k = f.to
		for k < m && (p.adverb(k) || p.in(k, times()) || p.quoted(k) || p.is(k, "'s", "’s")) {
			k++
		}
		return k == m || p.in(k, sets.preposition)
	}
	return cu.onlyThat && p.is(k, "out", "again") && k+1 == m
}

// clauseAt reports whether a clause with a verb of its own begins at piece k.
func (s *speakers) clauseAt(p *passage, k int) bool {
	if p.pronoun(k) || p.is(k, "there") {
		return true
	}
	for m := k + 1; m < len(p.pieces) && m < k+14; m++ {
		if p.is(m, ".", ";", ":") || m < k+8 && p.is(m, "when", "which", "whose") {
			return false
		}
		if p.in(m, sets.be) || p.in(m, sets.auxiliary) {
			return true
		}
	}
	return false
}
