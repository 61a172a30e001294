package extract

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

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
	if comma < 0 || m.from-comma > 2 || m.from-end > 14 || e.possessive(m) || m.to >= len(e.t) || e.t[m.from-1].Is("with") {
		return group{} // "talks with B, with A joining in" sets A across from nobody
	}
	return group{g.last, g.last + 1}
}

// reportedFuture reports whether a "would" only puts a plan into the past:
// "agencies reported that A and B would meet on Tuesday".
func (e *eventReader) reportedFuture(i int) bool {
	for k := i; k > 0 && k > i-40; k-- {
		if e.t[k].Is("reported", "announced", "confirmed") {
			return true
		}
		if e.t[k].Is("said") { // "said on Monday he would meet"
			return i+1 < len(e.t) && e.t[i+1].Is("meet", "hold", "host", "receive", "travel", "visit") && e.t[i-1].Is("he", "she", "they")
		}
	}
	return false
}

// own reports whether those met are the subject's own people or the press.
func (e *eventReader) own(i int) bool {
	for k := i; k < len(e.t) && k < i+6; k++ {
		if e.t[k].Is("his", "her", "their", "reporters", "journalists", "advisors", "advisers", "aides", "cabinet", "supporters", "voters") {
			return true
		}
		if e.t[k].Kind == lang.Punct || e.t[k].Is("to", "in", "at", "on") && k > i {
			return false
		}
	}
	return false
}

// isTalk reports whether a token is a noun for a meeting of people.
func isTalk(t lang.Token) bool {
	switch t.Lower {
	case "talks", "meeting", "meetings", "discussions", "discussion", "negotiations", "consultations", "summit", "conversation", "conversations",
		"dialogue", "call", "session", "sessions", "dinner", "lunch", "breakfast", "audience", "conference", "round", "encounter", "visit", "handshake",
		"gathering", "teleconference", "videoconference", "tete-a-tete", "parley", "banquet", "link":
		return true
	}
	return false
}

// verbal reports whether the "meeting" at i is a verb: "before meeting with
// Bush", "is meeting".
func (e *eventReader) verbal(i int) bool {
	if i+1 < len(e.t) && i > 0 && e.t[i-1].Is("are", "is", "were", "be") && e.t[i+1].Is("in", "at", "on", "for", "to", "today", "here", "this", "next") {
		return true
	}
	return i+1 < len(e.t) && (e.t[i+1].Is("with") || e.t[i+1].Capital()) && i > 0 && e.t[i-1].Is("before", "after", "is", "are", "was", "were", "been", "be", "while", "of", "by", "without")
}

// airport reports whether somebody was only met on arrival: "was met at the
// airport by".
func (e *eventReader) airport(i int) bool {
	for k := i + 1; k < len(e.t) && k < i+6; k++ {
		if e.t[k].Is("airport", "aerodrome", "station", "steps", "runway", "arrival") {
			return true
		}
	}
	return false
}

func (e *eventReader) met(i int) {
	if e.denied(i) || e.t[i].Is("met") && e.passive(i) && e.airport(i) {
		return
	}
	t := e.t[i]
	if t.Is("spoke", "speak", "speaks", "talked", "sat", "speaking") {
		subject := e.before(i)
		object := e.with(i, 7)
		if e.empty(object) { // "spoke by phone to B"
			for k := i + 1; k < len(e.t) && k < i+5; k++ {
				if e.t[k].Is("to") {
					if o := e.after(k + 1); !e.empty(o) && e.begin(o) <= k+2 && e.rank(o.first) < 5 {
						object = o
					}
					break
				}
			}
		}
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
	case !e.empty(subject) && e.theTeam(i+1):
		e.give(subject, "delegation.met", objectRole, .85)
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

// theTeam reports whether those met are "the delegation" whose members the
// article names elsewhere.
func (e *eventReader) theTeam(i int) bool {
	for k := i; k < len(e.t) && k < i+5; k++ {
		if e.t[k].Is("delegation", "delegations", "team") {
			return true
		}
		if !e.t[k].Is("with", "the", "a") && !e.t[k].Capital() {
			return false
		}
	}
	return false
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
		if e.t[k].Is("officials", "leaders", "representatives", "ministers", "premiers", "counterparts", "counterpart", "members", "delegation", "authorities", "governors", "envoys", "diplomats", "executives", "lawmakers", "negotiators", "mayors", "heads", "chiefs", "commissioners", "bishops", "generals", "bankers") {
			if k > i && e.t[k-1].Is("business", "industry", "religious", "student", "tribal", "community", "civic", "church", "youth", "company", "farm") {
				continue // of no side at the table
			}
			return true
		}
		if e.t[k].Is(".", ";") {
			return false
		}
	}
	return false
}

// heldWith reads "Meetings were also held with A, B and C". It reports whether
// the words at i were such.
func (e *eventReader) heldWith(i int) bool {
	if !e.t[i].Is("held", "conducted") || !e.passive(i) || !talksNear(e.t, i) || e.denied(i) {
		return false
	}
	for k := i + 1; k < len(e.t) && k < i+10; k++ {
		if e.t[k].Is("with", "between", "among") {
			g := e.after(k + 1)
			if e.empty(g) {
				g = e.listAfter(k + 1)
			}
			e.give(g, "delegation.met", objectRole, .88)
			return true
		}
		if e.t[k].Kind == lang.Punct {
			break
		}
	}
	return true
}

func (e *eventReader) heldTalks(i int) {
	if e.heldWith(i) {
		return
	}
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
	subject := e.before(i)
	if n < 0 || e.denied(i) || e.t[n].Is("conference") && subject.last-subject.first < 2 {
		return
	}
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
	case e.t[i].Is("opened", "resumed", "concluded") && e.rank(subject.first) < 4:
		e.give(subject, "delegation.met", subjectRole, .72)
	}
}

// talks reads a noun: "talks between A and B", "his meeting with B", "the
// meeting was attended by".
func (e *eventReader) talks(i int) {
	if e.t[i].Is("visit") || e.imagined(i) || e.t[i].Is("call") && i > 1 && e.t[i-1].Is("courtesy", "farewell") {
		return
	}
	if i > 0 && e.t[i-1].Is("for") && e.placeBefore(i) && !(i+1 < len(e.t) && e.t[i+1].Is("with")) {
		e.give(e.before(i), "delegation.visit", subjectRole, .8) // "A is in Cairo for talks"
	}
	e.spokeAt(i)
	e.facing(i)
	for k := i + 1; k < len(e.t) && k < i+10; k++ {
		t := e.t[k]
		if t.Is(".", ";", "said", "that", "who", "was", "were", "is", "will") {
			return
		}
		if t.Is("between", "with", "among", "involving") || t.Is("on") && e.t[i].Is("call") {
			g := e.after(k + 1)
			if e.empty(g) || e.begin(g)-k > 4 {
				if t.Is("with") && i > 1 && e.t[i].Is("meeting", "talks") && (e.t[i-1].Is("at", "in", "during") || e.t[i-2].Is("at", "in", "during")) && !e.own(k+1) && e.officialsAfter(k+1) {
					e.actors(i, "delegation.talks-with", .8) // "he said at a meeting with bankers' leaders"
				}
				if t.Is("with") {
					e.afterUnnamed(k)
				}
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

// afterUnnamed reads "after talks with his Egyptian counterpart, A said": only
// who comes after the comma is named.
func (e *eventReader) afterUnnamed(k int) {
	for n, m := range e.persons {
		if m.from-k > 9 {
			return
		}
		if m.from <= k+1 || e.t[m.from-1].Text != "," || e.possessive(m) || m.title == "" {
			continue
		}
		for i := k + 1; i < m.from-1; i++ {
			if e.t[i].Is("counterpart", "counterparts", "number", "numbers", "officials", "leaders", "colleague") {
				e.give(group{n, n + 1}, "delegation.talks-with", subjectRole, .8)
				return
			}
		}
	}
}

// spent reads "A and B spent four hours with C".
func (e *eventReader) spent(i int) {
	hours := false
	for k := i + 1; k < len(e.t) && k < i+16; k++ {
		switch {
		case e.t[k].Is("hour", "hours", "minutes", "day", "days", "evening", "afternoon", "morning"):
			hours = true
		case e.t[k].Is(".", ";", ","):
			return
		case e.t[k].Is("with") && hours && !e.denied(i):
			if o := e.after(k + 1); !e.empty(o) && e.begin(o) <= k+2 && e.persons[o.first].title != "" {
				if s := e.before(i); !e.empty(s) {
					e.give(s, "delegation.met", subjectRole, .82)
					e.give(o, "delegation.met", objectRole, .82)
				}
			}
			return
		}
	}
}

// facing reads people of different sides who stand together in a sentence
// about a meeting: "A, B and C failed to agree after three days of talks".
func (e *eventReader) facing(i int) {
	if e.t[i].Is("conference", "visit", "dialogue", "call") || e.denied(i) {
		return
	}
	for k := 1; k < len(e.persons) && e.persons[k].to <= i; k++ {
		if !e.joined(k) || e.possessive(e.persons[k]) || e.possessive(e.persons[k-1]) {
			continue
		}
		g := group{k - 1, k + 1}
		for g.last < len(e.persons) && e.persons[g.last].to <= i && e.joined(g.last) && !e.possessive(e.persons[g.last]) {
			g.last++
		}
		if e.differ(g) && !e.governed(g) && i-e.end(g) < 28 {
			e.give(g, "delegation.talks-with", someRole, .75)
		}
		return
	}
}

// spokeAt reads "A said after the talks", "A told the summit": an officer who
// speaks at or from the meeting was there.
func (e *eventReader) spokeAt(i int) {
	if e.t[i].Is("conference", "call", "visit", "conversation", "dinner", "round") || i < 2 || !e.t[i-1].Is("the", "a", "their", "his", "her") && !e.t[i-2].Is("the", "a", "their") {
		return
	}
	k := i - 2
	if !e.t[i-1].Is("the", "a", "their", "his", "her") {
		k--
	}
	if k < 1 || !e.t[k].Is("after", "following", "at", "told", "during") {
		return
	}
	for v := k; v > 0 && v > k-4; v-- {
		if !e.t[v].Is("said", "told", "says") {
			continue
		}
		g := e.before(v)
		if g.last-g.first == 1 && e.rank(g.first) < 4 {
			e.give(g, "delegation.spoke-at", someRole, .72)
		}
		return
	}
}

// rank returns how high the person of mention k stands.
func (e *eventReader) rank(k int) int { return vocab().rankOf(e.persons[k].person.title) }

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

// signedBy returns where the "by" of "signed (in Bonn on Friday) by" stands, or
// -1.
func (e *eventReader) signedBy(i int) int {
	for k := i + 1; k < len(e.t) && k < i+11; k++ {
		if e.t[k].Is("by") {
			return k
		}
		if e.t[k].Kind == lang.Punct || k == i+1 && !e.t[k].Is("in", "on", "at", "here", "today", "yesterday", "jointly", "earlier", "last") {
			return -1
		}
	}
	return -1
}

func (e *eventReader) signed(i int) {
	if by := e.signedBy(i); by > i {
		g := e.after(by + 1)
		list := false
		if e.empty(g) || e.begin(g) > by+3 {
			if g = e.listAfter(by + 1); e.empty(g) {
				return
			}
			list = true // "by the leaders of the four delegations and A"
		}
		if mark, ok := e.markOf(e.persons[g.first]); list || g.last-g.first > 1 || ok && mark.side != "" {
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
		if e.t[k].Is("agreement", "deal", "treaty", "accord", "pact", "memorandum", "declaration", "communique", "communiqué", "protocol", "ceasefire", "cease-fire", "truce", "armistice", "contract", "document", "documents", "convention", "charter", "compact", "agreements", "memoranda", "declarations", "roadmap", "mou") {
			if g := e.before(i); g.last-g.first > 1 && e.t[i].Is("signed", "signs", "initialled", "initialed", "inked") {
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

func (e *eventReader) phoned(i int) {
	if e.t[i].Is("call") || e.denied(i) {
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
	if e.t[i].Is("briefed", "addressed", "updated") && i+1 < len(e.t) && e.t[i+1].Is("them", "ministers", "delegates", "participants", "negotiators") && subject.last-subject.first == 1 && e.persons[subject.first].title != "" && e.d.afterMeeting(e.s) && !e.denied(i) {
		e.give(subject, "delegation.spoke-at", someRole, .72)
		return
	}
	if e.empty(subject) || e.empty(object) || e.denied(i) {
		return
	}
	if e.begin(object) == i+2 && e.t[i+1].Is("visiting") {
		e.give(subject, "delegation.told", objectRole, .8)
		e.give(object, "delegation.told", subjectRole, .8)
		return
	}
	if e.begin(object) != i+1 || e.t[i].Is("thanked", "congratulated", "urged") && e.rank(object.first) > 3 {
		return
	}
	a, b := e.persons[subject.last-1].person, e.persons[object.first].person
	if a == b || a.anySide() == b.anySide() || a.anySide() == "" && !e.t[i].Is("briefed") || b.anySide() == "" {
		return
	}
	sure := .75
	if !e.t[i].Is("told") || e.s.index >= 2*lead {
		sure = .65 // from afar, perhaps; see believed
	} else if e.d.theCall(e.s) {
		sure = .8
	}
	e.give(subject, "delegation.told", objectRole, sure)
	e.give(object, "delegation.told", subjectRole, sure)
}

// theCall reports whether the sentence after s calls what it told of a call or
// a meeting: "A told B … . The call lasted an hour."
func (d *document) theCall(s *sentence) bool {
	if s.index+1 >= len(d.sentences) {
		return false
	}
	t := d.sentences[s.index+1].Tokens
	for i := 0; i+1 < len(t) && i < 3; i++ {
		if t[i].Is("the", "their") && (isTalk(t[i+1]) || i+2 < len(t) && isTalk(t[i+2])) {
			return true
		}
	}
	return false
}

// afterMeeting reports whether the sentence or the two before it speak of a
// meeting, so that "them" are those who met.
func (d *document) afterMeeting(s *sentence) bool {
	for i := max(0, s.index-2); i <= s.index; i++ {
		for _, t := range d.sentences[i].Tokens {
			if isTalk(t) || t.Is("met", "meet", "agreed") {
				return true
			}
		}
	}
	return false
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
		a, b := e.standing(k-1), e.standing(k)
		if a != b && (a != "" || b != "") {
			return true
		}
	}
	return false
}

// standing returns the side of person k, or else the body that their office
// leads.
func (e *eventReader) standing(k int) string {
	p := e.persons[k].person
	if side := p.anySide(); side != "" {
		return side
	}
	return bodySide(p.title)
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
