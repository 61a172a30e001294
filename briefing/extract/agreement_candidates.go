package extract

import (
	"slices"

	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/extract/weigh"
	lex "example.org/attache/briefing/extract/words"
	"example.org/attache/briefing/lang"
)

// commitment is a clause, or a noun with what hangs on it, that may tell what
// was agreed, pledged, decided, offered or refused, with every clue that speaks
// for it or against.
type commitment struct {
	sentence *mention.Sentence
	clause   int    // whose words they are, in the reading of the sentence; -1 if of none
	at       int    // the verb or noun that binds
	act      string // its class
	form     form
	run      clause.Run        // the words of the commitment
	opener   *mention.Sentence // that of a list, or nil
	who      seating.Party     // who is bound
	clues    []weigh.Clue
	likely   float64 // 0 to 1
}

// form is how the words of a commitment hang on what binds.
type form string

const (
	toForm       form = "to"        // agreed to [open a line]
	onForm       form = "on"        // agreed on [a line]
	objectForm   form = "object"    // signed [an accord on fish]
	thatForm     form = "that"      // announced that [the line was open]
	thatWillForm form = "that will" // agreed that [the line will open]
	wholeForm    form = "whole"     // [Peru lifted its ban], [an accord was signed]
	willForm     form = "will"      // [Peru will lift its ban]
	nounForm     form = "noun"      // assurances that [the line would open]
	ofForm       form = "of"        // the [signing of an accord]
	listedForm   form = "listed"    // They agreed to: – [open a line]
)

// mostOf bounds the candidates of a sentence that never ends, mostLong the words
// of one: what is longer is no line.
const (
	mostOf   = 20
	mostLong = 120
)

// commitmentReader finds the candidates in one sentence.
type commitmentReader struct {
	*agreementFinder
	s    *mention.Sentence
	p    *parse.Sentence
	seen map[int]bool // where the words of a candidate begin
	out  []*commitment
}

// candidatesIn returns the commitments that s may tell: for each verb of a
// class that binds its complement or its clause, for each clause of what is to
// come, and for nouns such as "assurances that".
func (g *agreementFinder) candidatesIn(s *mention.Sentence) []*commitment {
	if !mayCommit(s.Tokens) {
		return nil
	}
	r := &commitmentReader{agreementFinder: g, s: s, p: s.Reading(), seen: map[int]bool{}}
	for i := range r.p.Clauses {
		r.clause(i)
	}
	for k := range s.Tokens {
		r.noun(k)
	}
	return r.out
}

// mayCommit reports whether a word of a sentence may bind or tell what is to
// come: the others need not be read.
func mayCommit(t []lang.Token) bool {
	w := dealLexicon()
	for i := range t {
		if clause.Modals[t[i].Lower] || t[i].Is("to") && i > 0 && clause.Auxiliaries[t[i-1].Lower] {
			return true
		}
		if class := w.class[w.verbs[lex.Look(t[i].Lower).Lemma]]; class.shapes != "" {
			return true
		}
		if class := w.class[w.nouns[t[i].Lower]]; class.shapes != "" {
			return true
		}
	}
	return false
}

// add files a candidate whose words begin at token from and go on behind token
// at least.
func (r *commitmentReader) add(theClause, at int, act string, f form, from, least int) {
	if from >= len(r.s.Tokens) || r.seen[from] || len(r.out) >= mostOf || r.p.Words[from].Pos == parse.Sub || r.withOwn(theClause) {
		return
	}
	words := clause.Between(from, r.end(theClause, from, max(from, least)))
	if f == objectForm || f == onForm || f == ofForm { // when and where it was done is said of the verb
		x := r.p.Trim(parse.Run{From: words.From, To: words.To})
		words.To = max(x.To, least+1)
	}
	words = clause.TrimRun(r.s.Tokens, words)
	if words.Len() < 2 || words.Len() > mostLong {
		return
	}
	r.seen[from] = true
	r.out = append(r.out, &commitment{sentence: r.s, clause: theClause, at: at, act: act, form: f, run: words})
}

// clause adds the candidates whose verb is that of clause i.
func (r *commitmentReader) clause(i int) {
	c := &r.p.Clauses[i]
	act := r.actOf(c)
	class := dealLexicon().class[act]
	head, subject := c.Verb.Head, c.Subject.From
	if r.willDo(i, class) {
		r.add(i, head, act, willForm, subject, head)
		return
	}
	if class.rule == "" || !r.real(i) {
		return
	}
	switch {
	case c.Reality == parse.Denied && class.has("binds") && c.Verb.To < len(r.s.Tokens) && r.s.Tokens[c.Verb.To].Is("neither"):
		r.add(i, head, act, toForm, c.Verb.To, c.Verb.To) // "agreed neither to A nor to B"
	case c.Reality == parse.Denied && class.has("binds") && c.Rest.To < c.Verb.To+2: // not what
	case c.Reality == parse.Denied && class.has("binds"):
		from := c.Verb.From
		if !c.Subject.Empty() && c.Subject.To == from {
			from = subject
		}
		r.add(i, head, act, toForm, from, head) // "Peru did not agree to A"
	case class.has("binds") && r.complements(i, act):
	case c.Verb.Passive && r.pointing(i):
	case c.Verb.Passive && !c.Subject.Empty() && c.Kind != parse.Participle:
		r.add(i, head, act, wholeForm, subject, head)
	case class.has("clause") && !c.Subject.Empty() && c.Kind <= parse.Relative:
		r.add(i, head, act, wholeForm, subject, head)
	case class.has("verb"), class.has("clause"):
		r.add(i, head, act, wholeForm, head, head)
	default:
		if o := r.p.Object(c); !o.Empty() && r.p.Words[o.From].Pos != parse.Prep {
			r.add(i, head, act, objectForm, o.From, o.From)
		} else if on := r.p.After(c, "on", "upon", "to"); !on.Empty() && !r.timely(on.From) {
			r.add(i, head, act, onForm, on.From, on.From)
		}
	}
}

// willDo reports whether clause i tells what somebody will do, or when people
// are due to meet; not under a condition.
func (r *commitmentReader) willDo(i int, class deedClass) bool {
	c := &r.p.Clauses[i]
	subject := clause.Between(c.Subject.From, c.Subject.To)
	if subject.Empty() || c.Reality > parse.Planned && c.Reality != parse.Denied || c.Verb.Perfect || c.Verb.Modal == "must" || r.conditional(i) {
		return false
	}
	if class.has("due") && c.Verb.Passive {
		return r.any(subject, lex.Of("talk")|lex.Of("event"))
	}
	return c.Verb.Future()
}

// withOwn reports whether clause i tells of a meeting with one's own people:
// "will meet with his advisers".
func (r *commitmentReader) withOwn(i int) bool {
	if i < 0 {
		return false
	}
	c := &r.p.Clauses[i]
	return r.actOf(c) == "meet" && r.any(clause.Between(c.Verb.To, min(c.Rest.To, c.Verb.To+seating.LongestTeam)), lex.Of("own"))
}

// pointing reports whether the subject of clause i only points back to a deal:
// "the agreement was reached in Lima".
func (r *commitmentReader) pointing(i int) bool {
	x := r.p.Clauses[i].Subject
	return x.To-x.From == 2 && r.p.Words[x.From].Pos == parse.Det && r.any(clause.Between(x.From, x.To), lex.Of("deal"))
}

// timely reports whether token k tells a time.
func (r *commitmentReader) timely(k int) bool {
	return r.p.Words[k].Has(lex.Of("weekday") | lex.Of("month") | lex.Of("time"))
}

// any reports whether a word of x is of a class.
func (r *commitmentReader) any(x clause.Run, class lex.Class) bool {
	for k := x.From; k < x.To; k++ {
		if r.p.Words[k].Has(class) {
			return true
		}
	}
	return false
}

// conditional reports whether clause i hangs on an "if".
func (r *commitmentReader) conditional(i int) bool {
	return slices.ContainsFunc(r.p.Clauses, func(d parse.Clause) bool {
		return d.Parent == i && d.Kind == parse.Adverbial && d.Reality == parse.Possible
	})
}

// actOf returns the class of the verb of a clause, with the particle that may
// stand behind it: "turned down".
func (r *commitmentReader) actOf(c *parse.Clause) string {
	if k := c.Verb.To; k < len(r.s.Tokens) {
		if act := dealLexicon().verbs[c.Verb.Lemma+" "+r.s.Tokens[k].Lower]; act != "" {
			return act
		}
	}
	return dealLexicon().verbs[c.Verb.Lemma]
}

// real reports whether the verb of clause i tells what was done, was refused or
// will be done, and not what may be, is hoped for or asked. What is only heard
// keeps the word that says so ("allegedly").
func (r *commitmentReader) real(i int) bool {
	c := &r.p.Clauses[i]
	switch c.Reality {
	case parse.Told, parse.Denied:
		return true
	case parse.Planned:
		return c.Kind < parse.Infinitive && c.Verb.Modal != "must" && !c.Verb.Perfect && !r.conditional(i)
	case parse.Possible:
		hedged := slices.ContainsFunc(r.s.Tokens[:c.Verb.From], func(t lang.Token) bool { return slices.Contains(dealLexicon().clues[t.Lower], "hedge") })
		return c.Verb.Modal == "" && c.Kind < parse.Infinitive && !hedged
	}
	return false
}

// complements adds the infinitives, clauses and gerunds that clause i binds, and
// reports whether there are any.
func (r *commitmentReader) complements(i int, act string) bool {
	head, found := r.p.Clauses[i].Verb.Head, false
	for j := i + 1; j < len(r.p.Clauses); j++ {
		d := &r.p.Clauses[j]
		if d.Parent != i && !r.second(i, d) {
			continue
		}
		switch {
		case d.Kind == parse.Infinitive && d.Verb.Infinitive && d.Hook > head+1 && r.s.Tokens[head+1].Is("on", "upon") && !r.timely(d.Hook):
			continue // "agreed on the need to A": the need belongs to it
		case d.Kind == parse.Infinitive && d.Verb.Infinitive:
			r.add(j, head, act, toForm, r.pastTo(d), d.Verb.Head)
		case d.Kind == parse.Complement && !d.Subject.Empty() && d.Verb.Future():
			r.add(j, head, act, thatWillForm, d.Subject.From, d.Verb.Head)
		case d.Kind == parse.Complement && !d.Subject.Empty():
			r.add(j, head, act, thatForm, d.Subject.From, d.Verb.Head)
		case d.Kind == parse.Gerund && (d.Marker < 0 || r.s.Tokens[d.Marker].Is("to", "on", "in")):
			r.add(j, head, act, toForm, d.Verb.From, d.Verb.Head)
		default:
			continue
		}
		found = true
	}
	return found
}

// second reports whether clause d is another one that clause i binds, though a
// clause stands between: "agreed to open a line, which was long closed, and that".
func (r *commitmentReader) second(i int, d *parse.Clause) bool {
	return d.Kind == parse.Complement && d.Marker > 0 && r.p.Words[d.Marker-1].Pos == parse.Conj && d.Parent > i && r.p.Clauses[d.Parent].Kind == parse.Relative
}

// pastTo returns where the words of an infinitive begin: behind "to", but with
// the "not" of "not to" and "not only to".
func (r *commitmentReader) pastTo(d *parse.Clause) int {
	from := d.Verb.From
	if from > 1 && r.s.Tokens[from-1].Is("only") && r.s.Tokens[from-2].Is("not") {
		return from - 2
	}
	for !d.Verb.Negated && from < d.Verb.Head && (r.p.Words[from].Pos == parse.To || r.p.Words[from].Pos == parse.Adv) {
		from++
	}
	return from
}

// noun adds what hangs on a binding noun at token k.
func (r *commitmentReader) noun(k int) {
	t := r.s.Tokens
	act := dealLexicon().nouns[t[k].Lower]
	class := dealLexicon().class[act]
	if class.shapes == "" || k+2 >= len(t) || r.p.Words[k].Pos != parse.Noun {
		return
	}
	switch {
	case class.has("of") && t[k+1].Is("of"):
		r.add(r.clauseBefore(k), k, act, ofForm, k, k+2)
	case class.has("binds") && t[k+1].Is("that"):
		r.add(r.clauseBefore(k), k, act, nounForm, k+2, k+2)
	case class.has("binds"):
		for j := range r.p.Clauses {
			if d := &r.p.Clauses[j]; d.Verb.From == k+1 && d.Verb.Infinitive {
				r.add(j, k, act, nounForm, r.pastTo(d), d.Verb.Head)
			}
		}
	}
}

// clauseBefore returns the last clause whose verb stands before token k, or -1.
func (r *commitmentReader) clauseBefore(k int) int {
	at := -1
	for i := range r.p.Clauses {
		if r.p.Clauses[i].Verb.Head < k {
			at = i
		}
	}
	return at
}

// end returns where the words of a commitment end that begin at token from, go
// on behind token least and are those of clause i: where another statement
// begins. What says when, where, why or with what list belongs to them.
func (r *commitmentReader) end(i, from, least int) int {
	t, p := r.s.Tokens, r.p
	end := len(t)
	for end > least && t[end-1].Kind == lang.Punct && !t[end-1].Is(")", "%") {
		end--
	}
	if p.Quoted(from) {
		for k := least; k < end; k++ {
			if t[k].Is("”", "\"", "''") {
				end = k
			}
		}
	}
	for k := least + 1; k+1 < end; k++ {
		if t[k-1].Is(",") && t[k].Is("as") && !t[k+1].Is("well") {
			end = k // ", as the main channel for their work"
		}
	}
	for j := range p.Clauses {
		d := &p.Clauses[j]
		if d.Verb.From <= least || d.Verb.From >= end {
			continue
		}
		if start := r.opens(d); start > least && r.another(i, d, start) {
			return start
		}
	}
	return end
}

// opens returns the token with which a clause begins.
func (r *commitmentReader) opens(d *parse.Clause) int {
	start := d.Verb.From
	if d.Kind == parse.Main || d.Kind == parse.Complement || d.Kind == parse.Adverbial {
		if !d.Subject.Empty() && d.Subject.To <= start {
			start = d.Subject.From
		}
	}
	if d.Marker >= 0 && d.Marker < start && d.Kind != parse.Coordinate {
		start = d.Marker
	}
	for start > 0 && (r.p.Words[start-1].Pos == parse.Adv || r.p.Words[start-1].Pos == parse.Conj) {
		start--
	}
	return start
}

// another reports whether clause d, which begins at start, is a statement of
// its own beside clause i.
func (r *commitmentReader) another(i int, d *parse.Clause, start int) bool {
	t := r.s.Tokens
	parted := start > 0 && t[start-1].Kind == lang.Punct || r.p.Words[start].Pos == parse.Conj
	switch d.Kind {
	case parse.Main, parse.Complement:
		return parted
	case parse.Coordinate:
		return parted && (d.Verb.Modal == "" || d.Verb.From < d.Verb.Head) // not "will meet and discuss"
	case parse.Relative: // ", which was set up in August"
		return start > 1 && t[start-1].Is(",")
	case parse.Adverbial:
		return r.p.Contrasts(start) || parted && t[start].Is("because", "after", "before")
	case parse.Infinitive: // "agreed to meet and to share data"
		if i < 0 || !parted || !d.Verb.Infinitive || t[start].Is("but") { // "not only to A but to B"
			return false
		}
		c := &r.p.Clauses[i]
		return c.Kind == parse.Infinitive && d.Hook == c.Hook && d.Parent == c.Parent
	}
	return false
}
