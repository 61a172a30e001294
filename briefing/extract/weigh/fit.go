package weigh

import (
	"fmt"
	"slices"
)

// Example is a candidate of an annotated article.
type Example struct {
	Clues []Clue // each once
	Right bool
}

// Fitting says how weights are measured.
type Fitting struct {
	Rarest int     // how many examples a clue must be found with to be given a weight
	Ridge  float64 // how strongly weights are drawn to nought
	Sweeps int     // how often each weight is bettered in turn
}

// Usual is the fitting of lexicons: more sweeps change no second digit.
var Usual = Fitting{Rarest: 3, Ridge: 1, Sweeps: 40}

// Fit returns the weights under which the examples are the likeliest, less half
// the ridge times the sum of their squares (the bias is free). The same examples
// in the same order give the same weights. Each weight in turn takes a Newton
// step, the others standing still (Genkin, Lewis and Madigan, "Large-scale
// Bayesian logistic regression", 2007).
func (f Fitting) Fit(examples []Example) Weights {
	clues, with := f.index(examples)
	w := make([]float64, len(clues))
	z := make([]float64, len(examples))
	for range f.Sweeps {
		for k, found := range with {
			slope, bend := 1e-9, 1e-9
			if clues[k] != Bias {
				slope, bend = f.Ridge*w[k], f.Ridge
			}
			for _, i := range found {
				p := logistic(z[i])
				bend += p * (1 - p)
				if examples[i].Right {
					p--
				}
				slope += p
			}
			step := min(1, max(-1, -slope/bend)) // far from the top the curve misleads
			w[k] += step
			for _, i := range found {
				z[i] += step
			}
		}
	}
	out := make(Weights, len(clues))
	for k, c := range clues {
		out[c] = w[k]
	}
	return out
}

// index returns the clues that are not too rare, in order of their names behind
// the bias, and the examples that have each.
func (f Fitting) index(examples []Example) (clues []Clue, with [][]int) {
	of := map[Clue][]int{}
	for i, e := range examples {
		for _, c := range e.Clues {
			of[c] = append(of[c], i)
		}
		of[Bias] = append(of[Bias], i)
	}
	for c, found := range of {
		if len(found) >= f.Rarest && c != Bias {
			clues = append(clues, c)
		}
	}
	slices.Sort(clues)
	clues = slices.Insert(clues, 0, Bias)
	for _, c := range clues {
		with = append(with, of[c])
	}
	return clues, with
}

// Across returns how likely each example is right by weights measured on other
// articles than its own. articles are the examples of each article; they are
// dealt out into folds.
func (f Fitting) Across(articles [][]Example, folds int) [][]float64 {
	out := make([][]float64, len(articles))
	for fold := range folds {
		var others []Example
		for i, examples := range articles {
			if i%folds != fold {
				others = append(others, examples...)
			}
		}
		w := f.Fit(others)
		for i := fold; i < len(articles); i += folds {
			for _, e := range articles[i] {
				out[i] = append(out[i], w.Probability(e.Clues))
			}
		}
	}
	return out
}

// Score says how good likelihoods are.
type Score struct {
	Hits   int // shown and right
	Shown  int // at least as likely as asked for
	Wanted int // right
	Asked  int
	Loss   float64 // sum of the squared distances from the truth
}

// Rate scores likelihoods of the examples of articles; what is as likely as
// from counts as shown.
func Rate(articles [][]Example, likely [][]float64, from float64) (s Score) {
	for i, examples := range articles {
		for k, e := range examples {
			p := likely[i][k]
			s.Asked++
			if p >= from {
				s.Shown++
			}
			if e.Right {
				s.Wanted++
				p = 1 - p
			}
			if e.Right && likely[i][k] >= from {
				s.Hits++
			}
			s.Loss += p * p
		}
	}
	return s
}

// Precision returns the share of what is shown that is right, 0 if none is.
func (s Score) Precision() float64 { return ratio(float64(s.Hits), s.Shown) }

// Recall returns the share of what is right that is shown, 0 if none is.
func (s Score) Recall() float64 { return ratio(float64(s.Hits), s.Wanted) }

// F1 returns the harmonic mean of precision and recall.
func (s Score) F1() float64 { return ratio(float64(2*s.Hits), s.Shown+s.Wanted) }

// Brier returns the mean squared distance of the likelihoods from the truth:
// 0 is prophecy, .25 what a coin knows.
func (s Score) Brier() float64 { return ratio(s.Loss, s.Asked) }

func ratio(a float64, n int) float64 {
	if n == 0 {
		return 0
	}
	return a / float64(n)
}

// String tells the score in a line.
func (s Score) String() string {
	return fmt.Sprintf("precision %.3f, recall %.3f, F1 %.3f (%d right of %d shown, %d wanted), Brier %.3f", s.Precision(), s.Recall(), s.F1(), s.Hits, s.Shown, s.Wanted, s.Brier())
}

// Threshold returns the likelihood from which on showing candidates gives the
// best F1, among the ones that keep precision at least at least; 1 if none does.
func Threshold(articles [][]Example, likely [][]float64, least float64) float64 {
	best, at := -1.0, 1.0
	for percent := 20; percent < 80; percent += 2 {
		from := float64(percent) / 100
		if s := Rate(articles, likely, from); s.Precision() >= least && s.F1() > best {
			best, at = s.F1(), from
		}
	}
	return at
}
