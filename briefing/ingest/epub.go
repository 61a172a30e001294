package ingest

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"net/url"
	"path"
	"regexp"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/archive"
	"golang.org/x/net/html"
)

// readEPUB reads an e-book (EPUB 3, W3C): its chapters in the order of
// reading. News readers save articles this way.
func readEPUB(f *file) error {
	a, err := archive.Open(f.data)
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
	var blocks []block
	size := 0
	for _, name := range chapters {
		page, err := a.Member(name)
		if err != nil {
			return err
		}
		doc, err := html.Parse(bytes.NewReader(asHTML(page)))
		if err != nil {
			return fmt.Errorf("%w: %s: %v", briefing.ErrDamaged, name, err)
		}
		for _, b := range blocksOf(doc) {
			size += len(b.text)
			blocks = append(blocks, b)
		}
		if size > MaxText {
			break // layOut's caller says that it is too large
		}
	}
	f.layOut(blocks)

	dc := dublinCore(book)
	m := &f.article
	m.Source.Encoding = "utf-8"
	m.Title, m.Byline, m.Outlet = clean(dc["title"]), person(dc["creator"]), clean(dc["publisher"])
	m.Language, m.Published = declaredLanguage(dc["language"]), dates.Stated(dc["date"], "")
	return nil
}

// asHTML writes out the empty elements of XHTML, which in HTML would swallow
// all that follows: <title/> is the commonest.
func asHTML(page []byte) []byte {
	return emptyElement.ReplaceAll(bytes.ToValidUTF8(page, []byte("\uFFFD")), []byte("<$1$2></$1>"))
}

var emptyElement = regexp.MustCompile(`<(title|script|style|a|p|div|span|em|i|b|td|th|li|iframe|textarea)((?:\s[^<>]*)?)/>`)

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
