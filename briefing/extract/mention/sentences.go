package mention

import (
	"sort"

	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/lang"
)

// Sentence is a sentence of a paragraph that is not furniture.
type Sentence struct {
	*lang.Sentence
	Index     int  // in document.sentences
	Paragraph int  // in document.paragraphs
	Quoted    bool // wholly inside a quotation
	Earlier   bool // tells of an earlier meeting; see document.MeetingOf

	Mentions []*Mention // in order
	Read     *parse.Sentence
}

// SentenceAt returns the sentence that holds offset, or nil.
func (d *Document) SentenceAt(offset int) *Sentence {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].End > offset })
	if i < len(d.Sentences) && d.Sentences[i].Start <= offset {
		return d.Sentences[i]
	}
	return nil
}

// CutSentences adds the sentences of every paragraph that is not furniture.
func CutSentences(d *Document) {
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		p.First = len(d.Sentences)
		if !p.Furniture() {
			for _, s := range lang.Analyse(d.Text, p.Span) {
				d.Sentences = append(d.Sentences, &Sentence{
					Sentence:  s,
					Index:     len(d.Sentences),
					Paragraph: i,
					Quoted:    d.InQuotation(s.Start+1) && d.InQuotation(s.End-1),
				})
			}
		}
		p.Last = len(d.Sentences)
	}
}

// Reading returns the sentence as package parse reads it.
func (s *Sentence) Reading() *parse.Sentence {
	if s.Read == nil {
		s.Read = parse.Read(s.Sentence)
	}
	return s.Read
}
