package extract

import (
	"slices"

	"example.org/attache/briefing"
)

// result returns the findings, without any whose spans do not hold in the
// article's own bytes. Only text that is not UTF-8 can lose one here.
func (d *document) result() briefing.Findings {
	f := d.Findings
	text := d.Article.Text
	bad := func(spans []briefing.Span) bool {
		return len(spans) == 0 || slices.ContainsFunc(spans, func(s briefing.Span) bool { return !s.Valid(text) })
	}
	f.Meetings = slices.DeleteFunc(f.Meetings, func(m briefing.Meeting) bool { return bad(m.Evidence) })
	for i := range f.Delegations {
		g := &f.Delegations[i]
		g.Evidence = slices.DeleteFunc(g.Evidence, func(s briefing.Span) bool { return !s.Valid(text) })
		g.Members = slices.DeleteFunc(g.Members, func(m briefing.Member) bool { return bad(m.Evidence) })
		for j := range g.Members { // people are seated before the meetings are counted
			g.Members[j].Meeting = min(g.Members[j].Meeting, max(0, len(f.Meetings)-1))
		}
	}
	d.OrderDelegations(f.Delegations)
	f.Agenda = slices.DeleteFunc(f.Agenda, func(a briefing.AgendaItem) bool { return bad(a.Evidence) })
	f.Agreements = slices.DeleteFunc(f.Agreements, func(a briefing.Agreement) bool { return bad(a.Evidence) })
	f.Positions = slices.DeleteFunc(f.Positions, func(p briefing.Position) bool { return bad(p.Evidence) })
	f.Quotes = slices.DeleteFunc(f.Quotes, func(q briefing.Quote) bool { return bad(q.Evidence) || q.Of(text) != q.Text })
	f.Reported = slices.DeleteFunc(f.Reported, func(r briefing.Reported) bool { return bad(r.Evidence) || r.Of(text) != r.Text })
	f.Dates = slices.DeleteFunc(f.Dates, func(m briefing.DateMention) bool { return bad(m.Evidence) })
	f.People = slices.DeleteFunc(f.People, func(p briefing.Person) bool { return bad(p.Evidence) })
	return f
}
