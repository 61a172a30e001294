package seating

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// Role is what the subject of a verb is to the meeting.
type Role uint8

// What a phrase may be to the meeting.
const (
	UnknownRole Role = iota
	AllRole          // "the two sides", "they", two or more sides by name
	SideRole         // one side, or one of its people
	OneRole          // "he", "she"
	EventRole        // "the talks"
	OutsideRole      // somebody who was not there
)

// Party is who a clause is about.
type Party struct {
	Role   Role
	Sides  []string // as briefing.Delegation.Side
	Person *mention.Person
	Reason string // what is unsure
}

// AllWords name everybody at the table.
var AllWords = lexicon.Set("both two three four five sides parties leaders delegations participants officials ministers governments countries presidents they we negotiators advisors advisers representatives members heads premiers states nations trilateral partners teams diplomats envoys statesmen delegates chancellors counterparts secretaries administrations pair trio duo allies chiefs generals colleagues commissioners sides' authorities ministries teams neighbours neighbors attendees officers principals quad camps mayors governors lawmakers unions bishops commanders factions")

// outsideWords name people who were not at the table, whatever they do.
var outsideWords = lexicon.Set("analysts critics experts users observers media economists protesters demonstrators researchers scientists voters fans commentators lawmakers opposition rebels traders dealers sources newspapers historians activists residents investors bankers campaigners backbenchers court judge judges police players club clubs shareholders consumers companies firms studies report")

// Table is who sits at the meeting, as rules on topics and agreements need it.
type Table struct {
	d       *Document
	Sides   []string
	weight  map[string]int    // how often the article names a side; nil until asked for
	members map[string]string // folded name and last name of a member to the side
}

// NewTable returns the table of a document whose delegations are found.
func NewTable(d *Document) *Table {
	b := &Table{d: d, members: map[string]string{}}
	for _, g := range d.Findings.Delegations {
		if g.Side != "" && !slices.Contains(b.Sides, g.Side) {
			b.Sides = append(b.Sides, g.Side)
		}
		for _, m := range g.Members {
			b.members[lang.Fold(m.Name)] = g.Side
		}
	}
	if len(b.Sides) == 0 { // nobody was seated: whoever stands for a side may be
		for _, p := range d.People {
			if p.Side != "" {
				b.members[lang.Fold(p.Name)] = p.Side
				if !slices.Contains(b.Sides, p.Side) {
					b.Sides = append(b.Sides, p.Side)
				}
			}
		}
	}
	if len(b.Sides) < 2 { // the lead names who else sat there
		b.fromLead()
	}
	return b
}

// fromLead takes the sides that the lead names, if it names several.
func (b *Table) fromLead() {
	for i := 0; i < min(2, len(b.d.Sentences)); i++ {
		s := b.d.Sentences[i]
		found := b.asActors(s)
		if b.d.Headline(s) || s.Quoted || len(found) < 2 || len(found) > 4 {
			continue
		}
		if len(b.Sides) == 1 && !slices.Contains(found, b.Sides[0]) && len(b.members) > 0 && seatedSide(b.d, b.Sides[0]) {
			continue
		}
		b.Sides = found
		return
	}
}

// asActors returns the sides that s names by country, nationality or person,
// leaving out capitals and what only says where.
func (b *Table) asActors(s *mention.Sentence) []string {
	var found []string
	add := func(side string) {
		if side != "" && !slices.Contains(found, side) {
			found = append(found, side)
		}
	}
	t := s.Tokens
	for i := 0; i < len(t); i++ {
		f, n := mention.Sides().At(t, i)
		if n == 0 {
			continue
		}
		if f.Form != mention.MetonymForm && !(i > 0 && t[i-1].Is("in", "at", "to", "near", "off")) {
			add(f.Side)
		}
		i += n - 1
	}
	for _, m := range s.Mentions {
		if m.Person != nil {
			add(b.members[lang.Fold(m.Person.Name)])
		}
	}
	return found
}

// seatedSide reports whether a side has a delegation.
func seatedSide(d *Document, side string) bool {
	return slices.ContainsFunc(d.Findings.Delegations, func(g briefing.Delegation) bool { return g.Side == side })
}

// InOrder returns the sides as the text first names them or their people.
func (b *Table) InOrder(sides []string) []string {
	if len(sides) < 2 {
		return sides
	}
	first := b.d.firstNamed()
	at := func(side string) int {
		if i, ok := first[side]; ok {
			return i
		}
		return len(b.d.Text)
	}
	out := slices.Clone(sides)
	slices.SortStableFunc(out, func(x, y string) int { return at(x) - at(y) })
	return out
}

// AllSides returns the sides that sit at the main meeting.
func (b *Table) AllSides() []string { return slices.Clone(b.Sides) }

// first returns the n sides that the article names most often: "the two
// sides" of a meeting at which a third one is the host.
func (b *Table) first(n int) []string {
	if len(b.Sides) <= n {
		return b.AllSides()
	}
	if b.weight == nil {
		b.weight = map[string]int{}
		for _, s := range b.d.Sentences {
			for i := range s.Tokens {
				if f, k := mention.Sides().At(s.Tokens, i); k > 0 {
					b.weight[f.Side]++
				}
			}
			for _, m := range s.Mentions {
				if m.Person != nil {
					if side, ok := b.memberSide(m.Person); ok {
						b.weight[side]++
					}
				}
			}
		}
	}
	most := b.AllSides()
	slices.SortStableFunc(most, func(x, y string) int { return b.weight[y] - b.weight[x] })
	most = most[:n]
	slices.SortFunc(most, func(x, y string) int { return slices.Index(b.Sides, x) - slices.Index(b.Sides, y) })
	return most
}

func (b *Table) memberSide(p *mention.Person) (string, bool) {
	side, ok := b.members[lang.Fold(p.Name)]
	return side, ok
}

// Party tells who the words of r are.
func (b *Table) Party(s *mention.Sentence, r clause.Run) Party {
	t := s.Tokens
	r = b.headOf(t, clause.TrimRun(t, r))
	if r.Empty() {
		return Party{}
	}
	sides, people, outside := b.Named(s, r)
	pronoun := r.Len() <= 2 && r.Has(t, clause.Pronouns)
	switch {
	case pronoun && r.Any(t, "they", "we"):
		if p := b.before(s, true); len(p.Sides) > 1 {
			return Party{Role: AllRole, Sides: p.Sides, Reason: "parties by pronoun"}
		}
		return Party{Role: AllRole, Sides: b.AllSides(), Reason: "parties by pronoun"}
	case pronoun && r.Any(t, "he", "she"):
		p := b.inSentence(s, r.From)
		if p.Role == UnknownRole {
			p = b.before(s, false)
		}
		p.Reason = "party by pronoun"
		if p.Role == UnknownRole {
			p.Role = OneRole
		}
		return p
	case len(sides) == 1 && r.Any(t, "he", "she") && clause.HasAnd(t, r.From, r.To) && len(b.Sides) > 1:
		return Party{Role: AllRole, Sides: b.first(2), Reason: "parties by pronoun"}
	case len(sides) > 1:
		return Party{Role: AllRole, Sides: sides, Person: one(people)}
	case r.Has(t, outsideWords) && len(people) == 0:
		return Party{Role: OutsideRole}
	case r.Has(t, AllWords) && len(people) == 0:
		if len(sides) == 1 && !r.Any(t, "both", "two", "three", "sides") {
			return Party{Role: SideRole, Sides: sides}
		}
		if r.Any(t, "both", "two", "bilateral") {
			return Party{Role: AllRole, Sides: b.first(2)}
		}
		return Party{Role: AllRole, Sides: b.AllSides()}
	case len(sides) == 1:
		return Party{Role: SideRole, Sides: sides, Person: one(people)}
	case len(people) > 1 && !outside && clause.HasAnd(t, r.From, r.To):
		return Party{Role: AllRole, Sides: sides}
	case len(people) > 0 && outside:
		return Party{Role: OutsideRole, Person: people[0]}
	case len(people) == 0 && len(sides) == 0 && !clause.EventNouns[t[r.To-1].Lower]:
		if p := b.office(s, r); p != nil {
			if side, ok := b.memberSide(p); ok {
				return Party{Role: SideRole, Sides: sideList(side), Person: p, Reason: "party by office"}
			}
			if len(b.members) > 0 {
				return Party{Role: OutsideRole, Person: p}
			}
		}
		if r.Has(t, clause.EventNouns) || r.Any(t, "agenda", "topics", "issues", "focus") {
			return Party{Role: EventRole}
		}
		if r.Any(t, "delegation") {
			return Party{Role: AllRole, Sides: b.AllSides()}
		}
	case r.Has(t, clause.EventNouns) || r.Any(t, "agenda", "topics", "issues", "focus"):
		return Party{Role: EventRole}
	case r.Any(t, "delegation"):
		return Party{Role: AllRole, Sides: b.AllSides()}
	}
	return Party{Person: one(people)}
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
func (b *Table) office(s *mention.Sentence, r clause.Run) *mention.Person {
	t := s.Tokens
	if r.Len() < 2 || r.Len() > 5 || !t[r.From].Is("the", "his", "her", "their") {
		return nil
	}
	if mention.Vocab().Class[t[r.To-1].Lower]&mention.HeadWord == 0 {
		return nil
	}
	fits := func(p *mention.Person) bool {
		title := " " + lang.Fold(p.Title) + " "
		if strings.TrimSpace(title) == "" {
			return false
		}
		for i := r.From + 1; i < r.To; i++ {
			if !strings.Contains(title, " "+t[i].Lower+" ") {
				return false
			}
		}
		return true
	}
	var found *mention.Person
	for i := s.Index - 1; i >= 0 && i >= s.Index-8; i-- {
		for _, m := range b.d.Sentences[i].Mentions {
			if m.Kind != mention.PersonMention || m.Person == nil || m.Person == found || !fits(m.Person) {
				continue
			}
			if found != nil {
				return nil
			}
			found = m.Person
		}
		if found != nil {
			return found
		}
	}
	return found
}

func one(people []*mention.Person) *mention.Person {
	if len(people) == 1 {
		return people[0]
	}
	return nil
}

// headOf cuts what follows the head of a subject: a relative clause, "along
// with X".
func (b *Table) headOf(t []lang.Token, r clause.Run) clause.Run {
	for i := r.From + 1; i < r.To; i++ {
		if t[i].Is("who", "which", "whose", "whom") || t[i].Is("alongside", "accompanied") {
			r.To = i
			break
		}
	}
	return clause.TrimRun(t, r)
}

// Named returns the sides that r names, by their people or themselves, in
// order, and the people; outside reports that nobody named is of the meeting.
func (b *Table) Named(s *mention.Sentence, r clause.Run) (found []string, people []*mention.Person, outside bool) {
	t := s.Tokens
	add := func(side string) {
		if side != "" && !slices.Contains(found, side) {
			found = append(found, side)
		}
	}
	member := false
	for _, side := range b.Sides { // bodies that no lexicon knows
		if f, ok := mention.Sides().Named(side); (!ok || f.Side != side) && strings.Contains(r.Span(t).Of(b.d.Text), side) {
			add(side)
		}
	}
	gaz := mention.Sides()
	covered := make([]bool, r.Len())
	for _, m := range s.Mentions {
		if m.First < r.From || m.Last > r.To {
			continue
		}
		if m.Person != nil {
			people = append(people, m.Person)
			if side, ok := b.memberSide(m.Person); ok {
				add(side)
				member = true
			}
			for i := max(r.From, m.From); i < min(r.To, max(m.Last, m.To)); i++ {
				covered[i-r.From] = true
			}
		}
	}
	for i := r.From; i < r.To; i++ {
		if !t[i].Capital() || covered[i-r.From] {
			continue
		}
		f, n := gaz.At(t, i)
		if n == 0 {
			continue
		}
		// "the Mexican president Ann Roe" is Ann Roe.
		if next := i + n; len(people) == 0 || next < r.To && !covered[next-r.From] || next >= r.To {
			add(f.Side)
		}
		i += n - 1
	}
	return found, people, len(people) > 0 && !member && len(b.members) > 0
}

// inSentence returns the first person that s names before token i: "Mr Daly
// said he had accepted".
func (b *Table) inSentence(s *mention.Sentence, i int) Party {
	for _, m := range s.Mentions {
		if m.Last > i {
			break
		}
		if m.Kind != mention.PersonMention || m.Person == nil || m.From > 0 && clause.Prepositions[s.Tokens[m.From-1].Lower] {
			continue
		}
		if side, ok := b.memberSide(m.Person); ok {
			return Party{Role: SideRole, Sides: sideList(side), Person: m.Person}
		}
		return Party{Role: OutsideRole, Person: m.Person}
	}
	return Party{}
}

// before returns who the sentence before s was about: for "they" the last that
// named several sides, for "he" the last person.
func (b *Table) before(s *mention.Sentence, several bool) Party {
	for i := s.Index - 1; i >= 0 && i >= s.Index-3; i-- {
		q := b.d.Sentences[i]
		if several {
			if sides, _, _ := b.Named(q, clause.Between(0, len(q.Tokens))); len(sides) > 1 {
				var seated []string
				for _, x := range sides {
					if slices.Contains(b.Sides, x) {
						seated = append(seated, x)
					}
				}
				if len(seated) > 1 {
					return Party{Role: AllRole, Sides: seated}
				}
			}
			continue
		}
		for _, m := range q.Mentions {
			if m.Kind != mention.PersonMention || m.Person == nil {
				continue
			}
			if side, ok := b.memberSide(m.Person); ok {
				return Party{Role: SideRole, Sides: sideList(side), Person: m.Person}
			}
			return Party{Role: OutsideRole, Person: m.Person}
		}
	}
	return Party{}
}

// Unlikely is the confidence below which a finding is only possible: its rule
// was wrong more often than right where it was measured. One that was never
// seen to fire has .5 and shows.
const Unlikely = .5

// Basis is the ground of a finding in s by a rule.
func Basis(s *mention.Sentence, rule briefing.RuleID, confidence float64, reason string) briefing.Basis {
	return briefing.Basis{Evidence: []briefing.Span{s.Span}, Rule: rule, Confidence: confidence, Reason: reason}
}
