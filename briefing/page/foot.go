package page

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// foot sets the sources and the last line of the sheet, pinned to the lower
// margin.
func (s *sheet) foot(c *content) {
	start := s.mark()
	s.y = 0
	if len(c.articles) > 0 {
		s.rect(marginX, s.y, s.width(), .6, Navy)
		s.y += 6
		s.sources(c)
		s.y += 8
	}
	s.lastLine(c)
	s.footY = s.paper.H - marginY - s.y
	s.shift(start, s.footY)
}

// lastLine sets page number, what is on file, the meaning of the ring, and
// the marking.
func (s *sheet) lastLine(c *content) {
	top := s.y
	s.marking(c, &Element{Role: Artifact})
	under := s.y
	small := style{font: s.sans, size: 7.2, colour: Grey}
	type note struct {
		e    *Element
		text string
	}
	notes := []note{{&Element{Role: Artifact}, s.labels.PageOf}}
	if n := c.heldBack(); n > 0 {
		notes = append(notes, note{s.root.add(Paragraph), s.labels.Held(n)})
	}
	if c.hasRings() {
		notes = append(notes, note{s.root.add(Paragraph), unverifiedRing + hard + s.labels.Suggested})
	}
	const gap = 16.0
	room, need := s.width()*.4-10, -gap
	if under == top {
		room = s.width()
	}
	for _, n := range notes {
		need += s.natural(n.text, small) + gap
	}
	s.y = top
	if under > top {
		s.y += (under - top - 11) / 2
	}
	if need > room {
		s.y = top
		for _, n := range notes {
			s.text(n.e, box{marginX, room, 9}, "", span{text: n.text, style: small, part: FixedPart})
		}
		s.y = max(s.y, under)
		return
	}
	x, y := marginX, s.y
	for _, n := range notes {
		w := s.natural(n.text, small) + 1
		s.y = y
		s.text(n.e, box{x, w, 11}, "", span{text: n.text, style: small, part: FixedPart})
		x += w + gap
	}
	s.y = max(s.y, under)
}

// sourceShare is how much of the sheet's height sources may take before they
// are set shorter.
const sourceShare = .16

// sources lists the articles as fully as there is room for: each on its own
// line with its address, then without it, then run together, and then only as
// many as fit, the cited ones first.
func (s *sheet) sources(c *content) {
	top, start := s.y, s.mark()
	kids := len(s.root.Kids)
	limit := s.paper.H * sourceShare
	for i, way := range []func(*content, *Element){s.fullSources, s.shortSources, s.runInSources} {
		e := s.root.add(Section)
		s.text(e.add(H2), box{marginX, labelColumn - 10, 10.6}, "", span{text: strings.ToUpper(s.labels.Sources), style: s.heading(), part: HeadingPart})
		under := s.y
		s.y = top
		way(c, e)
		s.summary(c, e, i == 2)
		if s.y = max(s.y, under); s.y-top <= limit {
			return
		}
		s.undo(start)
		s.root.Kids = s.root.Kids[:kids]
		s.y = top
	}
	s.fewSources(c, limit)
}

func (s *sheet) undo(m mark) { s.placed, s.rects = s.placed[:m.placed], s.rects[:m.rects] }

func (s *sheet) fullSources(c *content, e *Element) {
	s.sourceList(c, e, func(a briefing.ArticleRef) []span {
		spans := []span{{text: s.describe(a, true) + s.copyOf(c, a), style: s.small(), part: SourcePart}}
		if a.URL == "" {
			return spans
		}
		link := s.small()
		if WebAddress(a.URL) != "" {
			link.colour = Navy
		}
		return append(spans, span{text: ". ", style: s.small(), part: SourcePart}, span{text: ShownAddress(a.URL), style: link, url: WebAddress(a.URL), part: AddressPart})
	})
}

func (s *sheet) shortSources(c *content, e *Element) {
	s.sourceList(c, e, func(a briefing.ArticleRef) []span {
		st := s.small()
		if WebAddress(a.URL) != "" {
			st.colour = Navy
		}
		return []span{
			{text: s.describe(a, true), style: st, url: WebAddress(a.URL), part: SourcePart},
			{text: s.copyOf(c, a), style: s.small(), part: SourcePart},
		}
	})
}

func (s *sheet) sourceList(c *content, e *Element, describe func(briefing.ArticleRef) []span) {
	const lead = 10.6
	list := e.add(List)
	list.Numbering = Numbers
	indent := sourceIndent(c)
	for i, a := range c.articles {
		item := list.add(ListItem)
		top := s.y
		b := box{s.textX(), s.textW(), lead}
		s.text(item.add(ItemLabel), box{b.x, indent, lead}, "", s.sourceNumber(i))
		s.y = top
		s.text(item.add(ItemBody), b.indent(indent), "", describe(a)...)
		if s.y-top > s.paper.H*sourceShare || i > 100 {
			s.y += s.paper.H // one source is too long for this way already
			return
		}
	}
}

// sourceIndent is the width of the numbers before the sources.
func sourceIndent(c *content) float64 {
	if len(c.articles) > 9 {
		return bullet + 4
	}
	return bullet
}

func (s *sheet) sourceNumber(i int) span {
	st := s.small()
	st.font, st.colour = s.sansBold, Navy
	return span{text: fmt.Sprintf("%d ", i+1), style: st, part: NumberPart}
}

// runInSources sets all sources as one paragraph: "1 Daily News, 5 Dec 2019
// · 2 …".
func (s *sheet) runInSources(c *content, e *Element) {
	all := make([]int, len(c.articles))
	for i := range all {
		all[i] = i
	}
	s.runIn(c, e, all)
}

func (s *sheet) runIn(c *content, e *Element, articles []int) {
	var spans []span
	for k, i := range articles {
		a := c.articles[i]
		if k > 0 {
			spans = append(spans, span{text: " · ", style: s.small(), part: SourcePart})
		}
		n := s.sourceNumber(i)
		n.text = strings.TrimRight(n.text, " ") + hard
		st := s.small()
		if WebAddress(a.URL) != "" {
			st.colour = Navy
		}
		spans = append(spans, n, span{text: s.describe(a, false), style: st, url: WebAddress(a.URL), part: SourcePart})
	}
	if left := len(c.articles) - len(articles); left > 0 {
		spans = append(spans, span{text: " · " + fmt.Sprintf(s.labels.MoreSources, left), style: s.small(), part: SourcePart})
	}
	s.text(e.add(Paragraph), box{s.textX(), s.textW(), 10}, "", spans...)
}

// fewSources sets as many sources as fit, the cited ones first.
func (s *sheet) fewSources(c *content, limit float64) {
	top, start, kids := s.y, s.mark(), len(s.root.Kids)
	var order []int
	for _, cited := range []bool{true, false} {
		for i := range c.articles {
			if c.cited[i] == cited {
				order = append(order, i)
			}
		}
	}
	order = order[:min(len(order), 150)]
	for n := len(order); ; n = n * 3 / 4 {
		e := s.root.add(Section)
		s.text(e.add(H2), box{marginX, labelColumn - 10, 10.6}, "", span{text: strings.ToUpper(s.labels.Sources), style: s.heading(), part: HeadingPart})
		s.y = top
		s.runIn(c, e, order[:n])
		if s.y-top <= limit || n == 0 {
			s.y = max(s.y, top+10.6)
			return
		}
		s.undo(start)
		s.root.Kids = s.root.Kids[:kids]
		s.y = top
	}
}

// summary says what is known of the sources together: how many there are, of
// how many origins, and whether they tell one side's account only.
func (s *sheet) summary(c *content, e *Element, runIn bool) {
	var parts []string
	if len(c.articles) > 1 {
		parts = append(parts, s.labels.SourceSummary(c.articles))
	}
	for _, l := range c.lines {
		if l.Label == briefing.AccountLabel && l.section == briefing.MeetingSection && !l.held && l.Side != "" {
			parts = append(parts, s.labels.OneSide(l.Side))
			break
		}
	}
	if len(parts) == 0 {
		return
	}
	st := s.small()
	st.font = s.sansBold
	b := box{s.textX(), s.textW(), 10.6}
	if !runIn {
		b = b.indent(sourceIndent(c))
	}
	s.y += 1.5
	s.text(e.add(Paragraph), b, "", span{text: begun(strings.Join(parts, "; ")), style: st, part: FixedPart})
}

// begun begins text with a capital.
func begun(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(r)) + text[size:]
}

// copyOf says which earlier article has the same origin.
func (s *sheet) copyOf(c *content, a briefing.ArticleRef) string {
	for i, b := range c.articles {
		if b.ID == a.ID {
			return ""
		}
		if b.Origin == a.Origin {
			return ", " + fmt.Sprintf(s.labels.SameOrigin, i+1)
		}
	}
	return ""
}

// describe returns an article's outlet, title and day, and says what it does
// not give. The short form leaves out the title if there is an outlet.
func (s *sheet) describe(a briefing.ArticleRef, full bool) string {
	var parts []string
	outlet, title, file := clean(a.Outlet), clean(a.Title), clean(a.File)
	if outlet != "" {
		parts = append(parts, outlet)
	}
	if title != "" && (full || outlet == "") {
		parts = append(parts, quoted(title))
	}
	if len(parts) == 0 {
		if file != "" {
			parts = append(parts, file)
		}
		if full || file == "" {
			parts = append(parts, s.labels.Untold)
		}
	}
	if a.Published.Known() {
		parts = append(parts, s.labels.Date(a.Published))
	} else if full {
		parts = append(parts, s.labels.Undated)
	}
	return strings.Join(parts, ", ")
}
