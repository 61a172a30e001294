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
	if parties.Has(noun) && p.is(from, "the") {
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
	if len(list) > 0 || !p.is(from, "the") && (!p.is(from+1, "'s", "’s") || likeOffices()[noun] == nil) {
		return nil // "Norland's ambassador" brings in somebody new, "Norland's top diplomat" may not
	}
	return s.takenUp(p, noun)
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
		if w = strings.Trim(w, ",."); personNouns.Has(w) && !likeOffices()[noun][w] {
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
	s.sole = map[string]*mention.Person{}
	for noun, list := range s.offices {
		slices.SortStableFunc(list, func(a, b holding) int { return a.at - b.at })
		if !slices.ContainsFunc(list, func(h holding) bool { return h.person != list[0].person }) {
			s.sole[noun] = list[0].person
		}
	}
	return s.offices
}
