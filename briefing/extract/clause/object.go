package clause

import (
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/lang"
)

// Extent says how far the words that hang off a verb or a noun may run.
type Extent struct {
	List   bool // topics: semicolons and gerunds go on with the list
	Noun   bool // in front of a verb: the next finite verb ends it
	Act    bool // a commitment: place, time and purpose belong to it
	Gerund bool // the verb is a gerund: so is the next one of the sentence
}

// ObjectEnd returns the token before which the object that begins at i ends.
func ObjectEnd(t []lang.Token, i int, o Extent) int {
	w := objectWalk{t: t, from: i, Extent: o}
	for j := i; j < len(t); j++ {
		if t[j].Kind != lang.Punct {
			if j > i && w.wordEnds(j) {
				return j
			}
			continue
		}
		at, ends := w.mark(j)
		if ends {
			return at
		}
		j = at
	}
	return len(t)
}

// objectWalk goes from word to word over an object.
type objectWalk struct {
	t    []lang.Token
	from int // where the object begins
	Extent
	depth int // of quotation marks opened in the object
}

// mark tells what the mark at j does: the object ends before token at, or goes
// on behind it.
func (o *objectWalk) mark(j int) (at int, ends bool) {
	t, i := o.t, o.from
	switch t[j].Lower {
	case "“", "‘", "”", `"`, "''", "``":
		return o.quotationMark(j)
	case "(":
		at = closingBracket(t, j)
		return max(at, j), at < 0
	case ";":
		return j, !o.List
	case ":":
		return j, !o.List || j > i+12
	case "-", "–", "—", "--":
		return j, !joinsWords(t, i, j)
	case ".":
		return j, !shortens(t, j)
	case "?", "!", "…", ")", "[", "]":
		return j, true
	case ",":
		if !commaEnds(t, i, j, o.Extent) {
			return j, false
		}
		at = afterRelative(t, j, o.Extent)
		return max(at, j), at == 0
	}
	return j, false
}

// quotationMark is mark for marks of quotation. One that closes what was opened
// before the object ends it, and so does the comma inside one: '"… plan," he
// said'.
func (o *objectWalk) quotationMark(j int) (at int, ends bool) {
	t := o.t
	switch t[j].Lower {
	case "“", "‘":
		o.depth++
		return j, false
	case "”":
		if o.depth == 0 {
			return j, true
		}
		o.depth--
		if j+1 < len(t) && j > o.from && t[j-1].Is(",", ".") {
			return j + 1, true
		}
		return j, false
	}
	closes := j > 0 && t[j-1].End == t[j].Start
	switch {
	case o.depth == 0 && closes:
		return j, true
	case o.depth == 0:
		o.depth++
	default:
		o.depth--
	}
	return j, false
}

// closingBracket returns the bracket that closes the one at j, or -1 if none
// does soon.
func closingBracket(t []lang.Token, j int) int {
	for k := j + 1; k < len(t) && k <= j+25; k++ {
		if t[k].Lower == ")" {
			return k
		}
	}
	return -1
}

// joinsWords reports whether the dash at j is a hyphen inside the object that
// began at i: "German-U.S.".
func joinsWords(t []lang.Token, i, j int) bool {
	return j > i && j+1 < len(t) && t[j-1].End == t[j].Start && t[j].End == t[j+1].Start && !t[j].Is("—", "--")
}

// shortens reports whether the stop at j ends a short form and no sentence:
// "German-U.S. ties".
func shortens(t []lang.Token, j int) bool {
	return j+1 < len(t) && t[j+1].Kind == lang.Word && !t[j+1].Capital() && t[j-1].End == t[j].Start && t[j+1].Start > t[j].End
}

// wordEnds reports whether the object ends before the word at j: another
// statement begins there ("and agreed to"), a clause ("when they met"), or a
// remark of time, place or company ("at a summit in Vienna").
func (o *objectWalk) wordEnds(j int) bool {
	t, w := o.t, o.t[j].Lower
	switch {
	case (w == "and" || w == "but" || w == "or") && verbFollows(t, j, o.Extent) && !o.question(j):
		return true
	case w == "when" || w == "while" || w == "although" || w == "though" || w == "unless" || w == "whereas":
		return true
	case (w == "because" || w == "if" || w == "as" && j+1 < len(t) && Pronouns[t[j+1].Lower]) && !o.Act:
		return true
	case w == "as" && AsClause(t, j), o.Noun && finite(t, o.from, j):
		return true
	}
	return tailPhrase(t, j, o.Extent) && !includingAfter(t, j)
}

// question reports whether the object is a question whose verb is still to come
// behind the conjunction at j: "how Peru and Chile will share the water".
func (o *objectWalk) question(j int) bool {
	t, i := o.t, o.from
	return t[i].Is("how", "what", "whether", "why") && !t[i+1].Is("to") && !(Run{i, j}).Has(t, Auxiliaries)
}

// commaEnds reports whether the comma at j ends the object that began at i.
func commaEnds(t []lang.Token, i, j int, o Extent) bool {
	if j+1 >= len(t) {
		return true
	}
	n := t[j+1]
	after := func(k int) string {
		if j+1+k < len(t) {
			return t[j+1+k].Lower
		}
		return ""
	}
	switch w := n.Lower; {
	case w == "as" && after(1) == "well", w == "along" && after(1) == "with", w == "in" && after(1) == "particular",
		w == "including", w == "spanning" && o.List, w == "covering" && o.List, w == "such" && after(1) == "as", w == "namely", w == "particularly", w == "especially", w == "notably":
		return false
	case w == "and" || w == "or":
		return verbFollows(t, j+1, o)
	case w == "but" || Pronouns[w] || Speech[w] || Relatives[w] || Weekdays[w] || Months[w]:
		return true
	case n.Kind == lang.Punct:
		return true
	case tailVerbs.Has(w) && !(o.List && IsGerund(t[i]) && listedVerbs.Has(w)) || o.Gerund && IsGerund(n) && !IsGerund(t[i]):
		return true
	case IsGerund(n) && !o.List && !IsGerund(t[i]):
		return true
	case IsGerund(n) && closedList(t, i, j):
		return true // "A, B, and C, reaching a consensus"
	case PastLike(n) && !Auxiliaries[w] && len(after(1)) > 0 && (Prepositions[after(1)] || Determiners[after(1)] || after(1) == "that"):
		return true
	case Prepositions[w] && o.List:
		return !betweenSemicolons(t, i, j)
	case SaidBy(t, j+1):
		return true
	}
	return clauseFollows(t, j+1)
}

// betweenSemicolons reports whether the comma at j stands in a member of a list
// that began at i and that semicolons cut.
func betweenSemicolons(t []lang.Token, i, j int) bool {
	before := false
	for k := i; k < j; k++ {
		before = before || t[k].Lower == ";"
	}
	for k := j; before && k < len(t) && k < j+40 && t[k].Lower != "."; k++ {
		if t[k].Lower == ";" {
			return true
		}
	}
	return false
}

// closedList reports whether the tokens [i, j) hold a list that ", and" closes.
func closedList(t []lang.Token, i, j int) bool {
	for k := i + 1; k+1 < j; k++ {
		if t[k].Lower == "," && t[k+1].Is("and") {
			return true
		}
	}
	return false
}

// SaidBy reports whether the words from token k to the next mark name who
// said it: "the ministry said", "U.S. officials told Reuters".
func SaidBy(t []lang.Token, k int) bool {
	for i := k; i < len(t) && i < k+16; i++ {
		if t[i].Kind == lang.Punct && !t[i].Is("'", "’") {
			return false
		}
		if (Speech[t[i].Lower] || t[i].Is("say")) && i > k && (!nounOrVerb.Has(t[i].Lower) || i < k+4 && (i+1 == len(t) || t[i+1].Kind == lang.Punct)) {
			return true
		}
	}
	return false
}

// clauseFollows reports whether a clause with a verb of its own begins at k
// and ends with the next mark.
func clauseFollows(t []lang.Token, k int) bool {
	for i := k; i < len(t); i++ {
		if t[i].Kind == lang.Punct || Relatives[t[i].Lower] || opensInner[t[i].Lower] {
			return false
		}
		if i > k && (Modals[t[i].Lower] || beHave[t[i].Lower]) {
			return true
		}
	}
	return false
}

// verbFollows reports whether the conjunction at j begins a new statement
// ("and agreed to", "and the two sides will") and not another noun.
func verbFollows(t []lang.Token, j int, o Extent) bool {
	k := j + 1
	for k < len(t) && IsAdverb(t[k]) {
		k++
	}
	if k >= len(t) {
		return false
	}
	w := t[k].Lower
	if k > j+1 && t[k-1].Is("then") && !Determiners[w] && !t[k].Capital() && !Prepositions[w] {
		return true // "look at the figures and then decide"
	}
	if Modals[w] {
		return !o.Act || w == "will" && k+1 < len(t) && !t[k+1].Is("be") // not "will be set up, and will be used to"
	}
	if Pronouns[w] && w != "who" {
		return true
	}
	if w == "that" {
		return o.Act // a second commitment: "agreed to A, and that B"
	}
	if PastLike(t[k]) {
		if ReportVerbs.Has(w) || Auxiliaries[w] {
			return true
		}
		if k == j+1 && j > 1 && Determiners[t[j-2].Lower] && k+1 < len(t) && t[k+1].Kind == lang.Word && !Prepositions[t[k+1].Lower] && !Determiners[t[k+1].Lower] {
			return false // "a strong and integrated chain"
		}
		if k+1 < len(t) && (Prepositions[t[k+1].Lower] || Determiners[t[k+1].Lower] || t[k+1].Is("that") || t[k+1].Capital()) {
			return true
		}
		return false
	}
	if w == "will" || w == "how" || w == "what" || w == "whether" || w == "why" || w == "where" {
		return w == "will"
	}
	for i := k; i < len(t) && i < k+14; i++ {
		v := t[i].Lower
		if t[i].Kind == lang.Punct && v != "'" && v != "’" || v == "that" || v == "which" || v == "who" || v == "whose" || v == "where" || v == "when" || v == "how" || v == "what" || v == "whether" || v == "to" {
			return false
		}
		if v == "and" && i+1 < len(t) && Modals[t[i+1].Lower] {
			return false // "solar and tidal schemes and will visit": the second "and" begins it
		}
		if i > k && (Modals[v] || beHave[v] && (v != "have" || i > k+1)) {
			return true
		}
		if i > k && PastLike(t[i]) && t[i-1].Capital() && i+1 < len(t) && Determiners[t[i+1].Lower] {
			return true
		}
		if i > k && ReportVerbs.Has(v) && i+1 < len(t) && behindVerb[t[i+1].Lower] {
			return true
		}
	}
	return false
}

// AsClause reports whether the "as" at j begins a remark with a verb of its own:
// "as the two neighbours look to calm the border", "as the sides signed five
// accords", and not "as a way to save fuel".
func AsClause(t []lang.Token, j int) bool {
	if j < 2 || j+3 >= len(t) || t[j-1].Is("well", "such", "same") || t[j+1].Is("well", "part", "soon", "a", "an") {
		return false
	}
	for k := j + 2; k+1 < len(t) && k < j+10; k++ {
		switch {
		case t[k].Kind == lang.Punct && t[k].Lower != "-" || Prepositions[t[k].Lower] && !t[k].Is("of"):
			return false
		case Modals[t[k].Lower] || beHave[t[k].Lower]:
			return true
		case PastLike(t[k]) && !Prepositions[t[k+1].Lower] && !t[k+1].Is("to", "and"):
			return true
		}
	}
	return false
}

// finite reports whether the token at j is the verb of the clause whose
// subject began at i.
func finite(t []lang.Token, i, j int) bool {
	w := t[j].Lower
	if !(Modals[w] || beHave[w] || subjectVerbs.Has(w)) {
		return false
	}
	for k := j - 1; k >= i && k > j-8; k-- {
		switch t[k].Lower {
		case "that", "which", "who", "how", "what", "whether", "where", "why":
			return false
		}
	}
	return true
}

// tailPhrase reports whether a remark of time, place or company begins at j:
// "during the meeting", "at a summit in Vienna", "with Palestinian officials".
func tailPhrase(t []lang.Token, j int, o Extent) bool {
	w := t[j].Lower
	if j+1 >= len(t) {
		return (w == "here" || w == "yesterday" || w == "today" || w == "tomorrow") && !o.Act
	}
	near := func(set WordSet, n int) bool {
		for k := j + 1; k < len(t) && k <= j+n; k++ {
			if t[k].Kind == lang.Punct && t[k].Lower != "-" || t[k].Is("and", "on", "for") || t[k].Is("of") && w != "after" {
				return false
			}
			if set[t[k].Lower] {
				return true
			}
		}
		return false
	}
	switch w {
	case "on":
		return Weekdays[t[j+1].Lower] || Months[t[j+1].Lower] && !o.Act || t[j+1].Is("sidelines") || t[j+1].Is("the") && j+2 < len(t) && t[j+2].Is("sidelines", "margins")
	case "during":
		return near(EventNouns, 6)
	case "at":
		return !o.Act && atEvent[t[j+1].Lower] && near(EventNouns, 6)
	case "in":
		return !o.Act && inEvent[t[j+1].Lower] && near(EventNouns, 4)
	case "with":
		return !o.Act && withPeople(t, j)
	case "after", "before":
		if o.Act && near(EventNouns, 5) {
			return true
		}
		return !o.Act && (Weekdays[t[j+1].Lower] || IsGerund(t[j+1]) || Pronouns[t[j+1].Lower])
	case "ahead":
		return t[j+1].Is("of")
	case "yesterday", "here":
		return !o.Act
	case "later":
		return !o.Act && (Weekdays[t[j+1].Lower] || t[j+1].Is("in", "this", "today", "on"))
	case "today", "tomorrow":
		return !o.Act && t[j+1].Kind == lang.Punct
	case "last", "this", "next":
		return !o.Act && spans.Has(t[j+1].Lower)
	}
	return false
}

// PeopleNouns are nouns for people whom a verb may have as its object.
var PeopleNouns = lexicon.Set("official officials leader leaders counterpart counterparts minister ministers president prime secretary chancellor premier premiers king him her them representatives members delegation delegates ambassador ambassadors envoy lawmakers reporters congressmen senators executives businessmen colleagues pope emir sheikh mr mr. president-elect commissioner chairman head chief authorities others")

// withPeople reports whether "with" at j names who was spoken to.
func withPeople(t []lang.Token, j int) bool {
	for k := j + 1; k < len(t) && k <= j+6; k++ {
		if t[k].Kind == lang.Punct || t[k].Is("on", "in", "to", "for", "about") {
			return false
		}
		if PeopleNouns[t[k].Lower] {
			return true
		}
	}
	return false
}

// includingAfter reports whether examples follow the remark at j: "key issues
// discussed at the summit, including A".
func includingAfter(t []lang.Token, j int) bool {
	for k := j + 1; k+1 < len(t) && k < j+9; k++ {
		if t[k].Lower == "," {
			return t[k+1].Is("including", "such", "namely")
		}
	}
	return false
}

// afterRelative returns the comma after which a list goes on behind a relative
// clause that the comma at j opens ("A, which worries B, and C"), or 0.
func afterRelative(t []lang.Token, j int, o Extent) int {
	if !o.List || j+1 >= len(t) || !t[j+1].Is("which", "who", "where", "whose") {
		return 0
	}
	for k := j + 2; k+2 < len(t) && k < j+30; k++ {
		if t[k].Is(".", ";", "”") {
			return 0
		}
		if t[k].Lower == "," {
			if t[k+1].Is("and") && !verbFollows(t, k+1, o) || t[k+1].Is("as") && t[k+2].Is("well") {
				return k
			}
			return 0
		}
	}
	return 0
}
