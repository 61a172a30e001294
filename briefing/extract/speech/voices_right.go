package speech

import (
	"strings"

	"example.org/attache/briefing/lang"
)

// Who speaks, where the words that say it follow the quotation: “…,” Ann Roe, the
// minister, said.

// right returns the voice that follows the quotation at piece i.
func (d *Document) right(p *passage, i int) (voice, bool) {
	var none voice
	j, closed, ok := d.behindMarks(p, i)
	if !ok {
		return none, false
	}
	if p.is(j, "according") && p.is(j+1, "to") {
		f := d.ahead(p, j+2)
		return voice{f, j, "quote.according-to", .95}, !f.empty()
	}
	if c, ok := p.calledBy(i, j); ok {
		f := d.ahead(p, j+1)
		return voice{f, c, "quote.said-after", .9}, !f.empty()
	}
	if p.is(j, "as") { // “…,” as Ann Roe put it
		if f := d.ahead(p, j+1); !f.empty() && p.cue(f.to) != nil {
			return voice{f, f.to, "quote.said-after", .9}, true
		}
		return none, false
	}
	if p.punct(j) && !p.is(j, "@") {
		return none, false
	}
	k := j
	for p.adverb(k) && !p.pronoun(k) && !p.capital(k) && k < j+3 {
		k++
	}
	if c := p.cue(k); c != nil && c.quotation && c.form != ingForm && c.form != baseForm {
		return d.cueFirst(p, k, closed)
	}
	if p.in(j, sets.preposition) || p.in(j, sets.bounds) || p.in(j, sets.be) || p.in(j, sets.auxiliary) {
		return none, false
	}
	return d.nameFirst(p, j, closed)
}

// behindMarks returns the piece that follows the quotation at piece i and the
// commas and dashes behind it, and whether a mark parts the two: “Yes,” — Roe said.
// It is false where nothing of the sentence follows.
func (d *Document) behindMarks(p *passage, i int) (j int, closed, ok bool) {
	closed = strings.ContainsRune(",?!-—–…", lastMark(d.Quotations[p.pieces[i].quote].Of(d.Text)))
	j = i + 1
	for p.is(j, ",", "-", "--", "—", "–", "...", "…", ".") && j <= i+2 {
		if p.is(j, ".") {
			return j, closed, false
		}
		closed = true
		j++
	}
	return j, closed, j < len(p.pieces) && !p.quoted(j)
}

// calledBy returns the passive verb before the quotation at piece i, where the
// piece j right behind it is the "by" of whose words these are: "has been called
// “…” by Roe".
func (p *passage) calledBy(i, j int) (int, bool) {
	if !p.is(j, "by") || j != i+1 {
		return 0, false
	}
	c := i - 1
	if p.is(c, "as") {
		c--
	}
	cu := p.cue(c)
	return c, cu != nil && cu.form == pastForm && p.passive(c)
}

// cueFirst returns the voice whose name stands behind its cue at piece k: “…,”
// said Ann Roe. Where no comma closes the quotation, the name must be short.
func (d *Document) cueFirst(p *passage, k int, closed bool) (voice, bool) {
	if p.capital(k+1) || p.pronoun(k+1) || p.in(k+1, sets.determiner) || p.word(k+1) && !p.in(k+1, sets.preposition) && !p.in(k+1, sets.bounds) && !p.in(k+1, adverbs()) {
		f := d.ahead(p, k+1)
		if !f.empty() && (closed || f.to-f.from < 6) && !(p.cue(k).addressee && p.cue(f.to) != nil) {
			return voice{f, k, "quote.said-after", .97}, true
		}
	}
	return voice{}, false
}

// nameFirst returns the voice whose name begins at piece j, right behind the
// quotation, with its cue behind it: at once, “…,” Roe said, or behind a comma that
// closes an apposition, “…,” Roe, the minister, said.
func (d *Document) nameFirst(p *passage, j int, closed bool) (voice, bool) {
	limit := j + 45
	if !closed {
		limit = j + 7
	}
	comma := false
	for k := j + 1; k < len(p.pieces) && k < limit; k++ {
		switch {
		case p.is(k, "(") && p.closing(k) > k:
			k = p.closing(k)
			continue
		case p.pause(k):
			comma = true
			continue
		case p.is(k, ".") && p.is(k+1, ","):
			continue // "R-Ind., explained"
		case p.is(k, ";", ":", "."):
			return voice{}, false
		case p.quoted(k) && d.Quotations[p.pieces[k].quote].Words > 3 && !comma:
			return voice{}, false
		}
		if !comma && p.endsSubject(k) {
			return voice{}, false
		}
		c := p.cue(k)
		switch {
		case c == nil || !(c.quotation || c.description && closed):
			continue
		case c.form != ingForm:
		case p.is(k-1, "as") && p.is(k-2, "quoted") && p.in(k-3, sets.be): // "Roe was quoted as saying"
			f := d.behind(p, k-3)
			f.from = max(f.from, j)
			return voice{f, k, "quote.said-after", .9}, f.from < f.to
		default:
			continue
		}
		if p.noVerbOf(k, c, closed) {
			continue
		}
		if v, ok := d.relays(p, k, c); ok {
			return v, true
		}
		e := p.verbGroup(j, k)
		switch {
		case comma && p.pause(e-1):
			return d.behindAside(p, j, e, k)
		case !comma || p.is(e-1, ")"):
			return d.upToVerb(p, j, e, k)
		case p.adjectives(j): // “…,” the tall, silent envoy said
			return voice{phrase{p: p, from: j, to: e}, k, "quote.said-after", .9}, true
		case d.openAside(p, j, e): // “…,” Roe, the minister said
			f := d.ahead(p, j)
			f.aside, f.asideTo = f.to+1, e
			return voice{f, k, "quote.said-after", .9}, true
		case p.is(e-1, "and", "but"): // “…,” Roe, who came late, shrugged and said
			f := d.ahead(p, j)
			return voice{f, k, "quote.said-after", .85}, !f.empty()
		}
	}
	return voice{}, false
}

// endsSubject reports whether no subject with its verb to come goes on past piece
// k: "Roe is", "Roe because".
func (p *passage) endsSubject(k int) bool {
	return p.in(k, sets.be) && p.pieces[k].Kind != lang.Clitic && !p.is(k+1, "quoted", "said", "reported") ||
		p.in(k, sets.bounds) && !p.is(k, "and", "who", "which", "whose") && !(p.is(k, "as") && p.is(k-1, "quoted")) &&
			!(p.is(k, "after", "before") && p.in(k+1, sets.determiner)) // "a note handed out after the dinner said"
}

// noVerbOf reports whether the cue at piece k is not what the one named before it
// did: a noun, an infinitive, a passive: "Roe, in the report", "Roe refused to say".
func (p *passage) noVerbOf(k int, c *cue, closed bool) bool {
	if c.noun && c.form == baseForm && !(closed && p.word(k-1) && strings.HasSuffix(p.pieces[k-1].Text, "s")) {
		return true
	}
	return p.is(k-1, "to", "the", "a", "his", "her", "their", "who", "of") && !(p.is(k-1, "to") && p.is(k-2, "on", "continued", "went")) || p.passive(k)
}

// relays returns the voice that the cue at piece k gives the words of: “…,” the
// paper quoted Ann Roe as saying.
func (d *Document) relays(p *passage, k int, c *cue) (voice, bool) {
	if c.verb != "quote" && c.verb != "cite" && c.verb != "report" {
		return voice{}, false
	}
	f := d.ahead(p, k+1)
	return voice{f, k, "quote.quoted", .95}, !f.empty() && (p.is(f.to, "as") || f.aside < f.asideTo && p.is(f.asideTo, ",") && p.is(f.asideTo+1, "as"))
}

// verbGroup returns where, behind piece j, the verb begins that the cue at piece k
// ends: "later said", "on Monday said", "went on to say".
func (p *passage) verbGroup(j, k int) int {
	e := k
	for e > j+1 && p.adverb(e-1) && !p.pronoun(e-1) && !(p.capital(e-1) && !p.in(e-1, times())) {
		e--
	}
	if e > j+1 && p.is(e-1, "on") && p.in(e, times()) {
		e--
	}
	if e > j+2 && p.is(e-1, "to") {
		e -= 2
	}
	return e
}

// behindAside returns the voice before the apposition whose comma stands before
// piece e, where the verb of the cue at k begins: “…,” Roe, the minister, said.
func (d *Document) behindAside(p *passage, j, e, k int) (voice, bool) {
	f := d.beforeAside(p, e-1)
	if f.empty() || f.from < j {
		f = d.ahead(p, j)
	}
	f.from = max(f.from, j)
	return voice{f, k, "quote.said-after", .95}, !f.empty()
}

// adjectives reports whether the comma behind piece j parts two words that tell of
// one noun: "the tall, silent envoy".
func (p *passage) adjectives(j int) bool {
	return p.is(j, "the", "a", "an") && p.word(j+1) && !p.capital(j+1) && p.is(j+2, ",") && j+3 < len(p.pieces) && !p.punct(j+3) && !p.quoted(j+3) && !p.capital(j+3) && !p.in(j+3, sets.determiner) && !p.in(j+3, sets.bounds)
}

// openAside reports whether what stands between the name at piece j and piece e is
// an apposition that no comma closes: "Ann Roe, D-Ohio | said".
func (d *Document) openAside(p *passage, j, e int) bool {
	f := d.ahead(p, j)
	if f.empty() || !p.capital(f.to-1) || !p.is(f.to, ",") || p.verbIn(f.to, e) {
		return false
	}
	for k := f.to + 1; k < e; k++ {
		if p.punct(k) && !p.is(k, "-") || p.in(k, sets.bounds) || p.pronoun(k) || p.finite(k) != nil || d.personAt(p, k) != nil {
			return false
		}
	}
	return e > f.to+1
}

// upToVerb returns the voice from piece j up to piece e, where the verb of the cue
// at k begins: “…,” the minister's spokesman said.
func (d *Document) upToVerb(p *passage, j, e, k int) (voice, bool) {
	f := d.behind(p, e)
	if f.empty() {
		return voice{}, false
	}
	if f.from > j && !p.is(f.from-1, ",") && d.personAt(p, f.to-1) == nil && !p.pronoun(f.to-1) {
		f.from = j
	}
	f.from = max(f.from, j)
	return voice{f, k, "quote.said-after", .97}, f.from < f.to
}

// closing returns the piece that closes the bracket at k, or -1.
func (p *passage) closing(k int) int {
	for m := k + 1; m < len(p.pieces) && m < k+12; m++ {
		if p.is(m, ")") {
			return m
		}
	}
	return -1
}

// farRight returns the voice at the end of a sentence that goes on after the
// quotation at i: “…” that they would win, said Roe.
func (d *Document) farRight(p *passage, i int) (voice, bool) {
	for k := i + 1; k < len(p.pieces); k++ {
		if p.quoted(k) || p.is(k, ";") {
			break
		}
		if !p.is(k-1, ",") {
			continue
		}
		if p.is(k, "according") && p.is(k+1, "to") {
			f := d.ahead(p, k+2)
			return voice{f, k, "quote.according-to", .85}, !f.empty()
		}
		if c := p.cue(k); c != nil && c.quotation && c.form != ingForm && c.form != baseForm && d.inverted(p, k) || p.is(k, "said") && p.capital(k+1) {
			f := d.ahead(p, k+1)
			return voice{f, k, "quote.said-after", .85}, !f.empty()
		}
		// "…” for them all, Roe said."
		for c := k + 1; c < len(p.pieces) && c < k+8; c++ {
			if p.is(c, ",") || p.quoted(c) {
				break
			}
			cu := p.cue(c)
			if cu == nil {
				continue
			}
			end := c + 1
			if o := d.ahead(p, end); cu.addressee && !o.empty() {
				end = o.to // "told reporters"
			}
			if cu.quotation && cu.form == pastForm && !p.passive(c) && (end == len(p.pieces) || p.is(end, ".") || p.in(end, times())) {
				f := d.behind(p, c)
				if !f.empty() && f.from >= k {
					return voice{f, c, "quote.said-after", .85}, true
				}
			}
		}
	}
	return voice{}, false
}
