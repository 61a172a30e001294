package clause

import (
	"strings"

	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/lang"
)

// SplitTopics cuts a list of topics into its members:
//
//	cooperation against car theft, forged passports and illegal logging,
//	and how to warn fishermen together
//
// A list after "including" belongs to the topic before it, unless that is an
// empty head ("a range of issues, including A and B"): then its members are
// the topics. It does not know which of two nouns a shared phrase belongs to.
func SplitTopics(t []lang.Token, r Run) []Run {
	r = TrimRun(t, r)
	if r.Empty() {
		return nil
	}
	if r.Len() > 3 && t[r.From].Is("such") && CatchAlls.Has(t[r.From+1].Lower) && t[r.From+2].Is("as") {
		return splitPlain(t, Run{r.From + 3, r.To}) // "such matters as fish and wine"
	}
	if semis := Separators(t, r, func(i int) bool { return t[i].Lower == ";" }); len(semis) > 0 {
		return cutAt(t, r, semis)
	}
	if joins := Separators(t, r, func(i int) bool {
		return t[i].Lower == "," && i+4 < r.To && t[i+1].Is("as") && t[i+2].Is("well") && t[i+3].Is("as")
	}); len(joins) > 0 {
		return append(splitOpen(t, Run{r.From, joins[0]}), SplitTopics(t, Run{joins[0] + 4, r.To})...)
	}
	if ends, ok := ranging(t, r); ok {
		return ends
	}
	if cut, next, ok := Including(t, r); ok {
		head := splitPlain(t, Run{r.From, cut})
		last := head[len(head)-1]
		if emptyHead(t, last) || emptyHead(t, Run{r.From, cut}) {
			return append(head[:len(head)-1:len(head)-1], splitPlain(t, Run{next, r.To})...)
		}
		last.To = r.To
		return append(head[:len(head)-1:len(head)-1], TrimRun(t, last))
	}
	return splitPlain(t, r)
}

// Including finds the word that opens a list of examples: the head ends at cut
// and the examples begin at next.
func Including(t []lang.Token, r Run) (cut, next int, ok bool) {
	for i := r.From + 1; i < r.To-1; i++ {
		switch {
		case opensExamples.Has(t[i].Lower) && t[i-1].Lower == ",":
			return i - 1, i + 1, true
		case t[i].Is("especially", "particularly", "notably") && AboutOn[t[i+1].Lower]:
			return i, i + 2, true
		case t[i].Is("including"):
			return i, i + 1, true
		case t[i].Is("such") && t[i+1].Is("as"):
			if t[i-1].Lower == "," {
				return i - 1, i + 2, true
			}
			return i, i + 2, true
		case t[i].Is("in") && t[i+1].Is("particular") && t[i-1].Lower == ",":
			return i - 1, i + 2, true
		case t[i].Is("like", "from") && CatchAlls.Has(t[i-1].Lower), t[i].Is("ranging") && t[i+1].Is("from"):
			next := i + 1
			if t[i].Is("ranging") {
				next++
			}
			return i, next, true
		}
	}
	return 0, 0, false
}

// emptyHead reports whether r says only that there were topics: its last noun,
// phrases of interest aside, is a catch-all.
func emptyHead(t []lang.Token, r Run) bool {
	for i := r.To - 1; i >= r.From; i-- {
		if !CatchAlls.Has(t[i].Lower) || ofInterest.Has(t[i].Lower) {
			continue
		}
		for k := i - 1; k >= r.From && !Prepositions[t[k].Lower] && !IsGerund(t[k]) && !(k > 0 && t[k-1].Is("to")); k-- {
			if t[k].Kind == lang.Word && !Vague.Has(t[k].Lower) {
				return false // "water problems"
			}
			if k-2 >= r.From && t[k-1].Is("in") && relationNouns.Has(t[k-2].Lower) {
				return false // "cooperation in areas such as"
			}
		}
		if i+1 == r.To {
			return true
		}
		n := t[i+1]
		return n.Is("of") && i+2 < r.To && Run{i + 2, r.To}.Has(t, Vague()) || PastLike(n) || behindHead.Has(n.Lower)
	}
	return false
}

// Separators finds the commas, semicolons and conjunctions of r that stand
// outside brackets and quotation marks.
func Separators(t []lang.Token, r Run, which func(i int) bool) []int {
	var at []int
	depth := 0
	for i := r.From; i < r.To; i++ {
		switch t[i].Lower {
		case "(", "“":
			depth++
		case ")", "”":
			depth = max(0, depth-1)
		}
		if depth == 0 && which(i) {
			at = append(at, i)
		}
	}
	return at
}

func cutAt(t []lang.Token, r Run, at []int) []Run {
	var out []Run
	from := r.From
	for _, i := range append(at, r.To) {
		if p := TrimRun(t, Run{from, i}); !p.Empty() {
			out = append(out, p)
		}
		from = i + 1
	}
	return out
}

func splitPlain(t []lang.Token, r Run) []Run {
	r = TrimRun(t, r)
	if r.Empty() {
		return nil
	}
	// "as well as" and "along with" always begin another topic.
	if joins := Separators(t, r, func(i int) bool {
		return i > r.From && i+3 < r.To && (t[i].Is("as") && t[i+1].Is("well") && t[i+2].Is("as") || t[i].Is("along") && t[i+1].Is("with"))
	}); len(joins) > 0 {
		n := 3
		return append(splitOpen(t, Run{r.From, joins[0]}), splitPlain(t, Run{joins[0] + n, r.To})...)
	}
	if last := t[r.To-1]; last.Is("etc", "etc.") && r.Len() > 3 {
		return cutAt(t, Run{r.From, r.To - 1}, Separators(t, Run{r.From, r.To - 1}, func(i int) bool { return t[i].Lower == "," }))
	}
	commas := Separators(t, r, func(i int) bool {
		return t[i].Lower == "," && !(i+1 < r.To && t[i+1].Kind == lang.Number)
	})
	if len(commas) == 0 {
		return splitPair(t, r)
	}
	parts := cutAt(t, r, commas)
	if len(parts) < 2 {
		return parts
	}
	if sharedHead(t, parts) || parts[0].Any(t, "respective") || placeWithCountry(t, commas, r) {
		return []Run{r}
	}
	if mixedHead(t, parts) {
		return []Run{r}
	}
	if and := commas[len(commas)-1] + 1; oneNoun(t, parts) && !(len(parts) == 2 && t[and].Is("and")) {
		return []Run{r}
	}
	parts = joinAdjectives(t, parts)
	if len(parts) == 1 {
		return parts
	}
	lastComma := commas[len(commas)-1]
	if l := parts[len(parts)-1]; !(lastComma+1 < r.To && t[lastComma+1].Is("and", "or")) && !HasAnd(t, l.From, l.To) {
		return parts[:1] // an apposition: no list ends without "and"
	}
	closed := lastComma+1 < r.To && t[lastComma+1].Is("and", "or")
	var out []Run
	for i, p := range parts {
		switch {
		case i == len(parts)-1 && !closed:
			out = append(out, splitLast(t, p)...)
		case closed && i >= len(parts)-2:
			out = append(out, splitPair(t, p)...)
		default:
			out = append(out, p)
		}
	}
	return joinGerunds(t, out)
}

// splitOpen cuts the members before "as well as", which closes their list as
// an "and" would: "A, B, as well as C".
func splitOpen(t []lang.Token, r Run) []Run {
	at := Separators(t, r, func(i int) bool { return t[i].Lower == "," && i+1 < r.To })
	_, _, examples := Including(t, r)
	paired := len(at) > 0 && HasAnd(t, r.From, at[0]) && !t[at[len(at)-1]+1].Is("and") // "A and B, C and D as well as E"
	if len(at) == 0 || examples || HasAnd(t, r.From, r.To) && !paired {
		return SplitTopics(t, r)
	}
	if parts := cutAt(t, r, at); !sharedHead(t, parts) && !placeWithCountry(t, at, r) {
		return parts
	}
	return SplitTopics(t, r)
}

// splitLast cuts "B and C", the end of a list "A, B and C". Of several
// conjunctions the one before a determiner is it, else the first.
func splitLast(t []lang.Token, p Run) []Run {
	ands := Separators(t, p, func(i int) bool { return t[i].Is("and", "or") && i > p.From && i+1 < p.To })
	if len(ands) == 0 {
		return []Run{p}
	}
	at := ands[0]
	if len(ands) == 1 && (Run{p.From, at}).Any(t, "between") {
		return []Run{p} // "contacts between the states and the people"
	}
	if first := (Run{p.From, at}); first.Len() == 1 && Adjective(t[p.From].Lower) && !nounlike.Has(t[p.From].Lower) {
		return []Run{p} // "humanitarian and tourism projects"
	}
	return cutAt(t, p, []int{at})
}

// splitPair cuts "A and B" where they are two topics and not one with two
// words in it ("peace and stability").
func splitPair(t []lang.Token, r Run) []Run {
	for _, i := range Separators(t, r, func(i int) bool { return t[i].Is("and") && i > r.From && i+1 < r.To }) {
		if twoTopics(t, Run{r.From, i}, Run{i + 1, r.To}) {
			return append(splitPair(t, Run{r.From, i}), splitPair(t, Run{i + 1, r.To})...)
		}
	}
	return []Run{TrimRun(t, r)}
}

var (
	pairing = lexicon.Set("both between")
)

func twoTopics(t []lang.Token, a, b Run) bool {
	a, b = TrimRun(t, a), TrimRun(t, b)
	if a.Empty() || b.Empty() || pointsBack[t[b.From].Lower] {
		return false
	}
	for i := a.To - 1; i >= a.From; i-- {
		if pairing[t[i].Lower] {
			return false
		}
	}
	nouns := func(r Run) (n int) {
		for i := r.From; i < r.To; i++ {
			if t[i].Kind == lang.Word && !Determiners[t[i].Lower] && !Prepositions[t[i].Lower] {
				n++
			}
		}
		return n
	}
	if t[a.From].Is("how", "whether", "why") && t[b.From].Is("the", "its", "their", "a") {
		return false // "how they can save the lake and the woods"
	}
	inner := a.Has(t, Prepositions)
	if t[b.From].Is("on", "about", "over") && b.Len() > 2 {
		return true // "revising the budget and on aid for Peru"
	}
	if last := t[a.To-1]; Adjective(last.Lower) && !nounlike.Has(last.Lower) || Prepositions[last.Lower] {
		return false // "regional and global security"
	}
	if w := t[a.From].Lower; (w == "how" || w == "what" || w == "whether" || w == "why") && !a.Has(t, Auxiliaries) && !a.Any(t, "to") {
		return false // "how Brazil and Peru can"
	}
	for i := a.From + 1; i < a.To && !startsTopic[t[b.From].Lower]; i++ {
		if IsGerund(t[i]) && !Determiners[t[i-1].Lower] && Prepositions[t[min(i+1, a.To-1)].Lower] || t[i].Kind == lang.Clitic && !inner && !startsTopic[t[b.From].Lower] {
			return false // "problems arising from A and B", "its neighbour's A and B"
		}
	}
	if !startsTopic[t[b.From].Lower] && !ownTopic[t[b.From].Lower] && !EventNouns[t[b.To-1].Lower] && sharesPhrase(t, a) {
		return false // "cooperation on visas and air safety", "the opening of a bridge and two roads"
	}
	switch first := t[b.From].Lower; {
	case ownTopic[t[b.From].Lower] && (inner || b.Len() > 2):
		return true
	case inner && ownPhrase(t, b) && a.Len() > 2 && b.Len() > 3:
		return true // "the licensing of trawlers and complaints about mesh"
	case t[a.To-1].Capital() && t[b.From].Capital() && inner && t[b.To-1].Capital():
		return false // "Smith and Sons Plc"
	case startsTopic[first]:
		// "the tariffs and the quotas", not "for the army and the police".
		return !inner || startsTopic[t[a.From].Lower] && !abstractHeads.Has(first) || first == "how" || first == "ways" || b.Len() > 3
	case IsGerund(t[a.From]) || IsGerund(t[b.From]):
		return IsGerund(t[a.From]) && IsGerund(t[b.From])
	case abstractHeads.Has(t[a.From].Lower) || a.From+1 < a.To && abstractHeads.Has(t[a.From+1].Lower):
		return false
	case a.Any(t, "to", "that", "which", "who"):
		return false
	case nouns(b) < 2:
		return false
	case inner:
		return !b.Any(t, "of", "to")
	}
	return nouns(a) >= 2 && !b.Has(t, Prepositions)
}

// sharesPhrase reports whether what follows "and" goes on with the phrase that
// hangs off the head of r: a noun of working together with "on" or "in", or a
// noun made of a verb with "of".
func sharesPhrase(t []lang.Token, r Run) bool {
	for i := r.From + 1; i < r.To; i++ {
		if !Prepositions[t[i].Lower] {
			continue
		}
		w := t[i-1].Lower
		if t[i].Is("on", "in") {
			return relationNouns.Has(w)
		}
		return t[i].Is("of") && deverbal.Has(w)
	}
	return false
}

// ownPhrase reports whether b has a head and a phrase of its own behind it:
// "Canadian complaints about mesh sizes".
func ownPhrase(t []lang.Token, b Run) bool {
	for i := b.From + 1; i+1 < b.To; i++ {
		if behindNoun[t[i].Lower] && !IsGerund(t[b.From]) {
			return true
		}
		if Prepositions[t[i].Lower] {
			return false
		}
	}
	return false
}

// ranging cuts "(issues ranging) from A to B" into A and B, and "from A, B and
// C to D" into four.
func ranging(t []lang.Token, r Run) ([]Run, bool) {
	at := -1
	for i := r.From; i < r.To && i < r.From+8; i++ {
		if t[i].Is("from") && (i == r.From || t[i-1].Is("ranging", "range", "ranged") || CatchAlls.Has(t[i-1].Lower) && !Prepositions[t[i-1].Lower]) {
			at = i
			break
		}
	}
	if at < 0 || at > r.From && !EmptyStart(t, Run{r.From, at}) && !t[at-1].Is("ranging") {
		return nil, false
	}
	var out []Run
	from := at + 1
	for i := from + 1; i < r.To-1; i++ {
		if t[i].Is("through", "to") && !Auxiliaries[t[i+1].Lower] && !Governors.Has(t[i-1].Lower) && !abstractHeads.Has(t[i-1].Lower) && !takesTo.Has(t[i-1].Lower) || t[i].Is("and") && t[i+1].Is("on") {
			out = append(out, splitPlain(t, Run{from, i})...)
			from = i + 1
		}
	}
	if len(out) == 0 {
		return nil, false
	}
	return append(out, splitPlain(t, Run{from, r.To})...), true
}

// Adjective reports whether the word has the ending of an adjective.
func Adjective(w string) bool {
	for _, suffix := range []string{"al", "ic", "ive", "ary", "ous", "ian", "ean", "ese", "ish", "can", "able"} {
		if len(w) > len(suffix)+2 && strings.HasSuffix(w, suffix) {
			return true
		}
	}
	return false
}

// sharedHead reports whether all parts but the last are adjectives of its
// noun: "political, economic and military ties".
func sharedHead(t []lang.Token, parts []Run) bool {
	if r := parts[0]; r.Len() > 1 && Adjective(t[r.To-1].Lower) && len(parts) > 2 && parts[1].Len() == 1 && Adjective(t[parts[1].From].Lower) {
		return true // "a list of legal, fiscal and technical questions"
	}
	for i, p := range parts[:len(parts)-1] {
		for k := p.From; k < p.To; k++ {
			if Determiners[t[k].Lower] && k == p.From || Adjective(t[k].Lower) || amongAdjectives.Has(t[k].Lower) && (i > 0 || k > p.From) {
				continue
			}
			return false
		}
		if !Adjective(t[p.To-1].Lower) && i == 0 {
			return false
		}
	}
	return true
}

// mixedHead reports whether nouns and adjectives share one head: "growth in
// trade, economic, transit and energy ties".
func mixedHead(t []lang.Token, parts []Run) bool {
	if len(parts) < 3 {
		return false
	}
	adjectives := false
	for _, p := range parts[1 : len(parts)-1] {
		if p.Len() != 1 {
			return false
		}
		adjectives = adjectives || Adjective(t[p.From].Lower) && !nounlike.Has(t[p.From].Lower) && !t[p.From].Capital()
	}
	return adjectives
}

// joinAdjectives puts adjectives back to the noun that they share inside a
// longer list: "bilateral strategic, economic and military ties, the dam and
// fish" has three members.
func joinAdjectives(t []lang.Token, parts []Run) []Run {
	out := parts[:0:0]
	for i := 0; i < len(parts); i++ {
		p := parts[i]
		for i+1 < len(parts) && p.Len() < 7 && Adjective(t[p.To-1].Lower) && !nounlike.Has(t[p.To-1].Lower) && !t[p.To-1].Capital() && !startsTopic[t[parts[i+1].From].Lower] {
			i++
			p.To = parts[i].To
		}
		out = append(out, p)
	}
	return out
}

// placeWithCountry reports whether the only comma of r stands inside a place
// or a date: "the conference in Honolulu, Hawaii".
func placeWithCountry(t []lang.Token, commas []int, r Run) bool {
	i := commas[0]
	return len(commas) == 1 && i > r.From && i+1 < r.To && i+2 >= r.To && t[i-1].Capital() && t[i+1].Capital()
}

// joinGerunds puts a list inside a member back together: of "promoting
// inclusion, democracy and peace, and managing migration" the second is part
// of the first.
func joinGerunds(t []lang.Token, parts []Run) []Run {
	n := 0
	for _, p := range parts {
		if IsGerund(t[p.From]) {
			n++
		}
	}
	if n < 2 || !IsGerund(t[parts[0].From]) {
		return parts
	}
	out := parts[:1:1]
	for _, p := range parts[1:] {
		if IsGerund(t[p.From]) {
			out = append(out, p)
		} else {
			out[len(out)-1].To = p.To
		}
	}
	return out
}

// EmptyStart reports whether r begins with an empty head: "issues of mutual
// interest", "matters that concern both".
func EmptyStart(t []lang.Token, r Run) bool {
	for i := r.From; i < r.To; i++ {
		w := t[i].Lower
		if CatchAlls.Has(w) && !t[i].Is("interest", "interests") {
			if i+1 == r.To {
				return true
			}
			n := t[i+1]
			return behindStart.Has(n.Lower) || n.Is("of") && (Run{i + 2, min(r.To, i+6)}).Has(t, weight())
		}
		if t[i].Kind == lang.Word && !Vague.Has(w) {
			return false
		}
	}
	return false
}

// ClosingMark returns the token at which the quotation that begins at i
// closes, or where the sentence ends.
func ClosingMark(t []lang.Token, i int) int {
	for j := i; j < len(t); j++ {
		if t[j].Lower == "”" || t[j].Is(`"`, "''", "’") && t[j-1].End == t[j].Start {
			return j
		}
	}
	return len(t)
}

// oneNoun reports whether a list hangs off a preposition in its first part:
// "the situation in Iraq, Iran and Kosovo".
func oneNoun(t []lang.Token, parts []Run) bool {
	for _, p := range parts[1:] {
		if p.Len() > 2 && !(p.Len() <= 4 && HasAnd(t, p.From, p.To)) {
			return false
		}
	}
	return parts[0].Has(t, Prepositions)
}
