// Package office reads documents of word processors and e-books: DOCX,
// OpenDocument, RTF and EPUB. Styles, lists, footnotes and pictures' words
// become paragraphs of their kinds.
package office

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/imprint"
	"example.org/attache/briefing/ingest/letters"
)

// office is the text of a document of Word or OpenDocument being read: the two
// name their elements differently and say the same.
type office struct {
	w       draft.Writer
	kind    briefing.ParagraphKind
	title   strings.Builder // of paragraphs in the style "Title"
	inTitle bool
	stated  map[string]string // the words of paragraphs in the styles "author" and "date"
	states  string            // which of them the paragraph has, "" for none
	number  string            // of the list, due before the next letter
	joins   bool              // this paragraph is the great first letter of the next
	aside   *strings.Builder
	after   []draft.Block // furniture that follows the paragraph
	notes   []draft.Block // footnotes, in order
	hidden  int
	rows    []tableRow // of tables, that are open
}

// begin begins a paragraph.
func (o *office) begin() {
	if !o.joins {
		o.end()
	}
	o.joins = false
	o.kind, o.inTitle, o.states, o.number = briefing.Body, false, "", ""
}

// style sets what the paragraph's style says of it.
func (o *office) style(name string) {
	name = strings.ToLower(name)
	o.inTitle = name == "title"
	if o.states = ""; statesField(name) {
		o.states = name
	}
	if k := kindOfStyle(name); k != briefing.Body {
		o.kind = k
	}
}

// statesField reports whether a style is one for what the document states of
// itself: those of pandoc, and of templates for articles.
func statesField(style string) bool { return style == "author" || style == "date" }

// item makes the paragraph an element of a list with a number, or with none.
func (o *office) item(number string) {
	if o.kind == briefing.Body {
		o.kind = briefing.ListItem
	}
	o.number = number
}

// Say adds text to the paragraph, or to what stands aside.
func (o *office) say(s string) {
	if o.aside != nil {
		o.aside.WriteString(s)
		return
	}
	at := draft.Place{Kind: o.kind}
	if o.number != "" && strings.TrimSpace(s) != "" {
		o.w.Say(o.number, at)
		o.w.Space = ' '
		o.number = ""
	}
	if o.inTitle && o.title.Len() < maxTitle {
		o.title.WriteString(s)
	}
	if o.states != "" && len(o.stated[o.states]) < maxTitle {
		if o.stated == nil {
			o.stated = map[string]string{}
		}
		o.stated[o.states] += s
	}
	o.w.Say(s, at)
}

// blank is due before the next word: ' ', '\t' or '\n'.
func (o *office) blank(r rune) {
	switch {
	case o.aside != nil:
		o.aside.WriteByte(' ')
	case o.w.Text.Len() > 0 && (r != ' ' || o.w.Space == 0):
		o.w.Space = r
	}
}

// End ends the paragraph. What stood aside in it follows as furniture.
func (o *office) end() {
	o.joins = false
	o.w.End()
	o.w.Blocks = append(o.w.Blocks, o.after...)
	o.after = nil
}

// beginAside begins text that is not part of the paragraph it stands in.
func (o *office) beginAside() { o.aside = &strings.Builder{} }

// endAside ends it and returns it as furniture.
func (o *office) endAside() draft.Block {
	if o.aside == nil {
		return draft.Block{}
	}
	s := letters.Clean(o.aside.String())
	o.aside = nil
	return draft.Block{Text: s, Kind: briefing.Furniture}
}

// finish lays the document out. stated is the title in its properties.
func (o *office) finish(f *draft.File, stated string) {
	o.end()
	o.w.Blocks = withoutEchoes(o.w.Blocks)
	f.LayOut(append(o.w.Blocks, o.notes...))
	f.Article.Source.Encoding = "utf-8"
	f.Article.Title = letters.Clean(o.title.String())
	if f.Article.Title == "" {
		f.Article.Title, f.Article.Outlet = documentTitle(letters.Clean(stated), o.w.Blocks)
	}
	titleFromHeading(f)
	f.Article.Byline, f.Article.Published = imprint.Person(o.stated["author"]), dates.Stated(o.stated["date"], f.Article.Language)
	if len(o.notes) > 0 {
		f.Note(draft.NotesOut, "%s left out", draft.Count(len(o.notes), "footnote", "footnotes"))
	}
	if o.hidden > 0 {
		f.Note(draft.HiddenOut, "%s left out", draft.Count(o.hidden, "hidden paragraph", "hidden paragraphs"))
	}
	f.OfferDateline()
}

// withoutEchoes takes out descriptions of pictures that the caption repeats.
func withoutEchoes(blocks []draft.Block) []draft.Block {
	var kept []draft.Block
	for i, b := range blocks {
		if b.Kind == briefing.Furniture && (i > 0 && blocks[i-1].Text == b.Text || i+1 < len(blocks) && blocks[i+1].Text == b.Text) {
			continue
		}
		kept = append(kept, b)
	}
	return kept
}

// titleFromHeading takes the heading that a document begins with for its
// title, where it states none.
func titleFromHeading(f *draft.File) {
	if a := &f.Article; a.Title == "" && len(a.Paragraphs) > 0 && a.Paragraphs[0].Kind == briefing.Heading {
		a.Title = letters.Clean(a.Paragraphs[0].Of(a.Text))
	}
}

// maxTitle is the most bytes a title is collected to.
const maxTitle = 1000

// documentTitle parts the headline in the title of a document from the
// outlet's name behind it, where one of the first lines shows the headline
// alone.
func documentTitle(stated string, blocks []draft.Block) (title, outlet string) {
	const most = 8 // lines
	for _, b := range blocks[:min(len(blocks), most)] {
		line := letters.Clean(b.Text)
		rest, ok := strings.CutPrefix(stated, line)
		if !ok || !strings.Contains(line, " ") || rest == "" {
			continue
		}
		if outlet := letters.OutletBehind(rest); outlet != "" {
			return line, outlet
		}
	}
	return stated, ""
}

// kindOfStyle returns the kind of a paragraph by the name of its style, which
// stays English in the files of most languages.
func kindOfStyle(style string) briefing.ParagraphKind {
	s := strings.ToLower(style)
	switch {
	case strings.HasPrefix(s, "heading"), s == "title", s == "subtitle":
		return briefing.Heading
	case strings.Contains(s, "quote"), strings.Contains(s, "quotation"), s == "block text", s == "blocktext":
		return briefing.Quotation
	case strings.HasPrefix(s, "list"):
		return briefing.ListItem
	case strings.Contains(s, "caption"):
		return briefing.Caption
	}
	return briefing.Body
}
