package ingest

import (
	"bytes"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"golang.org/x/net/html"
)

// isHTML reports whether head looks like a web page: it begins with the tags
// that pages begin with, or has a page's extension and any tag at all.
func isHTML(head []byte, ext string) bool {
	low := bytes.ToLower(head)
	if wide(head) != "" || bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		low = bytes.ReplaceAll(bytes.TrimLeft(low, "\xFF\xFE"), []byte{0}, nil)
	}
	low = trimStart(low)
	for bytes.HasPrefix(low, []byte("<!--")) || bytes.HasPrefix(low, []byte("<?xml")) {
		_, rest, ok := bytes.Cut(low, []byte(">"))
		if bytes.HasPrefix(low, []byte("<!--")) {
			_, rest, ok = bytes.Cut(low, []byte("-->"))
		}
		if !ok {
			break
		}
		low = trimStart(rest)
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta "} {
		if bytes.HasPrefix(low, []byte(tag)) {
			return true
		}
	}
	if knownAs(ext, ".html", ".htm", ".xhtml") && isText(head, ext) {
		for _, tag := range []string{"<p", "<div", "<br", "<!--", "<h1", "<h2", "<article", "<section", "<span", "<a ", "<table", "</", "<html", "<body", "<script"} {
			if bytes.Contains(low, []byte(tag)) {
				return true
			}
		}
	}
	return false
}

// knownAs reports whether ext is one of exts.
func knownAs(ext string, exts ...string) bool { return slices.Contains(exts, ext) }

// readHTML reads a saved web page: its metadata, then its body with the
// captions and the furniture that stand inside it.
func readHTML(f *file) error {
	source, err := f.decode()
	if err != nil {
		return err
	}
	if endsEarly(source) {
		f.note(EndsEarly, "the file ends early")
	}
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		// The parser refuses pages nested deeper than 512 elements.
		f.note(PlainReading, "the page is too deeply nested to tell body from furniture: all of its text was taken")
		f.article.Source.Reader = "tokens"
		f.layOut(plainBlocks(source))
		return nil
	}
	if f.splitPage(doc) || f.splitEndless(doc) {
		return nil
	}
	openShadows(doc)
	shown := layoutOf(doc)
	page := metadataOf(doc, source, f.address, shown.blocks, shown.marks)
	if isReaderView(source) {
		page.fromReaderView(doc)
	}
	lighten(doc)
	c := selectBody(doc, shown, page)
	page.fillFrom(c.seen)
	page.apply(f)
	if stated := onlyStated(page.body, c.body); stated != nil {
		c = chosen{body: stated}
		f.note(BodyStated, "the text is the one that the page states for programs: it is not on the page")
	}
	f.layOut(c.body)
	f.noteNumbers(c.body)
	if c.hidden > 0 {
		f.note(HiddenOut, "%s left out", count(c.hidden, "hidden paragraph", "hidden paragraphs"))
	}
	if c.rest > 0 {
		f.note(PageRest, "%s elsewhere on the page not taken", count(c.rest, "paragraph", "paragraphs"))
	}
	return nil
}

// noteNumbers says how many elements of lists have numbers that a browser
// makes and the page does not hold.
func (f *file) noteNumbers(blocks []block) {
	n := 0
	for _, b := range blocks {
		if b.kind == briefing.ListItem && b.hint&orderedHint != 0 {
			n++
		}
	}
	if n > 0 {
		f.note(NumbersOut, "%s left out", count(n, "list number", "list numbers"))
	}
}

// lighten drops what embedded pictures and styles weigh: a page saved as one
// file holds megabytes of them in attributes, which readability would search.
func lighten(doc *html.Node) {
	const most = 2 << 10 // bytes of an attribute
	for n := range doc.Descendants() {
		for i := range n.Attr {
			if len(n.Attr[i].Val) > most {
				n.Attr[i].Val = ""
			}
		}
	}
}

// layOut sets the article's text: one paragraph a block, with an empty line
// between.
func (f *file) layOut(blocks []block) {
	var b strings.Builder
	out := 0
	for _, bl := range blocks {
		if bl.text == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(bl.text)
		f.article.Paragraphs = append(f.article.Paragraphs, briefing.Paragraph{
			Span: briefing.Span{Start: start, End: b.Len()}, Kind: bl.kind,
		})
		if bl.kind == briefing.Furniture {
			out++
		}
	}
	f.article.Text = b.String()
	if out > 0 {
		f.note(BlocksOut, "%s left out", count(out, "block", "blocks"))
	}
}
