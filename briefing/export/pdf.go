package export

import (
	"fmt"
	"io"
	"time"

	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
)

// PDFOptions say what a PDF tells of itself besides what is printed.
type PDFOptions struct {
	Title    string // shown in the title bar; needed, or "Briefing"
	Author   string // "" leaves it out
	Subject  string
	Language string    // BCP 47, of the labels; "" is "en"
	Created  time.Time // the zero time leaves dates out
	// Trace is a JSON document that travels inside as attache-trace.json, so
	// that every word can be checked against the articles; nil for none.
	Trace []byte
}

// PDF writes the page as a tagged PDF 1.7 with its fonts embedded. The same
// page and options give the same bytes.
func PDF(w io.Writer, p *page.Page, o PDFOptions) error {
	return fmt.Errorf("write pdf: %w", briefing.ErrUnsupported)
}
