package extract

import (
	"strings"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/lang"
)

// document is an article on its way through the stages. Each stage adds to it
// and changes nothing that an earlier one has settled.
type document struct {
	article    *briefing.Article
	text       string // the article's text; bytes that are no UTF-8 read '?'
	paragraphs []paragraph
	quotations []quotation
	passages   []*passage // sentences with each quotation as one piece
	speakers   *speakers  // who said each quotation
	sentences  []*sentence
	mentions   []*mention // in order of the text
	people     []*person  // in order of first mention
	findings   briefing.Findings
	meets      bool // the article reports a meeting, visit or call
	sports     bool // the article is about sport

	alias  map[string][]*person // folded name or part of a name
	year   int                  // see mainYear
	named  map[string]bool      // sides the text names; see names
	owners map[string]string    // side by body; see byBody
	past   map[string]bool      // sides whose capital is an older state's; see oldState

	firstSide map[string]int    // see firstNamed
	weight    map[string]int    // see weights
	across    map[string]string // see other
	longest   map[string]string // see bodyEnding
}

// paragraph is a paragraph and its sentences.
type paragraph struct {
	briefing.Paragraph
	first, last int // sentences[first:last]
}

// furniture reports whether the paragraph is left out of extraction.
func (p paragraph) furniture() bool { return p.Kind == briefing.Furniture }

// sentence is a sentence of a paragraph that is not furniture.
type sentence struct {
	*lang.Sentence
	index     int  // in document.sentences
	paragraph int  // in document.paragraphs
	quoted    bool // wholly inside a quotation
	earlier   bool // tells of an earlier meeting; see document.meetingOf

	mentions []*mention // in order
	read     *parse.Sentence
}

func newDocument(a *briefing.Article) *document {
	if a == nil {
		a = &briefing.Article{}
	}
	d := &document{article: a, text: a.Text, alias: map[string][]*person{}}
	if !utf8.ValidString(d.text) {
		d.text = scrub(d.text)
	}
	d.findings = briefing.Findings{
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

// sentenceAt returns the sentence that holds offset, or nil.
func (d *document) sentenceAt(offset int) *sentence {
	lo, hi := 0, len(d.sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.sentences[mid].End > offset {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	if lo < len(d.sentences) && d.sentences[lo].Start <= offset {
		return d.sentences[lo]
	}
	return nil
}

// inQuotation reports whether offset lies inside quotation marks.
func (d *document) inQuotation(offset int) bool {
	lo, hi := 0, len(d.quotations)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.quotations[mid].End > offset {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo < len(d.quotations) && d.quotations[lo].Start <= offset
}

// cutSentences adds the sentences of every paragraph that is not furniture.
func cutSentences(d *document) {
	for i := range d.paragraphs {
		p := &d.paragraphs[i]
		p.first = len(d.sentences)
		if !p.furniture() {
			for _, s := range lang.Analyse(d.text, p.Span) {
				d.sentences = append(d.sentences, &sentence{
					Sentence:  s,
					index:     len(d.sentences),
					paragraph: i,
					quoted:    d.inQuotation(s.Start+1) && d.inQuotation(s.End-1),
				})
			}
		}
		p.last = len(d.sentences)
	}
	markEarlier(d)
}
