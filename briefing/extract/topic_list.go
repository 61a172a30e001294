package extract

import (
	"strings"

	"example.org/attache/briefing/lang"
)

// splitTopics cuts a list of topics into its members:
//
//	cooperation against car theft, forged passports and illegal logging,
//	and how to warn fishermen together
//
// A list after "including" belongs to the topic before it, unless that is an
// empty head ("a range of issues, including A and B"): then its members are
// the topics. It does not know which of two nouns a shared phrase belongs to.
func splitTopics(t []lang.Token, r run) []run {
	r = trimRun(t, r)
	if r.empty() {
		return nil
	}
	if r.len() > 3 && t[r.from].Is("such") && catchAlls[t[r.from+1].Lower] && t[r.from+2].Is("as") {
		return splitPlain(t, run{r.from + 3, r.to}) // "such matters as fish and wine"
	}
	if semis := separators(t, r, func(i int) bool { return t[i].Lower == ";" }); len(semis) > 0 {
		return cutAt(t, r, semis)
	}
	if joins := separators(t, r, func(i int) bool {
		return t[i].Lower == "," && i+4 < r.to && t[i+1].Is("as") && t[i+2].Is("well") && t[i+3].Is("as")
	}); len(joins) > 0 {
		return append(splitOpen(t, run{r.from, joins[0]}), splitTopics(t, run{joins[0] + 4, r.to})...)
	}
	if ends, ok := ranging(t, r); ok {
		return ends
	}
	if cut, next, ok := including(t, r); ok {
		head := splitPlain(t, run{r.from, cut})
		if len(head) == 0 || t[next-1].Lower == ":" {
			return splitPlain(t, run{next, r.to})
		}
		last := head[len(head)-1]
		if emptyHead(t, last) || emptyHead(t, run{r.from, cut}) {
			return append(head[:len(head)-1:len(head)-1], splitPlain(t, run{next, r.to})...)
		}
		last.to = r.to
		return append(head[:len(head)-1:len(head)-1], trimRun(t, last))
	}
	return splitPlain(t, r)
}

// including finds the word that opens a list of examples: the head ends at cut
// and the examples begin at next.
func including(t []lang.Token, r run) (cut, next int, ok bool) {
	for i := r.from + 1; i < r.to-1; i++ {
		switch {
		case t[i].Is("including", "namely", "particularly", "notably", "especially", "spanning", "covering") && t[i-1].Lower == ",":
			return i - 1, i + 1, true
		case t[i].Is("including"):
			return i, i + 1, true
		case t[i].Is("such") && t[i+1].Is("as"):
			if t[i-1].Lower == "," {
				return i - 1, i + 2, true
			}
			return i, i + 2, true
		case t[i].Is("in") && t[i+1].Is("particular") && t[i-1].Lower == ",":
			return i - 1, i + 2, true
		case t[i].Is("like", "from") && catchAlls[t[i-1].Lower], t[i].Is("ranging") && t[i+1].Is("from"):
			next := i + 1
			if t[i].Is("ranging") {
				next++
			}
			return i, next, true
		case t[i].Lower == ":" && (catchAlls[t[i-1].Lower] || t[i-1].Is("following", "discussion") || emptyStart(t, run{r.from, i})):
			return i, i + 1, true
		}
	}
	return 0, 0, false
}

// emptyHead reports whether r says only that there were topics: its last noun,
// phrases of interest aside, is a catch-all.
func emptyHead(t []lang.Token, r run) bool {
	for i := r.to - 1; i >= r.from; i-- {
		if !catchAlls[t[i].Lower] || t[i].Is("interest", "interests", "developments", "affairs") {
			continue
		}
		for k := i - 1; k >= r.from && !prepositions[t[k].Lower] && !isGerund(t[k]) && !(k > 0 && t[k-1].Is("to")); k-- {
			if t[k].Kind == lang.Word && !vague[t[k].Lower] {
				return false // "water problems"
			}
			if k-2 >= r.from && t[k-1].Is("in") && relationNouns[t[k-2].Lower] {
				return false // "cooperation in areas such as"
			}
		}
		if i-2 >= r.from && t[i-1].Is("in") && relationNouns[t[i-2].Lower] {
			return false
		}
		if i+1 == r.to {
			return true
		}
		n := t[i+1]
		return n.Is("of") && i+2 < r.to && run{i + 2, r.to}.has(t, vague) || pastLike(n) || n.Is("facing", "on", "before", "which", "that", "affecting", "concerning")
	}
	return false
}

// separators finds the commas, semicolons and conjunctions of r that stand
// outside brackets and quotation marks.
func separators(t []lang.Token, r run, which func(i int) bool) []int {
	var at []int
	depth := 0
	for i := r.from; i < r.to; i++ {
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

func cutAt(t []lang.Token, r run, at []int) []run {
	var out []run
	from := r.from
	for _, i := range append(at, r.to) {
		if p := trimRun(t, run{from, i}); !p.empty() {
			out = append(out, p)
		}
		from = i + 1
	}
	return out
}

func splitPlain(t []lang.Token, r run) []run {
	r = trimRun(t, r)
	if r.empty() {
		return nil
	}
	// "as well as" and "along with" always begin another topic.
	if joins := separators(t, r, func(i int) bool {
		return i > r.from && i+3 < r.to && (t[i].Is("as") && t[i+1].Is("well") && t[i+2].Is("as") || t[i].Is("along") && t[i+1].Is("with"))
	}); len(joins) > 0 {
		n := 3
		if t[joins[0]].Is("along") {
			n = 2
		}
		return append(splitOpen(t, run{r.from, joins[0]}), splitPlain(t, run{joins[0] + n, r.to})...)
	}
	if last := t[r.to-1]; last.Is("etc", "etc.") && r.len() > 3 {
		return cutAt(t, run{r.from, r.to - 1}, separators(t, run{r.from, r.to - 1}, func(i int) bool { return t[i].Lower == "," }))
	}
	commas := separators(t, r, func(i int) bool {
		return t[i].Lower == "," && !(i+1 < r.to && t[i+1].Kind == lang.Number)
	})
	if len(commas) == 0 {
		return splitPair(t, r)
	}
	parts := cutAt(t, r, commas)
	if len(parts) < 2 {
		return parts
	}
	if sharedHead(t, parts) || parts[0].any(t, "respective") || placeWithCountry(t, commas, r) {
		return []run{r}
	}
	if mixedHead(t, parts) {
		return []run{r}
	}
	if and := commas[len(commas)-1] + 1; oneNoun(t, parts) && !(len(parts) == 2 && t[and].Is("and")) {
		return []run{r}
	}
	parts = joinAdjectives(t, parts)
	if len(parts) == 1 {
		return parts
	}
	lastComma := commas[len(commas)-1]
	if len(parts) == 2 && t[lastComma+1].Is("or") {
		return parts[:1] // another name of it
	}
	if l := parts[len(parts)-1]; !(lastComma+1 < r.to && t[lastComma+1].Is("and", "or")) && !hasAnd(t, l.from, l.to) {
		return parts[:1] // an apposition: no list ends without "and"
	}
	closed := lastComma+1 < r.to && t[lastComma+1].Is("and", "or")
	var out []run
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
func splitOpen(t []lang.Token, r run) []run {
	at := separators(t, r, func(i int) bool { return t[i].Lower == "," && i+1 < r.to })
	_, _, examples := including(t, r)
	paired := len(at) > 0 && hasAnd(t, r.from, at[0]) && !t[at[len(at)-1]+1].Is("and") // "A and B, C and D as well as E"
	if len(at) == 0 || examples || hasAnd(t, r.from, r.to) && !paired {
		return splitTopics(t, r)
	}
	if parts := cutAt(t, r, at); !sharedHead(t, parts) && !placeWithCountry(t, at, r) {
		return parts
	}
	return splitTopics(t, r)
}

// splitLast cuts "B and C", the end of a list "A, B and C". Of several
// conjunctions the one before a determiner is it, else the first.
func splitLast(t []lang.Token, p run) []run {
	ands := separators(t, p, func(i int) bool { return t[i].Is("and", "or") && i > p.from && i+1 < p.to })
	if len(ands) == 0 {
		return []run{p}
	}
	at := ands[0]
	if len(ands) > 1 && at == p.from+1 && abbreviation(t[p.from]) && abbreviation(t[at+1]) {
		at = ands[1] // "EU and OECD fishing rules and port fees"
	}
	for _, i := range ands {
		if startsTopic[t[i+1].Lower] {
			at = i
			break
		}
	}
	if len(ands) == 1 && (run{p.from, at}).any(t, "between") {
		return []run{p} // "contacts between the states and the people"
	}
	if first := (run{p.from, at}); first.len() == 1 && adjective(t[p.from].Lower) && !nounAl[t[p.from].Lower] {
		return []run{p} // "humanitarian and tourism projects"
	}
	return cutAt(t, p, []int{at})
}

// abbreviation reports whether a word is written in capitals: "EU".
func abbreviation(w lang.Token) bool {
	return len(w.Text) > 1 && w.Text == strings.ToUpper(w.Text) && w.Text != strings.ToLower(w.Text)
}

// splitPair cuts "A and B" where they are two topics and not one with two
// words in it ("peace and stability").
func splitPair(t []lang.Token, r run) []run {
	for _, i := range separators(t, r, func(i int) bool { return t[i].Is("and") && i > r.from && i+1 < r.to }) {
		if twoTopics(t, run{r.from, i}, run{i + 1, r.to}) {
			return append(splitPair(t, run{r.from, i}), splitPair(t, run{i + 1, r.to})...)
		}
	}
	return []run{trimRun(t, r)}
}

var (
	abstractHeads = words("importance need necessity possibility possibilities commitment value danger dangers role opportunities opportunity ways how whether support way means")
	pairing       = words("both between")
)

func twoTopics(t []lang.Token, a, b run) bool {
	a, b = trimRun(t, a), trimRun(t, b)
	if a.empty() || b.empty() || t[b.from].Is("its", "his", "her", "their", "others", "other") {
		return false
	}
	for i := a.to - 1; i >= a.from; i-- {
		if pairing[t[i].Lower] {
			return false
		}
	}
	nouns := func(r run) (n int) {
		for i := r.from; i < r.to; i++ {
			if t[i].Kind == lang.Word && !determiners[t[i].Lower] && !prepositions[t[i].Lower] {
				n++
			}
		}
		return n
	}
	if a.any(t, "that", "which", "who") && !startsTopic[t[b.from].Lower] && !t[b.from].Is("on", "about", "over") {
		return false // "steps that help trade and investment"
	}
	if t[a.from].Is("how", "whether", "why") && t[b.from].Is("the", "its", "their", "a") {
		return false // "how they can save the lake and the woods"
	}
	inner := a.has(t, prepositions)
	if t[b.from].Is("on", "about", "over") && b.len() > 2 {
		return true // "revising the budget and on aid for Peru"
	}
	if last := t[a.to-1]; adjective(last.Lower) && !nounAl[last.Lower] || prepositions[last.Lower] {
		return false // "regional and global security"
	}
	if w := t[a.from].Lower; (w == "how" || w == "what" || w == "whether" || w == "why") && !a.has(t, auxiliaries) && !a.any(t, "to") {
		return false // "how Brazil and Peru can"
	}
	for i := a.from + 1; i < a.to && !startsTopic[t[b.from].Lower]; i++ {
		if isGerund(t[i]) && !determiners[t[i-1].Lower] && prepositions[t[min(i+1, a.to-1)].Lower] || t[i].Kind == lang.Clitic && !inner && !startsTopic[t[b.from].Lower] {
			return false // "problems arising from A and B", "its neighbour's A and B"
		}
	}
	if !startsTopic[t[b.from].Lower] && (t[a.from].Is("need", "necessity") || a.len() > 1 && t[a.from+1].Is("need", "necessity")) {
		return false // "the need to end raids and killings on the border"
	}
	if !startsTopic[t[b.from].Lower] && !t[b.from].Is("on", "about", "over", "with") && !eventNouns[t[b.to-1].Lower] && sharesPhrase(t, a) {
		return false // "cooperation on visas and air safety", "the opening of a bridge and two roads"
	}
	if b.len() > 2 && pastLike(t[b.from+1]) && prepositions[t[b.from+2].Lower] && inner {
		return false // "the return of fishermen and boats seized in port"
	}
	switch first := t[b.from].Lower; {
	case t[b.from].Is("on", "about", "over", "with") && (inner || b.len() > 2):
		return true
	case inner && ownPhrase(t, b) && a.len() > 2 && b.len() > 3:
		return true // "the licensing of trawlers and complaints about mesh"
	case t[a.to-1].Capital() && t[b.from].Capital() && inner && t[b.to-1].Capital():
		return false // "Smith and Sons Plc"
	case startsTopic[first]:
		// "the tariffs and the quotas", not "for the army and the police".
		return !inner || startsTopic[t[a.from].Lower] && !abstractHeads[first] || first == "how" || first == "ways" || b.len() > 3
	case isGerund(t[a.from]) || isGerund(t[b.from]):
		return isGerund(t[a.from]) && isGerund(t[b.from])
	case abstractHeads[t[a.from].Lower] || a.from+1 < a.to && abstractHeads[t[a.from+1].Lower]:
		return false
	case a.any(t, "to", "that", "which", "who"):
		return false
	case nouns(a) == 1 && nouns(b) == 1:
		return t[a.to-1].Capital() && t[b.from].Capital() && a.len() == b.len()
	case a.len() == 1 && t[a.from].Capital() && !b.has(t, prepositions):
		return !adjective(t[a.from].Lower) && b.len() >= 2 && !t[b.from].Capital()
	case nouns(b) < 2:
		return false
	case inner:
		return !b.any(t, "of", "to")
	}
	return nouns(a) >= 2 && !b.has(t, prepositions)
}

// relationNouns are heads whose "on" or "in" governs all that follows it.
var relationNouns = words("cooperation co-operation collaboration coordination partnership ties links relations efforts work dialogue initiatives progress exchanges investment investments interest developments")

// sharesPhrase reports whether what follows "and" goes on with the phrase that
// hangs off the head of r: a noun of working together with "on" or "in", or a
// noun made of a verb with "of".
func sharesPhrase(t []lang.Token, r run) bool {
	for i := r.from + 1; i < r.to; i++ {
		if !prepositions[t[i].Lower] {
			continue
		}
		w := t[i-1].Lower
		if t[i].Is("on", "in") {
			return relationNouns[w]
		}
		return t[i].Is("of") && deverbal[w]
	}
	return false
}

// deverbal are nouns made of verbs: all that follows their "of" is done.
var deverbal = words("establishment creation signing exchange return development promotion release opening launch removal protection implementation expansion construction introduction supply provision modernisation modernization repatriation")

// ownPhrase reports whether b has a head and a phrase of its own behind it:
// "Canadian complaints about mesh sizes".
func ownPhrase(t []lang.Token, b run) bool {
	for i := b.from + 1; i+1 < b.to; i++ {
		if t[i].Is("about", "between", "over", "against", "from", "with") && !isGerund(t[b.from]) {
			return true
		}
		if prepositions[t[i].Lower] {
			return false
		}
	}
	return false
}

// ranging cuts "(issues ranging) from A to B" into A and B, and "from A, B and
// C to D" into four.
func ranging(t []lang.Token, r run) ([]run, bool) {
	at := -1
	for i := r.from; i < r.to && i < r.from+8; i++ {
		if t[i].Is("from") && (i == r.from || t[i-1].Is("ranging", "range", "ranged") || catchAlls[t[i-1].Lower] && !prepositions[t[i-1].Lower]) {
			at = i
			break
		}
	}
	if at < 0 || at > r.from && !emptyStart(t, run{r.from, at}) && !t[at-1].Is("ranging") {
		return nil, false
	}
	var out []run
	from := at + 1
	for i := from + 1; i < r.to-1; i++ {
		if t[i].Is("through", "to") && !auxiliaries[t[i+1].Lower] && !governors[t[i-1].Lower] && !abstractHeads[t[i-1].Lower] && !t[i-1].Is("access", "threat", "threats", "response", "aid", "support", "exports", "return", "approach") || t[i].Is("and") && t[i+1].Is("on") {
			out = append(out, splitPlain(t, run{from, i})...)
			from = i + 1
		}
	}
	if len(out) == 0 {
		return nil, false
	}
	return append(out, splitPlain(t, run{from, r.to})...), true
}

// nounAl are nouns with the ending of an adjective.
var nounAl = words("official proposal approval withdrawal removal renewal individual music traffic republic public capital arsenal missal hospital festival tribunal rival arrival initiative relative narrative executive detective topic arctic clinic fabric logic critic secretary military boundary library territory january february pandemic epidemic canal portal metal signal medal trial appeal material terminal journal cathedral mineral minerals chemical potential archive incentive directive objective perspective motive cooperative alternative vegetable timetable summary salary anniversary panic plastic ceramic statistic referral dispersal reversal refusal disposal rehearsal rental betrayal funeral interval manual")

// adjective reports whether the word has the ending of an adjective.
func adjective(w string) bool {
	for _, suffix := range []string{"al", "ic", "ive", "ary", "ous", "ian", "ean", "ese", "ish", "can", "able"} {
		if len(w) > len(suffix)+2 && strings.HasSuffix(w, suffix) {
			return true
		}
	}
	return false
}

// sharedHead reports whether all parts but the last are adjectives of its
// noun: "political, economic and military ties".
func sharedHead(t []lang.Token, parts []run) bool {
	if r := parts[0]; r.len() > 1 && adjective(t[r.to-1].Lower) && len(parts) > 2 && parts[1].len() == 1 && adjective(t[parts[1].from].Lower) {
		return true // "a list of legal, fiscal and technical questions"
	}
	for i, p := range parts[:len(parts)-1] {
		for k := p.from; k < p.to; k++ {
			if determiners[t[k].Lower] && k == p.from || adjective(t[k].Lower) || t[k].Is("range", "of", "wide", "number", "trade", "security", "defense", "defence", "and") && (i > 0 || k > p.from) {
				continue
			}
			return false
		}
		if !adjective(t[p.to-1].Lower) && i == 0 {
			return false
		}
	}
	return true
}

// mixedHead reports whether nouns and adjectives share one head: "growth in
// trade, economic, transit and energy ties".
func mixedHead(t []lang.Token, parts []run) bool {
	if len(parts) < 3 {
		return false
	}
	adjectives := false
	for _, p := range parts[1 : len(parts)-1] {
		if p.len() != 1 {
			return false
		}
		adjectives = adjectives || adjective(t[p.from].Lower) && !nounAl[t[p.from].Lower] && !t[p.from].Capital()
	}
	return adjectives
}

// joinAdjectives puts adjectives back to the noun that they share inside a
// longer list: "bilateral strategic, economic and military ties, the dam and
// fish" has three members.
func joinAdjectives(t []lang.Token, parts []run) []run {
	out := parts[:0:0]
	for i := 0; i < len(parts); i++ {
		p := parts[i]
		for i+1 < len(parts) && p.len() < 7 && adjective(t[p.to-1].Lower) && !nounAl[t[p.to-1].Lower] && !t[p.to-1].Capital() && !startsTopic[t[parts[i+1].from].Lower] {
			i++
			p.to = parts[i].to
		}
		out = append(out, p)
	}
	return out
}

// placeWithCountry reports whether the only comma of r stands inside a place
// or a date: "the conference in Honolulu, Hawaii".
func placeWithCountry(t []lang.Token, commas []int, r run) bool {
	i := commas[0]
	return len(commas) == 1 && i > r.from && i+1 < r.to && i+2 >= r.to && t[i-1].Capital() && t[i+1].Capital()
}

// joinGerunds puts a list inside a member back together: of "promoting
// inclusion, democracy and peace, and managing migration" the second is part
// of the first.
func joinGerunds(t []lang.Token, parts []run) []run {
	n := 0
	for _, p := range parts {
		if isGerund(t[p.from]) {
			n++
		}
	}
	if n < 2 || !isGerund(t[parts[0].from]) {
		return parts
	}
	out := parts[:1:1]
	for _, p := range parts[1:] {
		if isGerund(t[p.from]) {
			out = append(out, p)
		} else {
			out[len(out)-1].to = p.to
		}
	}
	return out
}

// emptyStart reports whether r begins with an empty head: "issues of mutual
// interest", "matters that concern both".
func emptyStart(t []lang.Token, r run) bool {
	for i := r.from; i < r.to; i++ {
		w := t[i].Lower
		if catchAlls[w] && !t[i].Is("interest", "interests") {
			if i+1 == r.to {
				return true
			}
			n := t[i+1]
			return n.Is("that", "which", "facing", "affecting", "concerning", "discussed", "raised", "with") || n.Is("of") && (run{i + 2, min(r.to, i+6)}).any(t, "interest", "concern", "importance", "significance")
		}
		if t[i].Kind == lang.Word && !vague[w] {
			return false
		}
	}
	return false
}

// closingMark returns the token at which the quotation that begins at i
// closes, or where the sentence ends.
func closingMark(t []lang.Token, i int) int {
	for j := i; j < len(t); j++ {
		if t[j].Lower == "”" || t[j].Is(`"`, "''", "’") && t[j-1].End == t[j].Start {
			return j
		}
	}
	return len(t)
}

// oneNoun reports whether a list hangs off a preposition in its first part:
// "the situation in Iraq, Iran and Kosovo".
func oneNoun(t []lang.Token, parts []run) bool {
	for _, p := range parts[1:] {
		if p.len() > 2 && !(p.len() <= 4 && hasAnd(t, p.from, p.to)) {
			return false
		}
	}
	return parts[0].has(t, prepositions)
}
