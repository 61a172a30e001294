package mention

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// OwnBody reports whether a body sits at a table for itself, as unions and
// international bodies do, and not for a state.
func OwnBody(side string) bool {
	list := strings.Fields(side)
	if len(list) == 0 {
		return false
	}
	if len(list) == 1 && Acronym(side) {
		return Vocab().Class[lang.Fold(side)] == 0
	}
	switch lang.Fold(list[len(list)-1]) {
	case "union", "unions", "federation", "confederation", "association", "alliance", "forum", "league", "party", "movement", "front", "congress", "organisation", "organization", "community", "guild", "chamber", "consortium", "brotherhood", "syndicate", "cooperative", "co-operative", "coalition", "tribe", "nation", "patriarchate", "diocese", "church":
		return true
	}
	for i, w := range list {
		if w == "International" || w == "World" || w == "Global" || i > 0 && (w == "Development" || w == "Fund") && list[0] != "National" && list[0] != "Federal" {
			return true
		}
	}
	return false
}

// Sides and bodies that hang on a name by a preposition or in brackets:
//
//	of Portugal · (Peru) · of the Dockers' Union · for Norway
//
// A place where somebody lives or spoke is none.

// bodyOf reads a body of its own after "of" or "from": "Ann Roe of the Dockers'
// Union", "from the white-collar union TSF".
func (r *reader) bodyOf(m *Mention, k int) bool {
	if m.Side != "" || m.Title != "" && m.plural {
		return false
	}
	said := false // a noun says what kind of body it is
	for n := 0; k < len(r.t) && n < 6 && r.t[k].Text == r.t[k].Lower && (r.t[k].Kind == lang.Word || r.t[k].Kind == lang.Clitic || r.t[k].Is("'", "’")); n++ {
		if r.t[k].Is("who", "which", "that", "and", "to", "in", "on", "at") {
			return false
		}
		said = bodies.Has(r.t[k].Lower)
		k++
	}
	end := k
	national := end < len(r.t) && r.place[end].n > 0 && r.place[end].Form == AdjectiveForm
	if national {
		end += r.place[end].n // "of the Scottish Fishermen's Association"
	}
	for end < len(r.t) && r.place[end].n == 0 && (r.t[end].Capital() && r.t[end].Kind == lang.Word || end > k && (r.t[end].Kind == lang.Clitic || r.t[end].Is("for", "'", "’") && OwnBody(r.t[end-1].Text) == r.t[end].Is("for")) && end+1 < len(r.t) && r.t[end+1].Capital()) {
		end++
	}
	if end == k || end-k > 6 || !r.d.Whole(briefing.Span{Start: r.t[k].Start, End: r.t[end-1].End}, r.s.Span) {
		return false
	}
	side := r.compose(appendRange(nil, k, end))
	if !said && !OwnBody(side) || national && (end-k < 2 || !OwnBody(side)) {
		return false
	}
	if f, ok := Sides().Named(side); ok {
		m.Side, m.SideKind = f.Side, f.Kind
	} else {
		m.Side, m.SideKind = side, briefing.Organisation
	}
	m.SidePart = true
	m.To = end
	m.score++
	return true
}

// bracketed reads "the foreign ministers of Peru (Ann Roe)" and, in a list of
// people, "; Peru – President Ann Roe".
func (r *reader) bracketed(m *Mention) {
	i := m.From - 1
	if i < 2 || m.Side != "" || r.place[i-1].n == 0 {
		return
	}
	p := r.place[i-1]
	switch {
	case r.t[i].Text == "(" && m.To < len(r.t) && r.t[m.To].Text == ")" && m.Last-m.First > 1:
		m.Side, m.SideKind, m.SidePart = p.Side, p.Kind, false
		m.From, m.To = p.start, m.To+1
		m.score += 2
		if h := p.start - 2; h >= 0 && m.Title == "" && r.t[h+1].Is("of") && r.isHead(h) {
			r.takeTitle(m, r.mods(h, 0), h+1)
		}
	case r.t[i].Is("–", "—", ":") && m.Title != "" && p.Form == NameForm && p.start > 0 && r.t[p.start-1].Is(";", ":"):
		m.Side, m.SideKind, m.SidePart = p.Side, p.Kind, false
		m.From = p.start
	}
}

// bracketBody reads "Ann Roe (Mercosur) and Ole Dahl (Northern Fish Group)":
// a body in brackets beside a side in brackets is a side too, if the article
// names it elsewhere. It reports whether it read one.
func (r *reader) bracketBody(m *Mention) bool {
	from := m.To + 1
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
	span := r.d.Text[r.t[from].Start:r.t[end-1].End]
	if !beside || strings.Count(r.d.Text, span) < 2 {
		return false
	}
	m.Side, m.SideKind, m.SidePart = r.compose(appendRange(nil, from, end)), briefing.Organisation, false
	m.To = end + 1
	return true
}

// bodyAfterSide returns the end of the body that a side owns before token i:
// "Ann Roe of Peru['s National Road Council]"; i if there is none.
func (r *reader) bodyAfterSide(i int) int {
	if i+1 >= len(r.t) || r.t[i].Kind != lang.Clitic || !r.t[i+1].Capital() || !r.part(i+1) {
		return i
	}
	end := i + 1
	for end < len(r.t) && (r.t[end].Capital() && r.place[end].n == 0 && (r.part(end) || !r.v.Is(r.t[end], GivenName)) || end > i+1 && r.t[end].Is("of", "and", "for") && end+1 < len(r.t) && r.t[end+1].Capital() && r.part(end+1)) {
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
		if signs.Has(r.t[k].Lower) {
			return true
		}
	}
	return false
}

// ofSide reads "of Portugal" and "from the Maritime Safety Secretariat of
// Japan" after a name.
func (r *reader) ofSide(m *Mention) {
	r.bracketed(m)
	i := m.To
	if i+2 < len(r.t) && r.t[i].Text == "(" && r.place[i+1].n > 0 {
		if p := r.place[i+1]; p.start+p.n < len(r.t) && r.t[p.start+p.n].Text == ")" {
			m.Side, m.SideKind, m.SidePart = p.Side, p.Kind, false // "Ann Roe (Japan)"
			m.To = p.start + p.n + 1
		}
		return
	}
	if i+3 < len(r.t) && r.t[i].Text == "(" && m.Side == "" && r.bracketBody(m) {
		return
	}
	if i+2 < len(r.t) && r.t[i].Is("for") && m.Title != "" && m.Side == "" {
		// "signed by Ann Roe for Norway and"
		if p := r.place[i+1]; p.n > 0 && p.Form == NameForm && r.signing(m.First) {
			if end := p.start + p.n; end == len(r.t) || behindSide.Has(r.t[end].Lower) {
				m.Side, m.SideKind, m.SidePart = p.Side, p.Kind, false
				m.To = end
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
			if p.Form == MetonymForm && !from {
				return
			}
			if m.Side == "" || m.SidePart {
				m.Side, m.SideKind, m.SidePart = p.Side, p.Kind, false
			}
			m.To = p.start + p.n
			for p.Form == AdjectiveForm && m.To < len(r.t) && r.t[m.To].Text == r.t[m.To].Lower && r.part(m.To) && !r.t[m.To].Is("and") {
				m.To++ // "of the Peruvian army"
			}
			for from && m.To < len(r.t) && r.t[m.To].Capital() && r.office(m.To) {
				m.To++ // "from the Danish Security Council"
			}
			m.To = r.bodyAfterSide(m.To)
			return
		}
		if !t.Is("the", "of") && !(t.Capital() && r.office(k)) {
			return
		}
	}
}
