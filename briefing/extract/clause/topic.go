package clause

import (
	"maps"
	"slices"
	"strings"

	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/lang"
)

// SkipInserted moves past what stands between a verb and its topics: "in a
// cordial manner", "at length", "with him", an opening mark.
func SkipInserted(t []lang.Token, i int) int {
	for i < len(t) {
		switch {
		case t[i].Is("“", `"`, "''", "``", ":", "‘", "about", "regarding", "concerning") || IsAdverb(t[i]) && !t[i].Is("both", "all"):
			i++
		case t[i].Lower == ",":
			k := i + 1
			for k < len(t) && k < i+14 && t[k].Lower != "," {
				k++
			}
			if k >= len(t) || t[k].Lower != "," {
				return len(t)
			}
			i = k + 1
		case beforeTopic[t[i].Lower] && !(t[i].Is("in") && i+1 < len(t) && t[i+1].Is("particular")):
			if t[i].Is("in") && i+2 < len(t) && t[i+2].Is("how", "the") {
				i += 2
				continue
			}
			// Up to the next determiner that begins a topic.
			k := i + 2
			for k < len(t) && k < i+9 && !startsTopic[t[k].Lower] && t[k].Lower != "," {
				k++
			}
			if k >= len(t) || k == i+9 {
				return len(t)
			}
			i = k
			if t[k].Lower == "," {
				i++
			}
		default:
			return i
		}
	}
	return i
}

// TidyTopic cuts a topic to a short noun phrase: without relative clauses and
// words that only join it to the list.
func TidyTopic(t []lang.Token, r Run) Run {
	r = TrimRun(t, r)
	for r.From < r.To && (joinsTopic.Has(t[r.From].Lower) || t[r.From].Kind == lang.Clitic) {
		r.From++
	}
	for k := r.From; k+2 < r.To && k < r.From+3; k++ { // "a discussion on fish"
		if talkOf.Has(t[k].Lower) && t[k+1].Is("on", "of", "about") {
			r.From = k + 2
			break
		}
	}
	for i := r.From + 1; i < r.To; i++ {
		if t[i].Lower == "," && i+1 < r.To && Relatives[t[i+1].Lower] && !t[i+1].Is("as", "with") {
			r.To = i
			break
		}
		if t[i].Is("that") && i > r.From+1 && i+2 < r.To && t[i+1].Is("has", "have", "had") {
			r.To = i
			break
		}
		if t[i].Is("which", "who") && i > r.From+2 && t[i-1].Lower != "," && !Prepositions[t[i-1].Lower] {
			r.To = i
			break
		}
	}
	for r.From < r.To && t[r.To-1].Kind != lang.Punct && (Prepositions[t[r.To-1].Lower] || Determiners[t[r.To-1].Lower] || leftOver.Has(t[r.To-1].Lower)) {
		r.To--
	}
	r = TrimRun(t, r)
	if r.Len() > 2 && t[r.From].Is("the") && !t[r.From+1].Capital() {
		r.From++
	}
	return r
}

// IsTopic reports whether r names a topic, and not merely that there were
// some.
func IsTopic(t []lang.Token, r Run) bool {
	if r.Empty() || r.Len() > 60 || noStart.Has(t[r.From].Lower) && (r.Len() < 2 || !t[r.From].Is("this", "that", "one", "her")) {
		return false
	}
	if r.Len() == 1 && noTopicAlone.Has(t[r.From].Lower) {
		return false
	}
	if objectPronouns[t[r.To-1].Lower] && !(r.Len() > 4 && t[r.To-2].Is("between", "among")) || lacking.Has(t[r.From].Lower) || r.Len() > 1 && t[r.From].Is("a", "the", "all") && theLacking.Has(t[r.From+1].Lower) {
		return false
	}
	if t[r.From].Is("last", "next") && r.Len() > 1 && (TimeNouns[t[r.From+1].Lower] || t[r.From+1].Is("time")) {
		return false
	}
	if circumstance.Has(t[r.From].Lower) {
		return false
	}
	if Weekdays[t[r.From].Lower] || pointing.Has(t[r.From].Lower) && r.Len() < 9 || EmptyStart(t, r) && !r.Any(t, "including") {
		return false
	}
	if questions[t[r.From].Lower] && r.Len() > 2 && t[r.From+1].Is("that", "this", "it", "they", "he", "she") && r.Len() < 7 && !(Run{r.From + 2, r.To}).Has(t, Prepositions) {
		return false // "how that can be done"
	}
	for i := r.From + 1; i+1 < r.To && i < r.From+7; i++ {
		if Speech[t[i].Lower] && t[i+1].Is("that") || t[i].Is("highlighted", "stressed", "emphasised", "emphasized") && t[i+1].Is("that") {
			return false // a clause: "Ann Roe stressed that"
		}
	}
	if r.Len() == 1 && handed.Has(t[r.From].Lower) {
		return false
	}
	telling := 0
	for i := r.From; i < r.To; i++ {
		if t[i].Kind == lang.Word && !Vague.Has(t[i].Lower) && !EventNouns[t[i].Lower] && !PeopleNouns[t[i].Lower] && !IsAdverb(t[i]) && !TimeNouns[t[i].Lower] {
			telling++
		}
	}
	if telling == 0 {
		// "bilateral relations" is one, "bilateral issues" is none.
		return false
	}
	return true
}

// Stems returns for each token its stem if it tells topics apart, "" if it does
// not.
func Stems(t []lang.Token) []string {
	out := make([]string, len(t))
	for i := range t {
		if w := t[i].Lower; t[i].Kind != lang.Punct && t[i].Kind != lang.Clitic && !grammatical[w] {
			out[i] = stem(w)
		}
	}
	return out
}

// grammatical are the words that tell no topic from another.
var grammatical = func() WordSet {
	all := lexicon.Set("how ways")
	for _, set := range []WordSet{Determiners, Prepositions, Auxiliaries, Conjunctions} {
		maps.Copy(all, set)
	}
	return all
}()

// Words are distinct words in order of the alphabet.
type Words []string

// WordsOf returns the words among stems.
func WordsOf(stems []string) Words {
	w := make(Words, 0, len(stems))
	for _, x := range stems {
		if x != "" {
			w = append(w, x)
		}
	}
	slices.Sort(w)
	return slices.Compact(w)
}

// Shared returns how many words stand in both a and b.
func (a Words) Shared(b Words) (n int) {
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch c := strings.Compare(a[i], b[k]); {
		case c < 0:
			i++
		case c > 0:
			k++
		default:
			n, i, k = n+1, i+1, k+1
		}
	}
	return n
}

// stem cuts the commonest endings, so that "tariffs" and "tariff" are one.
func stem(w string) string {
	for _, end := range []string{"ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "s", "ly", "y", "e"} {
		if len(w) > len(end)+3 && strings.HasSuffix(w, end) && !strings.HasSuffix(w, "ss") {
			return w[:len(w)-len(end)]
		}
	}
	return w
}

// SameWords reports whether most of the smaller set is in the larger.
func SameWords(a, b Words) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := 10 * a.Shared(b)
	return len(a) == 0 || n >= 7*len(a) && n >= 4*len(b)
}

// TimeNouns are words of a time: "the next two weeks".
var TimeNouns = lexicon.Set("day days week weeks weekend month months year years hour hours minutes past last next coming recent today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday two three four five six")
