package extract

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// Sides and bodies that hang on a name by a preposition or in brackets:
//
//	of Portugal · (Peru) · of the Dockers' Union · for Norway
//
// A place where somebody lives or spoke is none.

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
	national := end < len(r.t) && r.place[end].n > 0 && r.place[end].form == adjectiveForm
	if national {
		end += r.place[end].n // "of the Scottish Fishermen's Association"
	}
	for end < len(r.t) && r.place[end].n == 0 && (r.t[end].Capital() && r.t[end].Kind == lang.Word || end > k && (r.t[end].Kind == lang.Clitic || r.t[end].Is("for", "'", "’") && ownBody(r.t[end-1].Text) == r.t[end].Is("for")) && end+1 < len(r.t) && r.t[end+1].Capital()) {
		end++
	}
	if end == k || end-k > 6 || !r.d.whole(briefing.Span{Start: r.t[k].Start, End: r.t[end-1].End}, r.s.Span) {
		return false
	}
	side := r.compose(appendRange(nil, k, end))
	if !said && !ownBody(side) || national && (end-k < 2 || !ownBody(side)) {
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

// bracketBody reads "Ann Roe (Mercosur) and Ole Dahl (Northern Fish Group)":
// a body in brackets beside a side in brackets is a side too, if the article
// names it elsewhere. It reports whether it read one.
func (r *reader) bracketBody(m *mention) bool {
	from := m.to + 1
	end := from
	for end < len(r.t) && end < from+6 && (r.t[end].Capital() && r.t[end].Kind == lang.Word || end > from && r.t[end].Is("of", "and", "for")) {
		end++
	}
	if end-from < 2 || end >= len(r.t) || r.t[end].Text != ")" {
		return false
	}
	beside := false
	for k := 2; k+1 < len(r.t) && !beside; k++ {
		p := r.place[k]
		beside = p.n > 0 && p.start == k && r.t[k-1].Text == "(" && k+p.n < len(r.t) && r.t[k+p.n].Text == ")" && r.t[k-2].Capital()
	}
	span := r.d.text[r.t[from].Start:r.t[end-1].End]
	if !beside || strings.Count(r.d.text, span) < 2 {
		return false
	}
	m.side, m.sideKind, m.sidePart = r.compose(appendRange(nil, from, end)), briefing.Organisation, false
	m.to = end + 1
	return true
}

// bodyAfterSide returns the end of the body that a side owns before token i:
// "Ann Roe of Peru['s National Road Council]"; i if there is none.
func (r *reader) bodyAfterSide(i int) int {
	if i+1 >= len(r.t) || r.t[i].Kind != lang.Clitic || !r.t[i+1].Capital() || !r.part(i+1) {
		return i
	}
	end := i + 1
	for end < len(r.t) && (r.t[end].Capital() && r.place[end].n == 0 && (r.part(end) || !r.v.is(r.t[end], givenName)) || end > i+1 && r.t[end].Is("of", "and", "for") && end+1 < len(r.t) && r.t[end+1].Capital() && r.part(end+1)) {
		end++
	}
	if !r.bodyNoun(i+1, end) {
		return i
	}
	return end
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

// ofSide reads "of Portugal" and "from the Maritime Safety Secretariat of
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
	if i+3 < len(r.t) && r.t[i].Text == "(" && m.side == "" && r.bracketBody(m) {
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
				m.to++ // "from the Danish Security Council"
			}
			m.to = r.bodyAfterSide(m.to)
			return
		}
		if !t.Is("the", "of") && !(t.Capital() && r.office(k)) {
			return
		}
	}
}
