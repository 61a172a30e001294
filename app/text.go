package app

import (
	"strings"
	"unicode"
)

// OneLine takes out what does not belong in a name or title: line breaks,
// control characters and the space around it. A line of the page is one, too.
func OneLine(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.Join(strings.Fields(s), " ")
}

// sentence begins s with a capital.
func sentence(s string) string {
	for i, r := range s {
		return string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}
