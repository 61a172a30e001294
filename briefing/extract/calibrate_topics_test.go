package extract

import (
	"cmp"
	"math"
	"slices"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/weigh"
)

// annotatedTopics is an annotated article with what may be a topic in it.
type annotatedTopics struct {
	own   bool // of testdata
	text  string
	all   []*topicCandidate
	facts []annotatedFact
	likes [][]float64 // how like each candidate is each fact
}

// topicArticles returns the annotated articles with what may be a topic in them.
func topicArticles(t *testing.T) (out []*annotatedTopics) {
	for _, a := range annotatedArticles(t, "agenda") {
		topics := topicsOf(a.Text, a.Gold.Agenda)
		topics.own = a.own
		out = append(out, topics)
	}
	return out
}

func topicsOf(text string, facts []annotatedFact) *annotatedTopics {
	d := newDocument(&briefing.Article{ID: briefing.IDOf(text), Text: text, Language: "en"})
	for _, stage := range stages[:stagesBeforeTopics] {
		stage(d)
	}
	a := &annotatedTopics{text: text, facts: facts}
	a.all = (&agendaFinder{document: d, table: tableOf(d)}).candidates()
	for _, c := range a.all {
		words := c.run.Span(c.sentence.Tokens).Of(text)
		var likes []float64
		for _, f := range facts {
			likes = append(likes, max(shared(words, f.Text), shared(words, f.Evidence)))
		}
		a.likes = append(a.likes, likes)
	}
	return a
}

// stagesBeforeTopics is how many stages run before topics are found.
const stagesBeforeTopics = 10

// alike is how like a topic must be to an annotated one.
const alike = .5

// best returns the fact that candidate i is most like, or -1.
func (a *annotatedTopics) best(i int) int {
	best := -1
	for k, like := range a.likes[i] {
		if like >= alike && (best < 0 || like > a.likes[i][best] || like == a.likes[i][best] && a.facts[best].Optional) {
			best = k
		}
	}
	return best
}

// examples tells which candidates are right. Of several that share words only
// the one most like the fact is, and of a list that is several facts the
// members are. What is arguable is left out.
func (a *annotatedTopics) examples() (out []weigh.Example) {
	best := make([]int, len(a.all))
	for i := range a.all {
		best[i] = a.best(i)
	}
	for i, c := range a.all {
		right := best[i] >= 0
		held := map[int]bool{}
		for k, o := range a.all {
			if !right || k == i || best[k] < 0 || o.sentence != c.sentence || o.run.From >= c.run.To || c.run.From >= o.run.To {
				continue
			}
			if best[k] == best[i] && a.likes[k][best[k]] > a.likes[i][best[i]]+.05 {
				right = false
			}
			if o.run.From >= c.run.From && o.run.To <= c.run.To && !a.facts[best[k]].Optional {
				held[best[k]] = true
			}
		}
		right = right && len(held) < 2
		if right && a.facts[best[i]].Optional {
			continue
		}
		out = append(out, weigh.Example{Clues: c.clues, Right: right})
	}
	return out
}

// rate matches what is picked with the facts, one to one, the most alike first.
func (a *annotatedTopics) rate(from float64, s *weigh.Score) {
	index := map[*topicCandidate]int{}
	for i, c := range a.all {
		index[c] = i
	}
	type pair struct {
		like       float64
		topic, got int
	}
	var pairs []pair
	picked := pick(a.all, from)
	for i, c := range picked {
		for k, like := range a.likes[index[c]] {
			if a.facts[k].Optional {
				like -= alike // only if nothing better is left
			}
			if a.likes[index[c]][k] >= alike {
				pairs = append(pairs, pair{like, i, k})
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.like, x.like) })
	taken, found := map[int]bool{}, map[int]bool{}
	s.Shown += len(picked)
	for _, x := range pairs {
		switch {
		case taken[x.topic] || found[x.got]:
			continue
		case a.facts[x.got].Optional:
			s.Shown--
		default:
			s.Hits++
		}
		taken[x.topic], found[x.got] = true, true
	}
	for _, f := range a.facts {
		if !f.Optional {
			s.Wanted++
		}
	}
}

// topicFit measures the weights of topics' clues: there are many of them, and
// few articles.
var topicFit = weigh.Fitting{Rarest: 4, Ridge: 4, Sweeps: 30}

// leastPrecision is the share of the topics shown that must be right.
const leastPrecision = .74

// TestCalibrateTopics measures the weights on nine tenths of the articles and
// scores the rest, in turns. The likelihood from which on topics are shown
// becomes .5: so low that what is shown keeps its least precision.
func TestCalibrateTopics(t *testing.T) {
	articles := topicArticles(t)
	examples := make([][]weigh.Example, len(articles))
	for i, a := range articles {
		examples[i] = a.examples()
	}
	const folds = 10
	for fold := range folds {
		var others []weigh.Example
		for i := range examples {
			if i%folds != fold {
				others = append(others, examples[i]...)
			}
		}
		w := topicFit.Fit(others)
		for i := fold; i < len(articles); i += folds {
			for _, c := range articles[i].all {
				c.sure = w.Probability(c.clues)
			}
		}
	}
	real := articles
	if *goldDir != "" {
		real = slices.DeleteFunc(slices.Clone(articles), func(a *annotatedTopics) bool { return a.own })
	}
	var best weigh.Score
	at := 0.0
	for percent := 50; percent > 10; percent-- { // as low as precision allows
		var s weigh.Score
		for _, a := range real {
			a.rate(float64(percent)/100, &s)
		}
		if at > 0 && s.Precision() < leastPrecision {
			break
		}
		best, at = s, float64(percent)/100
	}
	t.Logf("topics: precision %.3f, recall %.3f, F1 %.3f on %d other articles, from %.2f on", best.Precision(), best.Recall(), best.F1(), len(real), at)
	if best.F1() < .6 {
		t.Errorf("measured on other articles: F1 %.2f, want .60", best.F1())
	}
	if *writeClues {
		w := topicFit.Fit(slices.Concat(examples...))
		w[weigh.Bias] -= math.Log(at / (1 - at))
		writeWeights(t, "topicclues", "# How much each clue speaks for words' being a topic (less than nought: against), as the\n# weight in a logistic sum.", w)
	}
}
