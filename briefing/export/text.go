package export

import (
	"strings"
	"unicode"
)

// OneLine collapses white space, but for no-break spaces within, to single
// spaces, and takes it off both ends.
func OneLine(s string) string {
	s = strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\v' || r == '\f' || r == 0x85 || r == 0x2028 || r == 0x2029
	}), " ")
	return strings.TrimSpace(strings.ToValidUTF8(s, "\uFFFD"))
}

// Printable replaces what no format can hold by U+FFFD: control characters
// but line feeds, and the two that are no characters at all.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, s)
}

// shown returns text as every format shows it.
func shown(s string) string { return Printable(OneLine(s)) }
