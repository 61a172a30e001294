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
	planForm     form = "plan"      // [Peru plans to lift its ban], [they are due to meet]
	termForm     form = "term"      // [the pact bans dams], the pact, [which bans dams]
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
		if clause.Modals[t[i].Lower] || t[i].Is("to") && i > 0 && (clause.Auxiliaries[t[i-1].Lower] || w.ready[t[i-1].Lower]) {
			return true
		}
		lemma := lex.Look(t[i].Lower).Lemma
		if act := w.verbs[lemma]; act == "plan" || w.class[act].shapes != "" || w.light[lemma] || w.class[w.nouns[t[i].Lower]].shapes != "" {
			return true
		}
		for k := i + 1; k < min(len(t), i+farthestParticle); k++ {
			if w.verbs[lemma+" "+t[k].Lower] != "" {
				return true
			}
		}
	}
	return false
}

// farthestParticle is how far behind its verb a particle may stand: "called the
// strike off".
const farthestParticle = 6

// add files a candidate whose words begin at token from and go on behind token
// at least.
func (r *commitmentReader) add(theClause, at int, act string, f form, from, least int) {
	if from >= len(r.s.Tokens) || r.seen[from] || at > from && r.p.Words[from].Pos == parse.Prep || len(r.out) >= mostOf || r.p.Words[from].Pos == parse.Sub || r.withOwn(theClause) {
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
	head, subject := c.Verb.Head, r.start(i)
	switch {
	case r.willDo(i, class):
		r.add(i, head, act, willForm, subject, head)
		return
	case r.plansTo(i):
		r.add(i, r.p.Clauses[c.Parent].Verb.Head, act, planForm, r.start(c.Parent), head)
	case r.isTerm(i):
		r.add(i, head, act, termForm, subject, head)
		return
	}
	if act := r.lightly(c); act != "" && r.real(i) {
		r.add(i, head, act, wholeForm, head, head)
		return
	}
	if class.rule == "" || !r.real(i) || c.Kind == parse.Adverbial && c.Marker >= 0 && r.s.Tokens[c.Marker].Is("until", "till", "before", "once") {
		return
	}
	switch {
	case act == "term": // only deals do it
	case act == "refuse" && r.objects(c, "claim"): // what is not so is denied, nothing refused
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
	case c.Verb.Passive && (r.pointing(i) || act == "change" && r.any(clause.Between(c.Subject.From, c.Subject.To), lex.Of("talk"))): // "the meeting was called off"
	case c.Verb.Passive && !c.Subject.Empty() && c.Kind != parse.Participle:
		r.add(i, head, act, wholeForm, subject, head)
	case class.has("clause") && !c.Subject.Empty() && c.Kind <= parse.Relative:
		r.add(i, head, act, wholeForm, subject, head)
	case r.passiveWith(i):
		r.add(i, head, act, wholeForm, c.Subject.From, head)
	case class.has("verb"), class.has("clause"):
		r.add(i, head, act, wholeForm, head, head)
	default:
		r.objectOf(i, act)
	}
}

// passiveWith reports whether the verb of clause i shares the auxiliary of the
// passive before it: "was discussed and approved".
func (r *commitmentReader) passiveWith(i int) bool {
	c := &r.p.Clauses[i]
	if i == 0 || c.Kind != parse.Coordinate || c.Subject.Empty() || c.Verb.To > c.Verb.From+1 || c.Verb.Form&lex.Participle == 0 || !r.p.Object(c).Empty() {
		return false
	}
	d := &r.p.Clauses[i-1]
	return d.Verb.Passive && d.Subject == c.Subject
}

// objectOf adds what the verb of clause i has for its object: "signed [an
// accord]", "set up [a panel]", "agreed on Sunday to [a truce]".
func (r *commitmentReader) objectOf(i int, act string) {
	c := &r.p.Clauses[i]
	if k := c.Verb.To; r.particled(c) && k+1 < c.Rest.To {
		r.add(i, c.Verb.Head, act, objectForm, k+1, k+1)
		return
	}
	if o := r.p.Object(c); !o.Empty() && r.p.Words[o.From].Pos != parse.Prep {
		r.add(i, c.Verb.Head, act, objectForm, o.From, o.From)
		return
	}
	for _, preposition := range []string{"on", "upon", "to"} {
		if on := r.p.After(c, preposition); !on.Empty() && !r.timely(on.From) {
			r.add(i, c.Verb.Head, act, onForm, on.From, on.From)
			return
		}
	}
}

// start returns where the words of clause i begin: with its subject, or with
// its verb where this is the second of one subject.
func (r *commitmentReader) start(i int) int {
	c := &r.p.Clauses[i]
	if c.Subject.Empty() || c.Subject.From > c.Verb.From {
		return c.Verb.From
	}
	for j := range i {
		if d := &r.p.Clauses[j]; c.Kind == parse.Coordinate && d.Verb.From >= c.Subject.To {
			return c.Verb.From
		}
	}
	return c.Subject.From
}

// plansTo reports whether clause i is what its subject plans or is due to do:
// "Peru plans to lift its ban", "the sides are due to meet".
func (r *commitmentReader) plansTo(i int) bool {
	d := &r.p.Clauses[i]
	if d.Kind != parse.Infinitive || !d.Verb.Infinitive || d.Parent < 0 || d.Reality > parse.Planned {
		return false
	}
	c := &r.p.Clauses[d.Parent]
	if c.Subject.Empty() || c.Kind > parse.Relative || c.Verb.Negated || c.Verb.Perfect || c.Verb.Modal != "" || r.conditional(d.Parent) {
		return false
	}
	if act := r.actOf(d); act == "agree" || act == "want" {
		return false // "is expected to agree": it may not
	}
	if d.Hook > c.Verb.Head {
		return c.Verb.Lemma == "be" && d.Hook+1 == d.Verb.From && dealLexicon().ready[r.s.Tokens[d.Hook].Lower]
	}
	return (r.actOf(c) == "plan" || c.Verb.Passive && dealLexicon().ready[r.s.Tokens[c.Verb.Head].Lower]) && d.Verb.From <= c.Verb.To+1
}

// isTerm reports whether clause i tells what a deal holds: "the pact bans dams".
func (r *commitmentReader) isTerm(i int) bool {
	c := &r.p.Clauses[i]
	h := r.p.HeadIndex(c.Subject)
	if c.Kind == parse.Main && c.Subject.To == c.Subject.From+1 && r.s.Tokens[c.Subject.From].Is("it") && !c.Verb.Passive && c.Reality <= parse.Planned {
		return r.dealBefore() && dealLexicon().class[r.actOf(c)].has("term")
	}
	if h < 0 || c.Verb.Passive || c.Kind > parse.Relative || c.Reality > parse.Planned || c.Rest.Empty() {
		return false
	}
	return isDeal(r.s.Tokens[h].Lower) && dealLexicon().class[r.actOf(c)].has("term")
}

// dealBefore reports whether the sentence before is about a deal: its subject
// is one.
func (r *commitmentReader) dealBefore() bool {
	if r.s.Index == 0 {
		return false
	}
	p := r.Sentences[r.s.Index-1].Reading()
	for i := range p.Clauses {
		if h := p.HeadIndex(p.Clauses[i].Subject); h >= 0 && p.Clauses[i].Kind == parse.Main {
			return isDeal(p.Tokens[h].Lower)
		}
	}
	return false
}

// lightly returns the class of the noun in which a verb such as "give" or
// "extend" puts what is done: "gave its consent", "extended an invitation".
func (r *commitmentReader) lightly(c *parse.Clause) string {
	o := r.p.Object(c)
	if o.Empty() || c.Verb.Passive || !dealLexicon().light[c.Verb.Lemma] {
		return ""
	}
	for k := o.From; k < o.To && r.p.Words[k].Pos != parse.Prep && r.p.Words[k].Pos != parse.To; k++ {
		act := dealLexicon().nouns[r.s.Tokens[k].Lower]
		if dealLexicon().class[act].has("light") {
			return act
		}
	}
	return ""
}

// objects reports whether the object of a clause is a noun of a class.
func (r *commitmentReader) objects(c *parse.Clause, class string) bool {
	h := r.p.HeadIndex(r.p.Object(c))
	return h >= 0 && dealLexicon().nouns[r.s.Tokens[h].Lower] == class
}

// willDo reports whether clause i tells what somebody will do, or when people
// are due to meet; not under a condition.
func (r *commitmentReader) willDo(i int, class deedClass) bool {
	c := &r.p.Clauses[i]
	subject := clause.Between(c.Subject.From, c.Subject.To)
	if subject.Empty() || c.Verb.Lemma == "" || c.Reality > parse.Planned && c.Reality != parse.Denied || c.Verb.Perfect && !class.has("due") || r.ought(c) || r.conditional(i) {
		return false
	}
	if i > 0 && r.unsaid(i-1, subject.From) {
		return false
	}
	if class.has("due") && c.Verb.Passive {
		return r.any(subject, lex.Of("talk")|lex.Of("event")) || r.tells(subject, "another")
	}
	return c.Verb.Future()
}

// ought reports whether a clause says what must be done, and not what will be.
func (r *commitmentReader) ought(c *parse.Clause) bool {
	return c.Verb.Modal == "must" || c.Verb.Modal == "should"
}

// unsaid reports whether clause i denies that the words behind it, from token k,
// were said: "never said “we will …”".
func (r *commitmentReader) unsaid(i, k int) bool {
	c := &r.p.Clauses[i]
	return c.Reality == parse.Denied && r.p.Words[c.Verb.Head].Verb&lex.Of("says") != 0 && k <= c.Verb.To+2
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
	return x.To-x.From == 2 && r.p.Words[x.From].Pos == parse.Det && !r.s.Tokens[x.From].Is("a", "an") && r.any(clause.Between(x.From, x.To), lex.Of("deal"))
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
		return d.Parent == i && d.Kind == parse.Adverbial && d.Reality == parse.Possible && !(d.Marker >= 0 && r.s.Tokens[d.Marker].Is("until", "till"))
	})
}

// actOf returns the class of the verb of a clause, with the particle that may
// stand behind it: "turned down".
func (r *commitmentReader) actOf(c *parse.Clause) string {
	if r.particled(c) {
		return dealLexicon().verbs[c.Verb.Lemma+" "+r.s.Tokens[c.Verb.To].Lower]
	}
	for k := c.Verb.To + 1; k < min(c.Rest.To, c.Verb.To+farthestParticle); k++ { // "called the strike off"
		if act := dealLexicon().verbs[c.Verb.Lemma+" "+r.s.Tokens[k].Lower]; act != "" && (k+1 == c.Rest.To || r.p.Words[k+1].Pos == parse.Prep || r.p.Words[k+1].Pos == parse.Mark) {
			return act
		}
	}
	return dealLexicon().verbs[c.Verb.Lemma]
}

// particled reports whether the verb of a clause is a word of the lexicon with
// the particle behind it.
func (r *commitmentReader) particled(c *parse.Clause) bool {
	k := c.Verb.To
	return k < len(r.s.Tokens) && dealLexicon().verbs[c.Verb.Lemma+" "+r.s.Tokens[k].Lower] != ""
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
		return c.Kind < parse.Infinitive && !r.ought(c) && !c.Verb.Perfect && !r.conditional(i)
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
		if d.Parent != i && !r.second(i, d) && !r.series(i, j) {
			continue
		}
		switch {
		case d.Marker > 0 && r.s.Tokens[d.Marker-1].Is("so"): // "pledged a million so that A"
		case d.Kind == parse.Infinitive && d.Verb.Infinitive && d.Hook > head+1 && r.s.Tokens[head+1].Is("on", "upon") && !r.timely(d.Hook):
			continue // "agreed on the need to A": the need belongs to it
		case d.Kind == parse.Infinitive && d.Hook > head && (r.sum(head+1) || r.thing(i)):
			continue // "pledged a million to build A": the million belongs to it
		case d.Kind == parse.Infinitive && d.Verb.Infinitive:
			r.add(j, head, act, toForm, r.pastTo(d), d.Verb.Head)
		case d.Kind == parse.Complement && !d.Subject.Empty() && d.Verb.Future():
			r.add(j, head, act, thatWillForm, d.Subject.From, d.Verb.Head)
		case d.Kind == parse.Complement && !d.Subject.Empty():
			r.add(j, head, act, thatForm, d.Subject.From, d.Verb.Head)
		case d.Kind == parse.Gerund && (d.Marker < 0 || r.s.Tokens[d.Marker].Is("to", "on", "in", "upon")):
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

// series reports whether clause j goes on with a list of what clause i binds:
// "agreed to sharing data, training pilots and to open a line".
func (r *commitmentReader) series(i, j int) bool {
	d := &r.p.Clauses[j]
	if i < 0 || d.Parent <= i || d.Parent >= j || d.Kind != parse.Infinitive && d.Kind != parse.Gerund {
		return false
	}
	e := &r.p.Clauses[d.Parent]
	if e.Kind != parse.Infinitive && e.Kind != parse.Gerund || e.Parent != i && !r.series(i, d.Parent) {
		return false
	}
	start := d.Verb.From
	if d.Kind == parse.Gerund && d.Marker >= 0 && d.Marker < start {
		start = d.Marker
	}
	switch {
	case r.s.Tokens[start-1].Is(",", ";"):
	case r.p.Words[start-1].Pos != parse.Conj || r.s.Tokens[start-1].Is("but", "or"):
		return false
	case r.s.Tokens[start-2].Is(",", ";"):
	case d.Kind == parse.Gerund && e.Kind != parse.Gerund:
		return false
	default: // "to open a line to carry mail and to carry people": the last goes with the one before it
		for k := d.Parent + 1; k < j; k++ {
			if r.p.Clauses[k].Parent == d.Parent && r.p.Clauses[k].Kind == d.Kind {
				return false
			}
		}
	}
	return true
}

// thing reports whether the object of clause i is what is agreed, and nobody to
// whom it is promised: "agreed [joint steps to A]", not "assured Peru to A".
func (r *commitmentReader) thing(i int) bool {
	o := r.p.Object(&r.p.Clauses[i])
	h := r.p.HeadIndex(o)
	return h >= 0 && o.From == r.p.Clauses[i].Verb.To && r.p.Words[h].Pos == parse.Noun && !r.p.Words[h].Has(lex.Of("all")) && dealLexicon().nouns[r.s.Tokens[h].Lower] == ""
}

// tells reports whether a word of x is a clue of a name.
func (r *commitmentReader) tells(x clause.Run, name string) bool {
	for k := x.From; k < x.To; k++ {
		if slices.Contains(dealLexicon().clues[r.s.Tokens[k].Lower], name) {
			return true
		}
	}
	return false
}

// sum reports whether an amount stands at token k: "a million", "$5bn".
func (r *commitmentReader) sum(k int) bool {
	t := r.s.Tokens
	for n := range 3 {
		if k+n < len(t) && (t[k+n].Kind == lang.Number || slices.Contains(dealLexicon().clues[t[k+n].Lower], "sum")) {
			return true
		}
	}
	return false
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
	binds := class.has("binds") || class.has("noun")
	switch n := r.pastGiver(k + 1); {
	case act == "pact" && (r.clauseBefore(k) < 0 || !r.told(r.clauseBefore(k)) || r.isSubject(k)): // its verb says what became of it
	case class.has("of") && t[k+1].Is("of"):
		r.add(r.clauseBefore(k), k, act, ofForm, k, k+2)
	case binds && t[k+1].Is("of") && r.sum(k+2):
		r.add(r.clauseBefore(k), k, act, ofForm, k, k+2)
	case binds && t[n].Is("that"):
		r.add(r.clauseBefore(k), k, act, nounForm, n+1, n+1)
	case binds && t[n].Is("to", "for") && r.p.Words[n].Pos == parse.Prep && !r.isSubject(k):
		r.add(r.clauseBefore(k), k, act, nounForm, n+1, n+1)
	case binds:
		for j := range r.p.Clauses {
			if d := &r.p.Clauses[j]; d.Verb.From == n && d.Verb.Infinitive && d.Reality <= parse.Planned {
				r.add(j, k, act, nounForm, r.pastTo(d), d.Verb.Head)
			}
		}
	}
}

// told reports whether clause i tells what is so.
func (r *commitmentReader) told(i int) bool { return r.p.Clauses[i].Reality == parse.Told }

// isSubject reports whether token k is of the subject of a clause behind it.
func (r *commitmentReader) isSubject(k int) bool {
	return slices.ContainsFunc(r.p.Clauses, func(c parse.Clause) bool { return c.Subject.Has(k) && c.Verb.From > k && c.Kind <= parse.Adverbial })
}

// pastGiver returns the token behind who gave a promise, k if nobody is named
// there: "a promise (by Vientiane) to", "the promise (given) to".
func (r *commitmentReader) pastGiver(k int) int {
	t := r.s.Tokens
	if w := lex.Look(t[k].Lower); dealLexicon().light[w.Lemma] && w.Form&lex.Participle != 0 {
		k++
	}
	if k >= len(t) || !t[k].Is("by", "from") {
		return k
	}
	n := k + 1
	for n+1 < len(t) && n < k+longestGiver && (r.p.Words[n].Pos == parse.Name || r.p.Words[n].Pos == parse.Noun || r.p.Words[n].Pos == parse.Det || r.p.Words[n].Pos == parse.Adj || t[n].Is("of", "(", ")")) {
		n++
	}
	return n
}

// longestGiver is how many words may name who gave a promise.
const longestGiver = 9

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
		if t[k-1].Is(",") && (t[k].Is("as") && !t[k+1].Is("well") || t[k].Is("according")) {
			end = k // ", as the main channel for their work", ", according to Lima"
		}
	}
	for j := range p.Clauses {
		d := &p.Clauses[j]
		if d.Verb.From <= least || d.Verb.From >= end {
			continue
		}
		start := r.opens(d)
		if i >= 0 && start > least && r.series(r.p.Clauses[i].Parent, j) {
			return start
		}
		if start > least && r.another(i, d, start) {
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
	case parse.Gerund: // "called off the strike after reaching a deal"
		return start > 0 && t[start].Is("after", "before")
	case parse.Infinitive: // "agreed to meet and to share data"
		if i < 0 || !parted || !d.Verb.Infinitive || t[start].Is("but") { // "not only to A but to B"
			return false
		}
		c := &r.p.Clauses[i]
		return c.Kind == parse.Infinitive && d.Hook == c.Hook && d.Parent == c.Parent
	}
	return false
}
