package extract

import (
	"slices"

	"example.org/attache/briefing"
)

// This stage has every finding judged by the referee of package briefing,
// whatever rule found it. A commitment not to do a thing gets its "not" back,
// and what hangs on a condition its condition; a denial, a doubt, a question
// or a plan called off is no finding.

// keepReal mends or takes out the findings that say another thing than their
// sentence.
func keepReal(d *document) {
	j := judge{src: briefing.Sources{Article: func(briefing.ArticleID) *briefing.Article { return d.Article }}}
	f := &d.Findings
	agreements := f.Agreements[:0]
	for _, a := range f.Agreements {
		var ok bool
		if a.Text, ok = j.text(briefing.AgreementsSection, a.Text, string(a.Status), a.Basis); ok {
			agreements = append(agreements, a)
		}
	}
	f.Agreements = agreements
	positions := f.Positions[:0]
	for _, p := range f.Positions {
		var ok bool
		if p.Text, ok = j.text(briefing.PositionsSection, p.Text, string(p.Mode), p.Basis); ok {
			positions = append(positions, p)
		}
	}
	f.Positions = positions
	topics := f.Agenda[:0]
	for _, t := range f.Agenda {
		var ok bool
		if t.Text, ok = j.text(briefing.AgendaSection, t.Text, "", t.Basis); ok {
			topics = append(topics, t)
		}
	}
	f.Agenda = topics
	for i := range f.Delegations {
		g := &f.Delegations[i]
		g.Members = slices.DeleteFunc(g.Members, func(m briefing.Member) bool {
			return j.loses(briefing.DelegationsSection, briefing.Line{Wording: briefing.Wording{Text: m.Name}}, m.Evidence)
		})
	}
	f.Quotes = slices.DeleteFunc(f.Quotes, func(q briefing.Quote) bool {
		return j.loses(briefing.QuotesSection, briefing.Line{Kind: briefing.QuoteLine, Wording: briefing.Wording{Text: q.Text}}, []briefing.Span{q.Span})
	})
}

// judge asks the referee about findings of one article.
type judge struct{ src briefing.Sources }

func (j judge) line(l briefing.Line, spans []briefing.Span) briefing.Line {
	for _, s := range spans {
		l.From = append(l.From, briefing.Evidence{Article: "it", Span: s})
	}
	return l
}

func (j judge) loses(section briefing.SectionKind, l briefing.Line, spans []briefing.Span) bool {
	return len(spans) > 0 && len(briefing.Losses(section, j.line(l, spans), j.src)) > 0
}

// text returns the finding's words with what they may not lose; ok is false
// if they cannot be told.
func (j judge) text(section briefing.SectionKind, text, mode string, b briefing.Basis) (wide string, ok bool) {
	if len(b.Evidence) == 0 {
		return text, true // result takes it out
	}
	l := j.line(briefing.Line{Kind: briefing.ExtractLine, Wording: briefing.Wording{Text: text, Mode: mode}}, b.Evidence)
	l, ok = briefing.Widen(section, l, j.src)
	return l.Text, ok
}
