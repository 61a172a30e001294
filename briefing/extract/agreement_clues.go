package extract

import (
	"strconv"

	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/extract/weigh"
	lex "example.org/attache/briefing/extract/words"
	"example.org/attache/briefing/lang"
)

// This file names what speaks for or against a commitment. The weight of each
// clue is measured (assets/lexicon/dealclues.tsv); none is decided here.

// dealClues gathers the clues of one commitment.
type dealClues struct {
	*agreementFinder
	x     *commitment
	t     []lang.Token
	p     *parse.Sentence
	own   *parse.Clause // whose words they are
	binds *parse.Clause // whose verb binds; the same where a clause tells itself
	found []weigh.Clue
}

func (c *dealClues) add(name string, is bool) {
	if is {
		c.found = append(c.found, weigh.Clue(name))
	}
}

// cluesOf returns the clues of a commitment; second reports that its sentence
// tells another before it.
func (g *agreementFinder) cluesOf(x *commitment, second bool) []weigh.Clue {
	c := &dealClues{agreementFinder: g, x: x, t: x.sentence.Tokens, p: x.sentence.Reading()}
	if x.clause >= 0 {
		c.own = &c.p.Clauses[x.clause]
		c.binds = c.own
	}
	if b := c.p.ClauseAt(x.at); b != nil {
		c.binds = b
	}
	c.add("form "+string(x.form), true)
	c.add("act "+or(x.act), true)
	c.add(string(x.form)+" "+or(x.act), true)
	c.add("second in sentence", second)
	if c.own != nil {
		c.ofVerbs()
		c.ofObject()
	}
	c.ofSubject()
	c.ofWords()
	c.ofPlace()
	c.ofTime()
	c.ofDeals()
	return c.found
}

// or returns the name of a class, "other" for none.
func or(class string) string {
	if class == "" {
		return "other"
	}
	return class
}

// ofVerbs adds what the verb says that binds, that of the words bound, and what
// both hang in.
func (c *dealClues) ofVerbs() {
	own, binds := c.own, c.binds
	refrains := own != binds && own.Verb.Negated && !binds.Verb.Negated // "agreed not to show the map" denies nothing
	c.add("refrains", refrains)
	c.add("reality "+own.Reality.String(), !refrains)
	c.add("modal "+own.Verb.Modal, own.Verb.Modal != "")
	c.add("perfect", own.Verb.Perfect)
	c.add("had", own.Verb.Perfect && c.aux(own, "had"))
	c.add("passive", own.Verb.Passive)
	c.add("clause "+own.Kind.String(), true)
	c.add("verb "+binds.Verb.Lemma, true)
	if own != binds {
		c.add("bound "+binds.Reality.String(), true)
		c.add("bound modal "+binds.Verb.Modal, binds.Verb.Modal != "")
		c.add("bound perfect", binds.Verb.Perfect)
		c.add("bound had", binds.Verb.Perfect && c.aux(binds, "had"))
		c.add("bound negated", binds.Verb.Negated)
		c.add("bound clause "+binds.Kind.String(), true)
		c.add("does "+or(dealLexicon().verbs[own.Verb.Lemma]), true)
		c.add("does verb "+own.Verb.Lemma, true)
	}
	around := clause.Between(max(0, binds.Verb.From-1), min(binds.Verb.To+1, len(c.t)))
	if c.x.form == planForm {
		c.add("ready "+c.t[binds.Verb.Head].Lower, binds.Verb.Lemma != "be")
		c.add("ready "+c.t[max(0, own.Hook)].Lower, binds.Verb.Lemma == "be")
	}
	c.add("also", around.Any(c.t, "also"))
	if binds.Parent >= 0 {
		up := c.p.Clauses[binds.Parent].Verb
		class := dealLexicon().verbs[up.Lemma]
		if class == "" && c.p.Words[up.Head].Verb&lex.Of("says") != 0 {
			class = "says"
		}
		c.add("under "+or(class), true)
	}
}

// aux reports whether an auxiliary stands in the verb of a clause.
func (c *dealClues) aux(x *parse.Clause, word string) bool {
	return clause.Between(x.Verb.From, x.Verb.To).Any(c.t, word)
}

// ofObject adds what kind of thing is agreed, signed or done to.
func (c *dealClues) ofObject() {
	r := c.p.Object(c.own)
	if x := c.x; x.form == objectForm || x.form == onForm {
		r = parse.Run{From: x.run.From, To: x.run.To}
	}
	h := c.p.HeadIndex(r)
	if h < 0 {
		return
	}
	c.add("object word "+c.t[h].Lower, !c.t[h].Capital())
	kind := dealLexicon().nouns[c.t[h].Lower]
	switch w := c.p.Words[h]; {
	case w.Has(lex.Of("deal")):
		kind = "deal"
	case w.Has(lex.Of("talk") | lex.Of("event")):
		kind = "talk"
	}
	c.add("object is "+or(kind), true)
	c.add(or(c.x.act)+" "+or(kind), kind != "")
}

// roleNames name the roles of parties as clues do.
var roleNames = [...]string{seating.UnknownRole: "unknown", seating.AllRole: "all", seating.SideRole: "side", seating.OneRole: "one", seating.EventRole: "event", seating.OutsideRole: "outside"}

// ofSubject finds who is bound and adds what they are to the meeting.
func (c *dealClues) ofSubject() {
	x := c.x
	if c.binds == nil || c.binds.Subject.Empty() {
		c.add("subject none", true)
		if x.opener == nil {
			x.who = c.table.Party(x.sentence, clause.Between(0, len(c.t)))
		}
		return
	}
	b := c.binds
	r := clause.Between(b.Subject.From, b.Subject.To)
	x.who = c.seat(c.table.Party(x.sentence, r))
	role := roleNames[x.who.Role]
	joint := x.who.Role == seating.AllRole && c.joint(c.t, r) && !c.ofSpeaker(x)
	c.add("subject "+role, true)
	c.add(string(x.form)+" by "+role, true)
	c.add("subject person", x.who.Person != nil)
	c.add("subject pronoun", r.Len() <= 2 && r.Has(c.t, clause.Pronouns))
	c.add("subject joint", joint)
	if h := c.p.HeadIndex(b.Subject); h >= 0 {
		c.add("subject deal", c.p.Words[h].Has(lex.Of("deal")))
		c.add("subject talk", c.p.Words[h].Has(lex.Of("talk")|lex.Of("event")))
		c.add("subject word "+c.t[h].Lower, !c.t[h].Capital() || h == 0)
		noun := dealLexicon().nouns[c.t[h].Lower]
		c.add("subject "+noun, noun != "")
	}
	c.add("another talk", c.tells(r, "another") && c.talk(r))
	c.add("subject relative", r.Has(c.t, clause.Relatives))
	c.add("stands", c.stands(x))
	will := x.form == willForm && b.Verb.Modal != "would"
	c.add("joint will", joint && will)
	c.add("joint will told on", joint && will && x.sentence.Index > 1 && !x.sentence.Quoted)
	c.add("joint would", joint && x.form == willForm && !will)
	c.add("side will", x.who.Role == seating.SideRole && will)
	c.add("preview will", c.ahead && will)
	c.add("preview side will", c.ahead && will && x.who.Role == seating.SideRole)
	meets := x.act == "meet" && (x.form == willForm || x.form == planForm)
	c.add("lead meets", meets && x.sentence.Index < 2) // the meeting itself
	c.add("preview meets", meets && c.ahead)
}

// tells reports whether a word of r is a clue of a name.
func (c *dealClues) tells(r clause.Run, name string) bool {
	for k := r.From; k < r.To; k++ {
		for _, n := range dealLexicon().clues[c.t[k].Lower] {
			if n == name {
				return true
			}
		}
	}
	return false
}

// talk reports whether r names a meeting.
func (c *dealClues) talk(r clause.Run) bool {
	for k := r.From; k < r.To; k++ {
		if c.p.Words[k].Has(lex.Of("talk")) {
			return true
		}
	}
	return false
}

// longest is how many words of a commitment, from its first, say what it is.
const longest = 12

// ofWords adds what the words of the commitment hold.
func (c *dealClues) ofWords() {
	x, r := c.x, c.x.run
	shown := c.wording(x)
	c.add("sentence "+strconv.Itoa(min(8, len(c.t)/7)), true)
	c.add("tells "+strconv.Itoa(min(9, len(x.sentence.Telling(shown)))), true)
	c.add("many words", r.Len() > 25)
	c.add("points back", pointsBack(c.t, r))
	c.add("scant", scant(c.t, r))
	names := map[string]bool{}
	number, deal, paper := false, false, false
	for k := r.From; k < r.To; k++ {
		for _, n := range dealLexicon().clues[c.t[k].Lower] {
			names[n] = true
		}
		w := c.p.Words[k]
		number = number || c.t[k].Kind == lang.Number
		deal = deal || w.Has(lex.Of("deal"))
		paper = paper || k < r.From+longest && (w.Has(lex.Of("deal")) || dealLexicon().nouns[c.t[k].Lower] == "paper")
	}
	for _, n := range dealLexicon().names {
		c.add("words "+n, names[n])
	}
	talk := c.talk(r)
	c.add("words deal", deal)
	c.add("words talk", talk)
	c.add("next talk", talk && names["another"])
	c.add("number", number)
	c.add("paper "+or(x.act), paper && x.form != toForm && x.form != willForm)
	c.add("sum "+or(x.act), names["sum"])
}

// ofPlace adds where in the article the commitment stands, and what the article
// is.
func (c *dealClues) ofPlace() {
	s := c.x.sentence
	c.add("quoted", s.Quoted)
	c.add("in quotation", !s.Quoted && c.InQuotation(c.t[c.x.run.From].Start))
	c.add("first sentence", s.Index == 0)
	c.add("early", s.Index > 0 && s.Index < 4)
	c.add("late", s.Index > 20)
	c.add("meets", c.Meets)
	c.add("preview", c.ahead)
	c.add("sides "+strconv.Itoa(min(3, len(c.table.Sides))), true)
	c.add("no quotations", len(c.Quotations) == 0)
	c.add("short article", len(c.Sentences) < 12)
	c.add("long article", len(c.Sentences) > 35)
	own := s.Telling(c.x.run)
	often, lead := 0, own.Shared(c.lead)
	for _, w := range own {
		if c.often()[w] > 2 {
			often++
		}
	}
	c.add("often said", often*2 > len(own))
	c.add("quoted "+string(c.x.form), s.Quoted || c.InQuotation(c.t[c.x.run.From].Start))
	c.add("lead says it", s.Index > 1 && lead > 1 && lead*2 >= len(own))
}

// ofTime adds whether the sentence tells of now.
func (c *dealClues) ofTime() {
	all := clause.Between(0, len(c.t))
	c.add("in year", inYear(c.t, all))
	c.add("earlier meeting", c.x.sentence.Earlier)
	c.add("past", c.tells(all, "past"))
	c.add("beside talk", c.talk(all))
}

// near is how many sentences behind a deal tell of it.
const near = 2

// ofDeals adds what the sentences before have told: what the sides will do is
// of a deal that was told, and "in return" answers one.
func (c *dealClues) ofDeals() {
	form, s := string(c.x.form), c.x.sentence
	told := len(c.deals) > 0
	c.add("deal told "+form, told)
	c.add("deal just told "+form, told && s.Index-c.deals[len(c.deals)-1] <= near)
	c.add("several deals told", len(c.deals) > 2)
	opener := false
	for n := range min(longestOpener, len(c.t)) {
		opener = opener || dealLexicon().opener[lower(c.t[:n+1])]
	}
	c.add("opener", opener)
	c.add("opener "+form, opener)
}

// longestOpener is how many words "as part of the" may have.
const longestOpener = 4

// lower returns words as the lexicon has them.
func lower(t []lang.Token) string {
	out := ""
	for i := range t {
		if i > 0 {
			out += " "
		}
		out += t[i].Lower
	}
	return out
}
