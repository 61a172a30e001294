package export

import (
	"slices"
	"strconv"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
)

// BlockKind says what a block is.
type BlockKind string

// The kinds of blocks, in the order in which they come.
const (
	Banner     BlockKind = "banner" // marking and TLP label, first and last
	Notice     BlockKind = "notice" // that nothing has been checked
	Title      BlockKind = "title"
	Deck       BlockKind = "deck"
	Fact       BlockKind = "fact" // when, where, by whom …
	Heading    BlockKind = "heading"
	Bottom     BlockKind = "bottom-line"
	SideName   BlockKind = "side" // heading of a delegation
	Member     BlockKind = "member"
	Item       BlockKind = "item"
	Numbered   BlockKind = "numbered"
	Quotation  BlockKind = "quotation"
	QuotedFrom BlockKind = "quoted-from" // who said the quotation before it
	Comment    BlockKind = "comment"
	Held       BlockKind = "held" // how many lines are on file
	Source     BlockKind = "source"
	Summary    BlockKind = "summary"  // of the sources
	Evidence   BlockKind = "evidence" // paragraph of an article, beside the brief
	Front      BlockKind = "front"    // what a Markdown file says of itself
)

// Block is one paragraph of a briefing, as it is read from top to bottom.
type Block struct {
	Kind    BlockKind
	Section briefing.SectionKind // "" above and below the sections
	Line    *briefing.Line       // nil for what is no line
	Spans   []Span
}

// Span is text that is one thing. Spans stand one space apart.
type Span struct {
	Part page.Part
	// Sign stands before the text, a space between: "—" before what is said
	// of a line, "·" between such things.
	Sign string
	Text string
	// Article is the number of the source, of a reference, a number and an
	// address; Refs are what a reference stands for.
	Article int
	Refs    []briefing.Ref
	URL     string // where an address leads
}

// String returns the span as it is read.
func (s Span) String() string {
	if s.Sign == "" {
		return s.Text
	}
	return s.Sign + " " + s.Text
}

// Blocks returns everything that is shown, from the marking at the top to the
// marking at the bottom. Texts are on one line and without characters that
// no format can hold; a span or block without text is left out, but for a
// line's: a line without words still is one.
func (c Content) Blocks() []Block {
	w := &walk{c: c}
	w.banner()
	w.top()
	for _, s := range c.Printed {
		if s.Kind == briefing.MeetingSection {
			continue
		}
		w.add(Block{Kind: Heading, Section: s.Kind}, Span{Part: page.HeadingPart, Text: s.Heading})
		w.section(s)
	}
	if c.OnFile > 0 {
		w.add(Block{Kind: Held}, Span{Part: page.FixedPart, Text: c.Labels.Held(c.OnFile)})
	}
	w.sources()
	w.banner()
	return w.blocks
}

// walk collects blocks.
type walk struct {
	c      Content
	blocks []Block
}

func (w *walk) add(b Block, spans ...Span) {
	for _, s := range spans {
		if s.Text = shown(s.Text); s.Text != "" {
			b.Spans = append(b.Spans, s)
		}
	}
	if len(b.Spans) > 0 || b.Line != nil {
		w.blocks = append(w.blocks, b)
	}
}

// line adds a line with what stands before and behind every line.
func (w *walk) line(kind BlockKind, section briefing.SectionKind, l briefing.Line, spans ...Span) {
	at := 0
	if kind == Fact {
		at = 1 // behind "When"
	}
	spans = slices.Insert(spans, at, Span{Part: page.PortionPart, Text: PortionMark(l.Marking)})
	w.add(Block{Kind: kind, Section: section, Line: &l}, append(spans, w.tail(l)...)...)
}

// tail returns what follows a line: its references, one for each article, and
// its status.
func (w *walk) tail(l briefing.Line) []Span {
	var spans []Span
	for _, r := range w.c.Refs(l) {
		n := len(spans)
		if n == 0 || spans[n-1].Article != r.Article {
			spans = append(spans, Span{Part: page.ReferencePart, Article: r.Article})
			n++
		}
		spans[n-1].Refs = append(spans[n-1].Refs, r)
	}
	for i, s := range spans {
		text := "[" + strconv.Itoa(s.Article) + "\u00a0¶"
		for j, r := range s.Refs {
			if j > 0 {
				text += ", "
			}
			text += strconv.Itoa(r.Paragraph)
		}
		spans[i].Text = text + "]"
	}
	return append(spans, Span{Part: page.StatusPart, Text: w.c.Mark(l)})
}

func (w *walk) banner() {
	marking, tlp := w.c.Marking()
	w.add(Block{Kind: Banner}, Span{Part: page.MarkingPart, Text: marking}, Span{Part: page.TLPPart, Text: tlp})
}

func (w *walk) top() {
	const meeting = briefing.MeetingSection
	title, deck, facts := w.c.head()
	if w.c.AllSuggested {
		w.add(Block{Kind: Notice}, Span{Part: page.FixedPart, Text: w.c.Labels.AllSuggested})
	}
	if title == nil {
		w.add(Block{Kind: Title}, Span{Part: page.FixedPart, Text: w.c.Labels.Untitled})
	} else {
		w.line(Title, meeting, *title, Span{Part: page.TextPart, Text: w.c.Title()})
	}
	for _, l := range deck {
		w.line(Deck, meeting, l, append([]Span{{Part: page.TextPart, Text: Quoted(l)}}, w.said(l)...)...)
	}
	for _, l := range facts {
		note := shown(w.c.Labels.Note(l, w.c.Articles))
		if note != "" {
			note = "(" + note + ")"
		}
		w.line(Fact, meeting, l, Span{Part: page.LabelPart, Text: w.c.Labels.Line(l.Label)}, Span{Part: page.TextPart, Text: Quoted(l)}, Span{Part: page.NotePart, Text: note})
	}
	if author := w.c.Author(); author != "" {
		w.add(Block{Kind: Fact}, Span{Part: page.LabelPart, Text: w.c.Labels.PreparedBy}, Span{Part: page.AuthorPart, Text: author})
	}
	if w.c.Details.AsOf.Known() {
		w.add(Block{Kind: Fact}, Span{Part: page.LabelPart, Text: w.c.Labels.AsOf}, Span{Part: page.FixedPart, Text: w.c.Labels.Date(w.c.Details.AsOf)})
	}
}

func (w *walk) section(s Section) {
	kind := Item
	switch s.Kind {
	case briefing.DelegationsSection:
		w.delegations(s)
		return
	case briefing.BottomLine:
		kind = Bottom
	case briefing.CommentSection:
		kind = Comment
	case briefing.AgreementsSection:
		kind = Numbered
	case briefing.QuotesSection:
		kind = Quotation
	}
	for _, l := range s.Lines {
		var spans []Span
		if l.Kind == briefing.AnalystLine && kind != Comment {
			spans = append(spans, Span{Part: page.OwnPart, Text: w.c.Labels.Comment})
		}
		rest := l
		if s.Kind == briefing.PositionsSection {
			spans = append(spans, Span{Part: page.SpeakerPart, Text: l.Speaker}, Span{Part: page.ModePart, Text: w.c.Labels.Mode(l.Mode)})
			rest.Speaker, rest.Mode = "", ""
		}
		spans = append(spans, Span{Part: page.TextPart, Text: Quoted(l)})
		said := w.said(rest)
		if kind == Quotation && len(said) > 0 {
			w.add(Block{Kind: kind, Section: s.Kind, Line: &l}, append([]Span{{Part: page.PortionPart, Text: PortionMark(l.Marking)}}, spans...)...)
			w.add(Block{Kind: QuotedFrom, Section: s.Kind, Line: &l}, append(said, w.tail(l)...)...)
			continue
		}
		w.line(kind, s.Kind, l, append(spans, said...)...)
	}
}

func (w *walk) delegations(s Section) {
	for _, d := range delegations(s.Lines) {
		side := d.side
		if shown(side) == "" { // blank, too: without a head its members would stand under the side above
			side = w.c.Labels.NoSide
		}
		w.add(Block{Kind: SideName, Section: s.Kind}, Span{Part: page.SidePart, Text: side},
			Span{Part: page.MeetingPart, Sign: "—", Text: w.c.Labels.Meeting(d.meeting)})
		for _, l := range d.members {
			head := ""
			if l.Head {
				head = w.c.Labels.Head
			}
			w.line(Member, s.Kind, l, Span{Part: page.TextPart, Text: MemberName(l)}, Span{Part: page.HeadPart, Text: head}, Span{Part: page.TitlePart, Text: l.Title})
		}
	}
}

// said returns what is said of a line after a dash.
func (w *walk) said(l briefing.Line) []Span {
	sign := "—"
	var spans []Span
	for _, s := range []Span{{Part: page.PartiesPart, Text: joined(l.Parties)}, {Part: page.ModePart, Text: w.c.Labels.Mode(l.Mode)},
		{Part: page.SpeakerPart, Text: l.Speaker}, {Part: page.TitlePart, Text: l.Title}, {Part: page.ChannelPart, Text: l.Channel},
		{Part: page.SidePart, Text: l.Side}, {Part: page.MeetingPart, Text: w.c.Labels.Meeting(l.Wording.Meeting)}} {
		if shown(s.Text) != "" {
			s.Sign, sign = sign, "·"
			spans = append(spans, s)
		}
	}
	return spans
}

// joined returns the parties that have a name.
func joined(parties []string) string {
	var named []string
	for _, p := range parties {
		if p = OneLine(p); p != "" {
			named = append(named, p)
		}
	}
	return strings.Join(named, ", ")
}

func (w *walk) sources() {
	if len(w.c.Articles) == 0 {
		return
	}
	w.add(Block{Kind: Heading}, Span{Part: page.HeadingPart, Text: w.c.Labels.Sources})
	for i, a := range w.c.Articles {
		n := i + 1
		url, address := page.WebAddress(a.URL), ""
		if url != "" {
			address = page.ShownAddress(a.URL)
		}
		w.add(Block{Kind: Source}, Span{Part: page.NumberPart, Text: strconv.Itoa(n), Article: n},
			Span{Part: page.SourcePart, Text: w.c.Described(a) + ".", Article: n}, Span{Part: page.AddressPart, Text: address, URL: url, Article: n})
	}
	if len(w.c.Articles) > 1 {
		w.add(Block{Kind: Summary}, Span{Part: page.FixedPart, Text: w.c.Labels.SourceSummary(w.c.Articles) + "."})
	}
}
