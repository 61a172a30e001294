package page

import (
	"strings"

	"example.org/attache/briefing"
)

// lay sets the whole sheet at a density, without the lines that are held. It
// stops early once it has overrun the page by reach.
func (l *layouter) lay(c *content, paper Paper, d density, reach float64) *sheet {
	s := &sheet{
		layouter: l, density: d, paper: paper, labels: c.labels, langs: c.foreign,
		root: &Element{Role: Document}, y: marginY, reach: reach,
	}
	s.top(c)
	s.head(c)
	first := true
	for _, sec := range c.sections {
		lines := sec.printed()
		if len(lines) == 0 || sec.kind == briefing.MeetingSection || s.overrun() {
			continue
		}
		if sec.kind == briefing.BottomLine {
			s.bottomLine(c, sec.heading, lines)
			first = true
			continue
		}
		if !first {
			s.y += s.space() * .6
			s.rect(s.textX(), s.y, s.textW(), .4, Hairline)
			s.y += s.space() * .6
		}
		first = false
		s.section(c, sec, lines)
	}
	s.bottom = s.y + max(8, s.space()*.6) // air above the foot
	s.foot(c)
	return s
}

// section sets one section: its heading in the left column, its lines right
// of it.
func (s *sheet) section(c *content, sec section, lines []*line) {
	top := s.y
	e := s.root.add(Section)
	// The small heading shares the base line of the first text line.
	st := s.heading()
	s.y += s.leading()*.5 + s.size*.33 - (11*.5 + st.size*.33)
	s.text(e.add(H2), box{marginX, labelColumn - 10, 11}, "", span{text: strings.ToUpper(sec.heading), style: st, part: HeadingPart})
	under := s.y
	s.y = top
	switch sec.kind {
	case briefing.DelegationsSection:
		s.delegations(c, e, lines)
	case briefing.AgreementsSection:
		s.agreements(c, e, lines)
	case briefing.QuotesSection:
		s.quotes(c, e, lines)
	case briefing.CommentSection:
		s.comments(c, e, lines)
	default:
		s.bullets(c, e, lines)
	}
	s.y = max(s.y, under)
}
