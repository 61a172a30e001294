package compose

import (
	"slices"

	"example.org/attache/briefing"
)

// Apart groups inputs by the meeting they are about, in the order of InOrder.
// One group is what a briefing should be made of. Articles without a meeting,
// or that tell too little of it, and copies of one story go with those before
// them.
func Apart(inputs []Input) [][]Input {
	var groups [][]Input
	for _, in := range InOrder(inputs) {
		i := slices.IndexFunc(groups, func(g []Input) bool {
			return slices.ContainsFunc(g, func(other Input) bool { return sameMeeting(in, other) })
		})
		if i < 0 {
			groups = append(groups, nil)
			i = len(groups) - 1
		}
		groups[i] = append(groups[i], in)
	}
	return groups
}

// daysApart is how many days two articles may be apart on the day of one
// meeting: they contradict each other on more than that by a slip of the pen
// only.
const daysApart = 3

// sameMeeting reports whether two articles may be about one meeting: nothing
// that both tell of it speaks against it. Somebody who was at both, or two
// sides that were, speak for it, unless the days lie too far apart.
func sameMeeting(a, b Input) bool {
	if a.Origin != 0 && a.Origin == b.Origin || len(a.Findings.Meetings) == 0 || len(b.Findings.Meetings) == 0 {
		return true
	}
	x, y := seated(a.Findings), seated(b.Findings)
	if len(x.people)+len(x.sides) == 0 || len(y.people)+len(y.sides) == 0 {
		return true
	}
	m, n := a.Findings.Meetings[0], b.Findings.Meetings[0]
	if distant(m.DateISO, n.DateISO) {
		return false
	}
	people := shared(x.people, y.people, sameName)
	sides := shared(x.sides, y.sides, func(s, t string) bool { return s == t })
	elsewhere := m.Place != "" && n.Place != "" && alike(m.Place, n.Place) == 0 || m.DateISO != n.DateISO && m.DateISO != "" && n.DateISO != ""
	switch {
	case people > 1, sides > 1:
		return true
	case people+sides == 0:
		return false
	}
	// One side, or one of its people, goes to many meetings: with others at
	// the table, or elsewhere, it is another one.
	full := len(x.sides) > 1 && len(y.sides) > 1 || len(x.people) > 1 && len(y.people) > 1
	return !full && !elsewhere
}

// distant reports whether two days, as ISO dates, lie more than daysApart from
// each other.
func distant(a, b string) bool {
	x, errX := briefing.ParseISODate(a)
	y, errY := briefing.ParseISODate(b)
	if errX != nil || errY != nil || !x.Complete() || !y.Complete() {
		return false
	}
	days := x.Time().Sub(y.Time()).Hours() / 24
	return days > daysApart || days < -daysApart
}

// table is who sat at the main meeting of an article.
type table struct{ people, sides []string }

func seated(f briefing.Findings) table {
	var t table
	for _, d := range f.Delegations {
		main := len(d.Members) == 0
		for _, m := range d.Members {
			if m.Meeting == 0 {
				main = true
				t.people = append(t.people, m.Name)
			}
		}
		if main && d.Side != "" {
			t.sides = append(t.sides, d.Side)
		}
	}
	return t
}

func shared(a, b []string, same func(x, y string) bool) int {
	n := 0
	for _, x := range a {
		if slices.ContainsFunc(b, func(y string) bool { return same(x, y) }) {
			n++
		}
	}
	return n
}
