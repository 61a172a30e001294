package parse

import (
	"strings"

	"example.org/attache/briefing/extract/words"
)

// Reality is how far what a clause says is vouched for, by the clause and by
// every clause it hangs in.
type Reality uint8

// The realities, from what happened to what did not.
const (
	Told     Reality = iota // they agreed
	Habitual                // they usually agree
	Planned                 // they will agree, are to agree, hope to
	Possible                // they may agree, perhaps they agreed, if they agree
	Asked                   // he urged them to agree; did they agree?
	Doubted                 // he doubts that they agreed
	Denied                  // they did not agree, failed to
)

var realityNames = [...]string{"told", "habitual", "planned", "possible", "asked", "doubted", "denied"}

func (r Reality) String() string { return realityNames[r] }

// RealityOf returns the reality of a name, such as "planned".
func RealityOf(name string) (Reality, bool) {
	for i, n := range realityNames {
		if n == name {
			return Reality(i), true
		}
	}
	return 0, false
}

// deepest bounds how many clauses reality is handed down through.
const deepest = 12

func (b *builder) reality() {
	b.real = make([]bool, len(b.s.Clauses))
	for i := range b.s.Clauses {
		b.decide(i, 0)
	}
	for j := range b.s.Clauses {
		if b.calledFalse(&b.s.Clauses[j]) {
			for i := range j { // what its subject reports
				if c := &b.s.Clauses[i]; b.s.Clauses[j].Subject.Has(c.Verb.Head) || b.reportOpens(i) {
					c.Reality = max(c.Reality, Doubted)
				}
			}
		}
	}
}

// reportOpens reports whether clause i is told by the noun that opens the
// sentence: "Reports that Peru agreed … are false".
func (b *builder) reportOpens(i int) bool {
	for _, c := range b.s.Clauses[:i+1] {
		if c.Kind == Complement && c.Marker > 0 && c.Marker < 4 && b.s.is(c.Marker, "that") && b.s.pos(c.Marker-1) == Noun {
			return true
		}
	}
	return false
}

// calledFalse reports whether a clause says of its subject that it is not so.
func (b *builder) calledFalse(c *Clause) bool {
	k := b.s.pastAdverbs(c.Verb.To)
	if c.Verb.Lemma != "be" || k >= len(b.s.Words) {
		return false
	}
	if c.Reality == Denied {
		return b.s.Words[k].Has(words.Of("affirms")) || b.s.is(k, "not") && k+1 < len(b.s.Words) && b.s.Words[k+1].Has(words.Of("affirms"))
	}
	return b.s.Words[k].Has(words.Of("doubts"))
}

// decide returns the reality of clause i: the worse of its own and of what it
// hangs in.
func (b *builder) decide(i, depth int) Reality {
	c := &b.s.Clauses[i]
	if b.real[i] || depth > deepest {
		return c.Reality
	}
	b.real[i] = true
	r := b.own(i)
	if c.Parent >= 0 && c.Parent != i && c.Kind != Relative && !(c.Kind == Participle && c.Verb.Form&words.Ing == 0) {
		r = b.under(i, r, b.decide(c.Parent, depth+1))
	}
	if c.Kind == Coordinate && c.Marker >= 0 && b.s.is(c.Marker, "if", "unless") {
		r = max(r, Possible)
	}
	c.Reality = r
	return r
}

// own returns what the clause itself says.
func (b *builder) own(i int) Reality {
	s := b.s
	c := &s.Clauses[i]
	r := Told
	switch m := words.Look(c.Verb.Modal); {
	case c.Verb.Modal == "":
	case m.Has(words.Of("possible")):
		r = Possible
	case c.Verb.Modal == "can" || c.Verb.Modal == "ca" || c.Verb.Modal == "cannot":
		r = Possible
	default:
		r = Planned
	}
	if c.Verb.Infinitive && c.Verb.Perfect {
		r = Possible // "is said to have agreed"
	}
	negative := c.Verb.Negated
	for _, k := range b.around(c) {
		switch w := s.Words[k]; {
		case w.Has(words.Of("almost")) && k+1 == c.Verb.Head:
			negative = true
		case w.Has(words.Of("denies")) && s.pos(k) != Prep && s.pos(k) != Not:
			negative = !(c.Verb.Negated && s.pos(k) == Adv)
		case w.Has(words.Of("possible")) && s.pos(k) != Noun && s.pos(k) != Modal:
			r = max(r, Possible)
		case w.Has(words.Of("habit")):
			r = max(r, Habitual)
		}
	}
	if !c.Subject.Empty() && c.Kind != Infinitive && c.Kind != Gerund && b.negativeSubject(c.Subject) {
		negative = true
	}
	if o := c.Verb.To; o < c.Rest.To && s.in(o, noObject) && !s.in(o+1, noDoubt()) && !b.subjectOfLater(i, o) {
		negative = true // "reached no agreement"
	}
	if c.Marker >= 0 && s.is(c.Marker, "without", "besides") || c.Kind == Gerund && s.is(c.Marker, "than", "of") && s.is(c.Marker-1, "instead", "rather") {
		negative = true
	}
	if c.Kind == Adverbial && c.Marker >= 0 && s.Words[c.Marker].Has(words.Of("if")) {
		r = max(r, Possible)
	}
	if c.Kind == Complement && c.Marker >= 0 && s.is(c.Marker, "whether", "if") {
		r = max(r, Asked)
	}
	if t := s.Tokens; t[len(t)-1].Lower == "?" || len(t) > 1 && t[len(t)-2].Lower == "?" {
		r = max(r, Asked)
	}
	if negative {
		r = Denied
	}
	if r == Planned && b.conditional(i) {
		r = Possible
	}
	return r
}

// subjectOfLater reports whether token o is of the subject of a clause behind
// i: "said nothing had changed".
func (b *builder) subjectOfLater(i, o int) bool {
	return i+1 < len(b.s.Clauses) && b.s.Clauses[i+1].Subject.Has(o)
}

// around returns the adverbs and other words right beside the verb.
func (b *builder) around(c *Clause) (out []int) {
	s := b.s
	for k := c.Verb.From; k < c.Verb.To; k++ {
		out = append(out, k)
	}
	for k := c.Verb.From - 1; k >= 0 && (s.pos(k) == Adv || s.pos(k) == Not || s.is(k, "nor", "neither")); k-- {
		out = append(out, k)
	}
	if k := c.Verb.To; k < len(s.Words) && s.pos(k) == Adv {
		out = append(out, k)
	}
	if c.Subject.From > 0 && !c.Subject.Empty() && (s.pos(c.Subject.From-1) == Adv || s.is(c.Subject.From-1, "nor", "neither")) {
		out = append(out, c.Subject.From-1)
	}
	return out
}

// negativeSubject reports whether nobody does it: "no pact was", "neither side".
func (b *builder) negativeSubject(r Run) bool {
	for k := r.From; k < r.To && k < r.From+4; k++ {
		if b.s.in(k, noSubject) && !b.s.is(k+1, "doubt", ".") {
			return true
		}
		if b.s.pos(k) == Prep {
			return false
		}
	}
	return false
}

// conditional reports whether clause i hangs on an "if".
func (b *builder) conditional(i int) bool {
	for j := range b.s.Clauses {
		d := &b.s.Clauses[j]
		if j == i || d.Kind != Adverbial || d.Marker < 0 || !b.s.in(d.Marker, conditions) {
			continue
		}
		if j == i+1 || j < i && b.lastMain(i, j) {
			return true
		}
	}
	return false
}

// lastMain reports whether no other main clause stands between the condition j
// and clause i.
func (b *builder) lastMain(i, j int) bool {
	for k := j + 1; k < i; k++ {
		if b.s.Clauses[k].Kind <= Coordinate {
			return false
		}
	}
	return true
}

// under returns the reality of clause i, r by itself, in a parent of reality p.
func (b *builder) under(i int, r, p Reality) Reality {
	s := b.s
	c := &s.Clauses[i]
	parent := &s.Clauses[c.Parent]
	v := s.Words[parent.Verb.Head].Verb
	if c.Hook > parent.Verb.Head { // a noun or an adjective in between: "plans to", "unlikely to"
		return b.hooked(c, r, p)
	}
	has := func(class string) bool { return v&words.Of(class) != 0 }
	switch c.Kind {
	case Infinitive:
		switch {
		case has("fails"):
			if p == Denied {
				return r // "did not fail to"
			}
			return Denied
		case has("begins"), has("manages"), parent.Verb.Modal == "" && parent.Verb.Lemma == "meet", parent.Verb.Lemma == "use":
			return max(r, p)
		case has("wants") && !(has("asks") && parent.Verb.Passive):
			return max(r, p, Planned)
		case has("asks"), has("lets"):
			return max(r, p, Asked)
		case parent.Verb.Passive && has("says"):
			return max(r, p, Planned) // "is said to", "was expected to"
		}
		return max(r, min(p, Denied)) // a purpose: "met to discuss"
	case Complement:
		switch {
		case has("doubts"):
			return max(r, Doubted)
		case p == Denied:
			return max(r, Doubted) // "did not say that"
		case has("asks") || has("wants") && parent.Verb.Lemma != "agree" && parent.Verb.Lemma != "decide" && parent.Verb.Lemma != "promise" && parent.Verb.Lemma != "pledge" && parent.Verb.Lemma != "vow" && parent.Verb.Lemma != "mean":
			return max(r, Asked)
		case has("says"):
			return r
		}
		return max(r, min(p, Possible))
	case Gerund, Participle:
		if has("fails") && c.Marker < 0 {
			return Denied // "avoided raising"
		}
		if c.Kind == Participle && s.is(b.back(c.Verb.From), ",") {
			return r // "…, saying that"
		}
		if p == Planned || p == Denied {
			return max(r, p)
		}
		return r
	case Adverbial:
		return r
	}
	return max(r, p)
}

// hooked returns the reality of what hangs on a noun or an adjective.
func (b *builder) hooked(c *Clause, r, p Reality) Reality {
	w := b.s.Words[c.Hook]
	negated := p == Denied
	switch {
	case w.Has(words.Of("fails")), c.Hook > 0 && b.s.is(c.Hook-1, "too"): // "too early to"
		if negated {
			return r
		}
		return Denied
	case w.Has(words.Of("doubts")):
		if negated {
			return r
		}
		return max(r, Doubted)
	case b.s.Words[b.s.Clauses[c.Parent].Verb.Head].Verb&words.Of("fails") != 0 && !b.s.Clauses[c.Parent].Verb.Passive:
		return Denied // "missed a deadline to agree"
	case negated:
		if c.Kind == Complement {
			return max(r, Doubted)
		}
		return Denied
	case w.Has(words.Of("possible")):
		return max(r, p, Possible)
	case w.Has(words.Of("wants")):
		return max(r, p, Planned)
	case w.Has(words.Of("lets")):
		return max(r, p, Possible)
	case b.s.pos(c.Hook).nominal() && b.asked(c):
		return max(r, p, Asked) // "urged Peru to"
	}
	return max(r, p)
}

// asked reports whether an infinitive is what its parent's object is asked to do.
func (b *builder) asked(c *Clause) bool {
	v := b.s.Words[b.s.Clauses[c.Parent].Verb.Head].Verb
	return c.Kind == Infinitive && v&(words.Of("asks")|words.Of("lets")) != 0
}

// Explain draws the clauses of s, one a line, for the reader of a rule.
func (s *Sentence) Explain() string {
	var out strings.Builder
	for i := range s.Clauses {
		c := &s.Clauses[i]
		out.WriteString("  clause ")
		out.WriteString(itoa(i))
		out.WriteString(": " + c.Kind.String() + ", " + c.Reality.String())
		if c.Parent >= 0 {
			out.WriteString(", in " + itoa(c.Parent))
		}
		out.WriteString(" [" + s.words(c.Subject) + "] " + strings.ToUpper(s.words(c.Verb.Run)) + " [" + s.words(c.Rest) + "]\n")
	}
	return out.String()
}

func itoa(i int) string {
	if i < 10 {
		return string(rune('0' + i))
	}
	return itoa(i/10) + itoa(i%10)
}

// words returns the words of r with single spaces.
func (s *Sentence) words(r Run) string {
	var out []string
	for k := r.From; k < r.To; k++ {
		out = append(out, s.Tokens[k].Text)
	}
	return strings.Join(out, " ")
}
