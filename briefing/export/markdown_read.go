package export

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
)

// maxMarkdown is the longest file ReadMarkdown takes: some hundred times a
// page with its comments.
const maxMarkdown = 16 << 20

// ReadMarkdown reads what Markdown wrote. With the comments that
// Options.Trace writes, it gives the printed lines as they were. Words that
// somebody changed in between are taken as the analyst's: the line is Edited,
// and a quotation whose words changed is one no more. A line without a
// comment is a new line of the analyst's own.
//
// It fails with briefing.ErrUnsupported on a file without the front matter of
// Markdown, with briefing.ErrDamaged on front matter it cannot use, and with
// briefing.ErrTooLarge on a file over 16 MB.
func ReadMarkdown(r io.Reader) (briefing.Briefing, error) {
	f, err := parseMarkdown(r)
	if err != nil {
		return briefing.Briefing{}, fmt.Errorf("read markdown: %w", err)
	}
	d, err := f.front.details()
	if err != nil {
		return briefing.Briefing{}, fmt.Errorf("read markdown: %w: %w", briefing.ErrDamaged, err)
	}
	b := briefing.Briefing{
		ID: briefing.BriefingID(f.front.get("briefing")), Details: d,
		Sections: readSectionList(f.front.get("sections")), Articles: f.articles,
	}
	if len(b.Sections) == 0 {
		b.Sections = briefing.Blank().Sections
	}
	for i := range b.Sections {
		b.Sections[i].Lines = []briefing.Line{}
	}
	used := map[briefing.LineID]bool{}
	for _, pl := range f.lines {
		if c := pl.comment; c != nil {
			if used[c.ID] {
				c.ID = "" // copied by hand: a line of its own
			}
			used[c.ID] = true
		}
	}
	own := 1
	for _, pl := range f.lines {
		l := pl.line(f.articles)
		for l.ID == "" {
			if id := briefing.LineID("own-" + strconv.Itoa(own)); !used[id] {
				used[id], l.ID = true, id
			}
			own++
		}
		s := sectionOf(&b, pl.place.section)
		s.Lines = append(s.Lines, l)
	}
	f.label(&b)
	reorder(&b, f.lines)
	return b, nil
}

// sectionOf returns the section of the kind, adding it if it is not there.
func sectionOf(b *briefing.Briefing, kind briefing.SectionKind) *briefing.Section {
	i := slices.IndexFunc(b.Sections, func(s briefing.Section) bool { return s.Kind == kind })
	if i < 0 {
		i = len(b.Sections)
		b.Sections = append(b.Sections, briefing.Section{Kind: kind, Lines: []briefing.Line{}})
	}
	return &b.Sections[i]
}

// reorder puts lines that were shown in another order than their section's
// back in place. A new line stays behind the one it follows.
func reorder(b *briefing.Briefing, read []parsedLine) {
	type placed struct {
		line briefing.Line
		at   int
	}
	for i := range b.Sections {
		s := &b.Sections[i]
		var lines []placed
		last, n := -1, 0
		for _, pl := range read {
			if pl.place.section != s.Kind {
				continue
			}
			if c := pl.comment; c != nil && c.At != nil {
				last = *c.At
			}
			lines = append(lines, placed{s.Lines[n], last})
			n++
		}
		slices.SortStableFunc(lines, func(x, y placed) int { return x.at - y.at })
		for j := range lines {
			s.Lines[j] = lines[j].line
		}
	}
}

// markdownFile is a file cut into its parts.
type markdownFile struct {
	front    *front
	g        grammar
	lines    []parsedLine
	headings []parsedHeading
	articles []briefing.ArticleRef
}

// parsedLine is a line as it stands in a file.
type parsedLine struct {
	place   place
	block   block
	tokens  []token
	comment *lineComment // nil for a line that a person added
	seen    seen
}

type parsedHeading struct {
	kind    briefing.SectionKind
	text    string
	comment *sectionComment
}

func parseMarkdown(r io.Reader) (*markdownFile, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxMarkdown+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxMarkdown {
		return nil, fmt.Errorf("over %d MB: %w", maxMarkdown>>20, briefing.ErrTooLarge)
	}
	rows := strings.Split(strings.ToValidUTF8(string(data), "\uFFFD"), "\n")
	front, n := readFront(rows)
	if got := front.get("schema"); got != BriefingSchema {
		return nil, fmt.Errorf("front matter says %q, want schema %s: %w", got, BriefingSchema, briefing.ErrUnsupported)
	}
	f := &markdownFile{front: front, g: grammar{page.LabelsFor(front.get("lang"))}}
	f.parse(blocks(rows[n:], n+1))
	return f, nil
}

func (f *markdownFile) parse(bs []block) {
	in, begun, sources := place{section: briefing.MeetingSection}, false, false
	for _, b := range bs {
		ts := tokens(b.text)
		switch {
		case b.kind == sourceBlock:
			f.source(ts)
		case b.kind == sectionBlock:
			begun = true
			in = place{section: f.heading(ts)}
			sources = in.section == ""
		case sources, !begun && b.kind != titleBlock && commentIn(ts) == "":
			// the marking above the title and below the sources
		case b.kind == sideBlock:
			if in.section == briefing.DelegationsSection {
				in = f.g.delegation(b.text)
				in.row = b.row
			}
		case b.kind == titleBlock && begun:
			// a second title: no line of ours
		default:
			begun = true
			f.line(in, b, ts)
		}
	}
}

// heading returns the kind of the section, or "" for the sources.
func (f *markdownFile) heading(ts []token) briefing.SectionKind {
	h := parsedHeading{text: visible(ts)}
	if c := commentIn(ts); c != "" {
		h.comment = &sectionComment{}
		if json.Unmarshal([]byte(c), h.comment) != nil || h.comment.Section == "" {
			h.comment = nil
		}
	}
	if h.comment != nil {
		h.kind = h.comment.Section
		f.headings = append(f.headings, h)
		return h.kind
	}
	all := []page.Labels{f.g.labels}
	for _, lang := range page.Languages() {
		all = append(all, page.LabelsFor(lang))
	}
	for _, labels := range all {
		if h.text == labels.Sources {
			return ""
		}
		for _, kind := range briefing.SectionKinds {
			if strings.EqualFold(h.text, labels.Sections[kind]) {
				return kind
			}
		}
	}
	return briefing.CommentSection // a heading of the analyst's own
}

// ownHeading returns the label that a heading in sight stands for: "" for the
// standard one.
func (g grammar) ownHeading(kind briefing.SectionKind, text string) string {
	if text == oneLine(g.labels.Heading(kind)) {
		return ""
	}
	return text
}

// label gives sections the headings that were read.
func (f *markdownFile) label(b *briefing.Briefing) {
	for _, h := range f.headings {
		s := sectionOf(b, h.kind)
		s.Label = f.g.ownHeading(h.kind, h.text)
		if own := h.comment.Label; own != nil && h.text == oneLine(unescape(escape(*own))) {
			s.Label = *own
		}
	}
}

func (f *markdownFile) line(in place, b block, ts []token) {
	pl := parsedLine{place: in, block: b, tokens: ts}
	if c := commentIn(ts); c != "" {
		pl.comment = &lineComment{}
		if json.Unmarshal([]byte(c), pl.comment) != nil {
			pl.comment = nil
		}
	}
	if pl.comment == nil && f.fixed(b, ts) {
		return
	}
	asides := ""
	if pl.comment != nil {
		asides = pl.comment.Asides
	}
	pl.seen = f.g.seen(in, ts, asides)
	if b.kind == titleBlock && pl.seen.label == "" {
		pl.seen.label = briefing.TitleLabel
	}
	f.lines = append(f.lines, pl)
}

// fixed reports whether a block is one of the fixed ones that are no line:
// the headline of a briefing without one, who prepared it, as of when, and
// how many lines were held back.
func (f *markdownFile) fixed(b block, ts []token) bool {
	labels := f.g.labels
	text := visible(ts)
	switch b.kind {
	case titleBlock:
		return text == labels.Untitled || text == ""
	case itemBlock:
		return len(ts) > 0 && ts[0].kind == boldToken &&
			(ts[0].text == labels.PreparedBy+":" || ts[0].text == labels.AsOf+":")
	case paragraphBlock:
		if text == f.banner() {
			return true
		}
		number, _, _ := strings.Cut(text, " ")
		n, err := strconv.Atoi(number)
		return text == "" || err == nil && text == labels.Held(n)
	}
	return text == ""
}

// banner returns the marking line as it is seen.
func (f *markdownFile) banner() string {
	var parts []string
	for _, mark := range []string{f.front.get("marking"), f.front.get("tlp")} {
		if mark = unescape(escape(strings.ToUpper(mark))); mark != "" {
			parts = append(parts, mark)
		}
	}
	return oneLine(strings.Join(parts, asideDot))
}

func (f *markdownFile) source(ts []token) {
	c := sourceComment{}
	if hidden := commentIn(ts); hidden != "" && json.Unmarshal([]byte(hidden), &c) == nil {
		f.articles = append(f.articles, c.article())
	}
}

// visible returns the words of a line that are no reference.
func visible(ts []token) string {
	var s strings.Builder
	for _, t := range ts {
		if t.kind != refToken && t.kind != commentToken {
			s.WriteString(t.text)
		}
	}
	return oneLine(s.String())
}

// commentIn returns the last comment that holds a JSON object.
func commentIn(ts []token) string {
	for i := len(ts) - 1; i >= 0; i-- {
		if ts[i].kind == commentToken && strings.HasPrefix(ts[i].text, "{") {
			return ts[i].text
		}
	}
	return ""
}

// line returns the line that stands in the file.
func (pl parsedLine) line(articles []briefing.ArticleRef) briefing.Line {
	c, s := pl.comment, pl.seen
	if c == nil || !c.known() {
		return briefing.Line{Kind: briefing.AnalystLine, Status: briefing.Edited, Wording: s.Wording,
			Label: s.label, Marking: s.marking, Rank: 1}
	}
	l := briefing.Line{
		ID: c.ID, Kind: c.Kind, Status: c.Status, Wording: s.Wording, Label: c.Label, From: readEvidence(c.From, articles),
		Rule: c.Rule, Reason: c.Reason, Rank: c.Rank, Locked: c.Locked, Pinned: c.Pinned, Marking: s.marking, Alternatives: c.Alternatives,
	}
	if l.Kind == "" {
		l.Kind = briefing.ExtractLine
	}
	if l.Status == "" {
		l.Status = briefing.Suggested
	}
	changed := c.Seen != s.hash()
	if l.Kind == briefing.QuoteLine {
		l.Text = unquoted(l.Text)
		if changed && c.SeenText != s.textHash() {
			l.Kind = briefing.ExtractLine
		}
	}
	if !changed && c.Words != nil {
		l.Wording = *c.Words
	}
	if !changed && c.Marking != nil {
		l.Marking = *c.Marking
	}
	switch {
	case c.Suggested != nil:
		l.Suggested = *c.Suggested
	case l.Kind != briefing.AnalystLine:
		l.Suggested = l.Wording
		l.Suggested.Parties = slices.Clone(l.Parties)
	}
	if changed {
		l.Status = briefing.Edited
	}
	return l
}

// known reports whether there are such a kind and status.
func (c *lineComment) known() bool {
	return (c.Kind == "" || knownKind(c.Kind)) && (c.Status == "" || knownStatus(c.Status))
}
