// Package plain reads plain texts and Markdown: lines become paragraphs again,
// and the head that a clipping program wrote says what the article is.
package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
)

// Read reads plain text.
func Read(f *draft.File) error {
	text, err := f.Decode()
	if err != nil {
		return err
	}
	f.Article.Text = text
	head, fields := textHead(text)
	f.Article.Paragraphs = head
	fields.apply(f)
	body := 0
	if len(head) > 0 {
		body = head[len(head)-1].End
	}
	for _, p := range Paragraphs(text[body:]) {
		p.Start, p.End = p.Start+body, p.End+body
		f.Article.Paragraphs = append(f.Article.Paragraphs, p)
	}
	f.OfferDateline()
	return nil
}

// textHead returns, as furniture, the lines at the top of a plain text that
// state what the article is, and what they state.
func textHead(text string) ([]briefing.Paragraph, statedFields) {
	fields, body := frontMatter(text)
	end := len(text) - len(body)
	if end == 0 {
		lines := strings.SplitAfter(text, "\n")
		n := 0
		if n, fields = statedHead(lines); n == 0 {
			return nil, nil
		}
		for _, line := range lines[:n] {
			end += len(line)
		}
	}
	var head []briefing.Paragraph
	for _, l := range linesOf(text[:end]) {
		head = append(head, briefing.Paragraph{Span: l.Span, Kind: briefing.Furniture})
	}
	return head, fields
}

// textLine is one line of a plain text that is not blank.
type textLine struct {
	briefing.Span        // without the blanks around it
	block         int    // number of the run of lines without a blank line between
	width         int    // in runes
	words         string // the bytes of Span
}

// linesOf returns the lines of text that are not blank.
func linesOf(text string) []textLine {
	var lines []textLine
	at, block, blank := 0, 0, false
	for raw := range strings.Lines(text) {
		words := strings.TrimSpace(raw)
		if words == "" {
			blank = true
		} else {
			if blank {
				block, blank = block+1, false
			}
			start := at + len(raw) - len(strings.TrimLeftFunc(raw, unicode.IsSpace))
			lines = append(lines, textLine{
				Span:  briefing.Span{Start: start, End: start + len(words)},
				block: block, width: utf8.RuneCountInString(words), words: words,
			})
		}
		at += len(raw)
	}
	return lines
}

// Paragraphs divides a plain text into paragraphs. Blank lines always
// divide. Within a block, lines that an editor wrapped at a fixed width are
// one paragraph; other lines are one each. Every non-blank byte is in one
// paragraph.
func Paragraphs(text string) []briefing.Paragraph {
	lines := linesOf(text)
	width := wrapWidth(lines)
	var all []briefing.Paragraph
	for i, l := range lines {
		if i > 0 && l.block == lines[i-1].block && !letters.Bullet(l.words) && wrapped(lines[i-1], l, width) {
			all[len(all)-1].End = l.End
			continue
		}
		k := briefing.Body
		if letters.Bullet(l.words) {
			k = briefing.ListItem
		}
		all = append(all, briefing.Paragraph{Span: l.Span, Kind: k})
	}
	markHeadings(text, all)
	return all
}

// markHeadings marks paragraphs of one short line that do not end like a
// sentence and have a longer one after them.
func markHeadings(text string, all []briefing.Paragraph) {
	for i := range all[:max(0, len(all)-1)] {
		p, next := all[i], all[i+1]
		words := p.Of(text)
		if p.Kind != briefing.Body || next.Kind != briefing.Body || len(words) > 100 || next.Len() < 2*len(words) || next.Len() < 100 {
			continue
		}
		first, _ := utf8.DecodeRuneInString(words)
		last, _ := utf8.DecodeLastRuneInString(words)
		if unicode.IsUpper(first) && (unicode.IsLetter(last) || unicode.IsDigit(last)) && strings.Count(words, " ") <= 12 && !strings.Contains(words, "\n") {
			all[i].Kind = briefing.Heading
		}
	}
}
