package extract

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// Offices stand before a name or after it:
//
//	Deputy Assistant Secretary of State for International Narcotics and Law Enforcement Affairs Charisse Phillips
//	India's petroleum minister Mani Shankar Aiyar
//	Kurt Campbell, Coordinator for the Indo-Pacific at the U.S. National Security Council
//	Admiral Samuel Paparo, Commander, U.S. Indo-Pacific Command
//
// An office that is spread over a relative clause ("who runs the ministry") is
// not read.

// longestTitle is how far, in tokens, the words of an office may lie from the
// name they stand beside.
const longestTitle = 26

// mods returns the start of the words before the noun at h that belong to the
// same title: "[Pakistan 's foreign] minister". It never goes below lo.
func (r *reader) mods(h, lo int) int {
	k := h
	for k > lo {
		t := r.t[k-1]
		switch {
		case r.place[k-1].n > 0 && r.place[k-1].start >= lo:
			k = r.place[k-1].start
		case t.Kind == lang.Clitic && k-1 > lo && (r.t[k-2].Capital() || r.v.is(r.t[k-2], headWord|partWord)):
			k--
		case t.Text == ")" && k-3 >= lo && r.t[k-3].Text == "(" && k-4 >= lo && r.t[k-4].Kind != lang.Punct:
			k -= 3
		case t.Kind != lang.Word:
			if (t.Text == "&" || t.Text == "/") && k-2 >= lo && r.office(k-2) {
				k--
				continue
			}
			if (t.Text == "'" || t.Text == "’") && k-2 >= lo && r.t[k-2].Capital() && strings.HasSuffix(r.t[k-2].Lower, "s") && k < len(r.t) && r.t[k].Capital() {
				k-- // "Transport Workers' Federation secretary"
				continue
			}
			if t.Text == "," && k-2 >= lo && r.part(k-2) && r.part(k) && r.listOfParts(k) {
				k--
				continue
			}
			return k
		case t.Is("of") && k-2 >= lo && k > lo && r.t[k].Capital() && r.bodyNoun(k-2, k-1):
			k-- // "Bank of England Governor"
		case t.Is("and"):
			if k-2 >= lo && r.part(k-2) && r.part(k) && !r.isHead(k-2) && !r.isHead(k) {
				k--
				continue
			}
			return k
		case r.v.is(t, honorificWord) && !r.v.is(t, headWord|partWord):
			return k
		case timeWord(t) && t.Capital():
			return k // "On Monday Norwegian Prime Minister"
		case t.Text == t.Lower && t.Is("meeting", "summit", "visit", "visiting", "talks") && k < len(r.t):
			return k
		case r.office(k - 1):
			if t.Text == t.Lower && k < len(r.t) && r.t[k].Capital() && r.place[k].n == 0 && !qualifies(t) && !(r.isHead(k-1) && r.v.is(r.t[k], rankWord)) {
				return k // "after meeting President Roe"
			}
			k--
		case t.Capital() && !openers()[t.Lower]:
			k--
		case k == h && r.t[h].Text == r.t[h].Lower && r.adjective(k-1):
			k--
		case strings.HasSuffix(t.Lower, "-elect") || t.Is("on-site", "one-time", "longtime", "long-time", "newly", "high-level"):
			k--
		default:
			return k
		}
	}
	return k
}

// qualifies reports whether a small word can stand before an office with a
// capital: "former President Roe".
func qualifies(t lang.Token) bool {
	return t.Is("former", "then", "deputy", "acting", "interim", "vice", "outgoing", "incoming", "first", "senior", "assistant", "under", "state", "joint", "chief", "special", "top", "honorary")
}

// adjective reports whether a small word before a small noun says which:
// "[rebel] leader". Verbs and words that join are not.
func (r *reader) adjective(i int) bool {
	t := r.t[i]
	if t.Text != t.Lower || preposition(t) || openers()[t.Lower] || speechVerb(t) || len(t.Text) < 4 {
		return false
	}
	for _, end := range []string{"ed", "ing", "ly"} {
		if strings.HasSuffix(t.Lower, end) {
			return false
		}
	}
	return i > 0 && r.t[i-1].Is("the", "a", "an", "and", ",", "his", "her", "their", "with", "by", "'s", "’s")
}

// listOfParts reports whether the comma before token k stands in a list that
// ends in "and": "Economic, Financial and Climate Policy".
func (r *reader) listOfParts(k int) bool {
	for i := k; i < len(r.t) && i < k+6; i++ {
		switch {
		case r.t[i].Is("and", "&"):
			return true
		case !r.part(i) && r.t[i].Text != ",":
			return false
		}
	}
	return false
}

func (r *reader) part(i int) bool { return r.v.is(r.t[i], partWord) }

// isHead reports whether token i makes a title: "Secretary", and the last word
// of "Secretary General".
func (r *reader) isHead(i int) bool {
	if r.t[i].Is("general") && i > 0 && r.t[i-1].Is("director", "secretary", "attorney", "consul", "governor", "solicitor", "inspector") {
		return true
	}
	if r.t[i].Is("number", "numbers") {
		return i > 0 && r.t[i-1].Is("opposite")
	}
	h, _ := r.v.head(r.t[i])
	return h
}

// leftTitle reads honorific and office before a name.
func (r *reader) leftTitle(m *mention, bound int) {
	lo := max(bound, m.first-longestTitle)
	e := m.first
	// Honorifics directly before the name, then ranks: "Secretary of Defense
	// General", "Dr."
	for e > lo {
		k := e - 1
		if k > lo && r.t[k].Is("'", "’") {
			k-- // "Dato' Rahim"
		}
		if !r.v.is(r.t[k], honorificWord) || r.isHead(k) || !(r.t[k].Capital() || k == 0) {
			break
		}
		e = k
		m.from = e
		m.honorific = strings.TrimSuffix(r.t[e].Lower, ".")
	}
	nameAt := e
	comma, dash := false, false
	if e > lo && m.last-m.first > 1 {
		switch r.t[e-1].Text {
		case ",":
			e--
			comma = true
		case "–", "—", "--", "-", ":", "(":
			e--
			comma, dash = true, true
		}
	}
	ranks := e
	for ranks > lo && r.t[ranks-1].Capital() && r.v.is(r.t[ranks-1], rankWord) && !comma {
		ranks--
	}
	if ranks < e && ranks-1 > lo && r.v.is(r.t[ranks], partWord) && (preposition(r.t[ranks-1]) || r.t[ranks-1].Is("and")) {
		ranks = e // "Minister of Justice"
	}
	start := -1
	switch h := e - 1; {
	case lo == bound && bound > 1 && bound < e && r.t[bound].Kind == lang.Clitic && r.bodyNoun(bound, e):
		start = r.staffOf(bound, e)
	case ranks < e && ranks-1 >= lo && r.t[ranks-1].Kind == lang.Word && r.mayEndComplement(ranks-1):
		if start = r.complementTitle(ranks, lo); start < 0 {
			start = r.mods(ranks, lo)
		}
	case ranks < e:
		start = r.mods(ranks, lo)
	case h >= lo && r.isHead(h):
		start = r.mods(h, lo)
	case h >= lo && r.mayEndComplement(h):
		start = r.complementTitle(e, lo)
	}
	if start < 0 || start >= e {
		return
	}
	start = r.secondOffice(start, lo)
	if comma && r.t[e-1].Lower == r.t[e-1].Text && !r.determined(start) && !r.t[start].Capital() {
		return // "in talks with ministers, Tony Blair …"
	}
	if dash && !r.pluralIn(start, e) {
		return // only a list of people is set off so
	}
	r.takeTitle(m, start, e, nameAt)
	if ranks < e && m.from == ranks {
		r.officeBefore(m, lo)
	}
}

// secondOffice returns where the first of two offices begins that one person
// holds, the second of which begins at start: "[Deputy Prime Minister and]
// Minister of Finance Ann Roe". Both have capitals, and the first is no
// ambassador's, who would be somebody else.
func (r *reader) secondOffice(start, lo int) int {
	k := start - 1
	if k-1 <= lo || !r.t[k].Is("and", "&") || !r.t[start].Capital() || r.place[start].n > 0 {
		return start
	}
	e := k // the first office ends before it
	if r.t[e-1].Text == "," {
		e--
	}
	if e-1 <= lo || !r.t[e-1].Capital() || r.place[e-1].n > 0 {
		return start
	}
	first := -1
	switch {
	case r.isHead(e - 1):
		first = r.mods(e-1, lo)
	case r.mayEndComplement(e - 1):
		first = r.complementTitle(e, lo)
	}
	if first < 0 || first >= e || r.pluralIn(first, start) {
		return start
	}
	for i := first; i < e; i++ {
		if r.isHead(i) {
			if !r.t[i].Capital() || !r.t[i].Is("minister", "secretary", "premier", "chairman", "chairwoman", "chairperson", "commander", "governor", "leader", "chancellor", "commissioner", "director", "adviser", "advisor", "president") || r.t[i].Is("president") && !r.v.is(r.t[max(i-1, first)], partWord) {
				return start
			}
			break
		}
	}
	return first
}

// officeBefore adds the office that a comma parts from a rank: "[the defence
// minister], General Ann Roe".
func (r *reader) officeBefore(m *mention, lo int) {
	e := m.from - 1
	if e <= lo || r.t[e].Text != "," {
		return
	}
	start := -1
	switch {
	case r.isHead(e - 1):
		start = r.mods(e-1, lo)
	case r.mayEndComplement(e - 1):
		start = r.complementTitle(e, lo)
	}
	if start < 0 || !r.determined(start) && !r.sideBefore(start) {
		return
	}
	for k := start; k < e; k++ {
		if _, plural := r.v.head(r.t[k]); plural || r.t[k].Text == "," {
			return
		}
	}
	rank := m.title
	m.title = ""
	r.takeTitle(m, start, e, e)
	if m.title == "" {
		m.title = rank
	} else {
		m.title += ", " + rank
	}
}

// sideBefore reports whether the office at start begins with whose it is:
// "Peru's army chief", "Norwegian counterpart".
func (r *reader) sideBefore(start int) bool {
	return r.place[start].n > 0 || start > 0 && r.t[start-1].Kind == lang.Clitic
}

// placeList returns the end of the list of sides that begins at token i.
func (r *reader) placeList(i int) int {
	end := i
	for k := i; k < len(r.t); {
		if p := r.place[k]; p.n > 0 {
			k = p.start + p.n
			end = k
			continue
		}
		if !r.t[k].Is(",", "and", "the", "&") {
			break
		}
		k++
	}
	return end
}

// pluralIn reports whether the first noun of an office among tokens
// [start, end) is a plural.
func (r *reader) pluralIn(start, end int) bool {
	for i := start; i < end; i++ {
		if r.t[i].Is("numbers") && r.isHead(i) {
			return true
		}
		if head, plural := r.v.head(r.t[i]); head {
			return plural
		}
	}
	return false
}

// staffOf returns where the office begins in "[Senior Directors on President
// Roe's National Security Council] Ann Lee", or -1; the name that ends at
// bound is the person's whose council it is.
func (r *reader) staffOf(bound, e int) int {
	p := r.endingAt(bound)
	if p == nil || p.from < 2 || !preposition(r.t[p.from-1]) || !r.isHead(p.from-2) {
		return -1
	}
	return r.mods(p.from-2, 0)
}

// determined reports whether the title at start has an article or a
// possessive: "the", "his", "Israel's".
func (r *reader) determined(start int) bool {
	return start > 0 && r.t[start-1].Is("the", "his", "her", "their", "its", "a", "an", "our", "my", "your", "two", "three", "four", "five", "six", "both", "several", "fellow", "other")
}

// mayEndComplement reports whether token i can be the last word of what hangs
// on an office by a preposition: "of State", "to Germany".
func (r *reader) mayEndComplement(i int) bool {
	return r.place[i].n > 0 || r.part(i) && (r.t[i].Capital() || r.t[i].Text == r.t[i].Lower) || r.t[i].Capital() && !openers()[r.t[i].Lower]
}

// preposition reports whether a token can join an office to what it is for.
func preposition(t lang.Token) bool { return t.Is("of", "for", "to", "on", "in", "at", "from") }

// complementTitle returns where the title begins whose complement ends before
// token e: "[Under Secretary of State for Economic Growth, Energy, and the
// Environment] Jose", or -1.
func (r *reader) complementTitle(e, lo int) int {
	k := e
	for k > lo {
		t := r.t[k-1]
		switch {
		case r.place[k-1].n > 0 && r.place[k-1].start >= lo:
			k = r.place[k-1].start
		case t.Text == ")" && k-4 >= lo && r.t[k-3].Text == "(" && acronym(r.t[k-2].Text):
			k -= 3 // "Secretary of the River Union (RU), Ann Roe"
		case preposition(t):
			// The noun may stand directly before it, or before another complement.
			if k-2 >= lo && r.isHead(k-2) {
				start := r.mods(k-2, lo)
				return r.widen(start, lo)
			}
			if k-2 < lo || !r.mayEndComplement(k-2) {
				return -1
			}
			k--
		case t.Is("the", "and") || t.Text == "," || t.Text == "&" || t.Text == "-" || t.Text == "–":
			k--
		case t.Kind == lang.Clitic:
			k--
		case r.office(k-1) || t.Capital() && !openers()[t.Lower]:
			k--
		default:
			return -1
		}
	}
	return -1
}

// widen goes further left over a title that the one at start is part of:
// "[Secretary to the] President for …", "[Special Assistant to the President
// and] Coordinator for …".
func (r *reader) widen(start, lo int) int {
	k := start
	if k-1 > lo && r.t[k-1].Is("and") && r.isHead(k-2) {
		p := k - 2 // the head before "and" must be inside a complement: "to the President"
		p = r.mods(p, lo)
		if p-1 > lo && r.t[p-1].Is("the") {
			p--
		}
		if p-1 > lo && preposition(r.t[p-1]) && r.isHead(p-2) {
			return r.mods(p-2, lo)
		}
		return start
	}
	if k-1 > lo && r.t[k-1].Is("the") {
		k--
	}
	if k-1 > lo && preposition(r.t[k-1]) && r.isHead(k-2) {
		return r.mods(k-2, lo)
	}
	return start
}

// takeTitle gives m the office that tokens [start, end) name, and its side.
func (r *reader) takeTitle(m *mention, start, end, nameAt int) {
	for start < end && (r.t[start].Kind != lang.Word || r.t[start].Is("the", "and") || openers()[r.t[start].Lower] && r.place[start].n == 0 && !r.office(start)) {
		start++
	}
	if start == end {
		return
	}
	from := start
	kept := make([]int, 0, end-start)
	head := -1
	for i := start; i < end; i++ {
		if h, _ := r.v.head(r.t[i]); h && (head < 0 || head == i-2 && r.t[head].Is("chief", "lead", "deputy") && r.place[i-1].n > 0) {
			head = i // "chief Peruvian negotiator"
		}
	}
	for i := start; i < end; {
		p := r.place[i]
		if p.n == 0 || p.start != i {
			if !(r.v.is(r.t[i], honorificWord) && !r.v.is(r.t[i], headWord|partWord|rankWord)) {
				kept = append(kept, i)
			}
			i++
			continue
		}
		next := i + p.n
		lead := i == start || head < 0 || i < head
		if n := r.placeList(i); !lead && n > next && n == end && r.t[i-1].Is("of", "the", "from") && r.pluralIn(start, i) {
			for len(kept) > 0 && r.t[kept[len(kept)-1]].Is("of", "the", "from") {
				kept = kept[:len(kept)-1]
			}
			break // "ministers of Norway, Finland and Iceland": see spread
		}
		of := i > start && (r.t[i-1].Is("of") || r.t[i-1].Is("the") && i-1 > start && r.t[i-2].Is("of"))
		switch {
		case lead && i > start && r.t[i-1].Is("of") && r.bodyNoun(start, i):
			m.side, m.sideKind, m.sidePart = p.side, p.kind, true
			kept = appendRange(kept, i, next)
		case lead && p.form == metonymForm && !(next < end && r.t[next].Kind == lang.Clitic):
			if m.side == "" {
				m.side, m.sideKind, m.sidePart = p.side, p.kind, true
			}
			kept = appendRange(kept, i, next)
		case lead:
			// A second nationality before the noun belongs to a body: keep it.
			if m.side != "" && !m.sidePart && m.side != p.side && !r.t[min(next, end-1)].Is("and") {
				kept = appendRange(kept, i, next)
				break
			}
			m.side, m.sideKind, m.sidePart = p.side, p.kind, false
			if i > start && r.bodyAfter(next, head) {
				kept = appendRange(kept, i, next)
				break
			}
			if next < end && r.t[next].Kind == lang.Clitic {
				next++
			}
		case of && head >= 0 && i-2 > head && r.t[i-1].Is("of") && r.t[i-2].Is("bank") && r.t[i-2].Capital():
			if m.side == "" {
				m.side, m.sideKind, m.sidePart = p.side, p.kind, true // "governor of the Bank of Sudan"
			}
			kept = appendRange(kept, i, next)
		case of && next < end && r.t[next].Is("to") && p.form != adjectiveForm:
			if m.side == "" || m.sidePart {
				m.side, m.sideKind, m.sidePart = p.side, p.kind, false // "Ambassador of Peru to Norway"
			}
			kept = appendRange(kept, i, next)
		case of && next == end || of && r.t[next].Kind != lang.Word:
			if m.side == "" || m.sidePart {
				m.side, m.sideKind, m.sidePart = p.side, p.kind, false
			}
			for len(kept) > 0 && r.t[kept[len(kept)-1]].Is("of", "the") {
				kept = kept[:len(kept)-1]
			}
		default:
			if m.side == "" && r.bodyNoun(next, min(end, next+5)) {
				m.side, m.sideKind, m.sidePart = p.side, p.kind, true // "at the U.S. National Security Council"
			}
			if m.side == "" && of && p.form == adjectiveForm && !strings.Contains(r.t[start].Lower, "ambassador") {
				m.side, m.sideKind, m.sidePart = p.side, p.kind, true // "head of Turkish intelligence"
			}
			kept = appendRange(kept, i, next)
		}
		i = next
	}
	for n := 0; n+1 < len(kept); n++ { // a bracket whose words went with the side
		if r.t[kept[n]].Text == "(" && r.t[kept[n+1]].Text == ")" {
			kept = append(kept[:n], kept[n+2:]...)
		}
	}
	for len(kept) > 0 && (r.t[kept[0]].Kind != lang.Word || r.t[kept[0]].Is("and", "the", "of")) {
		kept = kept[1:]
	}
	for len(kept) > 0 && (r.t[kept[len(kept)-1]].Kind == lang.Punct && r.t[kept[len(kept)-1]].Text != ")" || r.t[kept[len(kept)-1]].Is("and", "the", "of")) {
		kept = kept[:len(kept)-1]
	}
	if len(kept) == 0 {
		if from < m.from {
			m.from = from
		}
		return
	}
	if !r.traceable(kept) {
		return
	}
	title := r.compose(kept)
	for _, i := range kept {
		if h, plural := r.v.head(r.t[i]); h {
			m.plural = plural
			break
		}
	}
	if low := lang.Fold(title); m.plural && (strings.HasPrefix(low, "official") || strings.HasPrefix(low, "member") || strings.HasPrefix(low, "aide")) {
		m.plural = false
		return // "officials in the Stock Exchange"
	}
	low := lang.Fold(title)
	m.former = strings.HasPrefix(low, "former ") || strings.HasPrefix(low, "ex-") || strings.HasPrefix(low, "then ")
	if strings.Contains(low, "counterpart") || strings.HasPrefix(low, "colleague") || strings.Contains(low, "opposite number") {
		m.opposite = true
		m.plural = strings.Contains(low, "counterparts") || strings.HasPrefix(low, "colleagues") || strings.Contains(low, "numbers")
		title = ""
	}
	switch {
	case m.title == "":
		m.title = title
	case title != "":
		m.title += ", " + title
	}
	if from > 0 && r.t[from-1].Is("the", "his", "her", "their", "its") && from < m.from {
		from--
	}
	m.from = min(m.from, from)
	if m.side == "" && from > 1 && r.t[from-1].Kind == lang.Clitic {
		m.possessor = r.endingAt(from - 1)
	}
}

// traceable reports whether every run of the kept tokens is whole words.
func (r *reader) traceable(kept []int) bool {
	for a := 0; a < len(kept); {
		b := a
		for b+1 < len(kept) && kept[b+1] == kept[b]+1 {
			b++
		}
		if !r.d.whole(briefing.Span{Start: r.t[kept[a]].Start, End: r.t[kept[b]].End}, r.s.Span) {
			return false
		}
		a = b + 1
	}
	return true
}

// bodyAfter reports whether a nationality at i-1 belongs to a body's name
// rather than to the office: "Commander, U.S. Southern Command".
func (r *reader) bodyAfter(i, head int) bool {
	return head >= 0 && i > head
}

// endingAt returns the mention whose name ends at token i, or nil.
func (r *reader) endingAt(i int) *mention {
	for k := len(r.found) - 1; k >= 0; k-- {
		if r.found[k].last == i {
			return r.found[k]
		}
	}
	return nil
}

func appendRange(list []int, from, to int) []int {
	for i := from; i < to; i++ {
		list = append(list, i)
	}
	return list
}

// compose returns the words of the given tokens with the spaces they have in
// the text, one space where tokens were left out.
func (r *reader) compose(kept []int) string {
	var b strings.Builder
	for n, i := range kept {
		if n > 0 {
			if kept[n-1] == i-1 {
				gap := r.d.text[r.t[i-1].End:r.t[i].Start]
				if gap != "" {
					b.WriteByte(' ')
				}
			} else if r.t[i].Kind == lang.Word || r.t[i].Kind == lang.Number {
				b.WriteByte(' ')
			}
		}
		b.WriteString(r.t[i].Text)
	}
	return b.String()
}

// rightTitle reads an office set beside a name by commas or a bracket.
func (r *reader) rightTitle(m *mention) {
	i := m.last
	if i+1 >= len(r.t) || r.t[i].Text != "," && r.t[i].Text != "(" && r.t[i].Text != "–" && r.t[i].Text != "—" {
		return
	}
	start := i + 1
	if start+1 < len(r.t) && r.t[start].Is("who") && r.t[start+1].Is("is", "was") {
		start += 2
	}
	for start < len(r.t) && r.t[start].Is("the", "a", "an", "his", "her", "their") {
		start++
	}
	end, head := r.titleEnd(start)
	if end == start {
		return
	}
	if r.runsIntoName(start, end, head) {
		return
	}
	body := head < 0 && m.title != "" && r.bodyNoun(start, end)
	if head < 0 && (!body || end < len(r.t) && r.t[end].Kind != lang.Punct) {
		return
	}
	next := end
	if next < len(r.t) && r.t[next].Text == "," {
		next++
	}
	comma := next > end
	for next < len(r.t) && r.v.is(r.t[next], honorificWord) && r.t[next].Capital() {
		next++
	}
	if next < len(r.t) && r.nameyPlain(next) && (next == end || r.v.is(r.t[end], honorificWord) || comma) {
		// The office is the next person's: "…, Assistant Secretary X". After a
		// comma it may be either; a name that has its title already gives way.
		if !comma || m.title != "" {
			return
		}
	}
	// "Commander, U.S. Indo-Pacific Command;"
	if end+1 < len(r.t) && r.t[end].Text == "," {
		if e2, h2 := r.titleEnd(end + 1); e2 > end+1 && h2 < 0 && r.bodyNoun(end+1, e2) && (e2 == len(r.t) || r.t[e2].Kind == lang.Punct) {
			end = e2
		}
	}
	was := m.side
	hadPart := m.sidePart
	from := m.from
	if was == "" {
		for k := start; k < end; k++ {
			// "head of the on-site Ukrainian delegation"
			if r.place[k].n > 0 && k+1 < end && k > start && r.t[k+1].Is("delegation", "team", "side", "mission", "government") {
				m.side, m.sideKind = r.place[k].side, r.place[k].kind
			}
		}
	}
	if m.side != "" && was == "" {
		if !r.traceable(appendRange(nil, start, end)) {
			return
		}
		m.title = strings.TrimPrefix(m.title+", ", ", ") + r.compose(appendRange(nil, start, end))
		m.titled = append(m.titled, briefing.Span{Start: r.t[start].Start, End: r.t[end-1].End})
	} else {
		r.takeTitle(m, start, end, start)
	}
	if was != "" && !hadPart {
		m.side = was
	}
	m.from = from
	m.to = end
	if m.to < len(r.t) && r.t[m.to].Text == ")" {
		m.to++
	}
}

// runsIntoName reports whether tokens [start, end) end in a name, so that the
// office among them is the next person's: ", Economics Minister Ann Roe and".
func (r *reader) runsIntoName(start, end, head int) bool {
	if head < 0 {
		return false
	}
	for k := head + 1; k+2 < end; k++ {
		// "…, Minister of Trade Ann Roe and Minister of Mines"
		if r.nameyPlain(k+1) && r.nameyPlain(k+2) && r.office(k) && !r.office(k+1) && (k+3 >= end || r.t[k+3].Is("and", ",")) && r.t[k].Capital() {
			return true
		}
	}
	n := 0
	for k := end - 1; k > head && r.nameyPlain(k); k-- {
		n++
		if r.v.is(r.t[k], givenName) && n > 1 {
			return true
		}
	}
	if n == 0 {
		return false
	}
	before := r.t[end-n-1]
	if n == 1 && !r.office(end-2) || n == 1 && !r.isHead(end-2) && !r.v.is(before, rankWord|honorificWord) {
		return false // "envoy of the Energy Community"
	}
	return !preposition(before) && !before.Is("the", "and") && before.Kind == lang.Word || n > 1 && r.v.is(r.t[end-n], givenName)
}

// titleEnd returns the end of the words from start that can make an office,
// and the first noun among them that makes a title, or -1.
func (r *reader) titleEnd(start int) (end, head int) {
	head = -1
	i := start
	prep, body := false, false
	for i < len(r.t) && i-start < longestTitle {
		t := r.t[i]
		switch {
		case r.place[i].n > 0:
			i = r.place[i].start + r.place[i].n
			continue
		case r.isHead(i):
			if head < 0 && (!prep || body) {
				head = i
			}
		case preposition(t) || t.Is("and", "the") || t.Text == "&" || t.Text == "/":
			if i == start {
				return start, -1
			}
			if preposition(t) {
				body = !prep && r.bodyNoun(start, i)
				prep = true
			}
		case t.Text == "," && head >= 0 && i+1 < len(r.t) && r.part(i+1) && !r.isHead(i+1) && prep && r.listOfParts(i+1):
		case t.Kind == lang.Clitic:
		case r.part(i) || r.v.is(t, rankWord):
		case t.Capital() && !openers()[t.Lower]:
			if head >= 0 && !prep && r.nameyPlain(i) && r.t[i-1].Kind == lang.Word {
				return start, -1 // a name: ", President Roe of Panama"
			}
		case t.Kind == lang.Word && (strings.Contains(t.Text, "-") || t.Is("chief", "top", "foreign")) && i > start:
		default:
			goto done
		}
		i++
	}
done:
	// A title does not end in a word that joins, nor run on into the next name.
	for i > start && (preposition(r.t[i-1]) || r.t[i-1].Is("and", "the", ",", "&")) {
		i--
	}
	if head >= 0 {
		for k := head + 1; k < i; k++ {
			if r.t[k].Is("and") && k+1 < i && r.nameyPlain(k+1) && r.v.is(r.t[k+1], givenName) {
				return k, head
			}
		}
	}
	return i, head
}

// bodyNoun reports whether tokens [start, end) name a body: "Federal Ministry
// of Finance".
func (r *reader) bodyNoun(start, end int) bool {
	for i := start; i < end; i++ {
		switch r.t[i].Lower {
		case "ministry", "department", "office", "council", "command", "agency", "bureau", "committee", "commission", "secretariat",
			"bank", "treasury", "staff", "embassy", "division", "board", "authority", "service", "institute", "fund", "organization", "organisation":
			return r.t[i].Capital()
		}
	}
	return false
}

// bodyOf reads a body of its own after "of" or "from": "Ann Roe of the Dockers'
// Union", "from the white-collar union TSF".
func (r *reader) bodyOf(m *mention, k int) bool {
	if m.side != "" || m.title != "" && m.plural {
		return false
	}
	said := false // a noun says what kind of body it is
	for n := 0; k < len(r.t) && n < 6 && r.t[k].Text == r.t[k].Lower && (r.t[k].Kind == lang.Word || r.t[k].Kind == lang.Clitic || r.t[k].Is("'", "’")); n++ {
		if r.t[k].Is("who", "which", "that", "and", "to", "in", "on", "at") {
			return false
		}
		said = r.t[k].Is("union", "group", "charity", "party", "federation", "association", "company", "firm", "service", "agency", "operator", "alliance", "movement", "campaign", "body", "organisation", "organization", "militia", "consortium")
		k++
	}
	end := k
	for end < len(r.t) && r.place[end].n == 0 && (r.t[end].Capital() && r.t[end].Kind == lang.Word || end > k && r.t[end].Kind == lang.Clitic && end+1 < len(r.t) && r.t[end+1].Capital()) {
		end++
	}
	if end == k || end-k > 6 || !r.d.whole(briefing.Span{Start: r.t[k].Start, End: r.t[end-1].End}, r.s.Span) {
		return false
	}
	side := r.compose(appendRange(nil, k, end))
	if !said && !ownBody(side) {
		return false
	}
	if f, ok := sides().named(side); ok {
		m.side, m.sideKind = f.side, f.kind
	} else {
		m.side, m.sideKind = side, briefing.Organisation
	}
	m.sidePart = true
	m.to = end
	m.score++
	return true
}

// bracketed reads "the foreign ministers of Peru (Ann Roe)" and, in a list of
// people, "; Peru – President Ann Roe".
func (r *reader) bracketed(m *mention) {
	i := m.from - 1
	if i < 2 || m.side != "" || r.place[i-1].n == 0 {
		return
	}
	p := r.place[i-1]
	switch {
	case r.t[i].Text == "(" && m.to < len(r.t) && r.t[m.to].Text == ")" && m.last-m.first > 1:
		m.side, m.sideKind, m.sidePart = p.side, p.kind, false
		m.from, m.to = p.start, m.to+1
		m.score += 2
		if h := p.start - 2; h >= 0 && m.title == "" && r.t[h+1].Is("of") && r.isHead(h) {
			r.takeTitle(m, r.mods(h, 0), h+1, h+1)
		}
	case r.t[i].Is("–", "—", ":") && m.title != "" && p.form == nameForm && p.start > 0 && r.t[p.start-1].Is(";", ":"):
		m.side, m.sideKind, m.sidePart = p.side, p.kind, false
		m.from = p.start
	}
}

// signing reports whether somebody signs or speaks for sides before token i.
func (r *reader) signing(i int) bool {
	for k := i - 1; k >= 0 && k > i-30; k-- {
		if r.t[k].Is("signed", "initialled", "initialed", "signatures", "sealed", "spoke", "negotiated", "signing") {
			return true
		}
	}
	return false
}

// ofSide reads "of Portugal" and "from the National Security Secretariat of
// Japan" after a name.
func (r *reader) ofSide(m *mention) {
	r.bracketed(m)
	i := m.to
	if i+2 < len(r.t) && r.t[i].Text == "(" && r.place[i+1].n > 0 {
		if p := r.place[i+1]; p.start+p.n < len(r.t) && r.t[p.start+p.n].Text == ")" {
			m.side, m.sideKind, m.sidePart = p.side, p.kind, false // "Akiba Takeo (Japan)"
			m.to = p.start + p.n + 1
		}
		return
	}
	if i+2 < len(r.t) && r.t[i].Is("for") && m.title != "" && m.side == "" {
		// "signed by Ann Roe for Norway and"
		if p := r.place[i+1]; p.n > 0 && p.form == nameForm && r.signing(m.first) {
			if end := p.start + p.n; end == len(r.t) || r.t[end].Is(",", "and", ".", ";", "after", "on", "in", "at", "during", "following", "while", "today", "yesterday") {
				m.side, m.sideKind, m.sidePart = p.side, p.kind, false
				m.to = end
			}
		}
		return
	}
	if i+2 < len(r.t) && r.t[i].Text == "," && r.t[i+1].Is("of", "from") {
		r.bodyOf(m, i+2) // "Ann Roe, of the Dockers' Union"
		return
	}
	if i+1 >= len(r.t) || !r.t[i].Is("of", "from") {
		return
	}
	from := r.t[i].Is("from")
	if r.bodyOf(m, i+1) {
		return
	}
	for k := i + 1; k < len(r.t) && k < i+10; k++ {
		t := r.t[k]
		if p := r.place[k]; p.n > 0 {
			if p.form == metonymForm && !from {
				return
			}
			if m.side == "" || m.sidePart {
				m.side, m.sideKind, m.sidePart = p.side, p.kind, false
			}
			m.to = p.start + p.n
			for p.form == adjectiveForm && m.to < len(r.t) && r.t[m.to].Text == r.t[m.to].Lower && r.part(m.to) && !r.t[m.to].Is("and") {
				m.to++ // "of the Peruvian army"
			}
			for from && m.to < len(r.t) && r.t[m.to].Capital() && r.office(m.to) {
				m.to++ // "from the U.S. National Security Council"
			}
			return
		}
		if !t.Is("the", "of") && !(t.Capital() && r.office(k)) {
			return
		}
	}
}
