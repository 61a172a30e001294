// Package lang cuts English text into sentences and tokens with byte spans and
// tags parts of speech. It owns the tokeniser, the list of abbreviations and
// the one adapter to the prose tagger. It does not know what words mean:
// names, offices and speech verbs belong to package extract.
//
// Any bytes may go in. Tokens never overlap, every token is the bytes of its
// span, spans of UTF-8 text lie on rune edges, and cost grows in step with the
// length of the text.
package lang

import (
	"strings"
	"sync"

	"example.org/attache/briefing"
)

// Sentence is one sentence of a text with its tokens.
type Sentence struct {
	briefing.Span
	Tokens []Token

	asked sync.Mutex
	tags  []string // as far as asked for
}

// Tag returns the Penn Treebank tag of token i, such as "VBD". A word is tagged
// when it is first asked for: tagging costs some ten times as much as cutting,
// so ask only where words do not decide.
func (s *Sentence) Tag(i int) string {
	s.asked.Lock()
	defer s.asked.Unlock()
	if s.tags == nil {
		s.tags = make([]string, len(s.Tokens))
	}
	return s.tagAt(i)
}

// maxTokens bounds a sentence. Prose stays far below it; tables, lists without
// full stops and garbage do not, and are cut so that a rule that looks at all
// pairs of tokens in a sentence still costs no more than the text is long.
const maxTokens = 400

// Analyse returns the sentences of text that lie in the given parts, which are
// in order and do not overlap; no sentence crosses from one part into the
// next. No parts means the whole text. Every sentence has at least one token.
func Analyse(text string, parts ...briefing.Span) []*Sentence {
	if len(parts) == 0 && text != "" {
		parts = []briefing.Span{{Start: 0, End: len(text)}}
	}
	var out []*Sentence
	for _, p := range parts {
		for _, span := range split(text, p) {
			tokens := Tokenize(text, span)
			for len(tokens) > 0 {
				n := min(len(tokens), maxTokens)
				run := tokens[:n:n]
				out = append(out, &Sentence{
					Span:   briefing.Span{Start: run[0].Start, End: run[n-1].End},
					Tokens: run,
				})
				tokens = tokens[n:]
			}
		}
	}
	return out
}

// Fold returns s in lower case with curly apostrophes straightened: the form
// in which lexicons hold their words.
func Fold(s string) string {
	s = strings.ToLower(s)
	if strings.Contains(s, "’") {
		s = strings.ReplaceAll(s, "’", "'")
	}
	return s
}
