package page

import (
	"strconv"
	"strings"

	"example.org/attache/briefing"
)

// portion returns the portion marking that goes before a line.
func (s *sheet) portion(l *line) span {
	if l.Marking == "" {
		return span{}
	}
	m := l.Marking
	if !strings.HasPrefix(m, "(") {
		m = "(" + m + ")"
	}
	st := s.tag(Ink)
	st.size = s.size * .72
	return span{text: m + hard, style: st, part: PortionPart}
}

// tail returns what follows a line's words set at a size: its references and
// its status mark. Nothing in it may begin a text line.
func (s *sheet) tail(c *content, l *line, size float64) []span {
	var out []span
	if refs := references(l.refs); refs != "" {
		out = append(out, s.beforeReference(size), span{text: refs, style: s.reference(size), part: ReferencePart})
	}
	return append(out, s.status(c, l, size)...)
}

// beforeReference is the space between text of a size and its reference. It
// is wide enough that programs which read a PDF by its gaps see two words.
func (s *sheet) beforeReference(size float64) span {
	return span{text: hard, style: style{font: s.serif, size: size}, part: ReferencePart}
}

// references writes references with their paragraphs: "1 ¶2, 3; 2 ¶1". They
// hold together, but a long list may break before every sixth.
func references(refs []briefing.Ref) string {
	var b strings.Builder
	for i, r := range refs {
		gap := hard
		if i%6 == 0 {
			gap = " "
		}
		switch {
		case i == 0:
			b.WriteString(strconv.Itoa(r.Article) + hard + "¶")
		case refs[i-1].Article == r.Article:
			b.WriteString("," + gap)
		default:
			b.WriteString("; " + strconv.Itoa(r.Article) + hard + "¶")
		}
		b.WriteString(strconv.Itoa(r.Paragraph))
	}
	return b.String()
}

// unverifiedRing marks a line that nobody has checked; the foot says so.
const unverifiedRing = "○"

// status returns the mark that tells a reader how far a line has been
// settled. Verified lines have none. The ring is explained at the foot; where
// no line has been checked, one note at the head says it for all.
func (s *sheet) status(c *content, l *line, size float64) []span {
	word := func(mark, text string, colour Colour) []span {
		st := s.tag(colour)
		big := st
		big.size = s.size * .8
		return []span{
			{text: hard + hard + mark, style: big, part: StatusPart},
			{text: hard + strings.ReplaceAll(strings.ToUpper(text), " ", hard), style: st, part: StatusPart},
		}
	}
	switch {
	case l.Kind == briefing.AnalystLine:
		return word("", s.labels.Analyst, Grey)
	case l.Status == briefing.Conflict:
		return word("▲", s.labels.Conflict, Ink)
	case l.Status == briefing.Stale:
		return word("◊", s.labels.Stale, Grey)
	case l.Status == briefing.Edited:
		return word("", s.labels.Edited, Grey)
	case l.Status == briefing.Suggested && !c.allUnverified:
		st := style{font: s.sansBold, size: size * .78, colour: Grey, rise: size * .12}
		return []span{{text: hard + unverifiedRing, style: st, part: StatusPart}}
	}
	return nil
}

// hasRings reports whether the layout uses the ring.
func (c *content) hasRings() bool {
	if c.allUnverified {
		return false
	}
	for _, l := range c.lines {
		if !l.held && l.Kind != briefing.AnalystLine && l.Status == briefing.Suggested {
			return true
		}
	}
	return false
}
