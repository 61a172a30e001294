// Package imprint reads the lines about an article that say who wrote it and
// when. Their words are data, in assets/lexicon. It does not decide which of
// the names on a page is the writer's; the readers of pages and files do.
package imprint

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing/ingest/letters"
)

// imprint are the words of the lines about an article, longest first, by what
// they say: "by", "alone", "more", "published", "updated", "in", "and".
var imprint = sync.OnceValue(func() map[string][]string {
	words := map[string][]string{}
	for _, row := range letters.Lexicon("imprint") {
		if len(row) == 3 {
			words[row[0]] = append(words[row[0]], strings.Split(row[2], "|")...)
		}
	}
	for use, all := range words {
		slices.SortFunc(all, func(a, b string) int {
			if len(a) != len(b) {
				return len(b) - len(a)
			}
			return strings.Compare(a, b)
		})
		words[use] = slices.Compact(all)
	}
	return words
})

// beginnings are the words for each use by their first letter, in lower case.
var beginnings = sync.OnceValue(func() map[string]map[rune][]string {
	all := map[string]map[rune][]string{}
	for use, words := range imprint() {
		all[use] = map[rune][]string{}
		for _, w := range words {
			r, _ := utf8.DecodeRuneInString(w)
			all[use][unicode.ToLower(r)] = append(all[use][unicode.ToLower(r)], w)
		}
	}
	return all
})

// After returns what follows the first of the words for a use that s
// begins with, and whether it begins with one. The words end where a word
// ends.
func After(s, use string) (string, bool) {
	first, _ := utf8.DecodeRuneInString(s)
	for _, w := range beginnings()[use][unicode.ToLower(first)] {
		if len(s) < len(w) || !strings.EqualFold(s[:len(w)], w) {
			continue
		}
		rest := s[len(w):]
		if r, _ := utf8.DecodeRuneInString(rest); rest == "" || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return strings.TrimLeft(rest, " :\u00A0\t"), true
		}
	}
	return s, false
}

// Holds reports whether one of the words for a use stands in s.
func Holds(s, use string) bool {
	low := " " + strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && r != '/' }), " ") + " "
	for _, w := range imprint()[use] {
		if strings.Contains(low, " "+w+" ") {
			return true
		}
	}
	return false
}

// signWords are the words with which a byline can begin.
var signWords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for _, use := range []string{"by", "alone", "more", "published"} {
		for _, w := range imprint()[use] {
			words[firstWord(w)] = true
		}
	}
	return words
})

// MaySign reports whether a line can be a byline, by its first word or a
// figure near its beginning: the look that spares the reading of most lines.
func MaySign(s string) bool {
	const near = 30 // bytes
	return signWords()[firstWord(s)] || strings.ContainsAny(s[:min(len(s), near)], "0123456789")
}

// firstWord returns the first letters of s in lower case.
func firstWord(s string) string {
	s = strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		s = s[:i]
	}
	return strings.ToLower(s)
}
