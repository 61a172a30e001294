package extract

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

var (
	talkAgain  = words("talks discussions meeting meetings round rounds negotiations session sessions summit conference consultations dialogue gathering get-together retreat")
	another    = words("another next further follow-up second third fourth fifth sixth seventh eighth ninth tenth new additional subsequent")
	goOn       = words("continue resume reconvene convene")
	newBodies  = words("panel committee commission group force hotline mechanism centre center council secretariat fund channel platform roadmap team body office subcommittee taskforce line")
	comeBack   = words("table talks negotiations bargaining negotiating discussions again consultations")
	happens    = words("held place continue resume begin start convene follow occur scheduled reconvene")
	noPlan     = words("focus touch consider cover debate deliberate raise compare attend travel visit arrive participate call return discuss talk receive get cost face need depend able remain help benefit struggle ensure require play comply find seek look see know like want hope try")
	gathers    = words("meet sit gather convene assemble huddle hold") // in a preview, the meeting itself
	hedges     = words("possibility possible perhaps if unless would-be whether")
	reasserted = words("stating reaffirmed affirmed reiterated underscored stressed recognized recognised believe believes believed hope hoped hopes argued argues warned warns predicted expects expected noted emphasized emphasised")
)

// sideWill are acts that commit the side that says it will do them.
var sideWill = words("let allow double triple halve readmit treat take provide cover scrap waive suspend drop recall place help repay supply support build introduce create reopen resume restore expand strengthen boost equip transfer export pay compensate repatriate recognise recognize remove ease provide contribute send give deliver donate allocate supply establish launch join open grant lift release withdraw invest train deploy fund finance return sign reduce cut extend ratify")

// sums are words of money and measure.
var sums = words("million billion mln bln trillion tonnes tons $ € £ us$")

// plans finds what the sides said they will do together, and the next round:
//
//	The two governments will set up a commission
//	A further session will be held
//	Peru and Chile are to work together
func (g *agreementFinder) plans(s *sentence) {
	t := s.Tokens
	g.nextRound(s)
	for i := 1; i+1 < len(t); i++ {
		due := t[i].Is("are", "is") && t[i+1].Is("due", "scheduled", "set", "planned", "expected", "pencilled", "slated", "fixed") && i+2 < len(t) && (t[i+2].Is("to", "for", "in", "on", "next") || months[t[i+2].Lower])
		if !t[i].Is("will", "would") && !(t[i].Is("are", "is") && t[i+1].Is("to")) && !due {
			continue
		}
		p := predicateOf(t, i)
		if p.subject.empty() || p.negated || t[i+1].Is("not", "never", "have") || p.subject.to != i && !isAdverb(t[i-1]) && t[i-1].Lower != "”" {
			continue
		}
		from, to := p.subject.from, objectEnd(t, i+1, extent{act: true})
		if firstVerb(t, p.subject) < p.subject.to || p.subject.has(t, reasserted) || (run{max(0, from-3), i}).has(t, hedges) || otherTime(t, run{i, to}, 0) {
			continue
		}
		verb := i + 1
		if due {
			verb++
		}
		if t[verb].Is("only") && to < len(t) && t[to].Is("when", "if", "once", "after", "unless") {
			continue // "will only return when the shooting stops" is a condition
		}
		for verb < to && (isAdverb(t[verb]) || t[verb].Is("to", "be")) {
			verb++
		}
		if verb >= to {
			continue
		}
		who := g.seat(g.table.party(s, p.subject))
		told := from > 0 && (run{max(0, from-5), from}).any(t, "said", "told", "added", "announced", "says", "confirmed", "promised")
		switch {
		case p.subject.has(t, talkAgain) && ((run{verb, to}).any(t, "today", "tonight") && t[verb].Is("continue") || from > 0 && t[from-1].Is("which", "whom")):
			continue // this very meeting goes on
		case p.subject.has(t, talkAgain) && (p.subject.has(t, another) || ordinal(t, p.subject) || goOn[t[verb].Lower]) && (due || (run{verb, to}).has(t, happens)) || t[verb].Is("meet") && (s.index > 1 && due || (run{verb, to}).any(t, "again") || s.index > 1 && (run{verb, to}).any(t, "next")) && who.role != outsideRole:
			status := briefing.Announced
			if s.index > 0 && !(run{0, i}).has(t, speech) && !g.inQuotation(t[i].Start) && !(to < len(t) && t[to].Lower == "," && saidBy(t, to+1)) {
				status = briefing.Agreed
			}
			if len(who.sides) < 2 {
				who = party{role: allRole, sides: g.table.allSides(), reason: "parties not named here"}
			}
			to = pastMargins(t, to)
			g.file(s, g.withSecond(t, run{from, to}), who, agreementRule{id: nextMeeting, confidence: .75}, status)
		case t[verb].Is("return", "try", "sit", "resume", "reconvene", "go") && who.role != outsideRole && ((run{verb, min(to, verb+6)}).has(t, comeBack) || t[verb].Is("return") && (run{verb, to}).any(t, "resume")) && (who.role == allRole || p.subject.any(t, "both", "two", "sides", "they", "officials", "negotiators", "diplomats", "delegations")) && s.index > 0:
			g.file(s, run{from, to}, who, agreementRule{id: nextMeeting, confidence: .7}, briefing.Agreed)
		case p.subject.has(t, newBodies) && t[p.subject.from].Is("a", "an", "new", "joint") && (g.table.inSentence(s, from).role == unknownRole || !told) && (t[i].Is("will", "would") || t[i+1].Is("to")) && who.role != outsideRole && !s.quoted && !g.inQuotation(t[i].Start):
			g.file(s, run{from, to}, party{role: allRole, sides: g.table.allSides(), reason: "parties not named here"}, agreementRule{id: "agreement.new-body", confidence: .65}, briefing.Agreed)
		case g.toBe(s, i, p):
			g.file(s, run{from, to}, party{role: allRole, sides: g.table.allSides(), reason: "parties not named here"}, agreementRule{id: "agreement.to-be", confidence: .5}, briefing.Announced)
		case g.goesOn(s, i, verb):
			y := g.found[len(g.found)-1]
			g.file(s, run{from, to}, party{role: allRole, sides: y.parties, reason: "parties of the sentence before"}, agreementRule{id: "agreement.goes-on", confidence: .55}, y.status)
		case who.role == allRole && (len(who.sides) != 1 || p.subject.any(t, "both", "two", "sides", "parties")) && !(due && !sideWill[t[verb].Lower]) && !(t[verb].Is("exchange") && (run{verb, to}).any(t, "views", "notes", "opinions", "ideas")) && !(t[verb].Is("look") && s.index < 5) && !p.subject.any(t, "where", "which", "who", "he", "she") && !(run{max(0, from-7), from}).has(t, reasserted) && !noPlan[t[verb].Lower] && !(s.index < 2 && gathers[t[verb].Lower]) && !(t[verb].Is("meet", "gather", "convene") && ownMeeting(t, run{verb, to})) && (!t[i].Is("would") || told && sideWill[t[verb].Lower]) && !g.inQuotation(t[i].Start) && g.joint(t, p.subject):
			status := briefing.Agreed
			if due {
				status = briefing.Announced
			}
			g.file(s, run{from, to}, who, agreementRule{id: "agreement.joint-will", confidence: .6}, status)
		case who.role == sideRole && !eventHead(t, p.subject) && (t[i].Is("will", "is", "are") || told) && (sideWill[t[verb].Lower] || (run{verb, to}).has(t, sums) && !due && !noPlan[t[verb].Lower] || t[0].Is("in") && t[1].Is("return", "exchange")) && !s.quoted && !(t[verb].Is("join", "attend") && (run{verb, min(to, verb+5)}).has(t, eventNouns)) && !(run{verb, to}).any(t, "statement", "statements", "remarks", "speech", "keynote", "address") && !(run{max(0, from-7), from}).has(t, reasserted) && !(run{0, from}).has(t, hedges):
			g.file(s, run{from, to}, who, agreementRule{id: "agreement.will", confidence: .5}, briefing.Announced)
		default:
			continue
		}
		i = to - 1
	}
}

// pastMargins moves past the occasion at token i on whose margins people will
// meet: "on the margins of the harvest fair in May".
func pastMargins(t []lang.Token, i int) int {
	if i+3 >= len(t) || !t[i].Is("on") || !t[i+1].Is("the") || !t[i+2].Is("margins", "sidelines", "fringes") {
		return i
	}
	for i += 3; i < len(t) && t[i].Kind != lang.Punct && !t[i].Is("and", "but", "when", "while"); i++ {
	}
	return i
}

// ownMeeting reports whether a "will meet" tells of the meeting the article is
// about, or of one with somebody else, and not of the next one.
func ownMeeting(t []lang.Token, r run) bool {
	if r.from+1 < r.to && !prepositions[t[r.from+1].Lower] && !t[r.from+1].Is("again", "every", "next", "twice", "once", "regularly", "annually", "quarterly", "later", "to") || t[r.from+1].Is("with") {
		return true // "will meet the queen"
	}
	for i := r.from; i < min(r.to, r.from+6); i++ {
		if t[i].Is("tomorrow", "today", "tonight", "this") || weekdays[t[i].Lower] {
			return true
		}
	}
	return false
}

// nextRound finds the next meeting told without a verb of its own: "talks were
// adjourned until Monday", "with the next round set for May".
func (g *agreementFinder) nextRound(s *sentence) {
	t := s.Tokens
	for i := 1; i+1 < len(t); i++ {
		from := -1
		switch {
		case t[i].Is("adjourned") && t[i+1].Is("until", "till", "to"):
			if p := predicateOf(t, i); p.subject.has(t, talkAgain) && !p.negated {
				from = p.subject.from
			}
		case t[i].Is("arranged", "scheduled") && t[i-1].Is("been") && t[i+1].Is("between", "for", "in"):
			if p := predicateOf(t, i); p.subject.has(t, talkAgain) && !p.negated && p.modal == "" && s.index > 1 {
				from = p.subject.from
			}
		case t[i].Is("set", "scheduled", "due", "planned", "slated", "fixed") && t[i+1].Is("for", "to", "in", "on") && talkAgain[t[i-1].Lower]:
			for k := i - 1; k > 0 && k > i-6; k-- {
				if another[t[k].Lower] || ordinal(t, run{k, k + 1}) {
					from = k
					break
				}
			}
		}
		if from < 0 || s.quoted || g.inQuotation(t[i].Start) || otherTime(t, run{0, len(t)}, g.year) {
			continue
		}
		who := party{role: allRole, sides: g.table.allSides(), reason: "parties not named here"}
		g.file(s, run{from, objectEnd(t, i+1, extent{act: true})}, who, agreementRule{id: nextMeeting, confidence: .7}, briefing.Announced)
		return
	}
}

// ordinal reports whether r counts meetings: "the 32nd session".
func ordinal(t []lang.Token, r run) bool {
	for i := r.from; i < r.to; i++ {
		if n := len(t[i].Lower); t[i].Kind == lang.Number && n > 2 && (run{i, i + 1}).any(t, t[i].Lower) {
			switch t[i].Lower[n-2:] {
			case "th", "st", "nd", "rd":
				return true
			}
		}
	}
	return false
}

// toBe reports whether the verb at i tells of a step that follows from the
// deals told before: "A first tender is to be opened in May".
func (g *agreementFinder) toBe(s *sentence, i int, p predicate) bool {
	t := s.Tokens
	n := len(g.found)
	if n == 0 || s.quoted || i+3 >= len(t) || !t[i].Is("is", "are") || !t[i+1].Is("to") || !t[i+2].Is("be") || p.subject.to != i || p.subject.has(t, pronouns) || g.inQuotation(t[i].Start) {
		return false
	}
	if y := g.found[n-1].sentence; y == s || y.index+4 < s.index || y.index > s.index {
		return false
	}
	return (sideDone[t[i+3].Lower] || t[i+3].Is("let") && i+4 < len(t) && t[i+4].Is("in")) && !p.subject.any(t, "if", "which", "who", "aim", "goal", "he", "she") && g.table.party(s, p.subject).role != outsideRole
}

// sideDone are past forms of the steps that follow from a deal.
var sideDone = words("launched opened built set created established introduced reopened lifted released exchanged withdrawn deployed signed published handed returned drawn halved doubled scrapped suspended extended admitted paid shared sent invited completed")

// goesOn reports whether the modal at i goes on with the deal of the sentence
// before: "They had settled on a tariff. The annex would be renegotiated".
func (g *agreementFinder) goesOn(s *sentence, i, verb int) bool {
	t := s.Tokens
	if len(g.found) == 0 || s.quoted || g.inQuotation(t[i].Start) {
		return false
	}
	y := g.found[len(g.found)-1]
	if (y.status == briefing.Agreed || y.status == briefing.Signed) && y.sentence.index < s.index && y.sentence.index > s.index-5 && t[i].Is("are", "is") && t[i+1].Is("to") && !t[verb].Is("be", "meet", "blame", "play", "face", "visit", "hold", "speak", "leave", "come", "go", "have", "do") && verb == i+2 {
		p := predicateOf(t, i)
		return !p.subject.any(t, "objective", "aim", "goal", "purpose", "task", "mission", "challenge", "hope") && !p.subject.has(t, pronouns) && p.subject.to == i && !p.subject.has(t, relatives) && g.table.party(s, p.subject).role != outsideRole
	}
	if y.sentence == s || y.sentence.index+1 != s.index || y.sentence.paragraph != s.paragraph || y.status != briefing.Agreed && y.status != briefing.Signed {
		return false
	}
	arranged := t[i].Is("are", "is") && t[i+1].Is("to") || t[i].Is("would") && t[i+1].Is("be") && pastLike(t[verb])
	return arranged && g.table.party(s, predicateOf(t, i).subject).role != outsideRole
}

// terms finds what a deal lays down: "Under the accord, Peru will …".
func (g *agreementFinder) terms(s *sentence) {
	t := s.Tokens
	at := 0
	for i := 1; i < len(t) && i < 14 && !t[0].Is("under", "as"); i++ {
		if t[i].Is("under") && t[i-1].Is("that") { // "said that under the accord, …"
			at = i
		}
	}
	if len(t) < 8 || !t[at].Is("under", "as") || otherTime(t, run{0, len(t)}, g.year) {
		return
	}
	k := at + 1
	for k < len(t) && k < at+14 && t[k].Lower != "," {
		k++
	}
	if k >= len(t)-2 || t[k].Lower != "," || !(run{at + 1, k}).has(t, dealNouns) {
		return
	}
	m := k + 1
	for m < len(t) && m < k+16 && !modals[t[m].Lower] && !(t[m].Is("to") && t[m-1].Is("is", "are")) {
		m++
	}
	if m >= len(t) || !t[m].Is("will", "would", "to", "shall") {
		return
	}
	who := g.table.party(s, run{k + 1, m})
	if who.role == outsideRole {
		return
	}
	rule := agreementRule{id: "agreement.terms", confidence: .65}
	end := objectEnd(t, m, extent{act: true})
	if end < len(t) && t[end].Is("and") && (run{end, min(len(t), end+9)}).any(t, "will", "would", "shall") { // both halves of a bargain
		end = objectEnd(t, end+1, extent{act: true})
		who = g.table.party(s, run{k + 1, end})
	}
	g.file(s, run{k + 1, end}, who, rule, briefing.Agreed)
	// "…, while the union will suspend its strike"
	for i := end; i+2 < len(t) && i < end+3; i++ {
		if !t[i].Is("while", "whereas") {
			continue
		}
		m := i + 1
		for m < len(t) && m < i+12 && !t[m].Is("will", "would", "shall") {
			m++
		}
		if m < len(t) && t[m].Is("will", "would", "shall") {
			g.file(s, run{i + 1, objectEnd(t, m, extent{act: true})}, g.table.party(s, run{i + 1, m}), rule, briefing.Agreed)
		}
		return
	}
}

// provisions finds what a deal contains, told of the deal itself: "The accord
// provides for joint patrols".
func (g *agreementFinder) provisions(s *sentence) {
	t := s.Tokens
	if len(t) < 6 || !t[0].Is("the", "this", "it", "a", "an") || s.quoted || otherTime(t, run{0, len(t)}, g.year) {
		return
	}
	k := 1
	for k < len(t) && k < 6 && !dealNouns[t[k].Lower] {
		k++
	}
	who := party{role: allRole, sides: g.table.allSides(), reason: "parties not named here"}
	last := len(g.found) - 1
	switch {
	case t[0].Is("it") && last >= 0 && g.found[last].sentence.index+1 == s.index && (g.found[last].status == briefing.Signed || g.found[last].basis.Rule == provides):
		k, who.sides, who.reason = 0, g.found[last].parties, "parties of the sentence before"
	case t[0].Is("it") || k+2 >= len(t) || !dealNouns[t[k].Lower]:
		return
	case t[0].Is("a", "an"): // "A treaty, signed in the harbour, obliges both to"
		for k < len(t) && k < 10 && t[k].Lower != "," {
			k++
		}
		if k+3 >= len(t) || t[k].Lower != "," || !t[k+1].Is("signed", "initialled", "initialed", "agreed") {
			return
		}
		for k++; k < len(t) && k < 24 && t[k].Lower != ","; k++ {
		}
		if k+1 >= len(t) || t[k].Lower != "," || !t[k+1].Is("commits", "obliges", "binds", "provides", "sets", "requires", "allows", "gives", "establishes", "creates") {
			return
		}
		g.file(s, run{0, objectEnd(t, k+2, extent{act: true})}, who, agreementRule{id: provides, confidence: .65}, briefing.Signed)
		return
	case t[k].Capital() && (t[k].Is("plan", "programme", "program", "framework") || len(g.found) == 0):
		return // "the Brandal Plan calls for": the name of an earlier one
	}
	k++
	for k < len(t) && (isAdverb(t[k]) || modals[t[k].Lower]) {
		k++
	}
	if k+1 < len(t) && (t[k].Is("provides", "provide", "calls", "call", "allows", "allow") && t[k+1].Is("for") || t[k].Is("commits", "requires", "obliges", "stipulates", "envisages", "commit", "confirms") || firmDeals[t[k-1].Lower] && t[k].Is("gives", "grants", "sets", "establishes", "creates", "foresees", "guarantees", "bans", "extends") || t[0].Is("it") && t[k].Is("gives", "grants", "sets", "establishes", "creates", "foresees", "guarantees", "bans", "extends")) {
		to := objectEnd(t, k+1, extent{act: true})
		if to+1 < len(t) && t[to].Is("and") && t[to+1].Is("provides", "calls", "gives", "sets", "requires", "allows") {
			to = objectEnd(t, to+2, extent{act: true})
		}
		g.file(s, run{0, to}, who, agreementRule{id: provides, confidence: .55}, briefing.Agreed)
	}
}

// provides is the rule for what a deal contains.
const provides briefing.RuleID = "agreement.provides"

// firmDeals are deals that bind, unlike a statement or a plan.
var firmDeals = words("agreement deal accord pact treaty truce ceasefire settlement compromise convention memorandum protocol")

// withSecond adds a second plan told in the same sentence: "The group will
// meet quarterly, and the next meeting will take place in May".
func (g *agreementFinder) withSecond(t []lang.Token, r run) run {
	if r.from > 4 && t[r.from-1].Is("and") && (run{0, r.from}).any(t, "will") {
		return run{0, r.to}
	}
	return r
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

// otherTime reports whether r names a time at which another deal was made:
// "last year", "in 1986", "in December".
func otherTime(t []lang.Token, r run, year int) bool {
	for i := r.from; i < r.to; i++ {
		w := t[i].Lower
		switch {
		case (w == "last" || w == "previous") && i+1 < r.to && (t[i+1].Is("year", "month", "autumn", "spring", "summer", "winter", "fall", "decade") || months[t[i+1].Lower]):
			return true
		case w == "at" && i+2 < r.to && t[i+1].Is("the", "that") && t[i+2].Is("time"):
			return true
		case w == "back" && i+1 < r.to && t[i+1].Is("in"):
			return true
		case w == "ago" || w == "previously" || w == "formerly" || w == "earlier" && i+2 < r.to && t[i+1].Is("this") && t[i+2].Is("year", "month"):
			return true
		case t[i].Kind == lang.Number && len(w) == 4 && yearOf(w) > 0 && i > 0 && t[i-1].Is("in") && r.any(t, "had"):
			return true // "in 2016 the two had agreed"
		case t[i].Kind == lang.Number && len(w) == 4 && year > 0 && yearOf(w) > 0 && yearOf(w) < year && i > 0 && (t[i-1].Is("in", "since", ",", "from", "the") || months[t[i-1].Lower]):
			return true
		}
	}
	return false
}
