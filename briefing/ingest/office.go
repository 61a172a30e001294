package ingest

import (
	"regexp"
	"strings"

	"example.org/attache/briefing"
)

// office is the text of a document of Word or OpenDocument being read: the two
// name their elements differently and say the same.
type office struct {
	w       blockWriter
	kind    briefing.ParagraphKind
	title   strings.Builder // of paragraphs in the style "Title"
	inTitle bool
	number  string // of the list, due before the next letter
	joins   bool   // this paragraph is the great first letter of the next
	aside   *strings.Builder
	after   []block // furniture that follows the paragraph
	notes   []block // footnotes, in order
	hidden  int
}

// begin begins a paragraph.
func (o *office) begin() {
	if !o.joins {
		o.end()
	}
	o.joins = false
	o.kind, o.inTitle, o.number = briefing.Body, false, ""
}

// style sets what the paragraph's style says of it.
func (o *office) style(name string) {
	name = strings.ToLower(name)
	o.inTitle = name == "title"
	if k := kindOfStyle(name); k != briefing.Body {
		o.kind = k
	}
}

// item makes the paragraph an element of a list with a number, or with none.
func (o *office) item(number string) {
	if o.kind == briefing.Body {
		o.kind = briefing.ListItem
	}
	o.number = number
}

// say adds text to the paragraph, or to what stands aside.
func (o *office) say(s string) {
	if o.aside != nil {
		o.aside.WriteString(s)
		return
	}
	at := place{kind: o.kind}
	if o.number != "" && strings.TrimSpace(s) != "" {
		o.w.say(o.number, at)
		o.w.space = ' '
		o.number = ""
	}
	if o.inTitle && o.title.Len() < maxTitle {
		o.title.WriteString(s)
	}
	o.w.say(s, at)
}

// blank is due before the next word: ' ', '\t' or '\n'.
func (o *office) blank(r rune) {
	switch {
	case o.aside != nil:
		o.aside.WriteByte(' ')
	case o.w.text.Len() > 0 && (r != ' ' || o.w.space == 0):
		o.w.space = r
	}
}

// end ends the paragraph. What stood aside in it follows as furniture.
func (o *office) end() {
	o.joins = false
	o.w.end()
	o.w.blocks = append(o.w.blocks, o.after...)
	o.after = nil
}

// beginAside begins text that is not part of the paragraph it stands in.
func (o *office) beginAside() { o.aside = &strings.Builder{} }

// endAside ends it and returns it as furniture.
func (o *office) endAside() block {
	if o.aside == nil {
		return block{}
	}
	s := clean(o.aside.String())
	o.aside = nil
	return block{text: s, kind: briefing.Furniture}
}

// finish lays the document out. stated is the title in its properties.
func (o *office) finish(f *file, stated string) {
	o.end()
	o.w.blocks = withoutEchoes(o.w.blocks)
	f.layOut(append(o.w.blocks, o.notes...))
	f.article.Source.Encoding = "utf-8"
	f.article.Title = clean(o.title.String())
	if f.article.Title == "" {
		f.article.Title, f.article.Outlet = documentTitle(clean(stated), o.w.blocks)
	}
	f.titleFromHeading()
	if len(o.notes) > 0 {
		f.note(NotesOut, "%s left out", count(len(o.notes), "footnote", "footnotes"))
	}
	if o.hidden > 0 {
		f.note(HiddenOut, "%s left out", count(o.hidden, "hidden paragraph", "hidden paragraphs"))
	}
	f.offerDateline()
}

// withoutEchoes takes out descriptions of pictures that the caption repeats.
func withoutEchoes(blocks []block) []block {
	var kept []block
	for i, b := range blocks {
		if b.kind == briefing.Furniture && (i > 0 && blocks[i-1].text == b.text || i+1 < len(blocks) && blocks[i+1].text == b.text) {
			continue
		}
		kept = append(kept, b)
	}
	return kept
}

// titleFromHeading takes the heading that a document begins with for its
// title, where it states none.
func (f *file) titleFromHeading() {
	if a := &f.article; a.Title == "" && len(a.Paragraphs) > 0 && a.Paragraphs[0].Kind == briefing.Heading {
		a.Title = clean(a.Paragraphs[0].Of(a.Text))
	}
}

// maxTitle is the most bytes a title is collected to.
const maxTitle = 1000

// documentTitle parts the headline in the title of a document from the
// outlet's name behind it, where one of the first lines shows the headline
// alone.
func documentTitle(stated string, blocks []block) (title, outlet string) {
	const most = 8 // lines
	for _, b := range blocks[:min(len(blocks), most)] {
		line := clean(b.text)
		rest, ok := strings.CutPrefix(stated, line)
		if !ok || !strings.Contains(line, " ") || rest == "" {
			continue
		}
		if m := outletBehind.FindStringSubmatch(rest); m != nil {
			return line, m[1]
		}
	}
	return stated, ""
}

var outletBehind = regexp.MustCompile(`^\s*[|–—:·»-]\s+([^|–—·»]{2,60})$`)

// kindOfStyle returns the kind of a paragraph by the name of its style, which
// stays English in the files of most languages.
func kindOfStyle(style string) briefing.ParagraphKind {
	s := strings.ToLower(style)
	switch {
	case strings.HasPrefix(s, "heading"), s == "title", s == "subtitle":
		return briefing.Heading
	case strings.Contains(s, "quote"), strings.Contains(s, "quotation"):
		return briefing.Quotation
	case strings.HasPrefix(s, "list"):
		return briefing.ListItem
	case strings.Contains(s, "caption"):
		return briefing.Caption
	}
	return briefing.Body
}
