package seating

import (
	"slices"
	"strconv"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/allegiance"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/weigh"
	lex "example.org/attache/briefing/extract/words"
)

// Candidate is somebody who may have taken part, with every clue that speaks
// for it or against.
type Candidate struct {
	Person *mention.Person
	Clues  []Clue
	parts  []Part // what the sentences say that the person did
	told   int    // sentences of the news that name the person
}

func (c *Candidate) add(x Clue) {
	if !slices.Contains(c.Clues, x) && len(c.Clues) < mostClues {
		c.Clues = append(c.Clues, x)
	}
}

// mostClues and mostParts keep the cost in step with the length of a text that
// names one person all the time.
const (
	mostClues = 64
	mostParts = 12
)

// ClueWeights returns the measured weights of the clues; the bias is what speaks
// for somebody with none.
var ClueWeights = sync.OnceValue(func() weigh.Weights { return weigh.Read("clues") })

// likely returns how likely it is that somebody with these clues took part, 0
// to 1.
func likely(clues []Clue) float64 { return ClueWeights().Probability(clues) }

// Candidates returns everybody who may have taken part, in order of the text.
func (d *Document) Candidates() []*Candidate {
	of := map[*mention.Person]*Candidate{}
	var out []*Candidate
	for _, p := range d.People {
		if len(p.Mentions) > 0 && d.mayTakePart(p) {
			c := &Candidate{Person: p}
			of[p] = c
			out = append(out, c)
		}
	}
	for _, s := range d.Sentences {
		if !s.Quoted && len(s.Mentions) > 0 {
			d.weigh(s, of)
		}
	}
	out = slices.DeleteFunc(out, func(c *Candidate) bool { // named only where the article goes back to other times
		return c.told == 0 && slices.Contains(c.Clues, "back") ||
			c.told == 1 && slices.Contains(c.Clues, "subject own") // "will meet with his advisers" is all that is told
	})
	d.judge(out)
	return out
}

// weigh adds the clues of one sentence to those whom it names.
func (d *Document) weigh(s *mention.Sentence, of map[*mention.Person]*Candidate) {
	e := &eventReader{d: d, s: s, t: s.Tokens}
	for _, m := range s.Mentions {
		if m.Kind == mention.PersonMention && m.Person != nil {
			e.persons = append(e.persons, m)
		}
	}
	if len(e.persons) == 0 {
		return
	}
	back := d.Background(s)
	e.host = e.setting()
	e.marks = e.sideMarks()
	var r *clueReader
	r = newClueReader(e, func(g group, t tie) {
		for k := g.first; k < g.last; k++ {
			c := of[e.persons[k].Person]
			if c == nil {
				continue
			}
			if back {
				c.add("back")
				continue
			}
			c.add(t.clue())
			if len(c.parts) < mostParts {
				if p, ok := r.part(k, g, t); ok {
					c.parts = append(c.parts, p)
					if p.head {
						d.led = p.person
					}
				}
			}
		}
	})
	r.read()
	if back {
		return
	}
	e.seated()
	e.apposed()
	e.inTurn()
	for _, p := range append(e.out, d.listedAfter(s)...) {
		if c := of[p.person]; c != nil {
			c.add("listed")
			c.parts = append(c.parts, p)
		}
	}
	d.named(r, of)
}

// named adds what a sentence of the news says of everybody whom it names.
func (d *Document) named(r *clueReader, of map[*mention.Person]*Candidate) {
	e, s := r.eventReader, r.s
	talk, _ := r.talks()
	gone := clause.OtherTime(s.Tokens, clause.Between(0, len(s.Tokens)), d.mainYear())
	at := map[string]bool{} // the sides of those whom the sentence names
	for _, m := range e.persons {
		at[m.Person.Side] = true
	}
	delete(at, "")
	for _, m := range e.persons {
		c := of[m.Person]
		if c == nil || d.InQuotation(m.Start) {
			continue
		}
		c.told++
		if s.Earlier {
			c.add("earlier meeting")
		}
		if gone {
			c.add("a while ago")
		}
		if m.Opposite {
			c.add("counterpart")
		}
		if s.Index == 0 {
			c.add("sentence 0")
		}
		if s.Index < allegiance.Lead {
			c.add("lead")
		}
		if !talk {
			continue
		}
		c.add("beside talk")
		if len(at) > 1 || len(at) == 1 && !at[m.Person.Side] {
			c.add("beside side")
		}
	}
}

// talks reports whether the sentence tells of a meeting, and whether of one
// that is only asked for, offered or refused.
func (r *clueReader) talks() (told, wanted bool) {
	for i := range r.t {
		if r.nouns[i] != "talk" && r.verbs[i] != "meets" || r.own(i) {
			continue
		}
		if r.denied(i) || r.wanted(i) {
			wanted = true
		} else {
			told = true
		}
	}
	return told, wanted
}

// unreal are the classes of words after which a meeting is only wished for.
var unreal = lex.Later("bid", "asks", "wants", "fails", "doubts", "lets")

// wanted reports whether words right before token i ask for what it names.
func (r *clueReader) wanted(i int) bool {
	for k := max(0, i-5); k < i; k++ {
		w := lex.Look(r.t[k].Lower)
		if (w.Class|w.Verb)&unreal() != 0 {
			return true
		}
	}
	return false
}

// judge adds what the whole article says of each candidate.
func (d *Document) judge(all []*Candidate) {
	table := d.AtTable()
	news := d.NewsOfTalks()
	meets := d.finder().reported()
	highest, most := map[string]int{}, 0
	for _, c := range all {
		r := mention.Vocab().RankOf(c.Person.Title)
		if h, ok := highest[c.Person.Side]; !ok || r < h {
			highest[c.Person.Side] = r
		}
		most = max(most, c.told)
	}
	for _, c := range all {
		p, rank := c.Person, mention.Vocab().RankOf(c.Person.Title)
		has := func(x Clue) bool { return slices.Contains(c.Clues, x) }
		for _, f := range []struct {
			name Clue
			is   bool
		}{
			{"meets", meets},
			{"highest of side", p.Side != "" && p.Title != "" && rank == highest[p.Side]},
			{"most told", c.told == most && most > 1},
			{"high in lead", has("lead") && rank < 4},
			{"spoke beside talk", has("beside talk") && (has("subject utters") || has("subject says"))},
			{"no office", p.Title == ""},
			{"no side", p.Side == ""},
			{"side at table", slices.Contains(table, p.Side)},
			{"negotiator", titledNegotiator(p.Title)},
			{"short name", len(p.Key) < 2},
			{Clue("told " + strconv.Itoa(min(c.told, 4))), true},
			{Clue("office " + strconv.Itoa(rank)), true},
		} {
			if f.is {
				c.add(f.name)
			}
		}
		for _, x := range news {
			c.add(x)
		}
	}
}

// talkWords are the classes of words for a meeting.
var talkWords = lex.Later("talk", "meets")

// namesTalk reports whether a word for a meeting stands in s.
func namesTalk(s *mention.Sentence) bool {
	return slices.ContainsFunc(s.Reading().Words, func(w parse.Word) bool { return (w.Class|w.Verb)&talkWords() != 0 })
}

// NewsOfTalks returns whether the head of the article tells of a meeting, how
// much of the article does, and whether more of it only asks for one.
func (d *Document) NewsOfTalks() (out []Clue) {
	if d.news != nil {
		return d.news
	}
	told, wanted, early := 0, 0, false
	for _, s := range d.Sentences {
		if !namesTalk(s) {
			continue
		}
		r := newClueReader(&eventReader{d: d, s: s, t: s.Tokens}, nil)
		is, want := r.talks()
		if is {
			told++
			early = early || s.Index < allegiance.Lead
		}
		if want {
			wanted++
		}
	}
	out = []Clue{}
	if early {
		out = append(out, "early talks")
	}
	if wanted > told {
		out = append(out, "talks wanted")
	}
	switch {
	case told*3 >= len(d.Sentences):
		out = append(out, "talks often")
	case told*8 < len(d.Sentences):
		out = append(out, "talks seldom")
	}
	d.news = out
	return out
}

// Takes is the likelihood from which on somebody is taken to have taken part.
const Takes = .5

// participants returns the parts of those who took part, in order of the text.
func (d *Document) participants() []Part {
	var out []Part
	for _, c := range d.Candidates() {
		sure := likely(c.Clues)
		if sure < Takes {
			continue
		}
		for _, p := range c.Seats() {
			p.sure = sure
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b Part) int { return a.Mention.Start - b.Mention.Start })
	return out
}

// Seats returns the parts of a candidate, at least one.
func (c *Candidate) Seats() []Part {
	parts := c.parts
	if len(parts) == 0 {
		parts = []Part{{Mention: c.Person.Mentions[0], rule: "delegation.told"}}
	}
	for i := range parts {
		parts[i].person = c.Person
	}
	return parts
}

// seatRules are the rules by the class of what a name hangs on.
var seatRules = map[string]briefing.RuleID{
	"meets": "delegation.met", "talk": "delegation.met", "holds talk": "delegation.met", "phone": "delegation.met", "holds phone": "delegation.met", "calls": "delegation.met",
	"hosts": "delegation.hosted", "attends": "delegation.took-part", "leads": "delegation.led", "includes": "delegation.included", "joins": "delegation.accompanied",
	"goes": "delegation.visit", "visit": "delegation.visit", "holds visit": "delegation.visit", "signs": "delegation.by", "deal": "delegation.by",
	"discusses": "delegation.discussed", "settles": "delegation.discussed", "tells": "delegation.discussed", "represents": "delegation.took-part", "sends": "delegation.took-part",
}
