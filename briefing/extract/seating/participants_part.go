package seating

import "example.org/attache/briefing/extract/mention"

// part returns what person k of the list g did by a tie: on which end of the
// meeting, in whose delegation, in whose company.
func (r *clueReader) part(k int, g group, t tie) (Part, bool) {
	class, passive := t.class, false
	if len(class) > 8 && class[:8] == "passive " {
		class, passive = class[8:], true
	}
	rule := seatRules[class]
	if rule == "" || t.not {
		return Part{}, false
	}
	p := r.partOf(k, rule, someRole, 0)
	p.pole = r.pole(k, g, t)
	if t.role == "including" && t.at >= 0 {
		p.team, p.kind = r.side(t)
	}
	subject := t.role == "subject" || t.role == "relative" || t.role == "owner" || t.role == "then"
	switch rule {
	case "delegation.hosted": // the host is whom the others came to see
		if subject != passive && t.role != "object" || t.role == "by" {
			p.role = objectRole
		} else if passive || t.role == "object" {
			p.role = subjectRole
		}
	case "delegation.visit":
		if t.role == "with" { // "came with her deputy, Roe"
			p.role, p.with = subjectRole, r.companion(t.at, k)
		} else if subject || t.role == "by" || t.role == "of" {
			p.role, p.not = subjectRole, r.placeOf(t.at)
		} else if t.role == "object" || t.role == "to" {
			p.role = objectRole
		}
	case "delegation.led", "delegation.included":
		if p.team == "" {
			p.team, p.kind = r.side(t)
		}
		if p.team == "" && t.class == "includes" { // "leading a team that included Roe"
			if p.with = r.companion(t.at, k); p.with == nil {
				p.with = r.d.led
			}
		}
		p.head = rule == "delegation.led"
		switch {
		case r.receivedTeam(t):
			p.role = objectRole
		case p.team != "" || p.head:
			p.role = subjectRole
		}
	case "delegation.accompanied":
		p.role = subjectRole
		if t.role == "by" || t.role == "object" {
			p.with = r.leader(t.at, k)
		}
	case "delegation.met", "delegation.discussed":
		switch {
		case subject:
			p.role = subjectRole
		case t.role == "with" || t.role == "object" || t.role == "to" || t.role == "on" || t.role == "by":
			p.role, p.rule = objectRole, "delegation.met"
		}
		if p.role == subjectRole {
			p.rule = "delegation.met"
		}
	}
	return p, true
}

// pole tells which of two person k is whom the tie sets against each other:
// "talks between [A] and [B]", "[A] and [B] signed the treaty". It is 0 for
// those who are more or fewer.
func (r *clueReader) pole(k int, g group, t tie) int {
	apart := t.role == "between" || (t.class == "signs" || t.class == "passive signs") && !r.withAnother(g, t.at)
	switch {
	case !apart || g.last-g.first > 2:
		return 0
	case k > 0 && r.t[r.persons[k].From-1].Is("and"):
		return 1
	case g.last-g.first == 2 || t.role == "between":
		return -1
	}
	return 0
}

// withAnother reports whether somebody beside those of g comes after the verb at v.
func (r *clueReader) withAnother(g group, v int) bool {
	return g.last < len(r.persons) && r.persons[g.last].From > v
}

// receivedTeam reports whether the delegation that people lead or belong to by a
// tie is one that somebody else met: "the mayor met [a delegation] led by Roe".
func (r *clueReader) receivedTeam(t tie) bool {
	for k := t.at - 1; k >= 0 && k > t.at-Farthest; k-- {
		switch {
		case r.verbs[k] == "meets", r.t[k].Is("with") && k > 0 && (r.nouns[k-1] == "talk" || r.verbs[k-1] == "meets"):
			return r.persons[0].To <= k
		case r.t[k].Is(";", ".", ":", ","), r.verbs[k] != "":
			return false
		}
	}
	return false
}

// companion returns the person whom person k came with, of those named before
// the verb at v; nil if there is none.
func (r *clueReader) companion(v, k int) *mention.Person {
	for n := len(r.persons) - 1; n >= 0; n-- {
		if r.persons[n].To <= v && n != k && !r.possessive(r.persons[n]) && r.persons[n].Person != r.persons[k].Person {
			return r.persons[n].Person
		}
	}
	return nil
}

// leader returns whom person k came with: the last before the verb at v.
func (r *clueReader) leader(v, k int) *mention.Person {
	if v > 0 && r.t[v-1].Text == "," {
		if p := r.mainSubject(v); p != nil {
			return p
		}
	}
	for n := len(r.persons) - 1; n >= 0; n-- {
		if r.persons[n].To <= v && n != k && !r.possessive(r.persons[n]) {
			return r.persons[n].Person
		}
	}
	return r.leaderBefore()
}

// placeOf returns the country that a visit at token i goes to, or "".
func (r *clueReader) placeOf(i int) string {
	for _, m := range r.s.Mentions {
		if m.Kind == mention.PlaceMention && m.First > i && m.First-i < 5 {
			if r.t[m.First-1].Is("from") {
				return "" // "flew in from Sucre"
			}
			return m.Side
		}
	}
	return ""
}
