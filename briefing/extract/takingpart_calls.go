package extract

import "example.org/attache/briefing"

// Sentences that say that one went to see another, or spoke for a side:
//
//	A paid a courtesy call on B · A called on B · A is due to see B
//	A was granted an audience by B
//	A spoke for (on behalf of, represented) Moldova
//	the unions' negotiators were A and B
//
// "A called on B to resign" is a demand and no call.

// calledOn reads "call on B" and "called on B".
func (e *eventReader) calledOn(i int) {
	if !e.t[i].Is("call", "called") || i+1 >= len(e.t) || !e.t[i+1].Is("on", "upon") || e.denied(i) {
		return
	}
	if i+2 < len(e.t) && e.t[i].Is("call") && e.t[i+2].Is("him", "her") {
		e.calledOnHim(i)
		return
	}
	o := e.after(i + 2)
	if e.empty(o) || e.begin(o) > i+4 {
		return
	}
	for k := e.end(o); k < len(e.t) && k < e.end(o)+6; k++ {
		if e.t[k].Is("to", "not", "for") && k+1 < len(e.t) && e.t[k+1].Text == e.t[k+1].Lower && !e.t[k+1].Is("talks", "discuss", "the", "a", "an") {
			return // "called on B to resign"
		}
		if e.t[k].Is(".", ",", ";") {
			break
		}
	}
	paid := false
	v := i
	for k := i - 1; k >= 0 && k > i-6; k-- {
		if e.t[k].Is("paid", "pays", "pay", "paying", "make", "made", "makes", "will", "also", "later", "then", "to") {
			paid = true
			if !e.t[k].Is("will", "also", "later", "then", "to") {
				v = k
			}
		}
	}
	if e.t[i].Is("call") && !paid {
		return
	}
	subject := e.before(v)
	if e.t[i].Is("called") && (e.empty(subject) || e.rank(o.first) > e.rank(subject.first)) && !paid {
		return
	}
	e.actors(v, "delegation.called-on", .85)
	for k := o.first + 1; k < o.last; k++ { // "called on B along with C": C came too
		if e.t[e.persons[k-1].to].Is("along", "together") {
			if e.empty(subject) {
				e.company(e.leaderBefore(), group{k, o.last})
			} else {
				e.company(e.persons[subject.first].person, group{k, o.last})
			}
			o.last = k
			break
		}
	}
	e.give(o, "delegation.called-on", objectRole, .85)
}

// calledOnHim reads "A was speaking when B paid a courtesy call on him".
func (e *eventReader) calledOnHim(i int) {
	for v := i - 1; v >= 0 && v > i-6; v-- {
		if !e.t[v].Is("paid", "pays", "pay", "paying", "made", "makes", "make") {
			continue
		}
		g := e.before(v)
		if e.empty(g) {
			return
		}
		e.give(g, "delegation.called-on", subjectRole, .85)
		if g.first > 0 && !e.possessive(e.persons[0]) && !e.governed(group{0, 1}) && e.persons[0].person != e.persons[g.first].person {
			e.give(group{0, 1}, "delegation.called-on", objectRole, .8)
		} else if m := e.d.lastSubject(e.s); m != nil && m.person != e.persons[g.first].person {
			e.out = append(e.out, part{person: m.person, m: m, rule: "delegation.called-on", role: objectRole, sure: .75})
		}
		return
	}
}

// granted reads "A was granted an audience by B" and "B granted A an audience".
func (e *eventReader) granted(i int) {
	near := false
	for k := i + 1; k < len(e.t) && k < i+14; k++ {
		near = near || isTalk(e.t[k])
		if near && e.t[k].Is("by", "with") {
			e.give(e.after(k+1), "delegation.hosted", objectRole, .85)
			e.give(e.before(i), "delegation.hosted", subjectRole, .85)
			return
		}
	}
	if o := e.after(i + 1); near && !e.empty(o) && e.begin(o) == i+1 {
		e.give(e.before(i), "delegation.hosted", objectRole, .85)
		e.give(o, "delegation.hosted", subjectRole, .85)
	}
}

// saw reads "A will see B", where both hold offices and B is of another side
// or an officer to call on.
func (e *eventReader) saw(i int) {
	subject, o := e.before(i), e.after(i+1)
	if e.empty(o) || e.begin(o) > i+2 || e.denied(i) || e.rank(o.first) > 5 {
		return
	}
	for k := e.end(o); k < len(e.t) && k < e.end(o)+3; k++ {
		if e.t[k].Is("as", "to", "in", "off") && !(e.t[k].Is("in") && k+1 < len(e.t) && e.t[k+1].Capital()) {
			return // "saw B as a threat"
		}
	}
	if e.empty(subject) || e.rank(subject.first) > 5 {
		for k := i - 1; k >= 0 && k > i-6; k-- {
			if e.t[k].Is("due", "will", "scheduled", "expected") {
				e.give(o, "delegation.called-on", objectRole, .75)
				return
			}
		}
		return
	}
	e.give(subject, "delegation.called-on", subjectRole, .75)
	e.give(o, "delegation.called-on", objectRole, .75)
}

// spokeFor reads "A spoke for Moldova", "A represented Chile at the talks".
func (e *eventReader) spokeFor(i int) {
	k := i + 1
	switch {
	case k >= len(e.t) || e.denied(i):
		return
	case e.t[i].Is("spoke", "speaks", "talked", "speak"):
		if e.t[k].Is("on") && k+2 < len(e.t) && e.t[k+1].Is("behalf") && e.t[k+2].Is("of") {
			k += 2
		} else if !e.t[k].Is("for") {
			return
		}
		k++
	case e.passive(i):
		return
	}
	for k < len(e.t) && e.t[k].Is("the") {
		k++
	}
	for _, m := range e.s.mentions {
		if m.first == k && (m.kind == placeMention || m.kind == organisationMention) {
			if m.last < len(e.t) && e.t[m.last].Kind != 0 && e.t[m.last].Capital() {
				return // "represents Mexico City"
			}
			e.giveTeam(e.before(i), "delegation.took-part", m.side, m.sideKind, false)
			return
		}
	}
}

// negotiatorsWere reads "the unions' negotiators were A and B".
func (e *eventReader) negotiatorsWere(i int) {
	if i+1 >= len(e.t) || !e.t[i+1].Is("were", "are", "was", "is", ":", ",") {
		return
	}
	g := e.after(i + 2)
	if e.empty(g) || e.begin(g) > i+3 {
		return
	}
	side, kind := "", briefing.SideKind("")
	for _, m := range e.s.mentions {
		if (m.kind == placeMention || m.kind == organisationMention) && m.last <= i && i-m.last < 3 {
			side, kind = m.side, m.sideKind
		}
	}
	e.giveTeam(g, "delegation.negotiator", side, kind, false)
}
