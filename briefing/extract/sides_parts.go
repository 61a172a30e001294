package extract

import (
	"strings"

	"example.org/attache/briefing"
)

// Sides that follow from what the article tells of the meeting, where no word
// beside the name says it:
//
//	his delegation · whom he came with · the body he leads · the country
//	visited, for those who were met there · the one side that is left of the
//	two at the table
//
// The surest come first, and a side that the article speaks against is never
// taken: nobody visits their own country, or is met as a visitor by their own
// side. Where nothing speaks, the side stays open.

// sideReader settles the sides of the parts that are still open.
type sideReader struct {
	d      *document
	parts  []part
	barred map[*person][]string // sides a person cannot stand for
	faces  map[*person][]*person
	came   map[*person]*person // whom somebody came with
	main   string
}

// sideParts settles the sides that are still open.
func (d *document) sideParts(parts []part) {
	r := &sideReader{d: d, parts: parts, barred: map[*person][]string{}, faces: map[*person][]*person{}}
	r.bar()
	r.main = r.mainTeam()
	r.came = map[*person]*person{}
	for _, pt := range parts {
		if pt.with != nil {
			r.came[pt.person] = pt.with
		}
	}
	for _, pt := range parts {
		if pt.team != "" {
			r.set(pt.person, pt.team, pt.kind, "side by its delegation")
		}
	}
	seen := map[*person]bool{}
	for _, pt := range parts {
		if !seen[pt.person] {
			seen[pt.person] = true
			r.byWords(pt.person)
		}
	}
	r.each(func(pt part) { // nationality carries over in a list
		if pt.with != nil && !r.besideCompany(pt) {
			return // "called on A along with B"
		}
		side, kind := d.carried(pt)
		r.set(pt.person, side, kind, "side carried over in a list")
	})
	r.follow()
	r.each(func(pt part) {
		if pt.role == objectRole {
			r.set(pt.person, pt.host, "", "side by the country visited")
		}
	})
	r.each(func(pt part) {
		r.set(pt.person, d.byBody(pt.person), "", "side by the body whose officer it is")
		if side := bodySide(pt.person.title); ownBody(side) {
			side, kind := d.fullBody(side)
			r.set(pt.person, side, kind, "side by the body whose officer it is")
		}
	})
	r.follow()
	r.each(func(pt part) {
		if pt.role == objectRole {
			r.set(pt.person, d.destination(), "", "side by the country visited")
		}
	})
	r.each(func(pt part) { r.set(pt.person, d.byHolder(pt.person), "", "side by who holds the office") })
	r.each(func(pt part) { r.set(pt.person, d.byCommission(pt.person), "", "side by the office") })
	r.each(func(pt part) {
		if side := d.byOffice(pt.person, "office"); d.names(side) {
			r.set(pt.person, side, "", "side by the office")
		}
	})
	r.each(func(pt part) {
		r.set(pt.person, bodySide(pt.person.title), briefing.Organisation, "side by the body whose officer it is")
	})
	r.follow()
	r.byPronoun()
	r.byShortName()
	r.each(func(pt part) {
		if i := pt.m.from; i > 0 && pt.m.sentence.Tokens[i-1].Is("its") || pt.m.sentence.Tokens[i].Is("its") {
			side, kind := d.carried(pt)
			r.set(pt.person, side, kind, "side carried over in a list")
		}
	})
	r.contrast()
	r.left()
	r.inOrder()
	r.each(func(pt part) {
		if pt.rule == "delegation.took-part" && pt.m.title != "" && !contrary(pt.m.title) {
			side, kind := d.beside(pt)
			r.set(pt.person, side, kind, "side by those named before in the sentence")
		}
	})
	r.each(func(pt part) {
		if pt.rule == "delegation.included" {
			r.set(pt.person, r.main, "", "side by its delegation")
		}
	})
	r.each(func(pt part) {
		if pt.role == objectRole && pt.person.title != "" {
			r.set(pt.person, d.meetingPlace(pt), "", "side by the place of the meeting")
		}
	})
	seated := map[string]bool{}
	for _, pt := range parts {
		seated[pt.person.side] = true
	}
	r.diplomats()
	r.atHost()
	r.byMaster()
	r.each(func(pt part) { // those who sit in at home need no nationality
		if side := d.meetingPlace(pt); pt.role == someRole && pt.person.title != "" && seated[side] && !owned(pt.person.title) {
			r.set(pt.person, side, "", "side by the place of the meeting")
		}
	})
	r.each(func(pt part) {
		if pt.person.title != "" {
			r.set(pt.person, d.byAgency(), "", "side by whose news agency tells it")
		}
	})
	across := map[*person]bool{} // from somebody, wherever it is
	for _, pt := range parts {
		across[pt.person] = across[pt.person] || pt.rule == "delegation.side-list"
	}
	r.each(func(pt part) {
		if !across[pt.person] {
			r.set(pt.person, d.dateline(), "", "side by the dateline")
		}
	})
	r.atHome()
	r.atHomeByHints()
	r.follow()
	r.each(func(pt part) {
		if f, ok := sides().named(r.main); pt.role == subjectRole && pt.person.title != "" && ok && f.kind != briefing.Organisation {
			r.set(pt.person, r.main, "", "side by its delegation")
		}
	})
	r.follow()
}

// besideCompany reports whether whoever stands before pt in its sentence came
// with the same person.
func (r *sideReader) besideCompany(pt part) bool {
	var before *person
	for _, m := range pt.m.sentence.mentions {
		if m == pt.m {
			break
		}
		if m.kind == personMention && m.person != nil {
			before = m.person
		}
	}
	return before != nil && r.came[before] == pt.with
}

// owned reports whether an office says whose it is: "Roe's adviser".
func owned(title string) bool {
	title = strings.NewReplacer("’", "'", "People's ", "", "People’s ", "").Replace(title)
	return strings.Contains(title, "'s ")
}

// each calls f with every part whose person has no side yet.
func (r *sideReader) each(f func(part)) {
	for _, pt := range r.parts {
		if pt.person.side == "" && pt.m.sentence != nil {
			f(pt)
		}
	}
}

// set gives p a side, unless p has one or the article speaks against it.
func (r *sideReader) set(p *person, side string, kind briefing.SideKind, why string) {
	if side == "" || p.side != "" || contains(r.barred[p], side) {
		return
	}
	for _, o := range r.faces[p] {
		if o.side == side {
			return
		}
	}
	if kind == "" {
		if f, ok := sides().named(side); ok {
			kind = f.kind
		}
	}
	p.side, p.kind, p.sideRule = side, kind, why
}

// byWords settles a side by a body named in the office of p, or by whose
// officer p is.
func (r *sideReader) byWords(p *person) {
	if p.side != "" {
		return
	}
	for _, m := range p.mentions {
		if m.sidePart {
			r.set(p, m.side, m.sideKind, "side by a body named in the office")
		}
	}
	r.set(p, r.d.byOffice(p, "body"), "", "side by a body named in the office")
	r.set(p, r.d.byFullName(p), "", "side by who holds the office")
	for _, m := range p.mentions {
		r.set(p, r.d.bodyAfterName(m), "", "side by a body named in the office")
		if o := m.possessor; o != nil && o.person != nil && o.person != p {
			r.set(p, o.person.side, o.person.kind, "side by whose officer it is")
			r.set(p, r.d.byHolder(o.person), "", "side by whose officer it is")
		}
	}
	if vocab().rankOf(p.title) < 3 {
		r.set(p, r.d.byHolder(p), "", "side by who holds the office")
	}
}

// follow gives those who came with somebody that person's side.
func (r *sideReader) follow() {
	r.each(func(pt part) {
		if pt.with != nil {
			r.set(pt.person, pt.with.side, pt.with.kind, "side by whom they came with")
		}
	})
}

// mostFacing is how many parts of one sentence are set against each other.
const mostFacing = 24

// bar notes the sides that a person cannot stand for.
func (r *sideReader) bar() {
	for _, pt := range r.parts {
		if pt.not != "" {
			r.barred[pt.person] = append(r.barred[pt.person], pt.not)
		}
		if _, to, ok := strings.Cut(pt.person.title, " to "); ok {
			if f, ok := sides().named(to); ok {
				r.barred[pt.person] = append(r.barred[pt.person], f.side)
			}
		}
	}
	for _, g := range r.bySentence() {
		for _, a := range g {
			for _, b := range g {
				if a.person != b.person && facing(a, b) && !containsPerson(r.faces[a.person], b.person) {
					r.faces[a.person] = append(r.faces[a.person], b.person)
				}
			}
		}
	}
}

// bySentence returns the parts sentence by sentence.
func (r *sideReader) bySentence() [][]part {
	var out [][]part
	for i := 0; i < len(r.parts); {
		j := i
		for j < len(r.parts) && r.parts[j].m.sentence == r.parts[i].m.sentence {
			j++
		}
		out = append(out, r.parts[i:min(j, i+mostFacing)])
		i = j
	}
	return out
}

// facing reports whether two parts are those of people who met each other.
func facing(a, b part) bool {
	return a.rule == b.rule && a.with == nil && b.with == nil && a.role != b.role && a.role != someRole && b.role != someRole
}

// left gives those who face one side the other, if the article is about two.
func (r *sideReader) left() {
	for _, g := range r.bySentence() {
		for _, a := range g {
			for _, b := range g {
				if a.person.side != "" || !facing(a, b) || b.person.side == "" {
					continue
				}
				side := r.d.other(b.person.side)
				if f, ok := sides().named(side); ok && f.kind == briefing.Organisation && stateOffice(a.m.title) {
					continue
				}
				r.set(a.person, side, "", "side by the other at the table")
			}
		}
	}
}

// atTable returns the countries and bodies that the head of the article names,
// other than as places where something was.
func (d *document) atTable() []string {
	var out []string
	for _, s := range d.sentences[:min(lead, len(d.sentences))] {
		for _, m := range s.mentions {
			if m.side == "" || m.kind != placeMention && m.kind != organisationMention || contains(out, m.side) {
				continue
			}
			if f, ok := sides().named(m.Of(d.text)); ok && f.form == metonymForm && m.first > 0 && s.Tokens[m.first-1].Is("in", "at", "near", "outside") {
				continue
			}
			if m.kind == organisationMention && m.last < len(s.Tokens) && isTalk(s.Tokens[m.last]) {
				continue // "the ASEAN summit"
			}
			out = append(out, m.side)
		}
		for _, t := range s.Tokens {
			for _, side := range compound(t) {
				if !contains(out, side) {
					out = append(out, side)
				}
			}
		}
		for _, m := range s.mentions {
			if m.kind == personMention && m.side != "" && !m.sidePart && !contains(out, m.side) {
				out = append(out, m.side)
			}
		}
	}
	return out
}

// inOrder gives the members of a list that share a plural office the sides of
// the meeting in their order: "Presidents A of X and B of Y met. Foreign
// ministers C and D joined them."
func (r *sideReader) inOrder() {
	var order []string
	kinds := map[string]briefing.SideKind{}
	for _, g := range r.bySentence() {
		for _, pt := range g {
			if pt.person.side != "" || !pt.m.sideless || pt.m.of < 2 {
				continue
			}
			if pt.m.of == len(order) {
				side := order[pt.m.nth]
				r.set(pt.person, side, kinds[side], "side by the order of the list")
			} else if told := r.d.listedCountries(); len(order) == 0 && pt.m.of == len(told) {
				r.set(pt.person, told[pt.m.nth], briefing.Country, "side by the order of the list")
			}
		}
		for _, pt := range g {
			if p := pt.person; p.side != "" && p.kind != briefing.Organisation && len(order) < mostFacing && !contains(order, p.side) {
				order, kinds[p.side] = append(order, p.side), p.kind
			}
		}
	}
}

// listedCountries returns the countries that begin the article's first
// sentence of news, as those who act: "Chad, Mali and Niger have agreed".
func (d *document) listedCountries() []string {
	for _, s := range d.sentences[:min(lead, len(d.sentences))] {
		var list []string
		end := -1
		for _, m := range s.mentions {
			if m.kind != placeMention || m.sideKind != briefing.Country {
				break
			}
			if f, ok := sides().named(m.Of(d.text)); !ok || f.form != nameForm {
				break
			}
			if end < 0 && m.first > 0 || end >= 0 && !listGap(s.Tokens, end, m.first) {
				break
			}
			list, end = append(list, m.side), m.last
		}
		if len(list) > 1 && end < len(s.Tokens) && !s.Tokens[end].Is("'s", "’s") && s.Tokens[end].Text == s.Tokens[end].Lower {
			return list
		}
	}
	return nil
}

// mainTeam returns the side of the delegation the article names first.
func (r *sideReader) mainTeam() string {
	for _, pt := range r.parts {
		if pt.team != "" {
			return pt.team
		}
	}
	for _, pt := range r.parts {
		if pt.rule == "delegation.led" || pt.rule == "delegation.visit" {
			if pt.person.side != "" {
				return pt.person.side
			}
			if s := r.d.byOffice(pt.person, "office"); s != "" && r.d.names(s) {
				return s
			}
		}
	}
	return ""
}
