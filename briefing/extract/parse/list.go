package parse

import (
	"strings"

	"example.org/attache/briefing/extract/words"
)

// List cuts r where it names several things, and keeps together what shares a
// noun or hangs on one word:
//
//	fishing rights, the border and how to end the raids   three
//	economic, scientific and trade cooperation            one
//	the situation in Chad, Mali and Niger                 one
//	opening the markets and cutting tariffs               two
//	peace and stability                                   one
func (s *Sentence) List(r Run) []Run {
	r = s.tidy(r)
	if r.Empty() {
		return nil
	}
	if at := s.separators(r, ";"); len(at) > 0 {
		return s.each(s.cut(r, at))
	}
	if at := s.asWellAs(r); at > 0 {
		return append(s.open(Run{r.From, at}), s.List(Run{at + 3, r.To})...)
	}
	commas := s.commas(r)
	if len(commas) == 0 {
		return s.pair(r)
	}
	last := commas[len(commas)-1]
	conj := s.conjunction(Run{last + 1, r.To})
	if conj < 0 {
		if k := s.conjunction(Run{r.From, commas[0]}); k >= 0 && s.verbal(r.From) == 0 {
			return s.pair(Run{r.From, commas[0]})
		}
		return []Run{s.tidy(Run{r.From, commas[0]})} // what follows says it again
	}
	at := append(commas, conj)
	if conj == last+1 {
		at = commas
		if len(commas) == 1 && !s.joins(Run{r.From, last}, Run{conj + 1, r.To}) && !s.ownPhrase(Run{conj + 1, r.To}) && s.conjunction(Run{r.From, last}) < 0 {
			return []Run{r}
		}
	}
	parts := s.cut(r, at)
	parts = s.shareVerb(parts)
	parts = s.shareNoun(parts)
	parts = s.sharePhrase(parts)
	if len(parts) == 1 {
		return parts
	}
	var out []Run
	for i, p := range parts { // "A and B, C and D, and E"
		if conj == last+1 && i >= len(parts)-2 && s.conjunction(p) > 0 {
			out = append(out, s.pair(p)...)
			continue
		}
		out = append(out, p)
	}
	return out
}

// open cuts a list that "as well as" closes: "A, B and C, D (as well as E)".
func (s *Sentence) open(r Run) []Run {
	r = s.tidy(r)
	commas := s.commas(r)
	if len(commas) == 0 || s.conjunction(Run{commas[len(commas)-1] + 1, r.To}) >= 0 && s.conjunction(Run{r.From, commas[0]}) < 0 {
		return s.List(r)
	}
	return s.sharePhrase(s.shareNoun(s.shareVerb(s.cut(r, commas))))
}

func (s *Sentence) each(parts []Run) (out []Run) {
	for _, p := range parts {
		out = append(out, s.List(p)...)
	}
	return out
}

// tidy strips marks and what joins off both ends of r.
func (s *Sentence) tidy(r Run) Run {
	for !r.Empty() && (s.pos(r.From) == Mark && !s.in(r.From, opensMember) || s.pos(r.From) == Conj) {
		r.From++
	}
	for !r.Empty() && (s.pos(r.To-1) == Mark && !s.in(r.To-1, endsMember) || s.pos(r.To-1) == Conj) {
		r.To--
	}
	return r
}

// separators returns where a mark stands in r outside brackets and quotations.
func (s *Sentence) separators(r Run, mark string) (at []int) {
	depth := 0
	for k := r.From; k < r.To; k++ {
		switch {
		case s.in(k, opening):
			depth++
		case s.is(k, ")", "”", "]"):
			depth = max(0, depth-1)
		case depth == 0 && s.is(k, mark):
			at = append(at, k)
		}
	}
	return at
}

// commas returns the commas that part members: not those of "Lima, Peru" and
// not those around a phrase.
func (s *Sentence) commas(r Run) (at []int) {
	all := s.separators(r, ",")
	for _, k := range all {
		if s.pos(k+1) == Num && s.Tokens[k+1].Text[0] >= '0' && s.Tokens[k+1].Text[0] <= '9' && len(s.Tokens[k+1].Text) == 4 {
			continue // "May 3, 2019"
		}
		if len(all) == 1 && s.pos(k-1) == Name && s.pos(k+1) == Name && k+2 >= r.To {
			continue // "in Lima, Peru"
		}
		at = append(at, k)
	}
	return at
}

// conjunction returns the first "and" or "or" of r outside brackets, or -1.
func (s *Sentence) conjunction(r Run) int {
	depth := 0
	for k := r.From; k < r.To; k++ {
		switch {
		case s.is(k, "(", "“", "``"):
			depth++
		case s.is(k, ")", "”"):
			depth = max(0, depth-1)
		case depth == 0 && s.in(k, joining):
			return k
		}
	}
	return -1
}

func (s *Sentence) asWellAs(r Run) int {
	for k := r.From + 1; k+3 < r.To; k++ {
		if s.is(k, "as") && s.is(k+1, "well") && s.is(k+2, "as") {
			return k
		}
	}
	return 0
}

func (s *Sentence) cut(r Run, at []int) (out []Run) {
	from := r.From
	for _, k := range append(at[:len(at):len(at)], r.To) {
		if p := s.tidy(Run{from, k}); !p.Empty() {
			out = append(out, p)
		}
		from = k + 1
	}
	return out
}

// verbal returns how a member begins: as a gerund, as an infinitive or a bare
// verb, with a question word, or 0.
func (s *Sentence) verbal(k int) byte {
	switch {
	case k >= len(s.Words):
		return 0
	case s.pos(k) == Verb && s.Words[k].Form&words.Ing != 0:
		return 'g'
	case s.pos(k) == To, s.pos(k) == Verb && s.Words[k].Form&words.Base != 0:
		return 'v'
	case s.in(k, questions):
		return 'q'
	}
	return 0
}

// shareVerb puts the objects of a verb back to it: of "opening ports, roads
// and rails and cutting tariffs" two are left.
func (s *Sentence) shareVerb(parts []Run) []Run {
	kind := s.verbal(parts[0].From)
	if kind == 0 && !s.gerunds(parts) {
		return parts
	}
	out := parts[:1:1]
	for _, p := range parts[1:] {
		if v := s.verbal(p.From); v == kind || v == 'q' || kind == 0 && v == 'g' || kind == 'q' && v == 'v' && s.pos(parts[0].From+1) == To {
			out = append(out, p)
		} else {
			out[len(out)-1].To = p.To
		}
	}
	return out
}

// gerunds reports whether a list goes on with gerunds that its first member
// ends in: "the importance of opening ports, building roads and …".
func (s *Sentence) gerunds(parts []Run) bool {
	p := s.firstGerund(parts[0])
	if p < 0 {
		return false
	}
	for _, q := range parts[1:] {
		if s.verbal(q.From) == 'g' {
			return true
		}
	}
	return false
}

func (s *Sentence) firstGerund(r Run) int {
	for k := r.From + 1; k < r.To; k++ {
		if s.pos(k-1) == Prep && s.verbal(k) == 'g' {
			return k
		}
	}
	return -1
}

// shareNoun puts adjectives back to the noun that they share: of "economic,
// scientific and trade ties, the dam and fish" three are left.
func (s *Sentence) shareNoun(parts []Run) []Run {
	out := parts[:0:0]
	for i := 0; i < len(parts); i++ {
		p := parts[i]
		for i+1 < len(parts) && s.wantsNoun(p) && s.pos(parts[i+1].From) != Det && s.verbal(parts[i+1].From) == 0 {
			i++
			p.To = parts[i].To
		}
		out = append(out, p)
	}
	// "trade, energy and transport ties": bare nouns before a noun that joins
	if n := len(out); n > 1 && s.relational(out[n-1]) {
		for i := range n - 1 {
			if out[i].To-out[i].From > 1 && !(i == 0 && s.bareButDet(out[i])) {
				return out
			}
		}
		return []Run{{out[0].From, out[n-1].To}}
	}
	return out
}

func (s *Sentence) bareButDet(r Run) bool {
	return r.To-r.From == 2 && (s.pos(r.From) == Det || s.pos(r.From) == Adj)
}

// wantsNoun reports whether r ends in an adjective.
func (s *Sentence) wantsNoun(r Run) bool {
	k := r.To - 1
	if s.pos(k) == Adj {
		return true
	}
	w := s.Tokens[k].Lower
	return s.pos(k) == Name && r.To-r.From < 3 && (strings.HasSuffix(w, "ese") || strings.HasSuffix(w, "ian") || strings.HasSuffix(w, "ean") || strings.HasSuffix(w, "ish"))
}

// relational reports whether r is a noun of joining with one word before it:
// "transport ties".
func (s *Sentence) relational(r Run) bool {
	for k := r.From; k < r.To; k++ {
		if s.pos(k) == Prep {
			r.To = k
			break
		}
	}
	return r.To-r.From == 2 && s.Words[r.To-1].Has(words.Of("relation")) && s.pos(r.From) != Det
}

// sharePhrase keeps a list together that hangs on a preposition of its first
// member: "the situation in Chad, Mali and Niger".
func (s *Sentence) sharePhrase(parts []Run) []Run {
	p := s.lastPreposition(parts[0])
	if p < 0 || len(parts) < 2 {
		return parts
	}
	if s.between(parts[0]) && s.verbal(parts[0].From) == 0 {
		return []Run{{parts[0].From, parts[len(parts)-1].To}} // "ties between Peru, Chile and Brazil"
	}
	inner := Run{p + 1, parts[0].To}
	for _, q := range parts[1:] {
		if s.pos(q.From) == Det && s.pos(inner.From) != Det || s.lastPreposition(q) >= 0 || s.verbal(q.From) != s.verbal(inner.From) {
			return parts
		}
		if s.names(q) != s.names(inner) || q.To-q.From > 3 {
			return parts
		}
	}
	if !s.names(inner) && !(p > 0 && s.in(p-1, realms())) {
		return parts
	}
	return []Run{{parts[0].From, parts[len(parts)-1].To}}
}

// lastPreposition returns the last preposition in r, or -1.
func (s *Sentence) lastPreposition(r Run) int {
	for k := r.To - 1; k > r.From; k-- {
		if s.pos(k) == Prep {
			return k
		}
	}
	return -1
}

// names reports whether r is a name.
func (s *Sentence) names(r Run) bool {
	k := r.From
	if s.pos(k) == Det {
		k++
	}
	return k < r.To && s.pos(k) == Name && s.pos(r.To-1) == Name
}

// pair cuts "A and B" where they are two.
func (s *Sentence) pair(r Run) []Run {
	depth := 0
	for k := r.From + 1; k+1 < r.To; k++ {
		switch {
		case s.is(k, "(", "“", "``"):
			depth++
		case s.is(k, ")", "”"):
			depth = max(0, depth-1)
		}
		if depth > 0 || !s.is(k, "and") {
			continue
		}
		if a, b := s.tidy(Run{r.From, k}), s.tidy(Run{k + 1, r.To}); !a.Empty() && !b.Empty() && s.joins(a, b) {
			return append(s.pair(a), s.pair(b)...)
		}
	}
	return []Run{s.tidy(r)}
}

// joins reports whether a and b, with "and" between them, are two things.
func (s *Sentence) joins(a, b Run) bool {
	va, vb := s.verbal(a.From), s.verbal(b.From)
	switch {
	case va != 0 || vb != 0:
		return va == vb || vb == 'q' || va == 0 && vb == 'g' && s.lastPreposition(a) < 0
	case s.is(a.From, "both"), s.between(a):
		return false
	case s.in(b.From, topicPreps):
		return true
	case s.in(b.From, pointsBack):
		return false
	case s.wantsNoun(a), s.possessed(a) && s.pos(b.From) != Det:
		return false
	}
	prep := s.lastPreposition(a)
	own := s.ownPhrase(b)
	det := s.pos(b.From) == Det
	switch {
	case prep < 0 && det:
		return true
	case prep >= 0 && det:
		return (s.pos(prep+1) != Det || own && b.To-b.From > 3) && !(s.hasVerb(a) && !own)
	case s.hasVerb(a):
		return false // "a plan to end raids and killings"
	case prep >= 0 && s.names(Run{prep + 1, a.To}) && s.pos(b.From) != Name && s.content(b) > 1:
		return true // "the war against the State and climate change"
	case prep >= 0:
		return own && b.To-b.From > 2 && a.To-a.From < 12
	}
	if s.pos(a.To-1) == Name && s.pos(b.From) == Name && s.pos(b.To-1) != Name {
		return false // "U.S. and Mexican police"
	}
	na, nb := s.content(a), s.content(b)
	if s.names(a) && s.names(b) {
		return true
	}
	return na >= 2 && nb >= 2 && !s.relationalTail(a, b) || nb >= 2 && own && na >= 2
}

// relationalTail reports whether both share the last noun: "the border security
// and defence ties" does, "fishing rights and border ties" does not.
func (s *Sentence) relationalTail(a, b Run) bool {
	return s.Words[b.To-1].Has(words.Of("relation")) && !strings.HasSuffix(s.Tokens[a.To-1].Lower, "s") && s.content(b) == 2 && s.content(a) == 1
}

// ownPhrase reports whether r has a phrase or an infinitive of its own behind
// its noun.
func (s *Sentence) ownPhrase(r Run) bool {
	for k := r.From + 1; k < r.To; k++ {
		if s.pos(k) == To || s.pos(k) == Prep && (k > r.From+1 || !s.is(k, "of")) {
			return true
		}
	}
	return false
}

func (s *Sentence) possessed(r Run) bool {
	for k := r.From; k < r.To; k++ {
		if s.pos(k) == Poss {
			return true
		}
	}
	return false
}

func (s *Sentence) hasVerb(r Run) bool {
	for k := r.From + 1; k < r.To; k++ {
		if s.pos(k) == Verb {
			return true
		}
	}
	return false
}

func (s *Sentence) between(r Run) bool {
	for k := r.To - 1; k >= r.From; k-- {
		if s.is(k, "between", "among") {
			return true
		}
	}
	return false
}

// content counts the words of r that are no grammar.
func (s *Sentence) content(r Run) (n int) {
	for k := r.From; k < r.To; k++ {
		if p := s.pos(k); p == Noun || p == Name || p == Adj || p == Verb {
			n++
		}
	}
	return n
}
