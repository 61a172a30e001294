package extract

import (
	"strings"

	"example.org/attache/briefing/lang"
)

// skipInserted moves past what stands between a verb and its topics: "in a
// cordial manner", "at length", "with him", an opening mark.
func skipInserted(t []lang.Token, i int) int {
	for i < len(t) {
		switch {
		case t[i].Is("“", `"`, "''", "``", ":", "‘", "about", "regarding", "concerning") || isAdverb(t[i]) && !t[i].Is("both", "all"):
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
		case t[i].Is("in", "at", "among", "with", "on", "by", "over") && !(t[i].Is("in") && i+1 < len(t) && t[i+1].Is("particular")):
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

// tidyTopic cuts a topic to a short noun phrase: without relative clauses and
// words that only join it to the list.
func tidyTopic(t []lang.Token, r run) run {
	r = trimRun(t, r)
	for r.from < r.to && (t[r.from].Is("both", "namely", "including", "also", "possibly", "either", "especially", "particularly", "further", "on", "about", "over", "regarding", "concerning", "with", "of") || t[r.from].Kind == lang.Clitic) {
		r.from++
	}
	for k := r.from; k+2 < r.to && k < r.from+3; k++ { // "a discussion on fish"
		if t[k].Is("discussion", "discussions", "talks", "debate", "conversation") && t[k+1].Is("on", "of", "about") {
			r.from = k + 2
			break
		}
	}
	for i := r.from + 1; i < r.to; i++ {
		if t[i].Lower == "," && i+1 < r.to && relatives[t[i+1].Lower] && !t[i+1].Is("as", "with") {
			r.to = i
			break
		}
		if t[i].Is("that") && i > r.from+1 && i+2 < r.to && t[i+1].Is("has", "have", "had") {
			r.to = i
			break
		}
		if t[i].Is("which", "who") && i > r.from+2 && t[i-1].Lower != "," && !prepositions[t[i-1].Lower] {
			r.to = i
			break
		}
	}
	for r.from < r.to && t[r.to-1].Kind != lang.Punct && (prepositions[t[r.to-1].Lower] || determiners[t[r.to-1].Lower] || t[r.to-1].Is("also", "including", "again", "now", "later")) {
		r.to--
	}
	r = trimRun(t, r)
	if r.len() > 2 && t[r.from].Is("the") && !t[r.from+1].Capital() {
		r.from++
	}
	return r
}

// isTopic reports whether r names a topic, and not merely that there were
// some.
func isTopic(t []lang.Token, r run) bool {
	if r.empty() || r.len() > 60 || t[r.from].Is("that", "if", "it", "them", "this", "him", "her", "us", "me", "which", "of", "when", "while", "then", "as", "not", "one", "what's", "themselves", "to") && (r.len() < 2 || !t[r.from].Is("this", "that", "one", "her")) {
		return false
	}
	if r.len() == 1 && t[r.from].Is("what", "something", "nothing", "everything", "anything", "much", "more", "lots", "all", "both") {
		return false
	}
	if t[r.to-1].Is("it", "them", "this", "him", "her", "us") && !(r.len() > 4 && t[r.to-2].Is("between", "among")) || t[r.from].Is("lack", "absence", "failure", "fact") || r.len() > 1 && t[r.from].Is("a", "the", "all") && t[r.from+1].Is("lack", "absence", "failure", "options") {
		return false
	}
	if t[r.from].Is("last", "next") && r.len() > 1 && (timeNouns[t[r.from+1].Lower] || t[r.from+1].Is("time")) {
		return false
	}
	if t[r.from].Is("in", "at", "with", "by", "for", "from", "through", "under", "during", "after", "before", "amid", "within", "throughout", "until", "since", "despite", "without", "among") {
		return false
	}
	if weekdays[t[r.from].Lower] || t[r.from].Is("these", "those", "this", "today", "yesterday", "along", "themselves") && r.len() < 9 || emptyStart(t, r) && !r.any(t, "including") {
		return false
	}
	if t[r.from].Is("how", "whether", "why", "when", "where") && r.len() > 2 && t[r.from+1].Is("that", "this", "it", "they", "he", "she") && r.len() < 7 && !(run{r.from + 2, r.to}).has(t, prepositions) {
		return false // "how that can be done"
	}
	for i := r.from + 1; i+1 < r.to && i < r.from+7; i++ {
		if speech[t[i].Lower] && t[i+1].Is("that") || t[i].Is("highlighted", "stressed", "emphasised", "emphasized") && t[i+1].Is("that") {
			return false // a clause: "Ann Roe stressed that"
		}
	}
	if r.len() == 1 && t[r.from].Is("reports", "documents", "presentations", "remarks", "experiences", "ideas", "options", "proposals") {
		return false
	}
	telling := 0
	for i := r.from; i < r.to; i++ {
		if t[i].Kind == lang.Word && !vague[t[i].Lower] && !eventNouns[t[i].Lower] && !peopleNouns[t[i].Lower] && !isAdverb(t[i]) && !timeNouns[t[i].Lower] {
			telling++
		}
	}
	if telling == 0 {
		// "bilateral relations" is one, "bilateral issues" is none.
		return false
	}
	return true
}

// telling returns the words of r that tell topics apart, by their stems.
func telling(t []lang.Token, r run) map[string]bool {
	out := map[string]bool{}
	for i := r.from; i < r.to; i++ {
		w := t[i].Lower
		if t[i].Kind == lang.Punct || t[i].Kind == lang.Clitic || determiners[w] || prepositions[w] || auxiliaries[w] || conjunctions[w] || w == "how" || w == "ways" {
			continue
		}
		out[stem(w)] = true
	}
	return out
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

// sameWords reports whether most of the smaller set is in the larger.
func sameWords(a, b map[string]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == 0 {
		return true
	}
	n := 0
	for w := range a {
		if b[w] {
			n++
		}
	}
	return 10*n >= 7*len(a) && 10*n >= 4*len(b)
}

var timeNouns = words("day days week weeks weekend month months year years hour hours minutes past last next coming recent today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday two three four five six")
