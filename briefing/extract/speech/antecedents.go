package speech

import (
	"strings"

	"example.org/attache/briefing/extract/mention"
)

// This part of the stage finds whom a pronoun that speaks stands for:
//
//	Roe arrived on Monday. “…,” she said.     the subject before it
//	“…,” said Roe. “…,” he added.             who just spoke
//	Roe and Lee left the hall. “…,” he said.  nobody: both may be meant
//
// It knows nothing of the world: where two fit alike, where somebody without a
// name comes between, or where the subject is a name it cannot place, the
// pronoun stays as written. A wrong name is worse than none.

// reach is how many passages back a pronoun may point.
const reach = 9

// referent is whom a name in the text means: a person, or a bare surname that
// several people of the article share.
type referent struct {
	person *mention.Person
	m      *mention.Mention
}

// speaks makes the speaker the referent.
func (o *speaker) speaks(r referent, text string) {
	if r.person != nil {
		o.name(r.person)
		return
	}
	o.named = r.m.Span
	if name, _, ok := plainName(r.m); ok {
		o.named = name
	}
	o.text = o.named.Of(text)
}

// referentAt returns whom the name at piece i means, if that may be somebody
// of the gender; gender 0 is either.
func (s *speakers) referentAt(p *passage, i int, gender byte) (referent, bool) {
	if !p.word(i) || !p.capital(i) {
		return referent{}, false
	}
	m := s.MentionAt(p.pieces[i].Start)
	if m == nil || m.Kind != mention.PersonMention && m.Person == nil && m.Kind != mention.OtherMention {
		return referent{}, false
	}
	if text := m.Of(s.Text); len(text) > 4 && text == strings.ToUpper(text) && strings.Contains(text, " ") && (p.shouted(i-2) || p.shouted(i+1)) {
		return referent{}, false // a heading run into the text
	}
	fits := func(q *mention.Person) bool { return gender == 0 || s.gender[q] == 0 || s.gender[q] == gender }
	if m.Person != nil {
		return referent{m.Person, m}, fits(m.Person)
	}
	if m.Last-m.First != 1 {
		_, g, ok := plainName(m)
		return referent{nil, m}, ok && (gender == 0 || g == 0 || g == gender)
	}
	// A surname that several share is told apart by gender alone.
	var one *mention.Person
	n := 0
	for _, q := range s.Alias[mention.FoldName(m.Of(s.Text))] {
		if q.Key[len(q.Key)-1] == mention.FoldName(m.Of(s.Text)) && fits(q) {
			one = q
			n++
		}
	}
	switch {
	case n == 0:
		return referent{nil, m}, s.givenAlone(m, gender)
	case n == 1 && gender != 0 && s.gender[one] == gender:
		return referent{one, m}, true
	}
	return referent{nil, m}, true
}

// givenAlone reports whether the mention is one given name, of the gender as
// far as it tells, that no person of the article bears: "Hana joined in May".
func (s *speakers) givenAlone(m *mention.Mention, gender byte) bool {
	if m.Kind == mention.PlaceMention || m.Kind == mention.OrganisationMention || m.Person != nil || m.Last-m.First != 1 {
		return false
	}
	t := m.Sentence.Tokens[m.First]
	if !mention.Vocab().Is(t, mention.GivenName) || mention.Vocab().Is(t, mention.PartWord|mention.HeadWord|mention.HonorificWord) {
		return false
	}
	g := givenNames()[mention.FoldName(t.Text)]
	return g == 0 || gender == 0 || g == gender
}

// shouted reports whether piece i is a word in capitals only.
func (p *passage) shouted(i int) bool {
	return p.word(i) && len(p.pieces[i].Text) > 2 && p.pieces[i].Text == strings.ToUpper(p.pieces[i].Text)
}

// verdict is what a clue says of whom a pronoun stands for.
type verdict uint8

const (
	silent  verdict = iota // nothing: ask the next clue
	meant                  // the referent
	unclear                // two may be meant, or somebody without a name: leave it as written
	further                // the one meant stands further back in the text
)

// found returns the verdict of a clue that names r where ok holds.
func found(r referent, ok bool) (referent, verdict) {
	if ok {
		return r, meant
	}
	return referent{}, unclear
}

// person returns q as the referent, by where the text first names them.
func person(q *mention.Person) referent { return referent{q, q.Mentions[0]} }

// may reports whether q is somebody who may be of the gender.
func (s *speakers) may(q *mention.Person, gender byte) bool {
	return q != nil && (s.gender[q] == 0 || s.gender[q] == gender)
}

// antecedent returns whom the pronoun at piece at stands for, if that is not
// open.
func (s *speakers) antecedent(p *passage, at int, gender byte, n int) (referent, bool) {
	if !s.interposed(p, at) && !p.is(0, "asked", "pressed") && !s.sameSubject(p, at) { // "Asked about Roe, he said"
		if r, v := s.sameSentence(p, at, gender); v != silent {
			return r, v == meant
		}
	}
	last := n - 1
	for b := p.index - 1; b >= 0 && p.index-b <= reach; b-- {
		prev := s.passages[b]
		if prev.credit() || s.line(prev) {
			continue
		}
		f := s.firstSubject(prev, len(prev.pieces))
		if b == p.index-1 && !f.empty() && s.answers(p, at) {
			if r, ok := s.asked(prev, f, gender); ok {
				return r, r.person != nil // whoever was asked or told
			}
		}
		// The speaker of a quotation in that passage, if it has one.
		for last >= 0 && s.by[last].at != nil && s.by[last].at.index > b {
			last--
		}
		if last >= 0 && s.by[last].at == prev {
			if r, ok := s.quotedThere(s.by[last].speaker, gender); ok {
				return r, true
			}
		}
		if r, v := s.foundIn(prev, f, gender); v == meant || v == unclear {
			return r, v == meant
		}
	}
	return referent{}, false
}

// sameSubject reports whether the sentence of the pronoun at piece at opens with the
// same pronoun, so that nobody named in between is meant: "He spoke of Roe, who he
// said had “…”".
func (s *speakers) sameSubject(p *passage, at int) bool {
	f := s.firstSubject(p, at)
	return !f.empty() && f.to-f.from == 1 && p.is(f.from, p.pieces[at].Lower) && f.from < at
}

// sameSentence says whom the passage of the pronoun at piece at names before it:
// "Roe said Lee had not called, though he saw", "When Roe came, he said".
func (s *speakers) sameSentence(p *passage, at int, gender byte) (referent, verdict) {
	if r, ok := s.reporting(p, at, gender); ok {
		return r, meant
	}
	if s.unnamed(p, at) {
		return referent{}, unclear
	}
	if r, ok := s.foremost(p, at, gender); ok {
		return r, meant
	}
	if r, ok := s.topic(p, at, gender); ok {
		return r, meant
	}
	return referent{}, silent
}

// quotedThere returns the speaker of an earlier quotation as the referent: a
// person, or a surname or given name that the text leaves at that.
func (s *speakers) quotedThere(said speaker, gender byte) (referent, bool) {
	if q := said.person; s.may(q, gender) {
		return person(q), true
	}
	if said.person != nil || said.span.End == 0 || strings.ContainsAny(said.written, " ,") {
		return referent{}, false
	}
	m := s.MentionAt(said.span.Start)
	return referent{nil, m}, m != nil && m.Of(s.Text) == said.written && (len(s.Alias[mention.FoldName(said.written)]) > 1 || s.givenAlone(m, gender))
}

// foundIn says whom of the earlier passage prev, which opens with the subject f, a
// pronoun behind it means.
func (s *speakers) foundIn(prev *passage, f phrase, gender byte) (referent, verdict) {
	if !f.empty() && s.several(prev, f.from, gender) {
		return referent{}, unclear
	}
	if !f.empty() && prev.owned(f) > 0 {
		if r, v := s.ownedSubject(prev, f, gender); v != silent {
			return r, v
		}
	}
	if q, name := s.relayed(prev); s.may(q, gender) {
		return person(q), meant
	} else if q == nil && name {
		return referent{}, unclear
	}
	if q := s.reports(prev).person; s.may(q, gender) {
		return person(q), meant
	}
	if !f.empty() {
		if r, v := s.subjectMeans(prev, f, gender); v != silent {
			return r, v
		}
	}
	if q := s.spokeAbove(prev, f); s.may(q, gender) {
		return person(q), meant
	}
	if r, ok := s.foremost(prev, len(prev.pieces), gender); ok {
		return r, meant
	}
	for k := range prev.pieces {
		if prev.somebody(k) && !prev.is(k-1, ",", "as") {
			return referent{}, unclear // "by the door stood a woman"
		}
	}
	return referent{}, silent
}

// spokeAbove returns the one whose words the sentence above prev reports, if prev has
// a thing for its subject f and names people only in passing: "Roe proposed a rule.
// ¶ A group led by Lee will draft it. ¶ “…,” he said."
func (s *speakers) spokeAbove(prev *passage, f phrase) *mention.Person {
	above := s.above(prev)
	if f.empty() || above == nil || !s.thing(f) && !(prev.is(f.from, "a", "an") && !prev.somebody(f.from)) {
		return nil
	}
	for k := range prev.pieces {
		if m := s.personAt(prev, k); m != nil && !s.hangs(prev, k, m) && !prev.behindBy(k) {
			return nil
		}
	}
	return s.lastVoice(above).person
}

// behindBy reports whether the name at piece k is, with what tells who it is, the
// agent of a passive: "led by the old judge Ann Roe".
func (p *passage) behindBy(k int) bool {
	for n := k - 1; n > 0 && k-n < 6 && p.word(n); n-- {
		if p.is(n, "by") {
			return true
		}
	}
	return false
}

// ownedSubject says whom a subject that is another's means: "The board's negotiator
// Bob Lee left early" and "Roe's lawyer, Bob Lee, left early" are Lee, and "Roe's
// lawyer left early" is nobody with a name.
func (s *speakers) ownedSubject(prev *passage, f phrase, gender byte) (referent, verdict) {
	last := headOf(prev, f.from, f.to) - 1
	if q := s.mentioned(prev, last); last > prev.owned(f) && s.may(q, gender) {
		return person(q), meant
	}
	if f.aside >= f.asideTo {
		return referent{}, unclear
	}
	if q := s.mentioned(prev, f.asideTo-1); s.may(q, gender) {
		return person(q), meant
	}
	return referent{}, silent
}

// subjectMeans says whom the subject f of an earlier passage means: a name, "he"
// once more, or a description such as "the minister".
func (s *speakers) subjectMeans(prev *passage, f phrase, gender byte) (referent, verdict) {
	head := headOf(prev, f.from, f.to)
	if r, ok := s.referentAt(prev, head-1, gender); ok {
		return r, meant
	}
	if s.strange(prev, f.from, head) {
		return found(s.namesake(prev, head-1))
	}
	if f.to-f.from == 1 && (gender == 'm' && prev.is(f.from, "he") || gender == 'f' && prev.is(f.from, "she")) {
		if r, ok := s.topic(prev, f.from, gender); ok {
			return r, meant
		}
		return referent{}, further // the same one, and so is whom it leans on
	}
	if prev.is(f.from, "one") && prev.is(f.from+1, "of") && strings.HasPrefix(strings.ToLower(s.reports(prev).text), "one") {
		return referent{}, unclear // "One of the sources said"
	}
	determined := prev.in(f.from, sets.determiner)
	if determined && !prev.capital(head-1) || prev.capital(head-1) && prev.is(f.from, "the") {
		if q := s.apposed(f); s.may(q, gender) {
			return person(q), meant
		}
	}
	if determined && (personNouns.Has(prev.pieces[head-1].Lower) || prev.somebody(f.from)) {
		if q := s.described(prev, f.from, head, -1); s.may(q, gender) && prev.is(f.from, "the") {
			return person(q), meant
		}
		return referent{}, unclear // "a Berlin woman": somebody without a name
	}
	return referent{}, silent
}

// credit reports whether the passage is a picture's: "(Photo by Ann Roe/Seven
// Images)".
func (p *passage) credit() bool {
	if !p.is(0, "(", "[") && !p.any(0, pictures) || len(p.pieces) > 25 {
		return false
	}
	for k := 0; k < len(p.pieces) && k < 4; k++ {
		if p.any(k, credits) {
			return true
		}
	}
	return false
}

// reporting returns the one whose words the passage reports before piece at,
// if that is a person of the gender.
func (s *speakers) reporting(p *passage, at int, gender byte) (referent, bool) {
	for c := at - 1; c >= 0 && at-c < 60; c-- {
		if cu := p.finite(c); cu == nil || !cu.quotation && !cu.clause {
			continue
		}
		f := s.subject(p, c)
		if f.empty() || f.from >= at || f.to > at {
			continue
		}
		if v := p.cue(c).verb; v == "ask" || v == "press" {
			continue // "When Roe asked if he would, he declined"
		}
		if s.several(p, f.from, gender) {
			return referent{}, false
		}
		if r, ok := s.referentAt(p, headOf(p, f.from, f.to)-1, gender); ok && r.person != nil {
			return r, true
		}
	}
	return referent{}, false
}

// relayed returns the person whom a passage is told after: "…, according to
// Roe", or nil; named tells whether it is one name, known or not.
func (s *speakers) relayed(p *passage) (q *mention.Person, named bool) {
	for c := 1; c+2 < len(p.pieces); c++ {
		if !p.is(c, "according") || !p.is(c+1, "to") {
			continue
		}
		if f := s.ahead(p, c+2); !f.empty() {
			return s.mentioned(p, headOf(p, f.from, f.to)-1), f.to-f.from == 1 && p.capital(f.from)
		}
	}
	return nil, false
}

// several reports whether the subject that begins at piece i names more than
// one whom a pronoun of the gender may mean: "Roe and Lee", "Ann Roe, the
// Polish minister Bob Lee and Joe Doe".
func (s *speakers) several(p *passage, i int, gender byte) bool {
	var first *mention.Mention
	fit := 0
	pending := 0 // fitting names behind a comma, that count once an "and" follows
	for k := i; k < len(p.pieces) && k < i+40; k++ {
		if m := s.personAt(p, k); m != nil {
			if m == first {
				continue
			}
			if first != nil && !p.is(s.beforeTitle(p, k, m), "and", ",", "&") {
				return false
			}
			for k+1 < len(p.pieces) && p.pieces[k+1].Start < m.End {
				k++
			}
			if p.ownerMark(k + 1) {
				return false
			}
			_, ok := s.referentAt(p, k, gender)
			switch {
			case first == nil:
				fit = count(ok)
			case p.is(s.beforeTitle(p, k, m), "and", "&"):
				return fit+pending+count(ok) > 1
			default:
				pending += count(ok)
			}
			first = m
			continue
		}
		if p.is(k, "and", ",", "&") || p.in(k, sets.determiner) || p.capital(k) {
			continue
		}
		if first == nil && k-i < 6 && p.word(k) && p.cue(k) == nil && !p.in(k, sets.be) {
			continue // "the former minister Ann Roe"
		}
		if m := s.ahead(p, k); p.word(k) && !m.empty() && s.personAt(p, m.to-1) != nil && p.is(k-1, "and", ",") {
			continue // "…, minister Bob Lee"
		}
		return false
	}
	return false
}

// beforeTitle returns the piece before the mention that covers piece k, its title
// and a determiner included.
func (s *speakers) beforeTitle(p *passage, k int, m *mention.Mention) int {
	start := m.Begin()
	for k > 0 && p.pieces[k-1].Start >= start {
		k--
	}
	for k > 0 && p.in(k-1, sets.determiner) {
		k--
	}
	return k - 1
}

func count(ok bool) int {
	if ok {
		return 1
	}
	return 0
}

// past returns the piece behind the mention that piece k stands in.
func (p *passage) past(k int, m *mention.Mention) int {
	for k < len(p.pieces) && p.pieces[k].Start < m.End {
		k++
	}
	return k
}

// asks reports whether the word at piece i, behind a name, asks a question
// that the passage goes on to tell: "When Roe asked if".
func (s *speakers) asks(p *passage, i int) bool {
	return p.is(i, "asked", "asks", "pressed") && (p.is(i+1, "him", "her") || p.opensQuestion(i+1) || p.opensQuestion(i+2))
}

// answers reports whether the verb beside the pronoun at piece i gives an answer.
func (s *speakers) answers(p *passage, i int) bool {
	for _, k := range []int{i - 1, i + 1} {
		if cu := p.cue(k); cu != nil && (cu.verb == "reply" || cu.verb == "answer" || cu.verb == "respond") {
			return true
		}
	}
	return false
}

// asked returns the one of the gender whom the verb behind the subject f asks
// or tells something.
func (s *speakers) asked(p *passage, f phrase, gender byte) (referent, bool) {
	k := f.to
	for p.adverb(k) {
		k++
	}
	if cu := p.cue(k); cu == nil || cu.verb != "ask" && cu.verb != "tell" && cu.verb != "urge" && cu.verb != "press" {
		return referent{}, false
	}
	o := s.ahead(p, k+1)
	if o.empty() {
		return referent{}, false
	}
	r, ok := s.referentAt(p, headOf(p, o.from, o.to)-1, gender)
	if q := s.mentioned(p, headOf(p, f.from, f.to)-1); ok && q != nil && (s.gender[q] == 0 || s.gender[q] == gender) {
		r.person = nil // either may answer
	}
	return r, ok
}
