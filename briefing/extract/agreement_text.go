package extract

import (
	"slices"
	"strings"

	lex "example.org/attache/briefing/extract/words"
	"example.org/attache/briefing/lang"
)

// This file decides which words tell a commitment on the page.

// leastLine is how many words a line needs to say something by itself.
const leastLine = 5

// wording returns the words of a commitment: with who is bound and the verb
// where its own words alone say too little, and the whole sentence where these
// point back to it.
func (g *agreementFinder) wording(x *commitment) run {
	t := x.sentence.Tokens
	few := x.form == objectForm && x.run.len() < leastLine
	if x.form == wholeForm || x.form == willForm || !pointsBack(t, x.run) && !scant(t, x.run) && !few {
		return x.run
	}
	if b := x.sentence.reading().ClauseAt(x.at); few && b != nil && !b.Subject.Empty() && b.Subject.From < x.run.from {
		if r := trimRun(t, run{b.Subject.From, x.run.to}); !pointsBack(t, r) {
			return r
		}
	}
	if r := statement(t); r.from < x.run.to && x.run.from < r.to {
		return run{min(r.from, x.run.from), max(r.to, x.run.to)}
	}
	return x.run
}

// bare reports whether a commitment says no more than that there was one: "two
// accords were signed".
func (g *agreementFinder) bare(x *commitment) bool {
	r := g.wording(x)
	if x.form == objectForm {
		r = x.run
	}
	for k := r.from; k < r.to; k++ {
		w := x.sentence.Tokens[k]
		if w.Kind == lang.Word && !vague[w.Lower] && !prepositions[w.Lower] && !determiners[w.Lower] && !auxiliaries[w.Lower] && !adverbs[w.Lower] && !eventNouns[w.Lower] && !isDeal(w.Lower) && dealAct(w) != "sign" {
			return false
		}
	}
	return true
}

// pointsBack reports whether r needs words outside it to be understood.
func pointsBack(t []lang.Token, r run) bool {
	telling := 0
	for i := r.from; i < r.to; i++ {
		switch w := t[i].Lower; {
		case w == "them" || w == "it" && i == r.to-1:
			return true
		case (w == "this" || w == "these" || w == "those" || w == "such") && i+1 < r.to && i < r.from+4:
			if t[i+1].Is("common", "goal", "goals", "aim", "end", "effort", "efforts", "issue", "issues", "matter", "areas", "commitment") {
				return true
			}
		}
		if t[i].Kind == lang.Word && !vague[t[i].Lower] && !prepositions[t[i].Lower] {
			telling++
		}
	}
	return telling < 2
}

// scant reports whether r names a deal and hardly more: "a free trade
// agreement". What it is about then stands elsewhere in the sentence.
func scant(t []lang.Token, r run) bool {
	n, deal := 0, false
	for i := r.from; i < r.to; i++ {
		w := t[i].Lower
		switch {
		case deal && i+1 < r.to && t[i].Is("on", "to", "for", "against") && t[i+1].Kind == lang.Word && !weekdays[t[i+1].Lower] && !months[t[i+1].Lower] && !determiners[t[i+1].Lower]:
			return false // "a pact on river ports"
		case isDeal(w):
			deal = true
		case t[i].Kind == lang.Word && !vague[w] && !prepositions[w] && !determiners[w]:
			n++
		}
	}
	return n < 2 || deal && n < 3
}

// statement returns the sentence without its closing marks and without who
// said it.
func statement(t []lang.Token) run {
	r := run{afterDateline(t), len(t)}
	for i := 1; i < len(t)/2; i++ {
		if t[i].Is("said", "says", "announced") && i+1 < len(t) && t[i+1].Kind != lang.Punct && !t[i+1].Is("in", "on", "at", "the", "a", "an") || t[i].Is("that") && speech[t[i-1].Lower] {
			r.from = i + 1
		}
	}
	for i := r.from + 4; i+1 < len(t); i++ {
		if t[i].Is("as") && asClause(t, i) {
			r.to = i
			return trimRun(t, r)
		}
	}
	for i := len(t) - 1; i > len(t)/2; i-- {
		if t[i].Lower == "," && i+1 < len(t) && (saidBy(t, i+1) || speech[t[i+1].Lower]) {
			r.to = i
			break
		}
	}
	return trimRun(t, r)
}

// afterDateline returns the token behind an agency's dateline, or 0: "LIMA,
// May 3 (AP) — ".
func afterDateline(t []lang.Token) int {
	for k := 1; k < len(t) && k < 14; k++ {
		switch {
		case t[k].Is("–", "—", "--") || t[k].Is("-") && t[k-1].End < t[k].Start:
			if len(t[0].Text) > 1 && t[0].Text == strings.ToUpper(t[0].Text) || (run{0, k}).any(t, "(") {
				return k + 1
			}
			return 0
		case t[k].Lower == ":" && len(t[0].Text) > 2 && t[0].Text == strings.ToUpper(t[0].Text) && t[k-1].Text == strings.ToUpper(t[k-1].Text):
			return k + 1
		case t[k].Kind == lang.Word && !t[k].Capital() && !months[t[k].Lower]:
			if !(run{0, k}).any(t, "(") {
				return 0
			}
		}
	}
	return 0
}

// within reports whether one set of words holds the whole of the other.
func within(a, b map[string]bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for w := range a {
		if !b[w] {
			return false
		}
	}
	return len(a) > 1
}

// otherTime reports whether r names a time at which another deal was made:
// "last year", "in 1986", "in December".
func otherTime(t []lang.Token, r run, year int) bool {
	for i := r.from; i < r.to; i++ {
		w := t[i].Lower
		switch {
		case (w == "last" || w == "previous") && i+1 < r.to && (t[i+1].Is("year", "month", "autumn", "spring", "summer", "winter", "fall", "decade") || months[t[i+1].Lower]):
			return true
		case w == "at" && i+2 < r.to && t[i+1].Is("the", "that") && t[i+2].Is("time"):
			return true
		case w == "back" && i+1 < r.to && t[i+1].Is("in"):
			return true
		case w == "ago" || w == "previously" || w == "formerly" || w == "earlier" && i+2 < r.to && t[i+1].Is("this") && t[i+2].Is("year", "month"):
			return true
		case t[i].Kind == lang.Number && len(w) == 4 && yearOf(w) > 0 && i > 0 && t[i-1].Is("in") && r.any(t, "had"):
			return true // "in 2016 the two had agreed"
		case t[i].Kind == lang.Number && len(w) == 4 && year > 0 && yearOf(w) > 0 && yearOf(w) < year && i > 0 && (t[i-1].Is("in", "since", ",", "from", "the") || months[t[i-1].Lower]):
			return true
		}
	}
	return false
}

// inYear reports whether r names a year, and in a long run a month of a year:
// what is dated so is told as history.
func inYear(t []lang.Token, r run) bool {
	for i := r.from; i+1 < r.to; i++ {
		if !t[i].Is("in") {
			continue
		}
		k := i + 1
		if months[t[k].Lower] && k+1 < r.to {
			k++
		}
		if k == i+1 && r.len() > 10 {
			continue // "will pay a million in 2024"
		}
		if t[k].Kind == lang.Number && yearOf(t[k].Lower) > 0 {
			return true
		}
	}
	return false
}

// isDeal reports whether a word names what people agree on or put it in.
func isDeal(word string) bool {
	return lex.In(word, "deal") || dealLexicon().nouns[word] == "paper"
}

// namesDeal reports whether one of the words is a deal.
func namesDeal(t []lang.Token) bool {
	return slices.ContainsFunc(t, func(t lang.Token) bool { return lex.In(t.Lower, "deal") })
}
