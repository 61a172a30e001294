package parse

import (
	"strings"

	"example.org/attache/briefing/extract/words"
)

// clauses tells for each verb group what kind of clause it makes, what its
// subject is and in which clause it hangs, from left to right.
func (b *builder) clauses() {
	b.invert()
	for i := range b.s.Clauses {
		b.clause(i)
	}
	for i := range b.s.Clauses {
		b.rest(i)
	}
}

// invert joins what a subject parts: "nor did they discuss", "will Peru sign?".
func (b *builder) invert() {
	s := b.s
	out := s.Clauses[:0]
	for _, c := range s.Clauses {
		if n := len(out); n > 0 {
			a := &out[n-1].Verb
			bare := a.Lemma == "do" || a.Lemma == "" || a.Lemma == "be" && a.From > 0 && s.pos(a.From-1) == Conj
			if bare && !a.Infinitive && c.Verb.From > a.To && c.Verb.From-a.To < 6 && b.nominals(a.To, c.Verb.From) && c.Verb.Form&words.Base != 0 && !c.Verb.Infinitive {
				c.Verb.Negated = c.Verb.Negated || a.Negated || s.is(a.From-1, "nor", "neither", "never")
				c.Verb.Modal = a.Modal
				c.Subject = Run{a.To, c.Verb.From}
				out[n-1] = c
				continue
			}
		}
		out = append(out, c)
	}
	s.Clauses = out
}

// nominals reports whether all tokens of [from, to) stand in noun phrases.
func (b *builder) nominals(from, to int) bool {
	for k := from; k < to; k++ {
		if !b.s.pos(k).nominal() {
			return false
		}
	}
	return to > from
}

// back returns the last token before i that is no adverb, or -1.
func (b *builder) back(i int) int {
	for i--; i >= 0 && (b.s.pos(i) == Adv || b.s.pos(i) == Not); i-- {
	}
	return i
}

func (b *builder) clause(i int) {
	s := b.s
	c := &s.Clauses[i]
	e := b.back(c.Verb.From)
	shared := c.Verb.Form&words.Base != 0 && c.Verb.Modal == "" && !c.Verb.Infinitive &&
		(c.Verb.Form&words.Past == 0 || i > 0 && s.Clauses[i-1].Kind == Infinitive) // "to open and cut", not "opened and cut"
	switch {
	case !c.Subject.Empty():
	case c.Verb.Infinitive:
		c.Kind = Infinitive
		b.hang(i, e)
	case c.Verb.Form == words.Ing:
		b.ing(i, e)
	case shared && s.pos(e) == Conj || shared && s.is(e, ","):
		b.share(i)
	case c.Verb.Form&words.Past == 0 && c.Verb.Form&words.Participle != 0, b.ambiguous(i) && b.reduced(i, e):
		c.Kind = Participle
		b.hang(i, e)
	default:
		b.finite(i, e)
	}
}

// ambiguous reports whether the verb of clause i may be past or participle.
func (b *builder) ambiguous(i int) bool {
	v := b.s.Clauses[i].Verb
	return v.Form&words.Past != 0 && v.Form&words.Participle != 0 && !v.Passive && !v.Perfect && v.Modal == "" && b.s.pos(v.Head) == Verb && b.s.pos(v.From) != Aux
}

// hang hangs clause i in the one before, on the word at e.
func (b *builder) hang(i, e int) {
	c := &b.s.Clauses[i]
	c.Hook = e
	if b.s.pos(e) == Conj || b.s.is(e, ",") { // "to cut and to share", "A, to be opened"
		for k := i - 1; k >= 0 && k >= i-4; k-- {
			if p := b.s.Clauses[k]; p.Kind == c.Kind {
				c.Parent, c.Hook, c.Subject = p.Parent, p.Hook, p.Subject
				return
			}
		}
	}
	if i == 0 {
		return
	}
	p := &b.s.Clauses[i-1]
	c.Parent, c.Subject = i-1, p.Subject
	if v := b.s.Words[p.Verb.Head].Verb; c.Kind == Infinitive && !p.Verb.Passive && e > p.Verb.Head && v&(words.Of("asks")|words.Of("lets")) != 0 {
		c.Subject = Run{max(b.nounStart(e+1), p.Verb.To), e + 1} // "urged Peru to"
	}
}

// share gives clause i, a bare verb behind "and", the mark of the one before:
// "to cut tariffs and raise quotas", "will visit Peru and sign".
func (b *builder) share(i int) {
	s := b.s
	c := &s.Clauses[i]
	for k := i - 1; k >= 0; k-- {
		p := &s.Clauses[k]
		if p.Kind != Infinitive && p.Verb.Modal == "" && p.Verb.Form&words.Base == 0 {
			continue
		}
		c.Parent, c.Hook, c.Subject = p.Parent, p.Hook, p.Subject
		c.Kind, c.Verb.Modal = p.Kind, p.Verb.Modal
		if p.Kind != Infinitive {
			c.Kind = Coordinate
		}
		c.Marker = p.Marker
		return
	}
	b.finite(i, b.back(c.Verb.From))
}

// ing tells "after meeting" from "officials, saying".
func (b *builder) ing(i, e int) {
	s := b.s
	c := &s.Clauses[i]
	c.Kind = Participle
	switch s.pos(e) {
	case Prep, Sub:
		c.Kind, c.Marker = Gerund, e
		b.hang(i, e)
		c.Hook = b.back(e)
		return
	case Conj:
		if i > 0 && (s.Clauses[i-1].Kind == Gerund || s.Clauses[i-1].Kind == Participle) {
			c.Kind, c.Marker = s.Clauses[i-1].Kind, s.Clauses[i-1].Marker
		}
	case Verb:
		c.Kind = Gerund // "discussed opening markets"
	}
	b.hang(i, e)
}

// reduced reports whether a verb in -ed belongs to the noun before it: "the
// pact signed in May".
func (b *builder) reduced(i, e int) bool {
	s := b.s
	v := s.Clauses[i].Verb
	switch {
	case e < 0:
		return true // "Asked about it, he said"
	case nominative[s.Tokens[e].Lower] == Pron || s.pos(e) == Rel:
		return false
	case s.is(v.To, "by"):
		return true
	case b.objectAt(v.To):
		return false // a participle has no object: "they discussed the threat"
	case s.pos(e) == Conj:
		return i > 0 && s.Clauses[i-1].Kind == Participle && s.Clauses[i-1].Verb.Form&words.Past != 0 && b.lastFinite(i) < 0
	}
	if f := b.nextFinite(i); f > 0 {
		return !b.says(i)
	}
	prev := b.lastFinite(i)
	if prev < 0 && i > 0 && s.Clauses[i-1].Kind >= Infinitive && s.pos(v.To) == Prep && s.pos(e).nominal() {
		return true // "Recalling the steps discussed in May, they agreed"
	}
	if prev < 0 || b.bounded(s.Clauses[prev].Verb.To, v.From) {
		return false
	}
	if b.ownSubject(s.Clauses[prev].Verb.To, e) || b.says(i) && s.pos(e) == Name {
		return false // "…, Oslo said"
	}
	if s.is(e, ",") {
		return !(i+1 < len(s.Clauses) && s.pos(b.back(s.Clauses[i+1].Verb.From)) == Conj)
	}
	return s.pos(e).nominal() && !b.says(prev) || s.is(e, ")")
}

// objectAt reports whether a noun phrase begins at token k that is no time.
func (b *builder) objectAt(k int) bool {
	k = b.s.pastAdverbs(k)
	if k >= len(b.s.Words) || !b.s.pos(k).nominal() || b.s.pos(k) == Poss {
		return false
	}
	timely := words.Of("weekday") | words.Of("month") | words.Of("time")
	return !b.s.Words[k].Has(timely) && !(b.s.in(k, beforeTime()) && k+1 < len(b.s.Words) && b.s.Words[k+1].Has(timely))
}

// ownSubject reports whether the words between a comma and token e are one
// noun phrase.
func (b *builder) ownSubject(from, e int) bool {
	for k := e; k > from; k-- {
		if b.s.is(k, ",") {
			return k < e
		}
		if !b.s.pos(k).nominal() {
			return false
		}
	}
	return false
}

// nextFinite returns a later clause whose verb must be that of the noun before
// clause i, or 0.
func (b *builder) nextFinite(i int) int {
	s := b.s
	for j := i + 1; j < len(s.Clauses); j++ {
		f := s.Clauses[j].Verb
		if !f.Finite() {
			continue
		}
		e := b.back(f.From)
		if b.bounded(s.Clauses[i].Verb.To, f.From) || s.pos(e) == Conj || s.pos(e) == Rel || nominative[s.Tokens[e].Lower] == Pron {
			return 0
		}
		if s.is(e, ",") {
			return j // "The deal, signed in May, will"
		}
		prep := false
		for k := e; k >= s.Clauses[i].Verb.To; k-- {
			if s.is(k, ",") {
				return 0 // a subject of its own
			}
			prep = prep || s.pos(k) == Prep || s.pos(k) == Sub
		}
		if prep {
			return j // "The deal signed in May will"
		}
		if e == s.Clauses[i].Verb.Head {
			return j
		}
		return 0
	}
	return 0
}

// lastFinite returns the nearest clause before i with a finite verb, or -1.
func (b *builder) lastFinite(i int) int {
	for j := i - 1; j >= 0; j-- {
		if k := b.s.Clauses[j].Kind; k < Infinitive {
			return j
		}
	}
	return -1
}

// mainBefore returns the nearest main clause before i, or -1.
func (b *builder) mainBefore(i int) int {
	for j := i - 1; j >= 0; j-- {
		if b.s.Clauses[j].Kind <= Coordinate {
			return j
		}
	}
	return -1
}

// bounded reports whether a mark or word in [from, to) parts clauses.
func (b *builder) bounded(from, to int) bool {
	for k := from; k < to; k++ {
		switch b.s.pos(k) {
		case Sub, Rel:
			if either[b.s.Tokens[k].Lower] != Sub {
				return true
			}
		case Mark:
			if b.s.in(k, parting) {
				return true
			}
		}
	}
	return false
}

// says reports whether the verb of clause i may have a clause without "that".
func (b *builder) says(i int) bool {
	v := b.s.Clauses[i].Verb
	return b.s.Words[v.Head].Verb&words.Of("says") != 0 && !v.Passive
}

// finite finds the subject of a finite verb and what its clause is.
func (b *builder) finite(i, e int) {
	s := b.s
	c := &s.Clauses[i]
	switch {
	case s.pos(e) == Rel:
		c.Kind, c.Marker = Relative, e
		to := e
		for to > 0 && (s.is(to-1, ",") || s.pos(to-1) == Prep) {
			to--
		}
		c.Subject = Run{b.nounStart(to), to}
		c.Parent = i - 1
		return
	case s.pos(e) == Conj, s.is(e, ",") && b.lastFinite(i) >= 0 && b.opening(e) < 0:
		j := b.lastFinite(i)
		if k := b.lastFinite(max(j, 0)); k >= 0 && b.says(j) && s.is(s.Clauses[j].Verb.To, ",") {
			j = k // "…, Oslo said, but will meet again"
		}
		if j >= 0 {
			p := s.Clauses[j]
			c.Kind, c.Subject, c.Parent, c.Marker = Coordinate, p.Subject, p.Parent, p.Marker
		}
		return
	case s.pos(e) == Sub && e >= 0:
		c.Kind, c.Marker = b.marked(e), e // "what happened", "as agreed"
		c.Parent = b.lastFinite(i)
		return
	}
	end := b.subjectEnd(e)
	b.subject(i, end)
}

// subjectEnd returns where the subject ends whose last mark is at e: before a
// phrase in commas or brackets.
func (b *builder) subjectEnd(e int) int {
	s := b.s
	switch {
	case s.in(e, pairs):
		if k := b.opening(e); k >= 0 {
			return k
		}
	case s.is(e, ")"):
		for k := e - 1; k >= 0 && e-k < 20; k-- {
			if s.is(k, "(") {
				return k
			}
		}
	}
	return e + 1
}

// opening returns the mark that opens the phrase that the one at e closes, or -1.
func (b *builder) opening(e int) int {
	s := b.s
	for k := e - 1; k > 0 && e-k < 40; k-- {
		if s.Tokens[k].Lower == s.Tokens[e].Lower {
			if s.pos(k-1).nominal() && k+1 < e {
				return k
			}
			return -1
		}
	}
	return -1
}

// nounStart returns where the noun phrase begins that ends before to.
func (b *builder) nounStart(to int) int {
	k := to
	for k > 0 && (b.s.pos(k-1).nominal() || b.s.is(k-1, "of")) {
		k--
	}
	return k
}

// subject walks left from end over the subject of clause i to what parts it
// from the words before.
func (b *builder) subject(i, end int) {
	s := b.s
	c := &s.Clauses[i]
	c.Kind = Main
	k, conj := end-1, -1
walk:
	for k >= 0 {
		switch p := s.pos(k); {
		case b.contact(i, k, end):
			c.Subject, c.Kind, c.Parent = Run{k, end}, Relative, b.lastFinite(i) // "steps the cabinet has taken"
			return
		case p.nominal() || p == Prep && (s.pos(k-1).nominal() || s.pos(k-1) == Conj || s.pos(k-1) == Verb) || p == Adv:
		case p == Prep:
			k-- // "In May Peru agreed": the phrase in front stays with the subject
			break walk
		case p == Conj:
			if !s.pos(k-1).nominal() && !s.is(k-1, ",", ")") {
				break walk
			}
			conj = k
		case s.is(k, ","):
			if conj < 0 || k == 0 || !s.pos(k-1).nominal() && !s.is(k-1, ")") || b.introduces(k) {
				break walk
			}
		case s.is(k, ")"):
			if o := b.subjectEnd(k); o <= k {
				k = o
			}
		case p == Sub && either[s.Tokens[k].Lower] == Sub && b.lastFinite(i) < 0 && i > 0 && s.Clauses[i-1].Kind == Participle && s.Clauses[i-1].Verb.Form&words.Past != 0:
			// "a statement issued after the talks said"
		case p == Sub:
			c.Marker, c.Kind = k, b.marked(k)
			break walk
		case p == Rel && i > 0:
			if s.Clauses[i-1].Kind != Relative {
				c.Marker, c.Kind = k, Relative // "which Peru signed"
				break walk
			}
		case p == Verb || p == Aux || p == Modal || p == To || p == Not:
			j := b.owner(k, i)
			if j >= 0 && b.mainBefore(i) < 0 { // "Reports that they agreed to close the port are false"
				if d := s.Clauses[j]; d.Kind == Infinitive || d.Kind == Complement && d.Marker > 0 {
					k = d.Verb.From - 1
					if d.Kind == Complement {
						k = d.Marker - 1
					}
					continue
				}
			}
			if j >= 0 && s.Clauses[j].Kind >= Relative && s.Clauses[j].Kind != Adverbial && !(s.Clauses[j].Kind == Infinitive && s.Clauses[j].Parent >= 0 && b.lastFinite(i) >= 0) {
				k = s.Clauses[j].Verb.From - 1
				if s.pos(k) == Rel {
					k--
				}
				continue
			}
			if j >= 0 && b.says(j) {
				c.Kind, c.Parent = Complement, j
			} else if conj > k {
				k = conj
			}
			break walk
		default:
			break walk
		}
		k--
	}
	for k+1 < end && s.pos(k+1) == Adv {
		k++ // "Perhaps they agreed"
	}
	c.Subject = Run{k + 1, end}
	if c.Kind != Main && c.Parent < 0 {
		c.Parent = b.lastFinite(i)
		if c.Kind == Complement {
			c.Hook = b.back(c.Marker)
		}
	}
}

// contact reports whether a clause begins at token k that hangs on the noun
// before it without a mark: "steps (the cabinet has taken)".
func (b *builder) contact(i, k, end int) bool {
	s := b.s
	if k < 1 || s.pos(k-1) != Noun || b.lastFinite(i) < 0 || s.Words[k-1].Has(words.Of("time")|words.Of("weekday")) {
		return false
	}
	switch s.pos(k) {
	case Det:
		return k < end-1 && !s.is(k, "all", "both")
	case Pron:
		return nominative[s.Tokens[k].Lower] == Pron
	case Name:
		return strings.HasSuffix(s.Tokens[k-1].Lower, "s") && !s.is(k-1, "'s")
	}
	return false
}

// introduces reports whether the comma at k closes what stands in front of a
// subject: "On Friday, A and B agreed".
func (b *builder) introduces(k int) bool {
	s := b.s
	from := k
	for from > 0 && !s.in(from-1, pauses) {
		from--
	}
	switch s.pos(from) {
	case Prep, Adv, Sub, Verb, To:
		return true
	}
	for j := from; j < k; j++ {
		if p := s.pos(j); p == Verb || p == Aux || p == Modal {
			return true
		}
	}
	return false
}

// owner returns the clause before i whose verb group holds token k, or -1.
func (b *builder) owner(k, i int) int {
	for j := i - 1; j >= 0; j-- {
		if v := b.s.Clauses[j].Verb; v.Has(k) || k >= v.From && k < v.Head {
			return j
		}
	}
	return -1
}

// marked returns the kind of clause that the subordinator at k begins.
func (b *builder) marked(k int) Kind {
	if b.s.in(k, contents) {
		switch {
		case b.s.is(k, "where", "when") && b.s.pos(k-1) == Mark, b.s.is(k, "where") && b.s.pos(k-1).nominal():
			return Relative
		case b.s.is(k, "if", "when", "where"):
			if p := b.back(k); b.s.pos(p) == Verb && b.s.Words[p].Verb&(words.Of("says")|words.Of("asks")) != 0 {
				return Complement // "asked if"
			}
			return Adverbial
		}
		return Complement
	}
	return Adverbial
}

// rest finds what follows the verb of clause i, to where another clause
// begins that does not hang in it.
func (b *builder) rest(i int) {
	s := b.s
	c := &s.Clauses[i]
	to := len(s.Tokens)
	for to > c.Verb.To && s.pos(to-1) == Mark && !s.is(to-1, ")", "%") {
		to--
	}
	for j := i + 1; j < len(s.Clauses); j++ {
		d := &s.Clauses[j]
		if d.Subject.Has(c.Verb.Head) {
			to = min(to, d.Verb.From)
			break
		}
		if d.Subject.To <= c.Verb.From && d.Subject.To > 0 && d.Kind == Main {
			to = min(to, b.cut(d.Verb.From)) // clause i stands in commas before d's verb
			break
		}
		if !b.parts(i, j) {
			continue
		}
		start := d.Verb.From
		switch {
		case d.Marker > c.Verb.Head && d.Kind == Adverbial:
			start = d.Marker
		case d.Kind != Coordinate && !d.Subject.Empty() && d.Subject.From >= c.Verb.To:
			start = d.Subject.From
		}
		to = min(to, b.cut(start))
		break
	}
	c.Rest = Run{c.Verb.To, max(to, c.Verb.To)}
}

// parts reports whether clause j ends clause i.
func (b *builder) parts(i, j int) bool {
	s := b.s
	switch d := s.Clauses[j]; d.Kind {
	case Main:
		return true
	case Coordinate:
		// It goes on with the clause it shares a subject with.
		c := s.Clauses[i]
		return c.Kind <= Coordinate || d.Subject == c.Subject || c.Kind != Relative
	case Adverbial:
		return true
	case Infinitive, Gerund, Participle:
		// "to cut tariffs and to share data": of one rank with i itself.
		return d.Kind == s.Clauses[i].Kind && d.Parent == s.Clauses[i].Parent && d.Hook == s.Clauses[i].Hook && d.Hook < s.Clauses[i].Verb.From && s.Clauses[i].Kind == Infinitive
	}
	return false
}

// cut steps back from the beginning of a clause over what joins it.
func (b *builder) cut(at int) int {
	for at > 0 && (b.s.pos(at-1) == Conj || b.s.pos(at-1) == Adv || b.s.is(at-1, ",")) {
		at--
	}
	return at
}
