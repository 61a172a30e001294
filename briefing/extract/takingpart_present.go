package extract

import "example.org/attache/briefing/lang"

// Sentences that turn round, with the verb before those who were there:
//
//	Also present (in attendance, on hand) were A and B
//	With him were A and B · Completing the team is A
//	Leading the Chilean side was A · Chairing the session was B
//	A and B were at the table (in the room, among those present)
//
// Not read: who was missing ("absent from the talks was A"), and people in a
// place that is no meeting's.

// inverted gives part to those after a "were" that ends words of presence.
func (e *eventReader) inverted(i int) {
	k := i + 1
	if k < len(e.t) && e.t[k].Is("be", "also", "both") {
		k++
	}
	g := e.after(k)
	if e.empty(g) || e.begin(g) > k+2 {
		return
	}
	start := i
	for start > 0 && !e.t[start-1].Is(";", ":", "while", "–", "—") && i-start < 24 {
		start--
	}
	present, team := -1, -1
	if lead := e.flanked(start, i); lead != nil {
		e.company(lead, g)
		return
	}
	for n := start; n < i; n++ {
		t := e.t[n]
		switch {
		case t.Is("absent", "missing", "not", "gone", "unlike"):
			return
		case t.Is("present", "attending", "participating", "accompanying", "joining", "attendance", "hand", "among", "flanking", "assisting", "seated", "travelling", "traveling", "representing"),
			t.Is("with", "beside", "alongside", "behind") && n+1 < i && e.t[n+1].Is("him", "her", "them"),
			t.Is("opposite", "facing", "across") && n == start,
			t.Is("sitting") && n+1 < i && e.t[n+1].Is("in"),
			t.Is("looking", "sitting", "listening") && n == start && n+1 < i && e.t[n+1].Is("on", "in"),
			t.Is("side", "sides") && n > 0 && e.t[n-1].Is("his", "her", "their"):
			if present < 0 {
				present = n
			}
		case t.Is("leading", "heading", "chairing", "completing", "presiding", "moderating", "hosting", "rounding", "mediating") && (n == start || e.clauseStart(n)):
			if present < 0 {
				present = n
			}
		}
		if _, _, ok := e.team(n); ok {
			team = n
		}
	}
	if present < 0 || present-start > 3 || e.subjectBetween(present, i) {
		return
	}
	if e.t[present].Is("hand") && !(present > 0 && e.t[present-1].Is("on")) || e.t[present].Is("among") && !e.presence(present, i) {
		return
	}
	if team >= 0 {
		if side, kind, _ := e.team(team); side != "" {
			e.giveTeam(g, "delegation.present", side, kind, e.t[present].Is("leading", "heading"))
			return
		}
	}
	if e.t[present].Is("with", "beside", "alongside", "behind", "accompanying", "joining", "flanking", "assisting", "side", "sides") {
		e.company(e.leaderBefore(), g)
		return
	}
	e.give(g, "delegation.present", someRole, .85)
}

// flanked returns whom those after the verb at i came with: "flanking A
// were", "with A was"; nil if the words from start are none such.
func (e *eventReader) flanked(start, i int) *person {
	n := start
	for n < i && n < start+2 && (e.t[n].Is("also", "and") || e.t[n].Kind == lang.Punct) {
		n++
	}
	if !e.t[n].Is("with", "flanking", "accompanying", "joining", "assisting", "beside", "alongside", "escorting", "travelling", "traveling") {
		return nil
	}
	for _, m := range e.persons {
		if m.from > n && m.from <= n+3 && i-m.to < 6 && m.to <= i && !e.possessive(m) {
			return m.person
		}
	}
	return nil
}

// alongside reads "A will co-chair the round table alongside B".
func (e *eventReader) alongside(i int) {
	g := e.after(i + 1)
	if e.empty(g) || e.begin(g) > i+3 || e.denied(i) {
		return
	}
	for k := i - 1; k >= 0 && k > i-24; k-- {
		switch {
		case e.t[k].Is(".", ";"):
			return
		case e.t[k].Is("co-chair", "co-chaired", "co-chairs", "chair", "chaired", "host", "hosted", "co-host", "co-hosted", "attend", "attended", "attending", "meet", "met", "hold", "held", "join", "joined", "participate", "participated", "spoke", "speak", "signed"):
			role := someRole
			if e.betweenSides(k, i) {
				role = subjectRole // the two sit across from each other
			}
			e.give(e.before(k), "delegation.took-part", role, .78)
			e.give(g, "delegation.took-part", objectRole, .78)
			return
		}
	}
}

// betweenSides reports whether tokens [from, to) say what two sides hold with
// each other: "the dialogue between the Union and Peru".
func (e *eventReader) betweenSides(from, to int) bool {
	for k := from; k < to; k++ {
		if !e.t[k].Is("between") {
			continue
		}
		n := 0
		for _, m := range e.s.mentions {
			if m.first > k && m.first < to && m.side != "" && (m.kind == placeMention || m.kind == organisationMention) {
				n++
			}
		}
		return n == 2
	}
	return false
}

// witnessed reads "witnessed by A and B" and "A and B witnessed the signing".
func (e *eventReader) witnessed(i int) {
	if by := e.byAfter(i); by > 0 {
		if g := e.after(by + 1); !e.empty(g) && e.begin(g) <= by+2 {
			e.give(g, "delegation.present", someRole, .78)
		}
		return
	}
	for k := i + 1; k < len(e.t) && k < i+7; k++ {
		if e.t[k].Is("signing", "exchange", "ceremony", "signature") {
			e.give(e.before(i), "delegation.present", someRole, .78)
			return
		}
	}
}

// presence reports whether tokens [from, to) speak of those at a meeting.
func (e *eventReader) presence(from, to int) bool {
	for k := from; k < to; k++ {
		if isTalk(e.t[k]) || e.t[k].Is("present", "attending", "attendees", "participants", "delegates", "those", "negotiators", "delegation", "team", "seated") {
			return true
		}
	}
	return false
}

// subjectBetween reports whether a person stands between tokens from and to,
// so that the verb at to has its subject before it.
func (e *eventReader) subjectBetween(from, to int) bool {
	for _, m := range e.persons {
		if m.from > from && m.to <= to && !m.office && !e.possessive(m) && !(m.from > 0 && e.t[m.from-1].Is("with", "to", "by", "from", "for", "of")) {
			return true
		}
	}
	return false
}

// satIn reads "A also sat in (on the talks)".
func (e *eventReader) satIn(i int) {
	if i+1 < len(e.t) && e.t[i+1].Is("in") && (i+2 == len(e.t) || e.t[i+2].Kind == lang.Punct || e.t[i+2].Is("on", "too", "as", "for")) && !e.denied(i) {
		e.give(e.before(i), "delegation.present", someRole, .82)
	}
}

// partOfTeam reads "A and B were (part, members) of the Peruvian delegation".
func (e *eventReader) partOfTeam(i int) {
	k := i + 1
	for k < len(e.t) && e.t[k].Is("also", "both", "all", "a", "the", "other") {
		k++
	}
	if k >= len(e.t) || !e.t[k].Is("part", "members", "member", "among") || e.denied(i) {
		return
	}
	for n := k + 1; n < len(e.t) && n < k+9; n++ {
		if side, kind, ok := e.team(n); ok {
			e.giveTeam(e.before(i), "delegation.present", side, kind, false)
			return
		}
		if e.t[n].Kind == lang.Punct {
			return
		}
	}
}

// atTable reads "A and B were at the table", "A was in the room".
func (e *eventReader) atTable(i int) {
	k := i + 1
	for k < len(e.t) && k < i+3 && e.t[k].Is("also", "both", "all", "there", "sitting", "seated") {
		k++
	}
	if k+1 < len(e.t) && e.t[k].Is("with", "behind", "beside", "alongside") && (e.t[k+1].Is("him", "her", "them") || k+2 < len(e.t) && e.t[k+1].Is("the") && vocab().is(e.t[k+2], headWord)) && !e.denied(i) {
		e.give(e.before(i), "delegation.present", someRole, .78) // "A and B were with the premier"
		return
	}
	if k+2 >= len(e.t) || !e.t[k].Is("at", "in", "on", "among") || e.denied(i) {
		return
	}
	far := e.t[k].Is("at") && k+5 < len(e.t) && e.t[k+1].Is("the") && e.t[k+4].Is("the") && e.t[k+5].Is("table") // "at the far end of the table"
	far = far || e.t[k].Is("at") && k+6 < len(e.t) && e.t[k+4].Is("of") && e.t[k+6].Is("table")
	there := far || e.t[k].Is("at") && e.t[k+1].Is("the") && (e.t[k+2].Is("table") || isTalk(e.t[k+2])) ||
		e.t[k].Is("in") && (e.t[k+1].Is("attendance") || e.t[k+1].Is("the") && e.t[k+2].Is("room", "delegation", "team", "party")) ||
		e.t[k].Is("on") && (e.t[k+1].Is("hand") || e.t[k+1].Is("the") && e.t[k+2].Is("line", "call", "delegation", "team")) ||
		e.t[k].Is("among") && e.presence(k, min(k+5, len(e.t)))
	if there {
		e.give(e.before(i), "delegation.present", someRole, .85)
	}
}

// overTalks reads "A presided over (moderated, brokered) the talks".
func (e *eventReader) overTalks(i int) {
	if !e.t[i].Is("presided", "presides", "moderated", "moderates", "mediated", "mediates", "facilitated", "brokered", "refereed", "steered", "observed") || e.denied(i) {
		return
	}
	for k := i + 1; k < len(e.t) && k < i+6; k++ {
		if isTalk(e.t[k]) {
			e.give(e.before(i), "delegation.present", someRole, .82)
			return
		}
		if e.t[k].Is("by", ",", ".", ";") {
			return
		}
	}
}
