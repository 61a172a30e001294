package page

import "strings"

// tlpColours are the text colours that TLP 2.0 gives its labels, on black
// (FIRST, Traffic Light Protocol 2.0, table of colours).
var tlpColours = map[string]Colour{
	TLPRed:         0xFF2B2B,
	TLPAmber:       0xFFC000,
	TLPAmberStrict: 0xFFC000,
	TLPGreen:       0x33FF00,
	TLPClear:       0xFFFFFF,
}

// TLPColour returns the colour in which a label of the Traffic Light Protocol
// is printed, on black.
func TLPColour(label string) (Colour, bool) {
	c, ok := tlpColours[label]
	return c, ok
}

// markingSize is the least that TLP 2.0 allows for its label.
const markingSize = 12.0

// banner returns the marking and the TLP label as they are printed. A label
// that TLP 2.0 does not know is printed with the marking.
func (c *content) banner() (marking, tlp string) {
	marking = strings.ToUpper(clean(c.details.Marking))
	tlp = strings.ToUpper(strings.ReplaceAll(clean(c.details.TLP), " ", ""))
	if _, ok := tlpColours[tlp]; !ok {
		marking = strings.TrimSpace(marking + " " + tlp)
		tlp = ""
	}
	return marking, tlp
}

// marking sets the marking line at the right edge: capitals, twelve points,
// the TLP label on black in its own colour. It sets nothing if the briefing
// has no marking. It is part of the structure at the top, so that whoever has
// the page read out hears it first, and an artifact at the foot.
func (s *sheet) marking(c *content, e *Element) {
	marking, tlp := c.banner()
	const padX, padY = 7.0, 1.2 // of the label on its black ground
	right := marginX + s.width()
	top, under := s.y, s.y
	label := style{font: s.sansBold, size: markingSize, colour: tlpColours[tlp], track: .4}
	free := right // what the label leaves to the marking
	if tlp != "" {
		free -= s.natural(tlp, label) + 2*padX + 10
	}
	if marking != "" {
		if tlp != "" {
			s.y += padY
		}
		left := marginX + s.width()*.4 // the rest is for the notes at the left
		st := style{font: s.sansBold, size: markingSize, colour: Ink, track: .5}
		s.place(placement{
			x: left, measure: free - left, lead: 15, right: true, element: e,
			spans: []span{{text: marking + " ", style: st, part: MarkingPart}}, // apart from the label
		}, true)
		under = s.y
	}
	if tlp != "" {
		s.y = top
		w := s.natural(tlp, label)
		s.rect(right-w-2*padX, s.y, w+2*padX, 15+2*padY, Black)
		s.y += padY
		s.text(e, box{right - w - padX, w + 1, 15}, "", span{text: tlp, style: label, part: TLPPart})
		under = max(under, s.y+padY)
	}
	s.y = under
}

// natural returns the width of text on one line.
func (s *sheet) natural(text string, st style) float64 {
	set := s.paragraph([]span{{text: text, style: st}}, 10_000, false)
	w := 0.0
	for _, v := range set.widths {
		w = max(w, v)
	}
	return w
}
