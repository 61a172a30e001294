package page

import (
	"strings"

	"example.org/attache/briefing"
)

// side is a delegation as it is printed: the line that names it, if there is
// one, and its members.
type side struct {
	name    string
	line    *line
	members []*line
}

// delegations sets a column for each side of the meeting, up to three, and
// the people of earlier meetings apart, run together under their own heading.
func (s *sheet) delegations(c *content, e *Element, lines []*line) {
	meetings, groups := byMeeting(lines)
	for i, meeting := range meetings {
		sides := bySide(groups[i])
		if i > 0 {
			s.y += 4 * s.gap
		}
		if meeting != "" {
			st := style{font: s.sansBold, size: s.size - 1.1, colour: Grey}
			name := sentenceCase(s.labels.Meeting(meeting))
			s.text(e.add(H3), s.content(), "", span{text: name, style: st, part: MeetingPart})
			s.stacked(c, e.add(Division), sides)
			continue
		}
		if len(sides) > 3 {
			s.stacked(c, e.add(Division), sides)
			continue
		}
		s.columns(c, e, sides)
	}
}

// byMeeting groups lines by meeting, the main one ("") first and the others
// in the order of their first line.
func byMeeting(lines []*line) (meetings []string, groups [][]*line) {
	at := map[string]int{}
	add := func(l *line) {
		i, ok := at[l.Meeting]
		if !ok {
			i = len(meetings)
			at[l.Meeting] = i
			meetings = append(meetings, l.Meeting)
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], l)
	}
	for _, main := range []bool{true, false} {
		for _, l := range lines {
			if (l.Meeting == "") == main {
				add(l)
			}
		}
	}
	return meetings, groups
}

// bySide groups members by side, in the order of each side's first line.
func bySide(lines []*line) []side {
	var sides []side
	at := map[string]int{}
	for _, l := range lines {
		i, ok := at[l.Side]
		if !ok {
			i = len(sides)
			at[l.Side] = i
			sides = append(sides, side{name: l.Side})
		}
		if l.Text == "" && l.Side != "" && sides[i].line == nil {
			sides[i].line = l
			continue
		}
		sides[i].members = append(sides[i].members, l)
	}
	return sides
}

// nextSize is the size of an office below a name, in sizes of the name. Poppler
// reads columns by their type: where an office is more than a twentieth smaller
// than the name above it, pdftotext and Evince tear the two apart and put one
// member's office behind another's name.
const nextSize = .98

// crowded is how many members a column may have before names and titles share
// a paragraph.
const crowded = 6

func (s *sheet) columns(c *content, e *Element, sides []side) {
	const gutter = 18.0
	n := max(2, len(sides))
	width := (s.textW() - gutter*float64(n-1)) / float64(n)
	columns := make([]side, 0, n)
	columns = append(columns, sides...)
	if len(sides) == 1 && len(sides[0].members) > 3 {
		// One side alone takes both columns.
		half := (len(sides[0].members) + 1) / 2
		columns[0].members = sides[0].members[:half]
		columns = append(columns, side{members: sides[0].members[half:]})
	}
	tight := false
	for _, col := range columns {
		tight = tight || len(col.members) > crowded
	}
	top, under, first := s.y, s.y, s.y
	var list *Element
	for i, col := range columns {
		s.y = top
		b := box{s.textX() + float64(i)*(width+gutter), width, s.leading()}
		if i < len(sides) {
			div := e.add(Division)
			s.sideName(c, div.add(H3), b, col)
			if len(col.members) > 0 {
				list = div.add(List)
			}
			first = s.y
		} else {
			s.y = first
		}
		for j, m := range col.members {
			if j > 0 {
				s.y += 2.4 * s.gap
			}
			s.member(c, list.add(ListItem).add(ItemBody), b, m, tight)
			if s.overrun() {
				break
			}
		}
		under = max(under, s.y)
	}
	s.y = under
}

func (s *sheet) sideName(c *content, e *Element, b box, sd side) {
	st := style{font: s.sansBold, size: s.size + .2, colour: Navy}
	spans := []span{{text: s.nameOf(sd), style: st, part: SidePart}}
	var id briefing.LineID
	if sd.line != nil {
		id = sd.line.ID
		spans = append([]span{s.portion(sd.line)}, spans...)
		spans = append(spans, s.tail(c, sd.line, st.size)...)
	}
	s.text(e, b, id, spans...)
}

func (s *sheet) nameOf(sd side) string {
	if sd.name == "" {
		return s.labels.NoSide
	}
	return sd.name
}

// member sets one person: the name, and below it or after it the office. The
// head of a delegation has a bar and the word.
func (s *sheet) member(c *content, e *Element, b box, l *line, tight bool) {
	top := s.y
	name := []span{s.portion(l), {text: l.Text, style: s.strong(), part: TextPart}}
	if l.Text == "" {
		name[1].text = l.Side
	}
	if l.Head {
		name = append(name, s.headTag())
	}
	office := style{font: s.sans, size: s.size * nextSize, colour: Grey}
	tail := s.tail(c, l, office.size)
	switch {
	case l.Title == "":
		s.text(e, b, l.ID, append(name, s.tail(c, l, s.size)...)...)
	case tight:
		name = append(name, span{text: ", " + l.Title, style: office, part: TitlePart})
		s.text(e, b, l.ID, append(name, tail...)...)
	default:
		s.text(e, b, l.ID, append(name, span{text: " ", style: office, part: TitlePart})...)
		b.lead = s.size * 1.2
		s.text(e, b, l.ID, append([]span{{text: l.Title, style: office, part: TitlePart}}, tail...)...)
	}
	if l.Head {
		s.rect(b.x-7, top+2.4, 1.8, s.leading()-4, Navy)
	}
}

func (s *sheet) headTag() span {
	return span{text: hard + hard + strings.ToUpper(s.labels.Head), style: s.tag(Navy), part: HeadPart}
}

// stacked sets each side as one paragraph: "Side: Name, title; Name, title".
func (s *sheet) stacked(c *content, e *Element, sides []side) {
	name := style{font: s.sansBold, size: s.size - .4, colour: Navy}
	office := s.aside()
	for i, sd := range sides {
		if i > 0 {
			s.y += s.itemGap()
		}
		var spans []span
		own := func(id briefing.LineID, more ...span) {
			for _, sp := range more {
				sp.line = id
				spans = append(spans, sp)
			}
		}
		if sd.line != nil {
			own(sd.line.ID, s.portion(sd.line), span{text: s.nameOf(sd), style: name, part: SidePart})
			own(sd.line.ID, s.tail(c, sd.line, name.size)...)
		} else if len(sides) > 1 || sd.name != "" {
			own("", span{text: s.nameOf(sd), style: name, part: SidePart})
		}
		for j, m := range sd.members {
			switch {
			case j > 0:
				own("", span{text: "; ", style: office, part: FixedPart})
			case len(spans) > 0:
				own("", span{text: ": ", style: name, part: FixedPart})
			}
			who := m.Text
			if who == "" {
				who = "…"
			}
			own(m.ID, s.portion(m), span{text: whole(who), style: s.strong(), part: TextPart})
			if m.Head {
				own(m.ID, s.headTag())
			}
			if m.Title != "" {
				own(m.ID, span{text: ", " + m.Title, style: office, part: TitlePart})
			}
			own(m.ID, s.tail(c, m, office.size)...)
		}
		s.text(e.add(Paragraph), s.content(), "", spans...)
		if s.overrun() {
			return
		}
	}
}

// wholeName is the length in bytes to which a name is kept on one text line.
const wholeName = 40

// whole keeps a name that is not too long from being broken.
func whole(name string) string {
	if len(name) > wholeName {
		return name
	}
	return strings.ReplaceAll(name, " ", hard)
}

// sentenceCase returns text with a capital at its start.
func sentenceCase(text string) string {
	for i, r := range text {
		return strings.ToUpper(string(r)) + text[i+len(string(r)):]
	}
	return text
}
