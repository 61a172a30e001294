package extract

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// role is what the subject of a verb is to the meeting.
type role uint8

const (
	unknownRole role = iota
	allRole          // "the two sides", "they", two or more sides by name
	sideRole         // one side, or one of its people
	oneRole          // "he", "she"
	eventRole        // "the talks"
	outsideRole      // somebody who was not there
)

// party is who a clause is about.
type party struct {
	role   role
	sides  []string // as briefing.Delegation.Side
	person *person
	reason string // what is unsure
}

// allWords name everybody at the table.
var allWords = words("both two three four five sides parties leaders delegations participants officials ministers governments countries presidents they we negotiators advisors advisers representatives members heads premiers states nations trilateral partners teams diplomats envoys statesmen delegates chancellors counterparts secretaries administrations pair trio duo allies chiefs generals colleagues commissioners sides' authorities ministries teams neighbours neighbors attendees officers principals quad camps mayors governors lawmakers unions bishops commanders factions")

// outsideWords name people who were not at the table, whatever they do.
var outsideWords = words("analysts critics experts users observers media economists protesters demonstrators researchers scientists voters fans commentators lawmakers opposition rebels traders dealers sources newspapers historians activists residents investors bankers campaigners backbenchers court judge judges police players club clubs shareholders consumers companies firms studies report")

// table is who sits at the meeting, as rules on topics and agreements need it.
type table struct {
	d       *document
	sides   []string
	weight  map[string]int    // how often the article names a side; nil until asked for
	members map[string]string // folded name and last name of a member to the side
}

func newTable(d *document) *table {
	b := &table{d: d, members: map[string]string{}}
	for _, g := range d.findings.Delegations {
		if g.Side != "" && !slices.Contains(b.sides, g.Side) {
			b.sides = append(b.sides, g.Side)
		}
		for _, m := range g.Members {
			b.members[lang.Fold(m.Name)] = g.Side
		}
	}
	if len(b.sides) == 0 { // nobody was seated: whoever stands for a side may be
		for _, p := range d.people {
			if p.side != "" {
				b.members[lang.Fold(p.name)] = p.side
				if !slices.Contains(b.sides, p.side) {
					b.sides = append(b.sides, p.side)
				}
			}
		}
	}
	if len(b.sides) < 2 { // the lead names who else sat there
		b.fromLead()
	}
	return b
}

// fromLead takes the sides that the lead names, if it names several.
func (b *table) fromLead() {
	for i := 0; i < min(2, len(b.d.sentences)); i++ {
		s := b.d.sentences[i]
		found := b.asActors(s)
		if b.d.headline(s) || s.quoted || len(found) < 2 || len(found) > 4 {
			continue
		}
		if len(b.sides) == 1 && !slices.Contains(found, b.sides[0]) && len(b.members) > 0 && seatedSide(b.d, b.sides[0]) {
			continue
		}
		b.sides = found
		return
	}
}

// asActors returns the sides that s names by country, nationality or person,
// leaving out capitals and what only says where.
func (b *table) asActors(s *sentence) []string {
	var found []string
	add := func(side string) {
		if side != "" && !slices.Contains(found, side) {
			found = append(found, side)
		}
	}
	t := s.Tokens
	for i := 0; i < len(t); i++ {
		f, n := sides().at(t, i)
		if n == 0 {
			continue
		}
		if f.form != metonymForm && !(i > 0 && t[i-1].Is("in", "at", "to", "near", "off")) {
			add(f.side)
		}
		i += n - 1
	}
	for _, m := range s.mentions {
		if m.person != nil {
			add(b.members[lang.Fold(m.person.name)])
		}
	}
	return found
}

// seatedSide reports whether a side has a delegation.
func seatedSide(d *document, side string) bool {
	return slices.ContainsFunc(d.findings.Delegations, func(g briefing.Delegation) bool { return g.Side == side })
}

// inOrder returns the sides as the text first names them or their people.
func (b *table) inOrder(sides []string) []string {
	if len(sides) < 2 {
		return sides
	}
	first := b.d.firstNamed()
	at := func(side string) int {
		if i, ok := first[side]; ok {
			return i
		}
		return len(b.d.text)
	}
	out := slices.Clone(sides)
	slices.SortStableFunc(out, func(x, y string) int { return at(x) - at(y) })
	return out
}

// allSides returns the sides that sit at the main meeting.
func (b *table) allSides() []string { return slices.Clone(b.sides) }

// first returns the n sides that the article names most often: "the two
// sides" of a meeting at which a third one is the host.
func (b *table) first(n int) []string {
	if len(b.sides) <= n {
		return b.allSides()
	}
	if b.weight == nil {
		b.weight = map[string]int{}
		for _, s := range b.d.sentences {
			for i := range s.Tokens {
				if f, k := sides().at(s.Tokens, i); k > 0 {
					b.weight[f.side]++
				}
			}
			for _, m := range s.mentions {
				if m.person != nil {
					if side, ok := b.memberSide(m.person); ok {
						b.weight[side]++
					}
				}
			}
		}
	}
	most := b.allSides()
	slices.SortStableFunc(most, func(x, y string) int { return b.weight[y] - b.weight[x] })
	most = most[:n]
	slices.SortFunc(most, func(x, y string) int { return slices.Index(b.sides, x) - slices.Index(b.sides, y) })
	return most
}

func (b *table) memberSide(p *person) (string, bool) {
	side, ok := b.members[lang.Fold(p.name)]
	return side, ok
}

// party tells who the words of r are.
func (b *table) party(s *sentence, r run) party {
	t := s.Tokens
	r = b.headOf(t, trimRun(t, r))
	if r.empty() {
		return party{}
	}
	sides, people, outside := b.named(s, r)
	pronoun := r.len() <= 2 && r.has(t, pronouns)
	switch {
	case pronoun && r.any(t, "they", "we"):
		if p := b.before(s, true); len(p.sides) > 1 {
			return party{role: allRole, sides: p.sides, reason: "parties by pronoun"}
		}
		return party{role: allRole, sides: b.allSides(), reason: "parties by pronoun"}
	case pronoun && r.any(t, "he", "she"):
		p := b.inSentence(s, r.from)
		if p.role == unknownRole {
			p = b.before(s, false)
		}
		p.reason = "party by pronoun"
		if p.role == unknownRole {
			p.role = oneRole
		}
		return p
	case len(sides) == 1 && r.any(t, "he", "she") && hasAnd(t, r.from, r.to) && len(b.sides) > 1:
		return party{role: allRole, sides: b.first(2), reason: "parties by pronoun"}
	case len(sides) > 1:
		return party{role: allRole, sides: sides, person: one(people)}
	case r.has(t, outsideWords) && len(people) == 0:
		return party{role: outsideRole}
	case r.has(t, allWords) && len(people) == 0:
		if len(sides) == 1 && !r.any(t, "both", "two", "three", "sides") {
			return party{role: sideRole, sides: sides}
		}
		if r.any(t, "both", "two", "bilateral") {
			return party{role: allRole, sides: b.first(2)}
		}
		return party{role: allRole, sides: b.allSides()}
	case len(sides) == 1:
		return party{role: sideRole, sides: sides, person: one(people)}
	case len(people) > 1 && !outside && hasAnd(t, r.from, r.to):
		return party{role: allRole, sides: sides}
	case len(people) > 0 && outside:
		return party{role: outsideRole, person: people[0]}
	case len(people) == 0 && len(sides) == 0 && !eventNouns[t[r.to-1].Lower]:
		if p := b.office(s, r); p != nil {
			if side, ok := b.memberSide(p); ok {
				return party{role: sideRole, sides: sideList(side), person: p, reason: "party by office"}
			}
			if len(b.members) > 0 {
				return party{role: outsideRole, person: p}
			}
		}
		if r.has(t, eventNouns) || r.any(t, "agenda", "topics", "issues", "focus") {
			return party{role: eventRole}
		}
		if r.any(t, "delegation") {
			return party{role: allRole, sides: b.allSides()}
		}
	case r.has(t, eventNouns) || r.any(t, "agenda", "topics", "issues", "focus"):
		return party{role: eventRole}
	case r.any(t, "delegation"):
		return party{role: allRole, sides: b.allSides()}
	}
	return party{person: one(people)}
}

// sideList is a list of one side, or of none if it is open.
func sideList(side string) []string {
	if side == "" {
		return nil
	}
	return []string{side}
}

// office returns the last person named before s whose office "the minister",
// "the commerce secretary" may stand for. Two who share it leave it open.
func (b *table) office(s *sentence, r run) *person {
	t := s.Tokens
	if r.len() < 2 || r.len() > 5 || !t[r.from].Is("the", "his", "her", "their") {
		return nil
	}
	if vocab().class[t[r.to-1].Lower]&headWord == 0 {
		return nil
	}
	fits := func(p *person) bool {
		title := " " + lang.Fold(p.title) + " "
		if strings.TrimSpace(title) == "" {
			return false
		}
		for i := r.from + 1; i < r.to; i++ {
			if !strings.Contains(title, " "+t[i].Lower+" ") {
				return false
			}
		}
		return true
	}
	var found *person
	for i := s.index - 1; i >= 0 && i >= s.index-8; i-- {
		for _, m := range b.d.sentences[i].mentions {
			if m.kind != personMention || m.person == nil || m.person == found || !fits(m.person) {
				continue
			}
			if found != nil {
				return nil
			}
			found = m.person
		}
		if found != nil {
			return found
		}
	}
	return found
}

func one(people []*person) *person {
	if len(people) == 1 {
		return people[0]
	}
	return nil
}

// headOf cuts what follows the head of a subject: a relative clause, "along
// with X".
func (b *table) headOf(t []lang.Token, r run) run {
	for i := r.from + 1; i < r.to; i++ {
		if t[i].Is("who", "which", "whose", "whom") || t[i].Is("alongside", "accompanied") {
			r.to = i
			break
		}
	}
	return trimRun(t, r)
}

// named returns the sides that r names, by their people or themselves, in
// order, and the people; outside reports that nobody named is of the meeting.
func (b *table) named(s *sentence, r run) (found []string, people []*person, outside bool) {
	t := s.Tokens
	add := func(side string) {
		if side != "" && !slices.Contains(found, side) {
			found = append(found, side)
		}
	}
	member := false
	for _, side := range b.sides { // bodies that no lexicon knows
		if f, ok := sides().named(side); (!ok || f.side != side) && strings.Contains(r.span(t).Of(b.d.text), side) {
			add(side)
		}
	}
	gaz := sides()
	covered := make([]bool, r.len())
	for _, m := range s.mentions {
		if m.first < r.from || m.last > r.to {
			continue
		}
		if m.person != nil {
			people = append(people, m.person)
			if side, ok := b.memberSide(m.person); ok {
				add(side)
				member = true
			}
			for i := max(r.from, m.from); i < min(r.to, max(m.last, m.to)); i++ {
				covered[i-r.from] = true
			}
		}
	}
	for i := r.from; i < r.to; i++ {
		if !t[i].Capital() || covered[i-r.from] {
			continue
		}
		f, n := gaz.at(t, i)
		if n == 0 {
			continue
		}
		// "the Mexican president Ann Roe" is Ann Roe.
		if next := i + n; len(people) == 0 || next < r.to && !covered[next-r.from] || next >= r.to {
			add(f.side)
		}
		i += n - 1
	}
	return found, people, len(people) > 0 && !member && len(b.members) > 0
}

// inSentence returns the first person that s names before token i: "Mr Daly
// said he had accepted".
func (b *table) inSentence(s *sentence, i int) party {
	for _, m := range s.mentions {
		if m.last > i {
			break
		}
		if m.kind != personMention || m.person == nil || m.from > 0 && prepositions[s.Tokens[m.from-1].Lower] {
			continue
		}
		if side, ok := b.memberSide(m.person); ok {
			return party{role: sideRole, sides: sideList(side), person: m.person}
		}
		return party{role: outsideRole, person: m.person}
	}
	return party{}
}

// before returns who the sentence before s was about: for "they" the last that
// named several sides, for "he" the last person.
func (b *table) before(s *sentence, several bool) party {
	for i := s.index - 1; i >= 0 && i >= s.index-3; i-- {
		q := b.d.sentences[i]
		if several {
			if sides, _, _ := b.named(q, run{0, len(q.Tokens)}); len(sides) > 1 {
				var seated []string
				for _, x := range sides {
					if slices.Contains(b.sides, x) {
						seated = append(seated, x)
					}
				}
				if len(seated) > 1 {
					return party{role: allRole, sides: seated}
				}
			}
			continue
		}
		for _, m := range q.mentions {
			if m.kind != personMention || m.person == nil {
				continue
			}
			if side, ok := b.memberSide(m.person); ok {
				return party{role: sideRole, sides: sideList(side), person: m.person}
			}
			return party{role: outsideRole, person: m.person}
		}
	}
	return party{}
}

// unlikely is the confidence below which a finding is only possible: its rule
// was wrong more often than right where it was measured. One that was never
// seen to fire has .5 and shows.
const unlikely = .5

// basis is the ground of a finding in s by a rule.
func basis(s *sentence, rule briefing.RuleID, confidence float64, reason string) briefing.Basis {
	return briefing.Basis{Evidence: []briefing.Span{s.Span}, Rule: rule, Confidence: confidence, Reason: reason}
}
