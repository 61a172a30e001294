package pdf

import (
	"strings"
	"unicode"
)

// A screen reader speaks each stretch of text in its language. That of the
// labels is the document's, that of a line its element's; what differs within
// is marked as it is drawn (ISO 32000-1, 14.9.2.2).

// scripts are the writing systems that tell of themselves which language a
// reader should take, or at least that it is another.
var scripts = []struct {
	table *unicode.RangeTable
	tag   string
	// of are the languages that are written in it: in their text it is no
	// other.
	of string
}{
	{unicode.Greek, "el", "el"},
	{unicode.Cyrillic, "und-Cyrl", "be bg kk ky mk mn ru sr tg uk"},
	{unicode.Hebrew, "he", "he yi"},
	{unicode.Arabic, "und-Arab", "ar fa ps ur"},
	{unicode.Armenian, "hy", "hy"},
	{unicode.Georgian, "ka", "ka"},
	{unicode.Thai, "th", "th"},
	{unicode.Hangul, "ko", "ko"},
	{unicode.Hiragana, "ja", "ja"},
	{unicode.Katakana, "ja", "ja"},
	{unicode.Han, "und-Hani", "ja zh"},
	{unicode.Devanagari, "und-Deva", "hi mr ne"},
}

// speaker marks the language of glyphs as they are drawn.
type speaker struct {
	run     string // of the run, "" for that of its element
	element string // of the element, "" for that of the document
	now     string // that is marked, "" for none
	next    string
}

// changes reports whether text is in another language than the glyphs before
// it. Signs go with the letters before them.
func (s *speaker) changes(text string) bool {
	s.next = s.now
	for _, r := range text {
		if unicode.IsLetter(r) || s.run != "" {
			s.next = s.of(r)
		}
	}
	return s.next != s.now
}

func (s *speaker) of(r rune) string {
	base, _, _ := strings.Cut(s.element, "-")
	for _, sc := range scripts {
		if unicode.Is(sc.table, r) {
			if base != "" && strings.Contains(" "+sc.of+" ", " "+base+" ") {
				return s.run
			}
			return sc.tag
		}
	}
	return s.run
}

func (s *speaker) appendMark(b []byte) []byte {
	b = s.appendEnd(b)
	if s.next != "" {
		b = append(b, "/Span <</Lang "...)
		b = append(b, literal(s.next)...)
		b = append(b, ">> BDC "...)
	}
	s.now = s.next
	return b
}

func (s *speaker) appendEnd(b []byte) []byte {
	if s.now != "" {
		b = append(b, " EMC "...)
	}
	return b
}
