package ingest

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/database"
	"golang.org/x/net/html"
)

// split takes a text or document apart that a database of the press has handed
// out. A page is taken apart by splitPage, which needs its tags.
func (f *file) split() {
	if f.held != nil || f.options.Whole {
		return
	}
	a := &f.article
	switch a.Source.Reader {
	case "text":
		f.held = database.FromText(a.Text, func(s string) []cutting.Block { return cuttingBlocks(s, textParagraphs(s)) })
	case "docx", "odt", "rtf", "pdfium":
		blocks := cuttingBlocks(a.Text, a.Paragraphs)
		if f.held = database.FromBlocks(blocks); f.held == nil {
			f.held = database.FromReview(blocks)
		}
	case "mail":
		f.held = database.FromReview(cuttingBlocks(a.Text, a.Paragraphs))
	}
}

// splitPage takes a page of a database apart and reports whether it is one.
func (f *file) splitPage(doc *html.Node) bool {
	if f.options.Whole {
		return false
	}
	seen := func(n *html.Node) []cutting.Block {
		var all []cutting.Block
		for _, b := range blocksOf(n) {
			all = append(all, cutting.Block{Text: b.text, Kind: b.kind})
		}
		return all
	}
	if f.held = database.FromHTML(doc, seen); f.held == nil && database.MayBe(textOf(doc)) {
		f.held = database.FromBlocks(seen(doc))
	}
	return f.held != nil
}

// readBare reads a page that is an article alone, without a site around it.
func readBare(f *file) error {
	source, err := f.decode()
	if err != nil {
		return err
	}
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		f.note(PlainReading, "the page is too deeply nested to tell body from furniture: all of its text was taken")
		f.layOut(plainBlocks(source))
		return nil
	}
	f.layOut(everything(blocksOf(doc)))
	return nil
}

// cuttingBlocks are the paragraphs of a text.
func cuttingBlocks(text string, paragraphs []briefing.Paragraph) []cutting.Block {
	all := make([]cutting.Block, len(paragraphs))
	for i, p := range paragraphs {
		all[i] = cutting.Block{Text: p.Of(text), Kind: p.Kind}
	}
	return all
}
