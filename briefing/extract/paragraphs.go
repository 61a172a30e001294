package extract

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/story"
)

// Paragraphs returns the article's paragraphs with those that are no part of
// the article marked as furniture, by their wording. The reading of files
// knows only what a file's own markup says of its parts.
func Paragraphs(a *briefing.Article) []briefing.Paragraph {
	d := newDocument(a)
	story.MarkParagraphs(d.Document.Document.Document.Document)
	var marked []briefing.Paragraph
	for _, p := range d.Paragraphs {
		marked = append(marked, p.Paragraph)
	}
	return marked
}
