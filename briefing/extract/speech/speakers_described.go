package speech

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/mention"
)

// This part of the stage finds whom a description takes up:
//
//	Governor Ann Roe left. “No,” the governor said.           who holds the office
//	“No,” the Polish foreign minister said.                   of those, whose country it is
//	Roe warned of cuts. Speaking later, the northern MP said  the subject before
//
// It does not know what offices people hold that the article does not say.

// described resolves "the president" or "the 52-year-old senator": the last
// person before it whose title has that noun, or who just spoke.
func (s *speakers) described(p *passage, from, head, n int) *mention.Person {
	noun := p.pieces[head-1].Lower
	if q := s.PersonNamed(p.between(from, head).Of(s.Text)); q != nil {
		return q
	}
	if p.is(from, "the") && (parties.Has(noun) || strings.HasSuffix(noun, "-year-old") || head-from == 2 && p.national(head-1)) {
		return s.takenUp(p, noun)
	}
	if !personNouns.Has(noun) {
		return nil
	}
	at := p.pieces[from].Start
	list := s.holders()[noun]
	k, _ := slices.BinarySearchFunc(list, at, func(h holding, at int) int { return h.at - at })
	var last *mention.Person
	for stop := k - longestMemory; k > max(0, stop); {
		k--
		h := list[k]
		if h.person == last || !s.fitsOffice(p, from, head, h.person) {
			continue
		}
		if last != nil {
			// Two may be meant: the one just named is, else nobody.
			if prev := s.before(p); prev != nil && s.holdsMention(prev, last) || s.holdsMention(p, last) || s.within(p, last, 4) && !s.within(p, h.person, 6) {
				return last
			}
			return nil
		}
		last = h.person
	}
	if last != nil {
		return last
	}
	if sole := s.sole[noun]; sole != nil && !s.ranked(p, from, head) && s.fitsSide(p, from, head, sole) && list[0].at < at {
		return sole
	}
	if q := s.ofItsSide(p, from, head); q != nil {
		return q
	}
	if len(list) > 0 || !p.is(from, "the") && (!p.is(from+1, "'s", "’s") || likeOffices()[noun] == nil) {
		return nil // "Norland's ambassador" brings in somebody new, "Norland's top diplomat" may not
	}
	return s.takenUp(p, noun)
}

// leadPassages is how many passages at the beginning of an article may tell of
// somebody before they name them.
const leadPassages = 2

// namedNext returns the one whom the sentence behind p names, where p opens the
// article with a description of them: "The port's new envoy said “…”. ¶ Ann Roe, who
// came on Monday, met".
func (s *speakers) namedNext(p *passage, from, head int) *mention.Person {
	noun := p.pieces[head-1].Lower
	if s.lead(p) >= leadPassages || !personNouns.Has(noun) || !p.is(from, "the", "its") && !p.possessive(from, head) || p.owned(phrase{p: p, from: from, to: head}) > 0 && s.personAt(p, from) != nil {
		return nil
	}
	i := p.index + 1
	for i < len(s.passages) && s.line(s.passages[i]) {
		i++
	}
	if i >= len(s.passages) {
		return nil
	}
	next := s.passages[i]
	f := s.firstSubject(next, len(next.pieces))
	if f.empty() || f.from > 0 {
		return nil
	}
	m := s.personAt(next, headOf(next, f.from, f.to)-1)
	if m == nil || m.Person.Mentions[0] != m || m.Last-m.First < 2 {
		return nil
	}
	told := false
	for _, w := range strings.Fields(strings.ToLower(m.Person.Title)) {
		told = told || strings.Trim(w, ",.") == noun || likeOffices()[noun][w]
	}
	for k := range next.pieces {
		told = told || next.is(k, noun)
	}
	if !told {
		return nil
	}
	return m.Person
}

// lead returns how many passages that are no lines stand before p, at most
// leadPassages.
func (s *speakers) lead(p *passage) int {
	n := 0
	for p = s.above(p); p != nil && n < leadPassages; p = s.above(p) {
		n++
	}
	return n
}

// ofItsSide returns the only person named before who stands for the country that
// the description [from, head) names, and holds an office that its noun may take
// up: "the Chinese leader".
func (s *speakers) ofItsSide(p *passage, from, head int) *mention.Person {
	side := ""
	for k := from; k < head-1; k++ {
		if f, ok := mention.Sides().Named(p.pieces[k].Text); ok && f.Kind == briefing.Country {
			side = f.Side
		}
	}
	if side == "" {
		return nil
	}
	var one *mention.Person
	for _, q := range s.People[:min(len(s.People), mostBodies)] {
		if q.AnySide() != side || q.Mentions[0].Start >= p.pieces[from].Start {
			continue
		}
		for _, w := range strings.Fields(strings.ToLower(q.Title)) {
			if w = strings.Trim(w, ",."); w != p.pieces[head-1].Lower && !likeOffices()[p.pieces[head-1].Lower][w] {
				continue
			}
			if one != nil && one != q {
				return nil
			}
			one = q
		}
	}
	return one
}

// national reports whether piece i may be what a text calls one person by their
// country: "the Frenchman", "the Italian", but not "the French".
func (p *passage) national(i int) bool {
	w := p.pieces[i].Lower
	if !p.capital(i) || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh") || strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ese") {
		return false
	}
	side, ok := mention.Sides().Named(p.pieces[i].Text)
	return ok && side.Kind == briefing.Country && side.Side != p.pieces[i].Text || strings.HasSuffix(w, "man") || strings.HasSuffix(w, "woman")
}

// within reports whether one of the last n passages before p names q.
func (s *speakers) within(p *passage, q *mention.Person, n int) bool {
	for i := p.index - 1; i >= 0 && i >= p.index-n; i-- {
		if s.holdsMention(s.passages[i], q) {
			return true
		}
	}
	return false
}

// longestMemory is how many mentions of those who hold an office a description
// is compared with.
const longestMemory = 40

// ranked reports whether a word of the description [from, head) tells it from
// like offices.
func (s *speakers) ranked(p *passage, from, head int) bool {
	for k := from + 1; k < head; k++ {
		if otherOffice.Has(p.pieces[k].Lower) {
			return true
		}
	}
	return false
}

// fitsSide reports whether the country that the description [from, head) names
// is q's as far as the article tells.
func (s *speakers) fitsSide(p *passage, from, head int, q *mention.Person) bool {
	for k := from + 1; k < head-1; k++ {
		if f, ok := mention.Sides().Named(p.pieces[k].Text); ok && f.Kind == briefing.Country {
			if side := q.AnySide(); side != "" && side != f.Side {
				return false
			}
		}
	}
	return true
}

// fitsOffice reports whether what a description says of the office, "the
// Russian foreign minister", "the vice president", holds for q as far as the
// article tells.
func (s *speakers) fitsOffice(p *passage, from, head int, q *mention.Person) bool {
	if !s.fitsSide(p, from, head, q) {
		return false
	}
	title := strings.Fields(strings.ReplaceAll(strings.ToLower(q.Title), "-", " "))
	for k := from + 1; k < head-1; k++ {
		w := p.pieces[k]
		if !p.word(k) {
			continue
		}
		if otherOffice.Has(w.Lower) || !w.Capital() && mention.Vocab().Is(w.Token, mention.PartWord) {
			if !slices.Contains(title, w.Lower) && !(w.Lower == "former" || w.Lower == "then" || w.Lower == "current") {
				return false
			}
		}
	}
	for _, w := range title {
		if w == "vice" || w == "deputy" || w == "under" || w == "assistant" {
			for k := from + 1; k < head; k++ {
				if strings.HasPrefix(p.pieces[k].Lower, w) || personNouns.Has(p.pieces[head-1].Lower) && !strings.HasSuffix(strings.ToLower(q.Title), p.pieces[head-1].Lower) {
					return true
				}
			}
			return p.pieces[head-1].Lower != "president" && p.pieces[head-1].Lower != "minister"
		}
	}
	return true
}

// holdsMention reports whether passage p names q.
func (s *speakers) holdsMention(p *passage, q *mention.Person) bool {
	for k := range p.pieces {
		if m := s.personAt(p, k); m != nil && m.Person == q {
			return true
		}
	}
	return false
}

// ofCountry reports whether the phrase [from, head) is a country's one: "Iran's
// top diplomat".
func (s *speakers) ofCountry(p *passage, from, head int) bool {
	if head-from < 3 || !p.is(from+1, "'s", "’s") {
		return false
	}
	f, ok := mention.Sides().Named(p.pieces[from].Text)
	return ok && f.Kind == briefing.Country
}

// takenUp returns the subject of the sentence before p, for whom the article
// gives no office: "Roe warned of cuts. ¶ Speaking later, the northern MP said".
//
// noun is what takes the person up.
func (s *speakers) takenUp(p *passage, noun string) *mention.Person {
	prev := s.before(p)
	if prev == nil || prev.paragraph < p.paragraph-1 {
		return nil
	}
	if parties.Has(noun) || noun == "nominee" || noun == "candidate" {
		for k := range prev.pieces {
			if prev.quoted(k) {
				return nil // “…,” Roe said. “…,” the other nominee answered.
			}
		}
	}
	f := s.firstSubject(prev, len(prev.pieces))
	if f.empty() || prev.owned(f) > 0 || s.several(prev, f.from, 0) {
		return nil
	}
	q := s.mentioned(prev, headOf(prev, f.from, f.to)-1)
	if q == nil {
		q = s.reports(prev).person // "“…”, said Roe"
	}
	if q == nil || prev.is(f.to, "'s", "’s") {
		return nil
	}
	for _, w := range strings.Fields(strings.ToLower(q.Title)) {
		if w = strings.Trim(w, ",."); personNouns.Has(noun) && personNouns.Has(w) && !likeOffices()[noun][w] {
			return nil
		}
	}
	return q
}

// holding is one mention of somebody whose title has a noun.
type holding struct {
	at     int
	person *mention.Person
}

// besideOffice returns the person without a title whose name stands in apposition to
// the noun for somebody at piece k, behind what goes with it: "the ambassador of
// Norland to the port, Bob Lee".
func (s *speakers) besideOffice(p *passage, k int) *mention.Person {
	if !p.any(k, personNouns) || mention.Vocab().Class[p.pieces[k].Lower]&mention.HeadWord == 0 || !p.in(k+1, sets.preposition) {
		return nil
	}
	for c := k + 2; c < k+9 && c+1 < len(p.pieces); c++ {
		if p.is(c, ",") {
			q := s.mentioned(p, c+1)
			if q == nil && p.capital(c+1) {
				q = s.mentioned(p, c+2) // "Mr. Bob Lee"
			}
			if q == nil || q.Title != "" || len(q.Key) < 2 {
				return nil
			}
			return q
		}
		if p.punct(c) || p.cue(c) != nil || p.in(c, sets.be) || p.in(c, sets.auxiliary) || p.in(c, sets.bounds) {
			return nil
		}
	}
	return nil
}

// holders returns, by the nouns of personNouns, who holds such an office, in
// order of mention.
func (s *speakers) holders() map[string][]holding {
	if s.offices != nil {
		return s.offices
	}
	s.offices = map[string][]holding{}
	for _, q := range s.People {
		if at := q.NameSpan.Start; len(q.Key) == 1 && strings.HasSuffix(s.Text[:at], "the ") {
			continue // "in the Commons, the northern MP said"
		}
		seen := map[string]bool{}
		for _, w := range strings.Fields(strings.ToLower(q.Title)) {
			w = strings.TrimSuffix(strings.Trim(w, ",."), "-elect")
			if !personNouns.Has(w) || seen[w] {
				continue
			}
			seen[w] = true
			for _, m := range q.Mentions {
				s.offices[w] = append(s.offices[w], holding{m.Start, q})
			}
		}
	}
	for _, p := range s.passages {
		for k := range p.pieces {
			if q := s.besideOffice(p, k); q != nil {
				s.offices[p.pieces[k].Lower] = append(s.offices[p.pieces[k].Lower], holding{p.pieces[k].Start, q})
			}
		}
	}
	s.sole = map[string]*mention.Person{}
	for noun, list := range s.offices {
		slices.SortStableFunc(list, func(a, b holding) int { return a.at - b.at })
		if !slices.ContainsFunc(list, func(h holding) bool { return h.person != list[0].person }) {
			s.sole[noun] = list[0].person
		}
	}
	return s.offices
}
