// Package pdf writes a page as a tagged PDF, and reads back what a PDF shows,
// also one that another program wrote anew. It owns the file format; how the
// page looks is page's, and what is recorded of it trace's.
package pdf

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
	"example.org/attache/briefing/pattern"
)

// Options say what a PDF tells of itself besides what is printed.
type Options struct {
	Title    string    // shown in the title bar; "" is "Briefing"
	Author   string    // "" leaves it out
	Subject  string    // "" leaves it out
	Language string    // BCP 47, of the labels; "" is "en"
	Created  time.Time // the zero time leaves dates out
	// Record travels inside as attache-trace.json, with the rows of the page
	// added, so that it can be checked against the articles and against what
	// was printed; nil for none.
	Record *trace.Document
}

// TraceName is the name of the trace attached to a PDF.
const TraceName = "attache-trace.json"

// producer names the program in a PDF; our own files are known by it.
const producer = "Attaché"

// Write writes the page as a tagged PDF 1.7 (ISO 32000-1) with its fonts
// embedded. The same page and options give the same bytes. It declares PDF/UA-1
// (ISO 14289-1) and PDF/A-2a (ISO 19005-2), or PDF/A-3a (ISO 19005-3) with a
// trace, since only part 3 allows attachments that are not PDF/A themselves.
func Write(w io.Writer, p *page.Page, o Options) error {
	o.Title, o.Author, o.Subject = cmp.Or(metaText(o.Title), "Briefing"), metaText(o.Author), metaText(o.Subject)
	if !languageTag().MatchString(o.Language) {
		o.Language = "en"
	}
	d := &document{page: p, options: o}
	data, err := d.bytes()
	if err == nil {
		_, err = w.Write(data)
	}
	if err != nil {
		return fmt.Errorf("write pdf: %w", err)
	}
	return nil
}

// languageTag is what a BCP 47 tag may look like.
var languageTag = pattern.New(`^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$`)

// metaText returns text without what the metadata's XML cannot hold, so that
// the document information says the same.
func metaText(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == 0xFFFE, r == 0xFFFF:
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD")))
}
