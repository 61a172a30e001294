package extract

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// by gives part to those named after "by".
func (e *eventReader) by(i int) {
	g := e.after(i + 1)
	if e.empty(g) || e.begin(g)-i > 3 {
		if g = e.listAfter(i + 1); e.empty(g) {
			return
		}
	}
	if e.pairs(g, i, "delegation.by", false) {
		return
	}
	if v := e.passiveVerb(i); v.Is("represented") {
		for _, m := range e.s.mentions { // "India was represented by A"
			if (m.kind == placeMention || m.kind == organisationMention) && m.last < i && i-m.last < 4 {
				e.giveTeam(g, "delegation.by", m.side, m.sideKind, false)
				return
			}
		}
		if body := e.bodyBefore(i-1, g); body != "" {
			e.giveTeam(g, "delegation.by", body, briefing.Organisation, false)
			return
		}
	}
	for k := i - 1; k >= 0 && k > i-7; k-- {
		if side, kind, ok := e.team(k); ok && side != "" {
			e.giveTeam(g, "delegation.by", side, kind, false)
			return
		}
	}
	e.give(g, "delegation.by", someRole, .88)
}

func (e *eventReader) tookPart(i int) {
	t := e.t[i]
	if t.Is("took", "take", "takes", "taking") && !(i+1 < len(e.t) && e.t[i+1].Is("part")) || t.Is("present") && !(i > 0 && e.t[i-1].Is("were", "was", "also")) {
		return
	}
	if e.denied(i) {
		return
	}
	if by := e.byAfter(i); by > 0 && (by == i+1 || e.passive(i)) {
		e.by(by)
		return
	}
	// "Also due to attend are A, B", "Also attending were A"
	if i > 2 && e.t[i-1].Is("those") && e.t[i-2].Is("among") {
		e.give(e.before(i-3), "delegation.took-part", someRole, .85) // "A was among those attending"
		return
	}
	if g := e.withThose(i); !e.empty(g) {
		e.give(g, "delegation.took-part", someRole, .85)
		return
	}
	for k := i + 1; k < len(e.t) && k < i+8 && (k == i+1 || t.Is("participating", "attending", "attend", "present", "taking")); k++ {
		if !e.t[k].Is("are", "were", "was", "is", "will") {
			continue
		}
		if g := e.after(k + 1); !e.empty(g) {
			e.give(g, "delegation.took-part", someRole, .9)
			return
		}
	}
	for _, mark := range e.marks { // "A and B took part on the Peruvian side"
		if mark.side != "" && mark.from > i && mark.from <= i+2 {
			e.giveTeam(e.before(i), "delegation.took-part", mark.side, mark.kind, false)
			return
		}
	}
	if side, kind, ok := e.asObserver(i); ok {
		e.giveTeam(e.before(i), "delegation.took-part", side, kind, false)
		return
	}
	if !e.eventAfter(i) {
		return
	}
	e.give(e.before(i), "delegation.took-part", someRole, .9)
}

// asObserver reads "attended as an observer for the African Union".
func (e *eventReader) asObserver(i int) (string, briefing.SideKind, bool) {
	if i+3 >= len(e.t) {
		return "", "", false
	}
	as := i + 1
	for as < len(e.t) && as < i+6 && !e.t[as].Is("as") {
		as++
	}
	if as+2 >= len(e.t) || !e.t[as].Is("as") || !e.t[as+1].Is("a", "an", "the", "observer", "observers") {
		return "", "", false
	}
	for _, m := range e.s.mentions {
		if (m.kind == placeMention || m.kind == organisationMention) && m.first > as && m.first-as < 8 && e.t[m.first-1].Is("for", "of", "the", "from") {
			return m.side, m.sideKind, true
		}
	}
	return "", "", e.t[as+2].Is("observer", "mediator", "guest", "facilitator", "chair", "host") || e.t[as+1].Is("observer", "observers")
}

// withThose reads "…, with A, B and C attending".
func (e *eventReader) withThose(i int) group {
	if !e.t[i].Is("attending", "participating", "present", "attendance", "hand", "tow") {
		return group{}
	}
	for i > 0 && e.t[i-1].Is("in", "on", "also", "both") {
		i--
	}
	for k := len(e.persons) - 1; k >= 0; k-- {
		if e.persons[k].to > i {
			continue
		}
		if i-e.persons[k].to > 2 {
			return group{}
		}
		g := group{k, k + 1}
		for g.first > 0 && e.joined(g.first) {
			g.first--
		}
		if f := e.begin(g); f > 0 && e.t[f-1].Is("with") {
			return g
		}
		return group{}
	}
	return group{}
}

// eventAfter reports whether what is attended is a meeting, as far as said.
func (e *eventReader) eventAfter(i int) bool {
	if e.t[i].Is("took", "take", "takes", "taking") && i+2 < len(e.t) {
		i++
		if !e.t[i+1].Is("in", "at") {
			return true
		}
		for k := i + 2; k < len(e.t) && k < i+7; k++ {
			if e.t[k].Is("half", "part", "stage", "stages", "portion", "evening", "afternoon", "morning", "end", "second", "opening", "closing") {
				return true // of the meeting told before
			}
		}
	}
	if i+1 >= len(e.t) || e.t[i+1].Kind == lang.Punct || e.t[i].Is("present") {
		return !e.t[i].Is("participate", "attend") || i > 0 && e.t[i-1].Is("will", "also")
	}
	for k := i + 1; k < len(e.t) && k < i+10; k++ {
		if isTalk(e.t[k]) || e.t[k].Is("delegation", "event", "ceremony", "forum", "assembly", "briefing", "roundtable") {
			return true
		}
		if e.t[k].Is(".", ";") {
			return false
		}
	}
	return false
}

// team returns the side of the delegation that stands at or near token i, and
// whether one does: "the high-level U.S. delegation".
func (e *eventReader) team(i int) (side string, kind briefing.SideKind, ok bool) {
	if !e.t[i].Is("delegation", "delegations", "team", "side", "mission", "negotiators", "contingent", "sides", "teams", "party") && !(e.t[i].Is("one") && i > 0 && e.sideAt(i-1)) || e.t[i].Is("party") && !(i > 0 && e.sideAt(i-1) && e.t[i].Text == "party") || i > 0 && e.t[i-1].Is("congressional", "legislative", "other") {
		return "", "", false
	}
	side, kind = e.teamSide(i)
	return side, kind, true
}

// sideAt reports whether token i ends the name of a side.
func (e *eventReader) sideAt(i int) bool {
	for _, m := range e.s.mentions {
		if m.last == i+1 && (m.kind == placeMention || m.kind == organisationMention) {
			return true
		}
	}
	return false
}

func (e *eventReader) teamSide(i int) (string, briefing.SideKind) {
	for _, m := range e.s.mentions { // "a team from the World Bank"
		if (m.kind == placeMention || m.kind == organisationMention) && m.first > i+1 && m.first <= i+3 && e.t[i+1].Is("of", "from") && (m.first == i+2 || e.t[i+2].Is("the")) {
			return m.side, m.sideKind
		}
	}
	for k := len(e.s.mentions) - 1; k >= 0; k-- {
		m := e.s.mentions[k]
		if m.last > i+4 || i-m.last > 4 {
			continue
		}
		if m.kind == placeMention || m.kind == organisationMention {
			if m.first > i && !e.t[m.first-1].Is("of", "from", "the") {
				continue
			}
			return m.side, m.sideKind
		}
		if m.kind == personMention && m.person != nil && m.last < len(e.t) && e.t[m.last].Kind == lang.Clitic {
			return m.person.anySide(), m.person.kind
		}
	}
	if i > 1 && e.t[i-1].Kind == lang.Clitic {
		if body := e.d.bodyCalled(e.s, i-2); body != "" {
			return body, briefing.Organisation // "the Front's delegation"
		}
	}
	for k := i - 1; k > 0 && k > i-4; k-- {
		if e.t[k].Kind == lang.Clitic && e.t[k-1].Is("government") {
			return e.d.oneGovernment(), briefing.Country // "the government's five-strong team"
		}
	}
	return "", ""
}

// atHead reads "at the head of a Peruvian delegation": the side of whoever
// the sentence is about.
func (e *eventReader) atHead(i int) {
	if i < 2 || !e.t[i-1].Is("the") || !e.t[i-2].Is("at") || i+1 >= len(e.t) || !e.t[i+1].Is("of") {
		return
	}
	for k := i + 2; k < len(e.t) && k < i+9; k++ {
		side, kind, ok := e.team(k)
		if !ok {
			continue
		}
		for n, m := range e.persons {
			if (m.to <= i-2 || m.from > k) && !e.possessive(m) && (m.from == 0 || !preposition(e.t[m.from-1])) {
				e.giveTeam(group{n, n + 1}, "delegation.led", side, kind, true)
				return
			}
		}
	}
}

func (e *eventReader) led(i int) {
	// "delegation … led by A"
	if by := e.byAfter(i); by > 0 {
		n := -1
		for k := i - 1; k >= 0 && k > i-20; k-- {
			if _, _, ok := e.team(k); ok || isTalk(e.t[k]) || e.t[k].Is("officials", "negotiators", "ministers", "diplomats", "representatives", "members", "leaders", "delegates", "envoys") {
				n = k
				break
			}
		}
		if n < 0 || e.imaginedLead(n) {
			return
		}
		g := e.after(by + 1)
		if e.pairs(g, i, "delegation.led", true) {
			return
		}
		side, kind, _ := e.team(n)
		if body := e.bodyBefore(i, g); side == "" && body != "" {
			side, kind = body, briefing.Organisation
		}
		e.giveTeam(g, "delegation.led", side, kind, true)
		return
	}
	// "A led the U.S. delegation"
	for k := i + 1; k < len(e.t) && k < i+8; k++ {
		if side, kind, ok := e.team(k); ok {
			g := e.before(i)
			e.giveTeam(g, "delegation.led", side, kind, true)
			return
		}
		if e.t[k].Is(",", ".", ";") {
			return
		}
	}
	for k := i + 1; k < len(e.t) && k < i+5; k++ {
		if isTalk(e.t[k]) && !e.t[k].Is("call", "round") && e.t[i].Is("led", "headed") {
			e.give(e.before(i), "delegation.led", subjectRole, .75)
			return
		}
	}
}

// imaginedLead reports whether the meeting at n is an earlier one that the
// sentence only sets out from: "Following the November summit led by …".
func (e *eventReader) imaginedLead(n int) bool {
	for k := n; k >= 0 && k > n-24; k-- {
		if e.t[k].Is("following", "since", "after", "follows") {
			return isTalk(e.t[n]) || e.t[n].Is("partnership")
		}
	}
	return false
}

// pairs reads as many people as sides stand before the verb at v: "the
// delegations of X, Y and Z were led by A, B and C". It reports whether it did.
func (e *eventReader) pairs(g group, v int, rule briefing.RuleID, head bool) bool {
	n := g.last - g.first
	if n < 2 {
		return false
	}
	var list []*mention
	for _, m := range e.s.mentions {
		switch {
		case m.last > v:
		case m.kind != placeMention && m.kind != organisationMention:
		case len(list) > 0 && !listGap(e.t, list[len(list)-1].last, m.first):
			list = []*mention{m}
		default:
			list = append(list, m)
		}
	}
	if len(list) != n || v-list[n-1].last > 4 {
		return false
	}
	for k, m := range list {
		e.giveTeam(group{g.first + k, g.first + k + 1}, rule, m.side, m.sideKind, head)
	}
	return true
}

func (e *eventReader) giveTeam(g group, rule briefing.RuleID, side string, kind briefing.SideKind, head bool) {
	for k := g.first; k < g.last; k++ {
		e.out = append(e.out, part{person: e.persons[k].person, m: e.persons[k], rule: rule, role: subjectRole, team: side, kind: kind, head: head, sure: .93})
	}
}

// elided reads the later members of "Nigeria was represented by A, Benin by B
// and Niger by C".
func (e *eventReader) elided(i int) {
	end := i // of what stands before "by": "Benin", "Benin's", "Benin's team"
	if end > 1 && e.t[end-1].Is("side", "team", "delegation") {
		end--
	}
	if end > 1 && e.t[end-1].Kind == lang.Clitic {
		end--
	}
	if end < 1 {
		return
	}
	m := e.d.mentionAt(e.t[end-1].Start)
	if m != nil && (m.kind != placeMention && m.kind != organisationMention || m.last != end) {
		m = nil
	}
	if m == nil && end == i || m != nil && m.kind != placeMention && end == i {
		return
	}
	for k := 0; k < end; k++ {
		if e.t[k].Is("represented", "led", "headed") && k+1 < i {
			g := e.after(i + 1)
			if e.empty(g) || e.begin(g) > i+2 {
				return
			}
			g.last = g.first + 1
			if m != nil {
				e.giveTeam(g, "delegation.by", m.side, m.sideKind, false)
			} else {
				e.give(g, "delegation.by", someRole, .85)
			}
			return
		}
	}
}

func (e *eventReader) included(i int) {
	n := -1
	back := 16
	if e.t[i].Is("included", "includes", "comprised", "comprising") {
		back = 60 // "the delegation, led by A, Secretary of …, included"
	}
	for k := i - 1; k >= 0 && k > i-back; k-- {
		if e.t[k].Is(".", ";") {
			break
		}
		if _, _, ok := e.team(k); ok || e.t[k].Is("participants", "attendees", "representatives", "officials", "delegates", "those") && (!e.t[i].Is("were", "are") || e.among(k)) {
			n = k
			break
		}
		if isTalk(e.t[k]) && e.t[i].Is("included", "includes") {
			n = k
			break
		}
	}
	if n < 0 || e.t[i].Is("were", "are", "was", "is") && !e.memberOf(n) && !e.among(n) && !(i+1 < len(e.t) && e.t[i+1].Is("composed", "made")) || e.t[n].Is("group") && e.t[i].Is("including") {
		return
	}
	for i+1 < len(e.t) && e.t[i+1].Is("composed", "made", "up", "of", "drawn", "formed") {
		i++
	}
	side, kind, team := e.team(n)
	if !team {
		side, kind = e.teamSide(n)
	}
	g := e.after(i + 1)
	if e.empty(g) {
		g = e.listAfter(i + 1)
	}
	if e.empty(g) {
		return
	}
	// The list may hold clauses that part its members: take them all, but not
	// those who own something or only stand in another's office.
	rule := briefing.RuleID("delegation.included")
	for k := g.first; k < len(e.persons); k++ {
		m := e.persons[k]
		if k > g.first && (m.to < len(e.t) && e.t[m.to].Is("was", "were", "is", "are", "said", "met", "told", "headed", "led", "represented", "had", "has", "will") ||
			e.verbBetween(e.persons[k-1].to, m.from) || m.from > 0 && e.t[m.from-1].Is("while", "whereas", "but", "as", "when", "after", "before", "than")) {
			break // a clause of its own
		}
		if e.possessive(m) || m.office && k > g.first || m.from > i+1 && e.t[m.from-1].Is("by", "to", "of") && !e.t[max(0, m.from-2)].Is("joined", "accompanied") {
			continue
		}
		e.out = append(e.out, part{person: m.person, m: m, rule: rule, role: someRole, team: side, kind: kind, sure: .95})
	}
}

// verbBetween reports whether a clause goes on between tokens from and to:
// "which included A and B, met C".
func (e *eventReader) verbBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if e.t[k].Is("met", "held", "told", "received", "visited", "welcomed", "hosted", "saw", "asked", "urged", "thanked", "arrived", "agreed", "meets", "meet") {
			return true
		}
	}
	return false
}

// bodyBefore returns the body that people stand for whom "its" belongs to:
// "the Free River Movement was represented by its leader"; "" if there is none.
func (e *eventReader) bodyBefore(v int, g group) string {
	if e.empty(g) {
		return ""
	}
	f := e.begin(g)
	if !e.t[f].Is("its", "their") && !(f > 0 && e.t[f-1].Is("its", "their")) {
		return ""
	}
	end := v
	for end > 0 && v-end < 5 && (!e.t[end-1].Capital() || e.t[end-1].Is("the")) {
		end--
	}
	start := end
	for start > 0 && end-start < 6 && (e.t[start-1].Capital() && !e.t[start-1].Is("the", "a") || start < end && e.t[start-1].Is("of", "for", "'", "’", "'s", "’s")) {
		start--
	}
	for start < end && !e.t[start].Capital() {
		start++
	}
	if start >= end || start == 0 && end == 1 || !e.d.whole(briefing.Span{Start: e.t[start].Start, End: e.t[end-1].End}, e.s.Span) {
		return ""
	}
	return strings.Join(strings.Fields(e.d.text[e.t[start].Start:e.t[end-1].End]), " ")
}

// among reports whether "among" stands before token k.
func (e *eventReader) among(k int) bool {
	for i := k - 1; i >= 0 && i > k-4; i-- {
		if e.t[i].Is("among") {
			return true
		}
	}
	return false
}

// memberOf reports whether the team at n is in "members of the delegation".
func (e *eventReader) memberOf(n int) bool {
	for k := n; k >= 0 && k > n-6; k-- {
		if e.t[k].Is("members", "member", "others", "rest", "remainder", "also", "remaining") {
			return true
		}
	}
	return false
}

func (e *eventReader) accompanied(i int) {
	if i+1 < len(e.t) && e.t[i+1].Is("by") {
		if e.t[i].Is("backed", "supported", "followed") && !e.passive(i) {
			return
		}
		subject := e.before(i)
		var lead *person
		if !e.empty(subject) {
			lead = e.persons[subject.last-1].person
			e.give(subject, "delegation.accompanied", subjectRole, .85)
		} else if k := e.antecedent(i); k >= 0 {
			lead = e.persons[k].person
		} else if p := e.mainSubject(i); p != nil {
			lead = p
		} else {
			e.actors(i, "delegation.accompanied", .8)
			if e.passive(i) {
				lead = e.leaderBefore()
			}
		}
		e.company(lead, e.after(i+2))
		return
	}
	if !e.t[i].Is("joined", "accompanied") || e.denied(i) {
		return
	}
	if o := e.after(i + 1); e.t[i].Is("accompanied") && !e.passive(i) && o.last-o.first == 1 && e.begin(o) <= i+2 {
		if s := e.before(i); !e.empty(s) { // "A accompanied the commissioner"
			e.company(e.persons[o.first].person, s)
			return
		}
	}
	if o := e.after(i + 1); !e.empty(o) && e.begin(o) == i+1 {
		for k := e.end(o); k < len(e.t) && k < e.end(o)+8; k++ {
			if isTalk(e.t[k]) {
				e.give(e.before(i), "delegation.took-part", someRole, .8)
				e.give(o, "delegation.took-part", someRole, .8)
				return
			}
		}
	}
	// "A joined B for talks" says little; "A joined the talks" says it.
	for k := i + 1; k < len(e.t) && k < i+6; k++ {
		if isTalk(e.t[k]) || e.t[k].Is("deliberations", "proceedings") || e.t[k].Is("calls") && (k+1 == len(e.t) || e.t[k+1].Kind == lang.Punct || e.t[k+1].Is("with")) {
			e.give(e.before(i), "delegation.took-part", someRole, .8)
			return
		}
	}
}

// antecedent returns the person to whom a clause at token i belongs: "talks
// with [A], (who was) accompanied by"; -1 if there is none.
func (e *eventReader) antecedent(i int) int {
	k := i - 1
	for k > 0 && e.t[k].Is("who", "was", "were", "is", "are", "also", "both", "himself", "herself", "will", "be") {
		k--
	}
	if k < 0 || e.t[k].Text != "," && !e.t[k+1].Is("who") && k != i-1 {
		return -1
	}
	for n, m := range e.persons {
		if m.to == k || m.to == k+1 {
			return n
		}
	}
	return -1
}

// mainSubject returns who does what the main clause says, for a participle
// that a comma sets off at token i: "A opened the talks on Monday, joined by".
func (e *eventReader) mainSubject(i int) *person {
	if i == 0 || e.t[i-1].Text != "," {
		return nil
	}
	for _, m := range e.persons {
		if m.to >= i {
			break
		}
		if !e.possessive(m) && !(m.from > 0 && (preposition(e.t[m.from-1]) || e.t[m.from-1].Is("with", "by"))) {
			return m.person
		}
	}
	return nil
}

// passiveVerb returns the token whose "by" stands at i: "represented at the
// talks by".
func (e *eventReader) passiveVerb(i int) lang.Token {
	for k := i - 1; k > 0 && k > i-8; k-- {
		if e.t[k].Is("represented") && e.passive(k) {
			return e.t[k]
		}
	}
	return e.t[i-1]
}

// passive reports whether a form of "be" stands right before token i.
func (e *eventReader) passive(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if e.t[k].Is("was", "were", "is", "are", "be", "been", "being") {
			return true
		}
	}
	return false
}

// appointed reads "A named B as its chief negotiator".
func (e *eventReader) appointed(i int) {
	g := e.after(i + 1)
	if e.empty(g) {
		return
	}
	if e.t[i].Is("sent", "sends", "dispatched") && i > 0 && e.sideAt(i-1) && e.begin(g) <= i+2 && !e.denied(i) {
		m := e.d.mentionAt(e.t[i-1].Start) // "Chile sent its finance minister, A"
		e.giveTeam(g, "delegation.took-part", m.side, m.sideKind, false)
		return
	}
	if e.t[i].Is("sent", "sends", "dispatched") && i+1 < len(e.t) && e.t[i+1].Is("their") && !e.denied(i) {
		if e.begin(g) <= i+6 && e.pairs(g, i, "delegation.took-part", false) {
			return // "Chile and Peru sent their chiefs of staff, A and B"
		}
	}
	if f := e.begin(g); e.t[i].Is("sent", "sends", "dispatched") && f <= i+2 && (e.t[f].Is("his", "her") || e.t[f-1].Is("his", "her")) && !e.denied(i) {
		if s := e.before(i); !e.empty(s) { // "Roe sent his deputy, A, instead"
			e.company(e.persons[s.first].person, g)
			return
		}
	}
	if e.t[i].Is("sent", "sends", "dispatched") && e.begin(g) <= i+2 && !e.denied(i) {
		if body := e.bodyBefore(i, g); body != "" { // "Southrail sent its chief executive, A"
			e.giveTeam(g, "delegation.took-part", body, briefing.Organisation, false)
			return
		}
	}
	for k := e.end(g); k < len(e.t) && k < e.end(g)+9; k++ {
		if e.t[k].Is("negotiator", "negotiators", "delegation") || e.t[k].Is("head", "lead", "represent") && e.officialsAfter(k) {
			side, kind := "", briefing.SideKind("")
			for _, m := range e.s.mentions {
				if m.kind == placeMention && m.last <= i && i-m.last < 4 {
					side, kind = m.side, m.sideKind
				}
			}
			e.giveTeam(group{g.first, g.first + 1}, "delegation.negotiator", side, kind, true)
			return
		}
	}
}

// titledNegotiator reports whether an office is that of somebody who speaks
// for a side at the table.
func titledNegotiator(title string) bool {
	low := lang.Fold(title)
	return strings.Contains(low, "negotiator") || low == "delegate" || strings.HasPrefix(low, "delegate ") || low == "mediator" || strings.HasSuffix(low, " mediator") || strings.HasPrefix(low, "head of") && (strings.Contains(low, "delegation") || strings.Contains(low, "team"))
}
