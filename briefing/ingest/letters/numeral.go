package letters

import (
	"strconv"
	"strings"
)

// Numeral writes the number of a list's element: in figures, or for the formats
// "a", "A", "i" and "I" in letters or Roman numerals, where there are any.
func Numeral(n int, format string) string {
	switch {
	case format == "a" && n > 0:
		return letterNumeral(n, 'a')
	case format == "A" && n > 0:
		return letterNumeral(n, 'A')
	case format == "i" && 0 < n && n < 4000:
		return strings.ToLower(roman(n))
	case format == "I" && 0 < n && n < 4000:
		return roman(n)
	}
	return strconv.Itoa(n)
}

func letterNumeral(n int, first byte) string {
	s := ""
	for ; n > 0; n = (n - 1) / 26 {
		s = string(first+byte((n-1)%26)) + s
	}
	return s
}

func roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		value int
		s     string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= d.value {
			b.WriteString(d.s)
			n -= d.value
		}
	}
	return b.String()
}
