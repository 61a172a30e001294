package extract

import (
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/lang"
)

// verbs finds topics that are the object of a verb.
func (g *agendaFinder) verbs(s *mention.Sentence) {
	t := s.Tokens
	done := 0
	for i := 0; i < len(t); i++ {
		if i < done {
			continue
		}
		best, end := agendaRule{}, 0
		for _, f := range agendaLexicon().object[t[i].Lower] {
			if e, ok := f.Pattern.Match(t, i); ok && e > end {
				best, end = f.Rule, e
			}
		}
		if end == 0 || nounUse(s, i) {
			continue
		}
		if clause.Between(i+1, end).Has(t, pressWords()) {
			continue // "told reporters about"
		}
		p := clause.PredicateOf(t, i)
		if p.Passive && best.id != "agenda.briefed-on" && best.id != "agenda.focused-on" {
			continue
		}
		who := g.table.Party(s, p.Subject)
		if best.id == "agenda.briefed-on" && who.Role == seating.OutsideRole {
			who = g.table.Party(s, clause.Between(i+1, end)) // those at the table were briefed
		}
		if p.Subject.Empty() && ofEvent(t, p.Verb) {
			who = seating.Party{Role: seating.EventRole} // "two days of meetings that focused on"
		}
		if best.id == "agenda.focus" { // it hangs off the whole clause
			from := clause.ClauseStart(t, i)
			if clause.Between(from, i).Has(t, agreedFocus()) {
				continue // what was agreed has a focus
			}
			if planBefore(t, from, i) {
				continue
			}
			who = g.table.Party(s, clause.Between(from, clause.FirstVerb(t, clause.Between(from, i))))
		}
		if !g.counts(s, p, who, best) {
			if p.Negated && best.id != "agenda.no-agreement" && len(g.denied) < mostCandidates {
				if k := clause.SkipInserted(t, end); k < len(t) {
					if d := s.Telling(clause.Between(k, clause.ObjectEnd(t, k, clause.Extent{}))); len(d) > 0 {
						g.denied = append(g.denied, d)
					}
				}
			}
			continue
		}
		from := pastSecondVerb(t, i, end) - best.back
		if t[i].Is("raise") && i > 0 && t[i-1].Is("and", ",") {
			continue // "to cut taxes and raise standards"
		}
		if best.id == "agenda.briefed-on" && end == i+2 && i > 0 && sources.Has(t[i-1].Lower) {
			continue // "people briefed on the talks said"
		}
		if best.id == "agenda.addressed" && clause.Between(end, min(len(t), end+14)).Has(t, inWriting()) {
			continue // "addressed the matter in a letter"
		}
		if best.id == "agenda.talked-about" && who.Role != seating.AllRole && elsewhere(t, p, i) {
			continue
		}
		if t[i].Is("study", "studies", "studied", "studying") && end < len(t) && t[end].Is("in", "at", "with", "under") {
			continue // "those who study in Peru"
		}
		if best.id == "agenda.raised" && clause.Between(end, min(len(t), end+3)).Has(t, amounts()) {
			continue // "raise tariffs"
		}
		before, o := len(g.found), clause.Extent{List: true, Gerund: clause.IsGerund(t[i])}
		g.add(s, from, o, best, who.Reason)
		if len(g.found) > before {
			done = clause.ObjectEnd(t, clause.SkipInserted(t, from), o)
		}
	}
}

// planBefore reports whether the "with a focus on" at i hangs off a plan that
// somebody adopted and not off the meeting: "under the Port Strategy adopted
// in May, with a focus on dredging".
func planBefore(t []lang.Token, from, i int) bool {
	for k := i - 1; k > from+1; k-- {
		if clause.EventNouns[t[k].Lower] {
			return false
		}
		if adopted.Has(t[k].Lower) && !clause.Between(max(from, k-2), k).Has(t, clause.Auxiliaries) {
			return clause.Between(max(from, k-9), k).Has(t, plans())
		}
	}
	return false
}

// elsewhere reports whether the talking at i was done in print or to an
// audience: "in speeches in which she spoke about", "the statement spoke of".
func elsewhere(t []lang.Token, p clause.Predicate, i int) bool {
	if p.Subject.Has(t, papers()) {
		return true
	}
	return clause.Between(max(0, i-14), i).Has(t, toAudience())
}

// eventHead reports whether a subject is the talks, and says between whom:
// "discussions between the envoy and officials".
func eventHead(t []lang.Token, r clause.Run) bool {
	for i := r.From; i+1 < r.To && i < r.From+5; i++ {
		if clause.EventNouns[t[i].Lower] && t[i+1].Is("between", "with", "among") {
			return true
		}
	}
	return false
}

// ofEvent reports whether the verb at v belongs to a relative clause about a
// meeting.
func ofEvent(t []lang.Token, v int) bool {
	k := v - 1
	for k > 0 && (clause.Auxiliaries[t[k].Lower] || clause.IsAdverb(t[k]) || t[k].Is("“", `"`, "''")) {
		k--
	}
	if k < 1 || !t[k].Is("that", "which") {
		return false
	}
	for j := k - 1; j >= 0 && j > k-7; j-- {
		if clause.EventNouns[t[j].Lower] {
			return true
		}
		if t[j].Kind == lang.Punct && j < k-1 {
			return false
		}
	}
	return false
}

var articles = lexicon.Set("the a an his her its their our my this no")

// nounUse reports whether the verb form at i is a noun or a participle here:
// "an address", "under review", "issues raised at the summit".
func nounUse(s *mention.Sentence, i int) bool {
	t := s.Tokens
	if i == 0 || i+1 >= len(t) {
		return !clause.IsGerund(t[i]) || i+1 >= len(t)
	}
	prev, next := t[i-1].Lower, t[i+1].Lower
	if clause.PastLike(t[i]) && (articles[prev] || clause.IsGerund(t[i-1]) && prev != "being" && prev != "having" || t[i].Is("assessed") && (prev == "positively" || prev == "highly")) {
		return true // "a lasting negotiated peace", "positively assessed"
	}
	switch w := t[i].Lower; {
	case w == "focused" || w == "centered" || w == "centred" || w == "concentrated":
		return !(clause.Auxiliaries[prev] || prev == "that" || prev == "which" || clause.IsAdverb(t[i-1]) || clause.EventNouns[prev] || seating.AllWords[prev] || clause.Pronouns[prev] || prev == "and" || prev == "," || prev == ")" || t[i-1].Capital())
	case w == "focus" || w == "emphasis" || w == "attention":
		if prev == "with" || i > 1 && t[i-2].Is("with") || i > 2 && t[i-3].Is("with") {
			return false // "with a special focus on"
		}
		return !(prev == "to" || clause.Modals[prev] || clause.IsAdverb(t[i-1]) || clause.EventNouns[prev] || seating.AllWords[prev])
	case nounlike.Has(w):
		if clause.Determiners[prev] || clause.Adjective(prev) || clause.Prepositions[prev] && prev != "to" || t[i-1].Kind == lang.Clitic {
			return true
		}
		if !(prev == "to" || clause.Modals[prev] || clause.IsAdverb(t[i-1]) || clause.Pronouns[prev] || prev == "and" || prev == "," || seating.AllWords[prev] || clause.EventNouns[prev] || prev == "'s" || t[i-1].Capital()) {
			return true
		}
	case tabledBefore.Has(w):
		if t[i+1].Is("was", "were", "is", "are") {
			return true // "also discussed were A and B"
		}
		if clause.Prepositions[next] && next != "with" && next != "in" || next == "in" && i+2 < len(t) && !clause.Determiners[t[i+2].Lower] {
			return true // "issues raised at"
		}
	}
	return false
}

// counts reports whether a verb with this subject speaks of the meeting.
func (g *agendaFinder) counts(s *mention.Sentence, p clause.Predicate, who seating.Party, r agendaRule) bool {
	t := s.Tokens
	if r.id == "agenda.no-agreement" {
		// Only what was left open: what was agreed is an agreement.
		return (p.Negated || clause.Between(max(0, p.Verb-5), min(len(t), p.Verb+10)).Has(t, leftOpen())) && who.Role != seating.OutsideRole && !background(t, p.Verb)
	}
	switch {
	case p.Negated || p.Perfect && !(p.Governor == "due" || p.Governor == "scheduled") || background(t, p.Verb) || nextTime(t, p):
		return false
	case r.weak && clause.OtherTime(t, clause.Between(p.Verb, min(len(t), p.Verb+25)), 0) && s.Index > 0:
		return false
	case s.Index > 2 && clause.OtherTime(t, clause.Between(max(0, p.Verb-8), p.Verb), 0):
		return false // "meetings last month to discuss"
	case t[p.Verb].Is("follow", "pick", "followed", "picked") && p.Modal != "":
		return false // a plan
	case clause.Between(max(0, p.Verb-4), p.Verb).Has(t, hardly()) && p.Verb > 0 && t[p.Verb-1].Is("to"):
		return false // "it was difficult to discuss"
	case p.Verb > 0 && clause.IsGerund(t[p.Verb]) && t[p.Verb-1].Is("in", "of", "for", "by", "to", "from", "before"):
		return false // "a role in discussing"
	case p.Verb > 0 && habits.Has(t[p.Verb-1].Lower):
		return false
	case committedTo.Has(p.Governor):
		return false // a commitment
	case notYet.Has(p.Governor) && s.Index > 0:
		return false // "keen to discuss"
	case t[p.Verb-min(1, p.Verb)].Is(",", "to", "and", "or") && p.Modal == "" && committed(t, p.Verb):
		return false // "agreed to pool data, explore a fund and ensure peace"
	case p.Governor == "supposed" || p.Verb > 1 && t[p.Verb-1].Is("to") && t[p.Verb-2].Is("have", "has", "need", "needs"):
		return false
	case who.Role == seating.OutsideRole && !metTo(t, p):
		return false
	case r.due:
		return dueTo.Has(p.Governor)
	case r.event:
		return who.Role == seating.EventRole || !p.Subject.Empty() && clause.EventNouns[t[p.Subject.To-1].Lower] || eventHead(t, p.Subject)
	case r.joint:
		return who.Role == seating.AllRole && !(r.id == "agenda.divided-on" && p.Verb > 0 && t[p.Verb-1].Is("to"))
	case r.weak && clause.IsGerund(t[p.Verb]) && p.Verb > 0 && !clause.Auxiliaries[t[p.Verb-1].Lower] && !t[p.Verb-1].Is("and", ",") && !clause.IsAdverb(t[p.Verb-1]):
		return false // "a plan addressing crime"
	case r.weak:
		if g.InQuotation(t[p.Verb].Start) || p.Governor != "" && !clause.Governors.Has(p.Governor) && p.Main >= 0 && !meetingVerbs.Has(t[p.Main].Lower) && !clause.Between(p.Main, p.Verb).Has(t, gatheringWords()) {
			return false // "offered a relationship to address crime"
		}
		return who.Role == seating.AllRole || who.Role == seating.SideRole || who.Role == seating.OneRole || who.Role == seating.EventRole || p.Governor == "expected" || p.Governor == "met"
	}
	return true
}

// committed reports whether the bare verb at v goes on with a list of acts that
// somebody agreed or decided to do.
func committed(t []lang.Token, v int) bool {
	if v > 1 && clause.IsGerund(t[v]) && goOn.Has(t[v-1].Lower) {
		v--
	}
	if v < 4 || clause.PastLike(t[v]) || clause.IsGerund(t[v]) || !t[v-1].Is(",", "and", "or", "to") && !clause.IsAdverb(t[v-1]) {
		return false
	}
	for k := v - 2; k > 0 && k > v-60; k-- {
		if t[k].Is("to") && undertookTo.Has(t[k-1].Lower) {
			return true
		}
		if undertook.Has(t[k].Lower) && clause.Between(k, k+5).Any(t, "to") {
			return true
		}
		if t[k].Is(".", ";", "discussed", "met", "held") {
			return false
		}
	}
	return false
}

// metTo reports whether the verb is what people met for: "will meet in Berlin
// to exchange views".
func metTo(t []lang.Token, p clause.Predicate) bool {
	return p.Main >= 0 && p.Main < p.Verb && t[p.Verb-1].Is("to") && clause.Between(p.Main, p.Verb).Any(t, "meet", "met", "meets")
}

// background reports whether the clause of the verb tells what went on for a
// long time, and not at the meeting: "for weeks both have been keeping up
// contacts to address X".
func background(t []lang.Token, v int) bool {
	for i := v - 1; i > 0 && i > v-12; i-- {
		if t[i].Lower == "been" && i+1 < len(t) && (t[i-1].Is("have", "has", "long", "had") || clause.IsAdverb(t[i-1])) && (clause.IsGerund(t[i+1]) || i+1 == v) {
			return true
		}
		if t[i].Kind == lang.Punct && t[i].Lower != "," {
			return false
		}
	}
	return false
}

// nextTime reports whether the clause tells of the meeting after this one.
func nextTime(t []lang.Token, p clause.Predicate) bool {
	return p.Main >= 0 && p.Main < p.Verb && clause.Modals[t[p.Main].Lower] && clause.Between(p.Main, p.Verb).Any(t, "meet", "convene", "hold") && clause.Between(p.Main, p.Verb).Any(t, "again", "next")
}

// pastSecondVerb moves past a second verb with the same object: "reviewed and
// encouraged progress".
func pastSecondVerb(t []lang.Token, i, end int) int {
	if end+2 >= len(t) || !t[end].Is("and", "or") {
		return end
	}
	v := t[end+1]
	if clause.IsGerund(t[i]) && clause.IsGerund(v) || clause.PastLike(t[i]) && clause.PastLike(v) && !clause.ReportVerbs.Has(v.Lower) && !clause.Prepositions[t[end+2].Lower] {
		return end + 2
	}
	return end
}
