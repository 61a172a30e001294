package office

import (
	"encoding/xml"
	"fmt"
	"net/url"
	"path"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/archive"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/imprint"
	"example.org/attache/briefing/ingest/language"
	"example.org/attache/briefing/ingest/letters"
	"example.org/attache/briefing/ingest/web"
	"example.org/attache/briefing/pattern"
	"golang.org/x/net/html"
)

// EPUB reads an e-book (EPUB 3, W3C): its chapters in the order of
// reading. News readers save articles this way.
func EPUB(f *draft.File) error {
	a, err := archive.Open(f.Data)
	if err != nil {
		return err
	}
	container, err := a.Member("META-INF/container.xml")
	if err != nil {
		return err
	}
	root := ""
	if err := elements(container, func(e xml.StartElement) {
		if e.Name.Local == "rootfile" && root == "" {
			root = value(e, "full-path")
		}
	}, func(string) {}, func(string) {}); err != nil {
		return err
	}
	book, err := a.Member(root)
	if err != nil {
		return err
	}
	chapters, err := spine(book, path.Dir(root))
	if err != nil {
		return err
	}
	b := epub{File: f}
	for _, name := range chapters {
		page, err := a.Member(name)
		if err != nil {
			return err
		}
		if err := b.chapter(name, page); err != nil {
			return err
		}
		if b.size > cutting.MaxText {
			break // LayOut's caller says that it is too large
		}
	}
	if b.footnotes > 0 {
		f.Note(draft.NotesOut, "%s left out", draft.Count(b.footnotes, "footnote", "footnotes"))
	}
	b.settle(dublinCore(book))
	return nil
}

// epub is an e-book being read.
type epub struct {
	*draft.File
	parts     []epubPart
	size      int
	footnotes int
	made      bool // a program made the book of something else
}

// epubPart are the chapters of a book that are one article, or before the first
// that says which it is of.
type epubPart struct {
	blocks []draft.Block
	said   bool         // the chapters say something of the article
	stated web.Metadata // what they say
}

// chapter reads one chapter: news readers keep the head of the page that the
// article was on, and those that divide a page copy it to each part.
func (b *epub) chapter(name string, data []byte) error {
	part := b.Within(data, "text/html", "")
	if m := xmlEncoding().FindSubmatch(data[:min(len(data), 200)]); m != nil {
		part.Declared = string(m[1])
	}
	text, err := part.Decode()
	if err != nil {
		return err
	}
	source := asHTML(text)
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return fmt.Errorf("%w: %s: %v", briefing.ErrDamaged, name, err)
	}
	l := web.LayoutOf(doc)
	m := web.MetadataOf(doc, source, "", l.Blocks, l.Marks)
	said := m.Published.Known() || m.Byline != "" || m.URL != ""
	n := len(b.parts)
	if n == 0 || said && !b.parts[n-1].goesOn(m) {
		b.parts = append(b.parts, epubPart{said: said, stated: m})
		n++
	}
	p := &b.parts[n-1]
	for _, bl := range web.Whole(b.File, doc) {
		if bl.Hint&draft.NotesHint != 0 {
			bl.Leave()
			b.footnotes++
		}
		b.size += len(bl.Text)
		p.blocks = append(p.blocks, bl)
	}
	b.made = b.made || strings.Contains(source, `content="pandoc"`)
	return nil
}

// goesOn reports whether a chapter that says so much goes on with the article
// of those before it.
func (p epubPart) goesOn(m web.Metadata) bool {
	return p.said && p.stated.Title == m.Title && p.stated.Byline == m.Byline && p.stated.Published == m.Published && p.stated.URL == m.URL
}

// isArticle reports whether the chapters say enough to be an article apart
// from the others: a book's chapters have its author, but no day and address.
func (p epubPart) isArticle() bool {
	return p.said && p.stated.Title != "" && (p.stated.Published.Known() || p.stated.URL != "")
}

// settle makes the book's articles of its parts: several, if two at least are
// articles of their own, else one with all of its text.
func (b *epub) settle(dc map[string]string) {
	articles := 0
	for _, p := range b.parts {
		if p.isArticle() {
			articles++
		}
	}
	if articles > 1 && !b.Options.Whole {
		b.hold(dc)
		return
	}
	var all []draft.Block
	var said []web.Metadata
	for _, p := range b.parts {
		all = append(all, p.blocks...)
		if p.said {
			said = append(said, p.stated)
		}
	}
	b.LayOut(web.Settle(all))
	b.describe(dc, said)
}

// hold has the book hold an article for each part that is one. What stands
// before, between and behind them goes with its neighbour, as furniture.
func (b *epub) hold(dc map[string]string) {
	b.Article.Source.Encoding = "utf-8"
	var apart []draft.Block
	for _, p := range b.parts {
		if !p.isArticle() {
			for _, bl := range p.blocks {
				bl.Leave()
				apart = append(apart, bl)
			}
			continue
		}
		m := p.stated
		blocks, _ := draft.Numbered(append(apart, web.Settle(p.blocks)...))
		apart = nil
		b.Held = append(b.Held, cutting.Cutting{Title: m.Title, Outlet: letters.Or(m.Outlet, dc["publisher"]), Byline: m.Byline, URL: m.URL,
			Date: m.Published.String(), Language: dc["language"], Blocks: cuttingBlocks(blocks)})
	}
	last := &b.Held[len(b.Held)-1]
	last.Blocks = append(last.Blocks, cuttingBlocks(apart)...)
}

func cuttingBlocks(blocks []draft.Block) []cutting.Block {
	all := make([]cutting.Block, len(blocks))
	for i, bl := range blocks {
		all[i] = cutting.Block{Text: bl.Text, Kind: bl.Kind}
	}
	return all
}

// describe sets the article's metadata: those of the book, and what its one
// article says of itself.
func (b *epub) describe(dc map[string]string, said []web.Metadata) {
	a := &b.Article
	a.Source.Encoding = "utf-8"
	a.Title, a.Byline, a.Outlet = letters.Clean(dc["title"]), imprint.Person(dc["creator"]), letters.Clean(dc["publisher"])
	a.Language = language.Declared(dc["language"])
	day := dates.Stated(dc["date"], a.Language)
	if !b.made {
		a.Published = day
	}
	if len(said) == 1 {
		m := said[0]
		a.Title, a.Byline, a.Outlet, a.URL = letters.Or(a.Title, m.Title), letters.Or(a.Byline, m.Byline), letters.Or(a.Outlet, m.Outlet), m.URL
		if m.Published.Known() {
			a.Published = m.Published
		}
	}
	if b.made && day.Known() && !a.Published.Known() {
		b.Note(draft.DateUnsure, "the book was made on %s, which need not be the article's date", day)
	}
}

var xmlEncoding = pattern.New(`^\s*(?:\x{FEFF})?<\?xml[^>]*encoding=["']([\w-]+)["']`)

// asHTML writes out the empty elements of XHTML, which in HTML would swallow
// all that follows: <title/> is the commonest.
func asHTML(page string) string {
	return emptyElement().ReplaceAllString(page, "<$1$2></$1>")
}

var emptyElement = pattern.New(`<(title|script|style|a|p|div|span|em|i|b|td|th|li|iframe|textarea)((?:\s[^<>]*)?)/>`)

// spine returns the names of a book's chapters in the order of reading.
func spine(book []byte, dir string) ([]string, error) {
	names := map[string]string{} // by id
	var order []string
	err := elements(book, func(e xml.StartElement) {
		switch e.Name.Local {
		case "item":
			if href, err := url.PathUnescape(value(e, "href")); err == nil && value(e, "properties") != "nav" {
				names[value(e, "id")] = path.Join(dir, href)
			}
		case "itemref":
			if name := names[value(e, "idref")]; name != "" && len(order) < archive.MaxMembers {
				order = append(order, name)
			}
		}
	}, func(string) {}, func(string) {})
	return order, err
}
