package speech

import (
	"strings"

	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/lang"
)

// This file finds the subject of a verb of speech:
//
//	Ann Roe, the minister, said           before an apposition
//	Roe left early, saying                of a participle, its sentence's
//	with one official telling             of a participle, its own
//	Then, said Roe,                       behind the verb
//
// It does not look beyond the passage.

// subject returns the phrase whose verb is the cue at piece c.
func (d *Document) subject(p *passage, c int) phrase {
	cu := p.cue(c)
	k := c - 1
	for k >= 0 && p.adverb(k) && !p.pronoun(k) && !(p.capital(k) && !p.in(k, times())) {
		k--
	}
	if p.is(k, "on") && p.in(k+1, times()) {
		k--
	}
	if m := p.opening(k); m > 0 && p.is(m+1, "according") {
		k = m - 1 // "Roe, according to Lee, said"
	}
	switch {
	case k < 0:
		return d.ahead(p, c+1)
	case p.quoted(k):
		if cu == nil || cu.form != ingForm {
			if f := d.ahead(p, c+1); !f.empty() {
				return f
			}
		}
		return d.governing(p, k)
	case p.is(k, "as") && cu != nil && cu.form == ingForm && p.quotedBy(k) > 0:
		return d.behind(p, k)
	case p.is(k, ",") && d.inverted(p, c):
		return d.ahead(p, c+1)
	case cu != nil && cu.form == ingForm && d.attending(p, k) > 0:
		return d.ahead(p, d.attending(p, k))
	case p.is(k, "to"), p.is(k, "as", "by", "of", "for", "in", "without", "before", "after", "while"):
		return d.governing(p, k)
	case p.is(k, "and", "but", "or", "then"):
		return d.governing(p, k)
	case p.is(k, "who", "which", "that"):
		e := k
		if p.is(e-1, ",") {
			e--
		}
		f := d.behind(p, e)
		if !f.empty() && !nominal(p, f.from, f.to) {
			from := f.to // "was issued at noon by the council, which said"
			for from > f.from+1 && (!p.in(from-1, sets.preposition) || p.is(from-1, "of", "for")) {
				from--
			}
			f.from = from
		}
		if m := d.personAt(p, e-1); m != nil && p.is(k, "who") {
			for f.from < e-1 && p.pieces[f.from].Start < m.Begin() {
				f.from++ // "talks with the envoy Ann Roe, who said"
			}
		}
		return f
	case cu != nil && cu.form == ingForm:
		if d.personAt(p, k) != nil || p.pronoun(k) || p.in(k, sets.be) {
			if p.in(k, sets.be) {
				for k > 0 && (p.adverb(k) || p.in(k, sets.be)) && !p.pronoun(k) && !p.capital(k) {
					k--
				}
				if f := d.behind(p, k+1); !f.empty() {
					return f
				}
				return d.governing(p, k)
			}
			return d.behind(p, k+1)
		}
		return d.governing(p, k)
	case p.is(k, ","), p.dash(k):
		return d.beforeAside(p, k)
	}
	f := d.behind(p, k+1)
	if p.is(f.from-1, ",") && d.personAt(p, f.to-1) == nil {
		if g := d.officer(p, f.from-1); !g.empty() {
			return g
		}
	}
	return f
}

// opening returns the comma before the one at k, or 0.
func (p *passage) opening(k int) int {
	if !p.is(k, ",") {
		return 0
	}
	for m := k - 1; m > 0 && !p.quoted(m); m-- {
		if p.is(m, ",") {
			return m
		}
	}
	return 0
}

// officer returns the name that the passage opens with if all that stands
// between it and the comma at k tells whose officer it is: "Ann Roe, spokesman
// for one of the factions, the Free Front said".
func (d *Document) officer(p *passage, k int) phrase {
	f := d.firstSubject(p, k)
	if f.empty() || d.personAt(p, f.to-1) == nil && f.to-f.from > 3 || !p.capital(f.to-1) || !p.is(f.to, ",") {
		return phrase{}
	}
	noun := false
	for m := f.to + 1; m < k; m++ {
		noun = noun || m < f.to+5 && personNouns.Has(p.pieces[m].Lower)
		if p.cue(m) != nil && p.finite(m) != nil || p.in(m, sets.be) && p.pieces[m].Kind != lang.Clitic || p.in(m, sets.auxiliary) || p.quoted(m) {
			return phrase{}
		}
	}
	if !noun {
		return phrase{}
	}
	return f
}

// attending returns where the phrase begins that "with" gives a participle of
// its own, if that ends with piece k: "with one official telling", or 0.
func (d *Document) attending(p *passage, k int) int {
	for b := k; b > 0 && k-b < 14; b-- {
		if p.is(b-1, "with") {
			if f := d.ahead(p, b); f.to == k+1 || f.aside < f.asideTo && f.asideTo == k && p.is(k, ",") {
				return b
			}
			return 0
		}
		if p.quoted(b) || p.cue(b) != nil {
			return 0
		}
	}
	return 0
}

// quotedBy returns the verb of "the agency quoted Roe" before the "as" at k, or
// 0: who is quoted speaks, not who quotes.
func (p *passage) quotedBy(k int) int {
	for c := k - 2; c > 0 && k-c < 8; c-- {
		if p.any(c, quoting) && !p.passive(c) {
			return c
		}
	}
	return 0
}

// inverted reports whether the cue at c, behind a comma, has its subject after
// it: "Then, said Roe, “…”".
func (d *Document) inverted(p *passage, c int) bool {
	if cu := p.cue(c); cu == nil || !cu.quotation || cu.form == ingForm || cu.verb == "tell" || !p.capital(c+1) && !p.in(c+1, sets.determiner) && !p.pronoun(c+1) {
		return false
	}
	f := d.ahead(p, c+1)
	if f.empty() || !nominal(p, f.from, f.to) {
		return false
	}
	if p.is(f.to, "in", "on", "at", "during", "after", "to") || f.to < len(p.pieces) && clause.IsGerund(p.pieces[f.to].Token) {
		// "The deal was made, said the agency in a bulletin": a sentence
		// before it, and none after.
		return p.verbIn(0, c) && !p.verbIn(f.to, len(p.pieces))
	}
	return p.is(f.to, ",") || p.is(f.to, ".") || f.to == len(p.pieces)
}

// verbIn reports whether the pieces [from, to) hold a form of "be" or an
// auxiliary.
func (p *passage) verbIn(from, to int) bool {
	for k := from; k < to; k++ {
		if p.in(k, sets.be) && p.pieces[k].Kind != lang.Clitic || p.in(k, sets.auxiliary) {
			return true
		}
	}
	return false
}

// beforeAside returns the phrase whose apposition ends with the comma at k:
// "Ann Roe, 52, a senator from Ohio, said".
func (d *Document) beforeAside(p *passage, k int) phrase {
	best := phrase{}
	for m := k - 1; m > 0 && k-m < 45; m-- {
		if p.is(m, ";", ":") {
			break
		}
		if !(p.is(m, ",") || p.dash(m)) {
			continue
		}
		if p.in(m+1, sets.bounds) && !p.is(m+1, "who", "which", "whose") {
			continue
		}
		f := d.behind(p, m)
		if f.empty() {
			continue
		}
		f.aside, f.asideTo = m+1, k
		if p.in(f.from-1, sets.preposition) && d.personAt(p, m-1) == nil || p.is(f.from-1, "to") && p.is(f.from-2, "according") {
			continue // "in Columbus, Ohio,"
		}
		named := d.personAt(p, m-1) != nil
		if best.empty() || named {
			best = f
		}
		if named {
			// Of "Ann Roe, Bob Lee, the ministers, said" the first is the
			// subject, but only while the names run on.
			if !p.is(f.from-1, ",") {
				break
			}
		}
	}
	if best.empty() {
		return d.governing(p, k)
	}
	return best
}

// governing returns the subject of the verb that a participle, an infinitive
// or a second verb at piece k leans on: "Roe left early, saying …".
func (d *Document) governing(p *passage, k int) phrase {
	inner := phrase{}
	for c := k - 1; c >= 0 && k-c < 60; c-- {
		if p.finite(c) != nil {
			if f := d.subject(p, c); !f.empty() {
				// "Roe called it unfair that Lee went on, warning", "Roe said
				// Lee would agree, adding": the verb in a clause of its own
				// governs nothing after the comma.
				if p.is(k, ",") && (p.is(f.from-1, "that", "which", "because", "if", "while", "after", "when", "as") || p.within(f.from)) {
					if inner.empty() {
						inner = f
					}
					continue
				}
				return f
			}
		}
		if p.is(c, "he", "she") && inner.empty() {
			return phrase{p: p, from: c, to: c + 1}
		}
		if p.is(c, ";") {
			break
		}
		if (p.contrasts(c) || p.is(c, "but") || p.is(c, "when", "after", "before", "as", "until") && p.is(k, "and", "then")) && c > 0 && inner.empty() {
			// "Sales fell, although Roe was among the doubters, writing"
			if f := d.ahead(p, c+1); f.to < k && d.personAt(p, f.to-1) != nil && (p.in(f.to, sets.be) || p.in(f.to, sets.auxiliary) || p.word(f.to) && clause.PastLike(p.pieces[f.to].Token)) {
				return f
			}
		}
	}
	if !inner.empty() {
		return inner
	}
	return d.firstSubject(p, k)
}

// within reports whether the subject at piece i opens a clause that a verb of
// speech before it governs without "that": "Roe said he hoped | the state".
func (p *passage) within(i int) bool {
	for c := i - 1; c >= 0 && i-c < 18; c-- {
		if p.punct(c) || p.quoted(c) || p.is(c, "but") || p.is(c, "and") && !(p.capital(c-1) && p.capital(c+1)) {
			return false
		}
		if cu := p.cue(c); cu != nil && cu.clause && p.finite(c) != nil {
			return true
		}
	}
	return false
}

// firstSubject returns the subject that a passage opens with, before piece
// limit: behind "In a statement," and the like.
func (d *Document) firstSubject(p *passage, limit int) phrase {
	i := 0
	for i < limit && (p.any(i, openings) || p.quoted(i) || p.is(i, ",")) {
		i++
	}
	if p.any(i, moments) && p.is(i+1, "after", "before", "later") {
		i++
	}
	if p.is(i, "later") || p.is(i, "the", "a") && p.in(i+1, times()) && p.is(i+2, "before", "after", "of") || p.in(i, sets.preposition) || p.in(i, sets.bounds) || p.in(i, times()) || p.word(i) && (strings.HasSuffix(p.pieces[i].Lower, "ing") || p.any(i, whenAsked)) {
		// "On Monday, the day before the talks, Roe said": whoever is named
		// first behind a comma, else what stands behind the first.
		first := phrase{}
		for k := i; k < limit && k < i+30; k++ {
			if !p.is(k, ",") {
				continue
			}
			f := d.ahead(p, k+1)
			if f.empty() || f.from >= limit {
				continue
			}
			if p.pronoun(f.from) || d.personAt(p, f.to-1) != nil {
				return f
			}
			if first.empty() {
				first = f
			}
		}
		if !first.empty() {
			return first
		}
		for k := i; k < limit; k++ {
			if d.personAt(p, k) != nil && !p.is(k-1, "of", "for", "with", "from", "by", "to", "about") {
				return d.ahead(p, k)
			}
			if p.pronoun(k) {
				return phrase{p: p, from: k, to: k + 1}
			}
		}
		return phrase{}
	}
	if i >= limit {
		return phrase{}
	}
	f := d.ahead(p, i)
	if f.to > limit {
		f.to = limit
	}
	return f
}
