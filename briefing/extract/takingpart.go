package extract

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// Sentences that say who took part, by what they turn on:
//
//	A met (with) B · A held talks in Geneva with B · A spoke by phone with B     delegation.met
//	talks between A and B · his talks with B · a joint news conference with B    delegation.talks-with
//	A, B and C participated in the meeting · also due to attend are A and B      delegation.took-part
//	a meeting hosted (convened, chaired) by A · signed by A and B                delegation.by
//	A hosted (received, welcomed) B · A convened the meeting                     delegation.hosted
//	the U.S. delegation, led by A · A headed the team                            delegation.led
//	the delegation included A; B; and C · members of the delegation were …       delegation.included
//	A was accompanied (joined) by B                                              delegation.accompanied
//	A traveled to X for talks · the visit of A · A, visiting X                   delegation.visit
//	A discussed X with B · A and B agreed to …                                   delegation.discussed
//
// Not read: meetings that are denied, proposed or only imagined, meetings
// inside quotations, and people who are known to have met only because they
// answer one another.

// part is one person's share in a meeting, as one sentence tells it.
type part struct {
	person *person
	m      *mention
	rule   briefing.RuleID
	role   partRole
	team   string // side of the delegation the sentence puts the person in
	kind   briefing.SideKind
	host   string // country in which the sentence sets the meeting
	head   bool
	sure   float64
}

// partRole tells those who came from those whom they came to see.
type partRole uint8

const (
	someRole partRole = iota
	subjectRole
	objectRole
)

// eventReader finds the parts in one sentence.
type eventReader struct {
	d       *document
	s       *sentence
	t       []lang.Token
	persons []*mention
	host    string
	ahead   string // side whose people the sentence says it lists
	aheadAs briefing.SideKind
	out     []part
}

// partsIn returns who took part in something by the words of s.
func (d *document) partsIn(s *sentence) []part {
	e := &eventReader{d: d, s: s, t: s.Tokens}
	for _, m := range s.mentions {
		if m.kind == personMention && m.person != nil {
			e.persons = append(e.persons, m)
		}
	}
	if len(e.persons) == 0 {
		return nil
	}
	e.host = e.setting()
	e.sideAhead()
	for i := range e.t {
		if d.inQuotation(e.t[i].Start) {
			continue
		}
		e.at(i)
	}
	return e.out
}

// setting returns the country in which the sentence says its events took
// place: "In Guyana, Mr. Roe met …", "While in Panama, …".
func (e *eventReader) setting() string {
	for _, m := range e.s.mentions {
		if m.kind == placeMention && m.first > 0 && m.first < 4 && e.t[m.first-1].Is("in") && m.last < len(e.t) && e.t[m.last].Text == "," {
			return m.side
		}
	}
	return ""
}

// sideAhead reads "From the U.S. side, …", "For Mexico, …".
func (e *eventReader) sideAhead() {
	if len(e.t) < 4 || !e.t[0].Is("from", "for", "on", "representing") {
		return
	}
	for _, m := range e.s.mentions {
		if m.kind != placeMention && m.kind != organisationMention || m.first > 4 {
			continue
		}
		k := m.last
		if k < len(e.t) && e.t[k].Is("side", "delegation", "team") {
			k++
		}
		if k < len(e.t) && e.t[k].Is(",", ":") {
			e.ahead, e.aheadAs = m.side, m.sideKind
		}
		return
	}
}

// group is people listed together: persons[first:last].
type group struct{ first, last int }

func (e *eventReader) empty(g group) bool { return g.first >= g.last }

// begin and end return the tokens of a group.
func (e *eventReader) begin(g group) int { return e.persons[g.first].from }
func (e *eventReader) end(g group) int   { return e.persons[g.last-1].to }

// joined reports whether person k goes on the list that person k-1 is in.
func (e *eventReader) joined(k int) bool {
	a, b := e.persons[k-1], e.persons[k]
	i := a.to
	if i+2 < len(e.t) && e.t[i].Text == "(" { // "of the Republic of Korea (ROK),"
		for i < b.from && e.t[i].Text != ")" {
			i++
		}
		i++
	}
	return i < b.from && listGap(e.t, i, b.from) || i == b.from && i > a.to
}

// possessive reports whether a name owns what follows it.
func (e *eventReader) possessive(m *mention) bool {
	return m.to < len(e.t) && e.t[m.to].Kind == lang.Clitic || m.to < len(e.t) && e.t[m.to].Is("'", "’") && m.to+1 < len(e.t) && e.t[m.to+1].Kind == lang.Word
}

// before returns the group that does what the verb at v says.
func (e *eventReader) before(v int) group {
	if g := e.named(v); !e.empty(g) {
		return g
	}
	return group{}
}

// actors returns who does what the verb at v says, and whether a pronoun
// stands for them: "He also met B".
func (e *eventReader) actors(v int, rule briefing.RuleID, sure float64) bool {
	if g := e.named(v); !e.empty(g) {
		e.give(g, rule, subjectRole, sure)
		return true
	}
	for k := v - 1; k >= 0 && k > v-7; k-- {
		if e.t[k].Is("he", "she") {
			if k > 0 && len(e.persons) > 0 && e.persons[0].to <= k && e.persons[0].from < 6 { // "A's trip to X, where he met"
				e.give(group{0, 1}, rule, subjectRole, sure-.1)
				return true
			}
			if m := e.d.lastSubject(e.s); m != nil {
				e.out = append(e.out, part{person: m.person, m: m, rule: rule, role: subjectRole, sure: .72})
				return true
			}
			return false
		}
		if e.t[k].Kind == lang.Punct || e.t[k].Capital() {
			return false
		}
	}
	return false
}

// lastSubject returns the first person of the nearest sentence before s that
// begins with one: whom "he" at the head of s most likely means.
func (d *document) lastSubject(s *sentence) *mention {
	for i := s.index - 1; i >= 0 && i >= s.index-3; i-- {
		o := d.sentences[i]
		for _, m := range o.mentions {
			if m.kind == personMention && m.person != nil {
				if m.last < len(o.Tokens) && o.Tokens[m.last].Kind == lang.Clitic || m.from > 0 && preposition(o.Tokens[m.from-1]) {
					break
				}
				return m
			}
		}
	}
	return nil
}

// then returns the person who acts after the clause at i, with its group g:
// "After talks with B, [A] said".
func (e *eventReader) then(g group, i int) group {
	if g.last >= len(e.persons) || i > 8 {
		return group{}
	}
	m := e.persons[g.last]
	end := e.end(g)
	comma := -1
	for k := end; k < m.from; k++ {
		if e.t[k].Text == "," {
			comma = k
		}
		if e.t[k].Is(";", "that", "said") {
			return group{}
		}
	}
	if comma < 0 || m.from-comma > 2 || m.from-end > 14 || e.possessive(m) || m.to >= len(e.t) {
		return group{}
	}
	return group{g.last, g.last + 1}
}

func (e *eventReader) named(v int) group {
	k := len(e.persons) - 1
	for k >= 0 && e.persons[k].to > v {
		k--
	}
	for k >= 0 && e.possessive(e.persons[k]) {
		k--
	}
	if k < 0 || !e.subjectGap(e.persons[k].to, v) {
		return group{}
	}
	g := group{k, k + 1}
	for g.first > 0 && e.joined(g.first) && !e.possessive(e.persons[g.first-1]) {
		g.first--
	}
	if !e.governed(g) {
		return g
	}
	// "Following a summit led by A and B, C and D met": the second list is
	// another's.
	for k := g.last - 1; k > g.first+1; k-- {
		if e.closed(k) {
			return group{k, g.last}
		}
	}
	return group{}
}

// governed reports whether a group hangs on a preposition.
func (e *eventReader) governed(g group) bool {
	f := e.begin(g)
	return f > 0 && (preposition(e.t[f-1]) && !e.t[f-1].Is("from") || e.t[f-1].Is("with", "by", "than"))
}

// closed reports whether the list before person k had come to its "and", and
// only a comma parts it from k.
func (e *eventReader) closed(k int) bool {
	a, b := e.persons[k-1], e.persons[k]
	if b.from-a.to != 1 || e.t[a.to].Text != "," {
		return false
	}
	for i := e.persons[k-2].to; i < a.from; i++ {
		if e.t[i].Is("and") {
			return true
		}
	}
	return false
}

// longestGap is how many tokens may stand between a verb and who does it.
const longestGap = 22

// subjectGap reports whether tokens [from, to) may stand between a subject and
// its verb: auxiliaries, adverbs, an inserted clause.
func (e *eventReader) subjectGap(from, to int) bool {
	if to-from > longestGap {
		return false
	}
	commas := 0
	for i := from; i < to; i++ {
		t := e.t[i]
		switch {
		case t.Text == ",":
			commas++
		case t.Is(";", ":", ".", "?", "!"):
			return false
		case t.Is("said", "says", "told") && i+1 < to && (e.t[i+1].Is("he", "she", "they") || e.t[i+1].Is("that") && i+2 < to && e.t[i+2].Is("he", "she", "they")):
			if e.t[i+1].Is("that") {
				i++
			}
		case t.Is("that", "said", "when", "while", "because", "if", "whether", "but") && commas%2 == 0:
			return false
		case t.Capital() && i == from && !e.d.known(t):
			return false
		}
	}
	return commas%2 == 0 || commas == 1 && to-from < 8
}

// known reports whether a capitalised token is a day, a month or a place, and
// so no hidden subject.
func (d *document) known(t lang.Token) bool { return vocab().is(t, partWord) }

// after returns the group that begins at or soon after token i, with only
// words of time, place and manner between.
func (e *eventReader) after(i int) group {
	for k, m := range e.persons {
		if m.from < i {
			continue
		}
		if m.from-i > 9 || !e.objectGap(i, m.from) {
			return group{}
		}
		g := group{k, k + 1}
		for g.last < len(e.persons) && e.joined(g.last) {
			g.last++
		}
		for g.last > g.first && e.possessive(e.persons[g.last-1]) {
			g.last--
		}
		return g
	}
	return group{}
}

// objectGap reports whether tokens [from, to) may stand between a verb or
// preposition and whom it governs.
func (e *eventReader) objectGap(from, to int) bool {
	for i := from; i < to; i++ {
		t := e.t[i]
		if t.Is(":") && i == from {
			continue // "the delegation included: A, B"
		}
		if t.Is(".", ";", ":", "!", "?", "that", "said", "who", "which", "about", "against", "while", "as", "after", "because", "if", "over", "his") {
			return t.Is("his") && i+1 >= to
		}
		if t.Text == "," && i+1 < to && e.t[i+1].Is("who", "which", "said", "but") {
			return false
		}
	}
	return true
}

// with returns the group after a "with" that belongs to the verb or noun at
// v, at most n tokens on.
func (e *eventReader) with(v, n int) group {
	for i := v + 1; i < len(e.t) && i <= v+n; i++ {
		t := e.t[i]
		if t.Is(".", ";", "that", "said", "who", "which") {
			return group{}
		}
		if t.Is("with", "between") || t.Is("on") && e.t[i-1].Is("call") {
			return e.after(i + 1)
		}
	}
	return group{}
}

// give adds the members of a group.
func (e *eventReader) give(g group, rule briefing.RuleID, role partRole, sure float64) {
	for k := g.first; k < g.last; k++ {
		e.out = append(e.out, part{person: e.persons[k].person, m: e.persons[k], rule: rule, role: role, team: e.ahead, kind: e.aheadAs, host: e.host, sure: sure})
	}
}

// denied reports whether the verb at v is denied or only imagined.
func (e *eventReader) denied(v int) bool {
	for i := max(0, v-5); i < v; i++ {
		if e.t[i].Text == "May" {
			continue // the month
		}
		if e.t[i].Is("not", "n't", "n’t", "never", "refused", "declined", "would", "could", "might", "may", "if", "whether", "without", "unable", "proposed", "possible") {
			return !(e.t[i].Is("would", "could") && e.reportedFuture(i))
		}
		if e.t[i].Is(",", ";") {
			continue
		}
	}
	return false
}

// reportedFuture reports whether a "would" only puts a plan into the past:
// "agencies reported that A and B would meet on Tuesday".
func (e *eventReader) reportedFuture(i int) bool {
	for k := i; k > 0 && k > i-40; k-- {
		if e.t[k].Is("reported", "announced", "confirmed") {
			return true
		}
	}
	return false
}

// own reports whether those met are the subject's own people or the press.
func (e *eventReader) own(i int) bool {
	for k := i; k < len(e.t) && k < i+6; k++ {
		if e.t[k].Is("his", "her", "their", "reporters", "journalists", "advisors", "advisers", "aides", "cabinet", "supporters", "voters", "lawyers", "staff") {
			return true
		}
		if e.t[k].Kind == lang.Punct {
			return false
		}
	}
	return false
}

// isTalk reports whether a token is a noun for a meeting of people.
func isTalk(t lang.Token) bool {
	switch t.Lower {
	case "talks", "meeting", "meetings", "discussions", "discussion", "negotiations", "consultations", "summit", "conversation", "conversations",
		"dialogue", "call", "session", "sessions", "dinner", "lunch", "breakfast", "audience", "conference", "round", "encounter", "visit", "handshake":
		return true
	}
	return false
}

// at reads the event that turns on token i, if there is one.
func (e *eventReader) at(i int) {
	t := e.t[i]
	switch t.Lower {
	case "met", "meet", "meets", "meeting", "confer", "conferred", "spoke", "speaks", "speak", "talked", "huddled", "negotiated", "dined", "lunched", "sat":
		if t.Is("meeting") && !e.verbal(i) {
			break
		}
		e.met(i)
		return
	case "held", "hold", "holds", "holding", "had", "have", "has", "having", "conducted", "opened", "began", "resumed", "completed", "ended", "concluded":
		e.heldTalks(i)
	case "hosted", "hosts", "host", "received", "receives", "welcomed", "welcomes", "greeted", "hosting", "receiving", "convened", "chaired", "co-chaired", "convenes", "co-hosted":
		e.hosted(i)
	case "participated", "participate", "participates", "attended", "attend", "attends", "attending", "participating", "took", "take", "takes", "taking", "present", "represented":
		e.tookPart(i)
	case "led", "co-led", "headed", "leads", "heads", "lead", "leading", "heading", "chairing":
		e.led(i)
	case "included", "include", "includes", "comprised", "comprises", "comprising", "consisted", "including", "were", "are":
		e.included(i)
	case "accompanied", "joined", "flanked":
		e.accompanied(i)
	case "signed", "signs", "initialled", "sealed":
		e.signed(i)
	case "discussed", "discuss", "reviewed", "exchanged", "addressed":
		e.discussed(i)
	case "traveled", "travelled", "travels", "flew", "arrived", "arrives", "visited", "visits", "visiting", "leaves", "traveling", "travelling", "returned", "visit", "trip":
		e.visited(i)
	case "told", "assured", "informed", "thanked", "congratulated", "urged", "briefed", "updated", "asked", "pressed":
		e.told(i)
	case "hands":
		if i > 0 && e.t[i-1].Is("shook", "shakes", "shaking", "shake") {
			if o := e.with(i, 3); !e.empty(o) {
				e.give(e.before(i-1), "delegation.met", subjectRole, .8)
				e.give(o, "delegation.met", objectRole, .8)
			}
		}
	case "standing", "appearing", "speaking", "sitting":
		e.together(i)
		for k := i + 1; k < len(e.t) && k < i+4; k++ {
			if e.t[k].Is("beside", "alongside", "to", "with") {
				if o := e.after(k + 1); !e.empty(o) && e.begin(o) <= k+2 {
					e.give(e.before(i), "delegation.met", subjectRole, .78)
					e.give(e.then(o, 0), "delegation.met", subjectRole, .78)
					e.give(o, "delegation.met", objectRole, .78)
				}
				break
			}
		}
	case "invitation":
		e.invited(i)
	case "issued", "released", "presided":
		for k := i + 1; k < len(e.t) && k < i+3; k++ {
			if e.t[k].Is("by") && (e.t[i].Is("presided") || e.jointBefore(i)) {
				e.by(k)
			}
		}
		e.together(i)
	case "between":
		e.between(i)
	case "representing":
		if g := e.before(i); !e.empty(g) {
			e.give(g, "delegation.took-part", someRole, .75)
			break
		}
		for k := i + 1; k < len(e.t) && k < i+7; k++ { // "Representing Peru were A and B"
			if e.t[k].Is("was", "were", "is", "are") {
				side, kind := "", briefing.SideKind("")
				if m := e.d.mentionAt(e.t[k-1].Start); m != nil {
					side, kind = m.side, m.sideKind
				}
				e.giveTeam(e.after(k+1), "delegation.took-part", side, kind, false)
				break
			}
		}
	case "brought", "brings":
		if i+1 < len(e.t) && e.t[i+1].Is("together") {
			if g := e.after(i + 2); g.last-g.first > 1 {
				e.give(g, "delegation.took-part", someRole, .85)
			}
		}
	case "reappointed", "appointed", "named", "sent", "dispatched":
		e.appointed(i)
	case "agreed", "pledged", "reaffirmed", "stressed", "underscored", "expressed", "launched", "vowed", "shook", "embraced",
		"reiterated", "emphasized", "emphasised", "highlighted", "condemned", "committed", "decided", "announced", "celebrated", "affirmed", "resolved", "said":
		e.together(i)
	case "presence":
		if i+1 < len(e.t) && e.t[i+1].Is("of") {
			e.give(e.after(i+2), "delegation.took-part", someRole, .8)
		}
	case "joining", "accompanying":
		for k := i + 1; k < len(e.t) && k < i+7; k++ {
			if e.t[k].Is("was", "were", "is", "are") {
				e.give(e.after(k+1), "delegation.accompanied", subjectRole, .85)
				break
			}
		}
	case "called", "phoned", "telephoned":
		e.phoned(i)
	}
	if isTalk(t) {
		e.talks(i)
	}
}

// verbal reports whether the "meeting" at i is a verb: "before meeting with
// Bush", "is meeting".
func (e *eventReader) verbal(i int) bool {
	if i+1 < len(e.t) && i > 0 && e.t[i-1].Is("are", "is", "were", "be") && e.t[i+1].Is("in", "at", "on", "for", "to", "today", "here", "this", "next") {
		return true
	}
	return i+1 < len(e.t) && (e.t[i+1].Is("with") || e.t[i+1].Capital()) && i > 0 && e.t[i-1].Is("before", "after", "is", "are", "was", "were", "been", "be", "while", "of", "by", "without")
}

func (e *eventReader) met(i int) {
	if e.denied(i) {
		return
	}
	t := e.t[i]
	if t.Is("spoke", "speak", "speaks", "talked", "sat", "speaking") {
		subject := e.before(i)
		object := e.with(i, 7)
		if !e.empty(object) {
			if e.actors(i, "delegation.met", .85) || e.persons[object.first].title != "" {
				e.give(object, "delegation.met", objectRole, .85)
			}
		} else if !e.empty(subject) && subject.last-subject.first > 1 && i+1 < len(e.t) && e.t[i+1].Is("on", "by", "today", "yesterday", "via", "over") {
			e.give(subject, "delegation.met", subjectRole, .9)
		}
		return
	}
	subject := e.before(i)
	object := e.after(i + 1)
	if e.empty(object) || e.begin(object)-i > 5 {
		if w := e.with(i, 14); !e.empty(w) {
			object = w
		}
	}
	if e.empty(object) && !e.own(i+1) {
		object = e.listAfter(i + 1)
	}
	if !e.empty(object) {
		if !e.actors(i, "delegation.met", .92) {
			e.give(e.then(object, i), "delegation.met", subjectRole, .85)
		}
		e.give(object, "delegation.met", objectRole, .92)
		return
	}
	switch {
	case e.own(i + 1):
	case e.empty(subject):
		if e.officialsAfter(i + 1) {
			e.actors(i, "delegation.met", .8)
		}
	case subject.last-subject.first > 1:
		e.give(subject, "delegation.met", subjectRole, .9)
	case e.officialsAfter(i + 1):
		e.give(subject, "delegation.met", subjectRole, .8)
	}
}

// listAfter returns a person in a list that begins with bodies or unnamed
// people: "will meet officials of the Stock Exchange, the Trade Ministry, and
// Posts Minister A".
func (e *eventReader) listAfter(i int) group {
	commas := 0
	for k := i; k < len(e.t) && k < i+34; k++ {
		t := e.t[k]
		switch {
		case t.Is(".", ";", ":", "to", "who", "that", "which", "said", "after", "before", "during", "while", "when", "on"):
			return group{}
		case t.Is(",", "and"):
			commas++
		}
		for n, m := range e.persons {
			if m.from == k && commas > 0 && e.t[k-1].Is("and", ",", "with", "the") && !e.possessive(m) && m.title != "" {
				g := group{n, n + 1}
				for g.last < len(e.persons) && e.joined(g.last) {
					g.last++
				}
				return g
			}
		}
	}
	return group{}
}

// officialsAfter reports whether unnamed officials stand soon after token i.
func (e *eventReader) officialsAfter(i int) bool {
	for k := i; k < len(e.t) && k < i+14; k++ {
		if e.t[k].Is("officials", "leaders", "representatives", "ministers", "premiers", "counterparts", "counterpart", "members", "delegation", "authorities", "governors", "envoys", "diplomats", "executives", "lawmakers", "negotiators") {
			return true
		}
		if e.t[k].Is(".", ";") {
			return false
		}
	}
	return false
}

func (e *eventReader) heldTalks(i int) {
	n := -1
	for k := i + 1; k < len(e.t) && k < i+10; k++ {
		if e.t[k].Is(",", ".", ";", "that", "to") {
			break
		}
		if isTalk(e.t[k]) && !e.t[k].Is("visit") {
			n = k
			break
		}
	}
	if n < 0 || e.denied(i) || e.t[n].Is("conference") {
		return
	}
	subject := e.before(i)
	object := e.with(n, 12)
	if e.empty(subject) {
		if !e.empty(object) {
			e.actors(i, "delegation.met", .8)
		}
		return // the noun's own rule sees the others
	}
	switch {
	case !e.empty(object):
		e.give(subject, "delegation.met", subjectRole, .92)
		e.give(object, "delegation.met", objectRole, .92)
	case e.own(n + 1):
	case subject.last-subject.first > 1, e.officialsAfter(n + 1):
		e.give(subject, "delegation.met", subjectRole, .8)
	}
}

// talks reads a noun: "talks between A and B", "his meeting with B", "the
// meeting was attended by".
func (e *eventReader) talks(i int) {
	if e.t[i].Is("visit") || e.imagined(i) {
		return
	}
	if i > 0 && e.t[i-1].Is("for") && e.placeBefore(i) && !(i+1 < len(e.t) && e.t[i+1].Is("with")) {
		e.give(e.before(i), "delegation.visit", subjectRole, .8) // "A is in Cairo for talks"
	}
	for k := i + 1; k < len(e.t) && k < i+10; k++ {
		t := e.t[k]
		if t.Is(".", ";", "said", "that", "who", "was", "were", "is", "will") {
			return
		}
		if t.Is("between", "with", "among", "involving") || t.Is("on") && e.t[i].Is("call") {
			g := e.after(k + 1)
			if e.empty(g) || e.begin(g)-k > 4 {
				return
			}
			e.give(g, "delegation.talks-with", objectRole, .85)
			// "A's talks with B", and "A said he made progress in talks with B"
			if t.Is("between", "among", "involving") {
				return
			}
			if o := e.owner(i); !e.empty(o) {
				e.give(o, "delegation.talks-with", subjectRole, .85)
			} else if th := e.then(g, max(0, i-6)); !e.empty(th) {
				e.give(th, "delegation.talks-with", subjectRole, .8)
			} else if e.pronounOwner(i) {
				if m := e.d.lastSubject(e.s); m != nil && !e.inGroup(g, m.person) {
					e.out = append(e.out, part{person: m.person, m: m, rule: "delegation.talks-with", role: subjectRole, sure: .72})
				}
			} else if s := e.before(i); !e.empty(s) && !e.t[i].Is("conference") || !e.empty(s) && t.Is("with") {
				e.give(s, "delegation.talks-with", subjectRole, .75)
			}
			return
		}
	}
}

// pronounOwner reports whether the talks at i are "his" or "her".
func (e *eventReader) pronounOwner(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if e.t[k].Is("his", "her") {
			return true
		}
	}
	return false
}

func (e *eventReader) inGroup(g group, p *person) bool {
	for k := g.first; k < g.last; k++ {
		if e.persons[k].person == p {
			return true
		}
	}
	return false
}

// imagined reports whether the meeting at i is only proposed or wished for.
func (e *eventReader) imagined(i int) bool {
	for k := max(0, i-6); k < i; k++ {
		if e.t[k].Is("proposed", "possible", "hypothetical", "no", "not", "potential", "if", "future", "previous", "past", "would", "could", "way") {
			return true
		}
	}
	return false
}

// owner returns the person whose talks they are: "al-Sharaa's talks".
func (e *eventReader) owner(i int) group {
	for k, m := range e.persons {
		if m.to <= i && e.possessive(m) && i-m.to < 5 {
			return group{k, k + 1}
		}
	}
	return group{}
}

func (e *eventReader) hosted(i int) {
	if i+1 < len(e.t) && e.t[i+1].Is("by") {
		for k := max(0, i-8); k < i; k++ {
			if e.t[k].Is("lunch", "dinner", "reception", "gala", "concert", "exhibition", "website") {
				return // beside the meeting
			}
		}
		e.by(i + 1)
		if e.t[i].Is("received", "welcomed", "greeted", "hosted") && i > 0 && e.t[i-1].Is("was", "were", "been") {
			e.give(e.before(i), "delegation.hosted", subjectRole, .85)
		}
		return
	}
	if e.denied(i) || e.t[i].Is("host") && !(i > 0 && e.t[i-1].Is("to", "will")) {
		return
	}
	subject, object := e.before(i), e.after(i+1)
	gap := 0
	if !e.empty(object) {
		gap = e.begin(object) - i
	}
	t := e.t[i]
	if t.Is("convened") && i+1 < len(e.t) && e.t[i+1].Is(":") && !e.empty(object) {
		e.give(object, "delegation.took-part", someRole, .9)
		return
	}
	if t.Is("convened", "chaired", "co-chaired", "convenes", "hosted", "hosts", "hosting", "co-hosted") {
		for k := i + 1; k < len(e.t) && k < i+9; k++ {
			if isTalk(e.t[k]) {
				e.give(subject, "delegation.hosted", subjectRole, .85)
				if w := e.with(k, 6); !e.empty(w) {
					e.give(w, "delegation.hosted", objectRole, .85)
				}
				return
			}
		}
	}
	if !e.empty(subject) && !e.empty(object) && gap < 3 {
		e.give(subject, "delegation.hosted", subjectRole, .85)
		e.give(object, "delegation.hosted", objectRole, .85)
		return
	}
	// "welcomed a high-level U.S. delegation", "welcomed world leaders"
	if !e.empty(subject) && t.Is("welcomed", "welcomes", "received", "receives", "hosted", "hosts") {
		for k := i + 1; k < len(e.t) && k < i+7; k++ {
			if e.t[k].Is("delegation", "leaders", "delegations", "counterparts", "visitors") {
				e.give(subject, "delegation.hosted", subjectRole, .8)
				return
			}
		}
	}
}

// by gives part to those named after "by".
func (e *eventReader) by(i int) {
	g := e.after(i + 1)
	if e.empty(g) || e.begin(g)-i > 3 {
		if g = e.listAfter(i + 1); e.empty(g) {
			return
		}
	}
	if e.t[i-1].Is("represented") {
		for _, m := range e.s.mentions { // "India was represented by A"
			if m.kind == placeMention && m.last < i && i-m.last < 4 {
				e.giveTeam(g, "delegation.by", m.side, m.sideKind, false)
				return
			}
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
	if i+1 < len(e.t) && e.t[i+1].Is("by") {
		e.by(i + 1)
		return
	}
	// "Also due to attend are A, B", "Also attending were A"
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
	if !e.eventAfter(i) {
		return
	}
	e.give(e.before(i), "delegation.took-part", someRole, .9)
}

// withThose reads "…, with A, B and C attending".
func (e *eventReader) withThose(i int) group {
	if !e.t[i].Is("attending", "participating", "present") {
		return group{}
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
	if !e.t[i].Is("delegation", "delegations", "team", "side", "mission", "negotiators") || i > 0 && e.t[i-1].Is("congressional", "legislative", "other") {
		return "", "", false
	}
	side, kind = e.teamSide(i)
	return side, kind, true
}

func (e *eventReader) teamSide(i int) (string, briefing.SideKind) {
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
	return "", ""
}

func (e *eventReader) led(i int) {
	// "delegation … led by A"
	if i+1 < len(e.t) && e.t[i+1].Is("by") {
		n := -1
		for k := i - 1; k >= 0 && k > i-20; k-- {
			if _, _, ok := e.team(k); ok || isTalk(e.t[k]) || e.t[k].Is("officials", "negotiators", "ministers", "diplomats") {
				n = k
				break
			}
		}
		if n < 0 || e.imaginedLead(n) {
			return
		}
		side, kind, _ := e.team(n)
		e.giveTeam(e.after(i+2), "delegation.led", side, kind, true)
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

func (e *eventReader) giveTeam(g group, rule briefing.RuleID, side string, kind briefing.SideKind, head bool) {
	for k := g.first; k < g.last; k++ {
		e.out = append(e.out, part{person: e.persons[k].person, m: e.persons[k], rule: rule, role: subjectRole, team: side, kind: kind, head: head, sure: .93})
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
	if n < 0 || e.t[i].Is("were", "are") && !e.memberOf(n) && !e.among(n) || e.t[n].Is("group") && e.t[i].Is("including") {
		return
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
		if e.possessive(m) || m.office && k > g.first || m.from > 0 && e.t[m.from-1].Is("by", "to", "of") && !e.t[max(0, m.from-2)].Is("joined", "accompanied") {
			continue
		}
		e.out = append(e.out, part{person: m.person, m: m, rule: rule, role: someRole, team: side, kind: kind, sure: .95})
	}
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
		if e.t[k].Is("members", "member") {
			return true
		}
	}
	return false
}

func (e *eventReader) accompanied(i int) {
	if i+1 < len(e.t) && e.t[i+1].Is("by") {
		subject := e.before(i)
		side, kind := "", briefing.SideKind("")
		if !e.empty(subject) {
			p := e.persons[subject.first].person
			side, kind = p.anySide(), p.kind
			e.give(subject, "delegation.accompanied", subjectRole, .85)
		}
		if e.empty(subject) {
			e.actors(i, "delegation.accompanied", .8)
			if m := e.d.lastSubject(e.s); m != nil && i > 0 && e.t[i-1].Is("was", "is") {
				side, kind = m.person.anySide(), m.person.kind
			}
		}
		g := e.after(i + 2)
		for k := g.first; k < g.last; k++ {
			e.out = append(e.out, part{person: e.persons[k].person, m: e.persons[k], rule: "delegation.accompanied", role: subjectRole, team: side, kind: kind, sure: .9})
		}
		return
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
		if isTalk(e.t[k]) {
			e.give(e.before(i), "delegation.took-part", someRole, .8)
			return
		}
	}
}

func (e *eventReader) signed(i int) {
	if i+1 < len(e.t) && e.t[i+1].Is("by") {
		if g := e.after(i + 2); !e.empty(g) && (g.last-g.first > 1) {
			e.give(g, "delegation.by", someRole, .85)
		}
		return
	}
	if o := e.with(i, 12); !e.empty(o) && !e.empty(e.before(i)) {
		e.give(e.before(i), "delegation.by", subjectRole, .8)
		e.give(o, "delegation.by", objectRole, .8)
		return
	}
	for k := i + 1; k < len(e.t) && k < i+9; k++ {
		if e.t[k].Is("agreement", "deal", "treaty", "accord", "pact", "memorandum", "declaration", "communique", "protocol") {
			if g := e.before(i); g.last-g.first > 1 && e.t[i].Is("signed", "signs") {
				e.give(g, "delegation.by", someRole, .8)
			}
			return
		}
	}
}

func (e *eventReader) discussed(i int) {
	subject := e.before(i)
	if e.empty(subject) || e.denied(i) {
		return
	}
	if o := e.with(i, 14); !e.empty(o) {
		e.give(subject, "delegation.discussed", subjectRole, .8)
		e.give(o, "delegation.discussed", objectRole, .8)
		return
	}
	if subject.last-subject.first > 1 || e.withOfficials(i) {
		e.give(subject, "delegation.discussed", subjectRole, .75)
	}
}

// withOfficials reports whether "with … officials" stands after token i.
func (e *eventReader) withOfficials(i int) bool {
	for k := i + 1; k < len(e.t) && k < i+12; k++ {
		if e.t[k].Is("with") {
			return !e.own(k) && e.officialsAfter(k)
		}
	}
	return false
}

func (e *eventReader) visited(i int) {
	t := e.t[i]
	if t.Is("visit", "trip") {
		if o := e.owner(i); !e.empty(o) && e.placeAfter(i) {
			e.give(o, "delegation.visit", subjectRole, e.visitSure(i))
			return
		}
		if e.pronounOwner(i) && e.placeAfter(i) {
			e.give(e.before(i), "delegation.visit", subjectRole, e.visitSure(i))
			return
		}
		// "the visit of A", "next week's visit to Tokyo by A"
		for k := i + 1; k < len(e.t) && k < i+8; k++ {
			if e.t[k].Is("of", "by") {
				if g := e.after(k + 1); !e.empty(g) && e.begin(g) == k+1 || !e.empty(g) && e.begin(g) == k+2 {
					e.give(g, "delegation.visit", subjectRole, .85)
				}
				return
			}
			if !e.t[k].Is("to", "the", "here") && !e.t[k].Capital() {
				break
			}
		}
		if !t.Is("visit") {
			return
		}
	}
	if e.denied(i) {
		return
	}
	if t.Is("visit", "trip") { // "A will pay an official visit", "A began a two-day trip"
		for k := i - 1; k >= 0 && k > i-7; k-- {
			if e.t[k].Is("pay", "pays", "paid", "paying", "make", "makes", "made", "making", "begin", "begins", "began", "starts", "started", "start", "end", "ends", "ended", "on", "for") {
				if g := e.before(k); !e.empty(g) {
					e.give(g, "delegation.visit", subjectRole, e.visitSure(i))
				}
				return
			}
			if e.t[k].Kind == lang.Punct {
				break
			}
		}
	}
	if !e.placeAfter(i) {
		return
	}
	if t.Is("visit", "returned") && !(i > 0 && e.t[i-1].Is("to", "will", "a")) {
		return
	}
	// "visiting Chinese President A"
	if t.Is("visiting") {
		if g := e.after(i + 1); !e.empty(g) && e.begin(g) == i+1 {
			e.give(g, "delegation.visit", subjectRole, .75)
			return
		}
	}
	for k := i + 1; k < len(e.t); k++ {
		if e.t[k].Is("meetings", "talks", "discussions", "negotiations", "consultations", "dialogue") {
			e.give(e.before(i), "delegation.visit", subjectRole, .85)
			return
		}
	}
	e.give(e.before(i), "delegation.visit", subjectRole, e.visitSure(i))
}

// visitSure is how far a visit alone makes a meeting: at the head of an
// article it is the news, further down it may be any visit.
func (e *eventReader) visitSure(i int) float64 {
	if e.s.index < lead {
		return .72
	}
	return .55
}

// placeBefore reports whether a country or capital stands right before token i.
func (e *eventReader) placeBefore(i int) bool {
	for _, m := range e.s.mentions {
		if m.kind == placeMention && m.last < i && i-m.last < 5 && m.first > 0 && e.t[m.first-1].Is("in", "to") {
			return true
		}
	}
	return false
}

// placeAfter reports whether a country or capital stands right after token i.
func (e *eventReader) placeAfter(i int) bool {
	for _, m := range e.s.mentions {
		if m.kind == placeMention && m.first > i && m.first-i < 5 {
			return true
		}
	}
	return false
}

func (e *eventReader) phoned(i int) {
	if e.denied(i) {
		return
	}
	subject, object := e.before(i), e.after(i+1)
	if e.empty(subject) || e.empty(object) || e.begin(object)-i > 2 {
		return
	}
	if e.t[i].Is("called") {
		phone := false
		for k := i; k < len(e.t); k++ {
			phone = phone || e.t[k].Is("phone", "telephone")
		}
		if !phone {
			return
		}
	}
	e.give(subject, "delegation.met", subjectRole, .85)
	e.give(object, "delegation.met", objectRole, .85)
}

// told reads one side's officer speaking to the other's: "Japanese Foreign
// Minister A told the British minister".
func (e *eventReader) told(i int) {
	subject, object := e.before(i), e.after(i+1)
	if e.empty(subject) || e.empty(object) || e.denied(i) {
		return
	}
	if e.begin(object) == i+2 && e.t[i+1].Is("visiting") {
		e.give(subject, "delegation.told", objectRole, .8)
		e.give(object, "delegation.told", subjectRole, .8)
		return
	}
	if e.begin(object) != i+1 {
		return
	}
	a, b := e.persons[subject.last-1].person, e.persons[object.first].person
	if a == b || a.anySide() == "" || b.anySide() == "" || a.anySide() == b.anySide() {
		return
	}
	sure := .75
	if !e.t[i].Is("told") || e.s.index >= 2*lead {
		sure = .65 // from afar, perhaps; see believed
	}
	e.give(subject, "delegation.told", objectRole, sure)
	e.give(object, "delegation.told", subjectRole, sure)
}

// between reads two sides facing each other in a sentence about a meeting:
// "a moment between A and B during the summit".
func (e *eventReader) between(i int) {
	g := e.after(i + 1)
	if e.empty(g) || e.begin(g) > i+2 || g.last-g.first < 2 || !e.differ(g) || e.denied(i) || e.imagined(i) {
		return
	}
	for k := range e.t {
		if isTalk(e.t[k]) && !e.t[k].Is("call", "visit") {
			e.give(g, "delegation.talks-with", objectRole, .8)
			return
		}
	}
}

// differ reports whether the members of a group stand for different sides.
func (e *eventReader) differ(g group) bool {
	for k := g.first + 1; k < g.last; k++ {
		a, b := e.persons[k-1].person.anySide(), e.persons[k].person.anySide()
		if a != b && (a != "" || b != "") {
			return true
		}
	}
	return false
}

// jointBefore reports whether something joint is named before token i.
func (e *eventReader) jointBefore(i int) bool {
	for k := 0; k < i; k++ {
		if e.t[k].Is("joint", "jointly", "communique", "communiqué", "together") {
			return true
		}
	}
	return false
}

// invited reads "at the invitation of A, B paid a visit".
func (e *eventReader) invited(i int) {
	if i+1 >= len(e.t) || !e.t[i+1].Is("of", "from") {
		return
	}
	g := e.after(i + 2)
	if e.empty(g) {
		return
	}
	for _, t := range e.t {
		if t.Is("visit", "visited", "visits", "traveled", "travelled", "visiting") {
			e.give(g, "delegation.hosted", objectRole, .85)
			e.give(e.then(g, 0), "delegation.visit", subjectRole, .85)
			return
		}
	}
}

// appointed reads "A named B as its chief negotiator".
func (e *eventReader) appointed(i int) {
	g := e.after(i + 1)
	if e.empty(g) {
		return
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

// together reads people of different sides doing one thing: "A and B agreed".
func (e *eventReader) together(i int) {
	g := e.before(i)
	if e.empty(g) || g.last-g.first < 2 || !e.differ(g) || e.denied(i) {
		return
	}
	if e.t[i].Is("said", "announced", "condemned", "speaking", "standing", "appearing", "sitting") && !e.jointBefore(len(e.t)) {
		return
	}
	e.give(g, "delegation.discussed", someRole, .78)
}

// titledNegotiator reports whether an office is that of somebody who speaks
// for a side at the table.
func titledNegotiator(title string) bool {
	low := lang.Fold(title)
	return strings.Contains(low, "negotiator") || strings.HasPrefix(low, "head of") && (strings.Contains(low, "delegation") || strings.Contains(low, "team"))
}
