package speech

import (
	"strings"

	"example.org/attache/briefing/extract/clause"
)

// This part of the stage finds who speaks where no verb of speech governs the
// quotation:
//
//	“Never again,” Roe shot back.             any verb
//	“We agree. It is late.” Roe told the hall.  the sentence behind
//	rejected by Roe as “…”   Roe's “…”   “…” — Roe
//
// It does not guess from who is named nearby.

// anyVerb returns the voice of a name right behind the whole quotation at
// piece i, whatever its verb: “Never,” Roe shot back. “No,” the man could be
// heard shouting.
func (d *Document) anyVerb(p *passage, i int) (voice, bool) {
	q := d.Quotations[p.pieces[i].quote]
	if q.Words < 3 || titleCase(q.Of(d.Text)) || !(i == 0 || p.punct(i-1)) || !strings.ContainsRune(",?!-—–…", lastMark(q.Of(d.Text))) {
		return voice{}, false
	}
	j := i + 1
	f := d.ahead(p, j)
	if f.empty() || f.to-f.from > 1 && d.personAt(p, f.to-1) == nil && !p.in(f.from, sets.determiner) {
		return voice{}, false
	}
	if f.to-f.from == 1 && !p.capital(f.from) && !p.is(f.from, "he", "she") {
		return voice{}, false
	}
	k := f.to
	if f.aside < f.asideTo && p.is(f.asideTo, ",") {
		k = f.asideTo + 1
	}
	for p.adverb(k) && !p.is(k, "could") && !p.capital(k) && k < f.to+30 {
		k++
	}
	back := p.any(k, snapped) && p.is(k+1, "back") || p.is(k, "could") && p.is(k+1, "be") && p.is(k+2, "heard")
	told := p.word(k) && !p.capital(k) && !p.in(k, sets.be) && (clause.PastLike(p.pieces[k].Token) || strings.HasSuffix(p.pieces[k].Lower, "s") && (p.pronoun(f.from) || d.personAt(p, f.to-1) != nil))
	if !back && !told {
		return voice{}, false
	}
	return voice{f, -1, "quote.verb-after", .85}, true
}

// signed returns the voice of a signature right after the quotation: “…” — Ann Roe.
func (d *Document) signed(p *passage, i int) (voice, bool) {
	if i+1 == len(p.pieces) && p.index+1 < len(d.passages) {
		// The line below may be the signature.
		next := d.passages[p.index+1]
		if next.paragraph > p.paragraph && next.signatureDash(0) && next.capital(1) && len(next.pieces) < 20 {
			f := d.ahead(next, 1)
			if !f.empty() && d.personAt(next, f.to-1) != nil && (f.to == len(next.pieces) || next.is(f.to, ",", "(", ".")) {
				return voice{f, -1, "quote.signed", .85}, true
			}
		}
	}
	if !p.signatureDash(i+1) || !p.capital(i+2) {
		return voice{}, false
	}
	f := d.ahead(p, i+2)
	if f.empty() || f.to < len(p.pieces) && !p.is(f.to, ",", ".", "(") || d.personAt(p, f.from) == nil && d.personAt(p, f.to-1) == nil {
		return voice{}, false
	}
	return voice{f, -1, "quote.signed", .85}, true
}

// tail returns the voice of a sentence that says no more than who spoke what
// stands before it: “We are not at the end.” Ann Roe, the envoy, told the
// meeting.
func (d *Document) tail(p *passage) (voice, bool) {
	if p.index+1 >= len(d.passages) {
		return voice{}, false
	}
	next := d.passages[p.index+1]
	if next.paragraph != p.paragraph || len(next.pieces) > 30 {
		return voice{}, false
	}
	f := d.ahead(next, 0)
	if f.empty() || !next.capital(f.from) || d.personAt(next, f.to-1) == nil {
		return voice{}, false
	}
	c := f.to
	if f.aside < f.asideTo && next.is(f.asideTo, ",") {
		c = f.asideTo + 1
	}
	cu := next.finite(c)
	if cu == nil || cu.verb != "say" && cu.verb != "tell" && cu.verb != "write" {
		return voice{}, false
	}
	end := c + 1
	if cu.addressee {
		if o := d.ahead(next, end); !o.empty() {
			end = o.to
		}
	}
	for next.in(end, times()) || next.is(end, "on") && next.in(end+1, times()) {
		end++
	}
	if end < len(next.pieces) && !next.is(end, ".") && !next.in(end, sets.preposition) {
		return voice{}, false
	}
	return voice{f, c, "quote.said-next", .85}, true
}

// embedded returns the voice of a quotation without a cue inside a sentence:
// its possessor, "Roe's “long and hard road”", or the one who does something.
func (d *Document) embedded(p *passage, i int) (voice, bool) {
	if p.is(i-1, "as") {
		if f := d.rejecting(p, i-1); !f.empty() {
			return voice{f, -1, "quote.as", .75}, true
		}
	}
	return voice{}, false
}

// rejecting returns the person who takes something for what the quotation
// behind "as" at piece i says, whatever the verb: "the plan was rejected by Roe
// as “…”", "Roe rejected the plan as “…”".
func (d *Document) rejecting(p *passage, i int) phrase {
	for k := i - 1; k > 0 && i-k < 8; k-- {
		if p.is(k, "by") {
			if f := d.ahead(p, k+1); f.to == i && d.personAt(p, f.to-1) != nil {
				return f
			}
			return phrase{}
		}
		if p.punct(k) || p.quoted(k) {
			break
		}
	}
	f := d.firstSubject(p, i)
	if f.empty() || d.personAt(p, f.to-1) == nil || !p.word(f.to) || !clause.PastLike(p.pieces[f.to].Token) || p.in(f.to, sets.be) || i-f.to > 14 {
		return phrase{}
	}
	return f
}
