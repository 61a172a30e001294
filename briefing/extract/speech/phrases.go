package speech

import (
	"strings"

	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// phrase is the pieces [from, to) of a passage that name somebody. What
// stands in apposition, "Ann Roe, the minister, said", is [aside, asideTo).
type phrase struct {
	p              *passage
	from, to       int
	aside, asideTo int
}

func (f phrase) empty() bool { return f.p == nil || f.from >= f.to }

// in reports whether piece i is of the class. A capital inside a sentence is a
// name and of none: "said Al From".
func (p *passage) in(i int, set map[string]bool) bool {
	if i < 0 || i >= len(p.pieces) || p.pieces[i].quote >= 0 || !set[p.pieces[i].Lower] {
		return false
	}
	return i == 0 || !p.pieces[i].Capital() || p.punct(i-1) || dayOrI(p.pieces[i].Lower)
}

// dayOrI reports whether a word keeps its capital everywhere; "USA Today" is a
// name.
func dayOrI(w string) bool {
	return w == "i" || strings.HasSuffix(w, "day") && w != "today" && w != "yesterday"
}

// label returns the colon behind a label that tells no more than that words
// follow, "Direct speech: “…”", or 0.
func (p *passage) label() int {
	for k := 1; k < 4; k++ {
		if p.is(k, ":") && p.any(k-1, labels) {
			return k
		}
	}
	return 0
}

func (p *passage) pronoun(i int) bool { return p.in(i, sets.pronoun) }

func (p *passage) capital(i int) bool {
	return i >= 0 && i < len(p.pieces) && p.pieces[i].quote < 0 && p.pieces[i].Capital()
}

func (p *passage) quoted(i int) bool {
	return i >= 0 && i < len(p.pieces) && p.pieces[i].quote >= 0
}

func (p *passage) word(i int) bool {
	return i >= 0 && i < len(p.pieces) && p.pieces[i].quote < 0 && p.pieces[i].Kind == lang.Word
}

func (p *passage) punct(i int) bool {
	return i < 0 || i >= len(p.pieces) || p.pieces[i].quote < 0 && p.pieces[i].Kind == lang.Punct
}

// adverb reports whether piece i may stand between a subject and its verb.
func (p *passage) adverb(i int) bool {
	return p.in(i, adverbs()) || p.in(i, times()) || p.word(i) && !p.capital(i) && strings.HasSuffix(p.pieces[i].Lower, "ly") && len(p.pieces[i].Text) > 4
}

// finite returns the cue at i if it may be the verb of a sentence.
func (p *passage) finite(i int) *cue {
	c := p.cue(i)
	if c == nil || c.form == ingForm || p.is(i-1, "to", "the", "a", "an", "his", "her", "their", "its", "no", "of", "'s", "’s") {
		return nil
	}
	if c.noun && c.form == baseForm && p.is(i+1, "on") && p.word(i-1) && strings.HasSuffix(p.pieces[i-1].Lower, "s") {
		return c // "the ministers call on all sides"
	}
	if c.noun && !p.pronoun(i-1) && !p.is(i-1, "who", "also") && !(c.form == thirdForm && p.capital(i-1)) && !(i > 0 && (p.is(i+1, "that", ":") || p.quoted(i+1))) {
		return nil
	}
	if c.form == pastForm && p.passive(i) {
		return nil
	}
	if c.noun && c.form < pastForm && i > 0 && (clause.PastLike(p.pieces[i-1].Token) || p.in(i-1, sets.preposition) || c.form == baseForm && p.is(i+1, ":") && !p.pronoun(i-1) && !p.capital(i-1) && !strings.HasSuffix(p.pieces[i-1].Lower, "s")) {
		return nil // "made comments that", "this battle cry:"
	}
	if c.noun && c.form < pastForm && p.is(i-2, "his", "her", "their", "its", "the", "a", "'s", "’s") && p.word(i-1) && !p.capital(i-1) && !p.adverb(i-1) && (c.form == baseForm || !personNouns.Has(p.pieces[i-1].Lower) && clause.IsGerund(p.pieces[i-1].Token)) {
		return nil // "in his opening remarks that"
	}
	return c
}

// passive reports whether the past form at i follows a form of "be".
func (p *passage) passive(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if p.in(k, sets.be) && !p.is(k, "'s", "’s") {
			return true
		}
		if !p.adverb(k) {
			return false
		}
	}
	return false
}

// personAt returns the mention of a person that covers piece i, or nil.
func (d *Document) personAt(p *passage, i int) *mention.Mention {
	if !p.word(i) || !p.capital(i) && !strings.ContainsAny(p.pieces[i].Text, "'’-") {
		return nil
	}
	if m := d.MentionAt(p.pieces[i].Start); m != nil && m.Person != nil {
		return m
	}
	return nil
}

// ahead returns the phrase that begins at piece i: "said a spokesman for the
// ministry in an interview" stops before "in".
func (d *Document) ahead(p *passage, i int) phrase {
	for p.adverb(i) && !p.capital(i) && !p.pronoun(i) && !p.timeOrAll(i) {
		i++
	}
	f := phrase{p: p, from: i, to: i}
	if p.pronoun(i) {
		f.to = i + 1
		return f
	}
	if !p.word(i) && !(i < len(p.pieces) && p.pieces[i].Kind == lang.Number) && !p.is(i, "@") || p.in(i, sets.preposition) || p.is(i, "that") {
		return f
	}
	j := i
loop:
	for ; j < len(p.pieces) && j-i < 25; j++ {
		switch {
		case p.quoted(j):
			break loop
		case p.is(j, "of", "for", "@", "&", "/", "'s", "’s", "'", "’", "-"):
		case p.punct(j):
			break loop
		case p.in(j, sets.preposition), j > i && p.in(j, sets.bounds):
			if p.is(j, "and") && p.capital(j-1) && p.capital(j+1) && d.personAt(p, j+1) == nil {
				continue
			}
			break loop
		case p.in(j, sets.auxiliary), p.in(j, sets.be):
			break loop
		case j > i && p.in(j, times()) && !p.in(j-1, sets.determiner):
			break loop
		case j > i && p.cue(j) != nil && (!p.cue(j).noun || p.capital(j-1) && p.cue(j).form == thirdForm):
			break loop
		case j > i+1 && p.articleOrOwner(j) && p.word(j-1) && !p.in(j-1, sets.preposition) && !p.in(j-1, sets.determiner) && !p.beforeArticle(j-1) && !p.is(j-1, "&"):
			break loop
		case j == i+1 && p.articleOrOwner(j) && !p.in(i, sets.determiner) && !p.beforeArticle(i):
			break loop // told reporters | the talks
		case j > i && p.verbAfterName(d, i, j), j > i && p.verbAfterNoun(j):
			break loop
		}
	}
	for j > i && p.is(j-1, "of", "for", "&", "/", "-") {
		j--
	}
	f.to = j
	f.aside, f.asideTo = p.apposition(j)
	return f
}

// verbAfterName reports whether the lower-case word at j, right after a name in
// the phrase that begins at i, is more likely a verb than a noun that the name
// belongs to.
func (p *passage) verbAfterName(d *Document, i, j int) bool {
	if !p.word(j) || p.capital(j) || !p.capital(j-1) || p.in(j-1, sets.determiner) || p.in(j, roleNouns()) {
		return false
	}
	w := p.pieces[j].Lower
	for k := j; k < j+3 && p.word(k) && !p.capital(k); k++ {
		if personNouns.Has(p.pieces[k].Lower) {
			return false // "Ohio state director"
		}
	}
	if d.personAt(p, j-1) != nil || plainPast.Has(w) || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ly") {
		return true
	}
	if p.in(i, sets.determiner) {
		return false // "the Norwegian agency"
	}
	return !p.capital(j+1) && !p.capital(j+2)
}

// verbAfterNoun reports whether the word at j is the verb of a lower-case noun
// before it: "the court | also found", "the retired surgeon | addressed his".
func (p *passage) verbAfterNoun(j int) bool {
	if !p.word(j) || p.capital(j) || !p.word(j-1) || p.in(j-1, sets.determiner) || p.in(j-1, sets.preposition) {
		return false
	}
	if p.any(j, already) {
		return true
	}
	if !p.capital(j-1) && plainPast.Has(p.pieces[j].Lower) {
		return true
	}
	return !p.capital(j-1) && strings.HasSuffix(p.pieces[j].Lower, "ed") && (p.in(j+1, sets.determiner) || p.is(j+1, "this", "him", "them"))
}

// apposition returns the pieces between commas that follow a phrase ending at j.
func (p *passage) apposition(j int) (int, int) {
	if !p.is(j, ",") || !(p.in(j+1, sets.determiner) || p.word(j+1) && !p.in(j+1, sets.preposition) && !p.in(j+1, sets.bounds) && p.cue(j+1) == nil) {
		return 0, 0
	}
	for k := j + 1; k < len(p.pieces) && k-j < 25; k++ {
		if p.is(k, ",", ".", ";", ":") || p.quoted(k) || p.is(k, "who", "which") {
			return j + 1, k
		}
	}
	return 0, 0
}

// behind returns the phrase that ends before piece end.
func (d *Document) behind(p *passage, end int) phrase {
	none := phrase{}
	if p.is(end-1, ")", "]") {
		for k := end - 1; k >= 0 && k > end-12; k-- {
			if p.is(k, "(", "[") {
				end = k
				break
			}
		}
	}
	if end <= 0 || !p.word(end-1) && !p.is(end-1, "'s", "’s", "'") && (p.quoted(end-1) || p.pieces[end-1].Kind != lang.Number) {
		return none
	}
	if p.in(end-1, sets.bounds) || p.in(end-1, sets.preposition) {
		return none
	}
	if p.pronoun(end - 1) {
		return phrase{p: p, from: end - 1, to: end}
	}
	b := end - 1
	for ; b > 0 && end-b < 30; b-- {
		k := b - 1
		if p.quoted(k) {
			break
		}
		if p.punct(k) && !p.is(k, "&", "'", "’", "-", "@") {
			break
		}
		if p.is(k, "and") && p.capital(k-1) && p.capital(k+1) {
			continue
		}
		owns := p.pieces[k].Kind == lang.Clitic && p.word(k-1) && !p.pronoun(k-1)
		if p.in(k, sets.bounds) || !owns && (p.in(k, sets.be) || p.in(k, sets.auxiliary)) || p.pronoun(k) {
			break
		}
		if c := p.cue(k); c != nil && !c.noun {
			break
		}
		if p.is(b, "the", "a", "an") && p.word(k) && !p.in(k, sets.preposition) && !p.in(k, sets.determiner) && !p.adverb(k) && !p.beforeArticle(k) {
			break // "told reporters | the talks"
		}
		if k > 0 && p.word(k) && !p.capital(k) && strings.HasSuffix(p.pieces[k].Lower, "ed") && p.capital(k-1) && k+1 < end && p.capital(k+1) {
			break // "Roe rejected | Doe's claim"
		}
	}
	f := phrase{p: p, from: b, to: end}
	if m := d.personAt(p, end-1); m != nil {
		start := m.Start
		if at := m.Begin(); at >= p.pieces[b].Start {
			start = at
		}
		k := end - 1
		for k > b && p.pieces[k-1].End > start {
			k--
		}
		// A name that hangs on a preposition is no subject: "the head of
		// Ann Roe's party in Ohio".
		if k > b && p.is(k-1, "of", "for", "from", "with", "by", "in", "at", "about", "to", "against") && !p.in(b, sets.preposition) {
			if !p.is(k-1, "for") || !m.TitledName() || !p.capital(k-2) || personNouns.Has(p.pieces[k-2].Lower) || mention.Vocab().Is(p.pieces[k-2].Token, mention.HeadWord) {
				return f
			}
			// "Nurses for Norland President Ann Roe": a body's name.
		}
		f.from = k
		return f
	}
	if p.in(b, sets.preposition) || p.in(b, times()) || end-b > 14 {
		k := end - 1
		for k > b && !p.in(k-1, sets.preposition) && !p.in(k-1, sets.determiner) && !p.in(k-1, times()) {
			k--
		}
		if k > b && p.in(k-1, sets.determiner) {
			k--
		}
		f.from = k
	}
	return f
}
