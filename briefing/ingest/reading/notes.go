package reading

import (
	"fmt"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/cutting"
	"example.org/attache/briefing/ingest/letters"
)

// Evernote reads an export of Evernote (ENEX): each note is an article. The
// day is that on which it was clipped, as the note states no other.
func Evernote(data []byte) ([]cutting.Cutting, error) {
	root, err := treeOf(data)
	if err != nil {
		return nil, err
	}
	var all []cutting.Cutting
	for _, note := range root.all("note") {
		text := note.child("content").value()
		if !told(text) {
			continue
		}
		c := page(text)
		about := note.child("note-attributes")
		c.Title, c.Date = note.child("title").value(), note.child("created").value()
		c.Byline, c.URL = about.child("author").value(), about.child("source-url").value()
		all = append(all, c)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%w: the Evernote file holds no notes with text", briefing.ErrEmpty)
	}
	return all, nil
}

// FactivaXML reads articles in the XML of Factiva's services.
func FactivaXML(data []byte) ([]cutting.Cutting, error) {
	root, err := treeOf(data)
	if err != nil {
		return nil, err
	}
	var all []cutting.Cutting
	for _, a := range root.all("article") {
		c := cutting.Cutting{
			Title: whole(a.child("headline")), Outlet: letters.Or(a.child("sourceName").value(), a.child("publisherName").value()),
			Byline: whole(a.child("byline")), Language: a.child("baseLanguage").value(),
			Date: letters.Or(a.child("publicationDate").first("date").value(), a.child("publicationDate").first("dateTime").value(), a.child("publicationDate").value()),
		}
		for _, part := range []string{"leadParagraph", "tailParagraphs"} {
			if p := a.child(part); p != nil {
				paragraphs := p.all("paragraph")
				for _, para := range paragraphs {
					c.Blocks = append(c.Blocks, cutting.Block{Text: whole(para), Kind: briefing.Body})
				}
				if len(paragraphs) == 0 {
					c.Blocks = append(c.Blocks, indented(p.value())...)
				}
			}
		}
		all = append(all, c)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("%w: the Factiva file holds no articles", briefing.ErrEmpty)
	}
	return all, nil
}

// indented cuts a text into paragraphs where an empty line stands before one,
// or blanks that are more than those of the lines around.
func indented(text string) []cutting.Block {
	var all []cutting.Block
	for part := range strings.SplitSeq(strings.ReplaceAll(strings.ReplaceAll(text, "\r", ""), "\n    ", "\n\n"), "\n\n") {
		if part = letters.Squeeze(part); part != "" {
			all = append(all, cutting.Block{Text: part, Kind: briefing.Body})
		}
	}
	return all
}

// whole returns the text of an element and of those in it, on one line.
func whole(e *element) string {
	if e == nil {
		return ""
	}
	return letters.Squeeze(stripped(letters.Or(e.inner, e.value())))
}
