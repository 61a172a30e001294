package letters

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
)

// Wide recognises UTF-16 without a mark: nearly every other byte is NUL, as
// in all scripts that use spaces and line ends it never is for two in a row.
func Wide(head []byte) string {
	var zero [2]int
	for i, b := range head {
		if b == 0 {
			zero[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case half < 2 || len(head)%2 != 0 && half*2 != len(head)-1:
		return ""
	case zero[1] > half*4/10 && zero[0] <= half/20:
		return "utf-16le"
	case zero[0] > half*4/10 && zero[1] <= half/20:
		return "utf-16be"
	}
	return ""
}

// mostlyUTF8 reports whether data is UTF-8 with a few broken places: at least
// ten good letters outside ASCII for each bad byte. Text in another encoding
// has next to none.
func MostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		data = data[n:]
	}
	return good >= 10*bad
}

// plausible maps the detector's names to the encodings that are taken: the
// Windows superset where there is one, and nothing from mainframes.
func plausible(name string) string {
	switch name {
	case "ISO-8859-1", "windows-1252":
		return "windows-1252"
	case "ISO-8859-2", "windows-1250":
		return "windows-1250"
	case "ISO-8859-5":
		return "iso-8859-5"
	case "windows-1251":
		return "windows-1251"
	case "KOI8-R":
		return "koi8-r"
	case "ISO-8859-6", "windows-1256":
		return "windows-1256"
	case "ISO-8859-7", "windows-1253":
		return "windows-1253"
	case "ISO-8859-8", "ISO-8859-8-I", "windows-1255":
		return "windows-1255"
	case "ISO-8859-9", "windows-1254":
		return "windows-1254"
	case "Shift_JIS":
		return "shift_jis"
	case "EUC-JP":
		return "euc-jp"
	case "EUC-KR":
		return "euc-kr"
	case "Big5":
		return "big5"
	case "GB-18030", "GB18030":
		return "gb18030"
	}
	return ""
}

// Guess returns the most likely encoding of bytes that are no UTF-8. Where
// few bytes are outside ASCII the statistics are blind; then it is the
// encoding of Western systems, whose dashes and curly quotes are what such
// texts hold.
func Guess(data []byte) string {
	const sample = 64 << 10
	first := max(0, slices.IndexFunc(data, func(b byte) bool { return b >= 0x80 }))
	data = data[max(0, first-sample/4):]
	data = data[:min(len(data), sample)]
	high := 0
	for _, b := range data {
		if b >= 0x80 {
			high++
		}
	}
	if high*50 < len(data) {
		return "windows-1252"
	}
	found, err := chardet.NewTextDetector().DetectAll(data)
	if err != nil {
		return "windows-1252"
	}
	// The detector's recognisers answer in no fixed order.
	slices.SortStableFunc(found, func(a, b chardet.Result) int {
		if a.Confidence != b.Confidence {
			return b.Confidence - a.Confidence
		}
		return strings.Compare(a.Charset, b.Charset)
	})
	for _, r := range found {
		if name := plausible(r.Charset); name != "" {
			return name
		}
	}
	return "windows-1252"
}
