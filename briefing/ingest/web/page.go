// Package web reads saved web pages: what on a page is the article (page.go
// tells the story, layout.go, body.go and region.go do it), its headline, its
// writers and its day, as the page states them for programs and as they stand
// on it. It also tells pages of several articles. Nothing that a page refers
// to is loaded.
package web

import (
	"bytes"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
	"golang.org/x/net/html"
)

// Is reports whether head looks like a web page: it begins with the tags
// that pages begin with, or has a page's extension and any tag at all.
func Is(head []byte, ext string) bool {
	low := letters.Lower(head)
	if letters.Wide(head) != "" || bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) {
		low = bytes.ReplaceAll(bytes.TrimLeft(low, "\xFF\xFE"), []byte{0}, nil)
	}
	low = letters.TrimStart(low)
	for bytes.HasPrefix(low, []byte("<!--")) || bytes.HasPrefix(low, []byte("<?xml")) {
		_, rest, ok := bytes.Cut(low, []byte(">"))
		if bytes.HasPrefix(low, []byte("<!--")) {
			_, rest, ok = bytes.Cut(low, []byte("-->"))
		}
		if !ok {
			break
		}
		low = letters.TrimStart(rest)
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta "} {
		if bytes.HasPrefix(low, []byte(tag)) {
			return true
		}
	}
	if draft.KnownAs(ext, ".html", ".htm", ".xhtml") && letters.IsText(head, ext) {
		for _, tag := range []string{"<p", "<div", "<br", "<!--", "<h1", "<h2", "<article", "<section", "<span", "<a ", "<table", "</", "<html", "<body", "<script"} {
			if bytes.Contains(low, []byte(tag)) {
				return true
			}
		}
	}
	return false
}

// Read reads a saved web page: its metadata, then its body with the
// captions and the furniture that stand inside it.
func Read(f *draft.File) error {
	source, err := f.Decode()
	if err != nil {
		return err
	}
	if endsEarly(source) {
		f.Note(draft.EndsEarly, "the file ends early")
	}
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		// The parser refuses pages nested deeper than 512 elements.
		f.Note(draft.PlainReading, "the page is too deeply nested to tell body from furniture: all of its text was taken")
		f.Article.Source.Reader = "tokens"
		f.LayOut(PlainBlocks(source))
		return nil
	}
	if splitPage(f, doc) || splitEndless(f, doc) {
		return nil
	}
	openShadows(doc)
	shown := LayoutOf(doc)
	page := MetadataOf(doc, source, f.Address, shown.Blocks, shown.Marks)
	if isReaderView(source) {
		page.fromReaderView(doc)
	}
	Lighten(doc)
	c := selectBody(doc, shown, page)
	page.fillFrom(c.seen)
	page.apply(f)
	if stated := onlyStated(page.body, c.body); stated != nil {
		c = chosen{body: stated, rest: elsewhere(slices.Concat(c.body, c.rest), stated)}
		f.Note(draft.BodyStated, "the text is the one that the page states for programs: it is not on the page")
	}
	f.LayOut(c.body)
	f.LayBehind(c.rest)
	noteHidden(f, c.hidden)
	if n := len(c.rest); n > 0 {
		f.Note(draft.PageRest, "%s elsewhere on the page not taken", draft.Count(n, "paragraph", "paragraphs"))
	}
	return nil
}

// Whole returns the blocks of a page that is an article alone. What was hidden
// is furniture, and told of in a note; words of hidden buttons are left.
func Whole(f *draft.File, doc *html.Node) []draft.Block {
	kept, hidden := withHidden(LayoutOf(doc).Blocks)
	noteHidden(f, hidden)
	return kept
}

// withHidden returns the blocks, the paragraphs among them that are hidden as
// furniture, and how many these are.
func withHidden(blocks []draft.Block) (kept []draft.Block, hidden int) {
	for _, b := range blocks {
		if b.Hint&draft.HiddenHint != 0 {
			if !b.Paragraph() {
				continue
			}
			b.Kind = briefing.Furniture
			hidden++
		}
		kept = append(kept, b)
	}
	return kept, hidden
}

// noteHidden says how many paragraphs were hidden when the page was saved.
func noteHidden(f *draft.File, n int) {
	if n > 0 {
		f.Note(draft.HiddenOut, "%s left out", draft.Count(n, "hidden paragraph", "hidden paragraphs"))
	}
}

// Lighten drops what embedded pictures and styles weigh: a page saved as one
// file holds megabytes of them in attributes, which readability would search.
func Lighten(doc *html.Node) {
	const most = 2 << 10 // bytes of an attribute
	for n := range inside(doc) {
		for i := range n.Attr {
			if len(n.Attr[i].Val) > most {
				n.Attr[i].Val = ""
			}
		}
	}
}
