package extract

import (
	"slices"
	"strconv"

	"example.org/attache/briefing/extract/allegiance"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/extract/weigh"
	lex "example.org/attache/briefing/extract/words"
)

// This file names what speaks for a topic or against it.
// assets/lexicon/topicclues.tsv has the weight of each.
//
//	where it hangs       object talks · on discussion · in a clause of wants
//	how real that is     told · denied · perfect · who outsider
//	how it is cut        alone · member of 3 · whole of 1 · example of 2
//	its own words        long 3 · head is time · has verb · no topic
//	its sentence         lead · quoted · meeting told · background
//	the article          talks often · no meeting

// ofHook says where a hook stands.
func (t *topicGatherer) ofHook(s *mention.Sentence, h hook) []weigh.Clue {
	out := h.clues
	add := func(x string) { out = append(out, weigh.Clue(x)) }
	if h.role == "" {
		return out // a rule tells all of that
	}
	add(h.role + " " + h.word)
	c := h.clause
	if c == nil {
		add("no clause")
		return out
	}
	add(c.Reality.String())
	add("clause " + c.Kind.String())
	if h.at != c.Verb.Head && c.Subject.Has(h.at) {
		add("in subject")
	}
	switch c.Kind {
	case parse.Infinitive, parse.Gerund, parse.Participle, parse.Complement:
		if c.Parent >= 0 {
			add(c.Kind.String() + " of " + verbFamily(s.Read.Clauses[c.Parent].Verb.Lemma))
		}
		if c.Hook >= 0 {
			if f := nounFamily(s.Read.Words[c.Hook], s.Tokens[c.Hook].Lower); f != "" {
				add(c.Kind.String() + " on " + f)
			}
		}
	}
	if c.Verb.Perfect && c.Verb.Modal == "" {
		add("perfect")
	}
	if committing(s.Read, c) {
		add("in a commitment")
	}
	return append(out, t.role(s, c))
}

// committing reports whether c hangs in a clause that tells of a commitment:
// "reached an agreement with the aim of ending the raids".
func committing(p *parse.Sentence, c *parse.Clause) bool {
	for c.Parent >= 0 {
		c = &p.Clauses[c.Parent]
		o := p.HeadIndex(p.Object(c))
		if p.Words[c.Verb.Head].Verb&(lex.Of("commits")|lex.Of("settles")|lex.Of("signs")) != 0 || o >= 0 && p.Words[o].Has(lex.Of("deal")) {
			return true
		}
	}
	return false
}

var whoNames = [...]weigh.Clue{seating.UnknownRole: "who unknown", seating.AllRole: "who all", seating.SideRole: "who side", seating.OneRole: "who one", seating.EventRole: "who event", seating.OutsideRole: "who outsider"}

// role says who the subject of a clause is to the meeting.
func (t *topicGatherer) role(s *mention.Sentence, c *parse.Clause) weigh.Clue {
	switch {
	case c.Verb.Passive:
		return "who passive"
	case c.Subject.Empty():
		return "who nobody"
	}
	known := t.roles[s]
	if known == nil {
		known = map[int]weigh.Clue{}
		t.roles[s] = known
	}
	if known[c.Verb.Head] == "" {
		known[c.Verb.Head] = whoNames[t.table.Party(s, clause.Between(c.Subject.From, c.Subject.To)).Role]
	}
	return known[c.Verb.Head]
}

// judge adds what a candidate's own words, its sentence and the whole article
// say of it.
func (t *topicGatherer) judge() {
	article := t.ofArticle()
	title := t.title()
	sentences := map[*mention.Sentence][]weigh.Clue{}
	kept := t.all[:0]
	for _, c := range t.all {
		s := c.sentence
		c.keys = s.Telling(c.run)
		if len(c.keys) == 0 || t.ruledOut(c) {
			continue
		}
		kept = append(kept, c)
		if sentences[s] == nil {
			sentences[s] = append(t.ofSentence(s), article...)
		}
		t.ofWords(c)
		c.add(sentences[s]...)
		if c.keys.Shared(title)*2 >= len(c.keys) && s.Index > 0 {
			c.add("words of the title")
		}
		most := 0
		for _, w := range c.keys {
			most = max(most, t.often()[w])
		}
		c.add(weigh.Clue("told again " + strconv.Itoa(min(most, 4))))
	}
	t.all = kept
}

// ruledOut reports whether somebody says that it was not talked about: "We did
// not discuss the dam. They always discuss the dam."
func (t *topicGatherer) ruledOut(c *topicCandidate) bool {
	for _, d := range t.denied {
		if clause.SameWords(c.keys, d) && t.InQuotation(c.sentence.Tokens[c.run.From].Start) {
			return true
		}
	}
	return false
}

// ofArticle says what the whole article tells of.
func (t *topicGatherer) ofArticle() (out []weigh.Clue) {
	for _, x := range t.NewsOfTalks() {
		out = append(out, weigh.Clue(x))
	}
	if len(t.Findings.Meetings) == 0 {
		out = append(out, "no meeting")
	}
	if len(t.Findings.Delegations) == 0 {
		out = append(out, "nobody took part")
	}
	return out
}

// title returns the telling words of the headlines and of the first sentence.
func (t *topicGatherer) title() clause.Words {
	var stems []string
	for _, s := range t.Sentences {
		if s.Index == 0 || t.Headline(s) {
			stems = append(stems, s.Stems()...)
		}
	}
	return clause.WordsOf(stems)
}

// ofWords says what kind of words a candidate is.
func (t *topicGatherer) ofWords(c *topicCandidate) {
	s, p, r := c.sentence, c.sentence.Reading(), c.run
	if !clause.IsTopic(s.Tokens, r) {
		c.add("no topic")
	}
	if bareDeal(p, r) {
		c.add("bare deal")
	}
	if pointsBackAt(p, r) {
		c.add("points back")
	}
	if saysOf(p, r) {
		c.add("has a clause")
	}
	if t.InQuotation(s.Tokens[r.From].Start) {
		c.add("quoted")
	}
	long := 1
	for long < r.Len() {
		long *= 2
	}
	c.add(weigh.Clue("long " + strconv.Itoa(long)))
	h := p.HeadIndex(parse.Run{From: r.From, To: r.To})
	if h < 0 {
		c.add("no head")
	} else {
		c.add(weigh.Clue("head is " + p.Words[h].Pos.String()))
		if f := nounFamily(p.Words[h], s.Tokens[h].Lower); f != "" {
			c.add(weigh.Clue("head " + f))
		}
		for _, k := range headKinds() {
			if p.Words[h].Class&k.Class != 0 {
				c.add(weigh.Clue("head is " + k.Name))
			}
		}
		if h == r.To-1 {
			c.add("ends with head")
		}
	}
	for k := r.From; k < r.To; k++ {
		switch x := p.Words[k].Pos; x {
		case parse.Verb, parse.Name, parse.Modal, parse.Rel, parse.Not:
			c.add(weigh.Clue("has " + x.String()))
		}
	}
}

// headKinds are the classes of nouns that tell most about a topic's head.
var headKinds = seating.Classes("all", "time", "amount", "catchall", "relation", "outsider", "team", "month", "weekday", "institution", "topicnoun")

// ofSentence says where a sentence stands and what it tells of.
func (t *topicGatherer) ofSentence(s *mention.Sentence) (out []weigh.Clue) {
	add := func(is bool, x weigh.Clue) {
		if is {
			out = append(out, x)
		}
	}
	switch n := len(t.Sentences); {
	case t.Headline(s):
		add(true, "headline")
	case s.Index == 0:
		add(true, "sentence 0")
	case s.Index < allegiance.Lead:
		add(true, "lead")
	case 3*s.Index < n:
		add(true, "first third")
	case 3*s.Index > 2*n:
		add(true, "last third")
	}
	add(s.Earlier, "earlier meeting")
	add(clause.OtherTime(s.Tokens, clause.Between(0, len(s.Tokens)), t.Year), "other time")
	add(t.document.Background(s), "background")
	add(s.Quoted, "sentence quoted")
	if tellsOfMeeting(s) {
		add(true, "meeting told")
	} else {
		add(s.Index > 0 && tellsOfMeeting(t.Sentences[max(0, s.Index-1)]), "meeting told before")
	}
	return out
}

// tellsOfMeeting reports whether words for a meeting stand in s.
func tellsOfMeeting(s *mention.Sentence) bool {
	event, meets := lex.Of("event"), lex.Of("meets")
	return slices.ContainsFunc(s.Reading().Words, func(w parse.Word) bool { return w.Has(event) || w.Verb&meets != 0 })
}

// pointsBackAt reports whether r names by one noun what was told of before: "the
// framework", "its details".
func pointsBackAt(p *parse.Sentence, r clause.Run) bool {
	from := r.From
	if r.Len() == 1 {
		from--
	}
	return r.To-from == 2 && from >= 0 && p.Words[r.To-1].Pos == parse.Noun && (p.Words[from].Pos == parse.Det || p.Words[from].Pos == parse.Poss)
}

// saysOf reports whether r holds a verb with its own subject: "the ministry
// announced".
func saysOf(p *parse.Sentence, r clause.Run) bool {
	for i := range p.Clauses {
		c := &p.Clauses[i]
		if c.Verb.Finite() && c.Kind <= parse.Complement && c.Verb.Head > r.From && c.Verb.Head < r.To && c.Subject.From >= r.From && !c.Subject.Empty() && c.Marker < 0 {
			return true
		}
	}
	return false
}
