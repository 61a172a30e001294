package mention

import (
	"strings"

	"example.org/attache/briefing/lang"
)

// Offices after a name:
//
//	Ann Roe, Coordinator for the Baltic
//	Ann Roe (Minister of Trade) · Ann Roe, who is the minister of trade,
//
// An office that a clause parts from the name is not read.

// rightTitle reads an office set beside a name by commas or a bracket.
func (r *reader) rightTitle(m *Mention) {
	i := m.Last
	if i+1 >= len(r.t) || r.t[i].Text != "," && r.t[i].Text != "(" && r.t[i].Text != "–" && r.t[i].Text != "—" {
		return
	}
	start := i + 1
	unnamed := r.t[start].Is("a", "an", "one", "another")
	if start+1 < len(r.t) && r.t[start].Is("who") && r.t[start+1].Is("is", "was") {
		start += 2
	}
	for start < len(r.t) && r.t[start].Is("the", "a", "an", "his", "her", "their") {
		start++
	}
	end, head := r.titleEnd(start)
	if end == start || unnamed && end < len(r.t) && (speechVerb(r.t[end]) || r.t[end].Is("familiar")) {
		return // ", a U.S. official said"
	}
	if r.runsIntoName(start, end, head) || head >= 0 && r.pluralIn(head, end) && !r.listedBefore(m) {
		return // ", members of the board said"
	}
	body := head < 0 && m.Title != "" && r.bodyNoun(start, end)
	if head < 0 && (!body || end < len(r.t) && r.t[end].Kind != lang.Punct) {
		return
	}
	if end+2 < len(r.t) && head >= 0 && r.t[end].Text == "(" && r.t[end+1].Capital() && r.place[end+1].n == 0 {
		for k := end + 1; k < len(r.t) && k < end+6; k++ { // "Permanent Secretary (Law)"
			if r.t[k].Text == ")" {
				end = k + 1
				break
			}
		}
	}
	next := end
	if next < len(r.t) && r.t[next].Text == "," {
		next++
	}
	comma := next > end
	for next < len(r.t) && (r.v.Is(r.t[next], HonorificWord) && r.t[next].Capital() || next > end && r.t[next].Is("'", "’")) {
		next++
	}
	if next < len(r.t) && r.nameyPlain(next) && (next == end || r.v.Is(r.t[end], HonorificWord) || comma) {
		// The office is the next person's: "…, Assistant Secretary X". After a
		// comma it may be either; a name that has its title already gives way.
		if !comma || m.Title != "" {
			return
		}
	}
	// "Commander, Danish Arctic Command;"
	if end+1 < len(r.t) && r.t[end].Text == "," {
		if e2, h2 := r.titleEnd(end + 1); e2 > end+1 && h2 < 0 && r.bodyNoun(end+1, e2) && (e2 == len(r.t) || r.t[e2].Kind == lang.Punct) {
			end = e2
		}
	}
	was := m.Side
	hadPart := m.SidePart
	from := m.From
	if was == "" {
		for k := start; k < end; k++ {
			// "head of the resident Danish delegation"
			if r.place[k].n > 0 && k+1 < end && k > start && delegations.Has(r.t[k+1].Lower) {
				m.Side, m.SideKind = r.place[k].Side, r.place[k].Kind
			}
		}
	}
	r.takeTitle(m, start, end)
	if was != "" && !hadPart {
		m.Side = was
	}
	m.From = from
	m.To = end
	if m.To < len(r.t) && r.t[m.To].Text == ")" {
		m.To++
	}
}

// listedBefore reports whether a name goes on a list of people, so that an office
// in the plural behind it is theirs: "Ann Roe and [Bo Lind], members of the board".
func (r *reader) listedBefore(m *Mention) bool {
	for k := len(r.found) - 1; k >= 0; k-- {
		if o := r.found[k]; o.Kind == PersonMention {
			return r.separator(o.To, m.From)
		}
	}
	return false
}

// runsIntoName reports whether tokens [start, end) end in a name, so that the
// office among them is the next person's: ", Economics Minister Ann Roe and".
func (r *reader) runsIntoName(start, end, head int) bool {
	if head < 0 {
		return false
	}
	n := 0
	for k := end - 1; k > head && r.nameyPlain(k); k-- {
		n++
	}
	if n == 0 {
		return false
	}
	before := r.t[end-n-1]
	if n == 1 && !r.office(end-2) || n == 1 && !r.isHead(end-2) && !r.v.Is(before, RankWord|HonorificWord) {
		return false // "envoy of the Energy Community"
	}
	return !Preposition(before) && !before.Is("the", "and") && before.Kind == lang.Word || n > 1 && r.v.Is(r.t[end-n], GivenName)
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
		case head >= 0 && r.v.Class[t.Lower]&(HonorificWord|HeadWord|PartWord|RankWord) == HonorificWord && t.Capital():
			goto done // "…, secretary-general Dato' Roe"
		case r.isHead(i):
			if head < 0 && (!prep || body) {
				head = i
			}
		case Preposition(t) || t.Is("and", "the") || t.Text == "&" || t.Text == "/":
			if i == start {
				return start, -1
			}
			if Preposition(t) {
				body = !prep && r.bodyNoun(start, i)
				prep = true
			}
		case t.Text == "," && head >= 0 && i+1 < len(r.t) && r.part(i+1) && !r.isHead(i+1) && prep && r.listOfParts(i+1):
		case t.Kind == lang.Clitic || (t.Text == "'" || t.Text == "’") && i > start && strings.HasSuffix(r.t[i-1].Lower, "s") && i+1 < len(r.t) && r.t[i+1].Capital():
		case r.part(i) || r.v.Is(t, RankWord):
		case t.Capital() && !Openers()[t.Lower]:
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
	for i > start && (Preposition(r.t[i-1]) || r.t[i-1].Is("and", "the", ",", "&")) {
		i--
	}
	if head >= 0 {
		for k := head + 1; k < i; k++ {
			if r.t[k].Is("and") && k+1 < i && r.nameyPlain(k+1) && r.v.Is(r.t[k+1], GivenName) {
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
