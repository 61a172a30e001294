package page

import (
	"strings"
)

// bottomLines is how many text lines the bottom line may take. A longer one
// is set smaller; words are never cut.
const bottomLines = 4

// bottomLine sets the panel with what matters most.
func (s *sheet) bottomLine(c *content, heading string, lines []*line) {
	const padX = 12.0
	top := s.y
	panel := len(s.rects)
	s.rect(0, 0, 0, 0, Tint)
	s.rect(0, 0, 0, 0, Navy)
	s.y += 8 * s.gap
	e := s.root.add(Section)
	inner := s.full(11).indent(padX)
	inner.measure -= padX
	s.text(e.add(H2), inner, "", span{text: strings.ToUpper(heading), style: s.heading(), part: HeadingPart})
	s.y++
	st := s.body()
	for _, bigger := range []float64{1.1, .5} {
		larger := st
		larger.size += bigger
		if s.isBottomLine(c, lines, larger, inner.measure) {
			st = larger
			break
		}
	}
	inner.lead = st.size * s.lead
	for i, l := range lines {
		if i > 0 {
			s.y += 2 * s.gap
		}
		s.text(e.add(Paragraph), inner, l.ID, s.sentence(c, l, st)...)
	}
	s.y += 7 * s.gap
	s.rects[panel] = Rect{marginX, top, s.width(), s.y - top, Tint}
	s.rects[panel+1] = Rect{marginX, top, 3, s.y - top, Navy}
	s.y += s.space()
}

// isBottomLine reports whether the lines, set in a style, take no more text
// lines than a bottom line may.
func (s *sheet) isBottomLine(c *content, lines []*line, st style, measure float64) bool {
	n := 0
	for _, l := range lines {
		if n += len(s.paragraph(trimmed(s.sentence(c, l, st)), measure, false).lines); n > bottomLines {
			return false
		}
	}
	return true
}
