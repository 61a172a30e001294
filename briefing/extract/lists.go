package extract

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// Lists in which several people share the words of one office:
//
//	Prime Ministers Zhao Ziyang of China and Anibal Cavaco Silva of Portugal
//	the Mexican Secretaries of Foreign Affairs, Marcelo Ebrard; Security, Alfonso Durazo, and the Navy, José Rafael Ojeda
//	his Greek, Cypriot and French counterparts, A, B and C, respectively
//
// A list whose names stand in another sentence than the office is not read.

// separator reports whether tokens [from, to) do nothing but part the members
// of a list.
func (r *reader) separator(from, to int) bool { return listGap(r.t, from, to) }

func listGap(t []lang.Token, from, to int) bool {
	if from >= to {
		return false
	}
	for i := from; i < to; i++ {
		switch {
		case t[i].Is(",", ";", "and", "&", "the", "with", "–", "—"):
			if t[i].Is("with") && (i == from || !t[i-1].Is("together", "along")) {
				return false
			}
		case t[i].Is("as") && i+2 < to && t[i+1].Is("well") && t[i+2].Is("as"):
			i += 2
		case t[i].Is("together", "along") && i+1 < to && t[i+1].Is("with"):
			i++
		case t[i].Is("on", "later", "earlier") && i+1 < to && (timeWord(t[i+1]) || t[i+1].Is("on")):
		case timeWord(t[i]):
		case t[i].Is("joined", "accompanied", "flanked") && i+1 < to && t[i+1].Is("by"):
			i++
		case t[i].Is("by") && i > from && t[i-1].Is("and", ","): // "accompanied by A and by B"
		case t[i].Is("alongside", "including"):
		case t[i].Is("both", "plus", "also", "finally", "or"):
		default:
			return false
		}
	}
	return true
}

// timeWord reports whether a token is a day.
func timeWord(t lang.Token) bool {
	return t.Is("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow")
}

// shareTitles carries a plural office, or the words before "of", to the names
// that follow in the same list, and puts it into the singular.
func (r *reader) shareTitles() {
	var lead *mention // holder of the plural title
	var list []*mention
	end := 0
	flush := func() {
		if lead != nil {
			r.spread(lead, list)
		}
		lead, list = nil, nil
	}
	for _, m := range r.found {
		if m.kind == placeMention || m.kind == organisationMention {
			continue
		}
		switch {
		case lead != nil && m.title == "" && !m.opposite && r.separator(end, m.from):
			list = append(list, m)
			m.kind = personMention
			end = m.to
		case lead != nil && m.title == "" && r.officeGap(lead, m, end):
			list = append(list, m)
			m.kind = personMention
			end = m.to
		default:
			flush()
			if m.kind == personMention && m.plural {
				lead, list, end = m, []*mention{m}, m.to
			}
		}
	}
	flush()
	r.bareLists()
}

// bareLists takes the names of a list for people's where the one before is a
// person's and no office stands between: "Ann Roe, Nilo Dahl and Karo Moe".
func (r *reader) bareLists() {
	r.between()
	var last *mention
	for _, m := range r.found {
		if m.kind == placeMention || m.kind == organisationMention {
			continue
		}
		n := m.last - m.first
		if m.kind == otherMention && last != nil && (n == 2 || n == 3) && m.score > 0 && m.from == m.first && m.to == m.last &&
			last.to == last.last && last.title == "" && last.last-last.first > 1 && r.separator(last.to, m.from) && r.endsList(m.to) {
			m.kind = personMention
		}
		last = nil
		if m.kind == personMention {
			last = m
		}
	}
}

// between takes a name for a person's that stands in a list between two
// people: "Prime Minister Ann Roe, as well as [Nilo Dahl], Mary Moe and".
func (r *reader) between() {
	for k := 1; k+1 < len(r.found); k++ {
		a, m, b := r.found[k-1], r.found[k], r.found[k+1]
		if n := m.last - m.first; m.kind != otherMention || n < 2 || n > 3 || m.score < 1 || m.from != m.first || m.to != m.last {
			continue
		}
		if a.kind == personMention && b.kind == personMention && b.title == "" && b.last-b.first > 1 && r.separator(a.to, m.from) && r.separator(m.to, b.from) {
			m.kind = personMention
		}
	}
}

// endsList reports whether the words at token i go on with a list or end it.
func (r *reader) endsList(i int) bool {
	return i >= len(r.t) || r.t[i].Is("and", ",", ".", ";") || r.t[i].Kind == lang.Word && r.t[i].Text == r.t[i].Lower
}

// officeGap reads "; Security and Citizen Protection, " between two names of a
// list of offices, and gives m its own.
func (r *reader) officeGap(lead, m *mention, end int) bool {
	noun, _, ok := strings.Cut(lead.title, " of ")
	if !ok || end >= m.from || r.t[m.from-1].Text != "," {
		return false
	}
	i := end
	for i < m.from && r.t[i].Is(",", ";", "and", "the", "of", "for") {
		i++
	}
	if i >= m.from-1 || i == end {
		return false
	}
	for k := i; k < m.from-1; k++ {
		if !(r.t[k].Capital() || r.t[k].Is("and", "of", "the", ",") || r.part(k)) {
			return false
		}
	}
	if !r.traceable(appendRange(nil, i, m.from-1)) {
		return false
	}
	m.title = noun + " of " + r.compose(appendRange(nil, i, m.from-1))
	if i > end && r.t[i-1].Is("the") {
		m.title = noun + " of the " + r.compose(appendRange(nil, i, m.from-1))
	}
	m.from = i
	return true
}

// spread gives the members of a list the title and sides of its first.
func (r *reader) spread(lead *mention, list []*mention) {
	sides := r.sidesBefore(lead)
	title := singularTitle(lead.title)
	fieldsOf := portfolios(title)
	groups := r.groupsOf(lead)
	for n, m := range list {
		m.of, m.nth, m.sideless = len(list), n, len(sides) == 0
		if len(fieldsOf) == len(list) && len(sides) < 2 {
			m.title = fieldsOf[n]
		}
		if m.title == "" {
			m.title = title
			m.opposite = lead.opposite
		} else {
			m.title = singularTitle(m.title)
		}
		m.plural = false
		m.score += 3
		switch {
		case len(groups) == len(list):
			m.title, _, _ = strings.Cut(m.title, " of ")
			m.side, m.sideKind, m.sidePart = groups[n], briefing.OtherSide, false
		case len(sides) > 1 && len(sides) == len(list):
			if noun, rest, ok := strings.Cut(m.title, " of "); ok && strings.Contains(rest, sides[0].side) {
				m.title = noun // "premiers of Greece and Turkey"
			}
			m.side, m.sideKind, m.sidePart = sides[n].side, sides[n].kind, false
		case m.side == "" && len(sides) <= 1 && n > 0:
			m.side, m.sideKind, m.sidePart, m.possessor = lead.side, lead.sideKind, lead.sidePart, lead.possessor
			if last := list[len(list)-1]; lead.side == "" && last.side != "" {
				m.side, m.sideKind, m.sidePart = last.side, last.sideKind, last.sidePart
			}
		}
	}
	if last := list[len(list)-1]; lead.side == "" && len(sides) <= 1 && last.side != "" {
		lead.side, lead.sideKind, lead.sidePart = last.side, last.sideKind, last.sidePart // "A and B from the U.S. Council"
	}
}

// groupsOf reads the groups that several people lead: "leaders of the Greek
// Cypriot and Turkish Cypriot communities" gives the two communities.
func (r *reader) groupsOf(lead *mention) []string {
	end := lead.first
	for end > lead.from && r.t[end-1].Kind == lang.Punct {
		end--
	}
	if out := r.placesOf(lead, end); out != nil {
		return out
	}
	if end <= lead.from || !r.t[end-1].Is("communities", "parties", "unions", "factions", "movements", "provinces", "federations", "tribes", "clans", "churches") {
		return nil
	}
	noun := briefing.Singular(r.t[end-1].Lower)
	start := end - 1
	for start > lead.from && (r.t[start-1].Capital() || r.t[start-1].Is("and", ",")) {
		start--
	}
	if start == lead.from || !r.t[start-1].Is("the", "of") {
		return nil
	}
	var out []string
	words := ""
	for i := start; i < end; i++ {
		if i < end-1 && !r.t[i].Is("and", ",") {
			words += r.t[i].Text + " "
			continue
		}
		if words != "" {
			out = append(out, words+noun)
		}
		words = ""
	}
	return out
}

// placesOf reads the places of which several people are the heads, where no
// lexicon knows them: "the governors of Sonora and Arizona".
func (r *reader) placesOf(lead *mention, end int) []string {
	of := -1
	for i := lead.from; i < end; i++ {
		if r.t[i].Is("of") && i > lead.from && r.t[i-1].Is("governors", "mayors", "premiers", "presidents", "leaders", "chiefs", "heads", "prefects", "emirs", "chairmen") {
			of = i
			break
		}
	}
	if of < 0 {
		return nil
	}
	var out []string
	words := ""
	for i := of + 1; i <= end; i++ {
		switch {
		case i == end || r.t[i].Is("and", ","):
			if words != "" {
				out = append(out, strings.TrimSpace(words))
			}
			words = ""
		case r.place[i].n > 0 && r.place[i].kind == briefing.OtherSide:
			words += r.t[i].Text + " "
		case r.place[i].n > 0 || !r.t[i].Capital() && !r.t[i].Is("the"):
			return nil
		case !r.t[i].Is("the"):
			words += r.t[i].Text + " "
		}
	}
	return out
}

// portfolios parts an office that holds several: "finance and foreign minister"
// gives "finance minister" and "foreign minister".
func portfolios(title string) []string {
	list := strings.Fields(title)
	if len(list) < 4 || !contains(list, "and") {
		return nil
	}
	noun := list[len(list)-1]
	if vocab().class[lang.Fold(noun)]&headWord == 0 {
		return nil
	}
	var out []string
	for _, w := range list[:len(list)-1] {
		if w == "and" {
			continue
		}
		bare := strings.TrimSuffix(w, ",")
		if vocab().class[lang.Fold(bare)]&partWord == 0 {
			return nil
		}
		out = append(out, bare+" "+noun)
	}
	return out
}

// sidesBefore returns the sides that stand in a list before a plural office,
// or hang on it by "of".
func (r *reader) sidesBefore(lead *mention) []placeAt {
	var out []placeAt
	for i := lead.from; i < lead.first; i++ {
		if p := r.place[i]; p.n > 0 && p.start == i {
			out = append(out, p)
		}
	}
	if len(out) == 0 || out[0].start > lead.from+1 || out[0].form != adjectiveForm {
		return out
	}
	for i := lead.from - 1; i >= 0; i-- {
		if r.t[i].Is("and", ",") {
			continue
		}
		p := r.place[i]
		if p.n == 0 || p.form != adjectiveForm {
			break
		}
		i = p.start
		out = append([]placeAt{p}, out...)
		lead.from = i
	}
	if lead.from > 0 && r.t[lead.from-1].Is("his", "her", "their", "the") {
		lead.from--
	}
	return out
}

// singularTitle puts the noun of a plural office into the singular:
// "Secretaries of State" gives "Secretary of State".
func singularTitle(title string) string {
	list := strings.Split(title, " ")
	for i, w := range list {
		if w == "of" || w == "for" || w == "to" {
			break
		}
		bare := strings.TrimRight(w, ",;")
		s := briefing.Singular(bare)
		if s == bare {
			continue
		}
		if vocab().class[strings.TrimPrefix(strings.TrimPrefix(lang.Fold(s), "co-"), "vice-")]&headWord != 0 {
			list[i] = s + w[len(bare):]
			break
		}
	}
	return strings.Join(list, " ")
}

// offices adds the places where an office stands for the person who holds it:
// "the attorney general", "the Pakistani president".
func (r *reader) offices() {
	taken := make([]bool, len(r.t))
	for _, m := range r.found {
		if m.kind == placeMention || m.kind == organisationMention {
			continue
		}
		for i := m.from; i < m.to && i < len(taken); i++ {
			taken[i] = true
		}
	}
	var extra []*mention
	for i := range r.t {
		head, plural := r.v.head(r.t[i])
		if !head || plural || taken[i] || r.v.rank[r.t[i].Lower] > 5 && !r.t[i].Is("counterpart", "candidate") {
			continue
		}
		if i+1 < len(r.t) && !taken[i+1] && (r.isHead(i+1) || r.part(i+1) && !r.t[i+1].Is("general", "elect") && r.t[i+1].Capital()) {
			continue // not the last noun: "the prime minister designate"
		}
		start := r.mods(i, max(0, i-8))
		if start == 0 && !r.t[0].Capital() {
			continue
		}
		det := start > 0 && r.t[start-1].Is("the", "his", "her", "their")
		m := &mention{kind: personMention, office: true, first: start, last: i + 1}
		if i+1 < len(r.t) && r.t[i+1].Is("general") {
			m.last++
		}
		r.takeTitle(m, start, m.last, m.last)
		if m.title == "" && !m.opposite || !det && m.side == "" && !r.t[i].Capital() {
			continue
		}
		r.ofOffice(m)
		m.sentence = r.s
		m.from, m.to = start, max(m.to, m.last)
		if det {
			m.from--
		}
		m.Span = briefing.Span{Start: r.t[m.first].Start, End: r.t[m.last-1].End}
		extra = append(extra, m)
	}
	if len(extra) == 0 {
		return
	}
	merged := make([]*mention, 0, len(r.found)+len(extra))
	for _, m := range r.found {
		for len(extra) > 0 && extra[0].first <= m.first {
			merged = append(merged, extra[0])
			extra = extra[1:]
		}
		merged = append(merged, m)
	}
	r.found = append(merged, extra...)
}

// ofOffice reads the side or the field after an office: "the president of
// Mexico".
func (r *reader) ofOffice(m *mention) {
	i := m.last
	if i+1 >= len(r.t) || !r.t[i].Is("of") {
		return
	}
	k := i + 1
	if r.t[k].Is("the") && k+1 < len(r.t) {
		k++
	}
	if p := r.place[k]; p.n > 0 && m.side == "" {
		m.side, m.sideKind = p.side, p.kind
		m.to = p.start + p.n
		return
	}
	if end, _ := r.titleEnd(k); end > k && r.t[k].Capital() && r.traceable(appendRange(nil, i, end)) {
		m.title += " " + r.compose(appendRange(nil, i, end))
		m.last, m.to = end, end
	}
}
