package compose

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
)

// header makes the title, when, where and account of the meeting that the
// first article with one is about.
func (c *composer) header() []briefing.Line {
	n, m, ok := c.mainMeeting()
	if !ok {
		return c.untold()
	}
	var lines []briefing.Line
	add := func(label, text string, basis briefing.Basis) {
		if text == "" || len(basis.Evidence) == 0 {
			return
		}
		l := c.line(n, briefing.ExtractLine, briefing.Wording{Text: lineCapital(text)}, basis)
		l.Label, l.Rank = label, headerRank
		lines = append(lines, l)
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
	add(briefing.WhenLabel, m.Date, m.Basis)
	if i := len(lines) - 1; i >= 0 && lines[i].Label == briefing.WhenLabel {
		c.date(&lines[i], n, m)
	}
	add(briefing.WhereLabel, m.Place, m.Basis)
	add(briefing.AccountLabel, m.Account, m.Basis)
	if i := len(lines) - 1; i >= 0 && lines[i].Label == briefing.AccountLabel {
		lines[i].Side = c.oneSide()
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
func (c *composer) date(l *briefing.Line, n int, m briefing.Meeting) {
	l.Mode = workedOut(m)
	for other, in := range c.inputs {
		if other == n || len(in.Findings.Meetings) == 0 {
			continue
		}
		theirs := in.Findings.Meetings[0]
		if m.DateISO == "" || theirs.DateISO == "" {
			continue
		}
		if theirs.DateISO != m.DateISO {
			l.Status, l.Reason = briefing.Conflict, "another article: "+theirs.Date+" ("+theirs.DateISO+")"
			l.Alternatives = alternative(l.Alternatives, briefing.Wording{Text: theirs.Date, Mode: workedOut(theirs)})
		}
		l.From = distinct(append(l.From, c.evidence(other, theirs.Evidence)...))
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
