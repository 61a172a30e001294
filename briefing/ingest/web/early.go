package web

import "strings"

// endsEarly reports whether a page was cut off while it was saved: it opens a
// document, closes none, and stops in the middle of a word or a tag. Pages
// written by hand may leave the end tags out, but seldom all of them after
// text that no tag follows; programs that save pages write them.
func endsEarly(page string) bool {
	if strings.HasSuffix(strings.TrimRight(page, " \t\r\n\f\x00"), ">") {
		return false
	}
	return holdsTag(page, "<html", "<body") && !holdsTag(page, "</html", "</body")
}

// holdsTag reports whether a page holds the beginning of a tag, in small or
// in capital letters.
func holdsTag(page string, begins ...string) bool {
	for _, b := range begins {
		if strings.Contains(page, b) || strings.Contains(page, strings.ToUpper(b)) {
			return true
		}
	}
	return false
}
