package ingest

import (
	"strings"

	"golang.org/x/net/html"
)

// fromReaderView takes the metadata of a page that was saved while a browser
// showed it in its reader view (Firefox), which has none but those in view:
//
//	<div class="reader-header"><a class="domain" href="…">courier.example</a> … <div class="credits reader-credits">Ana Prado</div>
func (m *metadata) fromReaderView(doc *html.Node) {
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch class := " " + attr(n, "class") + " "; {
		case strings.Contains(class, " reader-domain "), strings.Contains(class, " domain ") && n.Parent != nil && strings.Contains(attr(n.Parent, "class"), "header"):
			m.outlet, m.url = or(m.outlet, clean(textOf(n))), or(m.url, webAddress(attr(n, "href")))
		case strings.Contains(class, " reader-credits "):
			m.byline = or(m.byline, person(textOf(n)))
		case strings.Contains(class, " reader-title "):
			m.title = or(clean(textOf(n)), m.title)
		}
	}
}

// isReaderView reports whether a page is one.
func isReaderView(source string) bool {
	return strings.Contains(source, "moz-reader-content") || strings.Contains(source, "reader-credits")
}
