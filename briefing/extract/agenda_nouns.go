package extract

import (
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/lang"
)

// nouns finds topics that hang off a noun: "talks with X on A", "a meeting to
// work out B", "sessions devoted to C".
func (g *agendaFinder) nouns(s *mention.Sentence) {
	t := s.Tokens
	for i := 0; i < len(t); i++ {
		if clause.CatchAlls.Has(t[i].Lower) {
			g.examples(s, i)
			continue
		}
		if !clause.TalkNouns[t[i].Lower] {
			continue
		}
		at, ok := aboutAfter(t, i)
		if g.InQuotation(t[i].Start) && !(ok && !g.InQuotation(t[at].Start) && s.Index > 0) {
			continue // but: they “had a frank debate” on fish
		}
		if !ok && t[i].Is("negotiations", "talks") && i+3 < len(t) && t[i+1].Is("for") && (t[i+2].Is("a", "an", "the") && !clause.TimeNouns[t[i+3].Lower] && !noDeal.Has(t[i+3].Lower) || t[i+2].Is("new")) {
			at, ok = i+2, true // "negotiations for a new wage deal"
		}
		if !ok || i > 0 && t[i-1].Is("no", "without") {
			continue
		}
		if toCome(t, i) || nameGoesOn(t, i, at) {
			continue
		}
		if i > 0 && t[i-1].Is("group", "committee", "council") && t[at].Capital() {
			continue // the name of the group that met
		}
		if i > 2 && (t[i-2].Is("to") || t[i-3].Is("to")) && s.Index > 0 && !t[i-1].Capital() {
			continue // "told them to conclude talks on"
		}
		if e := clause.ObjectEnd(t, at, clause.Extent{List: true, Noun: true}); s.Index > 0 && e < len(t) && t[e].Is("will", "would", "are", "is", "continue", "continued", "resume", "continues") && clause.Between(e, min(len(t), e+4)).Has(t, resuming()) {
			continue // the next round
		}
		if i > 1 && t[i-1].Is("annual") && t[i-2].Is("their") {
			// "concluded their annual consultations on fish"
		} else if i > 0 && otherTalks.Has(t[i-1].Lower) {
			continue
		}
		if w := g.table.Party(s, clause.Between(0, len(t))); s.Index > 3 && (w.Role != seating.AllRole && w.Role != seating.SideRole && !heldHere(t, i) || i > 6 && !objectOfMeeting(t, i)) {
			continue // somebody else's talks
		}
		p := g.table.Party(s, clause.Between(clause.SubjectStart(t, i), i))
		if p.Role == seating.OutsideRole && !objectOfMeeting(t, i) || background(t, i) {
			continue
		}
		g.add(s, at, clause.Extent{Noun: true}, agendaRule{id: "agenda.talks-on", confidence: .8}, "")
	}
}

// aboutAfter returns the token after the "on" of a noun of talking at i.
func aboutAfter(t []lang.Token, i int) (int, bool) {
	commas := 0
	for j := i + 1; j < len(t) && j < i+26; j++ {
		w := t[j].Lower
		if j == i+1 && j+1 < len(t) && t[j].Is("was", "were") && t[j+1].Is("held", "had") || j == i+2 && t[j].Is("held", "had") && t[j-1].Is("was", "were") {
			continue // "a discussion was held on"
		}
		if j == i+1 && t[j].Is("”", `"`, "''") && t[j-1].End == t[j].Start {
			continue
		}
		if w == "," {
			commas++
			if j+1 < len(t) && commas == 1 && clause.AboutOn[t[j+1].Lower] {
				return 0, false
			}
		}
		switch {
		case clause.AboutOn[w]:
			if j+1 >= len(t) || j > i+1 && clause.BodyNouns[t[j-1].Lower] {
				return 0, false // "the meeting of the commission on ports"
			}
			n := t[j+1]
			if clause.Weekdays[n.Lower] || clause.Months[n.Lower] || n.Kind == lang.Number || w == "on" && onNoTopic.Has(n.Lower) ||
				n.Is("the", "a", "an") && j+2 < len(t) && (onTheNoTopic.Has(t[j+2].Lower) || clause.EventNouns[t[j+2].Lower]) {
				if w == "on" && (clause.Weekdays[n.Lower] || clause.Months[n.Lower]) {
					j++
					continue
				}
				return 0, false
			}
			if w == "on" && atRequest(t, j+1) {
				return 0, false
			}
			if w == "over" && (n.Kind == lang.Number || overTime.Has(n.Lower) && j+3 < len(t) && daysLong.Has(t[j+3].Lower)) || n.Is("lunch", "dinner", "breakfast") {
				return 0, false
			}
			return j + 1, true
		case (w == "aimed" || w == "focused" || w == "devoted" || w == "dedicated" || w == "focusing" || w == "centered" || w == "centred") && j == i+1:
			return 0, false // the verb rules see to it
		case w == "," && commas > 0 && j+2 < len(t) && t[j+1].Is("on", "about"): // "with Ann Roe, head of the forum, on"
			continue
		case t[j].Kind == lang.Punct && w != "." && w != "-" && !(w == "," && j > i+1 && withinNames(t, j)):
			return 0, false
		case w == "that" || w == "which" || w == "who" || w == "to" || w == "for" || clause.Modals[w] || w == "was" || w == "were" || w == "is" || w == "are" || w == "has" || w == "had" || w == "have" || clause.Speech[w] && !t[j].Capital() || w == "but" || w == "without" || w == "after":
			return 0, false
		case j == i+1 && !(w == "with" || w == "between" || w == "among" || w == "in" || w == "at" || w == "held" || w == "here" || w == "today" || w == "yesterday" || w == "on" || clause.Weekdays[w] || w == "last" || w == "this" || w == "next" || w == "by" || w == "of"):
			return 0, false
		}
	}
	return 0, false
}

// nameGoesOn reports whether the words at at belong to the name of the event
// at i, and tell no topic: "the Congress on the Future of Dairy".
func nameGoesOn(t []lang.Token, i, at int) bool {
	return i > 0 && t[i].Capital() && t[i-1].Kind == lang.Word && at+1 < len(t) && clause.Determiners[t[at].Lower] && t[at+1].Capital() && at <= i+2
}

// atRequest reports whether the words at i say on whose wish people spoke: "on
// the Polish side's initiative".
func atRequest(t []lang.Token, i int) bool {
	for k := i; k < len(t) && k < i+7 && t[k].Kind != lang.Punct; k++ {
		if wishes.Has(t[k].Lower) {
			return k == i || !t[k-1].Is("the", "a", "an") && clause.Between(i, k).Any(t, "'s", "’s", "'", "’", "his", "her", "their", "its")
		}
	}
	return false
}

// withinNames reports whether the comma at j stands between names.
func withinNames(t []lang.Token, j int) bool {
	return j+1 < len(t) && t[j-1].Capital() && (t[j+1].Capital() || t[j+1].Is("and"))
}

// objectOfMeeting reports whether the noun of talking at i is held by
// somebody: "held talks", "in talks with".
func objectOfMeeting(t []lang.Token, i int) bool {
	for k := i - 1; k >= 0 && k > i-5; k-- {
		if holding.Has(t[k].Lower) {
			return true
		}
	}
	return false
}

// toCome reports whether the talks at i are what was agreed: "agreed to hold
// talks in May on A".
func toCome(t []lang.Token, i int) bool {
	for k := i - 1; k > 1 && k > i-7; k-- {
		if toHold.Has(t[k].Lower) && t[k-1].Is("to") {
			return settledOn.Has(t[k-2].Lower)
		}
	}
	return false
}

// heldHere reports whether somebody held the talks at i: "they have held".
func heldHere(t []lang.Token, i int) bool {
	return clause.Between(max(0, i-5), i).Has(t, haveHeld())
}

// examples finds what an empty head at i stands for, in a sentence that tells
// of a meeting: "met X to build on shared goals, including A and B".
func (g *agendaFinder) examples(s *mention.Sentence, i int) {
	t := s.Tokens
	k := i + 1
	for k < len(t) && k < i+7 && t[k].Lower != "," && !t[k].Is("including", "such") {
		k++
	}
	if k+1 >= len(t) || !(t[k].Is("including") || t[k].Is("such") || t[k].Lower == "," && t[k+1].Is("including", "such", "namely")) || k > i+1 && k == i+7 {
		return
	}
	if !clause.Between(0, i).Has(t, toldMeeting()) || g.InQuotation(t[i].Start) {
		return
	}
	from := i
	for from > 0 && i-from < 6 && clause.Vague.Has(t[from-1].Lower) && !clause.Prepositions[t[from-1].Lower] {
		from--
	}
	p := g.table.Party(s, clause.Between(clause.SubjectStart(t, from), from))
	if p.Role == seating.OutsideRole || namesDeal(t[:from]) {
		return
	}
	g.addRun(s, clause.Between(from, clause.ObjectEnd(t, from, clause.Extent{List: true})), agendaRule{id: "agenda.examples", confidence: .7}, "")
}
