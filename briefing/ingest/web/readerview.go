package web

import (
	"strings"

	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/imprint"
	"example.org/attache/briefing/ingest/letters"
	"golang.org/x/net/html"
)

// fromReaderView takes the metadata of a page that was saved while a browser
// showed it in its reader view (Firefox), which has none but those in view:
//
//	<div class="reader-header"><a class="domain" href="…">courier.example</a> … <div class="credits reader-credits">Ana Prado</div>
func (m *Metadata) fromReaderView(doc *html.Node) {
	for n := range inside(doc) {
		if n.Type != html.ElementNode {
			continue
		}
		switch class := " " + attr(n, "class") + " "; {
		case strings.Contains(class, " reader-domain "), strings.Contains(class, " domain ") && n.Parent != nil && strings.Contains(attr(n.Parent, "class"), "header"):
			m.Outlet, m.URL = letters.Or(m.Outlet, letters.Clean(textOf(n))), letters.Or(m.URL, draft.WebAddress(attr(n, "href")))
		case strings.Contains(class, " reader-credits "):
			m.Byline = letters.Or(m.Byline, imprint.Person(textOf(n)))
		case strings.Contains(class, " reader-title "):
			m.Title = letters.Or(letters.Clean(textOf(n)), m.Title)
		}
	}
}

// isReaderView reports whether a page is one.
func isReaderView(source string) bool {
	for _, rest, found := strings.Cut(source, "reader-c"); found; _, rest, found = strings.Cut(rest, "reader-c") {
		if strings.HasPrefix(rest, "ontent") || strings.HasPrefix(rest, "redits") {
			return true
		}
	}
	return false
}
