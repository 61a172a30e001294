package compose

import (
	"slices"

	"example.org/attache/briefing"
)

// denied puts beside an agreement what another article says against it: a
// sentence with the same words that denies, doubts or only supposes it, or
// tells it as a topic and no more.
func (c *composer) denied(l *briefing.Line) {
	if firm(l.Mode) != "agreed" && firm(l.Mode) != "announced" || len(content(l.Text)) < 3 {
		return
	}
	src := c.sources()
	for _, in := range c.inputs {
		if slices.ContainsFunc(l.From, func(e briefing.Evidence) bool { return e.Article == in.Article.ID }) {
			continue
		}
		for _, p := range in.Article.Paragraphs {
			if p.Kind == briefing.Furniture || p.Kind == briefing.Caption {
				continue
			}
			for _, s := range briefing.Sentences(in.Article.Text, p.Span) {
				text := oneLine(s.Of(in.Article.Text))
				if len(text) > maxBottomLine || !all(l.Text, text) {
					continue
				}
				at := briefing.Evidence{Article: in.Article.ID, Span: s}
				if against(*l, at, src) || discussed(in.Findings, *l, s) {
					*l = join(*l, briefing.Line{Wording: briefing.Wording{Text: text, Meeting: l.Meeting}, From: []briefing.Evidence{at}}, true)
				}
			}
		}
	}
}

// discussed reports whether the sentence gives what the line tells as agreed
// only as a topic.
func discussed(f briefing.Findings, l briefing.Line, s briefing.Span) bool {
	return slices.ContainsFunc(f.Agenda, func(t briefing.AgendaItem) bool {
		return len(t.Evidence) > 0 && s.Overlaps(t.Evidence[0]) && similar(l.Text, t.Text)
	}) && !slices.ContainsFunc(f.Agreements, func(a briefing.Agreement) bool { return len(a.Evidence) > 0 && s.Overlaps(a.Evidence[0]) })
}

// all reports whether a sentence has all the words of a wording that tell
// something.
func all(wording, sentence string) bool { return within(content(wording), content(sentence)) }

// against reports whether the sentence at e would have to be turned round to
// say what the line says.
func against(l briefing.Line, e briefing.Evidence, src briefing.Sources) bool {
	l.From = []briefing.Evidence{e}
	return slices.ContainsFunc(briefing.Losses(briefing.AgreementsSection, l, src), func(loss briefing.Loss) bool {
		switch loss.Kind {
		case briefing.Negation, briefing.Denial, briefing.Doubt, briefing.Almost, briefing.CalledOff, briefing.Possible:
			return true
		}
		return false
	})
}
