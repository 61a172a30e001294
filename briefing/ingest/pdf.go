package ingest

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"example.org/attache/briefing"
	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
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
		engine = ownEngine()
	}
	p, err := engine.instance()
	if err != nil {
		return fmt.Errorf("start the reader of PDF files: %w", err)
	}
	defer p.Close()
	data := f.data
	opened, err := p.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return unopened(err, f.data)
	}
	d := pdfDocument{pdf: p, ref: opened.Document}
	if err := d.read(); err != nil {
		return err
	}
	whole := endsWhole(f.data)
	switch {
	case d.letters == 0 && len(d.pages) > 0 && whole:
		return fmt.Errorf("%w: this PDF holds pictures of pages, no text; run text recognition, then add it again", briefing.ErrEmpty)
	case !whole && d.letters == 0:
		return errCutPDF
	case len(d.pages) == 0:
		return errBadPDF
	case d.unknown*3 > d.letters+d.unknown:
		return fmt.Errorf("%w: this PDF does not say which letters it shows; run text recognition, then add it again", briefing.ErrEmpty)
	}
	if !whole {
		f.note(EndsEarly, "the file ends early")
	}
	if d.blank > 0 {
		f.note(PartsLost, "%s without text", count(d.blank, "page", "pages"))
	}

	lay := layPages(d.pages)
	blocks, joined := lay.blocks()
	f.layOut(blocks)
	if joined > 0 {
		f.note(WordsJoined, "%s put together", count(joined, "word divided at a line end was", "words divided at line ends were"))
	}
	if d.numbers > 0 {
		f.note(NumbersOut, "%s left out", count(d.numbers, "number of a note", "numbers of notes"))
	}
	f.article.Source.Encoding = "pdf"
	f.article.Title = d.title(lay.title)
	f.article.URL = webAddress(lay.address)
	if made := pdfDate(d.meta("CreationDate")); made.Known() {
		f.note(DateUnsure, "the PDF was made on %s, which need not be the article's date", made)
	}
	return nil
}

var (
	errCutPDF = fmt.Errorf("%w: the PDF ends early, a part of it is missing; save it again, then add it again", briefing.ErrDamaged)
	errBadPDF = fmt.Errorf("%w: the PDF cannot be opened; save it again, then add it again", briefing.ErrDamaged)
)

// unopened says why PDFium could not open a file.
func unopened(err error, data []byte) error {
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return fmt.Errorf("%w: the PDF is locked with a password; open it, print it to a PDF without one and add that", briefing.ErrUnsupported)
	case !endsWhole(data):
		return errCutPDF
	}
	return errBadPDF
}

// endsWhole reports whether a PDF has its end mark where readers look for it.
func endsWhole(data []byte) bool {
	const near = 8 << 10 // some servers and mail programs add bytes
	return bytes.Contains(data[max(0, len(data)-near):], []byte("%%EOF"))
}

// pdfDocument is an open PDF.
type pdfDocument struct {
	pdf pdfium.Pdfium
	ref references.FPDF_DOCUMENT

	pages   []pdfPage
	letters int // letters and digits
	numbers int // of notes, left out
	unknown int // characters that it is not said of what they are
	blank   int // pages without letters
}

// read reads the lines of all pages.
func (d *pdfDocument) read() error {
	n, err := d.pdf.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: d.ref})
	if err != nil {
		return fmt.Errorf("%w: the PDF has no pages: %v", briefing.ErrDamaged, err)
	}
	size := 0
	for i := range n.PageCount {
		p, err := d.page(i)
		if err != nil {
			d.blank++
			continue
		}
		size += p.size
		if size > MaxText*5/4 { // the rest is blanks
			return fmt.Errorf("%w: its text has more than %d MB: split it and add the parts", briefing.ErrTooLarge, MaxText>>20)
		}
		d.letters, d.unknown = d.letters+p.letters, d.unknown+p.unknown
		d.numbers += p.noteNumbers
		if p.letters == 0 {
			d.blank++
		}
		d.pages = append(d.pages, p)
	}
	return nil
}

// meta returns an entry of the document's information dictionary.
func (d *pdfDocument) meta(tag string) string {
	m, err := d.pdf.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: d.ref, Tag: tag})
	if err != nil {
		return ""
	}
	return m.Value
}

// title returns the title the document states, or the one it shows. Stated
// titles are often the name of a file, or of a page with its outlet behind.
func (d *pdfDocument) title(shown string) string {
	stated, shown := clean(d.meta("Title")), clean(shown)
	if fileTitle.MatchString(stated) || !strings.Contains(stated, " ") && shown != "" {
		stated = ""
	}
	if rest, ok := strings.CutPrefix(stated, shown); ok && outletBehind.MatchString(rest) {
		stated = shown
	}
	return or(stated, shown)
}

var (
	fileTitle    = regexp.MustCompile(`(?i)^(?:microsoft (?:word|powerpoint) - .*|untitled.*|document ?\d*|about:blank|\(anonymous\)|.*\.(?:docx?|pdf|indd|qxp|qxd|odt|rtf|html?|txt|tex|dvi|cdr|p65|pmd))$`)
	outletBehind = regexp.MustCompile(`^\s*[|–—:·»-]\s`)
	pdfDateForm  = regexp.MustCompile(`^(?:D:)?(\d{4})(\d{2})(\d{2})`)
)

// pdfDate reads a date as D:20191205101112+01'00'.
func pdfDate(s string) briefing.Date {
	if m := pdfDateForm.FindStringSubmatch(s); m != nil {
		return day(m[1], m[2], m[3])
	}
	return briefing.Date{}
}
