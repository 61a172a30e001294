package extract

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
)

// speaker is somebody a voice names.
type speaker struct {
	person  *person       // nil if no person of the article fits
	text    string        // what to show: full name, institution or description
	written string        // as the text has it there
	span    briefing.Span // of written
	named   briefing.Span // of text, where that is no person's and stands elsewhere
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
	if r, ok := s.antecedent(p, at, gender, n); ok {
		out.speaks(r, s.text)
		out.sure = min(out.sure, .8)
		return out
	}
	out.sure = min(out.sure, .6)
	out.reason = "speaker only as written"
	return out
}

// reach is how many passages back a pronoun may point.
const reach = 9

// referent is whom a name in the text means: a person, or a bare surname that
// several people of the article share.
type referent struct {
	person *person
	m      *mention
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
	m := s.mentionAt(p.pieces[i].Start)
	if m == nil || m.kind != personMention && m.person == nil && m.kind != otherMention {
		return referent{}, false
	}
	fits := func(q *person) bool { return gender == 0 || s.gender[q] == 0 || s.gender[q] == gender }
	if m.person != nil {
		return referent{m.person, m}, fits(m.person)
	}
	if m.last-m.first != 1 {
		return referent{}, false
	}
	// A surname that several share is told apart by gender alone.
	var one *person
	n := 0
	for _, q := range s.alias[foldName(m.Of(s.text))] {
		if q.key[len(q.key)-1] == foldName(m.Of(s.text)) && fits(q) {
			one = q
			n++
		}
	}
	switch {
	case n == 0:
		return referent{}, false
	case n == 1 && gender != 0 && s.gender[one] == gender:
		return referent{one, m}, true
	}
	return referent{nil, m}, true
}

// antecedent returns whom the pronoun at piece at stands for, if that is not
// open.
func (s *speakers) antecedent(p *passage, at int, gender byte, n int) (referent, bool) {
	fits := func(q *person) bool { return q != nil && (s.gender[q] == 0 || s.gender[q] == gender) }
	// In the passage itself, before the pronoun: "When Roe came, he said".
	if r, ok := s.foremost(p, at, gender); ok {
		return r, true
	}
	last := n - 1
	for b := p.index - 1; b >= 0 && p.index-b <= reach; b-- {
		prev := s.passages[b]
		// The speaker of a quotation in that passage, if it has one.
		for last >= 0 && s.by[last].at != nil && s.by[last].at.index > b {
			last--
		}
		if last >= 0 && s.by[last].at == prev {
			if q := s.by[last].speaker.person; fits(q) {
				return referent{q, q.mentions[0]}, true
			}
		}
		if q := s.reports(prev).person; fits(q) {
			return referent{q, q.mentions[0]}, true
		}
		f := s.firstSubject(prev, len(prev.pieces))
		if !f.empty() {
			if r, ok := s.referentAt(prev, headOf(prev, f.from, f.to)-1, gender); ok {
				return r, true
			}
			if f.to-f.from == 1 && (gender == 'm' && prev.is(f.from, "he") || gender == 'f' && prev.is(f.from, "she")) {
				continue // the same one; whom it leans on stands further back
			}
			if head := headOf(prev, f.from, f.to); prev.in(f.from, sets.determiner) && (personNouns[prev.pieces[head-1].Lower] || prev.somebody(f.from)) {
				if q := s.described(prev, f.from, head, -1); fits(q) && prev.is(f.from, "the") {
					return referent{q, q.mentions[0]}, true
				}
				return referent{}, false // "a Berlin woman": somebody without a name
			}
		}
		if r, ok := s.foremost(prev, len(prev.pieces), gender); ok {
			return r, true
		}
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
	return p.is(i+1, "man", "woman") || i+1 < len(p.pieces) && strings.HasSuffix(p.pieces[i+1].Lower, "-year-old")
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
func (s *speakers) hangs(p *passage, k int, m *mention) bool {
	start := m.begin()
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
		if !ok || k > 0 && s.mentionAt(p.pieces[k-1].Start) == r.m && p.pieces[k-1].quote < 0 {
			continue
		}
		if e := r.m.last - r.m.first + k; p.is(e, "'s", "’s", "'", "’") || s.hangs(p, k, r.m) {
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
	at := p.pieces[from].Start
	list := s.holders()[noun]
	k, _ := slices.BinarySearchFunc(list, at, func(h holding, at int) int { return h.at - at })
	if k == 0 {
		return nil
	}
	return list[k-1].person
}

// holding is one mention of somebody whose title has a noun.
type holding struct {
	at     int
	person *person
}

// holders returns, by the nouns of personNouns, who holds such an office, in
// order of mention.
func (s *speakers) holders() map[string][]holding {
	if s.offices != nil {
		return s.offices
	}
	s.offices = map[string][]holding{}
	for _, q := range s.people {
		seen := map[string]bool{}
		for _, w := range strings.Fields(strings.ToLower(q.title)) {
			w = strings.Trim(w, ",.")
			if !personNouns[w] || seen[w] {
				continue
			}
			seen[w] = true
			for _, m := range q.mentions {
				s.offices[w] = append(s.offices[w], holding{m.Start, q})
			}
		}
	}
	for _, list := range s.offices {
		slices.SortStableFunc(list, func(a, b holding) int { return a.at - b.at })
	}
	return s.offices
}

// personNouns are nouns by which a text takes up somebody it has named.
var personNouns = words(`president minister premier chancellor senator congressman congresswoman governor mayor secretary
	ambassador chairman chairwoman chair leader director chief commissioner general attorney judge justice king queen prince
	princess pope candidate nominee lawmaker representative diplomat spokesman spokeswoman spokesperson envoy official
	negotiator adviser advisor manager coach executive economist professor analyst expert strategist activist lawyer
	driver officer soldier doctor nurse pilot refugee migrant participant delegate journalist reporter mother father
	man woman boy girl teenager student voter resident teacher farmer worker witness pontiff monarch`)
