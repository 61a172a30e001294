// Package story owns an article's text before anything is known of its
// sentences: which paragraphs are the article's own and which are furniture of
// a page, and where words are quoted, with marks, set apart, as turns of a
// transcript or as answers of an interview. Spans are half-open ranges of bytes
// of Document.Text.
//
// It does not own sentences or names (package mention), nor who said a
// quotation (package speech).
package story

import (
	"sort"
	"strings"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// Document is the text of an article, and what the stages have found in it so
// far.
type Document struct {
	Article    *briefing.Article
	Text       string // the article's text; bytes that are no UTF-8 read '?'
	Paragraphs []Paragraph
	Quotations []Quotation
	Findings   briefing.Findings
}

// New returns the document of an article, nil for one without text.
func New(a *briefing.Article) *Document {
	if a == nil {
		a = &briefing.Article{}
	}
	d := &Document{Article: a, Text: a.Text}
	if !utf8.ValidString(d.Text) {
		d.Text = scrub(d.Text)
	}
	d.Findings = briefing.Findings{
		Article:     a.ID,
		Meetings:    []briefing.Meeting{},
		Delegations: []briefing.Delegation{},
		Agenda:      []briefing.AgendaItem{},
		Agreements:  []briefing.Agreement{},
		Positions:   []briefing.Position{},
		Quotes:      []briefing.Quote{},
		Reported:    []briefing.Reported{},
		Dates:       []briefing.DateMention{},
		People:      []briefing.Person{},
	}
	return d
}

// Paragraph is a paragraph and its sentences.
type Paragraph struct {
	briefing.Paragraph
	First, Last int // sentences[first:last]
}

// Furniture reports whether the paragraph is left out of extraction.
func (p Paragraph) Furniture() bool { return p.Kind == briefing.Furniture }

// scrub replaces every byte that is no part of a rune by '?', so that offsets
// stay as they are.
func scrub(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size == 1 {
			b.WriteByte('?')
		} else {
			b.WriteString(s[i : i+size])
		}
		i += size
	}
	return b.String()
}

// InQuotation reports whether offset lies inside quotation marks.
func (d *Document) InQuotation(offset int) bool {
	i := sort.Search(len(d.Quotations), func(i int) bool { return d.Quotations[i].End > offset })
	return i < len(d.Quotations) && d.Quotations[i].Start <= offset
}
