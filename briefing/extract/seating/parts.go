package seating

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// Lists of people in a sentence, where they stand to its verbs, and what a
// sentence makes of them: who came, whom they came to see, in whose delegation.
// What speaks for their having taken part is weighed in participants.go.

// Part is one person's share in a meeting, as one sentence tells it.
type Part struct {
	person  *mention.Person
	Mention *mention.Mention
	rule    briefing.RuleID
	role    partRole
	pole    int    // -1 or 1 where the sentence sets two against each other, as "between A and B"
	team    string // side of the delegation the sentence puts the person in
	kind    briefing.SideKind
	host    string          // country in which the sentence sets the meeting
	with    *mention.Person // whom they came with, whose side is theirs
	not     string          // side they cannot stand for: they came to see it
	head    bool
	sure    float64
}

// partRole tells those who came from those whom they came to see.
type partRole uint8

const (
	someRole partRole = iota
	subjectRole
	objectRole
)

// eventReader finds the parts in one sentence.
type eventReader struct {
	d       *Document
	s       *mention.Sentence
	t       []lang.Token
	persons []*mention.Mention
	host    string
	marks   []sideMark
	out     []Part
}

// setting returns the country in which the sentence says its events took
// place: "In Guyana, Mr. Roe met …", "While in Panama, …".
func (e *eventReader) setting() string {
	for _, m := range e.s.Mentions {
		if m.Kind == mention.PlaceMention && m.First > 0 && m.First < 4 && e.t[m.First-1].Is("in") && m.Last < len(e.t) && e.t[m.Last].Text == "," {
			return m.Side
		}
		if m.Kind == mention.PlaceMention && m.First > 0 && e.t[m.First-1].Is("in", "to", "for") { // "goes on to Ankara, where she will meet"
			for k := m.Last; k+1 < len(e.t) && k < m.Last+5; k++ {
				if e.t[k].Text == "," && e.t[k+1].Is("where") {
					return m.Side
				}
			}
		}
	}
	return ""
}

// group is people listed together: persons[first:last].
type group struct{ first, last int }

func (e *eventReader) empty(g group) bool { return g.first >= g.last }

// begin and end return the tokens of a group.
func (e *eventReader) begin(g group) int { return e.persons[g.first].From }

func (e *eventReader) end(g group) int { return e.persons[g.last-1].To }

// joined reports whether person k goes on the list that person k-1 is in.
func (e *eventReader) joined(k int) bool {
	a, b := e.persons[k-1], e.persons[k]
	i := a.To
	if i+2 < len(e.t) && e.t[i].Text == "(" { // "of the Republic of Malta (ROM),"
		for i < b.From && e.t[i].Text != ")" {
			i++
		}
		i++
	}
	return i < b.From && mention.ListGap(e.t, i, b.From) || i == b.From && i > a.To
}

// possessive reports whether a name owns what follows it.
func (e *eventReader) possessive(m *mention.Mention) bool {
	return m.To < len(e.t) && e.t[m.To].Kind == lang.Clitic || m.To < len(e.t) && e.t[m.To].Is("'", "’") && m.To+1 < len(e.t) && e.t[m.To+1].Kind == lang.Word
}

// longestGap is how many tokens may stand between a verb and who does it.
const longestGap = 22

// after returns the group that begins at or soon after token i, with only
// words of time, place and manner between.
func (e *eventReader) after(i int) group {
	for k, m := range e.persons {
		if m.From < i {
			continue
		}
		if m.From-i > 9 || !e.objectGap(i, m.From) {
			return group{}
		}
		g := group{k, k + 1}
		for g.last < len(e.persons) && e.joined(g.last) {
			g.last++
		}
		for g.last > g.first && e.possessive(e.persons[g.last-1]) {
			g.last--
		}
		return g
	}
	return group{}
}

// objectGap reports whether tokens [from, to) may stand between a verb or
// preposition and whom it governs.
func (e *eventReader) objectGap(from, to int) bool {
	for i := from; i < to; i++ {
		t := e.t[i]
		if t.Is(":") && i == from {
			continue // "the delegation included: A, B"
		}
		if t.Is(".", ";", ":", "!", "?", "that", "said", "who", "which", "about", "against", "while", "as", "after", "because", "if", "over", "his") {
			return t.Is("his") && i+1 >= to
		}
	}
	return true
}

// give adds the members of a group.
func (e *eventReader) give(g group, rule briefing.RuleID, role partRole, sure float64) {
	for k := g.first; k < g.last; k++ {
		e.out = append(e.out, e.partOf(k, rule, role, sure))
	}
}

// denied reports whether the verb at v is denied or only imagined.
func (e *eventReader) denied(v int) bool {
	for i := max(0, v-5); i < v; i++ {
		if e.t[i].Text == "May" {
			continue // the month
		}
		if e.t[i].Is("not", "n't", "n’t", "never", "refused", "declined", "would", "could", "might", "may", "if", "whether", "without", "unable", "proposed", "possible") {
			return !(e.t[i].Is("would", "could") && e.reportedFuture(i))
		}
		if e.t[i].Is(",", ";") {
			continue
		}
	}
	return false
}

// leaderBefore returns the person whom "him" or "them" in this sentence
// stands for: the subject of the sentence before.
func (e *eventReader) leaderBefore() *mention.Person {
	if m := e.d.lastSubject(e.s); m != nil {
		return m.Person
	}
	return nil
}

// partOf returns the part of person k by a rule.
func (e *eventReader) partOf(k int, rule briefing.RuleID, role partRole, sure float64) Part {
	m := e.persons[k]
	p := Part{person: m.Person, Mention: m, rule: rule, role: role, host: e.host, sure: sure}
	if mark, ok := e.markOf(m); ok {
		p.team, p.kind = mark.side, mark.kind
	}
	return p
}
