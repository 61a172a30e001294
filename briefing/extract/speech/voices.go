package speech

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
)

// This part of the stage finds the words that say who speaks:
//
//	“…,” Ann Roe, the minister, said     “…,” said Ann Roe
//	Roe said “…”    Roe, adding: “…”     according to Roe, “…”
//	Roe: “…”        Roe's claim that “…”
//
// It does not follow who answers whom where nobody is named.

// voice is where the text says who speaks, and by which rule.
type voice struct {
	phrase
	cue  int // piece of the cue, or -1
	rule briefing.RuleID
	sure float64
}

// left returns the voice that stands before the quotation at piece i.
func (d *Document) left(p *passage, i int) (voice, bool) {
	if i > 0 && p.is(i-1, ":") {
		if v, ok := d.colon(p, i); ok {
			return v, true
		}
	}
	if p.is(i-1, ",", ":") && p.in(i-2, spokenNouns()) && p.is(i-3, "this", "following", "another") {
		// "Roe followed up with this tweet, “…”"
		if f := d.firstSubject(p, i); !f.empty() && f.to < i-3 && d.personAt(p, f.to-1) != nil {
			return voice{f, -1, "quote.holder", .8}, true
		}
	}
	for c := i - 1; c >= 0 && i-c < 80; c-- {
		if p.is(c, ";") {
			break
		}
		if p.is(c, "to") && p.is(c-1, "according") || p.is(c, "of") && p.is(c-1, "words") {
			f := d.ahead(p, c+1)
			if !f.empty() && f.to < i {
				return voice{f, c - 1, "quote.according-to", .93}, true
			}
		}
		if n := d.holder(p, c, i); !n.empty() && !p.reportedBefore(c) {
			return voice{n, c, "quote.holder", .85}, true
		}
		cu := p.cue(c)
		if cu == nil || !cu.quotation && !cu.description && !cu.clause {
			continue
		}
		if cu.form == pastForm && p.is(c+1, "by") && (cu.description || cu.quotation) && cu.verb != "quote" && cu.verb != "cite" {
			// "The deal, described by Roe as “…”"
			if f := d.ahead(p, c+2); !f.empty() && f.to < i && (p.is(f.to, "as", "for", "of") || p.quoted(f.to)) {
				return voice{f, c, "quote.said-before", .88}, true
			}
		}
		relays := cu.verb == "quote" || cu.verb == "cite" || cu.verb == "report"
		if cu.form == pastForm && p.passive(c) && !(relays && (p.is(c+1, "as") || p.is(c+1, "by"))) {
			if p.is(c+1, "by") && (cu.description || cu.quotation) {
				// "was accused by Roe of “…”"
				if f := d.ahead(p, c+2); !f.empty() && f.to < i {
					return voice{f, c, "quote.said-before", .88}, true
				}
			}
			continue
		}
		if cu.noun && p.finite(c) == nil && !p.is(c-1, "to", "who") {
			continue
		}
		if p.is(c-1, "the", "a", "an", "his", "her", "of") {
			continue
		}
		if cu.form == baseForm && !p.is(c-1, "to") && !p.in(c-1, sets.auxiliary) && !p.pronoun(c-1) && !p.adverb(c-1) && p.finite(c) == nil {
			continue
		}
		f := d.subject(p, c)
		if f.empty() || f.to-f.from == 1 && p.any(f.from, indefinite) {
			continue
		}
		if (mental.Has(cu.verb) || cu.form == baseForm && p.modal(c) || d.thing(f)) && (p.within(f.from) || p.is(f.from-1, "that") && p.reportedBefore(f.from-1)) {
			continue // "Roe said the two agreed to “…”", "Roe said Lee would call it “…”": Roe's words
		}
		near := i - c
		sure := .93
		if near > 6 {
			sure = .88
		}
		if near > 14 {
			sure = .8
		}
		if cu.description && !cu.quotation {
			sure -= .04
		}
		return voice{f, c, "quote.said-before", sure}, true
	}
	return voice{}, false
}

// thing reports whether a subject is neither somebody nor a body nor a writing, as
// far as its noun tells: "the attacks".
func (d *Document) thing(f phrase) bool {
	k := headOf(f.p, f.from, f.to) - 1
	if !f.p.word(k) || f.p.capital(k) || f.p.pronoun(k) || d.personAt(f.p, k) != nil {
		return false
	}
	noun := strings.TrimSuffix(f.p.pieces[k].Lower, "s")
	for _, c := range []lexicon.Class{personNouns, nameless, relations, roleNouns, bodyNouns, firmNouns, passingOn, writings, posts, severalPeople, indefinite} {
		if c.Has(noun) || c.Has(f.p.pieces[k].Lower) {
			return false
		}
	}
	return mention.Vocab().Class[noun]&mention.HeadWord == 0
}

// modal reports whether the verb at piece c is told as what would be or could be.
func (p *passage) modal(c int) bool {
	for c--; p.adverb(c); c-- {
		if p.is(c, "would", "will", "could", "might", "may", "should", "can", "must", "'ll", "'d") {
			return true
		}
	}
	return false
}

// holder returns the owner of the noun of speech at piece c that introduces
// the quotation at i.
func (d *Document) holder(p *passage, c, i int) phrase {
	if !p.in(c, spokenNouns()) || c < 1 || i-c > 4 || i == c+1 && p.describedBefore(c) {
		return phrase{}
	}
	if p.ownerMark(c - 1) {
		return d.behind(p, c-1)
	}
	if p.is(c-1, "his", "her", "their") {
		return phrase{p: p, from: c - 1, to: c}
	}
	return phrase{}
}

// reportedBefore reports whether a verb of speech before piece c may govern it.
func (p *passage) reportedBefore(c int) bool {
	for k := c - 1; k >= 0; k-- {
		if cu := p.finite(k); cu != nil && cu.clause {
			return true
		}
	}
	return false
}

// describedBefore reports whether the noun of speech at piece c is what a verb
// before it calls names: "called Roe's remarks “…”" are not Roe's words.
func (p *passage) describedBefore(c int) bool {
	for k := c - 1; k >= 0 && c-k < 9 && !p.punct(k) && !p.quoted(k); k-- {
		if cu := p.finite(k); cu != nil && cu.description {
			return true
		}
	}
	return false
}

// colon returns the voice before a quotation that a colon introduces.
func (d *Document) colon(p *passage, i int) (voice, bool) {
	for c := i - 2; c >= 0 && i-c < 30; c-- {
		if p.is(c, ";") {
			break
		}
		cu := p.cue(c)
		if cu == nil || !cu.quotation && !cu.description {
			continue
		}
		if cu.form == pastForm && p.passive(c) || cu.noun && p.finite(c) == nil && !p.is(c-1, "to") {
			continue
		}
		if f := d.subject(p, c); !f.empty() {
			return voice{f, c, "quote.colon", .95}, true
		}
	}
	for k := 0; k < i-2; k++ {
		if p.is(k, "words") && p.is(k+1, "of") {
			if f := d.ahead(p, k+2); !f.empty() {
				return voice{f, -1, "quote.colon", .9}, true
			}
		}
	}
	if m := d.personAt(p, i-2); m != nil && !p.verbIn(0, i-2) {
		// "Norden United coach Bob Lee:"
		from := i - 2
		for from > 0 && p.pieces[from-1].Start >= m.Start {
			from--
		}
		return voice{phrase{p: p, from: from, to: i - 1}, -1, "quote.colon", .85}, true
	}
	f := d.firstSubject(p, i-1)
	if f.empty() || p.label() == i-1 {
		return voice{}, false
	}
	for k := f.to - 1; k > f.from; k-- {
		// "Roe's message was clear:" is Roe's.
		if owner := d.holder(p, k, k); !owner.empty() {
			return voice{owner, -1, "quote.colon", .85}, true
		}
	}
	return voice{f, -1, "quote.colon", .8}, true
}
