package speech

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
)

// speaker is somebody a voice names.
type speaker struct {
	person  *mention.Person // nil if no person of the article fits
	text    string          // what to show: full name, institution or description
	written string          // as the text has it there
	span    briefing.Span   // of written
	named   briefing.Span   // of text, where that is no person's and stands elsewhere
	rule    briefing.RuleID
	reason  string
	sure    float64
}

// goOn returns the speaker for a quotation that goes on from one of theirs.
func (s speaker) goOn(rule briefing.RuleID, sure float64) speaker {
	if s.text == "" {
		return s
	}
	s.rule = rule
	s.sure = min(s.sure, sure)
	if s.reason == "" {
		s.reason = "speaker from the quotation before"
	}
	return s
}

// resolve finds who a voice is. n is the quotation it speaks, or -1.
func (s *speakers) resolve(v voice, n int) speaker {
	p := v.p
	from, to := trimPhrase(p, v.from, v.to)
	if from >= to || !nominal(p, from, to) {
		return speaker{}
	}
	out := speaker{rule: v.rule, sure: v.sure}
	out.write(s.Text, p.between(from, to))
	if to-from == 1 && (p.pronoun(from) || p.is(from, "his", "her", "their", "him", "them")) {
		return s.pronounSpeaker(out, p, from, n)
	}
	head := headOf(p, from, to)
	if p.is(from, "his", "her", "their") && head-from < 4 && (p.any(head-1, posts) || p.any(head-1, spokenNouns) || p.any(head-1, writings)) {
		return s.pronounSpeaker(out, p, from, n) // "according to her statement"
	}
	if q := s.whoAhead(v, to); q != nil {
		out.name(q)
		return out
	}
	if m := s.personAt(p, head-1); m != nil && !s.firmBeside(v, from, head) {
		if k, ok := s.jointly(p, m, head); ok {
			out.write(s.Text, p.between(k, head)) // two speak as one: "Roe and Lee said"
			return out
		}
		out.name(m.Person)
		return out
	}
	if q := s.namedBeside(v, from, head); q != nil {
		out.name(q)
		return out
	}
	if name := s.namedAside(v, head); name.End > 0 {
		out.text, out.named = name.Of(s.Text), name
		return out
	}
	if (head-from == 1 || p.capital(head-1)) && !s.firmBeside(v, from, head) {
		if q := s.PersonNamed(p.between(from, head).Of(s.Text)); q != nil {
			out.name(q)
			return out
		}
	}
	if r, ok := s.takenFrom(p, out.text, 1); ok && r.person == nil {
		out.as(r, "speaker by description")
		return out
	}
	if q := s.meantBy(p, from, head, n); q != nil {
		out.name(q)
		out.reason = "speaker by description"
		out.sure = min(out.sure, .8)
		return out
	}
	if q := s.namedNext(p, from, head); q != nil {
		out.name(q)
		out.reason = "speaker by description"
		out.sure = min(out.sure, .7)
		return out
	}
	if m := s.describedName(p, from); m != nil {
		out.text, out.named = m.Of(s.Text), m.Span
		if m.Person != nil {
			out.name(m.Person)
		}
		return out
	}
	if name, ok := s.bodyMeant(p, from, head); ok {
		out.text, out.named = name.Of(s.Text), name
		return out
	}
	if r, ok := s.takenFrom(p, out.text, sourceReach); ok {
		out.as(r, "speaker by description")
		return out
	}
	if whole := p.between(from, s.wholePhrase(p, from, to)); whole != out.span {
		out.write(s.Text, whole)
	}
	return out
}

// write makes the speaker what the text has at span, on one line.
func (o *speaker) write(text string, span briefing.Span) {
	o.text, o.span = strings.Join(strings.Fields(span.Of(text)), " "), span
	o.written = o.text
}

// whoAhead returns the person whose name the "who" before the voice's cue follows:
// "a warm welcome from Ann Roe, who told him". The voice's phrase ends at piece to.
func (s *speakers) whoAhead(v voice, to int) *mention.Person {
	k := v.cue - 1
	if k <= 1 || !v.p.is(k, "who") || to > k {
		return nil
	}
	if v.p.is(k-1, ",") {
		k--
	}
	if m := s.personAt(v.p, k-1); m != nil && m.Last-m.First > 0 {
		return m.Person
	}
	return nil
}

// namedBeside returns the person whose name stands beside the description
// [from, head) of the voice: in apposition to it, behind "by", or before it.
func (s *speakers) namedBeside(v voice, from, head int) *mention.Person {
	p := v.p
	if v.aside < v.asideTo {
		if q := s.inAside(v.phrase); q != nil && s.mayBeNamed(v.phrase, head) {
			return q // "the ministry's spokesman, Bob Lee, said"
		}
	}
	if head > 0 && posts.Has(p.pieces[head-1].Lower) && p.is(head, "by", "from") {
		// "a tweet by Ann Roe read"
		if f := s.ahead(p, head+1); !f.empty() {
			if m := s.personAt(p, headOf(p, f.from, f.to)-1); m != nil && !p.is(f.to, "'s", "’s") {
				return m.Person
			}
		}
	}
	return s.namedBefore(p, from, head)
}

// mayBeNamed reports whether the name in apposition to a description whose head
// ends before piece head may be the described one's: that of "the spokesman" and of
// "Safe Harbour Advocate", not that of "Norden".
func (s *speakers) mayBeNamed(f phrase, head int) bool {
	p, noun := f.p, f.p.pieces[head-1].Lower
	if !p.capital(head-1) || parties.Has(noun) {
		return true
	}
	if s.personAt(p, head-1) != nil {
		return false
	}
	return personNouns.Has(noun) || len(s.inAside(f).Key) > 1 && (mention.Vocab().Class[noun]&mention.HeadWord != 0 || s.nameOnly(f))
}

// firmBeside reports whether the one word of the voice is a firm's or a body's
// name, as its apposition tells: "Roe, the shipping group, said".
func (s *speakers) firmBeside(v voice, from, head int) bool {
	if v.aside >= v.asideTo || head-from > 1 {
		return false
	}
	noun := headOf(v.p, v.aside, v.asideTo) - 1
	return !v.p.capital(noun) && (v.p.any(noun, firmNouns) || v.p.any(noun, bodyNouns))
}

// meantBy returns the person of the article whom the description [from, head)
// takes up, "the minister", "her lawyer", or nil.
func (s *speakers) meantBy(p *passage, from, head, n int) *mention.Person {
	if p.is(from, "the", "this", "that") || !p.capital(head-1) && (p.is(from, "his", "her") || s.ofCountry(p, from, head)) {
		return s.described(p, from, head, n)
	}
	return nil
}

// describedName returns the full name before the comma that the description at
// piece from follows, or nil: "Ann Roe, an analyst at Nordlink said".
func (s *speakers) describedName(p *passage, from int) *mention.Mention {
	if from < 2 || !p.is(from-1, ",") || !p.in(from, sets.determiner) || p.capital(from) {
		return nil
	}
	if m := s.MentionAt(p.pieces[from-2].Start); m != nil && m.Last-m.First > 1 && (m.Person != nil || m.Kind == mention.OtherMention) {
		return m
	}
	return nil
}

// nominal reports whether the phrase [from, to) can name somebody: not "there",
// nor a verb that has lost its subject.
func nominal(p *passage, from, to int) bool {
	if p.is(from, "there") || to-from == 1 && p.is(from, "this", "that", "these", "those") {
		return false
	}
	if p.capital(from) || !p.word(from) || p.in(from, sets.determiner) || p.pronoun(from) {
		return true
	}
	cu := p.cue(from)
	return !(to-from == 1 && cu != nil && !cu.noun) && !clause.PastLike(p.pieces[from].Token)
}

// name makes the speaker a person of the article.
func (o *speaker) name(q *mention.Person) { o.person, o.text = q, q.Shown(o.written) }

// jointly returns where the first of two names that speak together begins,
// if the mention m that ends before piece head is the second: "Both Ann Roe
// and Bob Lee said".
func (s *speakers) jointly(p *passage, m *mention.Mention, head int) (int, bool) {
	k := head - 1
	for start := m.Begin(); k > 0 && p.pieces[k-1].Start >= start; {
		k--
	}
	if !p.is(k-1, "and", "&") {
		return 0, false
	}
	o := s.personAt(p, k-2)
	if o == nil || o.Person == m.Person {
		return 0, false
	}
	k -= 2
	for start := o.Start; k > 0 && p.pieces[k-1].Start >= start; {
		k--
	}
	for b := k; b > 0 && o.Begin() <= p.pieces[b-1].Start; {
		b--
		if p.pieces[b].Start == o.Begin() {
			k = b
		}
	}
	first := k == 0 || p.is(k-1, "both", ",", ".") || p.quoted(k-1) || p.in(k-1, sets.bounds)
	return k, first
}

// namedBefore returns the person to whom the phrase [from, head) stands in
// apposition: "Ann Roe, a senator who said". Nil if there is none.
func (s *speakers) namedBefore(p *passage, from, head int) *mention.Person {
	if !p.is(from-1, ",") || !p.is(from, "a", "an", "the", "one") || p.capital(head-1) && s.personAt(p, head-1) != nil || !(p.is(head, "who", "whose") || p.is(head, ",") && p.is(head+1, "who")) {
		return nil
	}
	if m := s.personAt(p, from-2); m != nil && m.Person != nil && p.pieces[from-2].End == m.End {
		return m.Person
	}
	return nil
}

// namedAside returns the name in apposition to a description of somebody whom
// the article names only there: "one driver, Ivo, told reporters".
func (s *speakers) namedAside(v voice, head int) briefing.Span {
	p := v.p
	if v.aside < v.asideTo {
		v.asideTo = headOf(p, v.aside, v.asideTo) // "Ivo of Hald Bay"
	}
	if v.aside >= v.asideTo || v.asideTo-v.aside > 3 || head < 1 || !p.word(head-1) || p.capital(head-1) && !p.any(head-1, personNouns) || !p.capital(head-1) && !p.in(v.from, sets.determiner) && !p.possessive(v.from, head) {
		return briefing.Span{}
	}
	for k := v.aside; k < v.asideTo; k++ {
		if text := p.pieces[k].Text; len(text) > 2 && text[1] == '-' {
			return briefing.Span{} // "D-Ohio"
		}
		if m := s.MentionAt(p.pieces[k].Start); !p.capital(k) || m == nil || m.Kind == mention.PlaceMention || m.Kind == mention.OrganisationMention {
			return briefing.Span{}
		}
	}
	return p.between(v.aside, v.asideTo)
}

// wholePhrase returns the end of a description with what tells it apart: "one
// diplomat involved in the planning", "an editorial in The Daily Post".
func (s *speakers) wholePhrase(p *passage, from, to int) int {
	if to < 1 || !p.is(from, "a", "an", "one", "another", "two", "three", "several", "some", "the") && !p.any(from, severalPeople) {
		return to
	}
	if writings.Has(p.pieces[to-1].Lower) && p.is(to, "by", "from") {
		if f := s.ahead(p, to+1); !f.empty() {
			return f.to
		}
	}
	if writings.Has(p.pieces[to-1].Lower) && p.is(to, "in") && (p.capital(to+1) || p.is(to+1, "the") && p.capital(to+2)) {
		k := to + 2
		for p.capital(k) || p.is(k, "of") && p.capital(k+1) {
			k++
		}
		return k
	}
	k := to
	if p.is(k, "from") && p.capital(k+1) {
		for k++; p.capital(k); k++ {
		}
	}
	if !(p.any(k, inTheKnow) && (p.in(k+1, sets.preposition) || k+1 >= len(p.pieces) || p.punct(k+1))) && !(p.is(k, "with") && p.is(k+1, "knowledge", "direct")) {
		if p.any(to-1, inTheKnow) && p.in(to, sets.preposition) {
			k = to
		} else {
			return to
		}
	}
	for k < len(p.pieces) && k < to+14 && p.word(k) && !p.in(k, sets.bounds) && p.finite(k) == nil && !p.in(k, times()) && !p.in(k, sets.be) && !p.in(k, sets.auxiliary) {
		k++
	}
	return k
}

// inAside returns the person whose name, and nothing else but a title or a
// place, stands in apposition to the phrase: "the senator, Bob Lee of Ohio,".
func (s *speakers) inAside(f phrase) *mention.Person {
	if f.aside >= f.asideTo {
		return nil
	}
	p := f.p
	last := headOf(p, f.aside, f.asideTo) - 1
	m := s.personAt(p, last)
	if m == nil {
		return nil
	}
	if first := p.pieces[f.aside].Start; m.Begin() > first && m.Start > first {
		return nil
	}
	if text := m.Of(s.Text); len(text) > 2 && text[1] == '-' {
		return nil // "D-Ohio"
	}
	return m.Person
}

// nameOnly reports whether all that stands in apposition to a phrase is one
// name: "Safe Harbour Advocate, Ann Roe, said".
func (s *speakers) nameOnly(f phrase) bool {
	m := s.personAt(f.p, f.asideTo-1)
	return m != nil && f.p.pieces[f.aside].Start == m.Start && f.p.pieces[f.asideTo-1].End == m.End
}

// apposed returns the person whom a description names behind what goes with
// it: "A delegate from the northern group, Bob Lee, summed up".
func (s *speakers) apposed(f phrase) *mention.Person {
	if q := s.inAside(f); q != nil {
		return q
	}
	p := f.p
	if !p.in(f.to, sets.preposition) {
		return nil
	}
	for k := f.to + 1; k < len(p.pieces) && k < f.to+9; k++ {
		if p.is(k, ",") {
			g := phrase{p: p, from: f.from, to: k}
			if g.aside, g.asideTo = p.apposition(k); p.is(g.asideTo, ",") {
				return s.inAside(g)
			}
			return nil
		}
		if p.punct(k) && !p.is(k, "-") || p.cue(k) != nil || p.in(k, sets.be) || p.in(k, sets.auxiliary) {
			return nil
		}
	}
	return nil
}

// mentioned returns the person named at piece i, or nil.
func (s *speakers) mentioned(p *passage, i int) *mention.Person {
	if m := s.personAt(p, i); m != nil {
		return m.Person
	}
	return nil
}

// trimPhrase cuts adverbs, days and marks off the ends of a phrase.
func trimPhrase(p *passage, from, to int) (int, int) {
	for from < to && (p.punct(from) && !p.is(from, "@") || p.any(from, leadingIn) || p.pieces[from].quote >= 0) {
		from++
	}
	if to > from+2 && p.any(to-2, writings) && clause.PastLike(p.pieces[to-1].Token) {
		to-- // "a joint statement issued"
	}
	for to > from+1 && (p.punct(to-1) || p.in(to-1, sets.be) && p.word(to-1) || p.adverb(to-1) && (!p.capital(to-1) || p.in(to-1, times())) && !p.is(to-1, "all", "both") || p.pieces[to-1].quote >= 0) {
		to--
	}
	if p.in(from, times()) && to-from > 1 && !p.capital(from) {
		for from < to-1 && p.in(from, times()) {
			from++
		}
	}
	return from, to
}

// pronounSpeaker resolves "he", "she" and the rest.
func (s *speakers) pronounSpeaker(out speaker, p *passage, at, n int) speaker {
	out.reason = "speaker by pronoun"
	var gender byte
	switch p.pieces[at].Lower {
	case "he", "his", "him":
		gender = 'm'
	case "she", "her":
		gender = 'f'
	default:
		if r, ok := s.lastBody(p, at); ok {
			out.as(r, "speaker by pronoun")
			return out
		}
		out.sure = min(out.sure, .5)
		out.reason = "speaker only as written"
		return out
	}
	if r, ok := s.reportingSource(p, at, gender); ok {
		out.as(r, "speaker by pronoun")
		return out
	}
	if r, ok := s.lastSource(p, gender); ok {
		out.as(r, "speaker by pronoun")
		return out
	}
	if r, ok := s.antecedent(p, at, gender, n); ok {
		out.speaks(r, s.Text)
		out.sure = min(out.sure, .8)
		return out
	}
	out.sure = min(out.sure, .6)
	out.reason = "speaker only as written"
	return out
}
