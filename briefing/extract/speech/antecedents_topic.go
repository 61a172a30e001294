package speech

import (
	"strings"
)

// This part of the stage tells what a sentence is about, where that settles
// whom a pronoun in it may mean:
//
//	Roe, he said, was late.                    not Roe
//	In Roe's case, she stayed: “…,” she said.  Roe
//	The old star slammed Roe. “…,” she said.   not Roe
//
// It does not follow a topic from one sentence to the next.

// interposed reports whether the pronoun at piece i and its verb of speech
// stand between commas behind the subject of the sentence: "Roe, he said, also
// “…”". Whoever is named there is not the one who speaks.
func (s *speakers) interposed(p *passage, i int) bool {
	k := i + 1
	for p.adverb(k) && !p.capital(k) {
		k++
	}
	if !p.is(i-1, ",") || p.cue(k) == nil || !p.is(k+1, ",") {
		return false
	}
	f := s.firstSubject(p, i)
	return f.from == 0 && f.to >= i-1 && !p.in(0, sets.preposition) && !p.in(0, sets.bounds)
}

// unnamed reports whether the passage opens, before piece at, with somebody it
// does not name: "The 38-year-old star slammed Roe because she …".
func (s *speakers) unnamed(p *passage, at int) bool {
	f := s.firstSubject(p, at)
	if f.empty() || f.to >= at || !p.in(f.from, sets.determiner) {
		return false
	}
	head := headOf(p, f.from, f.to)
	if p.capital(head-1) || f.aside < f.asideTo {
		return false
	}
	return p.somebody(f.from) || p.is(f.from, "the") && (strings.HasSuffix(p.pieces[f.from+1].Lower, "-year-old") || personNouns.Has(p.pieces[head-1].Lower) && s.described(p, f.from, head, -1) == nil)
}

// topic returns the one who owns what the passage opens with, if the pronoun
// at piece at can mean nobody else in it: "In Roe's case, she", "Roe's advice
// earned him a hearing, where he".
func (s *speakers) topic(p *passage, at int, gender byte) (referent, bool) {
	var one referent
	for k := 0; k < at; k++ {
		r, ok := s.referentAt(p, k, gender)
		if !ok || r.m == one.m {
			continue
		}
		if one.m != nil {
			return referent{}, false
		}
		e := k + 1
		for e < at && p.pieces[e].Start < r.m.End {
			e++
		}
		if p.is(e, ",") && p.is(e+1, "whose", "who") {
			one = r // "a blow to Roe, whose office … in which he"
			continue
		}
		if !p.ownerMark(e) || k > 6 {
			return referent{}, false
		}
		for n := e + 1; n < e+4 && p.word(n); n++ {
			if w := p.pieces[n]; w.Capital() || personNouns.Has(w.Lower) || nameless.Has(w.Lower) || roleNouns.Has(w.Lower) || relations.Has(w.Lower) {
				return referent{}, false // "Roe's lawyer said he"
			}
		}
		one = r
	}
	return one, one.person != nil
}

// things returns the names that open a sentence in which they are "it" and
// never "he" or "she": "Norden plans to cut its emissions".
func (s *speakers) things() map[string]bool {
	if s.inert != nil {
		return s.inert
	}
	s.inert = map[string]bool{}
	for _, p := range s.passages {
		m := s.MentionAt(p.pieces[0].Start)
		if m == nil || m.Person != nil {
			continue
		}
		it, he := false, false
		for k := range p.pieces {
			it = it || p.is(k, "its", "it")
			he = he || p.is(k, "he", "she", "his", "her", "him")
		}
		if it && !he {
			s.inert[m.Of(s.Text)] = true
		}
	}
	return s.inert
}
