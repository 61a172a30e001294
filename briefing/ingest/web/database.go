package web

import (
	"strings"

	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/database"
	"example.org/attache/briefing/ingest/draft"
	"golang.org/x/net/html"
)

// splitPage takes a page of a database apart and reports whether it is one.
func splitPage(f *draft.File, doc *html.Node) bool {
	if f.Options.Whole {
		return false
	}
	seen := func(n *html.Node) []cutting.Block {
		var all []cutting.Block
		for _, b := range Blocks(n) {
			all = append(all, cutting.Block{Text: b.Text, Kind: b.Kind})
		}
		return all
	}
	if f.Held = database.FromHTML(doc, seen); f.Held == nil && database.MayBe(shownText(doc)) {
		f.Held = database.FromBlocks(seen(doc))
	}
	return f.Held != nil
}

// shownText returns the text of a page without its scripts and styles.
func shownText(doc *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && !hasText(n) {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	return b.String()
}

// ReadBare reads a page that is an article alone, without a site around it.
func ReadBare(f *draft.File) error {
	source, err := f.Decode()
	if err != nil {
		return err
	}
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		f.Note(draft.PlainReading, "the page is too deeply nested to tell body from furniture: all of its text was taken")
		f.LayOut(PlainBlocks(source))
		return nil
	}
	f.LayOut(Settle(Whole(f, doc)))
	return nil
}
