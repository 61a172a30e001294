package weigh

import (
	"math"
	"testing"
)

// coins returns n articles of two examples: one with clue "heads", which is
// right nine times in ten, one with "tails", which is right once in ten.
func coins(n int) (articles [][]Example) {
	for i := range n {
		articles = append(articles, []Example{
			{Clues: []Clue{"heads", "struck"}, Right: i%10 != 0},
			{Clues: []Clue{"tails", "struck"}, Right: i%10 == 5},
		})
	}
	return articles
}

func flat(articles [][]Example) (out []Example) {
	for _, a := range articles {
		out = append(out, a...)
	}
	return out
}

func TestFitMeasuresHowOftenAClueIsRight(t *testing.T) {
	w := Usual.Fit(flat(coins(1000)))
	for clue, want := range map[Clue]float64{"heads": .9, "tails": .1} {
		if got := w.Probability([]Clue{clue, "struck"}); math.Abs(got-want) > .01 {
			t.Errorf("likelihood with %q is %.3f, want %.2f", clue, got, want)
		}
	}
	if got := w.Probability([]Clue{"heads", "tails", "struck"}); math.Abs(got-.5) > .02 {
		t.Errorf("likelihood with clues that outweigh each other is %.3f, want .5", got)
	}
}

func TestFitIsAtTheTop(t *testing.T) {
	examples := flat(coins(40))
	w := Usual.Fit(examples)
	height := func(w Weights) (h float64) {
		for _, e := range examples {
			p := w.Probability(e.Clues)
			if !e.Right {
				p = 1 - p
			}
			h += math.Log(p)
		}
		for c, x := range w {
			if c != Bias {
				h -= Usual.Ridge * x * x / 2
			}
		}
		return h
	}
	top := height(w)
	for c := range w {
		for _, step := range []float64{-.05, .05} {
			w[c] += step
			if h := height(w); h > top {
				t.Errorf("a step of %v on %q climbs from %.5f to %.5f", step, c, top, h)
			}
			w[c] -= step
		}
	}
}

func TestFitGivesNoWeightToWhatIsRare(t *testing.T) {
	examples := append(flat(coins(20)), Example{Clues: []Clue{"edge"}, Right: true}, Example{Clues: []Clue{"edge"}, Right: true})
	if w := Usual.Fit(examples); w["edge"] != 0 {
		t.Errorf("a clue found twice weighs %.2f", w["edge"])
	}
	if w := Usual.Fit(append(examples, examples[len(examples)-1])); w["edge"] <= 0 {
		t.Errorf("a clue found three times, always right, weighs %.2f", w["edge"])
	}
}

func TestAcrossKeepsAnArticleFromItself(t *testing.T) {
	articles := coins(20)
	for i := range articles { // a clue that gives the answer away, in one article alone
		for range 3 {
			articles[i] = append(articles[i], Example{Clues: []Clue{Clue(rune('a' + i))}, Right: i%2 == 0})
		}
	}
	likely := Usual.Across(articles, 5)
	for i, article := range articles {
		if len(likely[i]) != len(article) {
			t.Fatalf("article %d has %d likelihoods for %d examples", i, len(likely[i]), len(article))
		}
		for k := 2; k < len(article); k++ {
			if p := likely[i][k]; p < .3 || p > .7 {
				t.Errorf("article %d: likelihood %.2f of what only its own examples tell", i, p)
			}
		}
	}
}

func TestRate(t *testing.T) {
	articles := [][]Example{{{Right: true}, {Right: false}}, {{Right: true}, {Right: true}}}
	s := Rate(articles, [][]float64{{.9, .6}, {.5, .2}}, .5)
	want := Score{Hits: 2, Shown: 3, Wanted: 3, Asked: 4, Loss: .01 + .36 + .25 + .64}
	if s.Hits != want.Hits || s.Shown != want.Shown || s.Wanted != want.Wanted || s.Asked != want.Asked || math.Abs(s.Loss-want.Loss) > 1e-9 {
		t.Fatalf("got %+v, want %+v", s, want)
	}
	if p, r, f, b := s.Precision(), s.Recall(), s.F1(), s.Brier(); math.Abs(p-2./3) > 1e-9 || math.Abs(r-2./3) > 1e-9 || math.Abs(f-2./3) > 1e-9 || math.Abs(b-.315) > 1e-9 {
		t.Errorf("precision %v, recall %v, F1 %v, Brier %v", p, r, f, b)
	}
	if p := (Score{}).Precision(); p != 0 {
		t.Errorf("precision of nothing shown is %v", p)
	}
}

func TestThresholdKeepsPrecision(t *testing.T) {
	articles := [][]Example{{{Right: true}, {Right: false}, {Right: true}, {Right: false}, {Right: true}}}
	likely := [][]float64{{.7, .6, .5, .4, .3}}
	if got := Threshold(articles, likely, 0); got > .3 {
		t.Errorf("the best F1 is from .3 on, not %v", got)
	}
	if got := Threshold(articles, likely, .9); got <= .6 || got > .7 {
		t.Errorf("from %v on precision is not .9", got)
	}
	if got := Threshold([][]Example{{{Right: false}}}, [][]float64{{.9}}, .5); got != 1 {
		t.Errorf("no threshold keeps the precision, got %v", got)
	}
}

func TestReadReadsLines(t *testing.T) {
	w := Read("clues")
	if w[Bias] == 0 || len(w) < 20 {
		t.Fatalf("read %d weights, bias %v", len(w), w[Bias])
	}
	var clues []Clue
	for c := range w {
		clues = append(clues, c)
	}
	strong := w.Strongest(append(clues, "no such clue"))
	if len(strong) != len(w) || math.Abs(w[strong[0]]) < math.Abs(w[strong[len(strong)-1]]) {
		t.Errorf("%d of %d clues, the first weighs %v and the last %v", len(strong), len(w), w[strong[0]], w[strong[len(strong)-1]])
	}
	if got := (Weights{"b": 1.255, "a": -.5, "c": .01}).Lines(); got != "a\t-0.50\nb\t1.25\n" && got != "a\t-0.50\nb\t1.26\n" {
		t.Errorf("lines are %q", got)
	}
}
