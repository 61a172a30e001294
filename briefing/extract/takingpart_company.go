package extract

import "example.org/attache/briefing"

// Sentences that say whom somebody came with:
//
//	A brought (along) B and C · A had B with him · A took along B
//	A arrived with B and C in tow (at his side) · flanked by B
//	A was accompanied (joined, assisted) by B
//
// "A brought with him a letter from B" brings nobody.

// company gives part to the people of g, who came with lead; lead may be nil.
func (e *eventReader) company(lead *person, g group) {
	for k := g.first; k < g.last; k++ {
		if e.persons[k].person == lead {
			continue
		}
		p := e.partOf(k, "delegation.accompanied", subjectRole, .9)
		p.with = lead
		e.out = append(e.out, p)
	}
}

// leaderBefore returns the person whom "him" or "them" in this sentence
// stands for: the subject of the sentence before.
func (e *eventReader) leaderBefore() *person {
	if m := e.d.lastSubject(e.s); m != nil {
		return m.person
	}
	return nil
}

// brought reads the verbs of bringing at i.
func (e *eventReader) brought(i int) {
	if e.denied(i) {
		return
	}
	k := i + 1
	along := false
	if k < len(e.t) && e.t[k].Is("along") {
		along, k = true, k+1
	}
	if k+1 < len(e.t) && e.t[k].Is("with") && e.t[k+1].Is("him", "her", "them", "it") {
		along, k = true, k+2
	}
	g := e.after(k)
	if along && k > i+1 { // "had with [her State Secretary A]": the pronoun may be the office's
		if own := e.after(k - 1); !e.empty(own) && e.begin(own) == k-1 {
			g = own
		}
	}
	had := e.t[i].Is("had", "has", "have", "having")
	if e.empty(g) || e.begin(g) > k+3 || had && e.begin(g) > k+1 {
		return
	}
	if !along { // "brought A and B with him", "had A at his side"
		n := e.end(g)
		for ; n < len(e.t) && n < e.end(g)+3; n++ {
			if had && e.t[n].Is("at") && !(n+2 < len(e.t) && e.t[n+2].Is("side", "elbow", "left", "right")) {
				break
			}
			if e.t[n].Is("along") || e.t[n].Is("in") && n+1 < len(e.t) && e.t[n+1].Is("tow") || e.t[n].Is("with", "at", "by", "beside") && n+1 < len(e.t) && e.t[n+1].Is("him", "her", "them", "his", "their") {
				along = true
			}
		}
		if f := e.begin(g); !had && (e.t[f].Is("his", "her", "their") || f > 0 && e.t[f-1].Is("his", "her", "their")) && e.persons[g.first].title != "" {
			along = true // "Roe brought his transport minister, Ann Lee"
		}
		if !along {
			return
		}
	}
	subject := e.before(i)
	var lead *person
	if e.empty(subject) {
		lead = e.leaderBefore()
	} else {
		lead = e.persons[subject.first].person
		e.give(subject, "delegation.accompanied", subjectRole, .75)
	}
	e.company(lead, g)
}

// inCompany reads "A arrived in the company of B" at "company".
func (e *eventReader) inCompany(i int) {
	if i < 2 || i+1 >= len(e.t) || !e.t[i-1].Is("the") || !e.t[i-2].Is("in") || !e.t[i+1].Is("of") {
		return
	}
	g := e.after(i + 2)
	if e.empty(g) || e.begin(g) > i+3 {
		return
	}
	for k := len(e.persons) - 1; k >= 0; k-- {
		if e.persons[k].to <= i && !e.possessive(e.persons[k]) {
			e.give(group{k, k + 1}, "delegation.accompanied", subjectRole, .75)
			e.company(e.persons[k].person, g)
			return
		}
	}
	e.company(e.leaderBefore(), g)
}

// travelledWith reads "A, who is travelling with B".
func (e *eventReader) travelledWith(i int) {
	if i+1 >= len(e.t) || !e.t[i+1].Is("with") || e.denied(i) {
		return
	}
	k := e.antecedent(i)
	g := e.after(i + 2)
	if k < 0 || e.empty(g) || e.begin(g) > i+3 {
		return
	}
	e.company(e.persons[k].person, g)
}

// cameWith reads "A came with B", "A turned up with B".
func (e *eventReader) cameWith(i int) {
	subject := e.before(i)
	if i+1 >= len(e.t) || !e.t[i+1].Is("with") || e.empty(subject) || e.denied(i) {
		return
	}
	if g := e.after(i + 2); !e.empty(g) && e.begin(g) <= i+3 {
		e.company(e.persons[subject.first].person, g)
	}
}

// teamList reads "the Peruvian delegation (A, B and C)".
func (e *eventReader) teamList(i int) {
	if i+2 >= len(e.t) || !e.t[i+1].Is("(", "–", "—", ":", "--") {
		return
	}
	side, kind, ok := e.team(i)
	g := e.after(i + 2)
	if !ok || side == "" || e.empty(g) || e.begin(g) > i+3 {
		return
	}
	e.giveTeam(g, "delegation.included", side, kind, false)
}

// partOf returns the part of person k by a rule.
func (e *eventReader) partOf(k int, rule briefing.RuleID, role partRole, sure float64) part {
	m := e.persons[k]
	p := part{person: m.person, m: m, rule: rule, role: role, host: e.host, sure: sure}
	if mark, ok := e.markOf(m); ok {
		p.team, p.kind = mark.side, mark.kind
	}
	return p
}
