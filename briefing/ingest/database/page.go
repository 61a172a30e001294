package database

import (
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/pattern"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// FromHTML returns the articles of a page of Factiva, Europresse or a Zotero
// report, or nil if it is none. blocks returns what a reader sees of a node.
func FromHTML(doc *html.Node, blocks func(*html.Node) []cutting.Block) []cutting.Cutting {
	if all := factivaPage(doc, blocks); all != nil {
		return all
	}
	if all := europresse(doc, blocks); all != nil {
		return all
	}
	return zoteroReport(doc, blocks)
}

var factivaClass = pattern.New(`^[a-z]{2,3}Article$`)

// factivaPage reads the articles of a Factiva page: each is a div of the class
// "article" and one that has the language before it, as in "enArticle".
func factivaPage(doc *html.Node, blocks func(*html.Node) []cutting.Block) []cutting.Cutting {
	var all []cutting.Cutting
	for n := range doc.Descendants() {
		if n.DataAtom != atom.Div || !hasClass(n, "article") || !slices.ContainsFunc(classes(n), factivaClass().MatchString) {
			continue
		}
		lines := linesOf(blocks(n))
		var a article
		ok := false
		if codes := factivaCodes(lines); len(codes) == 1 {
			a, ok = codes[0], true
		} else {
			headline, text := -1, -1
			if h := first(n, func(c *html.Node) bool {
				return slices.ContainsFunc(classes(c), func(s string) bool { return strings.HasSuffix(s, "Headline") })
			}); h != nil {
				headline = lineOf(lines, 0, textOf(h))
			}
			if p := first(n, func(c *html.Node) bool { return hasClass(c, "articleParagraph") }); p != nil {
				text = lineOf(lines, headline+1, textOf(p))
			}
			a, ok = factivaArticle(lines, headline, text)
		}
		if ok {
			all = append(all, a.whole(grouped))
		}
	}
	return all
}

// lineOf returns the number of the first line from a place on that is the
// beginning of a text, -1 if none is.
func lineOf(lines []line, from int, text string) int {
	text = squeeze(text)
	if text == "" {
		return -1
	}
	for i := max(0, from); i < len(lines); i++ {
		if s := squeeze(lines[i].text); s != "" && strings.HasPrefix(text, s) {
			return i
		}
	}
	return -1
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// europresse reads the articles of a Europresse page. Since about 2014 each is
// an <article>; before, each was a cell of a table.
func europresse(doc *html.Node, blocks func(*html.Node) []cutting.Block) []cutting.Cutting {
	var all []cutting.Cutting
	seen := map[*html.Node]bool{}
	for n := range doc.Descendants() {
		if !hasClass(n, "DocPublicationName") {
			continue
		}
		home := n
		for home.Parent != nil && home.DataAtom != atom.Article && home.DataAtom != atom.Td {
			home = home.Parent
		}
		if home.Parent == nil || seen[home] {
			continue
		}
		seen[home] = true
		if c, ok := europresseArticle(home, n, blocks); ok {
			all = append(all, c)
		}
	}
	return all
}

var europresseEnd = pattern.New(`^(?:©|\(c\)|[Cc]opyright\b|Numéro de document|Document number|Dokumentnummer|Ce certificat|This certificate|Le présent document)`)

func europresseArticle(home, outlet *html.Node, blocks func(*html.Node) []cutting.Block) (cutting.Cutting, bool) {
	isTitle := func(n *html.Node) bool {
		return slices.ContainsFunc(classes(n), func(s string) bool { return strings.EqualFold(s, "titreArticleVisu") })
	}
	title := first(home, isTitle)
	if title == nil {
		title = first(home, func(n *html.Node) bool { return hasClass(n, "titreArticle") })
	}
	if title == nil {
		return cutting.Cutting{}, false
	}
	a := article{lines: linesOf(blocks(home))}
	a.Title, a.Outlet = squeeze(textOf(title)), squeeze(textOf(outlet))
	a.Outlet = issueNumber().ReplaceAllString(a.Outlet, "")
	for n := range home.Descendants() {
		if hasClass(n, "DocHeader") {
			a.Date = strings.TrimSpace(a.Date + " " + squeeze(textOf(n)))
		}
	}
	at := lineOf(a.lines, 0, a.Title)
	if at >= 0 {
		a.title = span{at, at + 1}
	}
	body := first(home, func(n *html.Node) bool { return hasClass(n, "DocText") })
	if body == nil || squeeze(textOf(body)) == "" {
		body = first(home, func(n *html.Node) bool { return n.DataAtom == atom.Section })
	}
	if authors := first(home, func(n *html.Node) bool { return hasClass(n, "docAuthors") }); authors != nil {
		a.Byline = squeeze(textOf(authors))
	} else if a.Byline = squeeze(textOf(nextElement(title))); a.Byline == "" && title.Parent != nil && title.Parent != home {
		a.Byline = squeeze(textOf(nextElement(title.Parent)))
	}
	from, to := at+1, until(a.lines, at+1, europresseEnd().MatchString)
	if body != nil {
		if texts := linesOf(blocks(body)); len(texts) > 0 {
			if i := lineOf(a.lines, at+1, texts[0].text); i >= 0 {
				from, to = i, min(len(a.lines), i+len(texts))
			}
		}
	} else { // the author is the first line, if it can be one
		a.Byline = ""
		if from+1 < to && isByline(a.lines[from].text) {
			a.Byline = a.lines[from].text
			from++
		}
	}
	a.Byline = byline(a.Byline)
	a.body = []span{{min(from, to), to}}
	return a.whole(grouped), true
}

var issueNumber = pattern.New(`, (?:no|n°|nº|Nr)\.? ?.*$`)

// zoteroReport reads a report of Zotero: a list with a table of fields and the
// notes of each item.
func zoteroReport(doc *html.Node, blocks func(*html.Node) []cutting.Block) []cutting.Cutting {
	list := first(doc, func(n *html.Node) bool { return n.DataAtom == atom.Ul && hasClass(n, "report") })
	if list == nil {
		return nil
	}
	var all []cutting.Cutting
	for n := range list.ChildNodes() {
		if n.DataAtom != atom.Li || !hasClass(n, "item") {
			continue
		}
		var c cutting.Cutting
		c.Title = squeeze(textOf(first(n, func(c *html.Node) bool { return c.DataAtom == atom.H2 })))
		var authors []string
		for row := range n.Descendants() {
			if row.DataAtom != atom.Tr {
				continue
			}
			name := squeeze(textOf(first(row, func(c *html.Node) bool { return c.DataAtom == atom.Th })))
			value := squeeze(textOf(first(row, func(c *html.Node) bool { return c.DataAtom == atom.Td })))
			switch name {
			case "Author", "Auteur", "Autor", "Autore":
				if value != "" {
					authors = append(authors, value)
				}
			case "Date", "Datum", "Fecha", "Data":
				c.Date = value
			case "Language", "Langue", "Sprache", "Idioma":
				c.Language = value
			case "URL":
				c.URL = value
			case "Publication", "Website Title", "Blog Title", "Titre du site web", "Publikation", "Publicación":
				c.Outlet = value
			}
		}
		c.Byline = strings.Join(authors, ", ")
		notes := first(n, func(c *html.Node) bool { return c.DataAtom == atom.Ul && hasClass(c, "notes") })
		for _, b := range blocks(n) {
			b.Kind = briefing.Furniture
			if b.Text == c.Title {
				b.Kind = briefing.Heading
			}
			c.Blocks = append(c.Blocks, b)
		}
		if notes == nil {
			continue // a reference, without a text
		}
		texts := blocks(notes)
		i := len(c.Blocks) - len(texts)
		for k, b := range c.Blocks {
			if len(texts) > 0 && b.Text == texts[0].Text {
				i = k
				break
			}
		}
		for _, b := range texts {
			if i >= 0 && i < len(c.Blocks) && c.Blocks[i].Text == b.Text {
				c.Blocks[i].Kind = briefing.Body
			}
			i++
		}
		all = append(all, c)
	}
	return all
}

// linesOf returns the lines of blocks.
func linesOf(blocks []cutting.Block) []line {
	var lines []line
	for i, b := range blocks {
		gap := true
		for text := range strings.Lines(b.Text) {
			if text = strings.TrimSpace(text); text != "" {
				lines = append(lines, line{text, b.Kind, i, gap})
				gap = false
			}
		}
	}
	return lines
}

// grouped puts the lines of a block together again.
func grouped(body []line) []cutting.Block {
	var out []cutting.Block
	for i, l := range body {
		if i > 0 && l.block == body[i-1].block {
			out[len(out)-1].Text += "\n" + l.text
			continue
		}
		if l.kind == briefing.Furniture || l.kind == "" {
			l.kind = briefing.Body
		}
		out = append(out, cutting.Block{Text: l.text, Kind: l.kind})
	}
	return out
}

func classes(n *html.Node) []string {
	for _, a := range n.Attr {
		if a.Key == "class" {
			return strings.Fields(a.Val)
		}
	}
	return nil
}

func hasClass(n *html.Node, name string) bool {
	if n.Type != html.ElementNode {
		return false
	}
	for _, a := range n.Attr { // most classes do not even hold the name
		if a.Key == "class" {
			return strings.Contains(a.Val, name) && slices.Contains(strings.Fields(a.Val), name)
		}
	}
	return false
}

// first returns the first node inside n that is wanted, nil if none is.
func first(n *html.Node, wanted func(*html.Node) bool) *html.Node {
	if n == nil {
		return nil
	}
	for c := range n.Descendants() {
		if c.Type == html.ElementNode && wanted(c) {
			return c
		}
	}
	return nil
}

func nextElement(n *html.Node) *html.Node {
	for c := n.NextSibling; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			if c.DataAtom == atom.Div || c.DataAtom == atom.P {
				return c
			}
			return nil
		}
	}
	return nil
}

func textOf(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}
