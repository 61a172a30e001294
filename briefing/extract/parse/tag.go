package parse

import (
	"strings"
	"unicode"

	"example.org/attache/briefing/extract/words"
	"example.org/attache/briefing/lang"
)

// Word is a token with what the lexicons and the sentence say of it.
type Word struct {
	words.Word
	Pos Pos
}

// tagger gives each token of a sentence its part of speech. The words beside
// it decide; where they leave open whether a word is a noun or a verb, the
// tags of prose do, which cost more.
type tagger struct {
	s        *Sentence
	shouting bool // all in capitals: case says nothing
}

func (g *tagger) run() {
	t := g.s.Tokens
	g.shouting = shouting(t)
	for i := range t {
		w := &g.s.Words[i]
		w.Word = words.Look(t[i].Lower)
		if w.Lemma == "" && w.Class == 0 && t[i].Kind == lang.Word && !(t[i].Capital() && !g.shouting) {
			w.Word = unknown(t[i].Lower)
		}
		w.Pos = g.pos(i)
	}
}

// unknown guesses a verb that no lexicon has by its ending: "soured".
func unknown(w string) words.Word {
	if len(w) > 5 && strings.HasSuffix(w, "ed") && !strings.HasPrefix(w, "un") && !strings.HasSuffix(w, "eed") && !strings.Contains(w, "-") {
		return words.Word{Lemma: w[:len(w)-2], Form: words.Past | words.Participle}
	}
	return words.Word{}
}

// shouting reports whether a sentence is written in capitals throughout.
func shouting(t []lang.Token) bool {
	upper, lower := 0, 0
	for _, k := range t {
		for _, r := range k.Text {
			if unicode.IsUpper(r) {
				upper++
			} else if unicode.IsLower(r) {
				lower++
			}
		}
	}
	return upper > 3*lower
}

func (g *tagger) pos(i int) Pos {
	t, w := g.s.Tokens[i], g.s.Words[i]
	switch t.Kind {
	case lang.Number:
		return Num
	case lang.Punct:
		return Mark
	case lang.Clitic:
		if p := g.before(i); p >= 0 && g.s.Words[p].Pos == Pron {
			return Aux // "it's"
		}
		return Poss
	}
	if t.Lower == "to" {
		return g.to(i)
	}
	if t.Lower == "that" {
		return g.that(i)
	}
	capital := t.Capital() && i > 0 && !g.shouting && !g.opens(i)
	if p, ok := closed[t.Lower]; ok && (!capital || p != Adj && t.Lower != "may" && t.Lower != "us" && t.Lower != "will") {
		if k := g.before(i); p == Adj && w.Form&words.Base != 0 && k >= 0 && (g.s.Words[k].Pos == To || g.s.Words[k].Pos == Modal) {
			return Verb // "to open"
		}
		return g.closedPos(i, p)
	}
	if capital {
		return Name
	}
	if numberWords[t.Lower] == Num {
		return Num
	}
	if w.Lemma != "" {
		return g.verbal(i)
	}
	switch {
	case strings.HasSuffix(t.Lower, "ly") && len(t.Lower) > 4 && !w.Has(words.Of("event")):
		return Adv
	case t.Capital() && !g.shouting:
		return Name
	case w.Has(words.Of("adjective")), adjectiveLike(t.Lower) && !w.Has(words.Of("nounlike")|words.Of("event")|words.Of("deal")):
		return Adj
	case strings.HasPrefix(t.Lower, "un") && strings.HasSuffix(t.Lower, "ed"):
		return Adj // "unresolved"
	case strings.Contains(t.Lower, "-") && (strings.HasSuffix(t.Lower, "ed") || strings.HasSuffix(t.Lower, "ing")):
		return Adj
	}
	return Noun
}

// opens reports whether token i begins a quotation, so that its capital says nothing.
func (g *tagger) opens(i int) bool {
	return g.s.Tokens[i-1].Is("“", `"`, ":", "''", "``", "‘") && g.s.Tokens[i].Lower != "i" && g.s.Words[i].Lemma != ""
}

// closedPos tells apart the uses of grammatical words that have several.
func (g *tagger) closedPos(i int, p Pos) Pos {
	t := g.s.Tokens
	next := func(k int) lang.Token {
		if i+k < len(t) {
			return t[i+k]
		}
		return lang.Token{}
	}
	switch t[i].Lower {
	case "no":
		if strings.HasPrefix(next(1).Text, ".") || next(1).Kind == lang.Number {
			return Noun
		}
	case "since", "as", "after", "before", "until", "till", "once":
		// Before a clause a subordinator, before a noun a preposition: the
		// clause builder decides, which sees whether a verb follows.
		return Sub
	case "so", "yet", "first", "long":
		return Adv
	case "like":
		if k := g.before(i); k >= 0 && (g.s.Words[k].Pos == Modal || g.s.Words[k].Pos == To) {
			return Verb
		}
	case "her", "his":
		return Det
	case "one":
		if next(1).Kind == lang.Word {
			return Num
		}
	case "following", "including", "concerning", "regarding", "touching", "pending":
		if k := g.before(i); k >= 0 && g.s.Words[k].Pos == Aux {
			return Verb
		}
	case "'s":
		return Poss
	case "what":
		return Sub
	case "such":
		if next(1).Lower == "as" {
			return Prep
		}
	case "there":
		if n := g.s.Words; i+1 < len(t) && (beForms[next(1).Lower] == Aux || closed[next(1).Lower] == Modal) && len(n) > 0 {
			return Pron
		}
		return Adv
	}
	return p
}

// to is the mark of an infinitive before a verb's base, else a preposition.
func (g *tagger) to(i int) Pos {
	t := g.s.Tokens
	for k := i + 1; k < len(t) && k < i+5; k++ {
		w := words.Look(t[k].Lower)
		switch {
		case t[k].Lower == "be" || t[k].Lower == "have" || t[k].Lower == "do":
			return To
		case w.Form&words.Base != 0 && !(t[k].Capital() && !g.shouting):
			if w.Verb&words.Of("noun") == 0 || k > i+1 {
				return To
			}
			return g.toNoun(i, k)
		case strings.HasSuffix(t[k].Lower, "ly") || closed[t[k].Lower] == Adv || closed[t[k].Lower] == Not:
			continue
		}
		return Prep
	}
	return Prep
}

// toNoun decides "to visit Peru" against "an end to talks": what follows a
// verb is seldom a mark, a preposition or a verb.
func (g *tagger) toNoun(i, k int) Pos {
	t := g.s.Tokens
	if k+1 >= len(t) || t[k+1].Kind == lang.Punct {
		return To
	}
	n := t[k+1].Lower
	if closed[n] == Det || closed[n] == Pron || t[k+1].Capital() {
		return To
	}
	if strings.HasPrefix(g.s.Tag(k), "VB") {
		return To
	}
	return Prep
}

// that is a determiner, the mark of a clause, or a relative pronoun.
func (g *tagger) that(i int) Pos {
	t := g.s.Tokens
	p := g.before(i)
	if i+1 >= len(t) {
		return Pron
	}
	n := words.Look(t[i+1].Lower)
	verb := closed[t[i+1].Lower] == Aux || closed[t[i+1].Lower] == Modal || n.Lemma != "" && n.Form&(words.Past|words.Third) != 0 && n.Verb&words.Of("noun") == 0
	switch {
	case p >= 0 && g.s.Words[p].Pos == Prep:
		return Det
	case verb && p >= 0 && g.s.Words[p].Pos.nominal():
		return Rel
	case verb:
		return Pron
	}
	return Sub
}

// before returns the last token before i that is no adverb, or -1.
func (g *tagger) before(i int) int {
	for i--; i >= 0 && (g.s.Words[i].Pos == Adv || g.s.Words[i].Pos == Not); i-- {
	}
	return i
}

// verbal decides whether a form of a verb is one here.
func (g *tagger) verbal(i int) Pos {
	t, w := g.s.Tokens, g.s.Words[i]
	p := g.before(i)
	prev := Mark
	if p >= 0 {
		prev = g.s.Words[p].Pos
	}
	if prev == To || prev == Modal || prev == Aux && w.Form&words.Base != 0 && doForms[t[p].Lower] == Aux {
		if w.Form&words.Base != 0 {
			return Verb
		}
	}
	ambiguous := w.Verb&words.Of("noun") != 0 || w.Class&(words.Of("event")|words.Of("deal")|words.Of("bid")|words.Of("catchall")) != 0
	attached := prev == Det || prev == Poss || prev == Num && !(p == 0)
	switch {
	case w.Form&words.Ing != 0:
		return g.gerund(i, p, prev, attached)
	case w.Form&(words.Past|words.Participle) != 0:
		return g.past(i, p, prev, attached)
	case attached || prev == Adj && ambiguous:
		return Noun
	case !ambiguous:
		if prev == Prep || prev == Adj || prev == Verb {
			return Noun
		}
		return Verb
	case p < 0 || prev == Prep || prev == Mark && w.Form&words.Third != 0:
		return Noun
	case prev == Pron && nominative[t[p].Lower] == Pron || prev == Rel:
		return Verb
	case i+1 == len(t), prev == Verb && !words.In(g.s.Words[p].Lemma, "lets"):
		return Noun
	case (prev == Conj || prev == Mark) && w.Form&words.Third != 0 && closed[t[i+1].Lower] == Prep:
		return Noun // "and plans for"
	}
	if next := t[i+1].Lower; w.Form&words.Base != 0 && (next == "of" || closed[next] == Aux || closed[next] == Modal) {
		return Noun
	}
	if strings.HasPrefix(g.s.Tag(i), "VB") || (prev == Conj || prev == Mark) && w.Form&words.Base != 0 && g.inSeries(p) {
		return Verb
	}
	return Noun
}

// inSeries reports whether the member before the "and" or comma at p begins
// with a bare verb: "to meet the goals, share data and address …".
func (g *tagger) inSeries(p int) bool {
	t := g.s.Tokens
	if t[p].Lower != "," && p > 0 && t[p-1].Lower == "," {
		p--
	}
	for k := p - 1; k > 0; k-- {
		if t[k].Lower == "," || g.s.Words[k].Pos == To || t[k].Lower == ";" {
			if g.s.Words[k+1].Pos == Conj {
				k++
			}
			return g.s.Words[k+1].Pos == Verb && g.s.Words[k+1].Form&words.Base != 0
		}
	}
	return false
}

// past tells the past form of a verb from the adjective: "the agreed steps".
func (g *tagger) past(i, p int, prev Pos, attached bool) Pos {
	t := g.s.Tokens
	if prev == Aux || prev == Modal {
		return Verb
	}
	next := lang.Token{}
	if i+1 < len(t) {
		next = t[i+1]
	}
	n := words.Look(next.Lower)
	nounNext := next.Kind == lang.Word && closed[next.Lower] == 0 && next.Lower != "to" && next.Lower != "that" && !strings.HasSuffix(next.Lower, "ly")
	if attached && !nounNext && (prev == Num || t[p].Is("both", "all", "each", "these", "those", "several", "many")) {
		return Verb // "the two agreed"
	}
	switch {
	case attached && (nounNext || g.s.Words[i].Form&words.Past == 0):
		return Adj
	case attached && (closed[next.Lower] == Conj || next.Lower == ","):
		return Adj // "an unprovoked and unjust war"
	case attached:
		return Noun
	case prev == Verb && nounNext && g.s.Words[i].Form&words.Base == 0 && g.s.Words[p].Form&words.Past == 0:
		return Adj // "to conduct combined patrols"
	case prev == Conj && nounNext && p > 0 && g.s.Words[p-1].Pos == Adj:
		return Adj // "a strong and integrated rail link"
	case (prev == Adj || prev == Prep) && nounNext && n.Lemma == "", (prev == Adj || prev == Prep) && nounNext && (n.Class != 0 || n.Verb&words.Of("noun") != 0):
		return Adj
	}
	return Verb
}

// gerund tells the form in -ing of a verb from the noun and the adjective.
func (g *tagger) gerund(i, p int, prev Pos, attached bool) Pos {
	t := g.s.Tokens
	next := lang.Token{}
	if i+1 < len(t) {
		next = t[i+1]
	}
	noun := g.s.Words[i].Class&(words.Of("event")) != 0 // meeting, briefing
	switch {
	case prev == Aux && beForms[t[p].Lower] == Aux:
		return Verb
	case g.s.Words[i].Class&words.Of("attributive") != 0 && next.Kind == lang.Word && closed[next.Lower] == 0 && next.Lower != "to":
		return Adj // "leading states"
	case attached || prev == Adj:
		if next.Kind == lang.Word && closed[next.Lower] == 0 && next.Lower != "to" && !noun {
			return Adj
		}
		return Noun
	case next.Lower == "of":
		return Noun
	case noun:
		if strings.HasPrefix(g.s.Tag(i), "VB") && prev != Prep || next.Capital() && prev == Mark {
			return Verb
		}
		return Noun
	}
	return Verb
}
