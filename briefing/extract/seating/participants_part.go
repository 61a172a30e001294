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
			p.with = r.companion(t.at, k)
		}
		p.head = rule == "delegation.led"
		if p.team != "" || p.head {
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
