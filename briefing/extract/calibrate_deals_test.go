package extract

import (
	"cmp"
	"slices"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/weigh"
)

// dealArticle is an annotated article with the commitments it may tell.
type dealArticle struct {
	finder *agreementFinder
	found  []*commitment
	facts  []annotatedFact
	fits   [][]int // by fact: the candidates that share at least half of its words
	close  [][]float64
}

// dealArticles returns the annotated articles with the commitments they may tell.
func dealArticles(t *testing.T) (out []*dealArticle) {
	for _, a := range annotatedArticles(t, "agreements") {
		x := newDealArticle(a.Text, a.Gold.Agreements)
		for _, c := range x.found {
			if a.own && *goldDir != "" { // made up, with more agreements to a page than papers have
				c.clues = append(c.clues, "made up", weigh.Clue("made up "+string(c.form)))
			}
		}
		out = append(out, x)
	}
	return out
}

func newDealArticle(text string, facts []annotatedFact) *dealArticle {
	d := newDocument(&briefing.Article{ID: briefing.IDOf(text), Text: text, Language: "en"})
	for _, stage := range stages[:stagesBeforeDeals] {
		stage(d)
	}
	a := &dealArticle{finder: newAgreementFinder(d), facts: facts, fits: make([][]int, len(facts)), close: make([][]float64, len(facts))}
	a.found = a.finder.candidates()
	for i, f := range facts {
		for k, x := range a.found {
			words := a.finder.wording(x).Span(x.sentence.Tokens).Of(text)
			if told := max(shared(words, f.Text), shared(words, f.Evidence)); told >= .5 {
				a.fits[i] = append(a.fits[i], k)
				a.close[i] = append(a.close[i], shared(words, f.Text))
			}
		}
	}
	return a
}

// stagesBeforeDeals is how many stages run before agreements are found.
const stagesBeforeDeals = 11

// examples returns the candidates as examples. Of those that fit a fact the
// likeliest is right (at first the closest in words); those that tell the same
// again, and those of arguable facts, are left out.
func (a *dealArticle) examples(w weigh.Weights) (out []weigh.Example) {
	type pair struct {
		fact, candidate int
		weight          float64
	}
	var pairs []pair
	for i, list := range a.fits {
		for j, k := range list {
			sure := a.close[i][j] / 4
			if w != nil {
				sure += w.Probability(a.found[k].clues)
			}
			pairs = append(pairs, pair{i, k, sure})
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.weight, x.weight) })
	told, used := map[int]*commitment{}, map[int]bool{}
	right, left := map[int]bool{}, map[int]bool{} // left: out
	for _, p := range pairs {
		if told[p.fact] == nil && !used[p.candidate] {
			told[p.fact], used[p.candidate] = a.found[p.candidate], true
			right[p.candidate], left[p.candidate] = !a.facts[p.fact].Optional, a.facts[p.fact].Optional
		}
	}
	for _, p := range pairs {
		if !used[p.candidate] && told[p.fact] != nil {
			left[p.candidate] = true
		}
	}
	for k, x := range a.found {
		if !left[k] {
			out = append(out, weigh.Example{Clues: x.clues, Right: right[k]})
		}
	}
	return out
}

// dealFitting draws weights more strongly to nought than the usual: the clues
// are many and the articles few.
var dealFitting = weigh.Fitting{Rarest: 5, Ridge: 4, Sweeps: 30}

// fitDeals measures the weights in three rounds: what is the likeliest of
// several candidates for one fact is known only by the weights before.
func fitDeals(articles []*dealArticle) (w weigh.Weights) {
	for range 3 {
		var all []weigh.Example
		for _, a := range articles {
			all = append(all, a.examples(w)...)
		}
		w = dealFitting.Fit(all)
	}
	return w
}

// score counts what would be shown by weights w.
func (a *dealArticle) score(w weigh.Weights, from float64, s *weigh.Score) {
	for _, x := range a.found {
		x.likely = w.Probability(x.clues)
	}
	facts := slices.Clone(a.facts)
	text := a.finder.Text
	for _, f := range facts {
		if !f.Optional {
			s.Wanted++
		}
	}
	counts := map[briefing.RuleID]*[2]int{}
	for _, x := range a.finder.chosen(a.found, from) {
		tally(counts, "", a.finder.wording(x).Span(x.sentence.Tokens).Of(text), facts)
	}
	if c := counts[""]; c != nil {
		s.Hits += c[0]
		s.Shown += c[1]
	}
}

// TestCalibrateDeals measures the weights of clues for agreements on four
// fifths of the articles and scores what is found in the rest, in turns. With
// -write-clues it writes assets/lexicon/dealclues.tsv anew.
func TestCalibrateDeals(t *testing.T) {
	articles := dealArticles(t)
	const folds = 5
	scores := map[float64]*weigh.Score{.25: {}, dealPossible: {}, .35: {}, dealShown: {}, .5: {}}
	for f := range folds {
		var others []*dealArticle
		for i, a := range articles {
			if i%folds != f {
				others = append(others, a)
			}
		}
		w := fitDeals(others)
		for i := f; i < len(articles); i += folds {
			for from, s := range scores {
				articles[i].score(w, from, s)
			}
		}
	}
	for _, from := range []float64{.25, dealPossible, .35, dealShown, .5} {
		s := scores[from]
		t.Logf("agreements from %.2f: precision %.3f, recall %.3f, F1 %.3f (%d right of %d shown, %d wanted)", from, s.Precision(), s.Recall(), s.F1(), s.Hits, s.Shown, s.Wanted)
	}
	if s := scores[dealShown]; *goldDir != "" && (s.Precision() < .68 || s.Recall() < .45) {
		t.Errorf("measured on other articles: precision %.2f, recall %.2f; want .68, .45", s.Precision(), s.Recall())
	}
	if *writeClues {
		writeWeights(t, "dealclues", "# How much each clue speaks for a commitment's being an agreement of the article (less than\n# nought: against), as the weight in a logistic sum.", fitDeals(articles))
	}
}
