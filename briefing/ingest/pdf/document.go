// Package pdf reads the text of PDF files: the letters and their places come
// from PDFium, lines, columns and paragraphs are made here.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/pattern"
	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// Document is what a PDF says.
type Document struct {
	Blocks  []cutting.Block
	Title   string // stated or shown, "" if neither
	Outlet  string // behind the title, as browsers state it
	Address string // in a running head or foot, as browsers print it
	Made    string // day of its making, ISO 8601, "" if not stated
	Joined  int    // words divided at line ends that were put together
	Numbers int    // of notes, left out
	Blank   int    // pages without letters
	Whole   bool   // it has its end mark
	Files   []File // attached to it, as a portfolio has them
}

// File is a file inside a PDF.
type File struct {
	Name string
	Data []byte
}

// Read reads a PDF. Errors wrap briefing.ErrEmpty, ErrDamaged, ErrUnsupported
// or ErrTooLarge.
func Read(e *Engine, data []byte) (*Document, error) {
	p, err := e.instance()
	if err != nil {
		return nil, fmt.Errorf("start the reader of PDF files: %w", err)
	}
	defer p.Close()
	opened, err := p.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return nil, unopened(err, data)
	}
	d := document{pdf: p, ref: opened.Document}
	if err := d.read(); err != nil {
		return nil, err
	}
	whole := endsWhole(data)
	files := d.files()
	switch {
	case d.letters == 0 && len(files) > 0:
		return &Document{Files: files, Whole: whole}, nil
	case d.letters == 0 && len(d.pages) > 0 && whole:
		return nil, &briefing.RefusedError{Kind: briefing.ErrEmpty, Why: "this PDF holds pictures of pages, no text", Do: "run text recognition, then add it again"}
	case !whole && d.letters == 0:
		return nil, errCut
	case len(d.pages) == 0:
		return nil, errBad
	case d.unknown*3 > d.letters+d.unknown:
		return nil, errLetters
	case garbled(d.pages):
		return nil, errLetters
	}
	lay := layPages(d.pages)
	out := &Document{Address: lay.address, Made: dateOf(d.meta("CreationDate")), Numbers: d.numbers, Blank: d.blank, Whole: whole, Files: files}
	out.Blocks, out.Joined = lay.blocks()
	out.Title, out.Outlet = d.title(lay.title)
	return out, nil
}

var (
	errLetters = &briefing.RefusedError{Kind: briefing.ErrEmpty, Why: "this PDF does not say which letters it shows", Do: "run text recognition, then add it again"}
	errCut     = &briefing.RefusedError{Kind: briefing.ErrDamaged, Why: "the PDF ends early, a part of it is missing", Do: "save it again, then add it again"}
	errBad     = &briefing.RefusedError{Kind: briefing.ErrDamaged, Why: "the PDF cannot be opened", Do: "save it again, then add it again"}
)

// unopened says why PDFium could not open a file.
func unopened(err error, data []byte) error {
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return &briefing.RefusedError{Kind: briefing.ErrUnsupported, Why: "the PDF is locked with a password", Do: "open it, print it to a PDF without one and add that"}
	case !endsWhole(data):
		return errCut
	}
	return errBad
}

// endsWhole reports whether a PDF has its end mark where readers look for it.
func endsWhole(data []byte) bool {
	const near = 8 << 10 // some servers and mail programs add bytes
	return bytes.Contains(data[max(0, len(data)-near):], []byte("%%EOF"))
}

// document is an open PDF.
type document struct {
	pdf pdfium.Pdfium
	ref references.FPDF_DOCUMENT

	pages   []page
	letters int // letters and digits
	numbers int // of notes, left out
	unknown int // characters that it is not said of what they are
	blank   int // pages without letters
}

// read reads the lines of all pages.
func (d *document) read() error {
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
		if size > cutting.MaxText*5/4 { // the rest is blanks
			return fmt.Errorf("%w: its text has more than %d MB: split it and add the parts", briefing.ErrTooLarge, cutting.MaxText>>20)
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

// files returns the files attached to the document. Names that are paths lose
// their folders.
func (d *document) files() []File {
	const most, room = 200, 50 << 20
	n, err := d.pdf.FPDFDoc_GetAttachmentCount(&requests.FPDFDoc_GetAttachmentCount{Document: d.ref})
	if err != nil {
		return nil
	}
	var all []File
	size := 0
	for i := range min(n.AttachmentCount, most) {
		a, err := d.pdf.FPDFDoc_GetAttachment(&requests.FPDFDoc_GetAttachment{Document: d.ref, Index: i})
		if err != nil {
			continue
		}
		name, err := d.pdf.FPDFAttachment_GetName(&requests.FPDFAttachment_GetName{Attachment: a.Attachment})
		if err != nil {
			continue
		}
		f := File{Name: letters.Clean(name.Name[strings.LastIndexAny(name.Name, `/\`)+1:])}
		if c, err := d.pdf.FPDFAttachment_GetFile(&requests.FPDFAttachment_GetFile{Attachment: a.Attachment}); err == nil && size+len(c.Contents) <= room {
			f.Data, size = c.Contents, size+len(c.Contents)
		}
		all = append(all, f)
	}
	return all
}

// garbled reports whether the letters of a document make no words: its fonts
// name them wrongly, as fonts of some typesetters do. A third of the letters of
// any language written in Latin letters are vowels; of words whose letters are
// each another one, about a seventh.
func garbled(pages []page) bool {
	const (
		fewest = 300  // letters
		vowels = 0.22 // of the letters
	)
	all, sounds := 0, 0
	for _, p := range pages {
		for _, line := range p.lines {
			for _, r := range line.text {
				switch {
				case !unicode.IsLetter(r):
				case !unicode.Is(unicode.Latin, r):
					return false
				default:
					all++
					if r > unicode.MaxASCII || strings.ContainsRune("aeiouyAEIOUY", r) {
						sounds++
					}
				}
			}
		}
	}
	return all >= fewest && float64(sounds) < vowels*float64(all)
}

// meta returns an entry of the document's information dictionary.
func (d *document) meta(tag string) string {
	m, err := d.pdf.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: d.ref, Tag: tag})
	if err != nil {
		return ""
	}
	return m.Value
}

// title returns the title the document states, or the one it shows. Stated
// titles are often the name of a file, or of a page with its outlet behind.
func (d *document) title(shown string) (title, outlet string) {
	stated, shown := letters.Clean(d.meta("Title")), letters.Clean(shown)
	if fileTitle().MatchString(stated) || !strings.Contains(stated, " ") && shown != "" {
		stated = ""
	}
	if rest, ok := strings.CutPrefix(stated, shown); ok && outletBehind().MatchString(rest) {
		return letters.Or(shown, stated), letters.OutletBehind(rest)
	}
	return letters.Or(stated, shown), ""
}

var (
	fileTitle    = pattern.New(`(?i)^(?:microsoft (?:word|powerpoint) - .*|untitled.*|document ?\d*|about:blank|\(anonymous\)|.*\.(?:docx?|pdf|indd|qxp|qxd|odt|rtf|html?|txt|tex|dvi|cdr|p65|pmd))$`)
	outletBehind = pattern.New(`^\s*[|–—:·»-]\s`)
	dateForm     = pattern.New(`^(?:D:)?(\d{4})(\d{2})(\d{2})`)
)

// dateOf returns a date written as D:20191205101112+01'00' the way ISO 8601
// wants it, "" if it is written otherwise.
func dateOf(s string) string {
	if m := dateForm().FindStringSubmatch(s); m != nil {
		return m[1] + "-" + m[2] + "-" + m[3]
	}
	return ""
}
