package letters

import (
	"bytes"
	"unicode/utf8"
)

// Lower returns bytes with the capital letters of ASCII in lower case, for
// looking for tags: ten times faster than bytes.ToLower, which reads letters.
func Lower(b []byte) []byte {
	low := make([]byte, len(b))
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		low[i] = c
	}
	return low
}

// IsText reports whether head is text rather than the bytes of a program: at
// most one control byte in a hundred, unless it is UTF-16.
func IsText(head []byte, _ string) bool {
	if bytes.HasPrefix(head, []byte("\xFF\xFE")) || bytes.HasPrefix(head, []byte("\xFE\xFF")) || Wide(head) != "" {
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
