package ingest

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// canonical returns text as Article.Text wants it: no byte order mark, lines
// ended by LF, and of the control characters only line ends and tabs. Every
// other control character becomes one space, so that the offsets of a file
// with LF line ends are those of its bytes.
func (f *file) canonical(text string) string {
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
		f.note(ControlChars, "%s became spaces", count(controls, "control character", "control characters"))
	}
	return text
}

// isText reports whether head is text rather than the bytes of a program: at
// most one control byte in a hundred, unless it is UTF-16.
func isText(head []byte, _ string) bool {
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) || wide(head) != "" {
		return true
	}
	bad := 0
	for _, b := range head {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B {
			bad++
		}
	}
	// Short files may hold a stray one; bytes of compressed data are never
	// valid UTF-8 for long.
	return bad*100 <= len(head) || bad <= 2 && utf8.Valid(head)
}
