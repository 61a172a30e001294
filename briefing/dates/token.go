package dates

import (
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// token is a number, a word or any other sign of a text.
type token struct {
	briefing.Span
	text   string
	digits int  // of a number, 0 for anything else
	value  int  // of a number of at most eight digits
	word   bool // letters
	spaced bool // blanks stand before it
}

// is reports whether the token is one of the signs.
func (t token) is(signs string) bool {
	r, n := utf8.DecodeRuneInString(t.text)
	return n == len(t.text) && n > 0 && !t.word && t.digits == 0 && containsRune(signs, r)
}

func containsRune(s string, r rune) bool {
	for _, c := range s {
		if c == r {
			return true
		}
	}
	return false
}

// tokensOf cuts a text into numbers, words and signs.
func tokensOf(text string) []token {
	var all []token
	spaced := false
	for at := 0; at < len(text); {
		r, n := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(r) || invisible(r) {
			spaced = spaced || !invisible(r)
			at += n
			continue
		}
		t := token{spaced: spaced}
		spaced = false
		t.Start, t.End = at, at+n
		switch {
		case digitOf(r) >= 0:
			t.End = at
			for t.End < len(text) {
				r, n := utf8.DecodeRuneInString(text[t.End:])
				d := digitOf(r)
				if d < 0 {
					break
				}
				if t.digits++; t.digits <= 8 {
					t.value = 10*t.value + d
				}
				t.End += n
			}
		case unicode.IsLetter(r):
			t.word = true
			for t.End < len(text) {
				r, n := utf8.DecodeRuneInString(text[t.End:])
				if !unicode.IsLetter(r) && !unicode.IsMark(r) {
					break
				}
				t.End += n
			}
		}
		t.text = text[t.Start:t.End]
		at = t.End
		all = append(all, t)
	}
	return all
}

// digitOf returns the value of a digit: European, Arabic, Persian or full
// width; -1 for anything else.
func digitOf(r rune) int {
	if r < utf8.RuneSelf { // most are
		if '0' <= r && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	for _, zero := range []rune{'٠', '۰', '०', '０'} {
		if zero <= r && r <= zero+9 {
			return int(r - zero)
		}
	}
	return -1
}

func isDigit(r rune) bool { return digitOf(r) >= 0 }

// invisible reports whether r has no width and only says how letters join or
// which way they run.
func invisible(r rune) bool {
	return r >= '\u200B' && r <= '\u200F' || r >= '\u2066' && r <= '\u2069' || r == '\u2060' || r == '\u00AD' || r == '\uFEFF'
}
