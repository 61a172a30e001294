package letters

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Reading is how a file's bytes read in one encoding, for a person to judge:
// a program cannot tell Cádiz from Cбdiz.
type Reading struct {
	Encoding string `json:"encoding"` // as Options.Encoding takes it
	Sample   string `json:"sample"`   // around the first letters outside ASCII
	Bad      int    `json:"bad"`      // letters that do not fit, in what was looked at
}

// offered are the encodings that texts on old systems have, the most usual
// first.
var offered = []string{"utf-8", "windows-1252", "windows-1250", "windows-1251", "koi8-r", "windows-1253", "windows-1254",
	"windows-1255", "windows-1256", "iso-8859-5", "shift_jis", "euc-jp", "euc-kr", "big5", "gb18030", "utf-16le", "utf-16be"}

const (
	readingMost   = 256 << 10 // bytes looked at
	readingSample = 90        // runes of a sample
)

// Readings returns how data reads in each encoding that can be chosen: the one
// that the letters speak for first, then those in which most letters fit, of
// equal ones the more usual. That all letters fit says little: in encodings
// of one byte a letter nearly every text does.
func Readings(data []byte) []Reading {
	data = data[:min(len(data), readingMost)]
	likely := Guess(data)
	if MostlyUTF8(data) { // a letter or two that do not fit are no reason to doubt
		likely = "utf-8"
	}
	var all []Reading
	for _, name := range offered {
		if r, ok := readingIn(name, data); ok {
			all = append(all, r)
		}
	}
	slices.SortStableFunc(all, func(a, b Reading) int {
		if x, y := unlike(a.Encoding, likely), unlike(b.Encoding, likely); x != y {
			return x - y
		}
		return cmp.Compare(a.Bad, b.Bad)
	})
	return all
}

func unlike(name, likely string) int {
	if name == likely {
		return 0
	}
	return 1
}

func readingIn(name string, data []byte) (Reading, bool) {
	text := string(data)
	if name == "utf-8" {
		text = strings.ToValidUTF8(text, "\uFFFD")
	} else {
		e, err := Encoding(name)
		if err != nil {
			return Reading{}, false
		}
		if text, err = e.NewDecoder().String(text); err != nil {
			return Reading{}, false
		}
	}
	r := Reading{Encoding: name}
	first := -1
	for i, c := range text {
		if c >= utf8.RuneSelf && first < 0 {
			first = i
		}
		if misfit(c) {
			r.Bad++
		}
	}
	r.Sample = sampleAt(text, max(0, first))
	return r, true
}

// misfit reports whether a letter shows that the encoding is wrong: it stands
// for nothing, or is a control character that no text holds.
func misfit(c rune) bool {
	return c == utf8.RuneError || c >= 0x80 && c < 0xA0 || c < ' ' && !strings.ContainsRune("\t\n\r\f", c) || unicode.Is(unicode.Co, c)
}

// sampleAt returns some words of text around an offset, on one line.
func sampleAt(text string, at int) string {
	start := at
	for n := 0; start > 0 && n < readingSample/2; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:start])
		start -= size
	}
	var b strings.Builder
	n := 0
	for _, c := range text[start:] {
		if n++; n > readingSample {
			break
		}
		if unicode.IsControl(c) {
			c = ' '
		}
		b.WriteRune(c)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// Decode returns data as text in an encoding, for looking at. What does not
// fit is U+FFFD; an encoding that is not known is taken for UTF-8.
func Decode(data []byte, encoding string) string {
	if e, err := Encoding(encoding); err == nil && encoding != "" {
		if s, err := e.NewDecoder().Bytes(data); err == nil {
			return strings.ToValidUTF8(string(s), "\uFFFD")
		}
	}
	return strings.ToValidUTF8(string(data), "\uFFFD")
}
