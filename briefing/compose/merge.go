package compose

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// unite adds each line to the first of those before it that tells the same,
// or at the end. The fuller wording stands, with the references of both.
func unite(lines []briefing.Line, same func(a, b briefing.Line) bool) []briefing.Line {
	var out []briefing.Line
	for _, l := range lines {
		i := slices.IndexFunc(out, func(o briefing.Line) bool { return same(o, l) })
		if i < 0 {
			out = append(out, l)
			continue
		}
		out[i] = join(out[i], l)
	}
	return out
}

// alternative adds a wording to those that another article has.
func alternative(ws []briefing.Wording, w briefing.Wording) []briefing.Wording {
	if slices.ContainsFunc(ws, w.Equal) {
		return ws
	}
	return append(ws, w)
}

// join makes one line of two that tell the same. The first keeps its place
// and, unless the second says more, its words; a further article that tells
// the same raises the rank.
func join(a, b briefing.Line) briefing.Line {
	other := a.From[0].Article != b.From[0].Article
	conflict, theirs := titleConflict(a, b) || figureConflict(a, b), b.Wording
	if fuller(b, a) {
		theirs = a.Wording
		b.From, a.From = a.From, b.From
		a.Wording, a.Kind, a.Rule = b.Wording, b.Kind, b.Rule
		if a.Status != briefing.Conflict && !conflict {
			a.Reason = b.Reason
		}
		a.From = append(a.From, b.From...)
	} else {
		a.From = append(a.From, b.From...)
	}
	if conflict {
		a.Status, a.Reason = briefing.Conflict, "another article: "+cmp.Or(theirs.Title, theirs.Text)
		a.Alternatives = alternative(a.Alternatives, theirs)
	}
	a.From = distinct(a.From)
	if other {
		a.Rank = round(a.Rank + agreementBonus)
	}
	return a
}

// agreementBonus is what a second article that tells the same adds to a
// line's rank: about half a section's step.
const agreementBonus = 0.05

// fuller reports whether b says more than a: more words, or the same with a
// title. Among articles the first named wins a tie.
func fuller(b, a briefing.Line) bool {
	x, y := len(strings.Fields(a.Text)), len(strings.Fields(b.Text))
	if x != y {
		return y > x
	}
	return a.Title == "" && b.Title != ""
}

func distinct(from []briefing.Evidence) []briefing.Evidence {
	var out []briefing.Evidence
	for _, e := range from {
		if !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	return out
}

// content returns the words of s that carry meaning, lower case, each once
// and sorted, without plural endings.
func content(s string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !empty[w] {
			words = append(words, briefing.Singular(w))
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// empty are words that do not tell two topics apart.
var empty = map[string]bool{"a": true, "an": true, "the": true, "of": true, "and": true, "or": true, "to": true, "in": true,
	"on": true, "for": true, "with": true, "by": true, "at": true, "from": true, "as": true, "that": true, "this": true,
	"its": true, "their": true, "will": true, "would": true, "be": true, "is": true, "are": true, "was": true, "s": true,
	"against": true, "cooperation": true, "issue": true, "issues": true, "matter": true, "matters": true, "question": true}

// negations tell two wordings apart however much else they share.
var negations = []string{"not", "no", "never", "without", "neither", "nor", "n't", "refused", "rejected"}

// alike returns how much of the shorter of two wordings stands in the other,
// 0 to 1; 0 if one denies and the other does not.
func alike(a, b string) float64 {
	x, y := content(a), content(b)
	if len(x) == 0 || len(y) == 0 || denies(a) != denies(b) {
		return 0
	}
	both := 0
	for _, w := range x {
		if _, ok := slices.BinarySearch(y, w); ok {
			both++
		}
	}
	return float64(both) / float64(min(len(x), len(y)))
}

func denies(s string) bool {
	for _, w := range strings.Fields(strings.ToLower(s)) {
		for _, n := range negations {
			if w == n || strings.HasSuffix(w, "n’t") || strings.HasSuffix(w, "n't") {
				return true
			}
		}
	}
	return false
}

// similar reports whether two wordings tell the same thing: they share nearly
// all the words of the shorter one, which must say enough to judge by.
func similar(a, b string) bool {
	short := min(len(content(a)), len(content(b)))
	switch {
	case short == 0:
		return false
	case short < 3 && !(short == 2 && named(a) && named(b)):
		return slices.Equal(content(a), content(b)) && denies(a) == denies(b)
	case short < 3:
		return alike(a, b) == 1
	}
	return alike(a, b) >= 0.75
}

// named reports whether a wording has a name in it, after its first word:
// "strengthen Gruport" says enough to be found again in a longer wording.
func named(s string) bool {
	for _, w := range strings.Fields(s)[1:] {
		if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "(“\"")); unicode.IsUpper(r) {
			return true
		}
	}
	return false
}
