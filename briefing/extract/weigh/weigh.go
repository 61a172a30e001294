// Package weigh adds up what speaks for and against a reading of a text. A
// candidate (somebody who may have taken part, words that may be a topic, a
// clause that may tell a deal) has clues, each with a name; each clue has a
// weight, measured on annotated articles; the logistic function of their sum is
// how likely the candidate is right.
//
// It owns the sum, the measuring of the weights and the measure of how good
// they are on other articles than those they were measured on. It does not know
// what a clue means: who finds candidates names their clues.
package weigh

import (
	"bytes"
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"example.org/attache/assets"
)

// Clue is the name of one thing that speaks for or against a candidate.
type Clue string

// Bias is the clue that every candidate has without being given it: what
// speaks for one with no other clue.
const Bias Clue = "bias"

// Weights are what each clue adds to the sum; one that is missing adds nothing.
type Weights map[Clue]float64

// Read returns the weights of a lexicon (assets/lexicon/NAME.tsv): a clue and
// its weight a line, with a tab between. A lexicon that is missing has none.
func Read(name string) Weights {
	w := Weights{}
	data, err := assets.Lexicon(name)
	if err != nil {
		return w // compiled in; a test of who asks sees to it that it is there
	}
	for line := range bytes.Lines(data) {
		clue, weight, ok := strings.Cut(strings.TrimSpace(string(line)), "\t")
		if x, err := strconv.ParseFloat(weight, 64); ok && err == nil && clue[0] != '#' {
			w[Clue(clue)] = x
		}
	}
	return w
}

// Lines returns the weights as Read reads them, in order of their names,
// without those that hardly count.
func (w Weights) Lines() string {
	var lines []string
	for c, x := range w {
		if math.Abs(x) > .03 {
			lines = append(lines, string(c)+"\t"+strconv.FormatFloat(x, 'f', 2, 64)+"\n")
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// Sum returns what the clues add up to; more than nought is likelier right than
// wrong.
func (w Weights) Sum(clues []Clue) float64 {
	z := w[Bias]
	for _, c := range clues {
		z += w[c]
	}
	return z
}

// Probability returns how likely a candidate with these clues is right, 0 to 1.
func (w Weights) Probability(clues []Clue) float64 { return logistic(w.Sum(clues)) }

func logistic(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// Strongest returns the clues that have a weight, that which says most first.
func (w Weights) Strongest(clues []Clue) []Clue {
	out := slices.DeleteFunc(slices.Clone(clues), func(c Clue) bool { return w[c] == 0 })
	slices.SortStableFunc(out, func(a, b Clue) int { return cmp.Compare(math.Abs(w[b]), math.Abs(w[a])) })
	return out
}

// toldClues is how many clues are told of, the strongest first.
const toldClues = 12

// Explain tells what the clues that say most add, and the sum of all.
func (w Weights) Explain(clues []Clue) string {
	var b strings.Builder
	strong := w.Strongest(clues)
	for _, c := range strong[:min(toldClues, len(strong))] {
		fmt.Fprintf(&b, "%s %+.1f, ", c, w[c])
	}
	fmt.Fprintf(&b, "sum %+.1f", w.Sum(clues))
	return b.String()
}
