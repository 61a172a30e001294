package seating

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// Words that say for which side the people after them sit:
//
//	On the Mexican side, A was joined by B and C
//	attended, on the Greek side, by A and B and, on the Turkish side, by C
//	For Norway, A signed · From the U.S. delegation: A, B and C
//	Across from them sat A and B · On the other side of the table were A and B
//
// A side that only a pronoun names ("on our side") is not read.

// sideMark is a place in a sentence from which on people sit for a side; side
// is "" where the words only say that it is another one than before.
type sideMark struct {
	from, to int // tokens of the words themselves
	side     string
	kind     briefing.SideKind
}

// sideMarks reads the marks of the sentence, in order.
func (e *eventReader) sideMarks() []sideMark {
	var out []sideMark
	for i, t := range e.t {
		switch {
		case t.Is("on", "from") && i+3 < len(e.t) && e.t[i+1].Is("the", "either", "that") && e.t[i+2].Is("other", "opposite", "opposing", "far") && e.t[i+3].Is("side", "end"),
			t.Is("across") && i+1 < len(e.t) && e.t[i+1].Is("from", "the", "table"), t.Is("opposite", "facing") && i+1 < len(e.t) && e.t[i+1].Is("them", "him", "her"):
			end := i + 2
			for end < len(e.t) && e.t[end].Is("side", "end", "of", "the", "table", "other", "them", "him", "her") {
				end++
			}
			out = append(out, sideMark{from: i, to: end})
		case t.Is("on", "from", "for", "representing", "among") && (t.Is("on", "from", "among") || e.clauseStart(i)):
			if body, end := e.forBody(i); body != "" {
				out = append(out, sideMark{i, end, body, briefing.Organisation})
			} else if m, end := e.sideWords(i); m != nil {
				out = append(out, sideMark{i, end, m.Side, m.SideKind})
			} else if end > 0 {
				out = append(out, sideMark{from: i, to: end})
			}
		}
	}
	return out
}

// ClauseStart reports whether token i begins the sentence or what a comma or
// semicolon sets off.
func (e *eventReader) clauseStart(i int) bool {
	return i == 0 || e.t[i-1].Is(",", ";", ":", "and", "while", `"`, "“", "–", "—")
}

// forBody reads "[For the company] were A and B" at token i: the body that the
// article named in full before, or "" if the words are none such.
func (e *eventReader) forBody(i int) (string, int) {
	if i+3 >= len(e.t) || !e.t[i].Is("for", "representing") || !e.t[i+1].Is("the") || !e.t[i+3].Is("were", "was", "came", "sat") && e.t[i+3].Text != "," {
		return "", 0
	}
	return e.d.BodyMeant(e.t[i+2].Text, e.t[i].Start), i + 3
}

// sideWords reads "[on the Mexican side]" and "[For Norway,]" at token i. It
// returns where the words end, and the side if they name one.
func (e *eventReader) sideWords(i int) (*mention.Mention, int) {
	k := i + 1
	if k < len(e.t) && e.t[k].Is("the", "its") {
		k++
	}
	for _, m := range e.s.Mentions {
		if m.First != k || m.Kind != mention.PlaceMention && m.Kind != mention.OrganisationMention {
			continue
		}
		end := m.Last
		if end < len(e.t) && e.t[end].Is("'s", "’s") {
			end++
		}
		if end < len(e.t) && e.t[end].Is("side", "delegation", "team", "part", "end", "half") {
			return m, end + 1
		}
		if !e.t[i].Is("for", "representing", "from") || !e.clauseStart(i) {
			return nil, 0
		}
		if end < len(e.t) && e.t[end].Is(",", ":") && (e.t[i].Is("representing") || i == 0 || e.t[i-1].Is(";", ":", "while") || i > 1 && e.t[i-1].Text == "," && e.t[i-2].Is("and")) {
			return m, end
		}
		return nil, 0
	}
	return nil, 0
}

// markOf returns the mark under which the person of m sits, if there is one.
func (e *eventReader) markOf(m *mention.Mention) (sideMark, bool) {
	for k := len(e.marks) - 1; k >= 0; k-- {
		if e.marks[k].to <= m.From {
			return e.marks[k], true
		}
	}
	return sideMark{}, false
}

// seated gives part to the lists that stand right after a mark: "on the
// Mexican side, [by] A, B and C"; or before one that ends the clause: "[A and B]
// attended from the Mexican side".
func (e *eventReader) seated() {
	for _, mark := range e.marks {
		if g := e.attending(mark); !e.empty(g) {
			e.giveTeam(g, "delegation.side-list", mark.side, mark.kind, false)
			continue
		}
		k := mark.to
		for k < len(e.t) && k < mark.to+4 && e.t[k].Is(",", ":", "by", "were", "was", "there", "came", "are", "is", "will", "be", "sat", "of", "the", "table") {
			k++
		}
		g := e.after(k)
		if e.empty(g) || e.begin(g) > k+1 || e.d.InQuotation(e.t[mark.from].Start) || e.denied(mark.from) {
			continue
		}
		if mark.side == "" && !e.sits(mark) {
			continue
		}
		e.give(g, "delegation.side-list", someRole, .82)
	}
}

// attending returns the list before a mark that ends what a verb of attending
// says of it: "[A and B] attended from the Mexican side".
func (e *eventReader) attending(mark sideMark) (g group) {
	v := mark.from - 1
	if mark.side == "" || v < 1 || mark.to < len(e.t) && e.t[mark.to].Kind == lang.Word && !e.t[mark.to].Is("and", "while") {
		return g
	}
	for v > 0 && attendsAt.Has(e.t[v].Lower) {
		v--
	}
	if !attends.Has(e.t[v].Lower) {
		return g
	}
	for k := len(e.persons) - 1; k >= 0; k-- {
		if e.persons[k].To > v {
			continue
		}
		if v-e.persons[k].To > 2 {
			return g
		}
		g = group{k, k + 1}
		for g.first > 0 && e.joined(g.first) {
			g.first--
		}
		return g
	}
	return g
}

// apposed reads "officials from Canada and Peru, Minister A and Director B,":
// as many people as sides, in their order.
func (e *eventReader) apposed() {
	e.theirs()
	for i := 0; i+1 < len(e.t); i++ {
		if !e.t[i].Is("officials", "representatives", "ministers", "leaders", "delegates", "negotiators", "envoys", "ambassadors", "commissioners", "presidents", "counterparts") || !e.t[i+1].Is("from", "of", "for") {
			continue
		}
		g := group{}
		for k, m := range e.persons {
			if m.From-i > 2*longestGap {
				break
			}
			if m.From > i && e.t[m.From-1].Text == "," && m.Title != "" {
				g = group{k, k + 1}
				for g.last < len(e.persons) && e.joined(g.last) {
					g.last++
				}
				break
			}
		}
		if g.last-g.first < 2 || e.begin(g)-i > 2*longestGap {
			continue
		}
		var list []*mention.Mention
		for _, m := range e.s.Mentions {
			if m.First > i && m.Last < e.begin(g) && (m.Kind == mention.PlaceMention || m.Kind == mention.OrganisationMention) {
				list = append(list, m)
			}
		}
		if len(list) != g.last-g.first || list[0].First-i > 5 || e.begin(g)-list[len(list)-1].Last > 6 {
			continue
		}
		for k, m := range list {
			if p := e.persons[g.first+k]; p.Side == "" && m.Side != "" {
				part := e.partOf(g.first+k, "delegation.side-list", someRole, .7)
				part.team, part.kind = m.Side, m.SideKind
				e.out = append(e.out, part)
			}
		}
		return
	}
}

// theirs reads "Georgia and Turkey will dig, their ministers, A and B, said":
// as many people as sides in the list before, in its order.
func (e *eventReader) theirs() {
	for k, lead := range e.persons {
		if lead.Nth != 0 || lead.Shared < 2 || !lead.Sideless || k+lead.Shared > len(e.persons) || lead.From == 0 || !e.t[lead.From].Is("their") && !e.t[lead.From-1].Is("their") {
			continue
		}
		var list []*mention.Mention
		for _, m := range e.s.Mentions {
			switch {
			case m.First >= lead.From:
			case m.Kind != mention.PlaceMention || m.SideKind != briefing.Country:
			case len(list) > 0 && !mention.ListGap(e.t, list[len(list)-1].Last, m.First):
				if len(list) != lead.Shared {
					list = []*mention.Mention{m}
				}
			default:
				list = append(list, m)
			}
		}
		if len(list) != lead.Shared {
			continue
		}
		for n, m := range list {
			part := e.partOf(k+n, "delegation.side-list", someRole, .72)
			part.team, part.kind = m.Side, m.SideKind
			e.out = append(e.out, part)
		}
		return
	}
}

// sits reports whether a mark without a side goes on to say who is there.
func (e *eventReader) sits(mark sideMark) bool {
	for k := mark.to; k < len(e.t) && k < mark.to+5; k++ {
		if e.t[k].Is("by", "were", "was", "sat", "are", "is", "sits", "sit") {
			return true
		}
	}
	return false
}

// inTurn reads as many people as sides, in their order, where words say so:
// "the delegations of X, Y and Z were led by A, B and C", "Nigeria was
// represented by A, Benin by B", "A and B worked with the X and Y teams,
// respectively".
func (e *eventReader) inTurn() {
	for i, t := range e.t {
		switch {
		case e.d.InQuotation(t.Start):
		case t.Is("by"):
			if g := e.after(i + 1); !e.empty(g) && e.begin(g) <= i+3 {
				if v := e.passiveVerb(i); v.Is("represented") {
					e.representedBy(i, g)
				}
			}
			e.elided(i)
		case t.Is("respectively"):
			e.respectively(i)
		}
	}
}

// representedBy reads "India was represented by A".
func (e *eventReader) representedBy(i int, g group) {
	for _, m := range e.s.Mentions {
		if (m.Kind == mention.PlaceMention || m.Kind == mention.OrganisationMention) && m.Last < i && i-m.Last < 4 {
			e.giveTeam(g, "delegation.side-list", m.Side, m.SideKind, false)
			return
		}
	}
	if body := e.bodyBefore(i-1, g); body != "" {
		e.giveTeam(g, "delegation.side-list", body, briefing.Organisation, false)
	}
}

// respectively gives the people of a sentence the sides of it in their order,
// if there are as many.
func (e *eventReader) respectively(i int) {
	var people, places []*mention.Mention
	for _, m := range e.s.Mentions {
		switch {
		case m.First > i:
		case m.Kind == mention.PersonMention && m.Person != nil && !e.possessive(m):
			people = append(people, m)
		case (m.Kind == mention.PlaceMention || m.Kind == mention.OrganisationMention) && m.Side != "":
			places = append(places, m)
		}
	}
	n := len(people)
	if n < 2 || len(places) < n {
		return
	}
	places = places[len(places)-n:]
	for k, m := range people {
		e.out = append(e.out, Part{person: m.Person, Mention: m, rule: "delegation.side-list", role: someRole, team: places[k].Side, kind: places[k].SideKind})
	}
}
