package parse

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// Run is the tokens [From, To) of a sentence.
type Run struct{ From, To int }

// Empty reports whether no token is in r.
func (r Run) Empty() bool { return r.To <= r.From }

// Has reports whether token i is in r.
func (r Run) Has(i int) bool { return r.From <= i && i < r.To }

// Sentence is a sentence that has been read.
type Sentence struct {
	*lang.Sentence
	Words   []Word   // one for each token
	Clauses []Clause // in order of their verbs
}

// Read reads a sentence.
func Read(l *lang.Sentence) *Sentence {
	s := &Sentence{Sentence: l, Words: make([]Word, len(l.Tokens))}
	(&tagger{s: s}).run()
	b := &builder{s: s}
	b.groups()
	b.clauses()
	b.reality()
	return s
}

// Span returns the bytes of r, which is not empty.
func (s *Sentence) Span(r Run) briefing.Span {
	return briefing.Span{Start: s.Tokens[r.From].Start, End: s.Tokens[r.To-1].End}
}

// is reports whether token i is there and one of the words.
func (s *Sentence) is(i int, list ...string) bool {
	return i >= 0 && i < len(s.Tokens) && s.Tokens[i].Is(list...)
}

// in reports whether token i is there and of a group of words.
func (s *Sentence) in(i int, g group) bool {
	return i >= 0 && i < len(s.Tokens) && g[s.Tokens[i].Lower]
}

// pos returns the part of speech of token i, Mark outside the sentence.
func (s *Sentence) pos(i int) Pos {
	if i < 0 || i >= len(s.Words) {
		return Mark
	}
	return s.Words[i].Pos
}

// ClauseAt returns the clause whose verb group holds token i, or nil.
func (s *Sentence) ClauseAt(i int) *Clause {
	for k := range s.Clauses {
		if s.Clauses[k].Verb.Has(i) {
			return &s.Clauses[k]
		}
	}
	return nil
}
