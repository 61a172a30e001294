package speech

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
)

// Whom a passage names, and how: by a name the article tells no more of, by a noun
// for somebody, as what belongs to another.

// plainName returns the name, and the gender as far as it tells, of somebody whom the
// mention names in full and the article tells no more of: "Jan-Willem Brouwer", or
// "Joe Kerrigan" of "Parent Joe Kerrigan".
func plainName(m *mention.Mention) (briefing.Span, byte, bool) {
	if m.Kind != mention.OtherMention || m.Person != nil || m.Last-m.First > 4 {
		return briefing.Span{}, 0, false
	}
	for k := m.First; k < m.Last-1; k++ {
		t := m.Sentence.Tokens[k]
		t.Lower, _, _ = strings.Cut(t.Lower, "-")
		if !mention.Vocab().Is(t, mention.GivenName) {
			continue
		}
		last := m.Sentence.Tokens[m.Last-1]
		if mention.Vocab().Is(last, mention.PartWord|mention.HeadWord) || houses.Has(last.Lower) || firms.Has(last.Lower) || !last.Capital() {
			break
		}
		return briefing.Span{Start: t.Start, End: last.End}, givenNames()[mention.FoldName(t.Lower)], true
	}
	return briefing.Span{}, 0, false
}

// strange reports whether the phrase [from, to) is a name that is neither a
// person's of the article nor a place: "Varga admitted", of whom the article
// says no more.
func (s *speakers) strange(p *passage, from, to int) bool {
	if from < to-1 && p.capital(to-1) && p.word(to-2) && !p.capital(to-2) && !p.in(to-2, sets.determiner) {
		from = to - 1 // "Port Denn goalkeeper Varga agreed"
		if r := s.reports(p); r.person == nil && r.span.Start <= p.pieces[from].Start && p.pieces[from].End <= r.span.End {
			return true
		}
	}
	if to-from > 3 || !p.word(from) {
		return false
	}
	for k := from; k < to; k++ {
		if !p.capital(k) {
			return false
		}
	}
	m := s.MentionAt(p.pieces[to-1].Start)
	if m == nil || m.Kind != mention.OtherMention || m.Person != nil || m.Last-m.First > 3 || s.things()[m.Of(s.Text)] {
		return false
	}
	k := to
	for p.adverb(k) && !p.capital(k) {
		k++
	}
	if mention.Vocab().Is(p.pieces[from].Token, mention.GivenName) && !mention.Vocab().Is(p.pieces[to-1].Token, mention.PartWord|mention.HeadWord) {
		return true // "Hana, from Norland, has made"
	}
	return s.introducedName(p, from, to) || p.word(k) && !p.capital(k) && (p.cue(k) != nil || strings.HasSuffix(p.pieces[k].Lower, "ed"))
}

// introducedName reports whether the name [from, to) is told the way people
// are: "Sael, from Norland, has made", "Sael Omo, a student, is".
func (s *speakers) introducedName(p *passage, from, to int) bool {
	if p.is(to, "from") && p.capital(to+1) && to-from < 3 {
		return true
	}
	return p.is(to, ",") && to-from < 3 && (p.is(to+1, "who", "from") || to-from == 2 && p.is(to+1, "a", "an"))
}

// namesake returns the name at piece i as whom a pronoun means, if it is one
// that stands for somebody: a given name, or one that speaks.
func (s *speakers) namesake(p *passage, i int) (referent, bool) {
	m := s.MentionAt(p.pieces[i].Start)
	if m == nil {
		return referent{}, false
	}
	k := i + 1
	for p.adverb(k) && !p.capital(k) {
		k++
	}
	first := m.Sentence.Tokens[m.First]
	from := i
	for from > 0 && p.pieces[from-1].Start >= m.Start {
		from--
	}
	if mention.Vocab().Is(first, mention.GivenName) || s.introducedName(p, from, i+1) || p.cue(k) != nil && p.cue(k).clause && !mention.Acronym(first.Text) {
		return referent{nil, m}, true
	}
	return referent{}, false
}

// somebody reports whether the phrase at piece i brings in a person whom it
// does not name: "a 30-year-old driver".
func (p *passage) somebody(i int) bool {
	if !p.is(i, "a", "an", "one", "another") {
		return false
	}
	for k := i + 1; k < i+5 && p.word(k) && !p.capital(k); k++ {
		if personNouns.Has(p.pieces[k].Lower) {
			return true
		}
	}
	for k := i + 1; k < i+4 && p.word(k) && !p.capital(k); k++ {
		if nameless.Has(p.pieces[k].Lower) {
			return true
		}
	}
	return p.is(i+1, "man", "woman") || i+1 < len(p.pieces) && strings.HasSuffix(p.pieces[i+1].Lower, "-year-old")
}

// possessive reports whether something in the pieces [from, to) owns what
// follows: "Ann Roe's spokesman".
func (p *passage) possessive(from, to int) bool {
	for k := from; k < to; k++ {
		if p.ownerMark(k) {
			return true
		}
	}
	return false
}

// owned returns the piece of the noun for somebody who is another's in the
// phrase, "Ann Roe's spokesman", or 0.
func (p *passage) owned(f phrase) int {
	for k := f.from + 1; k < f.to; k++ {
		if !p.ownerMark(k - 1) {
			continue
		}
		somebody := func() bool {
			return p.word(k) && !p.capital(k) && (personNouns.Has(p.pieces[k].Lower) || nameless.Has(p.pieces[k].Lower))
		}
		for k+1 < f.to && p.word(k+1) && !p.capital(k+1) && !p.in(k+1, sets.preposition) && !(somebody() && clause.PastLike(p.pieces[k+1].Token)) {
			k++ // "Roe's chief | negotiator", but "Roe's official | visit"
		}
		if somebody() {
			return k
		}
	}
	return 0
}

// headOf returns the end of the head of a phrase: before "of" and the like.
func headOf(p *passage, from, to int) int {
	for k := from + 1; k < to; k++ {
		if p.in(k, sets.preposition) {
			return k
		}
	}
	return to
}

// hangs reports whether the name at piece k, with its title, hangs on a
// preposition: "standing next to Ann Roe".
func (s *speakers) hangs(p *passage, k int, m *mention.Mention) bool {
	start := m.Begin()
	for k > 0 && p.pieces[k-1].Start >= start {
		k--
	}
	for k > 0 && (p.in(k-1, sets.determiner) || p.capital(k-1)) && p.pieces[k-1].quote < 0 {
		k--
	}
	return p.in(k-1, sets.preposition)
}

// foremost returns the one person of the gender whom a passage names before
// piece limit. Names that only own something, or hang on a preposition, count
// where there is no other, and never for a pronoun of the passage itself.
func (s *speakers) foremost(p *passage, limit int, gender byte) (referent, bool) {
	var one, owner referent
	n, owners := 0, 0
	for k := 0; k < limit; k++ {
		r, ok := s.referentAt(p, k, gender)
		if ok && limit < len(p.pieces) && s.asks(p, p.past(k, r.m)) {
			continue
		}
		if !ok || k > 0 && s.MentionAt(p.pieces[k-1].Start) == r.m && p.pieces[k-1].quote < 0 {
			continue
		}
		e := r.m.Last - r.m.First + k
		if p.in(k-1, sets.determiner) && p.word(e) && !p.capital(e) && (p.in(e, roleNouns()) || p.is(e+1, "had", "has", "was", "is", "were", "are", "said")) {
			continue // "the Roe campaign"
		}
		if p.ownerMark(e) || s.hangs(p, k, r.m) {
			if owner.m == nil || owner.person != r.person {
				owner = r
				owners++
			}
			continue
		}
		if one.m == nil || one.person != r.person {
			one = r
			n++
		}
	}
	switch {
	case n == 1:
		return one, true
	case n == 0 && owners == 1 && limit == len(p.pieces):
		return owner, true
	case n > 1:
		// Of several, one whose gender is known beats those it is not known of.
		var known referent
		count := 0
		for k := 0; k < limit; k++ {
			if r, ok := s.referentAt(p, k, gender); ok && r.person != nil && s.gender[r.person] == gender && r.person != known.person {
				known = r
				count++
			}
		}
		return known, count == 1
	}
	return referent{}, false
}
