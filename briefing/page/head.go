package page

import (
	"strings"

	"example.org/attache/briefing"
)

// top sets what stands above the headline: the marking, and to its left the
// note that nothing has been verified.
func (s *sheet) top(c *content) {
	start := s.y
	s.marking(c, s.root.add(Paragraph))
	under := s.y
	if c.allUnverified {
		s.y = start + 3
		note := style{font: s.sansBold, size: 7.6, colour: Grey}
		s.text(s.root.add(Paragraph), box{marginX, s.width()*.4 - 10, 11}, "",
			span{text: unverifiedRing + hard + s.labels.AllSuggested, style: note, part: FixedPart})
	}
	if s.y = max(s.y, under); s.y > start {
		s.y += 4
	}
	s.rect(marginX, s.y, s.width(), .6, Navy)
	s.y += s.space()
}

// head sets headline, deck and the row that says when and where.
func (s *sheet) head(c *content) {
	var title, deck []*line
	var fields []field
	for _, sec := range c.sections {
		if sec.kind != briefing.MeetingSection {
			continue
		}
		for _, l := range sec.printed() {
			switch {
			case l.Label == briefing.TitleLabel && len(title) == 0:
				title = append(title, l)
			case l.Label == briefing.WhenLabel, l.Label == briefing.WhereLabel, l.Label == briefing.AccountLabel:
				fields = append(fields, s.lineField(c, l))
			default:
				deck = append(deck, l)
			}
		}
	}
	st := style{font: s.display, size: 20, colour: Navy}
	if len(title) == 0 {
		st.colour = Grey
		s.text(s.root.add(H1), s.full(24), "", span{text: s.labels.Untitled, style: st, part: FixedPart})
	}
	for _, l := range title {
		words := span{text: l.Headline(), style: st, part: TextPart}
		tail := s.status(c, l, 12)
		if len(l.refs) > 0 {
			ref := s.reference(11.5)
			ref.rise = 8
			tail = append([]span{s.beforeReference(st.size), {text: references(l.refs), style: ref, part: ReferencePart}}, tail...)
		}
		s.headline(s.root.add(H1), s.full(24), l.ID, append([]span{s.portion(l), words}, tail...)...)
	}
	for _, l := range deck {
		s.y++
		st := style{font: s.sans, size: 10.6, colour: Grey}
		s.text(s.root.add(Paragraph), s.full(14.5), l.ID,
			append([]span{s.portion(l), {text: l.Text, style: st, part: TextPart}}, s.tail(c, l, st.size)...)...)
	}
	if a := clean(c.details.Author); a != "" {
		fields = append(fields, s.field(s.labels.PreparedBy, a, AuthorPart))
	}
	if c.details.AsOf.Known() {
		fields = append(fields, s.field(s.labels.AsOf, s.labels.Date(c.details.AsOf), FixedPart))
	}
	s.meta(fields)
}

// field is one fact of the row under the headline.
type field struct {
	label string
	value []span
	line  briefing.LineID
}

// longField is the length in bytes of a field that cannot stand in half the
// width, not even in the narrowest letters.
const longField = 400

func (f field) length() (n int) {
	for _, sp := range f.value {
		n += len(sp.text)
	}
	return n
}

func (s *sheet) value() style { return style{font: s.sans, size: min(9, s.size-.6), colour: Ink} }

func (s *sheet) field(label, value string, part Part) field {
	return field{label: label, value: []span{{text: value, style: s.value(), part: part}}}
}

func (s *sheet) lineField(c *content, l *line) field {
	f := s.field(s.labels.Line(l.Label), l.Text, TextPart)
	f.line = l.ID
	f.value = append([]span{s.portion(l)}, f.value...)
	if note := s.labels.Note(l.Line, c.articles); note != "" && l.Label == briefing.WhenLabel {
		st := s.value()
		st.colour = Grey
		f.value = append(f.value, span{text: " (" + strings.ReplaceAll(note, " ", hard) + ")", style: st, part: NotePart})
	}
	f.value = append(f.value, s.tail(c, l, s.value().size)...)
	return f
}

// metaColumns is how many short fields stand side by side.
const metaColumns = 4

// metaCell is a field and how many columns it takes.
type metaCell struct {
	field
	columns int
}

// cells tells the fields that fit on one text line of so many columns at most,
// and the columns each takes, from the long ones.
func (s *sheet) cells(fields []field, most int, gutter float64) (short []metaCell, long []field) {
	for _, f := range fields {
		columns := 1
		if f.length() > longField {
			columns = most + 1 // not worth measuring
		}
		for ; columns <= most; columns++ {
			if len(s.paragraph(trimmed(f.value), s.width()*float64(columns)/metaColumns-gutter, false).lines) <= 1 {
				break
			}
		}
		if columns > most {
			long = append(long, f)
		} else {
			short = append(short, metaCell{f, columns})
		}
	}
	if len(short) < 2 {
		return nil, fields
	}
	return short, long
}

// oneRow reports whether the cells stand side by side in one row.
func oneRow(cells []metaCell) bool {
	columns := 0
	for _, c := range cells {
		columns += c.columns
	}
	return columns <= metaColumns
}

// metaRow returns how many of the cells fit side by side, and the width of a
// column: up to three single ones stand wider apart.
func (s *sheet) metaRow(cells []metaCell) (n int, column float64) {
	columns := 0
	for n < len(cells) && columns+cells[n].columns <= metaColumns {
		columns += cells[n].columns
		n++
	}
	if columns == n && n < metaColumns {
		return n, s.width() / 3
	}
	return n, s.width() / metaColumns
}

// meta sets the fields between two hairlines: short ones side by side, each
// long one in a row of its own.
func (s *sheet) meta(fields []field) {
	if len(fields) == 0 {
		s.y += s.space() * .9
		return
	}
	const gutter = 12.0
	short, long := s.cells(fields, metaColumns/2, gutter)
	if !oneRow(short) {
		short, long = s.cells(fields, 1, gutter)
	}
	s.y += 7 * s.gap
	s.rect(marginX, s.y, s.width(), .4, Hairline)
	s.y += 4.5
	div := s.root.add(Division)
	small := style{font: s.sansBold, size: 6.4, colour: Grey, track: .5}
	label := func(e *Element, b box, line briefing.LineID, text string) {
		s.text(e, b, line, span{text: strings.ToUpper(text), style: small, part: LabelPart})
	}
	for len(short) > 0 {
		n, column := s.metaRow(short)
		top, under, x := s.y, s.y, marginX
		for _, f := range short[:n] {
			s.y = top
			e := div.add(Paragraph)
			w := column * float64(f.columns)
			b := box{x, w - gutter, 10}
			label(e, b, f.line, f.label+" ")
			b.lead = 12
			s.text(e, b, f.line, f.value...)
			under = max(under, s.y)
			x += w
		}
		s.y = under
		short = short[n:]
		if len(short) > 0 || len(long) > 0 {
			s.y += 2.5
		}
	}
	for _, f := range long {
		top := s.y
		e := div.add(Paragraph)
		s.y += 2.2 // on the base line of the value
		label(e, box{marginX, labelColumn - 10, 10}, f.line, f.label+" ")
		under := s.y
		s.y = top
		s.text(e, box{s.textX(), s.textW(), 12.6}, f.line, f.value...)
		s.y = max(s.y, under)
	}
	s.y += 4.5
	s.rect(marginX, s.y, s.width(), .4, Hairline)
	s.y += s.space()
}

func trimmed(spans []span) []span {
	var out []span
	for _, sp := range spans {
		if sp.text != "" {
			out = append(out, sp)
		}
	}
	return out
}
