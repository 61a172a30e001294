package ingest

import (
	"encoding/xml"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/archive"
)

// readDOCX reads a Word document (ECMA-376): the text as it stands when all
// changes are accepted, without comments, notes, headers and footers. Its
// author is not taken for the article's: it is whoever saved the file.
func readDOCX(f *file) error {
	a, err := archive.Open(f.data)
	if err != nil {
		return err
	}
	document, err := a.Member("word/document.xml")
	if err != nil {
		return err
	}
	var w blockWriter
	kind, title, inTitle := briefing.Body, "", false
	shown, skip := 0, 0 // depth inside elements whose text is shown, and is not
	err = elements(document, func(e xml.StartElement) {
		switch e.Name.Local {
		case "p":
			kind, inTitle = briefing.Body, false
		case "pStyle":
			kind = kindOfStyle(value(e, "val"))
			inTitle = strings.EqualFold(value(e, "val"), "Title")
		case "numPr":
			if kind == briefing.Body {
				kind = briefing.ListItem
			}
		case "t":
			shown++
		case "tab":
			if w.text.Len() > 0 {
				w.space = '\t'
			}
		case "br", "cr":
			w.space = '\n'
		case "noBreakHyphen":
			w.say("\u2011", place{kind: kind})
		case "Fallback", "del", "moveFrom": // a second form of the text, and text that was deleted
			skip++
		}
	}, func(s string) {
		if shown > 0 && skip == 0 {
			if inTitle && len(title) < maxTitle {
				title += s
			}
			w.say(s, place{kind: kind})
		}
	}, func(name string) {
		switch name {
		case "p":
			w.end()
		case "t":
			shown--
		case "Fallback", "del", "moveFrom":
			skip--
		}
	})
	if err != nil {
		return err
	}
	w.end()
	f.layOut(w.blocks)
	f.article.Source.Encoding = "utf-8"
	if core, err := a.Member("docProps/core.xml"); title == "" && err == nil {
		title = dublinCore(core)["title"]
	}
	f.article.Title = clean(title)
	return nil
}

// maxTitle is the most bytes a title is collected to.
const maxTitle = 1000

// kindOfStyle returns the kind of a paragraph by the identifier of its style,
// which stays English in most languages of Word.
func kindOfStyle(style string) briefing.ParagraphKind {
	s := strings.ToLower(style)
	switch {
	case strings.HasPrefix(s, "heading"), s == "title", s == "subtitle":
		return briefing.Heading
	case strings.Contains(s, "quote"), strings.Contains(s, "quotation"):
		return briefing.Quotation
	case strings.HasPrefix(s, "list"):
		return briefing.ListItem
	case strings.Contains(s, "caption"):
		return briefing.Caption
	}
	return briefing.Body
}
