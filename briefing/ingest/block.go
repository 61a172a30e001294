package ingest

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/letters"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// block is a run of a page's text that a reader sees as one paragraph.
type block struct {
	text    string
	kind    briefing.ParagraphKind // what the tags around it say
	hint    hint                   // what the tags around it say of furniture
	nodes   []*html.Node           // its text nodes
	at      int                    // the number of its first text node
	letters int                    // letters and digits
	linked  int                    // those inside links
	bold    int                    // those in bold or slanted type
}

// textMark is the attribute that numbers text nodes. Text nodes have no
// attributes of their own and nothing renders them, but they are copied with
// the node: so a text is known again in what readability leaves of the page.
const textMark = "attache-text"

// blocksOf returns the blocks of a page in order and numbers its text nodes.
// What no reader sees, such as scripts, buttons and hidden elements, is not
// among them.
func blocksOf(doc *html.Node) []block {
	return slices.DeleteFunc(layoutOf(doc).blocks, func(b block) bool { return b.hint&hiddenHint != 0 })
}

// layout is a page as a reader sees it: its blocks in order, the elements that
// say what they are, and those that hold blocks together.
type layout struct {
	blocks []block
	marks  []mark
	spans  []span
}

// span is an element that stands on lines of its own, by the numbers of its
// text nodes: [first, last).
type span struct {
	first, last int
	depth       int
	hint        hint // what it and the elements around it say
	text        bool // it says that it holds the article's text
	article     bool // <article>, <main> or the like
}

func layoutOf(doc *html.Node) layout {
	var w blockWriter
	w.walk(doc, place{kind: briefing.Body})
	w.end()
	return w.layout
}

// place is what the elements around a node say about it.
type place struct {
	kind   briefing.ParagraphKind
	hint   hint
	linked bool
	bold   bool
	pre    bool
}

type blockWriter struct {
	layout
	depth  int
	open   block
	text   strings.Builder
	space  rune // what is due before the next word: 0, ' ', '\t' or '\n'
	breaks int  // <br> in a row
	last   rune // written
	n      int  // text nodes
}

// walk is recursive: the parser allows 512 levels.
func (w *blockWriter) walk(n *html.Node, at place) {
	switch n.Type {
	case html.TextNode:
		n.Attr = []html.Attribute{{Key: textMark, Val: strconv.Itoa(w.n)}}
		w.n++
		w.write(n, at)
		return
	case html.DocumentNode:
	case html.ElementNode:
		switch {
		case !hasText(n), refersToNote(n):
			return
		case hidden(n):
			if !dividing(n) {
				return
			}
			at.hint |= hiddenHint
		}
	default:
		return
	}
	inner := at.within(n)
	switch n.DataAtom {
	case atom.Br:
		w.lineBreak()
		return
	case atom.Td, atom.Th:
		if w.text.Len() > 0 {
			w.space = '\t'
		}
	case atom.Hr:
		w.end()
	}
	divides := dividing(n)
	if divides {
		w.end()
	}
	first, marked := w.n, len(w.marks)
	w.depth++
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, inner)
	}
	w.depth--
	if m, ok := markOf(n, inner, first, w.marks[marked:]); ok && at.hint&hiddenHint == 0 {
		w.marks = append(w.marks, m)
	}
	if divides {
		w.end()
		if w.n > first && n.DataAtom != atom.P && at.hint&hiddenHint == 0 {
			w.spans = append(w.spans, spanOf(n, span{first: first, last: w.n, depth: w.depth, hint: inner.hint}))
		}
	}
}

// within returns what n adds to a place.
func (at place) within(n *html.Node) place {
	if n.Type != html.ElementNode {
		return at
	}
	own := hintOf(n)
	at.hint |= own
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		at.kind = briefing.Heading
	case atom.Li, atom.Dt, atom.Dd:
		at.kind = briefing.ListItem
	case atom.Blockquote:
		at.kind = briefing.Quotation
	case atom.Figcaption, atom.Caption:
		at.kind = briefing.Caption
	case atom.Figure:
		if !holdsText(n) {
			at.kind = briefing.Caption
		}
	case atom.A:
		at.linked = true
	case atom.B, atom.Strong, atom.I, atom.Em:
		at.bold = true
	case atom.Pre:
		at.pre = true
	}
	if at.hint&captionHint != 0 || own&pictureHint != 0 && underPicture(n) {
		at.kind = briefing.Caption
	}
	return at
}

const captionMost = 400 // bytes: longer ones are no captions

// holdsText reports whether a figure is around much more than a caption:
// some systems put the whole article into one.
func holdsText(n *html.Node) bool {
	size, paragraphs := 0, 0
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode && c.Parent.DataAtom != atom.Figcaption:
			size += len(strings.TrimSpace(c.Data))
		case c.DataAtom == atom.P:
			paragraphs++
		}
	}
	return size > captionMost && paragraphs > 1 || size > 2*captionMost
}

// underPicture reports whether n holds a picture and no more text than a
// caption.
func underPicture(n *html.Node) bool {
	size, picture := 0, false
	for c := range n.Descendants() {
		switch {
		case c.Type == html.TextNode:
			if size += len(strings.TrimSpace(c.Data)); size > captionMost {
				return false
			}
		case c.DataAtom == atom.Img || c.DataAtom == atom.Picture:
			picture = true
		}
	}
	return picture
}

// spanOf completes a span with what its element says.
func spanOf(n *html.Node, s span) span {
	s.article = n.DataAtom == atom.Article || n.DataAtom == atom.Main
	s.text = hintOf(n)&textHint != 0
	return s
}

// write adds a text node to the open block.
func (w *blockWriter) write(n *html.Node, at place) {
	w.say(n.Data, at)
	w.open.nodes = append(w.open.nodes, n)
}

// say adds text to the open block. Blanks are collapsed as a browser does;
// characters of no width, which readers never see, are left out.
func (w *blockWriter) say(s string, at place) {
	for _, r := range s {
		switch {
		case letters.Invisible(r) && !letters.Shaping(r, w.last):
			continue
		case at.pre && r == '\n':
			w.space = '\n'
			continue
		case unicode.IsSpace(r) || unicode.IsControl(r): // references such as &#7; name any
			if w.space == 0 {
				w.space = ' '
			}
			continue
		}
		if w.text.Len() == 0 {
			w.open.kind, w.open.hint, w.open.at = at.kind, at.hint, w.n-1
		} else if w.space != 0 {
			w.text.WriteRune(w.space)
		}
		w.open.hint &= at.hint // of a block, only what holds for all of it
		w.space, w.breaks, w.last = 0, 0, r
		w.text.WriteRune(r)
		if readable(r) {
			w.open.letters++
			if at.linked {
				w.open.linked++
			}
			if at.bold {
				w.open.bold++
			}
		}
	}
}

// lineBreak ends the line; two in a row end the block.
func (w *blockWriter) lineBreak() {
	if w.breaks++; w.breaks > 1 {
		w.end()
		return
	}
	w.space = '\n'
}

// end closes the open block.
func (w *blockWriter) end() {
	if w.text.Len() > 0 {
		w.open.text = w.text.String()
		if b := &w.open; b.kind == briefing.Body && b.bold == b.letters && b.letters > 0 && strings.HasSuffix(b.text, "?") {
			b.kind = briefing.Heading // the question of an interview
		}
		w.blocks = append(w.blocks, w.open)
	}
	w.text.Reset()
	w.open, w.space, w.breaks = block{}, 0, 0
}

// blocksFrom makes blocks of those that another package has read.
func blocksFrom(read []cutting.Block) []block {
	blocks := make([]block, 0, len(read))
	for _, b := range read {
		if b.Text != "" {
			blocks = append(blocks, block{text: b.Text, kind: b.Kind, letters: letters.Count(b.Text)})
		}
	}
	return blocks
}

// dividing reports whether an element stands on lines of its own.
func dividing(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Head, atom.Header,
		atom.Hgroup, atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre,
		atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Tfoot, atom.Thead, atom.Title, atom.Tr, atom.Ul:
		return true
	}
	return false
}

// unseen reports whether a reader never sees the element's text.
func unseen(n *html.Node) bool { return !hasText(n) || hidden(n) }

// refersToNote reports whether an element is the number of a note: it would
// stick to the word before it.
func refersToNote(n *html.Node) bool {
	switch {
	case n.DataAtom == atom.A && (attr(n, "role") == "doc-noteref" || strings.Contains(attr(n, "epub:type"), "noteref")),
		attr(n, "role") == "doc-backlink", n.DataAtom == atom.A && strings.HasPrefix(attr(n, "class"), "footnote-back"):
		return true
	case n.DataAtom != atom.Sup:
		return false
	}
	link := false
	for c := range n.Descendants() {
		switch {
		case c.DataAtom == atom.A && strings.HasPrefix(attr(c, "href"), "#"):
			link = true
		case c.Type == html.TextNode && strings.Trim(c.Data, "0123456789[]()* \n\t") != "":
			return false
		}
	}
	return link
}

// hasText reports whether an element can hold text of the page.
func hasText(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math, atom.Iframe, atom.Object,
		atom.Embed, atom.Applet, atom.Canvas, atom.Audio, atom.Video, atom.Select, atom.Textarea, atom.Button,
		atom.Datalist, atom.Input, atom.Meter, atom.Progress, atom.Dialog, atom.Frameset, atom.Noframes, atom.Rt, atom.Rp:
		return false
	}
	return true
}

// hidden reports whether an element says that it is not shown: until somebody
// asks for the rest of the text, or for good.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return a.Val != "until-found"
		case "style":
			style := strings.ToLower(strings.Join(strings.Fields(a.Val), ""))
			if strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}
