package mention

import (
	"sort"

	"example.org/attache/briefing/extract/clause"
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
	stems    []string
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

// Stems returns for each token its stem if it tells topics apart, "" if it does
// not.
func (s *Sentence) Stems() []string {
	if s.stems == nil {
		s.stems = clause.Stems(s.Tokens)
	}
	return s.stems
}

// Telling returns the words of r that tell topics apart, by their stems.
func (s *Sentence) Telling(r clause.Run) clause.Words {
	if r.Empty() {
		return nil
	}
	return clause.WordsOf(s.Stems()[r.From:r.To])
}
