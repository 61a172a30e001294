package extract

import (
	"strconv"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/lang"
)

// This stage finds what one side put forward without the other's word for it:
//
//	X offered Y an A · X asked that Y not B · X demanded A · X refused to A
//	X called on Y to A · X expects Y to A
//
// It does not find positions that stand only in a quotation.

// positionRule is a wording of a position, which begins with its verb:
// "refused to", "called for".
type positionRule struct {
	id         briefing.RuleID
	mode       briefing.PositionMode
	confidence float64
}

// positionVerbs are the wordings of the lexicon positions: a pattern, its rule,
// its mode and how sure it is, a line.
var positionVerbs = sync.OnceValue(func() clause.ByFirst[positionRule] {
	b := clause.ByFirst[positionRule]{}
	for _, row := range lexicon.Rows("positions") {
		if len(row) != 4 {
			continue // TestPositionWords names it
		}
		sure, _ := strconv.ParseFloat(row[3], 64)
		b.Add(row[0], positionRule{briefing.RuleID(row[1]), briefing.PositionMode(row[2]), sure})
	}
	return b
})

// findPositions fills Findings.Positions.
func findPositions(d *document) {
	if !d.Meets {
		return
	}
	b := tableOf(d)
	for _, s := range d.Sentences {
		if d.Headline(s) || d.Paragraphs[s.Paragraph].Kind == briefing.Caption {
			continue
		}
		d.positionsIn(s, b)
	}
}

func (d *document) positionsIn(s *mention.Sentence, b *seating.Table) {
	t := s.Tokens
	for i := 1; i+1 < len(t); i++ {
		for _, f := range positionVerbs()[t[i].Lower] {
			end, ok := f.Pattern.Match(t, i)
			if !ok || end >= len(t) || d.InQuotation(t[i].Start) || t[end-1].Kind == lang.Punct {
				continue
			}
			p := clause.PredicateOf(t, i)
			if p.Negated || p.Passive || p.Modal != "" || p.Governor != "" || p.Subject.Empty() || clause.OtherTime(t, clause.Between(0, len(t)), d.LatestYear()) {
				break
			}
			who := b.Party(s, p.Subject)
			holder, reason := d.holderOfPosition(who)
			if holder == "" {
				break
			}
			from := i
			to := clause.ObjectEnd(t, end, clause.Extent{Act: true})
			r := clause.TrimRun(t, clause.Between(from, to))
			if r.Len() < 3 || to <= end {
				break
			}
			ground := seating.Basis(s, f.Rule.id, f.Rule.confidence, reason)
			if who.Person != nil {
				ground.Evidence = append(ground.Evidence, d.Evidence(who.Person, s.Span)[1:]...)
			}
			d.Findings.Positions = append(d.Findings.Positions, briefing.Position{
				Text:    r.Span(t).Of(d.Text),
				Holder:  holder,
				Mode:    f.Rule.mode,
				Meeting: min(d.MeetingOf(s), max(0, len(d.Findings.Meetings)-1)),
				Basis:   ground,
			})
			i = to - 1
			break
		}
	}
}

// holderOfPosition names whose position it is: the person, else the one side.
func (d *document) holderOfPosition(who seating.Party) (name, reason string) {
	switch {
	case who.Role == seating.OutsideRole || who.Role == seating.UnknownRole || who.Role == seating.EventRole:
		return "", ""
	case who.Person != nil:
		return who.Person.Name, who.Reason
	case who.Role == seating.SideRole && len(who.Sides) == 1:
		return who.Sides[0], who.Reason
	}
	return "", ""
}
