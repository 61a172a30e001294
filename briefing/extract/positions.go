package extract

import (
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// This stage finds what one side put forward without the other's word for it:
//
//	X offered Y an A · X asked that Y not B · X demanded A · X refused to A
//	X called on Y to A · X expects Y to A
//
// It does not find positions that stand only in a quotation.

// positionRule is a wording of a position.
type positionRule struct {
	id         briefing.RuleID
	mode       briefing.PositionMode
	confidence float64
	keep       bool // the position begins with the verb: "refused to", "called for"
}

var positionVerbs = sync.OnceValue(func() byFirst[positionRule] {
	b := byFirst[positionRule]{}
	add := func(r positionRule, lines ...string) {
		for _, l := range lines {
			b.add(l, r)
		}
	}
	add(positionRule{"position.offered", briefing.Offered, .8, true}, "offered", "proposed", "suggested that")
	add(positionRule{"position.asked", briefing.Asked, .8, true}, "asked that|for", "asked *6 to", "requested", "appealed to|for", "urged", "called on|upon|for", "sought", "invited *6 to", "pressed for", "pressed *5 to")
	add(positionRule{"position.demanded", briefing.Demanded, .8, true}, "demanded", "insisted on|that", "warned that|against")
	add(positionRule{"position.refused", briefing.Refused, .8, true}, "refused to", "rejected", "ruled out", "opposed", "declined to", "turned down", "objected to")
	add(positionRule{"position.expected", briefing.Expected, .6, true}, "expects|expected to|that", "expects|hopes that|for")
	add(positionRule{"position.supported", briefing.SupportedMode, .7, true}, "supported", "backed", "endorsed", "reaffirmed|reiterated *4 support|commitment *1 for|to", "expressed *3 support for", "welcomed")
	return b
})

// findPositions fills Findings.Positions.
func findPositions(d *document) {
	if !d.meets {
		return
	}
	b := newTable(d)
	for _, s := range d.sentences {
		if d.headline(s) || d.paragraphs[s.paragraph].Kind == briefing.Caption {
			continue
		}
		d.positionsIn(s, b)
	}
}

func (d *document) positionsIn(s *sentence, b *table) {
	t := s.Tokens
	for i := 1; i+1 < len(t); i++ {
		for _, f := range positionVerbs()[t[i].Lower] {
			end, ok := f.pattern.match(t, i)
			if !ok || end >= len(t) || d.inQuotation(t[i].Start) || t[end-1].Kind == lang.Punct {
				continue
			}
			p := predicateOf(t, i)
			if p.negated || p.passive || p.modal != "" || p.governor != "" || p.subject.empty() || otherTime(t, run{0, len(t)}, d.latestYear()) {
				break
			}
			who := b.party(s, p.subject)
			holder, reason := d.holderOfPosition(who)
			if holder == "" {
				break
			}
			from := i
			to := objectEnd(t, end, extent{act: true})
			r := trimRun(t, run{from, to})
			if r.len() < 3 || to <= end {
				break
			}
			ground := basis(s, f.rule.id, f.rule.confidence, reason)
			if who.person != nil {
				ground.Evidence = append(ground.Evidence, d.evidence(who.person, s.Span)[1:]...)
			}
			d.findings.Positions = append(d.findings.Positions, briefing.Position{
				Text:    r.span(t).Of(d.text),
				Holder:  holder,
				Mode:    f.rule.mode,
				Meeting: min(d.meetingOf(s), max(0, len(d.findings.Meetings)-1)),
				Basis:   ground,
			})
			i = to - 1
			break
		}
	}
}

// holderOfPosition names whose position it is: the person, else the one side.
func (d *document) holderOfPosition(who party) (name, reason string) {
	switch {
	case who.role == outsideRole || who.role == unknownRole || who.role == eventRole:
		return "", ""
	case who.person != nil:
		return who.person.name, who.reason
	case who.role == sideRole && len(who.sides) == 1:
		return who.sides[0], who.reason
	}
	return "", ""
}
