package extract

import "example.org/attache/briefing"

// quotation is a run of text between quotation marks.
type quotation struct {
	briefing.Span               // of the words, without the outer marks
	Outer         briefing.Span // with the marks
}

// findQuotations adds the article's quotations to the document.
func findQuotations(d *document) {}
