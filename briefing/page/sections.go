package page

import (
	"strconv"
	"strings"

	"example.org/attache/briefing"
)

// sentence returns the spans of a line that is plain text in the given style,
// with its marks. The analyst's own words say so.
func (s *sheet) sentence(c *content, l *line, st style) []span {
	spans := []span{s.portion(l)}
	if l.Kind == briefing.AnalystLine {
		own := style{font: s.sansBold, size: st.size - .9, colour: Navy}
		spans = append(spans, span{text: s.labels.Comment + " ", style: own, part: OwnPart})
	}
	spans = append(spans, s.holder(l)...)
	spans = append(spans, span{text: l.Text, style: st, part: TextPart})
	spans = append(spans, s.attribution(l)...)
	return append(spans, s.tail(c, l, st.size)...)
}

// holder returns who holds a position, and how it was put.
func (s *sheet) holder(l *line) []span {
	if l.section != briefing.PositionsSection {
		return nil
	}
	var spans []span
	if l.Speaker != "" {
		gap := " "
		if l.Mode != "" {
			gap = hard + " " // the tag is small
		}
		spans = append(spans, span{text: l.Speaker + gap, style: s.strong(), part: SpeakerPart})
	}
	if l.Mode != "" {
		mode := strings.ToUpper(s.labels.Mode(l.Mode))
		spans = append(spans,
			span{text: strings.ReplaceAll(mode, " ", hard), style: s.tag(Navy), part: ModePart},
			span{text: " ", style: s.body(), part: ModePart})
	}
	return spans
}

// attribution returns what is said of a line after a dash: the parties of an
// agreement and how firm it is, and which earlier meeting it belongs to.
func (s *sheet) attribution(l *line) []span {
	said := []span{{text: strings.Join(l.Parties, ", "), part: PartiesPart}}
	if l.section != briefing.PositionsSection {
		said = append(said, span{text: s.labels.Mode(l.Mode), part: ModePart}, span{text: l.Speaker, part: SpeakerPart})
	}
	said = strung(append(said, span{text: s.labels.Meeting(l.Meeting), part: MeetingPart}), s.aside(), hard+"·", " ")
	if len(said) == 0 {
		return nil
	}
	said[0].text = "—" + hard + said[0].text
	if length(said) < 45 {
		for i, sp := range said {
			said[i].text = strings.ReplaceAll(sp.text, " ", hard) // moves to the next line as a whole
		}
	}
	said[0].text = " " + said[0].text
	return said
}

// strung sets the spans that are not empty in a style, one behind the other
// with a sign between that stands behind the first.
func strung(spans []span, st style, sign, gap string) []span {
	spans = trimmed(spans)
	for i := range spans {
		spans[i].style = st
		if i < len(spans)-1 {
			spans[i].text += sign
		}
		if i > 0 {
			spans[i].text = gap + spans[i].text
		}
	}
	return spans
}

// itemGap is the space between the lines of a list.
func (s *sheet) itemGap() float64 { return 1.8 * s.gap }

// bullets sets lines as a list.
func (s *sheet) bullets(c *content, e *Element, lines []*line) {
	s.list(c, e, lines, Bullets, func(int) span {
		return span{text: "•", style: s.number(), part: NumberPart}
	})
}

// agreements sets lines as a numbered list, so that they can be spoken of.
func (s *sheet) agreements(c *content, e *Element, lines []*line) {
	s.list(c, e, lines, Numbers, func(i int) span {
		return span{text: strconv.Itoa(i+1) + ".", style: s.number(), part: NumberPart}
	})
}

func (s *sheet) list(c *content, e *Element, lines []*line, numbering string, label func(int) span) {
	list := e.add(List)
	list.Numbering = numbering
	indent := bullet
	if numbering == Numbers && len(lines) > 9 {
		indent += 6
	}
	for i, l := range lines {
		if i > 0 {
			s.y += s.itemGap()
		}
		item := list.add(ListItem)
		top := s.y
		b := s.content()
		s.text(item.add(ItemLabel), box{b.x, indent, b.lead}, l.ID, label(i))
		s.y = top
		s.text(item.add(ItemBody), b.indent(indent), l.ID, s.sentence(c, l, s.body())...)
		if s.overrun() {
			return
		}
	}
}

// comments sets the analyst's own lines as paragraphs.
func (s *sheet) comments(c *content, e *Element, lines []*line) {
	for i, l := range lines {
		if i > 0 {
			s.y += s.itemGap()
		}
		s.text(e.add(Paragraph), s.content(), l.ID, s.sentence(c, l, s.body())...)
		if s.overrun() {
			return
		}
	}
}

// quotes sets quotations in italics beside a rule, with who said it below.
func (s *sheet) quotes(c *content, e *Element, lines []*line) {
	st := s.quotation()
	by := style{font: s.sansBold, size: s.size - 1.3, colour: Navy}
	for i, l := range lines {
		if i > 0 {
			s.y += 4.5 * s.gap
		}
		top := s.y
		b := s.content().indent(bullet)
		b.lead = st.size * s.lead
		quote := e.add(BlockQuote)
		text := []span{s.portion(l)}
		if l.Kind == briefing.AnalystLine {
			text = append(text, span{text: s.labels.Comment + " ", style: by, part: OwnPart})
		}
		text = append(text, span{text: quoted(l.Text), style: st, part: TextPart})
		speaker := s.spokenBy(l, by)
		if len(speaker) == 0 {
			text = append(text, s.tail(c, l, st.size)...)
		}
		s.text(quote.add(Paragraph), b, l.ID, text...)
		if len(speaker) > 0 {
			b.lead = s.size * 1.25
			s.text(quote.add(Paragraph), b, l.ID,
				append(speaker, s.tail(c, l, by.size)...)...)
		}
		s.rect(b.x-bullet, top+2.5, 1.6, s.y-top-4, Hairline)
		if s.overrun() {
			return
		}
	}
}

// quoted puts quotation marks around text that does not bring its own.
func quoted(text string) string {
	for _, mark := range []string{"“", "\"", "«", "„", "‘"} {
		if strings.HasPrefix(text, mark) {
			return text
		}
	}
	if text == "" {
		return ""
	}
	return "“" + text + "”"
}

// spokenBy returns who said a quotation, and where: "Ignacio Berrutti, Secretary
// of Foreign Affairs · Twitter".
func (s *sheet) spokenBy(l *line, st style) []span {
	by := strung([]span{{text: l.Speaker, part: SpeakerPart}, {text: l.Title, part: TitlePart}}, st, ",", " ")
	if l.Channel == "" && l.Meeting == "" {
		return by
	}
	more := strung([]span{{text: l.Channel, part: ChannelPart}, {text: s.labels.Meeting(l.Meeting), part: MeetingPart}}, st, " ·", " ")
	if len(by) > 0 {
		more[0].text = " · " + more[0].text
	}
	return append(by, more...)
}
