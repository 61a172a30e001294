package markdown

import (
	"net/url"
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/page"
)

// This file is the grammar of a line in Markdown as it is written; line.go
// reads it.
//
//	`(C)` **Comment:** text — *Ruritania, Sylvania · agreed* [1 ¶2, 5](#sources) `edited`
//	└mark └own words   └text   └asides                       └reference          └status
//
// A member is `**name** `Head` — *office*`, a position `**holder** `offered`
// text`. A quotation has its asides on a line of its own. Raw signs of Markdown
// delimit the parts, and escape sees to it that no word holds one.

// asideDot parts asides from one another.
const asideDot = " · "

// adapted returns blocks as Markdown shows them: "When:" for "When", an office
// and a note behind a dash, a reference without brackets, since a link has
// its own, and an address in full.
func adapted(blocks []export.Block) []export.Block {
	for i, b := range blocks {
		var spans []export.Span
		for _, s := range b.Spans {
			switch s.Part {
			case page.LabelPart:
				s.Text += ":"
			case page.TLPPart:
				if len(spans) > 0 {
					s.Sign = "·"
				}
			case page.TitlePart:
				if b.Kind == export.Member {
					s.Sign = "—"
				}
			case page.NotePart:
				s.Sign, s.Text = "—", strings.TrimSuffix(strings.TrimPrefix(s.Text, "("), ")")
			case page.ReferencePart:
				s.Text = strings.Trim(s.Text, "[]")
			case page.NumberPart:
				continue // the list counts
			case page.AddressPart:
				s.Text = s.URL
			}
			spans = append(spans, s)
		}
		blocks[i].Spans = spans
	}
	return blocks
}

// source returns an adapted block as Markdown, without what makes it a list
// item or heading.
func (g grammar) source(b export.Block) string {
	var parts []string
	var asides []string
	flush := func() {
		if len(asides) > 0 {
			parts = append(parts, "— *"+strings.Join(asides, asideDot)+"*")
		}
		asides = nil
	}
	for _, s := range b.Spans {
		if s.Sign != "" && b.Kind != export.Banner {
			asides = append(asides, aside(b, s))
			continue
		}
		flush()
		if text := g.span(b, s); text != "" {
			parts = append(parts, text)
		}
	}
	flush()
	return strings.Join(parts, " ")
}

// aside returns what is said of a line, so that neither the dot between two
// nor the comma between parties is mistaken for one within.
func aside(b export.Block, s export.Span) string {
	dots := strings.NewReplacer("·", "&#183;")
	if s.Part != page.PartiesPart || b.Line == nil {
		return dots.Replace(escape(s.Text))
	}
	var parties []string
	for _, p := range b.Line.Parties {
		if p = escape(p); p != "" {
			parties = append(parties, strings.ReplaceAll(dots.Replace(p), ",", "&#44;"))
		}
	}
	return strings.Join(parties, ", ")
}

// span returns a span by what it is.
func (g grammar) span(b export.Block, s export.Span) string {
	switch s.Part {
	case page.MarkingPart:
		return bold(s.Text)
	case page.TLPPart:
		return strings.TrimSpace(s.Sign + " " + bold(s.Text))
	case page.PortionPart, page.HeadPart, page.StatusPart, page.ModePart:
		return codeSpan(s.Text)
	case page.OwnPart, page.LabelPart, page.SpeakerPart:
		return bold(s.Text)
	case page.TextPart:
		if b.Kind == export.Member {
			return bold(s.Text)
		}
	case page.ReferencePart:
		return "[" + s.Text + "](#" + slug(g.labels.Sources) + ")"
	case page.AddressPart:
		return "<" + s.URL + ">"
	case page.FixedPart:
		if b.Kind == export.Held || b.Kind == export.Notice {
			return "*" + escape(s.Text) + "*"
		}
	}
	return escape(s.Text)
}

// slug is the name by which a link finds a heading, as pandoc, GitHub and
// Obsidian know it.
func slug(heading string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(heading) {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(r)
		case r == ' ', r == '-':
			b.WriteByte('-')
		}
	}
	return url.PathEscape(b.String())
}

func bold(s string) string {
	if s = escape(s); s == "" {
		return ""
	}
	return "**" + s + "**"
}

// sources returns each printed line of content as Markdown, and what each of
// its asides is.
func (g grammar) sources(c export.Content) map[briefing.LineID]written {
	all := map[briefing.LineID]written{}
	for _, b := range adapted(c.Blocks()) {
		if b.Line == nil {
			continue
		}
		w := all[b.Line.ID]
		if w.source != "" {
			w.source += "\n\n"
		}
		w.source += g.source(b)
		for _, s := range b.Spans {
			if s.Sign != "" {
				w.asides = append(w.asides, s.Part)
			}
		}
		all[b.Line.ID] = w
	}
	return all
}

// written is a line as it was written.
type written struct {
	source string
	asides []page.Part
}
