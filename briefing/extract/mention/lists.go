package mention

import (
	"slices"
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
func (r *reader) separator(from, to int) bool { return ListGap(r.t, from, to) }

// ListGap reports whether tokens [from, to) do no more than part two names of a list.
func ListGap(t []lang.Token, from, to int) bool {
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
		case t[i].Is("on", "later", "earlier") && i+1 < to && (TimeWord(t[i+1]) || t[i+1].Is("on")):
		case TimeWord(t[i]):
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

// TimeWord reports whether a token is a day.
func TimeWord(t lang.Token) bool {
	return days.Has(t.Lower)
}

// shareTitles carries a plural office, or the words before "of", to the names
// that follow in the same list, and puts it into the singular.
func (r *reader) shareTitles() {
	var lead *Mention // holder of the plural title
	var list []*Mention
	end := 0
	flush := func() {
		if lead != nil {
			r.spread(lead, list)
		}
		lead, list = nil, nil
	}
	for _, m := range r.found {
		if m.Kind == PlaceMention || m.Kind == OrganisationMention {
			continue
		}
		switch {
		case lead != nil && m.Title == "" && !m.Opposite && r.separator(end, m.From):
			list = append(list, m)
			m.Kind = PersonMention
			end = m.To
		case lead != nil && m.Title == "" && r.officeGap(lead, m, end):
			list = append(list, m)
			m.Kind = PersonMention
			end = m.To
		default:
			flush()
			if m.Kind == PersonMention && m.plural {
				lead, list, end = m, []*Mention{m}, m.To
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
	var last *Mention
	for _, m := range r.found {
		if m.Kind == PlaceMention || m.Kind == OrganisationMention {
			continue
		}
		n := m.Last - m.First
		if m.Kind == OtherMention && last != nil && (n == 2 || n == 3) && m.score > 0 && m.From == m.First && m.To == m.Last &&
			last.To == last.Last && last.Title == "" && last.Last-last.First > 1 && r.separator(last.To, m.From) && r.endsList(m.To) {
			m.Kind = PersonMention
		}
		last = nil
		if m.Kind == PersonMention {
			last = m
		}
	}
}

// between takes a name for a person's that stands in a list between two
// people: "Prime Minister Ann Roe, as well as [Nilo Dahl], Mary Moe and".
func (r *reader) between() {
	for k := 1; k+1 < len(r.found); k++ {
		a, m, b := r.found[k-1], r.found[k], r.found[k+1]
		if n := m.Last - m.First; m.Kind != OtherMention || n < 2 || n > 3 || m.score < 1 || m.From != m.First || m.To != m.Last {
			continue
		}
		if a.Kind == PersonMention && b.Kind == PersonMention && b.Title == "" && b.Last-b.First > 1 && r.separator(a.To, m.From) && r.separator(m.To, b.From) {
			m.Kind = PersonMention
		}
	}
}

// endsList reports whether the words at token i go on with a list or end it.
func (r *reader) endsList(i int) bool {
	return i >= len(r.t) || r.t[i].Is("and", ",", ".", ";") || r.t[i].Kind == lang.Word && r.t[i].Text == r.t[i].Lower
}

// officeGap reads "; Security and Citizen Protection, " between two names of a
// list of offices, and gives m its own.
func (r *reader) officeGap(lead, m *Mention, end int) bool {
	noun, _, ok := strings.Cut(lead.Title, " of ")
	if !ok || end >= m.From || r.t[m.From-1].Text != "," {
		return false
	}
	i := end
	for i < m.From && r.t[i].Is(",", ";", "and", "the", "of", "for") {
		i++
	}
	if i >= m.From-1 || i == end {
		return false
	}
	for k := i; k < m.From-1; k++ {
		if !(r.t[k].Capital() || r.t[k].Is("and", "of", "the", ",") || r.part(k)) {
			return false
		}
	}
	if !r.traceable(appendRange(nil, i, m.From-1)) {
		return false
	}
	m.Title = noun + " of " + r.compose(appendRange(nil, i, m.From-1))
	if i > end && r.t[i-1].Is("the") {
		m.Title = noun + " of the " + r.compose(appendRange(nil, i, m.From-1))
	}
	m.From = i
	return true
}

// spread gives the members of a list the title and sides of its first.
func (r *reader) spread(lead *Mention, list []*Mention) {
	sides := r.sidesBefore(lead)
	title := singularTitle(lead.Title)
	fieldsOf := portfolios(title)
	groups := r.groupsOf(lead)
	for n, m := range list {
		m.Shared, m.Nth, m.Sideless = len(list), n, len(sides) == 0
		if len(fieldsOf) == len(list) && len(sides) < 2 {
			m.Title = fieldsOf[n]
		}
		if m.Title == "" {
			m.Title = title
			m.Opposite = lead.Opposite
		} else {
			m.Title = singularTitle(m.Title)
		}
		m.plural = false
		m.score += 3
		switch {
		case len(groups) == len(list):
			m.Title, _, _ = strings.Cut(m.Title, " of ")
			m.Side, m.SideKind, m.SidePart = groups[n], briefing.OtherSide, false
		case len(sides) > 1 && len(sides) == len(list):
			m.Side, m.SideKind, m.SidePart = sides[n].Side, sides[n].Kind, false
		case m.Side == "" && len(sides) <= 1 && n > 0:
			m.Side, m.SideKind, m.SidePart, m.Possessor = lead.Side, lead.SideKind, lead.SidePart, lead.Possessor
		}
	}
	if last := list[len(list)-1]; lead.Side == "" && len(sides) <= 1 && last.Side != "" && Vocab().RankOf(title) > 1 {
		lead.Side, lead.SideKind, lead.SidePart = last.Side, last.SideKind, last.SidePart // "A and B from the U.S. Council"
	}
}

// groupsOf reads the groups that several people lead: "leaders of the Greek
// Cypriot and Turkish Cypriot communities" gives the two communities.
func (r *reader) groupsOf(lead *Mention) []string {
	end := lead.First
	for end > lead.From && r.t[end-1].Kind == lang.Punct {
		end--
	}
	if out := r.placesOf(lead, end); out != nil {
		return out
	}
	if end <= lead.From || !manyBodies.Has(r.t[end-1].Lower) {
		return nil
	}
	var out []string
	return out
}

// placesOf reads the places of which several people are the heads, where no
// lexicon knows them: "the governors of Sonora and Arizona".
func (r *reader) placesOf(lead *Mention, end int) []string {
	of := -1
	for i := lead.From; i < end; i++ {
		if r.t[i].Is("of") && i > lead.From && headsOfPlaces.Has(r.t[i-1].Lower) {
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
		case r.place[i].n > 0 && r.place[i].Kind == briefing.OtherSide:
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
	if len(list) < 4 || !slices.Contains(list, "and") {
		return nil
	}
	noun := list[len(list)-1]
	if Vocab().Class[lang.Fold(noun)]&HeadWord == 0 {
		return nil
	}
	var out []string
	for _, w := range list[:len(list)-1] {
		if w == "and" {
			continue
		}
		bare := strings.TrimSuffix(w, ",")
		if Vocab().Class[lang.Fold(bare)]&PartWord == 0 {
			return nil
		}
		out = append(out, bare+" "+noun)
	}
	return out
}

// sidesBefore returns the sides that stand in a list before a plural office,
// or hang on it by "of".
func (r *reader) sidesBefore(lead *Mention) []placeAt {
	var out []placeAt
	for i := lead.From; i < lead.First; i++ {
		if p := r.place[i]; p.n > 0 && p.start == i {
			out = append(out, p)
		}
	}
	if len(out) == 0 || out[0].start > lead.From+1 || out[0].Form != AdjectiveForm {
		return out
	}
	for i := lead.From - 1; i >= 0; i-- {
		if r.t[i].Is("and", ",") {
			continue
		}
		p := r.place[i]
		if p.n == 0 || p.Form != AdjectiveForm {
			break
		}
		i = p.start
		out = append([]placeAt{p}, out...)
		lead.From = i
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
		if Vocab().Class[strings.TrimPrefix(strings.TrimPrefix(lang.Fold(s), "co-"), "vice-")]&HeadWord != 0 {
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
		if m.Kind == PlaceMention || m.Kind == OrganisationMention {
			continue
		}
		for i := m.From; i < m.To && i < len(taken); i++ {
			taken[i] = true
		}
	}
	var extra []*Mention
	for i := range r.t {
		head, plural := r.v.head(r.t[i])
		if !head || plural || taken[i] || r.v.rank[r.t[i].Lower] > 5 && !r.t[i].Is("counterpart", "candidate") {
			continue
		}
		if i+1 < len(r.t) && !taken[i+1] && (r.isHead(i+1) || r.part(i+1) && !r.t[i+1].Is("general", "elect") && r.t[i+1].Capital()) {
			continue // not the last noun: "the prime minister designate"
		}
		start := r.mods(i, max(0, i-8))
		det := start > 0 && r.t[start-1].Is("the", "his", "her", "their")
		m := &Mention{Kind: PersonMention, Office: true, First: start, Last: i + 1}
		r.takeTitle(m, start, m.Last)
		if m.Title == "" && !m.Opposite || !det && m.Side == "" && !r.t[i].Capital() {
			continue
		}
		r.ofOffice(m)
		m.Sentence = r.s
		m.From, m.To = start, max(m.To, m.Last)
		if det {
			m.From--
		}
		m.Span = briefing.Span{Start: r.t[m.First].Start, End: r.t[m.Last-1].End}
		extra = append(extra, m)
	}
	if len(extra) == 0 {
		return
	}
	merged := make([]*Mention, 0, len(r.found)+len(extra))
	for _, m := range r.found {
		for len(extra) > 0 && extra[0].First <= m.First {
			merged = append(merged, extra[0])
			extra = extra[1:]
		}
		merged = append(merged, m)
	}
	r.found = append(merged, extra...)
}

// ofOffice reads the side or the field after an office: "the president of
// Mexico".
func (r *reader) ofOffice(m *Mention) {
	i := m.Last
	if i+1 >= len(r.t) || !r.t[i].Is("of") {
		return
	}
	k := i + 1
	if r.t[k].Is("the") && k+1 < len(r.t) {
		k++
	}
	if p := r.place[k]; p.n > 0 && m.Side == "" {
		m.Side, m.SideKind = p.Side, p.Kind
		m.To = p.start + p.n
		return
	}
	if end, _ := r.titleEnd(k); end > k && r.t[k].Capital() && r.traceable(appendRange(nil, i, end)) {
		m.Title += " " + r.compose(appendRange(nil, i, end))
		m.Last, m.To = end, end
	}
}
