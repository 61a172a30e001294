package speech

import (
	"strings"

	"example.org/attache/briefing/extract/lexicon"
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
	o.text, o.named = r.m.Of(text), r.m.Span
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
		return referent{}, false
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

// antecedent returns whom the pronoun at piece at stands for, if that is not
// open.
func (s *speakers) antecedent(p *passage, at int, gender byte, n int) (referent, bool) {
	fits := func(q *mention.Person) bool { return q != nil && (s.gender[q] == 0 || s.gender[q] == gender) }
	// In the passage itself, before the pronoun: "Roe said Lee had not called,
	// though he saw …", "When Roe came, he said".
	if !s.interposed(p, at) {
		if r, ok := s.reporting(p, at, gender); ok {
			return r, true
		}
		if s.unnamed(p, at) {
			return referent{}, false
		}
		if r, ok := s.foremost(p, at, gender); ok {
			return r, true
		}
		if r, ok := s.topic(p, at, gender); ok {
			return r, true
		}
	}
	last := n - 1
	for b := p.index - 1; b >= 0 && p.index-b <= reach; b-- {
		prev := s.passages[b]
		if prev.credit() {
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
			said := s.by[last].speaker
			if q := said.person; fits(q) {
				return referent{q, q.Mentions[0]}, true
			}
			if said.person == nil && said.span.End > 0 && !strings.ContainsAny(said.written, " ,") {
				if m := s.MentionAt(said.span.Start); m != nil && m.Of(s.Text) == said.written && (len(s.Alias[mention.FoldName(said.written)]) > 1 || s.givenAlone(m, gender)) {
					return referent{nil, m}, true
				}
			}
		}
		if !f.empty() && s.several(prev, f.from, gender) {
			return referent{}, false
		}
		if !f.empty() && prev.owned(f) > 0 {
			// "The board's negotiator Bob Lee left early"
			if q := s.mentioned(prev, headOf(prev, f.from, f.to)-1); headOf(prev, f.from, f.to)-1 > prev.owned(f) && fits(q) {
				return referent{q, q.Mentions[0]}, true
			}
			// "Roe's lawyer, Bob Lee, left early", "Roe's lawyer left early"
			if q := s.mentioned(prev, f.asideTo-1); f.aside < f.asideTo && fits(q) {
				return referent{q, q.Mentions[0]}, true
			}
			if f.aside >= f.asideTo {
				return referent{}, false
			}
		}
		if q, name := s.relayed(prev); fits(q) {
			return referent{q, q.Mentions[0]}, true
		} else if q == nil && name {
			return referent{}, false
		}
		if q := s.reports(prev).person; fits(q) {
			return referent{q, q.Mentions[0]}, true
		}
		if !f.empty() {
			head := headOf(prev, f.from, f.to)
			if r, ok := s.referentAt(prev, head-1, gender); ok {
				return r, true
			}
			if s.strange(prev, f.from, head) {
				return s.namesake(prev, head-1)
			}
			if f.to-f.from == 1 && (gender == 'm' && prev.is(f.from, "he") || gender == 'f' && prev.is(f.from, "she")) {
				if r, ok := s.topic(prev, f.from, gender); ok {
					return r, true
				}
				continue // the same one; whom it leans on stands further back
			}
			if prev.is(f.from, "one") && prev.is(f.from+1, "of") && strings.HasPrefix(strings.ToLower(s.reports(prev).text), "one") {
				return referent{}, false // "One of the sources said"
			}
			if prev.in(f.from, sets.determiner) && !prev.capital(head-1) || prev.capital(head-1) && prev.is(f.from, "the") {
				if q := s.apposed(f); fits(q) {
					return referent{q, q.Mentions[0]}, true
				}
			}
			if prev.in(f.from, sets.determiner) && (personNouns[prev.pieces[head-1].Lower] || prev.somebody(f.from)) {
				if q := s.described(prev, f.from, head, -1); fits(q) && prev.is(f.from, "the") {
					return referent{q, q.Mentions[0]}, true
				}
				return referent{}, false // "a Berlin woman": somebody without a name
			}
		}
		if r, ok := s.foremost(prev, len(prev.pieces), gender); ok {
			return r, true
		}
		for k := range prev.pieces {
			if prev.somebody(k) && !prev.is(k-1, ",", "as") {
				return referent{}, false // "by the door stood a woman"
			}
		}
	}
	return referent{}, false
}

// credit reports whether the passage is a picture's: "(Photo by Ann Roe/Seven
// Images)".
func (p *passage) credit() bool {
	if !p.is(0, "(", "[") && !p.is(0, "photo", "photograph", "image", "picture") || len(p.pieces) > 25 {
		return false
	}
	for k := 0; k < len(p.pieces) && k < 4; k++ {
		if p.is(k, "photo", "photograph", "photos", "image", "picture", "credit", "ap", "reuters", "afp") {
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
			if first != nil && !p.is(s.before1(p, k, m), "and", ",", "&") {
				return false
			}
			for k+1 < len(p.pieces) && p.pieces[k+1].Start < m.End {
				k++
			}
			if p.is(k+1, "'s", "’s", "'", "’") {
				return false
			}
			_, ok := s.referentAt(p, k, gender)
			switch {
			case first == nil:
				fit = count(ok)
			case p.is(s.before1(p, k, m), "and", "&"):
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

// before1 returns the piece before the mention that covers piece k, its title
// and a determiner included.
func (s *speakers) before1(p *passage, k int, m *mention.Mention) int {
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
	return p.is(i, "asked", "asks", "pressed") && (p.is(i+1, "if", "whether", "about", "why", "how", "what", "him", "her") || p.is(i+2, "if", "whether", "about", "why", "how", "what"))
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
		if personNouns[p.pieces[k].Lower] {
			return true
		}
	}
	for k := i + 1; k < i+4 && p.word(k) && !p.capital(k); k++ {
		if nameless[p.pieces[k].Lower] {
			return true
		}
	}
	return p.is(i+1, "man", "woman") || i+1 < len(p.pieces) && strings.HasSuffix(p.pieces[i+1].Lower, "-year-old")
}

// nameless are more nouns for somebody whom a text does not name.
var nameless = lexicon.Set(`member aide source user supporter employee owner critic neighbour neighbor colleague friend passenger
	trader dealer banker staffer volunteer lawmaker survivor relative widow villager shopkeeper caller reader visitor guest
	customer tourist commuter protester demonstrator donor insider backer veteran patient builder fisherman shepherd`)

// possessive reports whether something in the pieces [from, to) owns what
// follows: "Ann Roe's spokesman".
func (p *passage) possessive(from, to int) bool {
	for k := from; k < to; k++ {
		if p.is(k, "'s", "’s", "'", "’") {
			return true
		}
	}
	return false
}

// owned returns the piece of the noun for somebody who is another's in the
// phrase, "Ann Roe's spokesman", or 0.
func (p *passage) owned(f phrase) int {
	for k := f.from + 1; k < f.to; k++ {
		if w := p.pieces[k]; p.is(k-1, "'s", "’s", "'", "’") && p.word(k) && !w.Capital() && (personNouns[w.Lower] || nameless[w.Lower]) {
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
		if p.in(k-1, sets.determiner) && p.word(e) && !p.capital(e) && (p.in(e, sets.role) || p.is(e+1, "had", "has", "was", "is", "were", "are", "said")) {
			continue // "the Roe campaign"
		}
		if p.is(e, "'s", "’s", "'", "’") || s.hangs(p, k, r.m) {
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
