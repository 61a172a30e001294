package copies

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/letters"
)

// placedWord is a word of an article, by its hash, and where it stands.
type placedWord struct {
	hash uint64
	span briefing.Span
}

// Passages returns where the text that Shared counts stands in each of two
// articles: runs of three words and more that stand in both, furniture apart.
// The spans are in order and do not touch.
func Passages(a, b *briefing.Article) (inA, inB []briefing.Span) {
	x, y := wordsOf(a), wordsOf(b)
	return runs(a, x, threes(y)), runs(b, y, threes(x))
}

// wordsOf returns the words of an article in the order of its text.
func wordsOf(a *briefing.Article) []placedWord {
	var words []placedWord
	for _, p := range a.Paragraphs {
		if p.Kind == briefing.Furniture {
			continue
		}
		text := p.Of(a.Text)
		for start := 0; start < len(text); {
			from := strings.IndexFunc(text[start:], letters.Readable)
			if from < 0 {
				break
			}
			from += start
			to := strings.IndexFunc(text[from:], func(r rune) bool { return !letters.Readable(r) })
			if to < 0 {
				to = len(text) - from
			}
			words = append(words, placedWord{hashWord(text[from : from+to]), briefing.Span{Start: p.Start + from, End: p.Start + from + to}})
			start = from + to
		}
	}
	return words
}

func three(w []placedWord, i int) uint64 {
	return mix(w[i].hash*3 + mix(w[i+1].hash*5+mix(w[i+2].hash)))
}

func threes(words []placedWord) map[uint64]bool {
	all := make(map[uint64]bool, len(words))
	for i := range max(0, len(words)-2) {
		all[three(words, i)] = true
	}
	return all
}

// runs joins the words that stand in rows of three of the other article. A run
// ends with its paragraph.
func runs(a *briefing.Article, words []placedWord, other map[uint64]bool) []briefing.Span {
	var spans []briefing.Span
	covered := 0 // words before this one are in a row
	for i := range max(0, len(words)-2) {
		if !other[three(words, i)] {
			continue
		}
		for j := max(i, covered); j < i+3; j++ {
			w := words[j].span
			if n := len(spans); n > 0 && j > 0 && j <= covered && spans[n-1].End == words[j-1].span.End && !strings.Contains(a.Text[spans[n-1].End:w.Start], "\n") {
				spans[n-1].End = w.End
			} else {
				spans = append(spans, w)
			}
			covered = j + 1
		}
	}
	return spans
}
