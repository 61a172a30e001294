package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// WordSpans returns the words of s in order, as Trace and Check cut them, so
// that whoever compares words with theirs cuts in the same places.
func WordSpans(s string) []Span { return wordSpans(s) }

// wordSpans returns the words of s in order: what stands between white space,
// dashes and slashes, without the punctuation around it. "U.S.," gives "U.S",
// "“High-Level" gives "High-Level", "–" gives nothing.
func wordSpans(s string) []Span {
	var words []Span
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if separates(r) {
			i += size
			continue
		}
		start := i
		for i < len(s) {
			if r, size = utf8.DecodeRuneInString(s[i:]); separates(r) {
				break
			}
			i += size
		}
		w := strings.TrimFunc(s[start:i], trims)
		if w == "" {
			continue
		}
		from := start + strings.Index(s[start:i], w)
		words = append(words, Span{from, from + len(w)})
	}
	return words
}

func separates(r rune) bool {
	return unicode.IsSpace(r) || r == '–' || r == '—' || r == '―' || r == '/' || r == '…'
}

// trims reports whether r is punctuation around a word. Signs that change
// what is said ("30 %", "#", "@", "§") are words or parts of words.
func trims(r rune) bool {
	switch r {
	case '%', '#', '@', '§', '&':
		return false
	}
	return unicode.IsPunct(r)
}
