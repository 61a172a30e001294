package extract

import (
	"math"
	"slices"
	"strconv"
	"sync"

	"example.org/attache/briefing"
	lex "example.org/attache/briefing/extract/words"
)

// candidate is somebody who may have taken part, with every clue that speaks
// for it or against.
type candidate struct {
	person *person
	clues  []clue
	parts  []part // what the sentences say that the person did
	told   int    // sentences of the news that name the person
}

func (c *candidate) add(x clue) {
	if !slices.Contains(c.clues, x) && len(c.clues) < mostClues {
		c.clues = append(c.clues, x)
	}
}

// mostClues and mostParts keep the cost in step with the length of a text that
// names one person all the time.
const (
	mostClues = 64
	mostParts = 12
)

// clueWeights returns the measured weights of the clues; "bias" is what
// speaks for somebody with none.
var clueWeights = sync.OnceValue(func() map[clue]float64 {
	m := map[clue]float64{}
	for _, row := range rows("clues") {
		if len(row) > 1 {
			m[clue(row[0])], _ = strconv.ParseFloat(row[1], 64)
		}
	}
	return m
})

// likely returns how likely it is that somebody with these clues took part, 0
// to 1.
func likely(clues []clue) float64 { return sigmoid(clueWeights(), clues) }

// sigmoid returns the logistic function of the sum of the clues' weights.
func sigmoid(weights map[clue]float64, clues []clue) float64 {
	z := weights["bias"]
	for _, c := range clues {
		z += weights[c]
	}
	return 1 / (1 + math.Exp(-z))
}

// candidates returns everybody who may have taken part, in order of the text.
func (d *document) candidates() []*candidate {
	of := map[*person]*candidate{}
	var out []*candidate
	for _, p := range d.people {
		if len(p.mentions) > 0 && d.mayTakePart(p) {
			c := &candidate{person: p}
			of[p] = c
			out = append(out, c)
		}
	}
	for _, s := range d.sentences {
		if !s.quoted && len(s.mentions) > 0 {
			d.weigh(s, of)
		}
	}
	d.judge(out)
	return out
}

// weigh adds the clues of one sentence to those whom it names.
func (d *document) weigh(s *sentence, of map[*person]*candidate) {
	e := &eventReader{d: d, s: s, t: s.Tokens}
	for _, m := range s.mentions {
		if m.kind == personMention && m.person != nil {
			e.persons = append(e.persons, m)
		}
	}
	if len(e.persons) == 0 {
		return
	}
	back := d.background(s)
	e.host = e.setting()
	e.marks = e.sideMarks()
	var r *clueReader
	r = newClueReader(e, func(g group, t tie) {
		for k := g.first; k < g.last; k++ {
			c := of[e.persons[k].person]
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
	talk, _ := r.talks()
	at := map[string]bool{} // the sides of those whom the sentence names
	for _, m := range e.persons {
		at[m.person.side] = true
	}
	delete(at, "")
	for _, m := range e.persons {
		c := of[m.person]
		if c == nil || d.inQuotation(m.Start) {
			continue
		}
		c.told++
		if s.earlier {
			c.add("earlier meeting")
		}
		if m.opposite {
			c.add("counterpart")
		}
		if s.index == 0 {
			c.add("sentence 0")
		}
		if s.index < lead {
			c.add("lead")
		}
		if !talk {
			continue
		}
		c.add("beside talk")
		if len(at) > 1 || len(at) == 1 && !at[m.person.side] {
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
var unreal = lex.Of("bid") | lex.Of("asks") | lex.Of("wants") | lex.Of("fails") | lex.Of("doubts") | lex.Of("lets")

// wanted reports whether words right before token i ask for what it names.
func (r *clueReader) wanted(i int) bool {
	for k := max(0, i-5); k < i; k++ {
		w := lex.Look(r.t[k].Lower)
		if (w.Class|w.Verb)&unreal != 0 {
			return true
		}
	}
	return false
}

// judge adds what the whole article says of each candidate.
func (d *document) judge(all []*candidate) {
	table := d.atTable()
	news := d.newsOfTalks()
	meets := (&meetingFinder{document: d}).reported()
	highest, most := map[string]int{}, 0
	for _, c := range all {
		r := vocab().rankOf(c.person.title)
		if h, ok := highest[c.person.side]; !ok || r < h {
			highest[c.person.side] = r
		}
		most = max(most, c.told)
	}
	for _, c := range all {
		p, rank := c.person, vocab().rankOf(c.person.title)
		has := func(x clue) bool { return slices.Contains(c.clues, x) }
		for _, f := range []struct {
			name clue
			is   bool
		}{
			{"meets", meets},
			{"highest of side", p.side != "" && p.title != "" && rank == highest[p.side]},
			{"most told", c.told == most && most > 1},
			{"high in lead", has("lead") && rank < 4},
			{"spoke beside talk", has("beside talk") && (has("subject utters") || has("subject says"))},
			{"no office", p.title == ""},
			{"no side", p.side == ""},
			{"side at table", contains(table, p.side)},
			{"negotiator", titledNegotiator(p.title)},
			{"short name", len(p.key) < 2},
			{clue("told " + strconv.Itoa(min(c.told, 4))), true},
			{clue("office " + strconv.Itoa(rank)), true},
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

// newsOfTalks returns whether the head of the article tells of a meeting, how
// much of the article does, and whether more of it only asks for one.
func (d *document) newsOfTalks() (out []clue) {
	told, wanted, early := 0, 0, false
	for _, s := range d.sentences {
		r := newClueReader(&eventReader{d: d, s: s, t: s.Tokens}, nil)
		is, want := r.talks()
		if is {
			told++
			early = early || s.index < lead
		}
		if want {
			wanted++
		}
	}
	if early {
		out = append(out, "early talks")
	}
	if wanted > told {
		out = append(out, "talks wanted")
	}
	switch {
	case told*3 >= len(d.sentences):
		out = append(out, "talks often")
	case told*8 < len(d.sentences):
		out = append(out, "talks seldom")
	}
	return out
}

// takes is the likelihood from which on somebody is taken to have taken part.
const takes = .5

// participants returns the parts of those who took part, in order of the text.
func (d *document) participants() []part {
	var out []part
	for _, c := range d.candidates() {
		sure := likely(c.clues)
		if sure < takes {
			continue
		}
		for _, p := range c.seats() {
			p.sure = sure
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b part) int { return a.m.Start - b.m.Start })
	return out
}

// seats returns the parts of a candidate, at least one.
func (c *candidate) seats() []part {
	parts := c.parts
	if len(parts) == 0 {
		parts = []part{{m: c.person.mentions[0], rule: "delegation.told"}}
	}
	for i := range parts {
		parts[i].person = c.person
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
