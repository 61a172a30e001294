package extract

import (
	"example.org/attache/briefing/lang"
)

// verbs finds topics that are the object of a verb.
func (g *agendaFinder) verbs(s *sentence) {
	t := s.Tokens
	done := 0
	for i := 0; i < len(t); i++ {
		if i < done {
			continue
		}
		best, end := agendaRule{}, 0
		for _, f := range agendaLexicon().object[t[i].Lower] {
			if e, ok := f.pattern.match(t, i); ok && e > end {
				best, end = f.rule, e
			}
		}
		if end == 0 || nounUse(s, i) {
			continue
		}
		if (run{i + 1, end}).has(t, pressWords) {
			continue // "told reporters about"
		}
		p := predicateOf(t, i)
		if p.passive && best.id != "agenda.briefed-on" && best.id != "agenda.focused-on" {
			continue
		}
		who := g.table.party(s, p.subject)
		if best.id == "agenda.briefed-on" && who.role == outsideRole {
			who = g.table.party(s, run{i + 1, end}) // those at the table were briefed
		}
		if p.subject.empty() && ofEvent(t, p.verb) {
			who = party{role: eventRole} // "two days of meetings that focused on"
		}
		if best.id == "agenda.focus" { // it hangs off the whole clause
			from := clauseStart(t, i)
			if (run{from, i}).any(t, "agreed", "signed", "pledged", "committed", "decided") {
				continue // what was agreed has a focus
			}
			if planBefore(t, from, i) {
				continue
			}
			who = g.table.party(s, run{from, firstVerb(t, run{from, i})})
		}
		if !g.counts(s, p, who, best) {
			if p.negated && best.id != "agenda.no-agreement" && len(g.denied) < mostCandidates {
				if k := skipInserted(t, end); k < len(t) {
					if d := telling(t, run{k, objectEnd(t, k, extent{})}); len(d) > 0 {
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
		if best.id == "agenda.briefed-on" && end == i+2 && i > 0 && t[i-1].Is("people", "person", "sources", "source", "officials", "official", "diplomats") {
			continue // "people briefed on the talks said"
		}
		if best.id == "agenda.addressed" && (run{end, min(len(t), end+14)}).any(t, "letter", "speech", "tweet", "essay") {
			continue // "addressed the matter in a letter"
		}
		if best.id == "agenda.talked-about" && who.role != allRole && elsewhere(t, p, i) {
			continue
		}
		if t[i].Is("study", "studies", "studied", "studying") && end < len(t) && t[end].Is("in", "at", "with", "under") {
			continue // "those who study in Peru"
		}
		if best.id == "agenda.raised" && (run{end, min(len(t), end+3)}).has(t, amounts) {
			continue // "raise tariffs"
		}
		before, o := len(g.found), extent{list: true, gerund: isGerund(t[i])}
		g.add(s, from, o, best, who.reason)
		if len(g.found) > before {
			done = objectEnd(t, skipInserted(t, from), o)
		}
	}
}

// planBefore reports whether the "with a focus on" at i hangs off a plan that
// somebody adopted and not off the meeting: "under the Port Strategy adopted
// in May, with a focus on dredging".
func planBefore(t []lang.Token, from, i int) bool {
	for k := i - 1; k > from+1; k-- {
		if eventNouns[t[k].Lower] {
			return false
		}
		if t[k].Is("adopted", "approved", "launched", "published", "presented") && !(run{max(from, k-2), k}).has(t, auxiliaries) {
			return (run{max(from, k-9), k}).any(t, "plan", "strategy", "programme", "program", "roadmap", "law", "package", "framework", "initiative")
		}
	}
	return false
}

// elsewhere reports whether the talking at i was done in print or to an
// audience: "in speeches in which she spoke about", "the statement spoke of".
func elsewhere(t []lang.Token, p predicate, i int) bool {
	if p.subject.any(t, "statement", "communique", "communiqué", "report", "letter", "editorial", "article", "book", "post") {
		return true
	}
	return (run{max(0, i-14), i}).any(t, "speeches", "interviews", "rally", "rallies", "memoir", "book", "op-ed", "column", "podcast")
}

// eventHead reports whether a subject is the talks, and says between whom:
// "discussions between the envoy and officials".
func eventHead(t []lang.Token, r run) bool {
	for i := r.from; i+1 < r.to && i < r.from+5; i++ {
		if eventNouns[t[i].Lower] && t[i+1].Is("between", "with", "among") {
			return true
		}
	}
	return false
}

// ofEvent reports whether the verb at v belongs to a relative clause about a
// meeting.
func ofEvent(t []lang.Token, v int) bool {
	k := v - 1
	for k > 0 && (auxiliaries[t[k].Lower] || isAdverb(t[k]) || t[k].Is("“", `"`, "''")) {
		k--
	}
	if k < 1 || !t[k].Is("that", "which") {
		return false
	}
	for j := k - 1; j >= 0 && j > k-7; j-- {
		if eventNouns[t[j].Lower] {
			return true
		}
		if t[j].Kind == lang.Punct && j < k-1 {
			return false
		}
	}
	return false
}

// pressWords name those to whom a meeting is told, not those who are at it.
var pressWords = words("reporters reporter journalists journalist media press newsmen correspondents newspaper interviewer viewers listeners crowd supporters audience voters")

var articles = words("the a an his her its their our my this no")

// hardly are words that put a topic off the table.
var hardly = words("difficult hard impossible premature unable reluctant unwilling early late useless pointless")

// nounUse reports whether the verb form at i is a noun or a participle here:
// "an address", "under review", "issues raised at the summit".
func nounUse(s *sentence, i int) bool {
	t := s.Tokens
	if i == 0 || i+1 >= len(t) {
		return !isGerund(t[i]) || i+1 >= len(t)
	}
	prev, next := t[i-1].Lower, t[i+1].Lower
	if pastLike(t[i]) && (articles[prev] || isGerund(t[i-1]) && prev != "being" && prev != "having" || t[i].Is("assessed") && (prev == "positively" || prev == "highly")) {
		return true // "a lasting negotiated peace", "positively assessed"
	}
	switch t[i].Lower {
	case "focused", "centered", "centred", "concentrated":
		return !(auxiliaries[prev] || prev == "that" || prev == "which" || isAdverb(t[i-1]) || eventNouns[prev] || allWords[prev] || pronouns[prev] || prev == "and" || prev == "," || prev == ")" || t[i-1].Capital())
	case "focus", "emphasis", "attention":
		if prev == "with" || i > 1 && t[i-2].Is("with") || i > 2 && t[i-3].Is("with") {
			return false // "with a special focus on"
		}
		return !(prev == "to" || modals[prev] || isAdverb(t[i-1]) || eventNouns[prev] || allWords[prev])
	case "review", "address", "brief", "debate", "protest", "cover", "talk", "talks", "reviews", "addresses", "debates", "protests", "exchange", "exchanges", "covers", "raises", "center", "centre", "consult", "pitch", "press", "push", "quarrel", "clash", "differ", "question", "lobby", "look", "study", "weigh", "concern", "table", "flag", "call", "phone", "telephone", "voice", "air", "bridge", "walk", "chat", "bargain", "deal", "deals", "studies", "update", "updates":
		if determiners[prev] || adjective(prev) || prepositions[prev] && prev != "to" || t[i-1].Kind == lang.Clitic {
			return true
		}
		if !(prev == "to" || modals[prev] || isAdverb(t[i-1]) || pronouns[prev] || prev == "and" || prev == "," || allWords[prev] || eventNouns[prev] || prev == "'s" || t[i-1].Capital()) {
			return true
		}
	case "raised", "discussed", "addressed", "reviewed", "covered", "considered", "tackled":
		if t[i+1].Is("was", "were", "is", "are") {
			return true // "also discussed were A and B"
		}
		if prepositions[next] && next != "with" && next != "in" || next == "in" && i+2 < len(t) && !determiners[t[i+2].Lower] {
			return true // "issues raised at"
		}
	}
	return false
}

// counts reports whether a verb with this subject speaks of the meeting.
func (g *agendaFinder) counts(s *sentence, p predicate, who party, r agendaRule) bool {
	t := s.Tokens
	if r.id == "agenda.no-agreement" {
		// Only what was left open: what was agreed is an agreement.
		return (p.negated || (run{max(0, p.verb-5), min(len(t), p.verb+10)}).any(t, "failed", "fail", "no", "any", "without", "unable", "not")) && who.role != outsideRole && !background(t, p.verb)
	}
	switch {
	case p.negated || p.perfect && !(p.governor == "due" || p.governor == "scheduled") || background(t, p.verb) || nextTime(t, p):
		return false
	case r.weak && otherTime(t, run{p.verb, min(len(t), p.verb+25)}, 0) && s.index > 0:
		return false
	case s.index > 2 && otherTime(t, run{max(0, p.verb-8), p.verb}, 0):
		return false // "meetings last month to discuss"
	case t[p.verb].Is("follow", "pick", "followed", "picked") && p.modal != "":
		return false // a plan
	case (run{max(0, p.verb-4), p.verb}).has(t, hardly) && p.verb > 0 && t[p.verb-1].Is("to"):
		return false // "it was difficult to discuss"
	case p.verb > 0 && isGerund(t[p.verb]) && t[p.verb-1].Is("in", "of", "for", "by", "to", "from", "before"):
		return false // "a role in discussing"
	case p.verb > 0 && t[p.verb-1].Is("usually", "often", "always", "typically", "generally", "rarely", "regularly"):
		return false
	case p.governor == "agreed" || p.governor == "committed" || p.governor == "pledged" || p.governor == "decided" || p.governor == "promised" || p.governor == "vowed":
		return false // a commitment
	case notYet[p.governor] && s.index > 0:
		return false // "keen to discuss"
	case t[p.verb-min(1, p.verb)].Is(",", "to", "and", "or") && p.modal == "" && committed(t, p.verb):
		return false // "agreed to pool data, explore a fund and ensure peace"
	case p.governor == "supposed" || p.verb > 1 && t[p.verb-1].Is("to") && t[p.verb-2].Is("have", "has", "need", "needs"):
		return false
	case who.role == outsideRole && !metTo(t, p):
		return false
	case r.due:
		return p.governor == "expected" || p.governor == "due" || p.governor == "set" || p.governor == "likely" || p.governor == "plans" || p.governor == "scheduled" || p.governor == "planned" || p.governor == "intends"
	case r.event:
		return who.role == eventRole || !p.subject.empty() && eventNouns[t[p.subject.to-1].Lower] || eventHead(t, p.subject)
	case r.joint:
		return who.role == allRole && !(r.id == "agenda.divided-on" && p.verb > 0 && t[p.verb-1].Is("to"))
	case r.weak && isGerund(t[p.verb]) && p.verb > 0 && !auxiliaries[t[p.verb-1].Lower] && !t[p.verb-1].Is("and", ",") && !isAdverb(t[p.verb-1]):
		return false // "a plan addressing crime"
	case r.weak:
		if g.inQuotation(t[p.verb].Start) || p.governor != "" && !governors[p.governor] && p.main >= 0 && !meetingVerbs[t[p.main].Lower] && !(run{p.main, p.verb}).has(t, gatheringVerbs) {
			return false // "offered a relationship to address crime"
		}
		return who.role == allRole || who.role == sideRole || who.role == oneRole || who.role == eventRole || p.governor == "expected" || p.governor == "met"
	}
	return true
}

// committed reports whether the bare verb at v goes on with a list of acts that
// somebody agreed or decided to do.
func committed(t []lang.Token, v int) bool {
	if v > 1 && isGerund(t[v]) && t[v-1].Is("keep", "continue", "resume", "start", "begin") {
		v--
	}
	if v < 4 || pastLike(t[v]) || isGerund(t[v]) || !t[v-1].Is(",", "and", "or", "to") && !isAdverb(t[v-1]) {
		return false
	}
	for k := v - 2; k > 0 && k > v-60; k-- {
		if t[k].Is("to") && t[k-1].Is("agreed", "decided", "committed", "pledged", "agree", "resolved", "vowed", "promised", "undertook", "forward", "closely") {
			return true
		}
		if t[k].Is("agreed", "decided", "committed", "pledged", "resolved") && (run{k, k + 5}).any(t, "to") {
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
func metTo(t []lang.Token, p predicate) bool {
	return p.main >= 0 && p.main < p.verb && t[p.verb-1].Is("to") && (run{p.main, p.verb}).any(t, "meet", "met", "meets")
}

// notYet are words by which somebody is only willing to talk.
var notYet = words("keen willing eager open happy ready prepared")

// background reports whether the clause of the verb tells what went on for a
// long time, and not at the meeting: "for weeks both have been keeping up
// contacts to address X".
func background(t []lang.Token, v int) bool {
	for i := v - 1; i > 0 && i > v-12; i-- {
		if t[i].Lower == "been" && i+1 < len(t) && (t[i-1].Is("have", "has", "long", "had") || isAdverb(t[i-1])) && (isGerund(t[i+1]) || i+1 == v) {
			return true
		}
		if t[i].Kind == lang.Punct && t[i].Lower != "," {
			return false
		}
	}
	return false
}

// gatheringVerbs are what people do to be at a meeting: an infinitive after
// one tells what the meeting is for.
var (
	meetingVerbs   = words("met meet meets held hold hosted gathered gather convened convene had joined led attended participated use used spoke received receives welcomed sat flew travelled traveled arrived came visited called saw sees huddled assembled")
	gatheringVerbs = words("meet met meeting meetings gather convene opportunity talks trip visit together")
)

// nextTime reports whether the clause tells of the meeting after this one.
func nextTime(t []lang.Token, p predicate) bool {
	return p.main >= 0 && p.main < p.verb && modals[t[p.main].Lower] && (run{p.main, p.verb}).any(t, "meet", "convene", "hold") && (run{p.main, p.verb}).any(t, "again", "next")
}

// pastSecondVerb moves past a second verb with the same object: "reviewed and
// encouraged progress".
func pastSecondVerb(t []lang.Token, i, end int) int {
	if end+2 >= len(t) || !t[end].Is("and", "or") {
		return end
	}
	v := t[end+1]
	if isGerund(t[i]) && isGerund(v) || pastLike(t[i]) && pastLike(v) && !reportVerbs[v.Lower] && !prepositions[t[end+2].Lower] {
		return end + 2
	}
	return end
}

// amounts are raised without anybody talking about them.
var amounts = words("tariffs tariff taxes tax rates rate prices price wages pay money funds duties output production salaries fees pensions ceiling quota quotas number share level limit limits threshold budget")
