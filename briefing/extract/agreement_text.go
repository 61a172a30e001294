package extract

import (
	"slices"
	"strings"

	"example.org/attache/briefing/extract/clause"
	lex "example.org/attache/briefing/extract/words"
	"example.org/attache/briefing/lang"
)

// This file decides which words tell a commitment on the page.

// leastLine is how many words a line needs to say something by itself.
const leastLine = 5

// wording returns the words of a commitment: with who is bound and the verb
// where its own words alone say too little, and the whole sentence where these
// point back to it.
func (g *agreementFinder) wording(x *commitment) clause.Run {
	t := x.sentence.Tokens
	few := x.form == objectForm && x.run.Len() < leastLine || x.form == onForm && scant(t, x.run)
	if x.form == wholeForm || x.form == willForm || x.form == planForm || x.form == termForm || !pointsBack(t, x.run) && !scant(t, x.run) && !few {
		return x.run
	}
	if b := x.sentence.Reading().ClauseAt(x.at); few && b != nil && !b.Subject.Empty() && b.Subject.From < x.run.From {
		if r := clause.TrimRun(t, clause.Between(b.Subject.From, x.run.To)); !pointsBack(t, r) {
			return r
		}
	}
	if r := statement(t); r.From < x.run.To && x.run.From < r.To {
		return clause.Between(min(r.From, x.run.From), max(r.To, x.run.To))
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
	for k := r.From; k < r.To; k++ {
		w := x.sentence.Tokens[k]
		if w.Kind == lang.Word && !clause.Vague.Has(w.Lower) && !clause.Prepositions[w.Lower] && !clause.Determiners[w.Lower] && !clause.Auxiliaries[w.Lower] && !clause.Adverbs[w.Lower] && !clause.EventNouns[w.Lower] && !isDeal(w.Lower) && dealAct(w) != "sign" {
			return false
		}
	}
	return true
}

// pointsBack reports whether r needs words outside it to be understood.
func pointsBack(t []lang.Token, r clause.Run) bool {
	telling := 0
	for i := r.From; i < r.To; i++ {
		switch w := t[i].Lower; {
		case w == "them" && i > 0 && t[i-1].Is("of", "among", "between"): // of what the words name
		case w == "them" || w == "it" && i == r.To-1:
			return true
		case (w == "this" || w == "these" || w == "those" || w == "such") && i+1 < r.To && i < r.From+4:
			if dealLexicon().meant[t[i+1].Lower] {
				return true
			}
		}
		if t[i].Kind == lang.Word && !clause.Vague.Has(t[i].Lower) && !clause.Prepositions[t[i].Lower] {
			telling++
		}
	}
	return telling < 2
}

// scant reports whether r names a deal and hardly more: "a free trade
// agreement". What it is about then stands elsewhere in the sentence.
func scant(t []lang.Token, r clause.Run) bool {
	n, deal := 0, false
	for i := r.From; i < r.To; i++ {
		w := t[i].Lower
		switch {
		case deal && i+1 < r.To && t[i].Is("on", "to", "for", "against") && t[i+1].Kind == lang.Word && !clause.Weekdays[t[i+1].Lower] && !clause.Months[t[i+1].Lower] && !clause.Determiners[t[i+1].Lower]:
			return false // "a pact on river ports"
		case isDeal(w):
			deal = true
		case t[i].Kind == lang.Word && !clause.Vague.Has(w) && !clause.Prepositions[w] && !clause.Determiners[w]:
			n++
		}
	}
	return n < 2 || deal && n < 3
}

// statement returns the sentence without its closing marks and without who
// said it.
func statement(t []lang.Token) clause.Run {
	r := clause.Between(afterDateline(t), len(t))
	for i := 1; i < len(t)/2; i++ {
		if t[i].Is("said", "says", "announced") && i+1 < len(t) && t[i+1].Kind != lang.Punct && !t[i+1].Is("in", "on", "at", "the", "a", "an") || t[i].Is("that") && clause.Speech[t[i-1].Lower] {
			r.From = i + 1
		}
	}
	for i := r.From + 4; i+1 < len(t); i++ {
		if t[i].Is("as") && clause.AsClause(t, i) {
			r.To = i
			return clause.TrimRun(t, r)
		}
	}
	for i := len(t) - 1; i > len(t)/2; i-- {
		if t[i].Lower == "," && i+1 < len(t) && (clause.SaidBy(t, i+1) || clause.Speech[t[i+1].Lower]) {
			r.To = i
			break
		}
	}
	return clause.TrimRun(t, r)
}

// afterDateline returns the token behind an agency's dateline, or 0: "LIMA,
// May 3 (AP) — ".
func afterDateline(t []lang.Token) int {
	for k := 1; k < len(t) && k < 14; k++ {
		switch {
		case t[k].Is("–", "—", "--") || t[k].Is("-") && t[k-1].End < t[k].Start:
			if len(t[0].Text) > 1 && t[0].Text == strings.ToUpper(t[0].Text) || clause.Between(0, k).Any(t, "(") {
				return k + 1
			}
			return 0
		case t[k].Lower == ":" && len(t[0].Text) > 2 && t[0].Text == strings.ToUpper(t[0].Text) && t[k-1].Text == strings.ToUpper(t[k-1].Text):
			return k + 1
		case t[k].Kind == lang.Word && !t[k].Capital() && !clause.Months[t[k].Lower]:
			if !clause.Between(0, k).Any(t, "(") {
				return 0
			}
		}
	}
	return 0
}

// within reports whether one set of words holds the whole of the other.
func within(a, b clause.Words) bool {
	smaller := min(len(a), len(b))
	return smaller > 1 && a.Shared(b) == smaller
}

// inYear reports whether r names a year, and in a long run a month of a year:
// what is dated so is told as history.
func inYear(t []lang.Token, r clause.Run) bool {
	for i := r.From; i+1 < r.To; i++ {
		if !t[i].Is("in") {
			continue
		}
		k := i + 1
		if clause.Months[t[k].Lower] && k+1 < r.To {
			k++
		}
		if k == i+1 && r.Len() > 10 {
			continue // "will pay a million in 2024"
		}
		if t[k].Kind == lang.Number && clause.YearOf(t[k].Lower) > 0 {
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
