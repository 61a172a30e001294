package ingest

import (
	"encoding/xml"
	"strconv"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/archive"
)

// readODT reads an OpenDocument text (ISO/IEC 26300), without comments,
// notes and text that was deleted. Its author is not taken for the article's.
func readODT(f *file) error {
	a, err := archive.Open(f.data)
	if err != nil {
		return err
	}
	content, err := a.Member("content.xml")
	if err != nil {
		return err
	}
	var w blockWriter
	kind, lists, open, skip := briefing.Body, 0, 0, 0
	title, inTitle := "", false
	err = elements(content, func(e xml.StartElement) {
		switch e.Name.Local {
		case "h":
			kind = briefing.Heading
			open++
		case "p":
			style := value(e, "style-name")
			if kind = kindOfStyle(style); kind == briefing.Body && lists > 0 {
				kind = briefing.ListItem
			}
			inTitle = strings.EqualFold(style, "Title")
			open++
		case "list":
			lists++
		case "s":
			if n, _ := strconv.Atoi(value(e, "c")); n >= 0 && w.space == 0 {
				w.space = ' '
			}
		case "tab":
			w.space = '\t'
		case "line-break":
			w.space = '\n'
		case "annotation", "tracked-changes", "note":
			skip++
		}
	}, func(s string) {
		if open > 0 && skip == 0 {
			if inTitle && len(title) < maxTitle {
				title += s
			}
			w.say(s, place{kind: kind})
		}
	}, func(name string) {
		switch name {
		case "h", "p":
			open--
			if skip == 0 {
				w.end()
				inTitle = false
			}
		case "list":
			lists--
		case "annotation", "tracked-changes", "note":
			skip--
		}
	})
	if err != nil {
		return err
	}
	w.end()
	f.layOut(w.blocks)
	f.article.Source.Encoding = "utf-8"
	if meta, err := a.Member("meta.xml"); title == "" && err == nil {
		title = dublinCore(meta)["title"]
	}
	f.article.Title = clean(title)
	return nil
}
