package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lineCapital begins a line with a capital (briefing.NormLineCapital) and
// takes out line breaks. Words that begin otherwise on purpose ("iPhone",
// "al-Sadr") are left.
func lineCapital(s string) string {
	s = oneLine(s)
	first, _, _ := strings.Cut(s, " ")
	if strings.ContainsFunc(first, unicode.IsUpper) || strings.Contains(first, "-") && len(first) < 4 {
		return s
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// oneLine joins the lines of s by single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// wordsOf returns the letters and digits of s as lower-case words.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
