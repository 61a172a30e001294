package compose

import (
	"regexp"
	"slices"
	"strings"

	"example.org/attache/briefing"
)

// figure is a number in digits, with what belongs to it, or a word that
// counts or names a month.
var figure = regexp.MustCompile(`(?i)\p{N}+(?:[.,:/-]\p{N}+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|fifty|sixty|` +
	`hundreds?|thousands?|million|billion|january|february|march|april|may|june|july|august|september|october|november|december)\b`)

// figures returns the numbers and months of a wording, lower case, sorted.
func figures(s string) []string {
	found := figure.FindAllString(strings.ToLower(s), -1)
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

// sameFact reports whether two lines tell the same thing. One article that
// gives two figures tells two things; two articles may contradict each other,
// which join shows.
func sameFact(a, b briefing.Line) bool {
	return similar(a.Text, b.Text) && (a.From[0].Article != b.From[0].Article || !figuresDiffer(a.Text, b.Text))
}

// figureConflict reports whether two articles give one fact different
// figures. Neither is picked: the analyst settles it.
func figureConflict(a, b briefing.Line) bool {
	return a.Side == "" && a.From[0].Article != b.From[0].Article && figuresDiffer(a.Text, b.Text)
}
