package compose

import (
	"slices"
	"strings"

	"example.org/attache/briefing/pattern"
)

// figure is a number in digits, with what belongs to it, or a word that
// counts or names a month or a day.
var figure = pattern.New(`(?i)\p{N}+(?:[.,:/-]\p{N}+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|fifty|sixty|` +
	`hundreds?|thousands?|million|billion|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b`)

// figures returns the numbers, months and days of a wording, lower case, sorted.
func figures(s string) []string {
	found := figure().FindAllString(strings.ToLower(s), -1)
	slices.Sort(found)
	return slices.Compact(found)
}

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
