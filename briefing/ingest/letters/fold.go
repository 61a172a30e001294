package letters

import (
	"html"
	"strings"
	"unicode"
)

// Squash returns the letters and digits of s in lower case.
func Squash(s string) string {
	return strings.Map(func(r rune) rune {
		if !Readable(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// Alphabetic returns how many letters s has, without its figures.
func Alphabetic(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// Unescaped undoes a second escaping: some systems escape what is escaped.
func Unescaped(s string) string {
	if !strings.Contains(s, "&") || !strings.Contains(s, ";") {
		return s
	}
	return Clean(html.UnescapeString(s))
}
