package app

import (
	"context"

	"example.org/attache/briefing"
	"example.org/attache/briefing/compose"
)

// seal is an analyst's word for a passage: a verified line of a briefing that
// rests on it.
type seal struct {
	span     briefing.Span
	text     string
	briefing briefing.BriefingID
	line     briefing.LineID
}

// seals gathers what the verified lines of all briefings rest on.
func (a *App) seals(ctx context.Context) (map[briefing.ArticleID][]seal, error) {
	rows, err := a.Briefings(ctx)
	if err != nil {
		return nil, err
	}
	all := map[briefing.ArticleID][]seal{}
	for _, r := range rows {
		if r.Reviewed == 0 {
			continue
		}
		b, err := a.Briefing(ctx, r.ID)
		if err != nil {
			return nil, err
		}
		for _, section := range []briefing.SectionKind{briefing.AgreementsSection, briefing.PositionsSection, briefing.NextStepsSection, briefing.BottomLine} {
			for _, l := range b.Section(section).Lines {
				if l.Status != briefing.Verified || len(l.From) == 0 {
					continue
				}
				for _, e := range l.From {
					all[e.Article] = append(all[e.Article], seal{e.Span, l.Text, b.ID, l.ID})
				}
			}
		}
	}
	return all, nil
}

// sealOn returns the seal on a fact: a line that rests on the sentence that
// states it, the first of its evidence, and says the same.
func sealOn(seals map[briefing.ArticleID][]seal, text string, evidence []briefing.Evidence) (seal, bool) {
	if len(evidence) == 0 {
		return seal{}, false
	}
	for _, s := range seals[evidence[0].Article] {
		if s.span.Overlaps(evidence[0].Span) && compose.SameWords(s.text, text) {
			return s, true
		}
	}
	return seal{}, false
}
