package web

import (
	"net/url"
	"slices"
	"strings"

	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mark is an element that says of itself what its text is: a heading, a day,
// the name of a writer.
type mark struct {
	use   draft.Hint // HeadlineHint, BylineHint (a day) or AuthorHint
	text  string     // on one line
	value string     // what the element states for programs: datetime, content
	level int        // of a heading: 1 to 6
	at    int        // number of its first text node
	hint  draft.Hint // what it and the elements around it say
	own   draft.Hint // what it says itself
	named bool       // a writer: by rel, itemprop or microformat, not by a class alone
	home  bool       // a heading that leads to the front page: the site's name
}

const markText = 300 // bytes of a mark's text: longer ones are no names and no headlines

// markOf returns what an element marks, if anything. own is what it says
// itself, inner are the marks inside it.
func markOf(n *html.Node, at draft.Place, own draft.Hint, first int, inner []mark) (mark, bool) {
	m := mark{at: first, hint: at.Hint, own: own}
	switch {
	case m.own&draft.AuthorHint != 0 && m.own&draft.HeadlineHint == 0 && n.DataAtom != atom.H1:
		return markOfWriter(n, m, inner)
	case n.DataAtom == atom.H1 || n.DataAtom == atom.H2 || n.DataAtom == atom.H3 || n.DataAtom == atom.H4:
		m.use, m.level = draft.HeadlineHint, int(n.Data[1]-'0')
		if holds(inner, draft.HeadlineHint) {
			return mark{}, false
		}
	case n.DataAtom == atom.Time, strings.Contains(n.Data, "-") && hasAttr(n, "datetime"), property(n) == "datePublished", m.own&draft.BylineHint != 0 && m.own&draft.AuthorHint == 0 && !holds(inner, draft.BylineHint) && !holds(inner, draft.HeadlineHint):
		m.use, m.value = draft.BylineHint, letters.Or(attr(n, "datetime"), attr(n, "content"))
		if m.value == "" && n.DataAtom == atom.Abbr { // microformats of old
			m.value = attr(n, "title")
		}
	case property(n) == "headline":
		m.use, m.level = draft.HeadlineHint, 2
		if holds(inner, draft.HeadlineHint) {
			return mark{}, false
		}
	case m.own&draft.AuthorHint != 0 || writersPage(n):
		return markOfWriter(n, m, inner)
	default:
		return mark{}, false
	}
	if m.text = lineOf(n); m.level > 0 {
		m.text, m.home = headingLine(n, m.text), toHome(n)
	}
	return m, m.text != "" || m.value != ""
}

// headingLine returns the headline in a heading: without the words over it,
// which have an element of their own.
//
//	<h1><span class="overline">Talks</span> Ministers agree</h1> → "Ministers agree"
func headingLine(n *html.Node, all string) string {
	var rest []string
	left := false
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s := ""
		if c.Type == html.TextNode {
			s = letters.Clean(c.Data)
		} else if c.Type == html.ElementNode && !unseen(c) {
			s = lineOf(c)
			h := hintOf(c)
			if h&draft.HeadlineHint != 0 && strings.Contains(s, " ") && h&(draft.LeadHint|draft.KickerHint) == 0 {
				return s
			}
			if s != "" && (h&draft.KickerHint != 0 || c.DataAtom == atom.Div && len(rest) == 0 && c.NextSibling != nil) {
				left = true
				continue
			}
		}
		if s != "" {
			rest = append(rest, s)
		}
	}
	if s := strings.Trim(strings.Join(rest, " "), " :|"); left && strings.Contains(s, " ") {
		return s
	}
	return all
}

// toHome reports whether all that n holds is a link to a site's front page.
func toHome(n *html.Node) bool {
	for c := range inside(n) {
		if c.Type != html.ElementNode || c.DataAtom != atom.A {
			continue
		}
		u, err := url.Parse(attr(c, "href"))
		if err != nil {
			return false
		}
		if _, kept, ok := strings.Cut(u.Path, "/http"); ok { // by an archive of the web
			_, u.Path, _ = strings.Cut(strings.TrimLeft(kept, "s:/"), "/")
		}
		return u.RawQuery == "" && u.Fragment == "" && attr(c, "href") != "" && (strings.Trim(u.Path, "/") == "" || strings.HasSuffix(u.Path, "index.html"))
	}
	return false
}

// markOfWriter completes the mark of an element that names a writer. The
// innermost such element has the name alone.
func markOfWriter(n *html.Node, m mark, inner []mark) (mark, bool) {
	m.use = draft.AuthorHint
	m.named = strings.Contains(attr(n, "rel"), "author") || property(n) == "author" || property(n) == "creator" || slices.Contains(strings.Fields(attr(n, "class")), "fn")
	m.text = lineOf(n)
	return m, m.text != "" && !holds(inner, draft.AuthorHint)
}

func property(n *html.Node) string { return attr(n, "itemprop") }

func holds(marks []mark, use draft.Hint) bool {
	for _, m := range marks {
		if m.use == use {
			return true
		}
	}
	return false
}

// writersPage reports whether an element is a link to a writer's page.
func writersPage(n *html.Node) bool {
	if n.DataAtom != atom.A {
		return false
	}
	path, _, _ := strings.Cut(attr(n, "href"), "?")
	parts := strings.Split(strings.ToLower(strings.TrimSuffix(path, "/")), "/")
	if len(parts) < 2 {
		return false
	}
	for _, p := range parts[:len(parts)-1] {
		switch p {
		case "author", "authors", "autor", "autoren", "autores", "autorin", "auteur", "auteurs", "autore", "autori", "autorzy",
			"staff", "writer", "writers", "reporter", "reporters", "journalist", "journalists", "journaliste", "contributor", "contributors",
			"columnist", "columnists", "by", "byline", "profile", "people", "redakteur", "redakteure", "periodista", "firma", "firmas":
			return true
		}
	}
	return false
}

// lineOf returns the text inside n on one line, with a blank where elements
// meet, or "" if it is too long for a name or a headline.
func lineOf(n *html.Node) string {
	var b strings.Builder
	var walk func(*html.Node) bool
	walk = func(n *html.Node) bool {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
			return b.Len() <= 4*markText
		}
		if n.Type == html.ElementNode && unseen(n) {
			return true
		}
		if n.DataAtom == atom.Br || dividing(n) {
			b.WriteByte('\t')
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if !walk(c) {
				return false
			}
		}
		return true
	}
	if !walk(n) {
		return ""
	}
	s := letters.Clean(b.String())
	if len(s) > markText {
		return ""
	}
	return s
}
