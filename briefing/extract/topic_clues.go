package extract

import (
	"strconv"

	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/weigh"
	lex "example.org/attache/briefing/extract/words"
	"example.org/attache/briefing/lang"
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
func (t *topicGatherer) ofHook(s *sentence, h hook) []weigh.Clue {
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
			add(c.Kind.String() + " of " + verbFamily(s.read.Clauses[c.Parent].Verb.Lemma))
		}
		if c.Hook >= 0 {
			if f := nounFamily(s.read.Words[c.Hook], s.Tokens[c.Hook].Lower); f != "" {
				add(c.Kind.String() + " on " + f)
			}
		}
	}
	if c.Verb.Perfect && c.Verb.Modal == "" {
		add("perfect")
	}
	if committing(s.read, c) {
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

var whoNames = [...]weigh.Clue{unknownRole: "who unknown", allRole: "who all", sideRole: "who side", oneRole: "who one", eventRole: "who event", outsideRole: "who outsider"}

// role says who the subject of a clause is to the meeting.
func (t *topicGatherer) role(s *sentence, c *parse.Clause) weigh.Clue {
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
		known[c.Verb.Head] = whoNames[t.table.party(s, run{c.Subject.From, c.Subject.To}).role]
	}
	return known[c.Verb.Head]
}

// judge adds what a candidate's own words, its sentence and the whole article
// say of it.
func (t *topicGatherer) judge() {
	article := t.ofArticle()
	told, title := t.toldOften()
	sentences := map[*sentence][]weigh.Clue{}
	kept := t.all[:0]
	for _, c := range t.all {
		s := c.sentence
		c.keys = telling(s.Tokens, c.run)
		if len(c.keys) == 0 || t.ruledOut(c) {
			continue
		}
		kept = append(kept, c)
		if sentences[s] == nil {
			sentences[s] = append(t.ofSentence(s), article...)
		}
		t.ofWords(c)
		c.add(sentences[s]...)
		in, most := 0, 0
		for w := range c.keys {
			if title[w] {
				in++
			}
			most = max(most, told[w])
		}
		if in*2 >= len(c.keys) && s.index > 0 {
			c.add("words of the title")
		}
		c.add(weigh.Clue("told again " + strconv.Itoa(min(most, 4))))
	}
	t.all = kept
}

// ruledOut reports whether somebody says that it was not talked about: "We did
// not discuss the dam. They always discuss the dam."
func (t *topicGatherer) ruledOut(c *topicCandidate) bool {
	for _, d := range t.denied {
		if sameWords(c.keys, d) && t.inQuotation(c.sentence.Tokens[c.run.from].Start) {
			return true
		}
	}
	return false
}

// ofArticle says what the whole article tells of.
func (t *topicGatherer) ofArticle() (out []weigh.Clue) {
	for _, x := range t.newsOfTalks() {
		out = append(out, weigh.Clue(x))
	}
	if len(t.findings.Meetings) == 0 {
		out = append(out, "no meeting")
	}
	if len(t.findings.Delegations) == 0 {
		out = append(out, "nobody took part")
	}
	return out
}

// toldOften counts the sentences that have each telling word, and says which
// stand in a headline or in the first sentence.
func (t *topicGatherer) toldOften() (told map[string]int, title map[string]bool) {
	told, title = map[string]int{}, map[string]bool{}
	for _, s := range t.sentences {
		top := s.index == 0 || t.headline(s)
		for w := range telling(s.Tokens, run{0, len(s.Tokens)}) {
			told[w]++
			title[w] = title[w] || top
		}
	}
	return told, title
}

// ofWords says what kind of words a candidate is.
func (t *topicGatherer) ofWords(c *topicCandidate) {
	s, p, r := c.sentence, c.sentence.reading(), c.run
	if !isTopic(s.Tokens, r) {
		c.add("no topic")
	}
	if bareDeal(p, r) {
		c.add("bare deal")
	}
	if t.inQuotation(s.Tokens[r.from].Start) {
		c.add("quoted")
	}
	long := 1
	for long < r.len() {
		long *= 2
	}
	c.add(weigh.Clue("long " + strconv.Itoa(long)))
	h := p.HeadIndex(parse.Run{From: r.from, To: r.to})
	if h < 0 {
		c.add("no head")
	} else {
		c.add(weigh.Clue("head is " + p.Words[h].Pos.String()))
		if f := nounFamily(p.Words[h], s.Tokens[h].Lower); f != "" {
			c.add(weigh.Clue("head " + f))
		}
		for _, k := range headKinds {
			if p.Words[h].Class&k.class != 0 {
				c.add(weigh.Clue("head is " + k.name))
			}
		}
		if h == r.to-1 {
			c.add("ends with head")
		}
	}
	for k := r.from; k < r.to; k++ {
		switch x := p.Words[k].Pos; x {
		case parse.Verb, parse.Name, parse.Modal, parse.Rel, parse.Not:
			c.add(weigh.Clue("has " + x.String()))
		}
	}
}

// headKinds are the classes of nouns that tell most about a topic's head.
var headKinds = classes("all", "time", "amount", "catchall", "relation", "outsider", "team", "month", "weekday", "institution", "topicnoun")

// ofSentence says where a sentence stands and what it tells of.
func (t *topicGatherer) ofSentence(s *sentence) (out []weigh.Clue) {
	add := func(is bool, x weigh.Clue) {
		if is {
			out = append(out, x)
		}
	}
	switch n := len(t.sentences); {
	case t.headline(s):
		add(true, "headline")
	case s.index == 0:
		add(true, "sentence 0")
	case s.index < lead:
		add(true, "lead")
	case 3*s.index < n:
		add(true, "first third")
	case 3*s.index > 2*n:
		add(true, "last third")
	}
	add(s.earlier, "earlier meeting")
	add(otherTime(s.Tokens, run{0, len(s.Tokens)}, t.year), "other time")
	add(t.document.background(s), "background")
	add(s.quoted, "sentence quoted")
	if tellsOfMeeting(s.Tokens) {
		add(true, "meeting told")
	} else {
		add(s.index > 0 && tellsOfMeeting(t.sentences[max(0, s.index-1)].Tokens), "meeting told before")
	}
	return out
}

// tellsOfMeeting reports whether words for a meeting stand in t.
func tellsOfMeeting(t []lang.Token) bool {
	for _, k := range t {
		if w := lex.Look(k.Lower); w.Has(lex.Of("event")) || w.Verb&lex.Of("meets") != 0 {
			return true
		}
	}
	return false
}
