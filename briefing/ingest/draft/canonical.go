package draft

import (
	"strings"
)

// canonical returns text as Article.Text wants it: no byte order mark, lines
// ended by LF, and of the control characters only line ends and tabs. Every
// other control character becomes one space, so that the offsets of a file
// with LF line ends are those of its bytes.
func (f *File) canonical(text string) string {
	text = strings.TrimPrefix(text, "\uFEFF")
	if !holdsControls(text) {
		return text
	}
	if text = strings.ReplaceAll(text, "\r\n", "\n"); !holdsControls(text) {
		return text
	}
	controls := 0
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r < ' ' && r != '\n' && r != '\t':
			if r != '\f' {
				controls++
			}
			return ' '
		}
		return r
	}, text)
	if controls > 0 {
		f.Note(ControlChars, "%s became spaces", Count(controls, "control character", "control characters"))
	}
	return text
}

// holdsControls reports whether a text holds control characters other than
// line ends and tabs.
func holdsControls(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' && c != '\n' && c != '\t' {
			return true
		}
	}
	return false
}
