package export

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
)

// printed is the part of a briefing that every format shows: the lines of the
// page, in page order, with the labels of its language.
type printed struct {
	briefing.Briefing
	labels   page.Labels
	sections []section
	onFile   int // lines that are kept but not printed
	// unverified says that no line of the articles has been checked: then one
	// note at the head says so for all of them, as on the page.
	unverified bool
}

// section is a section with at least one printed line.
type section struct {
	kind    briefing.SectionKind
	heading string
	label   string // the section's own heading, if it has one
	lines   []briefing.Line
}

// newPrinted returns what of b is printed under o.
func newPrinted(b briefing.Briefing, o Options) printed {
	p := printed{Briefing: b, labels: page.LabelsFor(b.Details.Language)}
	suggested, checked := 0, 0
	off := map[briefing.LineID]bool{}
	for _, id := range slices.Concat(o.Held.Lines, o.Held.Unverified) {
		off[id] = true
	}
	for _, s := range b.Sections {
		to := section{kind: s.Kind, heading: p.labels.SectionHeading(s), label: s.Label}
		for _, l := range s.Lines {
			switch {
			case !l.OnPage():
			case off[l.ID], b.Details.VerifiedOnly && !l.Reviewed():
				p.onFile++
			default:
				to.lines = append(to.lines, l)
			}
			switch {
			case !l.OnPage() || l.Kind == briefing.AnalystLine:
			case l.Status == briefing.Suggested:
				suggested++
			case l.Reviewed():
				checked++
			}
		}
		if len(to.lines) > 0 {
			p.sections = append(p.sections, to)
		}
	}
	p.unverified = suggested > 1 && checked == 0
	return p
}

// mark returns the word for a line's status that a reader has to know, or "".
func (p printed) mark(l briefing.Line) string {
	if p.unverified && l.Kind != briefing.AnalystLine && l.Status == briefing.Suggested {
		return ""
	}
	return p.labels.Status(l)
}

// lines returns every printed line in page order.
func (p printed) lines() []briefing.Line {
	var all []briefing.Line
	for _, s := range p.sections {
		all = append(all, s.lines...)
	}
	return all
}

// body returns the sections below the head of the page.
func (p printed) body() []section {
	return slices.DeleteFunc(slices.Clone(p.sections), func(s section) bool { return s.kind == briefing.MeetingSection })
}

// head is what stands above the first section.
type head struct {
	title *briefing.Line
	deck  []briefing.Line // lines of the meeting without a label of their own
	facts []briefing.Line // when, where, account
}

// order returns the lines of the head in the order they are shown.
func (h head) order() []briefing.Line {
	var all []briefing.Line
	if h.title != nil {
		all = append(all, *h.title)
	}
	return slices.Concat(all, h.deck, h.facts)
}

func (p printed) head() head {
	var h head
	for _, s := range p.sections {
		if s.kind != briefing.MeetingSection {
			continue
		}
		for _, l := range s.lines {
			switch {
			case l.Label == briefing.TitleLabel && h.title == nil:
				h.title = &l
			case l.Label == briefing.WhenLabel, l.Label == briefing.WhereLabel, l.Label == briefing.AccountLabel:
				h.facts = append(h.facts, l)
			default:
				h.deck = append(h.deck, l)
			}
		}
	}
	return h
}

// delegation is the members of one side at one meeting.
type delegation struct {
	side, meeting string
	members       []briefing.Line
}

// delegations groups lines by side and meeting, in the order in which each
// first comes.
func delegations(lines []briefing.Line) []delegation {
	var all []delegation
	for _, l := range lines {
		i := slices.IndexFunc(all, func(d delegation) bool { return d.side == l.Side && d.meeting == l.Wording.Meeting })
		if i < 0 {
			i = len(all)
			all = append(all, delegation{side: l.Side, meeting: l.Wording.Meeting})
		}
		all[i].members = append(all[i].members, l)
	}
	return all
}

// name returns what a member is shown as: a line that names a side and
// nobody is shown as the side.
func name(member briefing.Line) string {
	if member.Text == "" {
		return member.Side
	}
	return member.Text
}

// sideName returns a side, or the words for none.
func (p printed) sideName(side string) string {
	if side == "" {
		return p.labels.NoSide
	}
	return side
}

// title returns the headline, or the words for none.
func (p printed) title() string {
	if h := p.head(); h.title != nil && h.title.Headline() != "" {
		return h.title.Headline()
	}
	return p.labels.Untitled
}

// said returns what is said of a line after a dash.
func (p printed) said(l briefing.Line) string {
	var parts []string
	for _, s := range []string{strings.Join(l.Parties, ", "), p.labels.Mode(l.Mode), l.Speaker, l.Title, l.Channel, l.Side,
		p.labels.Meeting(l.Wording.Meeting)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, asideDot)
}

// note returns what is said of a line of the head beside its words.
func (p printed) note(l briefing.Line) string {
	if n := p.labels.Note(l, p.Articles); n != "" {
		return "(" + n + ")"
	}
	return ""
}

// numberOf returns the number of an article among the sources, from 1, or 0.
func (p printed) numberOf(id briefing.ArticleID) int {
	return slices.IndexFunc(p.Articles, func(a briefing.ArticleRef) bool { return a.ID == id }) + 1
}

// refOf returns the reference that evidence is printed as.
func (p printed) refOf(e briefing.Evidence) briefing.Ref {
	n := p.numberOf(e.Article)
	if n == 0 {
		return briefing.Ref{}
	}
	return briefing.Ref{Article: n, Paragraph: max(1, briefing.ParagraphAt(p.Articles[n-1].Paragraphs, e.Start))}
}

// quoted returns the words of a line as they are shown: a quotation stands in
// marks, unless it brings its own.
func quoted(l briefing.Line) string {
	if l.Kind != briefing.QuoteLine || l.Text == "" {
		return l.Text
	}
	for _, mark := range []string{"“", "\"", "«", "„", "‘"} {
		if strings.HasPrefix(l.Text, mark) {
			return l.Text
		}
	}
	return "“" + l.Text + "”"
}

// portion returns a line's mark as it is shown before the line.
func portion(mark string) string {
	if mark == "" || strings.HasPrefix(mark, "(") {
		return mark
	}
	return "(" + mark + ")"
}

// described returns an article's outlet, title and day, and says what it does
// not give.
func (p printed) described(a briefing.ArticleRef) string {
	var parts []string
	if a.Outlet != "" {
		parts = append(parts, a.Outlet)
	}
	if a.Title != "" {
		parts = append(parts, "“"+a.Title+"”")
	}
	if len(parts) == 0 {
		if a.File != "" {
			parts = append(parts, a.File)
		}
		parts = append(parts, p.labels.Untold)
	}
	return strings.Join(append(parts, p.labels.Date(a.Published)), ", ")
}
