package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A word is found however it is spelt: letters are folded to one form in the
// index and in queries alike. SQLite's own unicode61 with remove_diacritics
// leaves ł, đ, ø, ß and the accents of Greek as they are, and takes the vowel
// signs of Indic scripts for accents, so folding is ours.

// oneLetter are letters that Unicode does not take apart and people write with
// others.
var oneLetter = map[rune]string{
	'ł': "l", 'đ': "d", 'ø': "o", 'ß': "ss", 'ı': "i", 'æ': "ae", 'œ': "oe", 'þ': "th", 'ð': "d", 'ħ': "h", 'ŧ': "t",
	'ŋ': "n", 'ĸ': "k", 'ς': "σ", 'ɓ': "b", 'ɗ': "d", 'ƙ': "k", 'ƴ': "y", 'ә': "a", 'ə': "e", 'ґ': "г", 'ё': "е",
	'ی': "ي", 'ى': "ي", 'ک': "ك", // one letter of Arabic and Persian each
}

// fold returns a word as the index spells it: lower case, without accents.
func fold(word string) string {
	plain := true
	for i := 0; i < len(word); i++ {
		if c := word[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return word
	}
	var b strings.Builder
	b.Grow(len(word))
	lower := true
	for i := 0; i < len(word) && lower; i++ {
		lower = word[i] < utf8.RuneSelf
	}
	if lower {
		return strings.ToLower(word)
	}
	for _, r := range norm.NFKD.String(word) {
		r = unicode.ToLower(r)
		switch {
		case accent(r) || invisible(r):
		case oneLetter[r] != "":
			b.WriteString(oneLetter[r])
		case r >= utf8.RuneSelf && unicode.Is(unicode.Nd, r):
			b.WriteRune(digit(r))
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// Words returns the words of a name as the search spells them: in lower case,
// without accents and points, parted at hyphens.
func Words(name string) (words []string) {
	tokens(name, func(t token) { words = append(words, t.word) })
	return words
}

// SameSpelling reports whether two names are one to the search: but for case,
// accents, points and hyphens.
func SameSpelling(a, b string) bool { return Spelling(a) == Spelling(b) }

// Spelling is what names share that are one to the search.
func Spelling(name string) string { return namesFolded([]string{name}) }

// accent reports whether r is a mark that people leave out: the accents of
// Latin, Greek and Cyrillic, the points of Hebrew, the vowels of Arabic and
// its stroke that stretches a word. Marks of other scripts are letters.
func accent(r rune) bool {
	switch {
	case 0x2B9 <= r && r <= 0x2BF: // ʻ ʼ ʿ, letters of transcriptions: Hawaiʻi
		return true
	case r < 0x300:
		return false
	case r <= 0x36F, 0x591 <= r && r <= 0x5BD, 0x5BF <= r && r <= 0x5C7 && r != 0x5C0 && r != 0x5C3 && r != 0x5C6:
		return true
	case 0x64B <= r && r <= 0x65F, r == 0x670, r == 0x640, 0x6D6 <= r && r <= 0x6DC:
		return true
	}
	return 0x1DC0 <= r && r <= 0x1DFF
}

// invisible reports whether r shows nothing and may stand inside a word: the
// soft hyphen, joiners and marks of direction.
func invisible(r rune) bool {
	switch r {
	case 0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF:
		return true
	}
	return false
}

// digit returns the ASCII digit of a decimal digit of any script. The ten of a
// script stand in a row.
func digit(r rune) rune {
	n := rune(0)
	for n < 9 && unicode.Is(unicode.Nd, r-n-1) {
		n++
	}
	return '0' + n
}

// unspaced reports whether r is of a script that puts no space between words,
// or joins particles to them: each letter of it is a word of the index, and a
// run of them in a query a phrase.
func unspaced(r rune) bool {
	return r >= 0xE00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// wordLetter reports whether r is part of a word.
func wordLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || unicode.Is(unicode.Co, r) || invisible(r))
}
