package story

import (
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// MarkParagraphs takes over the article's paragraphs, or the lines of its text
// where it has none, and marks lines that are no part of the article:
//
//	Déjanos tu opinión
//	READ: Ministers meet again
//
// It leaves a caption that reads like a sentence as the file had it.
func MarkParagraphs(d *Document) {
	list := d.Article.Paragraphs
	if len(list) == 0 {
		list = Lines(d.Text)
	}
	end := 0
	for _, p := range list {
		if p.Start < end || !p.Valid(d.Text) {
			continue // not of this text
		}
		if p.Kind == "" {
			p.Kind = briefing.Body
		}
		if p.Kind != briefing.Furniture && isFurniture(p.Of(d.Text)) {
			p.Kind = briefing.Furniture
		}
		d.Paragraphs = append(d.Paragraphs, Paragraph{Paragraph: p})
		end = p.End
	}
}

// Lines returns the non-blank lines of text as body paragraphs.
func Lines(text string) []briefing.Paragraph {
	var out []briefing.Paragraph
	for start := 0; start < len(text); {
		end := len(text)
		if k := strings.IndexByte(text[start:], '\n'); k >= 0 {
			end = start + k
		}
		line := strings.TrimRightFunc(text[start:end], unicode.IsSpace)
		lead := len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
		if lead < len(line) {
			out = append(out, briefing.Paragraph{
				Span: briefing.Span{Start: start + lead, End: start + len(line)},
				Kind: briefing.Body,
			})
		}
		start = end + 1
	}
	return out
}

// longestFurniture is the length in bytes up to which a paragraph may be
// furniture by its first words.
const longestFurniture = 240

// isFurniture reports whether a line is no part of the article.
func isFurniture(line string) bool {
	if len(line) > longestFurniture {
		return false
	}
	line = strings.TrimSpace(lang.Fold(line))
	f := furnitureLines()
	if f.is[line] || f.is[strings.TrimRight(line, ".!…»>: ")] {
		return true
	}
	for _, w := range f.begins {
		if strings.HasPrefix(line, w) {
			return !runsOn(line)
		}
	}
	for _, w := range f.ends {
		if strings.HasSuffix(line, w) {
			return true
		}
	}
	return false
}

// leastSentence is the least number of words that a sentence behind a dateline has.
const leastSentence = 10

// runsOn reports whether the article has begun in a line that opens as furniture
// does: "Photo: Harbour Post Oslo — The minister met the crews on Monday."
func runsOn(line string) bool {
	for _, dash := range []string{" — ", " – ", " -- "} {
		if _, rest, ok := strings.Cut(line, dash); ok && strings.HasSuffix(rest, ".") && len(strings.Fields(rest)) >= leastSentence {
			return true
		}
	}
	return false
}
