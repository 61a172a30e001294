package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"example.org/attache/briefing"
)

// Markdown writes the briefing as Markdown: YAML front matter, a heading for
// each section, quotations as block quotes and sources as footnotes. Every
// word is escaped, so that none is read as markup. With Options.Trace it
// carries in comments what ReadMarkdown needs to give back the printed lines
// as they are; lines that are held back or left out are not in the file.
func Markdown(w io.Writer, b briefing.Briefing, o Options) error {
	p := newPrinted(b, o)
	m := &markdown{p: p, o: o, g: grammar{p.labels}}
	m.file()
	if m.err != nil {
		return fmt.Errorf("write markdown: %w", m.err)
	}
	if _, err := io.WriteString(w, m.out.String()); err != nil {
		return fmt.Errorf("write markdown: %w", err)
	}
	return nil
}

type markdown struct {
	p   printed
	o   Options
	g   grammar
	out strings.Builder
	err error
}

// row writes the parts that are not empty, with a space between them.
func (m *markdown) row(parts ...string) {
	n := 0
	for _, p := range parts {
		if p == "" {
			continue
		}
		if n++; n > 1 {
			m.out.WriteByte(' ')
		}
		m.out.WriteString(p)
	}
	m.out.WriteByte('\n')
}

func (m *markdown) file() {
	m.out.WriteString(newFront(m.p, m.o).String())
	m.row()
	m.banner()
	m.head()
	for _, s := range m.p.body() {
		m.section(s)
	}
	if m.p.onFile > 0 {
		m.row("*" + escape(m.p.labels.Held(m.p.onFile)) + "*")
		m.row()
	}
	m.sources()
	m.banner()
}

// banner writes the marking as it stands at top and bottom of the page.
func (m *markdown) banner() {
	var parts []string
	for _, mark := range []string{m.p.Details.Marking, m.p.Details.TLP} {
		if mark = bold(strings.ToUpper(mark)); mark != "" {
			parts = append(parts, mark)
		}
	}
	if len(parts) > 0 {
		m.row(strings.Join(parts, asideDot))
		m.row()
	}
}

func (m *markdown) head() {
	h := m.p.head()
	at := m.places(briefing.MeetingSection, h.order())
	if h.title == nil {
		m.row("#", escape(m.p.labels.Untitled))
	} else {
		text, after, refs, hidden := m.line(briefing.MeetingSection, *h.title, at)
		m.row("#", text, after, refs, hidden)
	}
	m.row()
	for _, l := range h.deck {
		m.paragraph(briefing.MeetingSection, l, at)
	}
	for _, l := range h.facts {
		text, after, refs, hidden := m.line(briefing.MeetingSection, l, at)
		m.row("-", bold(m.p.labels.Line(l.Label)+":"), text, after, refs, hidden)
	}
	facts := len(h.facts)
	if m.o.Author && m.p.Details.Author != "" {
		m.row("-", bold(m.p.labels.PreparedBy+":"), escape(m.p.Details.Author))
		facts++
	}
	if m.p.Details.AsOf.Known() {
		m.row("-", bold(m.p.labels.AsOf+":"), escape(m.p.labels.Date(m.p.Details.AsOf)))
		facts++
	}
	if facts > 0 {
		m.row()
	}
}

func (m *markdown) section(s section) {
	hidden := ""
	if m.o.Trace {
		c := sectionComment{Section: s.kind}
		if s.label != "" && m.g.ownHeading(s.kind, unescape(escape(s.heading))) != s.label {
			c.Label = &s.label
		}
		hidden = m.hide(c)
	}
	m.row("##", escape(s.heading), hidden)
	m.row()
	switch s.kind {
	case briefing.DelegationsSection:
		m.delegations(s)
		return
	case briefing.BottomLine, briefing.CommentSection:
		for _, l := range s.lines {
			m.paragraph(s.kind, l, nil)
		}
		return
	case briefing.QuotesSection:
		for i, l := range s.lines {
			if i > 0 {
				m.row("<!-- -->") // two quotes in a row would be one
				m.row()
			}
			m.quote(l)
		}
		return
	}
	for i, l := range s.lines {
		bullet := "-"
		if s.kind == briefing.AgreementsSection {
			bullet = strconv.Itoa(i+1) + "."
		}
		text, after, refs, hidden := m.line(s.kind, l, nil)
		m.row(bullet, text, after, refs, hidden)
	}
	m.row()
}

func (m *markdown) paragraph(kind briefing.SectionKind, l briefing.Line, at map[briefing.LineID]int) {
	text, after, refs, hidden := m.line(kind, l, at)
	m.row(text, after, refs, hidden)
	m.row()
}

func (m *markdown) quote(l briefing.Line) {
	text, after, refs, hidden := m.line(briefing.QuotesSection, l, nil)
	if after == "" {
		m.row(">", text, refs, hidden)
	} else {
		m.row(">", text)
		m.row(">")
		m.row(">", after, refs, hidden)
	}
	m.row()
}

func (m *markdown) delegations(s section) {
	groups := delegations(s.lines)
	var order []briefing.Line
	for _, d := range groups {
		order = append(order, d.members...)
	}
	at := m.places(s.kind, order)
	for _, d := range groups {
		m.row("###", m.side(d))
		m.row()
		for _, l := range d.members {
			text, after, refs, hidden := m.line(s.kind, l, at)
			m.row("-", text, after, refs, hidden)
		}
		m.row()
	}
}

// side returns the heading of a delegation.
func (m *markdown) side(d delegation) string {
	side := escape(m.p.sideName(d.side))
	if meeting := escape(m.p.labels.Meeting(d.meeting)); meeting != "" {
		side += " — *" + meeting + "*"
	}
	return side
}

// places returns each line's place in its section, or nil if the lines are
// shown in the order of the section.
func (m *markdown) places(kind briefing.SectionKind, shown []briefing.Line) map[briefing.LineID]int {
	at, same := map[briefing.LineID]int{}, true
	for _, s := range m.p.sections {
		if s.kind != kind {
			continue
		}
		for i, l := range s.lines {
			at[l.ID] = i
			same = same && i < len(shown) && shown[i].ID == l.ID
		}
	}
	if same {
		return nil
	}
	return at
}

// line returns the parts of a line: its words, what is said of it after a
// dash, its references with its status, and the comment.
func (m *markdown) line(kind briefing.SectionKind, l briefing.Line, places map[briefing.LineID]int) (text, after, refs, hidden string) {
	text, after = m.g.words(kind, l)
	refs = m.references(l)
	if status := codeSpan(m.p.labels.Status(l)); status != "" {
		refs = strings.TrimSpace(refs + " " + status)
	}
	if !m.o.Trace {
		return text, after, refs, ""
	}
	var at *int
	if place, ok := places[l.ID]; ok {
		at = &place
	}
	kinds, texts := m.g.asides(kind, l)
	for i := range texts {
		texts[i] = unescape(texts[i])
	}
	if kinds == m.g.usualAsides(kind, texts) {
		kinds = ""
	}
	in := place{section: kind}
	if kind == briefing.DelegationsSection {
		in = m.g.delegation(m.side(delegation{side: l.Side, meeting: l.Wording.Meeting}))
	}
	source := strings.Join([]string{text, after, refs}, " ")
	hidden, err := m.comment(l, m.g.seen(in, tokens(source), kinds), kinds, at)
	if err != nil && m.err == nil {
		m.err = fmt.Errorf("line %s: %w", l.ID, err)
	}
	return text, after, refs, hidden
}

// references returns a line's footnotes with their paragraphs: "[^1] ¶2, ¶5".
func (m *markdown) references(l briefing.Line) string {
	var b strings.Builder
	last := 0
	for _, r := range m.p.Refs(l) {
		if r.Article != last {
			if last != 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "[^%d] ¶%d", r.Article, r.Paragraph)
		} else {
			fmt.Fprintf(&b, ", ¶%d", r.Paragraph)
		}
		last = r.Article
	}
	return b.String()
}

func (m *markdown) sources() {
	if len(m.p.Articles) == 0 {
		return
	}
	m.row("##", escape(m.p.labels.Sources))
	m.row()
	m.row(escape(m.p.labels.SourceSummary(m.p.Articles)) + ".")
	m.row()
	for i, a := range m.p.Articles {
		address := ""
		if u := link(a.URL); u != "" {
			address = "<" + u + ">"
		}
		hidden := ""
		if m.o.Trace {
			hidden = m.hide(newSourceComment(a))
		}
		m.row(fmt.Sprintf("[^%d]:", i+1), escape(m.p.described(a))+".", address, hidden)
	}
	m.row()
}

func (m *markdown) hide(v any) string {
	s, err := comment(v)
	if err != nil && m.err == nil {
		m.err = err
	}
	return s
}
