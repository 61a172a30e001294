package compose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// unite adds each line to the first of those before it that tells the same,
// or the contrary, or at the end. Of two that tell the same the fuller wording
// stands, with the references of both.
func unite(lines []briefing.Line, relate func(a, b briefing.Line) relation) []briefing.Line {
	var out []briefing.Line
next:
	for _, l := range lines {
		for _, want := range []relation{same, contrary} {
			for i, o := range out {
				if relate(o, l) == want {
					out[i] = join(o, l, want == contrary)
					continue next
				}
			}
		}
		out = append(out, l)
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

// join makes one line of two that tell one thing. The first keeps its place
// and, unless the second says more, its words; a further article that tells
// the same raises the rank. Of two that contradict each other the first keeps
// its words, and those of the second stand beside them.
func join(a, b briefing.Line, conflict bool) briefing.Line {
	other := a.From[0].Article != b.From[0].Article
	from := append(slices.Clone(a.From), b.From...)
	switch {
	case conflict:
		a.Status, a.Reason = briefing.Conflict, "another article: "+b.Contested(a.Wording)
		a.Alternatives = alternative(a.Alternatives, b.Wording)
		for _, w := range b.Alternatives {
			a.Alternatives = alternative(a.Alternatives, w)
		}
	case fuller(b, a) && a.Status != briefing.Conflict:
		from = append(slices.Clone(b.From), a.From...)
		head := a.Head || b.Head
		a.Wording, a.Kind, a.Rule, a.Reason = b.Wording, b.Kind, b.Rule, b.Reason
		a.Head = head
	}
	if a.From = distinct(from); other && !conflict {
		a.Rank = round(max(a.Rank, b.Rank) + agreementBonus)
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
// and sorted, without the endings of plurals and verbs.
func content(s string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !empty[w] && !denials[w] {
			words = append(words, stem(briefing.Singular(w)))
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// stem is a word without the ending of a verb: "open" of "opening" and
// "opened".
func stem(w string) string {
	switch {
	case len(w) > 5 && strings.HasSuffix(w, "ing"):
		w = w[:len(w)-3]
	case len(w) > 4 && strings.HasSuffix(w, "ed"):
		w = w[:len(w)-2]
	}
	if len(w) > 3 {
		w = strings.TrimSuffix(w, "e")
	}
	return w
}

// empty are words that do not tell two topics apart.
var empty = map[string]bool{"a": true, "an": true, "the": true, "of": true, "and": true, "or": true, "to": true, "in": true,
	"on": true, "for": true, "with": true, "by": true, "at": true, "from": true, "as": true, "that": true, "this": true,
	"its": true, "their": true, "will": true, "would": true, "be": true, "is": true, "are": true, "was": true, "s": true,
	"against": true, "cooperation": true, "issue": true, "issues": true, "matter": true, "matters": true, "question": true}

// denials are words that deny; whether they do is for stanceOf to say.
var denials = map[string]bool{"not": true, "no": true, "never": true, "neither": true, "nor": true, "refused": true, "rejected": true, "did": true, "agree": true, "agreed": true}

// alike returns how much of the shorter of two wordings stands in the other,
// 0 to 1.
func alike(a, b string) float64 { return overlapOf(content(a), content(b)) }

// overlapOf is how much of the shorter of two lists, both sorted, stands in the
// other, 0 to 1.
func overlapOf(x, y []string) float64 {
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	both := 0
	for i, k := 0, 0; i < len(x) && k < len(y); {
		switch c := strings.Compare(x[i], y[k]); {
		case c < 0:
			i++
		case c > 0:
			k++
		default:
			both, i, k = both+1, i+1, k+1
		}
	}
	return float64(both) / float64(min(len(x), len(y)))
}

// similar reports whether two wordings tell the same thing: they share nearly
// all the words of the shorter one, which must say enough to judge by.
func similar(a, b string) bool { return similarIn(a, content(a), b, content(b)) }

// similarIn is similar for wordings of which the content is known.
func similarIn(a string, x []string, b string, y []string) bool {
	short := min(len(x), len(y))
	switch {
	case short == 0:
		return false
	case short < 3 && !(short == 2 && named(a) && named(b)):
		return slices.Equal(x, y)
	case short < 3:
		return overlapOf(x, y) == 1
	}
	return overlapOf(x, y) >= 0.75
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
