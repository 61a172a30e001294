package ingest

import (
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/database"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/plain"
)

// split takes a text or document apart that a database of the press has handed
// out. A page is taken apart by splitPage, which needs its tags.
func split(f *draft.File) {
	if f.Held != nil || f.Options.Whole {
		return
	}
	a := &f.Article
	switch a.Source.Reader {
	case "text":
		f.Held = database.FromText(a.Text, func(s string) []cutting.Block { return draft.CuttingBlocks(s, plain.Paragraphs(s)) })
	case "docx", "odt", "rtf", "pdfium":
		blocks := draft.CuttingBlocks(a.Text, a.Paragraphs)
		if f.Held = database.FromBlocks(blocks); f.Held == nil {
			f.Held = database.FromReview(blocks)
		}
	case "mail":
		f.Held = database.FromReview(draft.CuttingBlocks(a.Text, a.Paragraphs))
	}
}
