package speech

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// This part of the stage finds where told speech ends, and what stands before
// a speaker who is named last: "Talks would go on, Roe said on Friday."

// contentEnd returns the end of what is reported from piece from on: the end
// of the passage, without the words that tell of the speaker again.
func (s *speakers) contentEnd(p *passage, from int, described bool) int {
	end := len(p.pieces)
	for k := from + 1; k < end; k++ {
		if p.is(k, ";") {
			end = k
			break
		}
		if p.is(k, "and", "but") {
			// "claimed success and argued that"
			m := k + 1
			for p.adverb(m) && !p.pronoun(m) && !p.capital(m) && m < k+3 {
				m++
			}
			if cu := p.finite(m); cu != nil && cu.form == pastForm && (cu.clause || cu.quotation) {
				end = k
				break
			}
		}
		if p.quoted(k-1) && lastMark(p.pieces[k-1].Text) == ',' {
			if f := s.ahead(p, k); !f.empty() && p.finite(f.to) != nil {
				end = k // “…,” their statement said
				break
			}
		}
		if p.quoted(k-1) && described && (p.is(k, ",") || p.dash(k) || p.in(k, sets.preposition) || p.in(k, sets.bounds) && !(p.is(k, "and") && p.quoted(k+1))) {
			end = k
			break
		}
		if p.dash(k) && k > from+3 && !s.dashAhead(p, k) {
			end = k
			break
		}
		if p.is(k, ":") && p.quoted(k+1) && k > from+3 {
			end = k
			break
		}
		if !p.is(k, ",") {
			continue
		}
		if p.is(k+1, "which", "who") && k > from+4 && s.lastComma(p, k) {
			end = k
			break
		}
		if p.is(k+1, "and") && k > from+4 && !p.is(k+2, "that") && s.clauseAt(p, k+2) && s.lastComma(p, k) {
			end = k
			break
		}
		if p.contrasts(k+1) && k > from+3 && s.clauseAt(p, k+2) {
			end = k
			break
		}
		if p.is(k+1, "but") || p.is(0, "when", "while", "after", "although", "though", "as") && !p.is(k+1, "and", "which", "who") {
			end = k
			break
		}
		// "…, adding that", "…, but said", "…, he said", "…, according to"
		if cu := p.cue(k + 1); cu != nil && cu.form == ingForm && (cu.clause || cu.quotation || cu.description) ||
			p.is(k+1, "according") || p.finite(k+1) != nil && (p.is(k+2, ":", ",", "that") || p.quoted(k+2)) ||
			p.is(k+1, "and", "but", "though", "although", "while") && (p.finite(k+2) != nil || p.pronoun(k+2) && p.finite(k+3) != nil || p.cue(k+3) != nil && p.adverb(k+2)) {
			end = k
			break
		}
		if f := s.ahead(p, k+1); !f.empty() && f.to-f.from < 6 && p.finite(f.to) != nil && (p.punct(f.to+1) || p.in(f.to+1, times())) {
			end = k // "…, Roe said."
			break
		}
	}
	for end > from && p.is(end-1, ".", ",", "!", "?", "—", "–", "-") {
		end--
	}
	return end
}

// dashAhead reports whether the dash at k has a second one that closes what it
// opens: "said that — for now — talks go on".
func (s *speakers) dashAhead(p *passage, k int) bool {
	for m := k + 2; m < len(p.pieces) && m < k+14; m++ {
		if p.is(m, p.pieces[k].Lower) && m+2 < len(p.pieces) {
			return true
		}
	}
	return false
}

// lastComma reports whether no other comma follows the one at k.
func (s *speakers) lastComma(p *passage, k int) bool {
	for m := k + 1; m < len(p.pieces); m++ {
		if p.is(m, ",") {
			return false
		}
	}
	return true
}

// trailing returns the words that a cue at the end of a sentence reports:
// "Talks would go on, Roe said on Friday."
func (s *speakers) trailing(p *passage, c int, cu *cue) (int, int, briefing.RuleID, bool) {
	if cu.form == ingForm || cu.form == baseForm || !cu.quotation {
		return 0, 0, "", false
	}
	// The comma before the speaker.
	comma := -1
	for k := c - 1; k >= 0 && c-k < 30; k-- {
		if p.quoted(k) {
			// “…” closed by a comma inside the marks does the same.
			if last := lastMark(p.pieces[k].Text); comma < 0 && last == ',' && k > 2 {
				return s.dateline(p), k + 1, "reported.trailing", true
			}
			break
		}
		if p.is(k, ",") {
			if k == c-1 && !s.inverted(p, c) {
				continue // an apposition
			}
			if f := s.ahead(p, k+1); k == c-1 || !f.empty() && (f.to >= c-3 || p.is(f.to, ",")) && !p.in(k+1, sets.determiner) || p.is(k+1, "the") && f.to >= c-2 {
				comma = k
				break
			}
		}
	}
	if comma < 4 || cu.noun && (comma == c-1 || p.finite(c) == nil) {
		return 0, 0, "", false
	}
	for k := comma + 1; k < c; k++ {
		if p.in(k, sets.bounds) && !p.is(k, "and") {
			return 0, 0, "", false
		}
	}
	for k := c + 1; k < len(p.pieces) && k < c+12; k++ {
		if p.is(k, ":", ",") && p.quoted(k+1) {
			return 0, 0, "", false // "Roe, the envoy, said in a letter: “…”"
		}
	}
	// Nothing but circumstances may follow the speaker.
	rest := c + 1
	if comma == c-1 {
		f := s.ahead(p, c+1)
		rest = f.to
	}
	if rest < len(p.pieces) && (p.is(rest, "that", ":") || p.quoted(rest) || p.pronoun(rest)) {
		return 0, 0, "", false
	}
	if comma != c-1 && !(rest >= len(p.pieces) || p.is(rest, ".", ",", ";") || p.in(rest, times()) || p.in(rest, sets.preposition)) {
		return 0, 0, "", false
	}
	done := rest >= len(p.pieces) || p.is(rest, ".")
	if s.subjectLess(p, comma, !done || p.in(0, sets.preposition)) || !done && p.is(0, "when", "asked", "after", "as", "while") {
		return 0, 0, "", false
	}
	from := s.dateline(p)
	return from, comma, "reported.trailing", true
}

// dateline returns the first piece after a dateline: "LIMA, May 2 (AP) — ".
func (s *speakers) dateline(p *passage) int {
	for k := 1; k < len(p.pieces) && k < 12; k++ {
		if p.dash(k) && (p.is(k-1, ")") || p.pieces[0].Text == strings.ToUpper(p.pieces[0].Text) && p.capital(0) && len(p.pieces[0].Text) > 2) {
			return k + 1
		}
		if !p.capital(k) && !p.punct(k) && p.pieces[k].Kind != lang.Number {
			break
		}
	}
	return 0
}

// subjectLess reports whether the words before piece end hold no verb, and so
// are no sentence of their own; strict allows only verbs that are sure.
func (s *speakers) subjectLess(p *passage, end int, strict bool) bool {
	for k := 0; k < end; k++ {
		if p.in(k, sets.be) || p.in(k, sets.auxiliary) || !strict && p.word(k) && !p.capital(k) && strings.HasSuffix(p.pieces[k].Lower, "ed") {
			return false
		}
	}
	return strict || end < 7
}
