package extract

import (
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/lang"
)

// This file says whose a commitment is and how firm.

// partiesOf returns the sides that a commitment binds, in order of the text.
func (g *agreementFinder) partiesOf(x *commitment) []string {
	status := g.statusOf(x)
	if own := g.committedSide(x.sentence, x.run); own != "" && status != briefing.Signed {
		return []string{own}
	}
	sides := slices.DeleteFunc(slices.Clone(x.who.Sides), func(side string) bool { return side == "" })
	if x.act == "offer" && x.form == wholeForm && x.passive() && len(sides) == 1 { // of the others, to whom it was offered
		got := sides[0]
		return slices.DeleteFunc(g.table.AllSides(), func(side string) bool { return side == got })
	}
	open := x.who.Role != seating.SideRole && x.who.Role != seating.OneRole && x.who.Person == nil
	switch {
	case len(sides) == 0 && open:
		sides = g.table.AllSides()
	case len(sides) < 2 && (x.form == ofForm || x.form == wholeForm && status == briefing.Signed) && len(g.table.Sides) > 1:
		sides = g.table.AllSides()
	case len(sides) == 1 && (status == briefing.Signed || status == briefing.Agreed):
		// "signed a deal with Peru", "agreed to help Peru"
		others, _, _ := g.table.Named(x.sentence, x.run)
		for _, side := range others {
			if slices.Contains(g.table.Sides, side) && !slices.Contains(sides, side) {
				sides = append(sides, side)
			}
		}
	}
	if sides == nil {
		return []string{}
	}
	return g.table.InOrder(sides)
}

// passive reports whether what binds is a verb in the passive.
func (x *commitment) passive() bool {
	b := x.sentence.Reading().ClauseAt(x.at)
	return b != nil && b.Verb.Passive
}

// reasonOf says what is unsure of whose a commitment is, "" if nothing is.
func (x *commitment) reasonOf() string {
	w := x.who
	if w.Reason == "" && len(w.Sides) == 0 && w.Role != seating.SideRole && w.Role != seating.OneRole && w.Person == nil {
		w.Reason = "parties not named here"
	}
	return w.Reason
}

// classOf returns the class that says what a commitment is.
func (g *agreementFinder) classOf(x *commitment) deedClass {
	classes := dealLexicon().class
	if x.form == willForm || x.form == planForm {
		p := x.sentence.Reading()
		if c := p.Clauses[x.clause]; x.act == "meet" || clause.Between(c.Subject.From, c.Subject.To).Has(x.sentence.Tokens, clause.EventNouns) {
			return classes["next"] // "the sides will meet again in May"
		}
		return classes["will"]
	}
	if x.form == termForm {
		return classes["term"]
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
	under := x.form == willForm && t[0].Is("under") && namesDeal(t[:min(len(t), x.run.From+1)]) // "Under the pact, Peru will"
	if x.who.Role == seating.AllRole || x.who.Role == seating.UnknownRole || under {
		status = class.all
	}
	if x.form == planForm {
		return briefing.Announced
	}
	b := x.sentence.Reading().ClauseAt(x.at)
	if b == nil {
		return status
	}
	switch {
	case b.Reality == parse.Denied && x.form != willForm && x.run.From <= x.at: // not "agreed neither to A"
		return briefing.Rejected
	case b.Reality == parse.Planned && (status == briefing.Signed || status == briefing.Agreed) && x.form != willForm:
		return briefing.Announced
	}
	return status
}

// committedSide returns the one side that a clause commits: "Peru will lift its
// ban", whoever agreed that it should; "" if it commits several or none.
func (g *agreementFinder) committedSide(s *mention.Sentence, r clause.Run) string {
	t := s.Tokens
	for i := r.From + 1; i < r.To && i < r.From+7; i++ {
		if !t[i].Is("will", "would", "shall") {
			continue
		}
		if clause.Between(i+1, r.To).Any(t, "will", "would", "together", "jointly") || clause.Between(r.From, i).Any(t, "of", "between", "and", "for") {
			return ""
		}
		if found, _, _ := g.table.Named(s, clause.Between(r.From, i)); len(found) == 1 && slices.Contains(g.table.Sides, found[0]) {
			return found[0]
		}
		return ""
	}
	return ""
}

// seat gives a side its say through somebody who is not said to have come: a
// president commits his country from home, too.
func (g *agreementFinder) seat(who seating.Party) seating.Party {
	if who.Role == seating.OutsideRole && who.Person != nil && slices.Contains(g.table.Sides, who.Person.Side) {
		return seating.Party{Role: seating.SideRole, Sides: []string{who.Person.Side}, Person: who.Person, Reason: "not said to have taken part"}
	}
	return who
}

// joint reports whether the subject stands for the sides as a whole, and not
// for their officials in general.
func (g *agreementFinder) joint(t []lang.Token, subject clause.Run) bool {
	for i := subject.From; i < subject.To; i++ {
		if t[i].Is("of") {
			subject.To = i
		}
	}
	return subject.Len() <= 2 && subject.Any(t, "they", "we") || subject.Has(t, dealLexicon().whole)
}
