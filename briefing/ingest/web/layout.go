package web

import (
	"slices"
	"strconv"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// textMark is the attribute that numbers text nodes. Text nodes have no
// attributes of their own and nothing renders them, but they are copied with
// the node: so a text is known again in what readability leaves of the page.
const textMark = "attache-text"

// Blocks returns the blocks of a page in order and numbers its text nodes.
// What no reader sees, such as scripts, buttons and hidden elements, is not
// among them.
func Blocks(doc *html.Node) []draft.Block {
	return slices.DeleteFunc(LayoutOf(doc).Blocks, func(b draft.Block) bool { return b.Hint&draft.HiddenHint != 0 })
}

// Layout is a page as a reader sees it: its blocks in order, the elements that
// say what they are, and those that hold blocks together.
type Layout struct {
	Blocks []draft.Block
	Marks  []mark
	spans  []span
}

// span is an element that stands on lines of its own, by the numbers of its
// text nodes: [first, last).
type span struct {
	first, last int
	depth       int
	hint        draft.Hint // what it and the elements around it say
	text        bool       // it says that it holds the article's text
	article     bool       // <article>, <main> or the like
}

// LayoutOf lays a page out and numbers its text nodes.
func LayoutOf(doc *html.Node) Layout {
	var w layoutWriter
	w.walk(doc, draft.Place{Kind: briefing.Body})
	w.End()
	return Layout{w.Blocks, w.marks, w.spans}
}

// layoutWriter lays a page out.
type layoutWriter struct {
	draft.Writer
	marks  []mark
	spans  []span
	depth  int
	list   *orderedList // that is open; nil for one without numbers
	number string       // of the element of it that has no text yet
}

// walk is recursive: the parser allows 512 levels.
func (w *layoutWriter) walk(n *html.Node, at draft.Place) {
	switch n.Type {
	case html.TextNode:
		w.N++
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
			at.Hint |= draft.HiddenHint
		}
	default:
		return
	}
	var own draft.Hint
	if n.Type == html.ElementNode {
		own = hintOf(n)
	}
	inner := within(at, n, own)
	switch n.DataAtom {
	case atom.Br:
		w.LineBreak()
		return
	case atom.Td, atom.Th:
		if w.Text.Len() > 0 {
			w.Space = '\t'
		}
	case atom.Hr:
		w.End()
	case atom.Ol, atom.Ul, atom.Li:
		defer w.within(n)()
	}
	divides := dividing(n)
	if divides {
		w.End()
	}
	first, marked := w.N, len(w.marks)
	w.depth++
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, inner)
	}
	w.depth--
	if m, ok := markOf(n, inner, own, first, w.marks[marked:]); ok && at.Hint&draft.HiddenHint == 0 {
		w.marks = append(w.marks, m)
	}
	if divides {
		w.End()
		if w.N > first && n.DataAtom != atom.P && at.Hint&draft.HiddenHint == 0 {
			w.spans = append(w.spans, spanOf(n, own, span{first: first, last: w.N, depth: w.depth, hint: inner.Hint}))
		}
	}
}

// within returns what n, which itself says own, adds to a place.
func within(at draft.Place, n *html.Node, own draft.Hint) draft.Place {
	at.Hint |= own
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		at.Kind = briefing.Heading
	case atom.Li, atom.Dt, atom.Dd:
		at.Kind = briefing.ListItem
	case atom.Blockquote:
		at.Kind = briefing.Quotation
	case atom.Figcaption, atom.Caption:
		at.Kind = briefing.Caption
	case atom.Figure:
		if !holdsText(n) {
			at.Kind = briefing.Caption
		}
	case atom.P:
		if slantedUnderPicture(n) {
			at.Kind = briefing.Caption
		}
	case atom.A:
		at.Linked = true
	case atom.B, atom.Strong, atom.I, atom.Em:
		at.Bold = true
	case atom.Pre:
		at.Pre = true
	}
	if at.Hint&draft.CaptionHint != 0 || own&draft.PictureHint != 0 && underPicture(n) {
		at.Kind = briefing.Caption
	}
	return at
}

const captionMost = 400 // bytes: longer ones are no captions

// holdsText reports whether a figure is around much more than a caption:
// some systems put the whole article into one.
func holdsText(n *html.Node) bool {
	size, paragraphs := 0, 0
	for c := range inside(n) {
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
	for c := range inside(n) {
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

// slantedUnderPicture reports whether a paragraph is a picture and a line in
// slanted or small type, as systems without captions have it:
//
//	<p><img src=…><em>The hall of the talks.</em></p>
func slantedUnderPicture(n *html.Node) bool {
	picture, slanted := false, false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.DataAtom == atom.Img || c.DataAtom == atom.Picture || c.DataAtom == atom.A && underPicture(c):
			picture = true
		case c.DataAtom == atom.Em || c.DataAtom == atom.I || c.DataAtom == atom.Small:
			slanted = true
		case c.DataAtom == atom.Br, c.Type == html.TextNode && strings.TrimSpace(c.Data) == "":
		default:
			return false
		}
	}
	return picture && slanted && underPicture(n)
}

// spanOf completes a span with what its element says.
func spanOf(n *html.Node, own draft.Hint, s span) span {
	s.article = n.DataAtom == atom.Article || n.DataAtom == atom.Main
	s.text = own&draft.TextHint != 0
	return s
}

// write adds a text node to the open block.
func (w *layoutWriter) write(n *html.Node, at draft.Place) {
	w.Say(n.Data, at)
	if w.number != "" && w.Text.Len() > 0 {
		w.Open.Number, w.number = w.number, ""
	}
	size := len(strings.TrimSpace(n.Data))
	if size == 0 {
		return // half of a page's text nodes part others
	}
	n.Attr = []html.Attribute{{Key: textMark, Val: strconv.Itoa(w.N - 1)}}
	w.Open.Pieces = append(w.Open.Pieces, draft.Piece{At: w.N - 1, Size: size})
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
	for c := range inside(n) {
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
