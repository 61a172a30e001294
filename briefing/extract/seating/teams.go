package seating

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// team returns the side of the delegation that stands at or near token i, and
// whether one does: "the high-level U.S. delegation".
func (e *eventReader) team(i int) (side string, kind briefing.SideKind, ok bool) {
	if !e.t[i].Is("delegation", "delegations", "team", "side", "mission", "negotiators", "contingent", "sides", "teams", "party") || e.t[i].Is("party") || i > 0 && e.t[i-1].Is("congressional", "legislative", "other") {
		return "", "", false
	}
	if side, kind = e.teamSide(i); side == "" && e.definite(i) {
		side, kind = e.teamBefore()
	}
	return side, kind, true
}

// teamBefore returns the side of the delegation that one of the last sentences
// told of: "A delegation from Norfund came. [The five-member delegation] met".
func (e *eventReader) teamBefore() (side string, kind briefing.SideKind) {
	for k := e.s.Index - 1; k >= 0 && k > e.s.Index-4; k-- {
		s := e.d.Sentences[k]
		o := &eventReader{d: e.d, s: s, t: s.Tokens}
		for i := range s.Tokens {
			if s.Tokens[i].Is("delegation", "team", "mission") {
				if side, kind = o.teamSide(i); side != "" {
					return side, kind
				}
			}
		}
	}
	return "", ""
}

// definite reports whether "the" stands before the delegation at token i.
func (e *eventReader) definite(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if e.t[k].Is("the") {
			return true
		}
		if e.t[k].Kind != lang.Word || e.t[k].Capital() {
			return false
		}
	}
	return false
}

func (e *eventReader) teamSide(i int) (string, briefing.SideKind) {
	for _, m := range e.s.Mentions { // "a team from the World Bank"
		if (m.Kind == mention.PlaceMention || m.Kind == mention.OrganisationMention) && m.First > i+1 && m.First <= i+3 && e.t[i+1].Is("of", "from") && (m.First == i+2 || e.t[i+2].Is("the")) {
			return m.Side, m.SideKind
		}
	}
	if i+2 < len(e.t) && e.t[i+1].Is("of", "from") { // "a delegation from the Institute of Technology"
		k := i + 2
		if k+1 < len(e.t) && e.t[k].Is("the") {
			k++
		}
		if body := e.d.BodyAt(e.t[k]); body != "" {
			return body, briefing.Organisation
		}
	}
	for k := len(e.s.Mentions) - 1; k >= 0; k-- {
		m := e.s.Mentions[k]
		if m.Last > i+4 || i-m.Last > 4 {
			continue
		}
		if m.Kind == mention.PlaceMention || m.Kind == mention.OrganisationMention {
			if m.First > i && !e.t[m.First-1].Is("of", "from", "the") {
				continue
			}
			return m.Side, m.SideKind
		}
		if m.Kind == mention.PersonMention && m.Person != nil && m.Last < len(e.t) && e.t[m.Last].Kind == lang.Clitic {
			return m.Person.AnySide(), m.Person.Kind
		}
	}
	for k := i; k > 0 && k > i-4; k-- { // "the Front's delegation", "the company's five-strong team", "the union team"
		if e.t[k].Kind == lang.Clitic || k == i {
			if body, end := e.d.BodyBefore(e.s, k); end == k && body != "" {
				return body, briefing.Organisation
			}
		}
	}
	for k := i - 1; k > 0 && k > i-4; k-- {
		if e.t[k].Kind == lang.Clitic && e.t[k-1].Is("government") {
			return e.d.OneGovernment(), briefing.Country // "the government's five-strong team"
		}
	}
	return "", ""
}

func (e *eventReader) giveTeam(g group, rule briefing.RuleID, side string, kind briefing.SideKind, head bool) {
	for k := g.first; k < g.last; k++ {
		e.out = append(e.out, Part{person: e.persons[k].Person, Mention: e.persons[k], rule: rule, role: subjectRole, team: side, kind: kind, head: head, sure: .93})
	}
}

// elided reads the later members of "Nigeria was represented by A, Benin by B
// and Niger by C".
func (e *eventReader) elided(i int) {
	end := i // of what stands before "by": "Benin", "Benin's", "Benin's team"
	if end > 1 && e.t[end-1].Kind == lang.Clitic {
		end--
	}
	if end < 1 {
		return
	}
	m := e.d.MentionAt(e.t[end-1].Start)
	if m != nil && (m.Kind != mention.PlaceMention && m.Kind != mention.OrganisationMention || m.Last != end) {
		m = nil
	}
	if m == nil && end == i || m != nil && m.Kind != mention.PlaceMention && end == i {
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
				e.giveTeam(g, "delegation.side-list", m.Side, m.SideKind, false)
			} else {
				e.give(g, "delegation.by", someRole, .85)
			}
			return
		}
	}
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
	if start >= end || start == 0 && end == 1 || !e.d.Whole(briefing.Span{Start: e.t[start].Start, End: e.t[end-1].End}, e.s.Span) {
		return ""
	}
	return strings.Join(strings.Fields(e.d.Text[e.t[start].Start:e.t[end-1].End]), " ")
}

// mainSubject returns who does what the main clause says, for a participle
// that a comma sets off at token i: "A opened the talks on Monday, joined by".
func (e *eventReader) mainSubject(i int) *mention.Person {
	if i == 0 || e.t[i-1].Text != "," {
		return nil
	}
	for _, m := range e.persons {
		if m.To >= i {
			break
		}
		if !e.possessive(m) && !(m.From > 0 && (mention.Preposition(e.t[m.From-1]) || e.t[m.From-1].Is("with", "by"))) {
			return m.Person
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
	return e.t[max(0, i-1)]
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

// titledNegotiator reports whether an office is that of somebody who speaks
// for a side at the table.
func titledNegotiator(title string) bool {
	low := lang.Fold(title)
	return strings.Contains(low, "negotiator") || low == "delegate" || strings.HasPrefix(low, "delegate ") || low == "mediator" || strings.HasSuffix(low, " mediator") || strings.HasPrefix(low, "head of") && (strings.Contains(low, "delegation") || strings.Contains(low, "team"))
}
