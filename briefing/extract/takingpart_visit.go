package extract

import (
	"example.org/attache/briefing/lang"
)

// hosted reads a host and their visitors: the host is whom the others came to
// see.
func (e *eventReader) hosted(i int) {
	by := e.byAfter(i)
	if by < 0 && e.t[i].Is("received", "welcomed", "greeted") && e.passive(i) {
		for k := i + 1; k < len(e.t) && k < i+12 && e.t[k].Kind != lang.Punct; k++ {
			if e.t[k].Is("by") {
				by = k // "was received as he left the plane by"
				break
			}
		}
	}
	if by > i {
		for k := max(0, i-8); k < i; k++ {
			if e.t[k].Is("lunch", "dinner", "reception", "gala", "concert", "exhibition", "website") {
				return // beside the meeting
			}
		}
		if e.t[i].Is("received", "welcomed", "greeted", "hosted") && e.passive(i) {
			if o := e.after(by + 1); !e.empty(o) && e.begin(o) <= by+3 && !e.denied(i) {
				e.give(o, "delegation.hosted", objectRole, .88)
				e.actors(i, "delegation.hosted", .85)
				return
			}
		}
		e.by(by)
		return
	}
	if e.t[i].Is("host") && i+1 < len(e.t) && e.t[i+1].Is("to") && i > 0 && e.t[i-1].Is("played", "plays", "play", "playing", "be", "was") && !e.denied(i-1) {
		if o := e.after(i + 2); !e.empty(o) && e.begin(o) <= i+3 {
			e.give(e.before(i-1), "delegation.hosted", objectRole, .88)
			e.give(o, "delegation.hosted", subjectRole, .88)
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
		for k := i + 1; k < len(e.t) && k < i+15; k++ {
			if k >= i+9 && (e.t[k].Kind == lang.Punct || e.t[k-1].Kind == lang.Punct) {
				break
			}
			if e.t[k].Is("reception", "audience") { // "hosted a reception in Hanoi for Governor A"
				for n := k + 1; n < len(e.t) && n < k+9; n++ {
					if o := e.after(n + 1); e.t[n].Is("for") && !e.empty(o) && e.begin(o) <= n+2 && e.persons[o.first].title != "" {
						e.give(subject, "delegation.hosted", objectRole, .85)
						e.give(o, "delegation.hosted", subjectRole, .85)
						return
					}
				}
			}
			if e.t[k].Is("dinner", "lunch", "breakfast", "banquet", "reception") && !e.t[k-1].Is("working") && e.empty(e.with(k, 3)) {
				return // beside the meeting
			}
			if isTalk(e.t[k]) || e.t[k].Is("opening", "proceedings", "deliberations", "sitting") {
				e.give(subject, "delegation.hosted", objectRole, .85)
				if w := e.with(k, 6); !e.empty(w) {
					e.give(w, "delegation.hosted", subjectRole, .85)
				}
				return
			}
		}
	}
	if t.Is("received", "receives") && e.calledUp(i) {
		if o := e.with(i, 7); e.empty(o) {
			for k := i + 1; k < len(e.t) && k < i+7; k++ {
				if e.t[k].Is("from") {
					object = e.after(k + 1)
					break
				}
			}
		}
		if !e.empty(object) {
			e.give(subject, "delegation.met", objectRole, .85)
			e.give(object, "delegation.met", subjectRole, .85)
		}
		return
	}
	if !e.empty(subject) && !e.empty(object) && t.Is("received", "receives", "welcomed", "hosted") && gap < 13 && e.persons[object.first].title != "" && e.atPlace(i+1, e.begin(object)) {
		e.give(subject, "delegation.hosted", objectRole, .85)
		e.give(object, "delegation.hosted", subjectRole, .85)
		return
	}
	if !e.empty(subject) && !e.empty(object) && (gap < 3 || gap < 6 && e.visiting(i+1, e.begin(object)) || gap < 6 && i+2 < len(e.t) && e.t[i+1].Is("in") && e.t[i+2].Is("audience")) {
		e.give(subject, "delegation.hosted", objectRole, .85)
		e.give(object, "delegation.hosted", subjectRole, .85)
		return
	}
	if !e.empty(subject) && e.empty(object) && e.afterColon(i, subject) {
		return
	}
	// "welcomed a large Danish delegation", "welcomed world leaders"
	if !e.empty(subject) && t.Is("welcomed", "welcomes", "received", "receives", "hosted", "hosts") {
		for k := i + 1; k < len(e.t) && k < i+7; k++ {
			if e.t[k].Is("delegation", "leaders", "delegations", "counterparts", "visitors") {
				e.give(subject, "delegation.hosted", objectRole, .8)
				return
			}
		}
	}
}

// afterColon reads "received the heads of three parties on Monday: A, B and C".
// It reports whether it did.
func (e *eventReader) afterColon(i int, subject group) bool {
	if !e.officialsAfter(i + 1) {
		return false
	}
	for k := i + 1; k < len(e.t) && k < i+2*longestGap; k++ {
		if !e.t[k].Is(":", "–", "—") {
			continue
		}
		g := e.after(k + 1)
		if e.empty(g) || e.begin(g) > k+3 {
			return false
		}
		e.give(subject, "delegation.hosted", objectRole, .85)
		e.give(g, "delegation.hosted", subjectRole, .85)
		return true
	}
	return false
}

// calledUp reports whether what was received at i is a telephone call.
func (e *eventReader) calledUp(i int) bool {
	for k := i + 1; k < len(e.t) && k < i+5; k++ {
		if e.t[k].Is("call", "calls") && e.t[k-1].Is("phone", "telephone", "a", "video") {
			return true
		}
	}
	return false
}

// atPlace reports whether tokens [from, to) say no more than when and where
// somebody was received, or that they handed over their letters: "yesterday at
// the Bayan Palace", "the credentials of".
func (e *eventReader) atPlace(from, to int) bool {
	for k := from; k < to; k++ {
		t := e.t[k]
		if !(timeWord(t) || t.Capital() || t.Kind == lang.Number || t.Kind == lang.Clitic || t.Is("on", "at", "in", "the", "his", "her", "its", "a", "of", "from", "by", "and", "here", "morning", "afternoon", "evening", "this", "office", "palace", "residence", "separately", "also", "visiting", "outgoing", "newly", "appointed", "new", "copies", "credentials", "letters", "credence", "submitted", "presented", "farewell", "courtesy")) {
			return false
		}
	}
	return true
}

// visiting reports whether tokens [from, to) say only whose visitor it is:
// "welcomed [her visiting] Indian counterpart".
func (e *eventReader) visiting(from, to int) bool {
	for k := from; k < to; k++ {
		if !e.t[k].Is("her", "his", "their", "the", "a", "visiting", "new", "newly", "appointed", "at", "home", "office") {
			return false
		}
	}
	return true
}

// byAfter returns where the "by" of a passive verb at i stands, at most a few
// words of time on; -1 if there is none.
func (e *eventReader) byAfter(i int) int {
	for k := i + 1; k < len(e.t) && k < i+8; k++ {
		if e.t[k].Is("by") {
			return k
		}
		if k == i+1 && !e.t[k].Is("on", "here", "later", "today", "yesterday", "earlier", "in", "at", "there", "warmly", "separately", "jointly", "respectively", "also") {
			return -1
		}
		if e.t[k].Kind == lang.Punct {
			return -1
		}
	}
	return -1
}

func (e *eventReader) visited(i int) {
	t := e.t[i]
	if t.Is("visit", "visits") && i+1 < len(e.t) && e.t[i+1].Is("to") && !e.denied(i) {
		k := i + 2
		if k < len(e.t) && e.t[k].Is("both") {
			k++
		}
		if o := e.after(k); !e.empty(o) && e.begin(o) == k && e.persons[o.first].title != "" {
			for v := i - 1; v >= 0 && v > i-6; v-- {
				if e.t[v].Is("made", "makes", "make", "paid", "pays", "pay", "paying", "making") {
					e.actors(v, "delegation.called-on", .8)
					e.give(o, "delegation.called-on", objectRole, .8)
					return
				}
			}
		}
	}
	if t.Is("visit", "trip") {
		defer e.foreign(len(e.out), i)
		if o := e.owner(i); !e.empty(o) && e.placeAfter(i) {
			e.give(o, "delegation.visit", subjectRole, e.visitSure(i))
			return
		}
		if e.pronounOwner(i) && e.placeAfter(i) {
			e.give(e.before(i), "delegation.visit", subjectRole, e.visitSure(i))
			return
		}
		// "the visit of A", "next month's visit to Oslo by A"
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
	if !e.placeAfter(i) && !(i+1 < len(e.t) && e.t[i+1].Is("here")) {
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
	defer e.foreign(len(e.out), i)
	for k := i + 1; k < len(e.t); k++ {
		if e.t[k].Is("meetings", "talks", "discussions", "negotiations", "consultations", "dialogue") {
			e.give(e.before(i), "delegation.visit", subjectRole, .85)
			return
		}
	}
	e.give(e.before(i), "delegation.visit", subjectRole, e.visitSure(i))
}

// foreign notes of the parts from the given one on that the place visited at
// token i is not their own.
func (e *eventReader) foreign(from, i int) {
	if e.t[i].Is("returned", "leaves", "arrives") {
		return
	}
	for _, m := range e.s.mentions {
		if m.kind != placeMention || m.first <= i || m.first-i >= 5 {
			continue
		}
		if e.t[m.first-1].Is("from") {
			return // "flew in from Sucre"
		}
		for k := from; k < len(e.out); k++ {
			if e.out[k].role == subjectRole {
				e.out[k].not = m.side
			}
		}
		return
	}
}

// visitSure is how far a visit alone makes a meeting: at the head of an
// article it is the news, further down it may be any visit.
func (e *eventReader) visitSure(i int) float64 {
	for k := i; k+1 < len(e.t) && k < i+10; k++ {
		if e.t[k].Is("last") && e.t[k+1].Is("month", "year", "week", "summer", "autumn", "fall", "spring", "winter") {
			return .5
		}
	}
	if e.s.index > 0 {
		for k := i; k+1 < len(e.t) && k < i+8; k++ {
			if e.t[k].Is("in") && months[e.t[k+1].Lower] || e.t[k].Is("next", "later") && e.t[k+1].Is("month", "year", "this", "spring", "summer", "autumn", "fall", "winter") {
				return .55 // another visit
			}
		}
	}
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
