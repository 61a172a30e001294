package page

import (
	"slices"

	"example.org/attache/briefing"
)

// The grid of the sheet, in points. Headings stand in a column of their own to
// the left of the text.
const (
	marginX     = 51.0
	marginY     = 34.0
	labelColumn = 88.0
	bullet      = 11.0 // from a bullet or number to its text
)

// density is how tightly a sheet is set.
type density struct {
	size float64 // of the text, points
	lead float64 // line height, in sizes
	gap  float64 // factor on the space between parts
}

// densities are the settings Fit chooses from, the airiest first. Smaller than
// 8.5 points does not read on paper.
var densities = [...]density{
	{10.4, 1.42, 1.15}, {10, 1.38, 1}, {9.6, 1.35, .9},
	{9.2, 1.32, .8}, {8.8, 1.30, .7}, {8.5, 1.28, .6},
}

// sheet is a page in the making: a top-down pen that sets one part after the
// other and knows afterwards how much room they took.
type sheet struct {
	*layouter
	density
	paper  Paper
	labels Labels
	langs  map[briefing.LineID]string // of lines in another language
	root   *Element
	y      float64 // where the next part goes

	placed []placement
	rects  []Rect
	reach  float64 // stop setting below this y: the page has overrun
	bottom float64 // where the text ended
	footY  float64 // where the foot begins; above bottom if all fits
}

// placement is a paragraph at its place. Glyphs are put on the page only when
// the layout is chosen.
type placement struct {
	spans   []span
	set     *setting
	x, y    float64 // top left
	measure float64
	lead    float64
	right   bool // set to the right edge of the measure
	line    briefing.LineID
	element *Element
}

// box is where a paragraph goes: its left edge, width and line height.
type box struct {
	x, measure, lead float64
}

func (s *sheet) width() float64     { return s.paper.W - 2*marginX }
func (s *sheet) textX() float64     { return marginX + labelColumn }
func (s *sheet) textW() float64     { return s.width() - labelColumn }
func (s *sheet) leading() float64   { return s.size * s.lead }
func (s *sheet) space() float64     { return 11 * s.gap }
func (s *sheet) content() box       { return box{s.textX(), s.textW(), s.leading()} }
func (s *sheet) overrun() bool      { return s.y > s.reach }
func (s *sheet) full(h float64) box { return box{marginX, s.width(), h} }

// indent moves the left edge of b to the right.
func (b box) indent(by float64) box { return box{b.x + by, b.measure - by, b.lead} }

// text sets a paragraph at y and moves y below it. All of it belongs to the
// line, save what spans claim for others.
func (s *sheet) text(e *Element, b box, line briefing.LineID, spans ...span) {
	s.place(placement{x: b.x, measure: b.measure, lead: b.lead, line: line, element: e, spans: spans}, false)
}

// headline is text whose lines are balanced.
func (s *sheet) headline(e *Element, b box, line briefing.LineID, spans ...span) {
	s.place(placement{x: b.x, measure: b.measure, lead: b.lead, line: line, element: e, spans: spans}, true)
}

func (s *sheet) place(p placement, balance bool) {
	p.y = s.y
	p.spans = slices.DeleteFunc(p.spans, func(sp span) bool { return sp.text == "" })
	p.set = s.paragraph(p.spans, p.measure, balance)
	if lang := s.langs[p.line]; lang != "" {
		p.element.Language = lang
	}
	s.placed = append(s.placed, p)
	s.y += p.height()
}

// height is at least one line: a line without words yet still has a place to
// click on.
func (p placement) height() float64 {
	if p.set.tooLong {
		return 100_000
	}
	return p.lead * float64(max(1, len(p.set.lines)))
}

func (s *sheet) rect(x, y, w, h float64, c Colour) {
	s.rects = append(s.rects, Rect{x, y, w, h, c})
}

// mark is a point in the making of a sheet, to move what comes after it.
type mark struct{ placed, rects int }

func (s *sheet) mark() mark { return mark{len(s.placed), len(s.rects)} }

// shift moves everything set since m down.
func (s *sheet) shift(m mark, by float64) {
	for i := m.placed; i < len(s.placed); i++ {
		s.placed[i].y += by
	}
	for i := m.rects; i < len(s.rects); i++ {
		s.rects[i].Y += by
	}
}
