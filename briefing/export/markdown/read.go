package markdown

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

// maxMarkdown is the longest file Read takes: some hundred times a page with
// its record.
const maxMarkdown = 16 << 20

// Read reads what Write wrote. With the record that Options.Trace writes, it
// gives the printed lines as they were. Words that somebody changed in between
// are taken as the analyst's: the line is Edited, and a quotation whose words
// changed is one no more. A line that the record does not know is a new line
// of the analyst's own. Files of older versions, which have a comment behind
// each line instead, are read too.
//
// It fails with briefing.ErrUnsupported on a file without the front matter of
// Write, with a *export.NewerError on one of a later version, with
// briefing.ErrDamaged on one that is cut off or has front matter it cannot
// use, and with briefing.ErrTooLarge on a file over 16 MB.
func Read(r io.Reader) (briefing.Briefing, error) {
	f, err := parse(r)
	if err != nil {
		return briefing.Briefing{}, fmt.Errorf("read markdown: %w", err)
	}
	b, err := f.briefing()
	if err != nil {
		return briefing.Briefing{}, fmt.Errorf("read markdown: %w: %w", briefing.ErrDamaged, err)
	}
	return b, nil
}

// file is a Markdown file cut into its parts.
type file struct {
	front    *front
	g        grammar
	record   *trace.Document // nil in a file without one
	written  map[briefing.LineID]written
	blocks   []block
	lines    []parsedLine
	headings []parsedHeading
	articles []briefing.ArticleRef
}

// parsedLine is a line as it stands in a file.
type parsedLine struct {
	heading int // index of the heading above, or -1
	place   place
	block   block
	tokens  []token
	words   string       // as they are shown
	comment *lineComment // of older files
	of      *trace.Line  // the line of the record, nil for a new one
	copy    bool         // that line stands in the file twice
	same    bool         // it stands in the file as it was written
	seen    seen
}

// parsedHeading is the heading of a section.
type parsedHeading struct {
	kind  briefing.SectionKind // "" for the sources
	text  string
	known bool   // the file or the labels tell which section it is
	label string // the section's own, if it was known to have one
	// commented says that a comment of an older file tells the section.
	commented bool
}

func parse(r io.Reader) (*file, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxMarkdown+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxMarkdown {
		return nil, fmt.Errorf("over %d MB: %w", maxMarkdown>>20, briefing.ErrTooLarge)
	}
	rows := strings.Split(strings.ReplaceAll(strings.ToValidUTF8(string(data), "\uFFFD"), "\r\n", "\n"), "\n")
	front, n := readFront(rows)
	if err := export.CheckSchema(front.get("schema"), export.BriefingSchema); err != nil {
		return nil, fmt.Errorf("front matter: %w", err)
	}
	f := &file{front: front, g: grammar{page.LabelsFor(front.get("lang"))}}
	if rows, err = f.cutRecord(rows); err != nil {
		return nil, err
	}
	f.blocks = blocks(rows[n:], n+1)
	f.parse()
	return f, nil
}

// cutRecord takes the record from the end of the file and returns the rows
// before it.
func (f *file) cutRecord(rows []string) ([]string, error) {
	from := -1
	for i, row := range rows {
		if strings.TrimSpace(row) == recordBegin {
			from = i
		}
	}
	if from < 0 {
		if f.front.get(traceKey) != "" {
			return nil, fmt.Errorf("%w: the file is cut off, or its trace was taken out", briefing.ErrDamaged)
		}
		return rows, nil
	}
	for i := from + 1; i < len(rows); i++ {
		if strings.TrimSpace(rows[i]) != recordEnd {
			continue
		}
		record, err := trace.Read(strings.NewReader(strings.Join(rows[from+1:i], "\n")))
		if err != nil {
			return nil, err
		}
		if err := export.Whole(whole(record)); err != nil {
			return nil, fmt.Errorf("%w: trace: %w", briefing.ErrDamaged, err)
		}
		f.record, f.articles = &record, record.Articles
		f.written = f.g.sources(export.NewContent(whole(record), export.Options{Author: true}))
		return slices.Concat(rows[:from], rows[i+1:]), nil
	}
	return nil, fmt.Errorf("%w: the file is cut off in its trace", briefing.ErrDamaged)
}

// whole returns the briefing of a record, with all its sections.
func whole(record trace.Document) briefing.Briefing {
	b := briefing.Briefing{ID: record.Briefing, Articles: record.Articles}
	if record.Details != nil {
		b.Details = *record.Details
	}
	for _, s := range record.Sections {
		b.Sections = append(b.Sections, briefing.Section{Kind: s.Kind, Label: s.Label, Max: s.Max, Lines: []briefing.Line{}})
	}
	for _, l := range record.Lines {
		s := sectionOf(&b, l.Section)
		s.Lines = append(s.Lines, l.Line)
	}
	return b
}

// parse finds the lines in the blocks, and where each stands.
func (f *file) parse() {
	in, begun, sources, heading := place{section: briefing.MeetingSection}, false, false, -1
	for _, b := range f.blocks {
		ts := tokens(b.text)
		switch {
		case b.kind == sourceBlock:
			f.source(ts)
		case b.kind == sectionBlock:
			begun = true
			h := f.heading(ts)
			f.headings, heading = append(f.headings, h), len(f.headings)
			in, sources = place{section: h.kind}, h.kind == ""
		case sources, !begun && b.kind != titleBlock && commentIn(ts) == "":
			// the marking above the title and below the sources
		case b.kind == sideBlock:
			if in.section == briefing.DelegationsSection {
				in = f.g.delegation(b.text)
			}
		case b.kind == titleBlock && begun:
			// a second title: no line of ours
		default:
			begun = true
			f.line(in, heading, b, ts)
		}
	}
	f.match()
	for i := range f.lines {
		pl := &f.lines[i]
		pl.seen = f.g.seen(pl.place, pl.tokens, f.asides(*pl))
		if pl.block.kind == titleBlock && pl.seen.label == "" {
			pl.seen.label = briefing.TitleLabel
		}
	}
}

// asides returns what each thing behind the dash is, as far as it is known.
func (f *file) asides(pl parsedLine) []page.Part {
	switch {
	case pl.of != nil:
		return f.written[pl.of.ID].asides
	case pl.comment != nil:
		return pl.comment.asides()
	}
	return nil
}

// heading reads the heading of a section.
func (f *file) heading(ts []token) parsedHeading {
	h := parsedHeading{text: visible(ts), known: true}
	if c := sectionCommentIn(ts); c != nil {
		h.kind, h.commented = c.Section, true
		if own := c.Label; own != nil && h.text == plainText(*own) {
			h.label = *own
		}
		return h
	}
	if f.record != nil {
		for _, s := range whole(*f.record).Sections {
			taken := slices.ContainsFunc(f.headings, func(other parsedHeading) bool { return other.kind == s.Kind })
			if h.text == plainText(export.HeadingOf(f.g.labels, s)) && !taken && f.printed(s.Kind) {
				h.kind, h.label = s.Kind, s.Label
				return h
			}
		}
	}
	all := []page.Labels{f.g.labels}
	for _, lang := range page.Languages() {
		all = append(all, page.LabelsFor(lang))
	}
	for _, labels := range all {
		if h.text == labels.Sources {
			return h
		}
		for _, kind := range briefing.SectionKinds {
			if strings.EqualFold(h.text, labels.Sections[kind]) {
				h.kind = kind
				return h
			}
		}
	}
	h.kind, h.known = briefing.CommentSection, false // a heading of the analyst's own
	return h
}

// printed reports whether the record has a heading of a section.
func (f *file) printed(kind briefing.SectionKind) bool {
	return slices.ContainsFunc(f.record.Printed, func(r trace.Row) bool { return r.Block == export.Heading && r.Section == kind })
}

// plainText is text as it is read back once it was escaped.
func plainText(s string) string { return export.OneLine(unescape(escape(s))) }

func (f *file) line(in place, heading int, b block, ts []token) {
	pl := parsedLine{heading: heading, place: in, block: b, tokens: ts, words: f.shown(b), comment: lineCommentIn(ts)}
	if pl.comment == nil && f.fixed(b, ts, pl.words) {
		return
	}
	f.lines = append(f.lines, pl)
}

// fixed reports whether a block is one of the fixed ones that are no line:
// the headline of a briefing without one, who prepared it, as of when, how
// many lines were held back, that none was checked.
func (f *file) fixed(b block, ts []token, words string) bool {
	labels, text := f.g.labels, visible(ts)
	if f.record != nil {
		for _, r := range f.record.Printed {
			if r.Line == "" && r.Block != export.Front && words != "" && normal(r.String()) == words {
				return true
			}
		}
	}
	switch b.kind {
	case titleBlock:
		return text == labels.Untitled || text == ""
	case itemBlock:
		return len(ts) > 0 && ts[0].kind == boldToken &&
			(ts[0].text == labels.PreparedBy+":" || ts[0].text == labels.AsOf+":")
	case paragraphBlock:
		if text == f.banner() || text == labels.AllSuggested {
			return true
		}
		number, _, _ := strings.Cut(text, " ")
		n, err := strconv.Atoi(number)
		return text == "" || err == nil && text == labels.Held(n)
	}
	return text == ""
}

// banner returns the marking line as it is seen.
func (f *file) banner() string {
	var parts []string
	for _, mark := range []string{f.front.get("marking"), f.front.get("tlp")} {
		if mark = unescape(escape(strings.ToUpper(mark))); mark != "" {
			parts = append(parts, mark)
		}
	}
	return export.OneLine(strings.Join(parts, asideDot))
}

// visible returns the words of a line that are no reference.
func visible(ts []token) string {
	var s strings.Builder
	for _, t := range ts {
		if t.kind != refToken && t.kind != commentToken {
			s.WriteString(t.text)
		}
	}
	return export.OneLine(s.String())
}

// shown returns the words of a block as a reader of CommonMark shows them.
func (f *file) shown(b block) string {
	source := []byte(b.text)
	var out bytes.Buffer
	if err := goldmark.Convert(source, &out); err != nil {
		return normal(b.text) // a bytes.Buffer takes everything
	}
	return normal(shownText(out.String()))
}

// normal returns the words of text, a single space between.
func normal(text string) string {
	var words []string
	for _, w := range trace.Words(text, "", 0) {
		words = append(words, w.Text)
	}
	return strings.Join(words, " ")
}
