package compose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// header makes the title, when, where and account of the meeting: of the first
// article that tells each of them.
func (c *composer) header() []briefing.Line {
	n, m, ok := c.mainMeeting()
	if !ok {
		return c.untold()
	}
	var lines []briefing.Line
	add := func(label string, told func(briefing.Meeting) string) (int, bool) {
		for n, in := range c.inputs {
			if len(in.Findings.Meetings) == 0 {
				continue
			}
			m := in.Findings.Meetings[0]
			text := told(m)
			if text == "" || len(m.Evidence) == 0 {
				continue
			}
			l := c.line(n, briefing.ExtractLine, briefing.Wording{Text: lineCapital(text)}, m.Basis)
			l.Label, l.Rank = label, headerRank
			lines = append(lines, l)
			return n, true
		}
		return 0, false
	}
	if w := (briefing.Wording{Text: c.subject(n, m), Parties: c.sides()}); len(m.Evidence) > 0 && w.Headline() != "" {
		if len(w.Parties) == 0 {
			w.Text = lineCapital(w.Text)
		}
		l := c.line(n, briefing.ExtractLine, w, m.Basis)
		l.Label, l.Rank = briefing.TitleLabel, headerRank
		l.From = distinct(append(l.From, c.sideEvidence(w.Parties)...))
		lines = append(lines, l)
	}
	if n, ok := add(briefing.WhenLabel, func(m briefing.Meeting) string { return m.Date }); ok {
		c.date(&lines[len(lines)-1], n)
	}
	if n, ok := add(briefing.WhereLabel, func(m briefing.Meeting) string { return m.Place }); ok {
		c.place(&lines[len(lines)-1], n)
	}
	if _, ok := add(briefing.AccountLabel, func(m briefing.Meeting) string { return m.Account }); ok {
		lines[len(lines)-1].Side = c.oneSide()
	}
	return lines
}

// oneSide is the side whose account all articles give, or "": each tells the
// meeting by that side's account, or copies one that does, and none quotes
// somebody of another side.
func (c *composer) oneSide() string {
	side, origins := "", map[int]bool{}
	for _, in := range c.inputs {
		if len(in.Findings.Meetings) == 0 || in.Findings.Meetings[0].AccountSide == "" {
			continue
		}
		theirs := in.Findings.Meetings[0].AccountSide
		if side != "" && theirs != side {
			return ""
		}
		side = theirs
		origins[in.Origin] = in.Origin != 0
	}
	for _, in := range c.inputs {
		told := len(in.Findings.Meetings) > 0 && in.Findings.Meetings[0].AccountSide != ""
		if !told && !origins[in.Origin] || heardFrom(in.Findings, side) {
			return ""
		}
	}
	return side
}

// heardFrom reports whether somebody of another side than this one is quoted,
// or has a position told.
func heardFrom(f briefing.Findings, side string) bool {
	of := map[string]string{}
	for _, p := range f.People {
		of[p.Name] = p.Side
	}
	for _, d := range f.Delegations {
		of[d.Side] = d.Side
		for _, m := range d.Members {
			of[m.Name] = d.Side
		}
	}
	other := func(who string) bool { return of[who] != "" && of[who] != side }
	return slices.ContainsFunc(f.Quotes, func(q briefing.Quote) bool { return other(q.Speaker) }) ||
		slices.ContainsFunc(f.Positions, func(p briefing.Position) bool { return other(p.Holder) })
}

// maxSubject is how many words a headline may use on what the sides met for.
const maxSubject = 8

// subject is what the meeting is called, unless that is somebody's own words
// about it or too much for a headline.
func (c *composer) subject(n int, m briefing.Meeting) string {
	if len(strings.Fields(m.What)) > maxSubject || len(m.Evidence) == 0 {
		return ""
	}
	text, sentence := c.inputs[n].Article.Text, m.Evidence[0]
	at := strings.Index(sentence.Of(text), m.What)
	if at < 0 {
		return m.What
	}
	said := briefing.Span{Start: sentence.Start + at, End: sentence.Start + at + len(m.What)}
	for _, q := range c.inputs[n].Findings.Quotes {
		if q.Span.Overlaps(said) {
			return ""
		}
	}
	return m.What
}

// mainMeeting is the first article's with one.
func (c *composer) mainMeeting() (int, briefing.Meeting, bool) {
	for n, in := range c.inputs {
		if len(in.Findings.Meetings) > 0 {
			return n, in.Findings.Meetings[0], true
		}
	}
	return 0, briefing.Meeting{}, false
}

// date adds the day where it was worked out, and marks a conflict where
// another article's day is different. The app never picks a winner.
func (c *composer) date(l *briefing.Line, n int) {
	m := c.inputs[n].Findings.Meetings[0]
	l.Mode = workedOut(m)
	c.others(n, func(other int, theirs briefing.Meeting) {
		switch {
		case theirs.Date == "":
		case daysDiffer(m, theirs):
			day := theirs.Date
			if theirs.DateISO != "" {
				day += " (" + theirs.DateISO + ")"
			}
			l.Status, l.Reason = briefing.Conflict, "another article: "+day
			l.Alternatives = alternative(l.Alternatives, briefing.Wording{Text: lineCapital(theirs.Date), Mode: workedOut(theirs)})
		case m.DateISO != "" && m.DateISO == theirs.DateISO, strings.EqualFold(m.Date, theirs.Date):
		default:
			return // it cannot be known whether "yesterday" is the day
		}
		if theirs.Date != "" {
			l.From = distinct(append(l.From, c.evidence(other, theirs.Evidence)...))
		}
	})
}

// daysDiffer reports whether two meetings are told of different days: by the
// calendar, or by the weekday, month or number in their words.
func daysDiffer(a, b briefing.Meeting) bool {
	if a.DateISO != "" && b.DateISO != "" {
		return a.DateISO != b.DateISO
	}
	return figuresDiffer(a.Date, b.Date) && sameKind(figures(a.Date), figures(b.Date))
}

// sameKind reports whether two days are told in the same way: both by a
// weekday, or both by a date.
func sameKind(a, b []string) bool {
	weekday := func(s string) bool { return strings.HasSuffix(s, "day") }
	return slices.ContainsFunc(a, weekday) == slices.ContainsFunc(b, weekday)
}

// place marks a conflict where another article has the meeting in another
// place: neither names the other's.
func (c *composer) place(l *briefing.Line, n int) {
	mine := c.inputs[n]
	place := mine.Findings.Meetings[0].Place
	c.others(n, func(other int, theirs briefing.Meeting) {
		if theirs.Place == "" {
			return
		}
		if alike(place, theirs.Place) == 0 {
			if !properName(place) || !properName(theirs.Place) ||
				mentions(mine.Article.Text, theirs.Place) || mentions(c.inputs[other].Article.Text, place) {
				return // "the palace" may stand in the city
			}
			l.Status, l.Reason = briefing.Conflict, "another article: "+theirs.Place
			l.Alternatives = alternative(l.Alternatives, briefing.Wording{Text: lineCapital(theirs.Place)})
		}
		l.From = distinct(append(l.From, c.evidence(other, theirs.Evidence)...))
	})
}

// properName reports whether words begin with a capital, as the name of a
// place does.
func properName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

// mentions reports whether a text has the words of a place.
func mentions(text, place string) bool { return strings.Contains(letters(text), letters(place)) }

// others visits the meetings of the articles other than n that are told in
// words of their own.
func (c *composer) others(n int, visit func(other int, m briefing.Meeting)) {
	for i, in := range c.inputs {
		if i != n && len(in.Findings.Meetings) > 0 && len(in.Findings.Meetings[0].Evidence) > 0 {
			visit(i, in.Findings.Meetings[0])
		}
	}
}

// workedOut is the day of a meeting whose text gives no year, or "".
func workedOut(m briefing.Meeting) string {
	if m.DateISO != "" && !strings.Contains(m.Date, m.DateISO[:4]) {
		return m.DateISO
	}
	return ""
}

// sides are the sides of the main meeting, in the order they are named.
func (c *composer) sides() []string {
	var sides []string
	for _, in := range c.inputs {
		for _, d := range in.Findings.Delegations {
			main := len(d.Members) == 0 || slices.ContainsFunc(d.Members, func(m briefing.Member) bool { return m.Meeting == 0 })
			if d.Side != "" && main && !slices.Contains(sides, d.Side) {
				sides = append(sides, d.Side)
			}
		}
	}
	if len(sides) > maxTitleSides {
		return nil
	}
	return sides
}

// maxTitleSides is how many sides a headline names before it becomes a list.
const maxTitleSides = 3

// sideEvidence is where the sides of the title are named, so that they can be
// traced although the meeting's own sentence may not name them.
func (c *composer) sideEvidence(sides []string) []briefing.Evidence {
	var from []briefing.Evidence
	for _, side := range sides {
		for n, in := range c.inputs {
			i := slices.IndexFunc(in.Findings.Delegations, func(d briefing.Delegation) bool { return d.Side == side })
			if i < 0 {
				continue
			}
			d := in.Findings.Delegations[i]
			switch {
			case len(d.Evidence) > 0:
				from = append(from, c.evidence(n, d.Evidence[:1])...)
			case len(d.Members) > 0 && len(d.Members[0].Evidence) > 0:
				from = append(from, c.evidence(n, d.Members[0].Evidence[:1])...)
			}
			break
		}
	}
	return from
}

// untold gives a briefing of articles without a meeting the headline of the
// first article that has one.
func (c *composer) untold() []briefing.Line {
	for n, in := range c.inputs {
		a := in.Article
		if a.Title == "" || len(a.Paragraphs) == 0 {
			continue
		}
		return []briefing.Line{{Kind: briefing.ExtractLine, Label: briefing.TitleLabel, Wording: briefing.Wording{Text: a.Title},
			From: c.evidence(n, []briefing.Span{a.Paragraphs[0].Span}), Rule: "title.headline", Rank: headerRank}}
	}
	return nil
}
