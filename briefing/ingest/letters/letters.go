// Package letters knows what every reader of saved files has to know of
// characters: which of them a person reads, what begins a list, how a name is
// put on one line, and the encodings. It knows no kind of file.
package letters

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	utf "golang.org/x/text/encoding/unicode"
)

// Readable reports whether r is a letter or digit.
func Readable(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// Count returns how many letters and digits s has.
func Count(s string) int {
	n := 0
	for _, r := range s {
		if Readable(r) {
			n++
		}
	}
	return n
}

// Bullet reports whether a line begins an element of a list: a dash, star or
// dot and a blank, or a number with a point or bracket and a blank.
func Bullet(line string) bool {
	r, n := utf8.DecodeRuneInString(line)
	rest := line[n:]
	switch r {
	case '-', '*', '•', '‣', '◦', '▪', '·':
		return strings.HasPrefix(rest, " ") || strings.HasPrefix(rest, "\t")
	}
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	if digits == 0 || digits > 2 || digits+1 >= len(line) {
		return false
	}
	return (line[digits] == '.' || line[digits] == ')') && (line[digits+1] == ' ' || line[digits+1] == '\t')
}

// TrimStart returns a file's bytes without the byte order mark and the blanks
// before its first letter.
func TrimStart(b []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF")), " \t\r\n\f")
}

// Invisible reports whether r has no width and no meaning of its own: marks of
// direction, joiners, soft hyphens, byte order marks. They are left out of
// what is read from markup, where a name with one in it would be another name.
// In Arabic and Indic scripts the joiners U+200C and U+200D shape the letters
// around them; there they stay, see Shaping.
func Invisible(r rune) bool {
	return r == '\u00AD' || r >= '\u200B' && r <= '\u200F' || r >= '\u202A' && r <= '\u202E' || r >= '\u2060' && r <= '\u2064' ||
		r >= '\u2066' && r <= '\u2069' || r == '\uFEFF'
}

// Shaping reports whether r, behind the letter before, decides how letters
// join.
func Shaping(r, before rune) bool {
	return (r == '\u200C' || r == '\u200D') && before >= 0x0590 && before < 0x1000
}

// Clean collapses blanks and drops what is not to be shown on one line. What
// is too long for a title or a name becomes "".
func Clean(s string) string {
	before := ' '
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		if Invisible(r) && !Shaping(r, before) {
			return -1
		}
		before = r
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	s = strings.Join(strings.Fields(s), " ")
	const most = 1000 // bytes: longer ones are no titles or names
	if len(s) > most {
		return ""
	}
	return s
}

// Or returns the first string that is not empty.
func Or(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}

// Encoding returns the encoding of the name, by the WHATWG Encoding Standard,
// or briefing.ErrUnsupported. UTF-16 and UTF-8 obey a byte order mark.
func Encoding(name string) (encoding.Encoding, error) {
	switch strings.ToLower(name) {
	case "utf-16", "utf-16le":
		return utf.UTF16(utf.LittleEndian, utf.UseBOM), nil
	case "utf-16be":
		return utf.UTF16(utf.BigEndian, utf.UseBOM), nil
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		return nil, fmt.Errorf("encoding %q: %w", name, briefing.ErrUnsupported)
	}
	return e, nil
}

// Squeeze collapses blanks.
func Squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
