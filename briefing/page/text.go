package page

import (
	"strings"
	"unicode"

	"example.org/attache/briefing"
)

// style is how a stretch of text is set.
type style struct {
	font   *Font
	size   float64 // points
	colour Colour
	track  float64 // points after every glyph
	rise   float64 // points above the base line
}

// span is text of one style within a paragraph.
type span struct {
	text  string
	style style
	part  Part
	line  briefing.LineID // "" keeps the paragraph's
	url   string          // makes it a link
}

// hard is a space that no line breaks at.
const hard = "\u00a0"

// maxText is more bytes of text than one sheet can hold at the smallest size;
// what is longer is not laid out but taken not to fit.
const maxText = 40_000

// clean prepares text from outside for one paragraph: white space of every
// kind becomes single spaces, and what has no shape of its own (controls,
// marks of direction, soft hyphens, joiners) goes.
func clean(text string) string {
	if isClean(text) {
		return text
	}
	var b strings.Builder
	space := true
	for _, r := range strings.ToValidUTF8(text, "\uFFFD") {
		switch {
		case r == '\u00a0' || r == '\u202f' || r == '\u2007':
			b.WriteRune(r)
			space = false
		case unicode.IsSpace(r):
			if !space {
				b.WriteByte(' ')
			}
			space = true
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Variation_Selector, r),
			unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r):
		default:
			b.WriteRune(r)
			space = false
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// isClean is the quick answer for nearly all text: ASCII or Latin letters with
// single spaces.
func isClean(text string) bool {
	before := ' '
	for _, r := range text {
		if r < ' ' || r == 0x7f || r == ' ' && before == ' ' || r > 0x24F && !(r >= '‘' && r <= '”') {
			return false
		}
		if r >= 0x80 && r < 0xC0 && r != '«' && r != '»' {
			return false
		}
		before = r
	}
	return before != ' ' || text == ""
}
