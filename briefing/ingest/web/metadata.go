package web

import (
	"slices"
	"strings"
	"time"

	readability "codeberg.org/readeck/go-readability/v2"
	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/imprint"
	"example.org/attache/briefing/ingest/language"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/pattern"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Metadata is what a page says about itself. Fields it does not state stay
// empty.
type Metadata struct {
	Title, Outlet, Byline, URL, language string
	Published                            briefing.Date
	seen                                 briefing.Date // a date of publication it only seems to state
	top                                  int           // number of the headline's first text node, -1 if no heading shows it
	body                                 string        // the article's text, where the page states it for programs too
}

// head is what the elements of a page's head hold, and those few elsewhere
// that state metadata.
type head struct {
	meta    map[string]string // by name, property or itemprop, in lower case; the first one counts
	authors []string          // all values of the first of authorMetas that is there
	scripts []string          // of linked data

	authorMeta int // the index of that one
	title      string
	canonical  string
	language   string
	dated      string // of an element marked as the date of publication
}

// first returns the first value that is stated under one of the names.
func (h head) first(names ...string) string {
	for _, n := range names {
		if v := h.meta[n]; v != "" {
			return v
		}
	}
	return ""
}

// MetadataOf reads what a page says about itself: linked data (JSON-LD)
// first, then OpenGraph, then the other names that papers use, then what
// stands on the page. address is what it was saved under, if that is known.
func MetadataOf(doc *html.Node, source, address string, blocks []draft.Block, marks []mark) Metadata {
	h := headOf(doc)
	titles := []string{h.first("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title", "sailthru.title"), h.title}
	ld := chooseArticle(linkedDataOf(h.scripts), titles, h.canonical)

	m := Metadata{body: ld.body}
	m.Outlet = letters.Unescaped(letters.Clean(letters.Or(ld.outlet, h.first("og:site_name", "citation_journal_title", "dc.publisher", "publisher", "cre"))))
	m.URL = draft.WebAddress(ld.url, h.canonical, h.first("og:url", "parsely-link"), savedFrom(source), address)
	m.language = language.Declared(letters.Or(h.language, ld.language, h.first("og:locale", "content-language", "dc.language", "language")))

	sites := sitesOf(m.URL, m.Outlet, h.first("og:site_name"), h.first("application-name"))
	top := headlineOf(append([]string{ld.headline, ld.name}, titles...), marks, sites)
	m.Title, m.top = top.text, top.at
	m.Byline = signers(h, ld, blocks, marks, m, sites)
	stated := h.published(ld, m.language)
	shown, seen := publishedOn(blocks, marks, m.top, dates.InAddress(m.URL), m.language)
	m.Published, m.seen = settleDay(stated, shown, seen, dates.InAddress(m.URL))
	return m
}

// settleDay chooses between the days that a page states for programs, in the
// order of trust, and the one that stands on it. What is printed at the
// headline as the day of publication holds against them where one of them
// agrees with it, or where it is the earlier: programs state the day in
// Greenwich, or that of a later version. So does the day in the page's address
// where it is the one before or behind.
func settleDay(stated []briefing.Date, shown daySeen, seen, address briefing.Date) (published, offered briefing.Date) {
	if len(stated) == 0 {
		return shown.date, seen
	}
	if shown.score >= dayPrinted && (slices.Contains(stated, shown.date) || shown.date.String() < stated[0].String()) {
		return shown.date, briefing.Date{}
	}
	if gap := address.Time().Sub(stated[0].Time()).Abs(); address.Known() && stated[0].Complete() && gap == 24*time.Hour {
		return address, briefing.Date{}
	}
	return stated[0], briefing.Date{}
}

// Published returns the days of publication that a page states for programs,
// the one to be trusted most first.
func (h head) published(ld linkedData, lang string) []briefing.Date {
	names := []string{"parsely-pub-date", "sailthru.date", "citation_publication_date", "citation_date", "dc.date.issued", "dcterms.issued",
		"dcterms.date", "dc.date", "dc.date.created", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
		"date.release", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "article.published", "displaydate", "date"}
	if converted(h.meta["generator"]) {
		names = nil
	}
	var days []briefing.Date
	for _, s := range []string{
		ld.published,
		h.first("article:published_time", "og:article:published_time", "article:published", "datepublished", "og:published_time"),
		h.first(names...),
		h.dated,
	} {
		if d := dates.Stated(s, lang); d.Known() {
			days = append(days, d)
		}
	}
	return days
}

// converted reports whether a program that makes pages of documents made the
// page: its dates are those of its own work, not of the article.
func converted(generator string) bool {
	low := strings.ToLower(generator)
	for _, program := range []string{"pandoc", "calibre", "libreoffice", "openoffice", "microsoft word", "pdf2html", "abbyy"} {
		if strings.Contains(low, program) {
			return true
		}
	}
	return false
}

// fillFrom takes from readability what the page's own statements left open.
func (m *Metadata) fillFrom(r readability.Article) {
	m.Title = letters.Or(m.Title, WithoutOutlet(letters.Clean(r.Title()), m.Outlet))
	m.Outlet = letters.Or(m.Outlet, letters.Clean(r.SiteName()))
	if m.language == "" {
		m.language = language.Declared(r.Language())
	}
}

// apply sets the article's metadata.
func (m Metadata) apply(f *draft.File) {
	a := &f.Article
	a.Title, a.Outlet, a.Byline, a.URL = m.Title, m.Outlet, m.Byline, m.URL
	a.Language, a.Published = m.language, m.Published
	if !m.Published.Known() && m.seen.Known() {
		f.Note(draft.DateUnsure, "%s stands in the page, but it does not say of what", m.seen)
	}
}

// headOf collects a page's statements about itself.
func headOf(doc *html.Node) head {
	h := head{meta: map[string]string{}}
	for n := range inside(doc) {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			h.language = letters.Or(attr(n, "lang"), attr(n, "xml:lang"))
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
				if i := slices.Index(authorMetas, name); i >= 0 && (h.authors == nil || i <= h.authorMeta) && imprint.Person(letters.Unescaped(value)) != "" {
					if h.authors == nil || i < h.authorMeta {
						h.authors, h.authorMeta = nil, i
					}
					h.authors = append(h.authors, value)
				}
			}
		case atom.Link:
			if h.canonical == "" && strings.EqualFold(attr(n, "rel"), "canonical") {
				h.canonical = attr(n, "href")
			}
		case atom.Script:
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") {
				h.scripts = append(h.scripts, textOf(n))
			}
		default:
			h.takeDate(n)
		}
	}
	return h
}

// takeDate takes the date of an element that is marked as the date of
// publication.
func (h *head) takeDate(n *html.Node) {
	if property(n) != "datePublished" && !(n.DataAtom == atom.Time && hasAttr(n, "pubdate")) {
		return
	}
	h.dated = letters.Or(h.dated, attr(n, "datetime"), attr(n, "content"), textOf(n))
}

// savedFrom returns the address in the comment that SingleFile and browsers
// leave at the head of a saved page.
func savedFrom(source string) string {
	head := source[:min(len(source), draft.SniffLen)]
	if !strings.Contains(head, "aved ") {
		return ""
	}
	if m := savedFromMark().FindStringSubmatch(head); m != nil {
		return letters.Or(m[1], m[2])
	}
	return ""
}

var savedFromMark = pattern.New(`(?s)<!--[^>]*?(?:Page saved with SingleFile\s+url:\s*(\S+)|saved from url=\(\d+\)(\S+))`)
