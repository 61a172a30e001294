package speech

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/mention"
)

// This part of the stage finds which body a short name or a noun takes up:
//
//	Harlan Motors Corp cut jobs. “…,” Harlan said.              the first word of its name
//	Harlan Motors Corp cut jobs. “…,” the company said.         what such a name ends with
//	The Miners' Union left. “…,” the union said.                a word of its name
//	Norvik Air, a small carrier, grew. “…,” the carrier said.   what the text calls it
//
// Where two bodies fit and the sentence before names neither or both, the noun
// stays as written.

// body is one that acts as a whole, as the text names it.
type body struct {
	name  briefing.Span   // the fullest form
	words []string        // its words, folded
	firm  bool            // its name is a firm's
	nouns map[string]bool // the nouns of its name, and those that the text calls it
	at    []int           // where it is named, in order
}

// mostBodies bounds the bodies of an article, so that a noun costs no more to take up
// in a long one.
const mostBodies = 200

// longestBody is the most pieces the name of a body may have.
const longestBody = 9

// named returns the bodies that the article names, found once.
func (s *speakers) named() []*body {
	if s.bodies != nil {
		return s.bodies
	}
	s.bodies = []*body{}
	short := map[string]*body{} // by first word and by initials
	for _, p := range s.passages {
		if len(s.bodies) >= mostBodies {
			break
		}
		if s.line(p) || titleCase(p.span().Of(s.Text)) {
			continue
		}
		for i := 0; i < len(p.pieces); {
			j := s.nameRun(p, i)
			if j == i {
				i++
				continue
			}
			s.keepBody(p, i, j, short)
			i = j
		}
	}
	return s.bodies
}

// nameRun returns the end of the name of something that is no person and no place
// and that begins at piece i, or i.
func (s *speakers) nameRun(p *passage, i int) int {
	if !p.capital(i) || s.personAt(p, i) != nil || p.any(i, openings) || p.is(i, "the", "a", "an") {
		return i
	}
	j := i + 1
	for j < len(p.pieces) && j-i < longestBody {
		switch {
		case p.capital(j) && s.personAt(p, j) == nil:
			j++
		case p.is(j, "of", "for") && p.any(j-1, bodyNouns) && p.capital(j+1):
			for j++; p.capital(j); j++ {
			}
		case (p.ownerMark(j) || p.is(j, "of", "for", "and", "&")) && p.capital(j+1) && s.personAt(p, j+1) == nil:
			j += 2
		default:
			return j
		}
	}
	return j
}

// keepBody adds the name [i, j) of passage p to the body it names, if it names one.
func (s *speakers) keepBody(p *passage, i, j int, short map[string]*body) {
	var words []string
	nouns := map[string]bool{}
	for k := i; k < j; k++ {
		if p.capital(k) {
			words = append(words, strings.TrimSuffix(p.pieces[k].Lower, "."))
		}
		if p.any(k, bodyNouns) {
			nouns[p.pieces[k].Lower] = true
		}
	}
	last := words[len(words)-1]
	firm := len(words) > 1 && firms.Has(last)
	if p.any(i-1, bodyNouns) || p.any(i-1, firmNouns) {
		nouns[p.pieces[i-1].Lower] = true
	}
	if from, to := p.apposition(j); from < to && p.in(from, sets.determiner) {
		if head := headOf(p, from, to) - 1; p.any(head, bodyNouns) || p.any(head, firmNouns) {
			nouns[p.pieces[head].Lower] = true
		}
	}
	at := p.pieces[i].Start
	if m := s.MentionAt(at); m != nil && m.Kind == mention.PlaceMention && m.End >= p.pieces[j-1].End {
		return
	}
	b := short[words[0]]
	if b == nil && len(words) == 1 && mention.Acronym(p.pieces[i].Text) {
		b = short["#"+words[0]]
	}
	switch {
	case b != nil && (len(words) == 1 || slices.Equal(b.words, words) || len(b.words) == 1):
	case firm || len(nouns) > 0 && (len(words) > 1 || i > 0):
		b = &body{nouns: map[string]bool{}}
		s.bodies = append(s.bodies, b)
	default:
		return
	}
	b.at = append(b.at, at)
	b.firm = b.firm || firm
	for noun := range nouns {
		b.nouns[noun] = true
	}
	if len(words) > len(b.words) {
		b.words, b.name = words, p.between(i, j)
		short[words[0]] = b
		if len(words) > 1 {
			short["#"+initials(words)] = b
		}
	}
}

func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w[:1])
	}
	return b.String()
}

// bodyMeant returns the name of the body that the phrase [from, head) takes up.
func (s *speakers) bodyMeant(p *passage, from, head int) (briefing.Span, bool) {
	at := p.pieces[from].Start
	if p.capital(head - 1) {
		return s.fullName(p, from, head)
	}
	noun := p.pieces[head-1].Lower
	if !p.is(from, "the") || head-from > 3 || !bodyNouns.Has(noun) && !firmNouns.Has(noun) {
		return briefing.Span{}, false
	}
	var fits, other []*body
	for _, b := range s.named() {
		switch {
		case b.at[0] >= at:
		case b.calledBy(noun):
			fits = append(fits, b)
		case b.firm && firmNouns.Has(noun):
			other = append(other, b)
		}
	}
	if len(fits) == 0 {
		fits = other
	}
	if len(fits) > 1 {
		fits = s.justNamed(fits, p, at)
	}
	if len(fits) != 1 {
		return briefing.Span{}, false
	}
	return fits[0].name, true
}

// calledBy reports whether the noun is one that the text calls the body, or may take
// up one: "the union" a federation.
func (b *body) calledBy(noun string) bool {
	for n := range b.nouns {
		if n == noun || likeOffices()[noun][n] {
			return true
		}
	}
	return false
}

// justNamed returns those of the bodies that the passage p names before offset at,
// or if it names none, that the one before it names, or with which the one before
// that opens.
func (s *speakers) justNamed(all []*body, p *passage, at int) []*body {
	for step := range farthestSpeaker {
		var out []*body
		for _, b := range all {
			k, _ := slices.BinarySearch(b.at, at)
			if k > 0 && b.at[k-1] >= p.span().Start && (step < 2 || b.at[k-1] == p.pieces[0].Start) {
				out = append(out, b)
			}
		}
		if len(out) > 0 {
			return out
		}
		if p = s.above(p); p == nil {
			break
		}
	}
	return nil
}

// fullName returns the fullest name of the body whose name begins with the words
// [from, head).
func (s *speakers) fullName(p *passage, from, head int) (briefing.Span, bool) {
	if head-from > 1 {
		return briefing.Span{}, false
	}
	for _, b := range s.named() {
		if _, ok := slices.BinarySearch(b.at, p.pieces[from].Start); ok && len(b.words) > 1 && b.words[0] == p.pieces[from].Lower {
			return b.name, true
		}
	}
	return briefing.Span{}, false
}
