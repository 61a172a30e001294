package ingest

import (
	"bytes"
	"example.org/attache/briefing/dates"

	"example.org/attache/briefing/ingest/pdf"
)

// isPDF reports whether a file is a PDF. Mail programs put lines before its
// mark; readers allow 1,024 bytes.
func isPDF(head []byte, _ string) bool {
	return bytes.HasPrefix(head, []byte("%PDF-")) || bytes.Contains(head[:min(len(head), 1024)], []byte("\n%PDF-"))
}

// readPDF reads the text of a PDF: its lines become paragraphs again, and
// running heads, page numbers and notes are left out in their places. A PDF
// states no day of publication, only that of its making.
func readPDF(f *file) error {
	engine := f.options.engine
	if engine == nil {
		engine = pdf.OwnEngine()
	}
	d, err := pdf.Read(engine, f.data)
	if err != nil {
		return err
	}
	if !d.Whole {
		f.note(EndsEarly, "the file ends early")
	}
	if d.Blank > 0 {
		f.note(PartsLost, "%s without text", count(d.Blank, "page", "pages"))
	}
	f.layOut(blocksFrom(d.Blocks))
	if d.Joined > 0 {
		f.note(WordsJoined, "%s put together", count(d.Joined, "word divided at a line end was", "words divided at line ends were"))
	}
	if d.Numbers > 0 {
		f.note(NumbersOut, "%s left out", count(d.Numbers, "number of a note", "numbers of notes"))
	}
	f.article.Source.Encoding = "pdf"
	f.article.Title = clean(d.Title)
	f.article.URL = webAddress(d.Address)
	if made := dates.Stated(d.Made, ""); made.Known() {
		f.note(DateUnsure, "the PDF was made on %s, which need not be the article's date", made)
	}
	return nil
}
