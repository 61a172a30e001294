package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing/pattern"
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

// dateline is where and when a wire report was filed: "MEXICO CITY, 5 Dec – ",
// "PARIS (AP) — ", "BERNE, March 4 - ".
var dateline = pattern.New(`^\p{Lu}[\p{Lu} .’'-]+(?:, [\p{L}\d .]{2,20})?(?: \([^)]{2,20}\))? [-–—]{1,2} `)

// withoutDateline leaves out a sentence's dateline; it tells where the
// reporter was, not what was agreed.
func withoutDateline(s string) string { return s[len(dateline().FindString(s)):] }

// oneLine joins the lines of s by single spaces.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// wordsOf returns the letters and digits of s as lower-case words.
func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
