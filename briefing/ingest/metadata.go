package ingest

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"

	readability "codeberg.org/readeck/go-readability/v2"
	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/letters"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// metadata is what a page says about itself. Fields it does not state stay
// empty.
type metadata struct {
	title, outlet, byline, url, language string
	published                            briefing.Date
	seen                                 briefing.Date // a date of publication it only seems to state
}

// head is what the elements of a page's head hold, and those few elsewhere
// that state metadata.
type head struct {
	meta      map[string]string // by name, property or itemprop, in lower case; the first one counts
	linked    []linkedData
	title     string
	canonical string
	language  string
	dated     string          // of an element marked as the date of publication
	times     []briefing.Date // of <time> elements without such a mark
}

// metadataOf reads what a page says about itself: linked data (JSON-LD)
// first, then OpenGraph, then the other names that papers use. address is
// what it was saved under, if that is known.
func metadataOf(doc *html.Node, source, address string) metadata {
	h := headOf(doc)
	first := func(names ...string) string {
		for _, n := range names {
			if v := h.meta[n]; v != "" {
				return v
			}
		}
		return ""
	}
	titles := []string{first("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title", "sailthru.title"), h.title}
	ld := chooseArticle(h.linked, titles, h.canonical)

	var m metadata
	m.outlet = clean(or(ld.outlet, first("og:site_name", "citation_journal_title", "dc.publisher", "publisher", "cre")))
	m.title = withoutOutlet(clean(or(ld.headline, titles[0], titles[1])), m.outlet)
	m.byline = person(or(ld.author, first("author", "article:author", "article:author_name", "byl", "dc.creator", "citation_author",
		"parsely-author", "sailthru.author", "dcterms.creator", "twitter:data1:author")))
	m.url = webAddress(ld.url, h.canonical, first("og:url", "parsely-link"), savedFrom(source), address)
	m.language = declaredLanguage(or(h.language, ld.language, first("og:locale", "content-language", "dc.language", "language")))

	for _, s := range []string{
		ld.published,
		first("article:published_time", "og:article:published_time", "article:published", "datepublished", "og:published_time"),
		first("parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued",
			"dcterms.date", "dc.date", "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
			"date.release", "cxenseparse:recs:publishtime", "article.published", "displaydate", "date"),
		h.dated,
	} {
		if m.published = dates.Stated(s, ""); m.published.Known() {
			return m
		}
	}
	m.seen = dates.InAddress(m.url)
	if !m.seen.Known() && len(h.times) > 0 {
		m.seen = h.times[0]
	}
	if m.seen.Known() && m.seen == dates.InAddress(m.url) && slices.Contains(h.times, m.seen) {
		m.published = m.seen
	}
	return m
}

// confirm takes the date in the page's address as the day of publication if
// a dateline in the page says the same. Each alone may mean something else.
func (m *metadata) confirm(blocks []block) {
	const most = 120 // bytes of a dateline
	if m.published.Known() {
		return
	}
	address := dates.InAddress(m.url)
	for _, b := range blocks {
		if len(b.text) > most {
			continue
		}
		d := dates.Only(b.text, "")
		if d.Known() && d == address {
			m.published = d
			return
		}
		if d.Known() && !m.seen.Known() && b.hint&bylineHint != 0 {
			m.seen = d
		}
	}
}

// fillFrom takes from readability what the page's own statements left open.
func (m *metadata) fillFrom(r readability.Article) {
	m.title = or(m.title, withoutOutlet(clean(r.Title()), m.outlet))
	m.byline = or(m.byline, person(r.Byline()))
	m.outlet = or(m.outlet, clean(r.SiteName()))
	if m.language == "" {
		m.language = declaredLanguage(r.Language())
	}
}

// apply sets the article's metadata.
func (m metadata) apply(f *file) {
	a := &f.article
	a.Title, a.Outlet, a.Byline, a.URL = m.title, m.outlet, m.byline, m.url
	a.Language, a.Published = m.language, m.published
	if !m.published.Known() && m.seen.Known() {
		f.note(DateUnsure, "%s stands in the page, but it does not say of what", m.seen)
	}
}

// headOf collects a page's statements about itself.
func headOf(doc *html.Node) head {
	h := head{meta: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			h.language = or(attr(n, "lang"), attr(n, "xml:lang"))
		case atom.Title:
			if h.title == "" && (n.Parent == nil || n.Parent.Data != "svg") {
				h.title = textOf(n)
			}
		case atom.Meta:
			value := strings.TrimSpace(attr(n, "content"))
			for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
				name := strings.ToLower(strings.TrimSpace(attr(n, key)))
				if _, taken := h.meta[name]; name != "" && value != "" && !taken {
					h.meta[name] = value
				}
			}
		case atom.Link:
			if h.canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
				h.canonical = attr(n, "href")
			}
		case atom.Script:
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") {
				h.linked = append(h.linked, linkedDataOf(textOf(n))...)
			}
		default:
			h.takeDate(n)
		}
	}
	return h
}

// takeDate takes the date of an element that is marked as a date.
func (h *head) takeDate(n *html.Node) {
	marked := strings.EqualFold(attr(n, "itemprop"), "datePublished")
	if n.DataAtom != atom.Time && !marked {
		return
	}
	value := or(attr(n, "datetime"), attr(n, "content"))
	if value == "" {
		value = textOf(n)
	}
	if marked || hasAttr(n, "pubdate") {
		h.dated = or(h.dated, value)
	} else if d := dates.Stated(value, ""); d.Complete() && len(h.times) < 20 {
		h.times = append(h.times, d)
	}
}

// savedFrom returns the address in the comment that SingleFile and browsers
// leave at the head of a saved page.
func savedFrom(source string) string {
	head := source[:min(len(source), sniffLen)]
	if m := savedFromMark.FindStringSubmatch(head); m != nil {
		return or(m[1], m[2])
	}
	return ""
}

var savedFromMark = regexp.MustCompile(`(?s)<!--[^>]*?(?:Page saved with SingleFile\s+url:\s*(\S+)|saved from url=\(\d+\)(\S+))`)

// webAddress returns the first of the addresses that is a whole one on the
// web.
func webAddress(addresses ...string) string {
	for _, s := range addresses {
		u, err := url.Parse(strings.TrimSpace(s))
		if err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return u.String()
		}
	}
	return ""
}

// person returns s if it can be the name of an author: no address, no
// account, no date, not a whole paragraph.
func person(s string) string {
	s = clean(s)
	for _, by := range []string{"By ", "by ", "BY ", "Por ", "Par ", "Von "} {
		s = strings.TrimPrefix(s, by)
	}
	if strings.EqualFold(s, "unknown author") || strings.EqualFold(s, "unknown") { // what programs write
		return ""
	}
	if strings.Contains(s, "://") || strings.HasPrefix(s, "@") || strings.HasPrefix(s, "www.") || len(s) > 200 ||
		anyYear.MatchString(s) || !strings.ContainsFunc(s, unicode.IsLetter) {
		return ""
	}
	return s
}

var anyYear = regexp.MustCompile(`(?:19|20)\d\d`)

// withoutOutlet takes the outlet's name off the end of a title, where pages
// put it for the browser's tab.
func withoutOutlet(title, outlet string) string {
	if outlet == "" {
		return title
	}
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: ", " · ", " » "} {
		if i := strings.LastIndex(title, sep); i > 0 && strings.EqualFold(strings.TrimSpace(title[i+len(sep):]), outlet) {
			return strings.TrimSpace(title[:i])
		}
	}
	return title
}

func clean(s string) string { return letters.Clean(s) }

func or(ss ...string) string { return letters.Or(ss...) }

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// textOf returns the text inside n.
func textOf(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}
