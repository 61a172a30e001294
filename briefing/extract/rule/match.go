package rule

import (
	"strings"

	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/words"
	"example.org/attache/briefing/lang"
)

// Match is a rule that fired.
type Match struct {
	Rule    *Rule
	At      int           // the token it hangs on
	Clause  *parse.Clause // of the verb, or in which the noun stands; may be nil
	Reality parse.Reality
	Roles   map[string]parse.Run
}

// Near is a rule whose trigger stood there and that did not fire.
type Near struct {
	Rule *Rule
	At   int
	Why  string // the first condition that failed
}

// Known answers what a rule cannot see in the sentence: whether the words of
// a run are of a kind ("table", "person"). What is not known is not.
type Known func(s *parse.Sentence, r parse.Run, kind string) bool

// Set is rules ready to match.
type Set struct {
	Rules []*Rule
	verbs map[string][]*Rule
	nouns map[string][]*Rule // by word
	class []*Rule            // by class
}

// NewSet returns a set of rules.
func NewSet(rules []*Rule) *Set {
	s := &Set{Rules: rules, verbs: map[string][]*Rule{}, nouns: map[string][]*Rule{}}
	for _, r := range rules {
		for _, v := range r.Verbs {
			s.verbs[v] = append(s.verbs[v], r)
		}
		for w := range r.Nouns.words {
			s.nouns[w] = append(s.nouns[w], r)
		}
		if r.Nouns.class != 0 {
			s.class = append(s.class, r)
		}
	}
	return s
}

// Find returns the rules that fire in a sentence, in the order of the words
// they hang on. The near misses go to near unless it is nil.
func (set *Set) Find(s *parse.Sentence, known Known, near func(Near)) (out []Match) {
	try := func(r *Rule, m *matcher) {
		if why := m.fits(r); why == "" {
			out = append(out, Match{Rule: r, At: m.at, Clause: m.clause, Reality: m.real, Roles: m.roles})
		} else if near != nil {
			near(Near{r, m.at, why})
		}
	}
	for i := range s.Clauses {
		c := &s.Clauses[i]
		for _, r := range set.verbs[c.Verb.Lemma] {
			try(r, &matcher{s: s, known: known, clause: c, index: i, at: c.Verb.Head, real: c.Reality})
		}
	}
	for i := range s.Words {
		if p := s.Words[i].Pos; p != parse.Noun && p != parse.Name {
			continue
		}
		rules := set.nouns[s.Tokens[i].Lower]
		for _, r := range set.class {
			if s.Words[i].Class&r.Nouns.class != 0 {
				rules = append(rules[:len(rules):len(rules)], r)
			}
		}
		if len(rules) == 0 {
			continue
		}
		c, k := clauseOf(s, i)
		for _, r := range rules {
			m := &matcher{s: s, known: known, clause: c, index: k, at: i, noun: true}
			m.real = nounReality(s, c, i)
			try(r, m)
		}
	}
	return out
}

// clauseOf returns the innermost clause whose subject, or whose words behind
// the verb, hold token i.
func clauseOf(s *parse.Sentence, i int) (*parse.Clause, int) {
	for k := len(s.Clauses) - 1; k >= 0; k-- {
		c := &s.Clauses[k]
		if c.Rest.Has(i) || c.Subject.Has(i) && c.Kind != parse.Infinitive {
			return c, k
		}
	}
	return nil, -1
}

// nounReality is how real what a noun names is: talks that "did not end" were
// held, talks that "were not held" were not.
func nounReality(s *parse.Sentence, c *parse.Clause, i int) parse.Reality {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		switch p := s.Words[k].Pos; {
		case s.Tokens[k].Is("no", "without", "neither", "any"):
			return parse.Denied
		case p == parse.Verb || p == parse.Prep || p == parse.Mark:
			k = -1
		}
	}
	if c == nil {
		return parse.Told
	}
	if c.Rest.Has(i) && c.Reality == parse.Denied && words.In(c.Verb.Lemma, "doubts") {
		return parse.Denied
	}
	if s.Words[i].Has(words.Of("event")) && c.Reality != parse.Denied {
		return min(c.Reality, parse.Planned)
	}
	return c.Reality
}

// matcher tries a rule at one place.
type matcher struct {
	s      *parse.Sentence
	known  Known
	clause *parse.Clause
	index  int // of clause
	at     int
	noun   bool
	real   parse.Reality
	roles  map[string]parse.Run
}

// fits returns "" if the rule fires, else what stood in the way.
func (m *matcher) fits(r *Rule) string {
	if !r.real[m.real] {
		return "real: it is " + m.real.String()
	}
	m.roles = make(map[string]parse.Run, len(r.frame))
	for _, f := range r.frame {
		run := m.find(f.places)
		if run.Empty() {
			if !f.optional {
				return "frame: no " + f.role + " at " + strings.Join(f.places, "|")
			}
			continue
		}
		m.roles[f.role] = run
	}
	for i := range r.conditions {
		if c := &r.conditions[i]; m.holds(c) == c.not {
			return c.line
		}
	}
	return ""
}

func (m *matcher) find(places []string) parse.Run {
	var prepositions []string
	for _, p := range places {
		switch p {
		case "subject", "object", "surface", "that", "to", "front":
			if r := m.place(p); !r.Empty() {
				return r
			}
		default:
			prepositions = append(prepositions, p)
		}
	}
	if len(prepositions) == 0 {
		return parse.Run{}
	}
	if m.noun {
		r := m.behindNoun(prepositions)
		if c := m.clause; r.Empty() && c != nil && c.Verb.Passive && c.Subject.Has(m.at) && m.at == m.s.HeadIndex(c.Subject) {
			r = m.s.After(c, prepositions...) // "a decision was taken on the price"
		}
		return r
	}
	return m.s.After(m.clause, prepositions...)
}

// place returns the words at a function of the clause, as if it were active.
func (m *matcher) place(p string) parse.Run {
	s, c := m.s, m.clause
	if m.noun {
		return m.nounPlace(p)
	}
	passive := c.Verb.Passive || c.Kind == parse.Participle && c.Verb.Form&words.Ing == 0
	switch p {
	case "subject":
		if passive {
			return s.After(c, "by")
		}
		if c.Kind == parse.Infinitive && c.Hook >= 0 && s.Words[c.Hook].Has(words.Of("event")) && s.Words[c.Hook].Pos == parse.Noun {
			return parse.Run{From: c.Hook, To: c.Hook + 1} // "talks to settle"
		}
		return c.Subject
	case "object":
		if !passive {
			return s.Object(c)
		}
		if c.Verb.Passive {
			return c.Subject
		}
		return nounBefore(s, c.Verb.From)
	case "surface":
		return c.Subject
	case "to":
		if r := m.infinitive(c.Verb.Head); !r.Empty() {
			return r
		}
		return s.After(c, "to") // "committed to opening"
	case "that":
		return m.thatClause()
	case "front":
		return m.front()
	}
	return parse.Run{}
}

// front returns what a sentence begins with before its subject, up to the
// comma: "On fish, she said".
func (m *matcher) front() parse.Run {
	s, c := m.s, m.clause
	for k := 0; k < c.Subject.From; k++ {
		if s.Tokens[k].Lower == "," {
			return parse.Run{From: 0, To: k}
		}
	}
	return parse.Run{}
}

// infinitive returns the infinitive that hangs on the verb, or on its object,
// with all that follows it.
func (m *matcher) infinitive(head int) parse.Run {
	s := m.s
	for j := m.index + 1; j < len(s.Clauses); j++ {
		d := &s.Clauses[j]
		if d.Kind != parse.Infinitive || d.Parent != m.index {
			if d.Verb.From > m.clause.Rest.To {
				break
			}
			continue
		}
		if m.noun && d.Hook != head {
			continue
		}
		return s.Trim(parse.Run{From: d.Verb.From, To: m.clause.Rest.To})
	}
	return parse.Run{}
}

// thatClause returns the clause that hangs on the verb, without its mark.
func (m *matcher) thatClause() parse.Run {
	s := m.s
	for j := m.index + 1; j < len(s.Clauses); j++ {
		d := &s.Clauses[j]
		if d.Kind == parse.Complement && d.Parent == m.index && !d.Subject.Empty() {
			return s.Trim(parse.Run{From: d.Subject.From, To: m.clause.Rest.To})
		}
	}
	return parse.Run{}
}

// nounBefore returns the noun phrase that ends right before token i.
func nounBefore(s *parse.Sentence, i int) parse.Run {
	to := i
	for to > 0 && (s.Words[to-1].Pos == parse.Mark || s.Words[to-1].Pos == parse.Adv) {
		to--
	}
	from := to
	for from > 0 && nominal(s.Words[from-1].Pos) {
		from--
	}
	return parse.Run{From: from, To: to}
}

func nominal(p parse.Pos) bool { return p <= parse.Num || p == parse.Poss }

// nounPlace returns what a noun has beside it: subject is the clause's.
func (m *matcher) nounPlace(p string) parse.Run {
	s := m.s
	switch p {
	case "subject":
		if m.clause != nil && m.clause.Rest.Has(m.at) {
			return m.clause.Subject
		}
		return nounBefore(s, m.at)
	case "to":
		for j := range s.Clauses {
			if d := &s.Clauses[j]; d.Kind == parse.Infinitive && d.Hook >= m.at && d.Verb.From > m.at {
				for k := m.at + 1; k < d.Verb.From; k++ { // "talks in Lima to end the raids"
					if q := s.Words[k].Pos; q == parse.Verb || q == parse.Mark || q == parse.Sub || q == parse.Conj {
						return parse.Run{}
					}
				}
				return s.Trim(parse.Run{From: d.Verb.From, To: m.limit()})
			}
		}
	case "object":
		if m.clause != nil {
			return s.Object(m.clause)
		}
	}
	return parse.Run{}
}

// limit returns where the words around the noun end: before the verb whose
// subject it is in, or with the clause.
func (m *matcher) limit() int {
	s := m.s
	to := len(s.Tokens)
	if m.clause != nil {
		if m.clause.Subject.Has(m.at) && m.clause.Verb.From > m.at {
			return m.clause.Subject.To
		}
		to = m.clause.Rest.To
	}
	return to
}

// behindNoun returns what follows a preposition that hangs on the noun: "talks
// with Peru on fish", up to where the noun's phrase ends.
func (m *matcher) behindNoun(prepositions []string) parse.Run {
	s := m.s
	to := m.limit()
	for k := m.at + 1; k < to; k++ {
		p := s.Words[k].Pos
		switch {
		case s.Tokens[k].Is(prepositions...) && (p == parse.Prep || p == parse.Adj):
			if k+1 < to && !timely(s, k+1) {
				return s.Trim(parse.Run{From: k + 1, To: to})
			}
		case p == parse.Verb && s.Tokens[k].Is("aimed", "centred", "centered", "focused", "focusing", "held", "dedicated", "devoted", "focussed", "scheduled"):
		case p == parse.Verb || p == parse.Aux || p == parse.Modal || p == parse.Sub || p == parse.Rel || p == parse.To:
			return parse.Run{}
		case p == parse.Mark && !s.Tokens[k].Is("(", ")", "-", "“", "”"):
			return parse.Run{}
		}
	}
	return parse.Run{}
}

// timely reports whether a time begins at token k: "talks on Monday".
func timely(s *parse.Sentence, k int) bool {
	t := s.Tokens[k]
	if strings.HasSuffix(t.Lower, "-month") || strings.HasSuffix(t.Lower, "-day") || strings.HasSuffix(t.Lower, "-year") || strings.HasSuffix(t.Lower, "-week") {
		return true
	}
	return s.Words[k].Has(words.Of("weekday")|words.Of("month")) || t.Kind == lang.Number && k+1 < len(s.Tokens) && s.Words[k+1].Has(words.Of("month")) ||
		t.Is("the", "that") && k+1 < len(s.Tokens) && (s.Words[k+1].Has(words.Of("time")) || s.Tokens[k+1].Is("sidelines", "sideline", "margins", "fringes", "eve", "basis", "occasion", "condition", "grounds"))
}

// is reports whether the words of r are of a kind: event, name, open and
// missing are told from the sentence, all others are asked of the caller.
func (m *matcher) is(r parse.Run, kind string) bool {
	s := m.s
	switch kind {
	case "missing":
		return r.Empty()
	case "event":
		h := s.HeadIndex(r)
		return h >= 0 && s.Words[h].Has(words.Of("event"))
	case "name": // "the Chamber of Trade"
		for k := r.From; k < r.To; k++ {
			if p := s.Words[k].Pos; p != parse.Name && p != parse.Det && p != parse.Poss && !s.Tokens[k].Is("of", "and", "for") {
				return false
			}
		}
		return !r.Empty()
	case "open": // nothing was settled: a denial in the words or right before them
		for k := max(0, r.From-6); k < r.To; k++ {
			if w := s.Words[k]; w.Has(words.Of("denies")) || w.Verb&words.Of("fails") != 0 || w.Has(words.Of("fails")) {
				return true
			}
		}
		return false
	}
	return m.known(s, r, kind)
}

// verbIs reports what the clause of a verb is: reduced ("issues raised"),
// loose (an infinitive, gerund or participle that does not hang on a meeting or
// a plan), quoted by nothing else.
func (m *matcher) verbIs(kind string) bool {
	c := m.clause
	switch {
	case c == nil:
		return false
	case kind == "pledged":
		return m.under("commits")
	case m.noun:
		return false
	}
	switch kind {
	case "willing":
		return c.Kind == parse.Infinitive && c.Hook >= 0 && m.s.Words[c.Hook].Has(words.Of("willing"))
	case "reduced":
		return c.Kind == parse.Participle && c.Verb.Form&words.Ing == 0
	case "passive":
		return c.Verb.Passive
	case "relative":
		return c.Kind == parse.Relative && c.Marker < 0 || c.Kind == parse.Relative && c.Subject.From > c.Marker
	case "perfect":
		return c.Verb.Perfect
	case "loose":
		return m.loose()
	case "will":
		return c.Verb.Modal == "will" || c.Verb.Modal == "shall" || c.Verb.Modal == "be to"
	case "would":
		return c.Verb.Modal == "would"
	}
	return false
}

// under reports whether the clause hangs in one with a verb of a class: "agreed
// to discuss".
func (m *matcher) under(class string) bool {
	c := m.clause
	for steps := 0; c.Parent >= 0 && c.Kind >= parse.Infinitive && steps < 8; steps++ {
		c = &m.s.Clauses[c.Parent]
		if m.s.Words[c.Verb.Head].Verb&words.Of(class) != 0 {
			return true
		}
	}
	return false
}

// named reports whether the noun is part of a name: "the Conference on Trade".
func (m *matcher) named() bool { return m.s.Words[m.at].Pos == parse.Name && m.at > 0 }

func (m *matcher) loose() bool {
	c := m.clause
	if c.Kind < parse.Infinitive {
		return false
	}
	if c.Parent < 0 {
		return c.Kind != parse.Participle
	}
	p := &m.s.Clauses[c.Parent]
	if c.Hook >= 0 && c.Hook < len(m.s.Words) && c.Hook > p.Verb.Head {
		if w := m.s.Words[c.Hook]; w.Has(words.Of("event")) {
			return false
		} else if w.Pos == parse.Adj && w.Has(words.Of("wants")) {
			return false // "due to review"
		}
	}
	v := m.s.Words[p.Verb.Head].Verb
	return !(v&words.Of("gathers") != 0 || v&words.Of("begins") != 0 || v&words.Of("wants") != 0 && v&words.Of("commits") == 0)
}

// holds reports whether a condition, taken as "needs", is met.
func (m *matcher) holds(c *condition) bool {
	r, ok := m.roles[c.target]
	if !ok {
		r = m.find([]string{c.target})
	}
	switch {
	case c.target == "sentence":
		r = parse.Run{To: len(m.s.Tokens)}
	case c.target == "clause" && m.clause != nil:
		r = parse.Run{From: min(m.clause.Verb.From, max(m.clause.Subject.From, 0)), To: m.clause.Rest.To}
	}
	s := m.s
	switch c.op {
	case "is":
		for _, kind := range c.kinds {
			if c.target == "verb" || c.target == "noun" {
				if m.verbIs(kind) || kind == "named" && m.named() {
					return true
				}
				continue
			}
			if m.is(r, kind) {
				return true
			}
		}
		return false
	case "has":
		for k := r.From; k < r.To; k++ {
			if c.words.has(s, k) {
				return true
			}
		}
		return false
	case "head":
		h := s.HeadIndex(r)
		return h >= 0 && c.words.has(s, h)
	case "begins":
		return !r.Empty() && c.words.has(s, r.From)
	}
	return false
}
