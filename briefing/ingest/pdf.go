package ingest

import (
	"bytes"
	"slices"
	"strings"

	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/ingest/pdf"
	"example.org/attache/briefing/pattern"
)

// isPDF reports whether a file is a PDF. Mail programs put lines before its
// mark; readers allow 1,024 bytes.
func isPDF(head []byte, _ string) bool {
	return bytes.HasPrefix(head, []byte("%PDF-")) || bytes.Contains(head[:min(len(head), 1024)], []byte("\n%PDF-"))
}

// readPDF reads the text of a PDF: its lines become paragraphs again, and
// running heads, page numbers and notes are left out in their places. A PDF
// states no day of publication, only that of its making.
func readPDF(f *draft.File) error {
	engine := f.Options.Engine
	if engine == nil {
		engine = pdf.OwnEngine()
	}
	d, err := pdf.Read(engine, f.Data)
	if err != nil {
		return err
	}
	if !d.Whole {
		f.Note(draft.EndsEarly, "the file ends early")
	}
	if d.Blank > 0 {
		f.Note(draft.PartsLost, "%s without text", draft.Count(d.Blank, "page", "pages"))
	}
	f.LayOut(draft.BlocksFrom(d.Blocks))
	if d.Joined > 0 {
		f.Note(draft.WordsJoined, "%s put together", draft.Count(d.Joined, "word divided at a line end was", "words divided at line ends were"))
	}
	if d.Numbers > 0 {
		f.Note(draft.NumbersOut, "%s left out", draft.Count(d.Numbers, "number of a note", "numbers of notes"))
	}
	f.Article.Source.Encoding = "pdf"
	f.Article.Title, f.Article.Outlet = letters.Clean(d.Title), letters.Clean(d.Outlet)
	f.Article.URL = draft.WebAddress(d.Address)
	portfolio(f, d.Files)
	if f.Held != nil {
		return nil
	}
	if made := dates.Stated(d.Made, ""); made.Known() {
		f.Note(draft.DateUnsure, "the PDF was made on %s, which need not be the article's date", made)
	}
	return nil
}

// portfolio takes the files that are attached to a PDF: each that is read is
// an article. The PDF's own pages are one too, unless they only say that there
// are files. The others are named.
func portfolio(f *draft.File, files []pdf.File) {
	var all []cutting.Cutting
	var names []string
	for _, a := range files {
		if a.Name == "attache-trace.json" { // of a briefing of ours: where its words come from
			continue
		}
		k, err := kindOf(a.Name, a.Data)
		if err != nil || f.Options.Whole || !slices.Contains(k.exts, draft.Ext(a.Name)) {
			names = append(names, letters.Or(a.Name, "?"))
			continue
		}
		all = append(all, cutting.Cutting{Name: a.Name, Data: a.Data})
	}
	if len(names) > 0 {
		f.Note(draft.Attachments, "%s not read: %s", draft.Count(len(names), "attachment", "attachments"), strings.Join(names[:min(len(names), 5)], ", "))
	}
	if len(all) == 0 {
		return
	}
	const cover = 600 // letters of a page that only says what a portfolio is
	if a := &f.Article; letters.Count(a.Text) >= cover || !portfolioPage().MatchString(a.Text) && letters.Count(a.Text) > 0 {
		all = append([]cutting.Cutting{{Title: a.Title, Outlet: a.Outlet, URL: a.URL, Blocks: draft.CuttingBlocks(a.Text, a.Paragraphs)}}, all...)
		f.DropNotes(draft.BlocksOut) // it is told of again
	}
	f.Held = all
}

// portfolioPage is what programs write on the page of a portfolio.
var portfolioPage = pattern.New(`(?i)portfolio|for the best experience|acrobat|adobe reader|attachments?`)
