package story

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// Whole reports whether span begins and ends between words as the referee of
// package briefing cuts them: "Roe" is no word of its own in "Roe!00". Only
// text with lost spaces has such; a name cut from it could not be traced.
func (d *Document) Whole(span, within briefing.Span) bool {
	for i := span.Start; i > within.Start; {
		r, size := utf8.DecodeLastRuneInString(d.Text[within.Start:i])
		if unicode.IsSpace(r) || strings.ContainsRune("–—―/…", r) {
			break
		}
		if !unicode.IsPunct(r) || strings.ContainsRune("%#@§&", r) {
			return false
		}
		i -= size
	}
	rest := d.Text[span.End:max(span.End, within.End)]
	for _, clitic := range []string{"'s", "’s", "'S", "’S"} {
		if after, ok := strings.CutPrefix(rest, clitic); ok {
			rest = after
			break
		}
	}
	for _, r := range rest {
		if unicode.IsSpace(r) || strings.ContainsRune("–—―/…", r) {
			break
		}
		if !unicode.IsPunct(r) || strings.ContainsRune("%#@§&", r) {
			return false
		}
	}
	return true
}
