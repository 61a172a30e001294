package export

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
)

// Content is the part of a briefing that every format shows: the lines of the
// page, in page order, with the labels of its language.
type Content struct {
	briefing.Briefing
	Options Options
	Labels  page.Labels
	Printed []Section
	OnFile  int // lines that are kept but not printed
	// AllSuggested says that no line of the articles has been checked: then
	// one note at the head says so for all of them, as on the page.
	AllSuggested bool
}

// Section is a section with at least one printed line.
type Section struct {
	Kind    briefing.SectionKind
	Heading string
	Label   string // the section's own heading, if it has one
	Lines   []briefing.Line
}

// NewContent returns what of b is printed under o.
func NewContent(b briefing.Briefing, o Options) Content {
	c := Content{Briefing: b, Options: o, Labels: page.LabelsFor(b.Details.Language)}
	suggested, checked := 0, 0
	off := map[briefing.LineID]bool{}
	for _, id := range slices.Concat(o.Held.Lines, o.Held.Unverified) {
		off[id] = true
	}
	for _, s := range b.Sections {
		to := Section{Kind: s.Kind, Heading: HeadingOf(c.Labels, s), Label: s.Label}
		for _, l := range s.Lines {
			switch {
			case !l.OnPage():
			case off[l.ID], b.Details.VerifiedOnly && !l.Reviewed():
				c.OnFile++
			default:
				to.Lines = append(to.Lines, l)
			}
			switch {
			case !l.OnPage() || l.Kind == briefing.AnalystLine:
			case l.Status == briefing.Suggested:
				suggested++
			case l.Reviewed():
				checked++
			}
		}
		if len(to.Lines) > 0 {
			c.Printed = append(c.Printed, to)
		}
	}
	c.AllSuggested = suggested > 1 && checked == 0
	return c
}

// HeadingOf returns the heading of a section as it is shown: its own, if that
// has any words.
func HeadingOf(labels page.Labels, s briefing.Section) string {
	if shown(s.Label) == "" {
		s.Label = ""
	}
	return labels.SectionHeading(s)
}

// Mark returns the word for a line's status that a reader has to know, or "".
func (c Content) Mark(l briefing.Line) string {
	if c.AllSuggested && l.Kind != briefing.AnalystLine && l.Status == briefing.Suggested {
		return ""
	}
	return c.Labels.Status(l)
}

// Lines returns every printed line in the order of the sections.
func (c Content) Lines() []briefing.Line {
	var all []briefing.Line
	for _, s := range c.Printed {
		all = append(all, s.Lines...)
	}
	return all
}

// Title returns the headline, or the words for none.
func (c Content) Title() string {
	if title, _, _ := c.head(); title != nil && title.Headline() != "" {
		return title.Headline()
	}
	return c.Labels.Untitled
}

// Author returns the name to print, or "".
func (c Content) Author() string {
	if !c.Options.Author {
		return ""
	}
	return c.Details.Author
}

// Marking returns the marking of the page and its TLP label as they are
// printed; either may be "".
func (c Content) Marking() (marking, tlp string) {
	return shown(strings.ToUpper(c.Details.Marking)), shown(strings.ToUpper(strings.ReplaceAll(c.Details.TLP, " ", "")))
}

// NumberOf returns the number of an article among the sources, from 1, or 0.
func (c Content) NumberOf(id briefing.ArticleID) int {
	return slices.IndexFunc(c.Articles, func(a briefing.ArticleRef) bool { return a.ID == id }) + 1
}

// RefOf returns the reference that evidence is printed as.
func (c Content) RefOf(e briefing.Evidence) briefing.Ref {
	n := c.NumberOf(e.Article)
	if n == 0 {
		return briefing.Ref{}
	}
	return briefing.Ref{Article: n, Paragraph: max(1, briefing.ParagraphAt(c.Articles[n-1].Paragraphs, e.Start))}
}

// Described returns an article's outlet, title and day, and says what it does
// not give.
func (c Content) Described(a briefing.ArticleRef) string {
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
		parts = append(parts, c.Labels.Untold)
	}
	return strings.Join(append(parts, c.Labels.Date(a.Published)), ", ")
}

// head returns the lines that stand above the first section: the headline,
// what has no label of its own, and when, where and whose account.
func (c Content) head() (title *briefing.Line, deck, facts []briefing.Line) {
	for _, s := range c.Printed {
		if s.Kind != briefing.MeetingSection {
			continue
		}
		for _, l := range s.Lines {
			switch {
			case l.Label == briefing.TitleLabel && title == nil:
				title = &l
			case l.Label == briefing.WhenLabel, l.Label == briefing.WhereLabel, l.Label == briefing.AccountLabel:
				facts = append(facts, l)
			default:
				deck = append(deck, l)
			}
		}
	}
	return title, deck, facts
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

// MemberName returns what a member is shown as: a line that names a side and
// nobody is shown as the side.
func MemberName(member briefing.Line) string {
	if member.Text == "" {
		return member.Side
	}
	return member.Text
}

// Quoted returns the words of a line as they are shown: a quotation stands in
// marks, unless it brings its own.
func Quoted(l briefing.Line) string {
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

// PortionMark returns a line's mark as it is shown before the line.
func PortionMark(mark string) string {
	if mark == "" || strings.HasPrefix(mark, "(") {
		return mark
	}
	return "(" + mark + ")"
}
