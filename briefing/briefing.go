package briefing

import "slices"

// BriefingID identifies a briefing in its library.
type BriefingID string

// SectionKind names a section of the page.
type SectionKind string

// The sections, in the order of the standard page. Title, When, Where and
// Account are lines of the Meeting section, told apart by their Label.
const (
	MeetingSection     SectionKind = "meeting"
	BottomLine         SectionKind = "bottom-line"
	DelegationsSection SectionKind = "delegations"
	AgendaSection      SectionKind = "agenda"
	AgreementsSection  SectionKind = "agreements"
	PositionsSection   SectionKind = "positions"
	NextStepsSection   SectionKind = "next-steps"
	QuotesSection      SectionKind = "quotes"
	DatesSection       SectionKind = "dates"
	CommentSection     SectionKind = "comment"
)

// SectionKinds lists every kind of section in the order of the standard page.
var SectionKinds = []SectionKind{
	MeetingSection, BottomLine, DelegationsSection, AgendaSection, AgreementsSection,
	PositionsSection, NextStepsSection, QuotesSection, DatesSection, CommentSection,
}

// The labels of lines in the Meeting section.
const (
	TitleLabel   = "title"
	WhenLabel    = "when"
	WhereLabel   = "where"
	AccountLabel = "account"
)

// Section is an ordered list of lines under one heading.
type Section struct {
	Kind  SectionKind `json:"kind"`
	Label string      `json:"label,omitempty"` // heading; "" is the standard one of the kind
	// Max is how many lines the section should hold; further ones are the
	// first to be held back on a full page. 0 is no limit.
	Max   int    `json:"max,omitempty"`
	Lines []Line `json:"lines"`
}

// ArticleRef is what a briefing needs to know of an article to cite it, so
// that a briefing can be laid out and exported on its own.
type ArticleRef struct {
	ID         ArticleID   `json:"id"`
	Title      string      `json:"title,omitempty"`
	Outlet     string      `json:"outlet,omitempty"`
	Byline     string      `json:"byline,omitempty"`
	URL        string      `json:"url,omitempty"`
	File       string      `json:"file,omitempty"` // base name of the file it was read from
	Published  Date        `json:"published,omitzero"`
	Language   string      `json:"language,omitempty"`
	Paragraphs []Paragraph `json:"paragraphs,omitempty"`
	// Origin groups articles that copy one another: articles with the same
	// Origin count as one source. 0 for the first story, and so on.
	Origin int `json:"origin"`
}

// Details are the settings of one briefing's page.
type Details struct {
	Marking  string `json:"marking,omitempty"` // banner, free text: "UNCLASSIFIED"
	TLP      string `json:"tlp,omitempty"`     // "TLP:CLEAR" … "TLP:RED", TLP 2.0; "" for none
	Paper    string `json:"paper,omitempty"`   // "a4" (the default) or "letter"
	Template string `json:"template,omitempty"`
	Author   string `json:"author,omitempty"`
	AsOf     Date   `json:"as_of,omitzero"`
	Language string `json:"language,omitempty"` // of the labels: "en" (the default), "es", "fr"
	// VerifiedOnly keeps suggestions that nobody has checked off the page.
	// Otherwise they are printed with a mark.
	VerifiedOnly bool `json:"verified_only,omitempty"`
}

// Briefing is one editable page. Everything printed on it but fixed labels is
// a Line. Values are treated as immutable: Apply returns a changed copy.
type Briefing struct {
	ID       BriefingID   `json:"id"`
	Sections []Section    `json:"sections"` // each kind at most once, in page order
	Articles []ArticleRef `json:"articles"` // reference n is Articles[n-1]
	Details  Details      `json:"details"`
}

// Title returns the headline of the briefing, or "".
func (b Briefing) Title() string {
	l, _ := b.Labelled(TitleLabel)
	return l.Headline()
}

// Labelled returns the first line of the Meeting section with the label that
// is not left out.
func (b Briefing) Labelled(label string) (Line, bool) {
	for _, l := range b.Section(MeetingSection).Lines {
		if l.Label == label && l.OnPage() {
			return l, true
		}
	}
	return Line{}, false
}

// Section returns the section of the kind, or an empty one.
func (b Briefing) Section(kind SectionKind) Section {
	for _, s := range b.Sections {
		if s.Kind == kind {
			return s
		}
	}
	return Section{Kind: kind}
}

// Find returns the line with the id, its section and its place in it.
func (b Briefing) Find(id LineID) (l Line, section SectionKind, index int, ok bool) {
	for _, s := range b.Sections {
		for i, l := range s.Lines {
			if l.ID == id {
				return l, s.Kind, i, true
			}
		}
	}
	return Line{}, "", -1, false
}

// Lines returns every line in page order.
func (b Briefing) Lines() []Line {
	var all []Line
	for _, s := range b.Sections {
		all = append(all, s.Lines...)
	}
	return all
}

// Ref is a reference as printed: article n, paragraph p, both from 1.
type Ref struct{ Article, Paragraph int }

// Refs returns the line's references, sorted, each once.
func (b Briefing) Refs(l Line) []Ref {
	var refs []Ref
	for _, e := range l.From {
		for n, a := range b.Articles {
			if a.ID == e.Article {
				refs = append(refs, Ref{n + 1, max(1, ParagraphAt(a.Paragraphs, e.Start))})
			}
		}
	}
	slices.SortFunc(refs, func(x, y Ref) int {
		if x.Article != y.Article {
			return x.Article - y.Article
		}
		return x.Paragraph - y.Paragraph
	})
	return slices.Compact(refs)
}

// Progress returns how many of the lines an analyst has to look at are
// settled, and how many there are.
func (b Briefing) Progress() (reviewed, all int) {
	for _, l := range b.Lines() {
		all++
		if l.Reviewed() {
			reviewed++
		}
	}
	return reviewed, all
}

// Clone returns a deep copy.
func (b Briefing) Clone() Briefing {
	b.Sections = slices.Clone(b.Sections)
	for i := range b.Sections {
		lines := make([]Line, len(b.Sections[i].Lines))
		for j, l := range b.Sections[i].Lines {
			lines[j] = l.clone()
		}
		b.Sections[i].Lines = lines
	}
	b.Articles = slices.Clone(b.Articles)
	return b
}
