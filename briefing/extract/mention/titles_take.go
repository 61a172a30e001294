package mention

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// What the words of an office say: the title without its nationality, and the
// side.

// takeTitle gives m the office that tokens [start, end) name, and its side.
func (r *reader) takeTitle(m *Mention, start, end, nameAt int) {
	for start < end && (r.t[start].Kind != lang.Word || r.t[start].Is("the", "and") || Openers()[r.t[start].Lower] && r.place[start].n == 0 && !r.office(start)) {
		start++
	}
	if start+1 < end && r.t[start].Text == "under" && r.place[start+1].n > 0 {
		start++ // "talks under African Union mediator Roe"
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
			if !(r.v.Is(r.t[i], HonorificWord) && !r.v.Is(r.t[i], HeadWord|PartWord|RankWord)) {
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
			m.Side, m.SideKind, m.SidePart = p.Side, p.Kind, true
			kept = appendRange(kept, i, next)
		case lead && p.Form == MetonymForm && !(next < end && r.t[next].Kind == lang.Clitic):
			if m.Side == "" {
				m.Side, m.SideKind, m.SidePart = p.Side, p.Kind, true
			}
			kept = appendRange(kept, i, next)
		case lead:
			if m.Side != "" && p.Kind == briefing.OtherSide && p.Form == AdjectiveForm && i > 0 && r.place[i-1].n > 0 {
				m.Side, m.SideKind, m.SidePart = p.Side, p.Kind, false // "Iraqi Kurdish leader"
				i = next
				continue
			}
			// A second nationality before the noun belongs to a body: keep it.
			if m.Side != "" && !m.SidePart && m.Side != p.Side && !r.t[min(next, end-1)].Is("and") {
				kept = appendRange(kept, i, next)
				break
			}
			m.Side, m.SideKind, m.SidePart = p.Side, p.Kind, false
			if i > start && r.bodyAfter(next, head) {
				kept = appendRange(kept, i, next)
				break
			}
			if next < end && r.t[next].Kind == lang.Clitic {
				next++
			}
		case of && head >= 0 && i-2 > head && r.t[i-1].Is("of") && r.t[i-2].Is("bank") && r.t[i-2].Capital():
			if m.Side == "" {
				m.Side, m.SideKind, m.SidePart = p.Side, p.Kind, true // "governor of the Bank of Sudan"
			}
			kept = appendRange(kept, i, next)
		case of && next < end && r.t[next].Is("to") && p.Form != AdjectiveForm:
			if m.Side == "" || m.SidePart {
				m.Side, m.SideKind, m.SidePart = p.Side, p.Kind, false // "Ambassador of Peru to Norway"
			}
			kept = appendRange(kept, i, next)
		case of && next+1 < end && r.t[next].Kind == lang.Clitic:
			if m.Side == "" || m.SidePart {
				m.Side, m.SideKind, m.SidePart = p.Side, p.Kind, false // "Governor of Japan's Kagami prefecture"
			}
			kept = appendRange(kept, i, next)
		case of && next == end || of && r.t[next].Kind != lang.Word:
			if m.Side == "" || m.SidePart {
				m.Side, m.SideKind, m.SidePart = p.Side, p.Kind, false
			}
			for len(kept) > 0 && r.t[kept[len(kept)-1]].Is("of", "the") {
				kept = kept[:len(kept)-1]
			}
		default:
			if m.Side == "" && r.bodyNoun(next, min(end, next+5)) {
				m.Side, m.SideKind, m.SidePart = p.Side, p.Kind, true // "at the Danish Security Council"
			}
			if m.Side == "" && of && p.Form == AdjectiveForm && !strings.Contains(r.t[start].Lower, "ambassador") {
				m.Side, m.SideKind, m.SidePart = p.Side, p.Kind, true // "head of Turkish intelligence"
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
		if from < m.From {
			m.From = from
		}
		return
	}
	if !r.traceable(kept) {
		return
	}
	title := r.compose(kept)
	for _, i := range kept {
		if h, plural := r.v.head(r.t[i]); h && !r.t[i].Is("deputy", "assistant") {
			m.plural = plural
			break
		}
	}
	if low := lang.Fold(title); m.plural && (strings.HasPrefix(low, "official") || strings.HasPrefix(low, "member") || strings.HasPrefix(low, "aide")) {
		m.plural = false
		return // "officials in the Stock Exchange"
	}
	low := lang.Fold(title)
	m.Former = strings.HasPrefix(low, "former ") || strings.HasPrefix(low, "ex-") || strings.HasPrefix(low, "then ")
	if strings.Contains(low, "counterpart") || strings.HasPrefix(low, "colleague") || strings.Contains(low, "opposite number") {
		m.Opposite = true
		m.plural = strings.Contains(low, "counterparts") || strings.HasPrefix(low, "colleagues") || strings.Contains(low, "numbers")
		title = ""
	}
	switch {
	case m.Title == "":
		m.Title = title
	case title != "":
		m.Title += ", " + title
	}
	if from > 0 && r.t[from-1].Is("the", "his", "her", "their", "its") && from < m.From {
		from--
	}
	m.From = min(m.From, from)
	if m.Side == "" && from > 1 && r.t[from-1].Kind == lang.Clitic {
		m.Possessor = r.endingAt(from - 1)
	}
}

// traceable reports whether every run of the kept tokens is whole words.
func (r *reader) traceable(kept []int) bool {
	for a := 0; a < len(kept); {
		b := a
		for b+1 < len(kept) && kept[b+1] == kept[b]+1 {
			b++
		}
		if !r.d.Whole(briefing.Span{Start: r.t[kept[a]].Start, End: r.t[kept[b]].End}, r.s.Span) {
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
func (r *reader) endingAt(i int) *Mention {
	for k := len(r.found) - 1; k >= 0; k-- {
		if r.found[k].Last == i {
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
				gap := r.d.Text[r.t[i-1].End:r.t[i].Start]
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
