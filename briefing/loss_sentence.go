package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// farthest is how far a sentence is looked for on either side, in bytes: no
// sentence of prose is longer, and text without full stops must not cost more
// than it is long.
const farthest = 1500

// Sentences returns the sentences of the part of text that span covers, as the
// referee cuts them.
func Sentences(text string, span Span) []Span {
	var all []Span
	start := span.Start
	for i := span.Start + 1; i <= span.End; i++ {
		if i < span.End && !sentenceEdge(text, i) {
			continue
		}
		if s := (Span{start, i}); strings.TrimSpace(s.Of(text)) != "" {
			all = append(all, s)
		}
		start = i
	}
	return all
}

// sentenceAround returns the sentence that holds at, or the sentences from its
// beginning to its end. Sentences end at a full stop, a question mark or an
// exclamation mark before a capital, and at line breaks.
func sentenceAround(text string, at Span) Span {
	s := at
	for s.Start > 0 && s.Start > at.Start-farthest && !sentenceEdge(text, s.Start) {
		s.Start--
	}
	for s.End < len(text) && s.End < at.End+farthest && !sentenceEdge(text, s.End) {
		s.End++
	}
	for s.Start < at.Start && !utf8.RuneStart(text[s.Start]) {
		s.Start++
	}
	for s.End < len(text) && !utf8.RuneStart(text[s.End]) {
		s.End++
	}
	return s
}

// sentenceEdge reports whether a sentence ends right before text[i].
func sentenceEdge(text string, i int) bool {
	if text[i] == '\n' || text[i-1] == '\n' {
		return true
	}
	if text[i] != ' ' {
		return false
	}
	before := strings.TrimRight(text[max(0, i-40):i], `"'”’)»`)
	if before == "" {
		return false
	}
	after := strings.TrimLeft(text[i:min(len(text), i+40)], ` "'“‘(«`)
	first, _ := utf8.DecodeRuneInString(after)
	switch before[len(before)-1] {
	case '?', '!':
		return !unicode.IsLower(first)
	case '.':
		if !unicode.IsUpper(first) && !unicode.IsDigit(first) {
			return false
		}
	default:
		return false
	}
	word := strings.TrimLeft(before[strings.LastIndexAny(before[:len(before)-1], " \n")+1:len(before)-1], `"'“‘(«`)
	if len(word) > 1 && !strings.Contains(word, ".") && !governorLexicon().classes["abbreviation"][strings.ToLower(word)] {
		return true
	}
	next := strings.FieldsFunc(after, func(r rune) bool { return !unicode.IsLetter(r) })
	return len(next) > 0 && governorLexicon().classes["pronoun"][strings.ToLower(next[0])] && len(next[0]) > 1 // "the U.S. The talks"
}
