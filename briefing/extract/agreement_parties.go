package extract

import (
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/lang"
)

// This file says whose a commitment is and how firm.

// partiesOf returns the sides that a commitment binds, in order of the text.
func (g *agreementFinder) partiesOf(x *commitment) []string {
	status := g.statusOf(x)
	if own := g.committedSide(x.sentence, x.run); own != "" && status != briefing.Signed {
		return []string{own}
	}
	sides := slices.DeleteFunc(slices.Clone(x.who.sides), func(side string) bool { return side == "" })
	if x.act == "offer" && x.form == wholeForm && x.passive() && len(sides) == 1 { // of the others, to whom it was offered
		got := sides[0]
		return slices.DeleteFunc(g.table.allSides(), func(side string) bool { return side == got })
	}
	open := x.who.role != sideRole && x.who.role != oneRole && x.who.person == nil
	switch {
	case len(sides) == 0 && open:
		sides = g.table.allSides()
	case len(sides) < 2 && (x.form == ofForm || x.form == wholeForm && status == briefing.Signed) && len(g.table.sides) > 1:
		sides = g.table.allSides()
	case len(sides) == 1 && (status == briefing.Signed || status == briefing.Agreed):
		// "signed a deal with Peru", "agreed to help Peru"
		others, _, _ := g.table.named(x.sentence, x.run)
		for _, side := range others {
			if slices.Contains(g.table.sides, side) && !slices.Contains(sides, side) {
				sides = append(sides, side)
			}
		}
	}
	if sides == nil {
		return []string{}
	}
	return g.table.inOrder(sides)
}

// passive reports whether what binds is a verb in the passive.
func (x *commitment) passive() bool {
	b := x.sentence.reading().ClauseAt(x.at)
	return b != nil && b.Verb.Passive
}

// reasonOf says what is unsure of whose a commitment is, "" if nothing is.
func (x *commitment) reasonOf() string {
	w := x.who
	if w.reason == "" && len(w.sides) == 0 && w.role != sideRole && w.role != oneRole && w.person == nil {
		w.reason = "parties not named here"
	}
	return w.reason
}

// classOf returns the class that says what a commitment is.
func (g *agreementFinder) classOf(x *commitment) deedClass {
	classes := dealLexicon().class
	if x.form == willForm {
		p := x.sentence.reading()
		if c := p.Clauses[x.clause]; (run{c.Subject.From, c.Subject.To}).has(x.sentence.Tokens, eventNouns) {
			return classes["next"]
		}
		return classes["will"]
	}
	if c := classes[x.act]; c.rule != "" {
		return c
	}
	return classes["will"]
}

// ruleOf returns the rule by which a commitment is found.
func (g *agreementFinder) ruleOf(x *commitment) briefing.RuleID { return g.classOf(x).rule }

// statusOf returns how firm a commitment is: that of its class for those whom
// it binds, announced where a deal is only to be signed, and rejected where it
// is denied.
func (g *agreementFinder) statusOf(x *commitment) briefing.AgreementStatus {
	class := g.classOf(x)
	status := class.one
	t := x.sentence.Tokens
	under := x.form == willForm && t[0].Is("under") && namesDeal(t[:min(len(t), x.run.from+1)]) // "Under the pact, Peru will"
	if x.who.role == allRole || x.who.role == unknownRole || under {
		status = class.all
	}
	b := x.sentence.reading().ClauseAt(x.at)
	if b == nil {
		return status
	}
	switch {
	case b.Reality == parse.Denied && x.form != willForm && x.run.from <= x.at: // not "agreed neither to A"
		return briefing.Rejected
	case b.Reality == parse.Planned && (status == briefing.Signed || status == briefing.Agreed) && x.form != willForm:
		return briefing.Announced
	}
	return status
}

// committedSide returns the one side that a clause commits: "Peru will lift its
// ban", whoever agreed that it should; "" if it commits several or none.
func (g *agreementFinder) committedSide(s *sentence, r run) string {
	t := s.Tokens
	for i := r.from + 1; i < r.to && i < r.from+7; i++ {
		if !t[i].Is("will", "would", "shall") {
			continue
		}
		if (run{i + 1, r.to}).any(t, "will", "would", "together", "jointly") || (run{r.from, i}).any(t, "of", "between", "and", "for") {
			return ""
		}
		if found, _, _ := g.table.named(s, run{r.from, i}); len(found) == 1 && slices.Contains(g.table.sides, found[0]) {
			return found[0]
		}
		return ""
	}
	return ""
}

// seat gives a side its say through somebody who is not said to have come: a
// president commits his country from home, too.
func (g *agreementFinder) seat(who party) party {
	if who.role == outsideRole && who.person != nil && slices.Contains(g.table.sides, who.person.side) {
		return party{role: sideRole, sides: []string{who.person.side}, person: who.person, reason: "not said to have taken part"}
	}
	return who
}

// joint reports whether the subject stands for the sides as a whole, and not
// for their officials in general.
func (g *agreementFinder) joint(t []lang.Token, subject run) bool {
	for i := subject.from; i < subject.to; i++ {
		if t[i].Is("of") {
			subject.to = i
		}
	}
	return subject.len() <= 2 && subject.any(t, "they", "we") || subject.any(t, "both", "two", "three", "and", "sides", "countries", "governments", "leaders", "parties", "delegations", "nations")
}
