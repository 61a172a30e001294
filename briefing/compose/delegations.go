package compose

import (
	"slices"
	"strings"
	"unicode"

	"example.org/attache/briefing"
)

// members makes a line of every member of a delegation, heads first within a
// side, the main meeting's sides before those of an earlier one.
func (c *composer) members() []briefing.Line {
	var lines []briefing.Line
	for n, in := range c.inputs {
		for _, d := range in.Findings.Delegations {
			for _, m := range d.Members {
				if len(m.Evidence) == 0 || m.Name == "" {
					continue
				}
				w := briefing.Wording{Text: m.Name, Title: m.Title, Side: d.Side, Head: m.Head, Meeting: c.meeting(m.Meeting)}
				from := append(slices.Clone(m.Evidence), sideSpan(d, m)...)
				l := c.line(n, briefing.ExtractLine, w, m.Basis)
				l.From = c.evidence(n, from)
				lines = append(lines, l)
			}
		}
	}
	lines = unite(lines, c.sameMember)
	seat(lines)
	for i := range lines {
		lines[i].Rank = rankIn(memberRank, i, lines[i])
		if lines[i].Head {
			lines[i].Rank = round(lines[i].Rank + headBonus)
		}
	}
	return lines
}

// seat orders members: the main meeting's before those of an earlier one, side
// by side, heads first.
func seat(lines []briefing.Line) {
	sides := sideOrder(lines)
	slices.SortStableFunc(lines, func(a, b briefing.Line) int {
		if a.Meeting != b.Meeting {
			return strings.Compare(a.Meeting, b.Meeting)
		}
		if a.Side != b.Side {
			return slices.Index(sides, a.Side) - slices.Index(sides, b.Side)
		}
		switch {
		case a.Head && !b.Head:
			return -1
		case b.Head && !a.Head:
			return 1
		}
		return 0
	})
}

// sideSpan is the evidence for a member's side where the member's own
// sentence does not name it.
func sideSpan(d briefing.Delegation, m briefing.Member) []briefing.Span {
	if len(d.Evidence) == 0 || slices.ContainsFunc(m.Evidence, func(s briefing.Span) bool { return s.Contains(d.Evidence[0]) }) {
		return nil
	}
	return d.Evidence[:1]
}

func sideOrder(lines []briefing.Line) []string {
	var sides []string
	for _, l := range lines {
		if !slices.Contains(sides, l.Side) {
			sides = append(sides, l.Side)
		}
	}
	return sides
}

// samePerson reports whether two members are one: the same side (or one of
// them open), the same meeting, the same last name and given names that do
// not contradict each other.
func samePerson(a, b briefing.Line) bool {
	if a.Meeting != b.Meeting || a.Side != b.Side && a.Side != "" && b.Side != "" {
		return false
	}
	return sameName(a.Text, b.Text)
}

func sameName(a, b string) bool {
	x, y := nameParts(a), nameParts(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	// Every part of the shorter name stands in the longer, in order; an
	// initial stands for a name. That of the first name stands first: "Karl T.
	// Berg" is not Therese Berg.
	j := 0
	for i, part := range x {
		for j < len(y) && (!samePart(part, y[j]) || i == 0 && j > 0 && part != y[j]) {
			j++
		}
		if j == len(y) {
			return false
		}
		j++
	}
	// A single name must be the last one: "Karl" is not "Karl Tarlenheim".
	return len(x) > 1 || samePart(x[0], y[len(y)-1])
}

func samePart(a, b string) bool {
	if len(a) == 1 || len(b) == 1 {
		return a[0] == b[0]
	}
	return a == b
}

func nameParts(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '-' && r != '\'' && r != '’' })
}
