package mention

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// Offices stand before a name or after it:
//
//	Deputy Assistant Secretary of the Treasury for Ports and River Customs Affairs Dana Weller
//	Malta's fisheries minister Carmen Zahra Borg
//	Ann Roe, Coordinator for the Baltic at the Danish Security Council
//	Admiral Otto Lind, Commander, Danish Arctic Command
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
		case r.place[k-1].n > 0 && r.datelineBefore(k):
			return k
		case r.place[k-1].n > 0 && r.place[k-1].start >= lo:
			k = r.place[k-1].start
		case t.Kind == lang.Clitic && k-1 > lo && (r.t[k-2].Capital() || r.v.Is(r.t[k-2], HeadWord|PartWord)):
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
		case r.v.Is(t, HonorificWord) && !r.v.Is(t, HeadWord|PartWord):
			return k
		case TimeWord(t) && t.Capital():
			return k // "On Monday Norwegian Prime Minister"
		case t.Text == t.Lower && occasions.Has(t.Lower) && k < len(r.t):
			return k
		case r.office(k - 1):
			if t.Text == t.Lower && k < len(r.t) && r.t[k].Capital() && r.place[k].n == 0 && !qualifies(t) && !(r.isHead(k-1) && r.v.Is(r.t[k], RankWord)) {
				return k // "after meeting President Roe"
			}
			k--
		case t.Capital() && !Openers()[t.Lower]:
			k--
		case k == h && r.t[h].Text == r.t[h].Lower && r.adjective(k-1):
			k--
		case strings.HasSuffix(t.Lower, "-elect") || longQualifiers.Has(t.Lower):
			k--
		default:
			return k
		}
	}
	return k
}

// datelineBefore reports whether the country that ends at token k is one of a
// dateline, as another's name for its own begins there: "LILLEVIK, Norway [U.S.]
// envoy", "Chile [Peruvian] minister".
func (r *reader) datelineBefore(k int) bool {
	a, b := r.place[k-1], r.place[k]
	return k < len(r.t) && b.n > 0 && b.start == k && a.Form == NameForm && a.Kind == briefing.Country && b.Side != a.Side &&
		a.start < 5 && (b.Form == AdjectiveForm || r.t[k].Is("u.s.", "us"))
}

// qualifies reports whether a small word can stand before an office with a
// capital: "former President Roe".
func qualifies(t lang.Token) bool {
	return qualifiers.Has(t.Lower)
}

// adjective reports whether a small word before a small noun says which:
// "[rebel] leader". Verbs and words that join are not.
func (r *reader) adjective(i int) bool {
	t := r.t[i]
	if t.Text != t.Lower || Preposition(t) || Openers()[t.Lower] || speechVerb(t) || len(t.Text) < 4 {
		return false
	}
	for _, end := range []string{"ed", "ing", "ly"} {
		if strings.HasSuffix(t.Lower, end) {
			return false
		}
	}
	return i > 0 && beforeOffice.Has(r.t[i-1].Lower)
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

func (r *reader) part(i int) bool { return r.v.Is(r.t[i], PartWord) }

// isHead reports whether token i makes a title: "Secretary", and the last word
// of "Secretary General".
func (r *reader) isHead(i int) bool {
	if r.t[i].Is("general") && i > 0 && ofGeneral.Has(r.t[i-1].Lower) {
		return true
	}
	if r.t[i].Is("number", "numbers") {
		return i > 0 && r.t[i-1].Is("opposite")
	}
	h, _ := r.v.head(r.t[i])
	return h
}

// leftTitle reads honorific and office before a name.
func (r *reader) leftTitle(m *Mention, bound int) {
	lo := max(bound, m.First-longestTitle)
	e := r.address(m, lo)
	if e-4 > lo && r.t[e-1].Text == ")" && r.t[e-3].Text == "(" && r.v.Is(r.t[e-4], RankWord|HonorificWord|HeadWord) && (Acronym(r.t[e-2].Text) || r.v.Is(r.t[e-2], HonorificWord|NameSuffix)) {
		e -= 3 // "Rear Admiral (NS) Roe", "Brigadier (retd) Roe"
		m.From = e
	}
	comma, dash := false, false
	if e > lo && m.Last-m.First > 1 {
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
	for ranks > lo && r.t[ranks-1].Capital() && r.v.Is(r.t[ranks-1], RankWord) && !comma {
		ranks--
	}
	if ranks < e && ranks-1 > lo && r.v.Is(r.t[ranks], PartWord) && (Preposition(r.t[ranks-1]) || r.t[ranks-1].Is("and")) {
		ranks = e // "Minister of Justice"
	}
	start := -1
	if k := r.bracketStart(e, lo); k > lo && ranks == e && r.isHead(k-1) {
		start = r.mods(k-1, lo) // "Director General (South Asia) Roe"
	}
	switch h := e - 1; {
	case start >= 0:
	case lo == bound && bound > 1 && bound < e && r.t[bound].Kind == lang.Clitic && r.bodyNoun(bound, e):
		start = r.staffOf(bound, e)
	case ranks < e && ranks-1 >= lo && r.t[ranks-1].Kind == lang.Word && r.mayEndComplement(ranks-1):
		if start = r.complementTitle(ranks, lo); start < 0 {
			start = r.mods(ranks, lo)
		}
	case ranks < e:
		start = r.mods(ranks, lo)
	case h >= lo && r.isHead(h) && !(h > lo && r.part(h) && Preposition(r.t[h-1])):
		start = r.mods(h, lo)
		if r.t[h].Capital() && !comma {
			start = r.deputyOf(start, lo)
		}
	case h >= lo && r.mayEndComplement(h) || h-2 >= lo && r.t[h].Text == ")" && Acronym(r.t[h-1].Text):
		start = r.complementTitle(e, lo)
	}
	if start < 0 && comma && !dash {
		start = r.looseTitle(e, lo)
	}
	if start < 0 || start >= e {
		return
	}
	start = r.secondOffice(start, lo)
	if comma && r.t[e-1].Lower == r.t[e-1].Text && !r.determined(start) && !r.t[start].Capital() {
		return // "in talks with ministers, Ann Roe …"
	}
	r.takeTitle(m, start, e)
	if ranks < e && m.From == ranks {
		r.officeBefore(m, lo)
	}
}

// address reads the forms of address right before a name and returns where they
// begin: "Secretary of Defense General", "Dr.", "Tan Sri".
func (r *reader) address(m *Mention, lo int) int {
	e := m.First
	for e > lo {
		k := e - 1
		if k > lo && r.t[k].Is("'", "’") {
			k-- // "Dato' Rahim"
		}
		if k > lo && r.addressedByTwo(k-1) {
			e = k - 1
			m.From, m.honorific = e, r.t[k].Lower
			continue
		}
		if !r.v.Is(r.t[k], HonorificWord) || r.isHead(k) || !(r.t[k].Capital() || k == 0) {
			break
		}
		e = k
		m.From = e
		m.honorific = strings.TrimSuffix(r.t[e].Lower, ".")
	}
	return e
}

// looseTitle returns where an office begins that hangs on plain words, as set
// off before a name: "[the head of the state oil marketer], Ann Roe,"; -1 if
// there is none.
func (r *reader) looseTitle(e, lo int) int {
	for k := e - 1; k > lo+1 && k > e-8; k-- {
		t := r.t[k]
		if (t.Text == "'" || t.Text == "’") && strings.HasSuffix(r.t[k-1].Lower, "s") {
			continue // "the leader of the teachers' union"
		}
		if t.Kind != lang.Word && t.Kind != lang.Clitic || speechVerb(t) || Openers()[t.Lower] && !t.Is("the", "of", "and", "for", "a") {
			return -1
		}
		if !t.Is("of", "for", "from") {
			continue
		}
		if !r.isHead(k - 1) {
			return -1
		}
		if start := r.mods(k-1, lo); r.determined(start) {
			return start
		}
		return -1
	}
	return -1
}

// bracketStart returns the token of the bracket that closes right before token
// e, with words of an office in it; -1 if there is none.
func (r *reader) bracketStart(e, lo int) int {
	if e-3 < lo || r.t[e-1].Text != ")" {
		return -1
	}
	for k := e - 2; k > lo && k > e-7; k-- {
		if r.t[k].Text == "(" {
			return k
		}
		if !r.t[k].Capital() && !r.t[k].Is("and", "&") {
			return -1
		}
	}
	return -1
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
		if r.isHead(i) && !(r.t[i].Is("deputy", "assistant") && i+1 < e) {
			if !r.t[i].Capital() || !highOffices.Has(r.t[i].Lower) || r.t[i].Is("president") && !r.v.Is(r.t[max(i-1, first)], PartWord) {
				return start
			}
			break
		}
	}
	return first
}

// officeBefore adds the office that a comma parts from a rank: "[the defence
// minister], General Ann Roe".
func (r *reader) officeBefore(m *Mention, lo int) {
	e := m.From - 1
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
	rank := m.Title
	m.Title = ""
	r.takeTitle(m, start, e)
	if m.Title == "" {
		m.Title = rank
	} else {
		m.Title += ", " + rank
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
		if head, plural := r.v.head(r.t[i]); head && !(r.t[i].Is("deputy", "assistant") && i+1 < end) {
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
	if p == nil || p.From < 2 || !Preposition(r.t[p.From-1]) || !r.isHead(p.From-2) {
		return -1
	}
	return r.mods(p.From-2, 0)
}

// determined reports whether the title at start has an article or a
// possessive: "the", "his", "Israel's".
func (r *reader) determined(start int) bool {
	return start > 0 && determiners.Has(r.t[start-1].Lower)
}

// mayEndComplement reports whether token i can be the last word of what hangs
// on an office by a preposition: "of State", "to Germany".
func (r *reader) mayEndComplement(i int) bool {
	return r.place[i].n > 0 || r.part(i) && (r.t[i].Capital() || r.t[i].Text == r.t[i].Lower) || r.t[i].Capital() && !Openers()[r.t[i].Lower]
}

// Preposition reports whether a token can join an office to what it is for.
func Preposition(t lang.Token) bool { return t.Is("of", "for", "to", "on", "in", "at", "from") }

// complementTitle returns where the title begins whose complement ends before
// token e: "[Under Secretary of Commerce for Harbours, Fuel, and the
// Coast] Ann", or -1.
func (r *reader) complementTitle(e, lo int) int {
	k := e
	for k > lo {
		t := r.t[k-1]
		switch {
		case r.place[k-1].n > 0 && r.place[k-1].start >= lo:
			k = r.place[k-1].start
		case t.Text == ")" && k-4 >= lo && r.t[k-3].Text == "(" && Acronym(r.t[k-2].Text):
			k -= 3 // "Secretary of the River Union (RU), Ann Roe"
		case Preposition(t):
			// The noun may stand directly before it, or before another complement.
			if k-2 >= lo && r.isHead(k-2) {
				start := r.mods(k-2, lo)
				return r.widen(start, lo)
			}
			if k-2 < lo || !r.mayEndComplement(k-2) {
				return -1
			}
			k--
		case (t.Text == "'" || t.Text == "’") && k-2 >= lo && strings.HasSuffix(r.t[k-2].Lower, "s") && r.t[k-2].Capital():
			k-- // "of the Owners' Guild"
		case t.Is("the", "and") || t.Text == "," || t.Text == "&" || t.Text == "-" || t.Text == "–":
			k--
		case t.Kind == lang.Clitic:
			k--
		case r.office(k-1) || t.Capital() && !Openers()[t.Lower]:
			k--
		default:
			return -1
		}
	}
	return -1
}

// deputyOf goes further left over the office of somebody who serves the one at
// start: "[Secretary to the] Prime Minister Ann Roe".
func (r *reader) deputyOf(start, lo int) int {
	if start-3 >= lo && r.t[start-1].Is("the") && r.t[start-2].Is("to") && r.isHead(start-3) && r.t[start-3].Capital() {
		return r.mods(start-3, lo)
	}
	return start
}

// widen goes further left over a title that the one at start is part of:
// "[Secretary to the] President for …", "[Special Adviser to the Premier
// and] Coordinator for …".
func (r *reader) widen(start, lo int) int {
	k := start
	if k-1 > lo && r.t[k-1].Is("and") && r.isHead(k-2) {
		p := k - 2 // the head before "and" must be inside a complement: "to the President"
		p = r.mods(p, lo)
		if p-1 > lo && r.t[p-1].Is("the") {
			p--
		}
		if p-1 > lo && Preposition(r.t[p-1]) && r.isHead(p-2) {
			return r.mods(p-2, lo)
		}
		return start
	}
	if k-1 > lo && r.t[k-1].Is("the") {
		k--
	}
	for n := 0; n < 3 && k-2 >= lo && Preposition(r.t[k-1]); n++ {
		if r.isHead(k - 2) {
			return r.mods(k-2, lo)
		}
		if !r.part(k - 2) {
			break
		}
		for k -= 2; k-1 > lo && r.part(k-1); { // "[Director of the Office] of the Minister"
			k--
		}
		if r.t[k-1].Is("the") {
			k--
		}
	}
	return start
}
