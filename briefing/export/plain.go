package export

import (
	"strconv"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
)

// Plain returns what is shown as plain text, a block a line, for a clipboard:
// the same words, marks, speakers, sides and sources as on the page, with a
// blank line before each heading. It ends with a line feed unless it is empty.
func Plain(c Content) string {
	var out strings.Builder
	number := 0
	for i, b := range c.Blocks() {
		text := b.text(func(Span) bool { return true })
		switch b.Kind {
		case Heading:
			number, text = 0, "\n"+strings.ToUpper(text)
		case SideName:
			text = "\n" + text
		case Member, Item, Comment, Bottom, Quotation:
			text = "• " + text
		case Numbered:
			number++
			text = strconv.Itoa(number) + ". " + text
		case QuotedFrom:
			text = "  " + text
		case Banner:
			if i > 0 {
				text = "\n" + text
			}
		}
		out.WriteString(text + "\n")
	}
	return out.String()
}

// PlainLine returns one line of the page as plain text, with its portion
// marking, what is said of it, its side and its status, but without
// references: those mean nothing beside another text. It is "" if the line is
// not printed.
func PlainLine(c Content, id briefing.LineID) string {
	var parts []string
	for _, b := range c.Blocks() {
		if b.Line == nil || b.Line.ID != id {
			continue
		}
		parts = append(parts, b.text(func(s Span) bool { return s.Part != page.ReferencePart }))
		if b.Kind == Member && b.Line.Side != "" && b.Line.Text != "" {
			parts = append(parts, "("+shown(b.Line.Side)+")")
		}
		if meeting := c.Labels.Meeting(b.Line.Meeting); b.Kind == Member && meeting != "" {
			parts = append(parts, "— "+meeting)
		}
	}
	return strings.Join(parts, " ")
}

// text returns the spans that are wanted, one space apart: what type sets
// apart on the page, a head and an office, is set apart by marks.
func (b Block) text(wanted func(Span) bool) string {
	var out strings.Builder
	for _, s := range b.Spans {
		if !wanted(s) {
			continue
		}
		text := s.String()
		switch {
		case s.Part == page.HeadPart:
			text = "(" + text + ")"
		case b.Kind == Member && s.Part == page.TitlePart && out.Len() > 0:
			out.WriteByte(',')
		}
		if out.Len() > 0 {
			out.WriteByte(' ')
		}
		out.WriteString(text)
	}
	return out.String()
}
