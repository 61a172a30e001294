package web

import (
	"strings"

	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/draft"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// splitEndless takes apart a page onto which further articles were loaded
// while it was read, and reports whether it is one. The first article keeps
// the page with its head; each other is the element it stands in.
func splitEndless(f *draft.File, doc *html.Node) bool {
	if f.Options.Whole {
		return false
	}
	articles := wholeArticles(doc)
	if len(articles) < 2 {
		return false
	}
	language := ""
	for n := range inside(doc) {
		if n.DataAtom == atom.Html {
			language = attr(n, "lang")
			break
		}
	}
	var more []cutting.Cutting
	for _, n := range articles[1:] {
		n.Parent.RemoveChild(n)
		c := cutting.Cutting{Language: language, Data: rendered(n), Name: "article.html", Charset: "utf-8"}
		for _, a := range n.Attr { // data-url, data-permalink, data-canonical-url …
			if c.URL == "" && strings.HasPrefix(a.Key, "data-") {
				c.URL = draft.WebAddress(a.Val)
			}
		}
		more = append(more, c)
	}
	first := cutting.Cutting{Data: rendered(doc), Name: f.Name, URL: f.Address, Charset: "utf-8"}
	f.Held = append([]cutting.Cutting{first}, more...)
	return true
}

// wholeArticles returns the <article> elements of a page, none inside another,
// that each have a headline of the first order of their own, and text: more
// than a teaser.
func wholeArticles(doc *html.Node) []*html.Node {
	var all []*html.Node
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.DataAtom == atom.Article {
			if isWhole(n) {
				all = append(all, n)
			}
			return
		}
		if n.Type == html.ElementNode && unseen(n) {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(doc)
	return all
}

func isWhole(n *html.Node) bool {
	const (
		paragraphs = 3
		size       = 400 // bytes of them
	)
	headlines, count, bytes := 0, 0, 0
	for c := range inside(n) {
		switch c.DataAtom {
		case atom.H1:
			headlines++
		case atom.P:
			if s := len(strings.TrimSpace(textOf(c))); s > 40 {
				count, bytes = count+1, bytes+s
			}
		}
	}
	return headlines == 1 && count >= paragraphs && bytes >= size
}

// rendered writes an element out again.
func rendered(n *html.Node) []byte {
	var b strings.Builder
	if html.Render(&b, n) != nil { // only for trees that no parser makes
		return nil
	}
	return []byte(b.String())
}
