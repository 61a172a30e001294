package extract

import (
	"strings"

	"example.org/attache/briefing"
)

// speaker is somebody a voice names.
type speaker struct {
	person  *person       // nil if no person of the article fits
	text    string        // what to show: full name, institution or description
	written string        // as the text has it there
	span    briefing.Span // of written
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
	if from >= to {
		return speaker{}
	}
	span := p.between(from, to)
	out := speaker{text: span.Of(s.text), span: span, rule: v.rule, sure: v.sure}
	out.text = strings.Join(strings.Fields(out.text), " ")
	out.written = out.text
	if to-from == 1 && p.pronoun(from) {
		return s.pronounSpeaker(out, p, from, n)
	}
	if to-from == 1 && p.is(from, "his", "her", "their") {
		return s.pronounSpeaker(out, p, from, n)
	}
	head := to
	for k := from + 1; k < to; k++ {
		if p.in(k, sets.preposition) {
			head = k
			break
		}
	}
	if m := s.personAt(p, head-1); m != nil {
		out.name(m.person)
		return out
	}
	if v.aside < v.asideTo {
		// "the ministry's spokesman, Bob Lee, said"
		if m := s.personAt(p, v.aside); m != nil && m.person == s.mentioned(p, v.asideTo-1) && !p.capital(head-1) {
			out.name(m.person)
			return out
		}
	}
	if head-from == 1 || p.capital(head-1) {
		if q := s.personNamed(p.between(from, head).Of(s.text)); q != nil {
			out.name(q)
			return out
		}
	}
	if p.is(from, "the", "this", "that") || !p.capital(head-1) && p.is(from, "his", "her") {
		if q := s.described(p, from, head, n); q != nil {
			out.name(q)
			out.reason = "speaker by description"
			out.sure = min(out.sure, .8)
		}
	}
	return out
}

// name makes the speaker a person of the article.
func (o *speaker) name(q *person) { o.person, o.text = q, q.name }

// mentioned returns the person named at piece i, or nil.
func (s *speakers) mentioned(p *passage, i int) *person {
	if m := s.personAt(p, i); m != nil {
		return m.person
	}
	return nil
}

// trimPhrase cuts adverbs, days and marks off the ends of a phrase.
func trimPhrase(p *passage, from, to int) (int, int) {
	for from < to && (p.punct(from) && !p.is(from, "@") || p.is(from, "and", "but", "meanwhile", "also", "then", "as", "even", "so") || p.pieces[from].quote >= 0) {
		from++
	}
	for to > from+1 && (p.punct(to-1) || p.adverb(to-1) && (!p.capital(to-1) || p.in(to-1, sets.time)) && !p.is(to-1, "all", "both") || p.pieces[to-1].quote >= 0) {
		to--
	}
	if p.in(from, sets.time) && to-from > 1 && !p.capital(from) {
		for from < to-1 && p.in(from, sets.time) {
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
	case "he", "his":
		gender = 'm'
	case "she", "her":
		gender = 'f'
	default:
		out.sure = min(out.sure, .5)
		out.reason = "speaker only as written"
		return out
	}
	if q := s.antecedent(p, at, gender, n); q != nil {
		out.name(q)
		out.sure = min(out.sure, .8)
		return out
	}
	out.sure = min(out.sure, .6)
	out.reason = "speaker only as written"
	return out
}

// reach is how many passages back a pronoun may point.
const reach = 9

// antecedent returns the person whom the pronoun at piece at stands for, or
// nil where that is open.
func (s *speakers) antecedent(p *passage, at int, gender byte, n int) *person {
	fits := func(q *person) bool { return q != nil && (q.gender == 0 || q.gender == gender) }
	// In the passage itself, before the pronoun: "When Roe came, he said".
	for k := at - 1; k >= 0; k-- {
		if m := s.personAt(p, k); m != nil && fits(m.person) && !s.possessed(p, k) {
			return m.person
		}
	}
	last := n - 1
	for b := p.index - 1; b >= 0 && p.index-b <= reach; b-- {
		prev := s.passages[b]
		// The speaker of a quotation in that passage, if it has one.
		for last >= 0 && s.by[last].at != nil && s.by[last].at.index > b {
			last--
		}
		if last >= 0 && s.by[last].at == prev {
			if q := s.by[last].speaker.person; q != nil && fits(q) {
				return q
			}
		}
		if q := s.subjectPerson(prev); fits(q) {
			return q
		}
		if q := s.onlyPerson(prev, gender); q != nil {
			return q
		}
	}
	return nil
}

// possessed reports whether the name at piece k only owns something: "Roe's".
func (s *speakers) possessed(p *passage, k int) bool {
	return p.is(k+1, "'s", "’s", "'", "’")
}

// subjectPerson returns the person who is the first subject of a passage.
func (s *speakers) subjectPerson(p *passage) *person {
	f := s.firstSubject(p, len(p.pieces))
	if f.empty() {
		return nil
	}
	head := f.to
	for k := f.from + 1; k < f.to; k++ {
		if p.in(k, sets.preposition) {
			head = k
			break
		}
	}
	if m := s.personAt(p, head-1); m != nil {
		return m.person
	}
	return nil
}

// onlyPerson returns the one person of the gender whom a passage names.
func (s *speakers) onlyPerson(p *passage, gender byte) *person {
	var one *person
	for k := range p.pieces {
		m := s.personAt(p, k)
		if m == nil || m.person == one || m.person.gender != 0 && m.person.gender != gender {
			continue
		}
		if one != nil {
			return nil
		}
		one = m.person
	}
	return one
}

// described resolves "the president" or "the 52-year-old senator": the last
// person before it whose title has that noun, or who just spoke.
func (s *speakers) described(p *passage, from, head, n int) *person {
	noun := p.pieces[head-1].Lower
	if q := s.personNamed(p.between(from, head).Of(s.text)); q != nil {
		return q
	}
	if !personNouns[noun] {
		return nil
	}
	var found *person
	best := -1
	for _, q := range s.people {
		if !strings.Contains(strings.ToLower(q.title), noun) {
			continue
		}
		for _, m := range q.mentions {
			if m.Start < p.pieces[from].Start && m.Start > best {
				found, best = q, m.Start
			}
		}
	}
	return found
}

// personNouns are nouns by which a text takes up somebody it has named.
var personNouns = words(`president minister premier chancellor senator congressman congresswoman governor mayor secretary
	ambassador chairman chairwoman chair leader director chief commissioner general attorney judge justice king queen prince
	princess pope candidate nominee lawmaker representative diplomat spokesman spokeswoman spokesperson envoy official
	negotiator adviser advisor manager coach executive economist professor analyst`)
