package speech

import (
	"slices"
	"strings"

	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	lex "example.org/attache/briefing/extract/words"
)

// This part of the stage finds which unnamed source a word takes up that the
// article named or described before:
//
//	“…,” said a spokesman for the port. “…,” he said.          the spokesman for the port
//	A source at the ministry said so. “…,” the source added.   the source at the ministry
//	The Harbour Times newspaper said so. “…,” the paper wrote. that newspaper
//
// It takes up no name: that is for antecedents.go.

// sourceReach is how many passages back a source may have been described.
const sourceReach = 8

// lastSource returns the source without a name that the sentence before p
// reports, for the "he" or "she" of p.
func (s *speakers) lastSource(p *passage, gender byte) (speaker, bool) {
	prev := s.above(p)
	if prev == nil || s.namesAnybody(p) {
		return speaker{}, false
	}
	for k := range prev.pieces {
		if !prev.quoted(k) && prev.is(k, "asked", "asks") {
			return speaker{}, false // who was asked replies
		}
	}
	r := s.reports(prev)
	if r.person == nil && !s.oneOf(r, gender) {
		r = s.onlyNameless(prev)
	}
	if r.text == "" || r.person != nil {
		return speaker{}, false
	}
	return r, s.oneOf(r, gender)
}

// onlyNameless returns the one person without a name of whom the passage tells, if
// it names nobody: "A senior official briefed reporters."
func (s *speakers) onlyNameless(p *passage) speaker {
	if f := s.firstSubject(p, len(p.pieces)); !f.empty() && f.from == 0 && s.inAside(f) == nil {
		if k := p.owned(f); k > 0 && !p.capital(k+1) {
			f.to = k + 1 // "Roe's spokesman declined to comment."
			return s.resolve(voice{phrase: f, cue: -1, rule: "quote.continued", sure: .6}, -1)
		}
	}
	at := -1
	for k := range p.pieces {
		if !p.somebody(k) || p.is(k-1, ",", "as") {
			continue
		}
		if at >= 0 {
			return speaker{}
		}
		at = k
	}
	if at < 0 {
		return speaker{}
	}
	f := s.ahead(p, at)
	if f.empty() {
		return speaker{}
	}
	for k := range p.pieces {
		if inside := k >= f.from && k < f.to; !inside && s.personAt(p, k) != nil {
			return speaker{}
		}
		if k > f.from+1 && k < f.to && !p.capital(k) && p.word(k-1) && !p.in(k-1, sets.preposition) && !p.in(k-1, sets.determiner) && (clause.PastLike(p.pieces[k].Token) || lex.Look(p.pieces[k].Lower).Form&lex.Past != 0) {
			f.to = k // "A senior official | briefed reporters"
		}
	}
	return s.resolve(voice{phrase: f, cue: -1, rule: "quote.continued", sure: .6}, -1)
}

// reportingSource returns the one without a name whose words the passage reports
// before the pronoun at piece at: "The port's envoy said he had seen “…”".
func (s *speakers) reportingSource(p *passage, at int, gender byte) (speaker, bool) {
	for c := at - 1; c > 0 && at-c < farthestVoice; c-- {
		if cu := p.finite(c); cu == nil || !cu.clause || cu.addressee {
			continue
		}
		f := s.subject(p, c)
		if f.empty() || f.to > c || s.personAt(p, headOf(p, f.from, f.to)-1) != nil {
			return speaker{}, false
		}
		r := s.resolve(voice{phrase: f, cue: c, rule: "quote.continued", sure: .75}, -1)
		return r, r.person == nil && s.oneOf(r, gender)
	}
	return speaker{}, false
}

// farthestVoice is how many pieces before its pronoun a voice is looked for.
const farthestVoice = 40

// oneOf reports whether a source without a name may be somebody of the gender.
func (s *speakers) oneOf(r speaker, gender byte) bool {
	noun := headNoun(r.text)
	if openPronouns[strings.ToLower(r.text)] || !personNouns.Has(noun) && noun != "source" && mention.Vocab().Class[noun]&mention.HeadWord == 0 {
		return false
	}
	g := nounGender(noun)
	return g == 0 || g == gender
}

// lastBody returns the body or group that spoke last before the "it" or "they"
// at piece at of p:
//
//	The port authority had agreed. “…,” it said.      the port authority
//	Two members said no. They added that “…”          two members
//	One official said no. They also said “…”          that official, of whom it is not told whether a man or a woman
//	The league said no. They also said “…”            the league
func (s *speakers) lastBody(p *passage, at int) (speaker, bool) {
	one := p.is(at, "it")
	if !one && !p.is(at, "they") {
		return speaker{}, false
	}
	var r speaker
	for k, prev := 0, s.above(p); prev != nil && r.text == "" && k < farthestSpeaker; k, prev = k+1, s.above(prev) {
		if r = s.lastVoice(prev); r.text == "" && one {
			r = s.issued(prev)
		}
	}
	if r.text == "" || r.person != nil || openPronouns[strings.ToLower(r.text)] {
		return speaker{}, false
	}
	noun := headNoun(r.text)
	somebody := personNouns.Has(strings.TrimSuffix(noun, "s")) || nameless.Has(strings.TrimSuffix(noun, "s")) || mention.Vocab().Class[noun]&mention.HeadWord != 0
	if one {
		return r, !somebody && !strings.Contains(r.text, " and ")
	}
	return r, true
}

// issued returns the writing that passage p says somebody issued: "The ministers
// published a statement after the talks."
func (s *speakers) issued(p *passage) speaker {
	for k := range p.pieces {
		if !p.is(k, "a", "an", "the") {
			continue
		}
		f := s.ahead(p, k)
		if f.empty() {
			continue
		}
		if f.to = headOf(p, f.from, f.to); p.any(f.to-1, writings) && (p.any(k-1, issuing) || p.in(f.to, sets.be) && p.any(f.to+1, issuing)) {
			return s.resolve(voice{phrase: f, cue: -1, rule: "quote.continued", sure: .7}, -1)
		}
	}
	return speaker{}
}

// lastVoice returns the speaker of the last quotation of passage p, or whose
// words it reports.
func (s *speakers) lastVoice(p *passage) speaker {
	for i := len(p.pieces) - 1; i >= 0; i-- {
		if n := p.pieces[i].quote; n >= 0 && s.by[n].speaker.text != "" {
			return s.by[n].speaker
		}
	}
	return s.reports(p)
}

// namesAnybody reports whether a passage names a person outside quotations.
func (s *speakers) namesAnybody(p *passage) bool {
	for k := range p.pieces {
		if !p.quoted(k) && p.capital(k) && s.personAt(p, k) != nil {
			return true
		}
	}
	return false
}

// headNoun returns the noun of a description, folded: "spokesman" of "a
// spokesman for the port".
func headNoun(text string) string {
	noun := ""
	for _, w := range strings.Fields(strings.ToLower(text)) {
		if clause.Prepositions[w] || clause.Relatives[w] || inTheKnow.Has(w) {
			break
		}
		noun = strings.Trim(w, ",.")
	}
	return noun
}

// takenFrom returns the fuller source that a short description takes up: "the
// source", "the paper". It looks at most reach passages back.
func (s *speakers) takenFrom(p *passage, text string, reach int) (speaker, bool) {
	list := strings.Fields(strings.ToLower(text))
	if len(list) < 2 || len(list) > 3 || list[0] != "the" && list[0] != "that" {
		return speaker{}, false
	}
	noun := list[len(list)-1]
	for i := p.index - 1; i >= 0 && i >= p.index-reach; i-- {
		q := s.passages[i]
		r := s.reports(q)
		if r.text == "" || openPronouns[strings.ToLower(r.text)] {
			continue
		}
		words := strings.Fields(strings.ToLower(r.text))
		switch {
		case posts.Has(noun) || noun == "statement":
			if q.issues(noun) && words[0] != "their" {
				return r, true // "The league, in a statement, called it"
			}
		case r.person != nil:
		case noun == "report" && slices.ContainsFunc(words, passingOn.Has):
			return r, true // "The agency JARA said so. “…,” the report said."
		case len(words) > len(list) && (slices.Contains(words, noun) || printed.Has(noun) && slices.ContainsFunc(words, func(w string) bool { return printed.Has(w) })):
			return r, true
		}
	}
	return speaker{}, false
}

// issues reports whether the passage tells of somebody's words in a writing: "in
// a statement released on Friday".
func (p *passage) issues(noun string) bool {
	for k := range p.pieces {
		if cu := p.finite(k); cu != nil && cu.verb == noun {
			return true // "tweeted", where it is the tweet that goes on
		}
		if !p.is(k, noun) {
			continue
		}
		if p.word(k-1) && p.is(k-2, "a", "an") {
			k-- // "in an official statement"
		}
		if p.is(k-1, "a", "an") && p.is(k-2, "in", "with") {
			return true
		}
	}
	return false
}

// as makes the speaker the source r, written as it is here.
func (o *speaker) as(r speaker, reason string) {
	o.person, o.text, o.named = r.person, r.text, r.named
	if r.named.End == 0 && r.person == nil {
		o.named = r.span
	}
	o.reason, o.sure = reason, min(o.sure, .75)
}

// noVoices are the classes of nouns for what cannot speak: a meeting, a deal, a
// time.
var noVoices = lex.Later("event", "talk", "visit", "time", "amount", "unit", "phone")

// mute reports whether what a voice names can speak to nobody: a thing, or a
// clause that was taken for a name.
func (s *speakers) mute(sp speaker) bool {
	if sp.person != nil || sp.text == "" {
		return false
	}
	if noun := headNoun(sp.text); lex.Look(noun).Class&noVoices() != 0 && noun == mention.LastWord(strings.ToLower(sp.text)) {
		return true
	}
	words := strings.Fields(sp.text)
	for i, w := range words {
		if i > 0 && i+1 < len(words) && lex.Look(w).Form&lex.Base != 0 && w == strings.ToLower(w) && words[i-1] != strings.ToLower(words[i-1]) && words[i+1] != strings.ToLower(words[i+1]) && !sets.preposition[w] && w != "and" {
			return true // "London meet EU demands"
		}
		if x := lex.Look(w); x.Lemma != "" && x.Class == 0 && x.Verb&lex.Of("noun") == 0 && w == strings.ToLower(w) && x.Form&(lex.Base|lex.Past) != 0 && x.Form&lex.Participle == 0 {
			return true // "that London meet EU demands"
		}
	}
	return false
}

// outer returns the person who says, in a clause around it, what the voice of
// quotation n was found in: "Roe said the talks remained “…”".
func (s *speakers) outer(n int) (speaker, bool) {
	spot := s.spots[n][0]
	for c := spot.i - 1; c > 0; c-- {
		cu := spot.p.finite(c)
		if cu == nil || !cu.quotation && !cu.clause {
			continue
		}
		f := s.subject(spot.p, c)
		if f.empty() {
			continue
		}
		sp := s.resolve(voice{phrase: f, cue: c, rule: "quote.said-before", sure: .75}, n)
		if sp.text != "" && !s.mute(sp) && (sp.person != nil || openPronouns[strings.ToLower(sp.text)]) {
			return sp, true
		}
	}
	return speaker{}, false
}

// saidNext returns the speaker that the next sentence names, of a question or
// exclamation that is a sentence of its own: “Is it wise?” Ann Roe, the
// adviser, asked.
func (s *speakers) saidNext(n int) (speaker, bool) {
	spots := s.spots[n]
	p := spots[len(spots)-1].p
	last := lastMark(s.Quotations[n].Of(s.Text))
	if last != '?' && last != '!' || !p.quoted(len(p.pieces)-1) && !p.punct(len(p.pieces)-1) || p.index+1 >= len(s.passages) {
		return speaker{}, false
	}
	next := s.passages[p.index+1]
	if next.paragraph != p.paragraph {
		return speaker{}, false
	}
	f := s.firstSubject(next, len(next.pieces))
	if f.empty() || f.from > 0 {
		return speaker{}, false
	}
	for c := range next.pieces {
		cu := next.finite(c)
		if next.quoted(c) || cu != nil && c > f.to && !cu.quotation {
			break
		}
		if cu == nil || c < f.to {
			continue
		}
		if c+1 < len(next.pieces) && (next.is(c+1, "that") || next.pronoun(c+1) || next.quoted(c+1)) {
			break // the sentence says something else
		}
		if g := s.subject(next, c); !g.empty() && g.to <= c {
			f = g
		}
		sp := s.resolve(voice{phrase: f, cue: c, rule: "quote.said-after", sure: .8}, n)
		return sp, sp.person != nil
	}
	return speaker{}, false
}
