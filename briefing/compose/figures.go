package compose

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// counting are the words that count, or name a month or a day.
var counting = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for w := range strings.FieldsSeq(`two three four five six seven eight nine ten eleven twelve dozen twenty thirty forty fifty sixty
		hundred hundreds thousand thousands million billion
		january february march april may june july august september october november december
		monday tuesday wednesday thursday friday saturday sunday`) {
		words[w] = true
	}
	return words
})

// figures returns the numbers, months and days of a wording, lower case,
// sorted: numbers in digits with what belongs to them, such as "1,200" and
// "2019-03-06", and the words that count. A library's ledger asks it of a
// hundred thousand wordings, so it looks at each letter once.
func figures(s string) []string {
	s = strings.ToLower(s)
	var found []string
	for at := 0; at < len(s); {
		end := numberEnd(s, at)
		switch {
		case end > at:
			found = append(found, s[at:end])
		case letter(s[at]):
			for end = at + 1; end < len(s) && letter(s[end]); end++ {
			}
			alone := (at == 0 || !digit(s[at-1])) && (end == len(s) || !digit(s[end]))
			if alone && counting()[s[at:end]] {
				found = append(found, s[at:end])
			}
		default:
			_, size := utf8.DecodeRuneInString(s[at:])
			end = at + size
		}
		at = end
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// numberEnd returns where the number that begins at a place ends, the place
// itself if none does.
func numberEnd(s string, at int) int {
	digits := func(at int) int {
		for at < len(s) {
			r, size := utf8.DecodeRuneInString(s[at:])
			if !unicode.IsNumber(r) {
				break
			}
			at += size
		}
		return at
	}
	end := digits(at)
	for end > at && end < len(s) && strings.IndexByte(".,:/-", s[end]) >= 0 {
		next := digits(end + 1)
		if next == end+1 {
			break
		}
		end = next
	}
	return end
}

// letter and digit make up the words of ASCII, as \b parts them.
func letter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' }
func digit(c byte) bool  { return '0' <= c && c <= '9' }

// figuresDiffer reports whether each of two wordings has a number or a month
// that the other has not: "by 1 March" and "by 15 March", "two posts" and
// "three posts". Where only one of them has it, it only says more.
func figuresDiffer(a, b string) bool {
	x, y := figures(a), figures(b)
	return !within(x, y) && !within(y, x)
}

// within reports whether all of a, sorted, stands in b.
func within(a, b []string) bool {
	return !slices.ContainsFunc(a, func(s string) bool { _, ok := slices.BinarySearch(b, s); return !ok })
}
