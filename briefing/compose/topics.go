package compose

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
)

// agenda makes a line of every topic.
func (c *composer) agenda() []briefing.Line {
	var lines []briefing.Line
	for n, in := range c.inputs {
		for _, t := range in.Findings.Agenda {
			if len(t.Evidence) > 0 {
				w := briefing.Wording{Text: lineCapital(t.Text), Meeting: c.meeting(t.Meeting)}
				lines = append(lines, c.line(n, briefing.ExtractLine, w, t.Basis))
			}
		}
	}
	lines = unite(lines, func(a, b briefing.Line) relation {
		if a.Meeting != b.Meeting || !similar(a.Text, b.Text) {
			return apart
		}
		return told(a, b, stanceOf(a) != stanceOf(b) || figuresDiffer(a.Text, b.Text))
	})
	return ranked(lines, agendaRank)
}

// agreements makes a line of every commitment. What stands among the positions
// is here only where another article tells it as agreed.
func (c *composer) agreements() []briefing.Line {
	var lines, positions []briefing.Line
	for n, in := range c.inputs {
		for _, a := range in.Findings.Agreements {
			if len(a.Evidence) == 0 {
				continue
			}
			w := briefing.Wording{Text: lineCapital(a.Text), Parties: a.Parties, Mode: string(a.Status), Meeting: c.meeting(a.Meeting)}
			l := c.line(n, briefing.ExtractLine, w, a.Basis)
			if onlyPosition(a, in.Findings.Positions) {
				positions = append(positions, l)
			} else {
				lines = append(lines, l)
			}
		}
	}
	lines = unite(lines, c.sameAgreement)
	for _, p := range positions {
		for i, l := range lines {
			if c.sameAgreement(l, p) == contrary {
				lines[i] = join(l, p, true)
			}
		}
	}
	for i := range lines {
		c.denied(&lines[i])
	}
	return ranked(lines, agreementRank)
}

// onlyPosition reports that a proposal or refusal stands among the positions
// of its sentence: what one side offers or refuses is not listed as agreed.
func onlyPosition(a briefing.Agreement, positions []briefing.Position) bool {
	if a.Status != briefing.Proposed && a.Status != briefing.Rejected {
		return false
	}
	return slices.ContainsFunc(positions, func(p briefing.Position) bool {
		return len(p.Evidence) > 0 && p.Evidence[0].Overlaps(a.Evidence[0])
	})
}

// firm groups the statuses that two articles may give one commitment.
func firm(status string) string {
	switch briefing.AgreementStatus(status) {
	case briefing.Signed, briefing.Agreed:
		return "agreed"
	case briefing.Pledged, briefing.Announced:
		return "announced"
	}
	return status
}

// positions makes a line of what each side offered, asked or refused.
func (c *composer) positions() []briefing.Line {
	var lines []briefing.Line
	for n, in := range c.inputs {
		for _, p := range in.Findings.Positions {
			if len(p.Evidence) > 0 {
				w := briefing.Wording{Text: oneLine(p.Text), Speaker: p.Holder, Mode: string(p.Mode), Meeting: c.meeting(p.Meeting)}
				lines = append(lines, c.line(n, briefing.ExtractLine, w, p.Basis))
			}
		}
	}
	lines = unite(lines, c.samePosition)
	for i := range lines {
		l := &lines[i]
		if first, _, _ := strings.Cut(l.Text, " "); strings.EqualFold(first, l.Mode) {
			l.Mode = "" // "offered Valadim a liaison office" says it in the source's words
		}
	}
	return ranked(lines, positionRank)
}

func sameHolder(a, b string) bool { return a == b || sameName(a, b) }

// bottomLine proposes the sentence that tells the first agreement as the
// bottom line, whole and with its attribution, unless articles contradict each
// other on it. The analyst may choose another.
func (c *composer) bottomLine(agreements []briefing.Line) []briefing.Line {
	for _, a := range agreements {
		if a.Meeting != "" || a.Status == briefing.Conflict || a.Possible() || firm(a.Mode) != "agreed" && firm(a.Mode) != "announced" {
			continue
		}
		l := a
		l.From = slices.Clone(a.From)
		l.Wording, l.Alternatives = briefing.Wording{Text: a.Text}, nil // those are not sentences
		if s, ok := c.sentence(a.From[0]); ok {
			l.Text = s
		}
		l.Rank = bottomRank
		return []briefing.Line{l}
	}
	return nil
}

// maxBottomLine is the most a bottom line may run to, in bytes: four printed
// lines.
const maxBottomLine = 330

// sentence returns the words of the evidence as one line, if they are short
// enough and stand in one paragraph.
func (c *composer) sentence(e briefing.Evidence) (string, bool) {
	for _, in := range c.inputs {
		if in.Article.ID == e.Article {
			s := withoutDateline(oneLine(e.Of(in.Article.Text)))
			return s, s != "" && len(s) <= maxBottomLine
		}
	}
	return "", false
}
