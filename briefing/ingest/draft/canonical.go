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
	if !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && r != '\n' && r != '\t' }) {
		return text
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
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
