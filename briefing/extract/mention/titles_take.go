package mention

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// What the words of an office say: the title without its nationality, and the
// side.

// takeTitle gives m the office that tokens [start, end) name, and its side.
func (r *reader) takeTitle(m *Mention, start, end int) {
	start = r.officeFrom(start, end)
	if start == end {
		return
	}
	c := titleCut{reader: r, m: m, start: start, end: end, head: r.officeNoun(start, end), kept: make([]int, 0, end-start)}
	kept := r.trimmed(c.words())
	if len(kept) == 0 {
		m.From = min(m.From, start)
		return
	}
	if r.traceable(kept) {
		r.giveTitle(m, start, kept)
	}
}

// officeFrom returns where in [start, end) the words of the office begin: behind
// "the", and behind the "under" of "talks under African Union mediator Roe".
func (r *reader) officeFrom(start, end int) int {
	for start < end && (r.t[start].Kind != lang.Word || r.t[start].Is("the", "and") || Openers()[r.t[start].Lower] && r.place[start].n == 0 && !r.office(start)) {
		start++
	}
	if start+1 < end && r.t[start].Text == "under" && r.place[start+1].n > 0 {
		start++
	}
	return start
}

// officeNoun returns the noun of the office in [start, end), the second of "chief
// Peruvian negotiator", or -1.
func (r *reader) officeNoun(start, end int) int {
	head := -1
	for i := start; i < end; i++ {
		if h, _ := r.v.head(r.t[i]); h && (head < 0 || head == i-2 && r.t[head].Is("chief", "lead", "deputy") && r.place[i-1].n > 0) {
			head = i
		}
	}
	return head
}

// titleCut reads the tokens [start, end) of an office: each place in them is the
// side that m stands for, or a part of the title, or both.
type titleCut struct {
	*reader
	m          *Mention
	start, end int
	head       int   // the noun of the office, or -1
	kept       []int // tokens of the title
}

// words returns the tokens of the title.
func (c *titleCut) words() []int {
	for i := c.start; i < c.end; {
		p := c.place[i]
		if p.n == 0 || p.start != i {
			if !(c.v.Is(c.t[i], HonorificWord) && !c.v.Is(c.t[i], HeadWord|PartWord|RankWord)) {
				c.kept = append(c.kept, i)
			}
			i++
			continue
		}
		next := i + p.n
		lead := i == c.start || c.head < 0 || i < c.head
		if n := c.placeList(i); !lead && n > next && n == c.end && c.t[i-1].Is("of", "the", "from") && c.pluralIn(c.start, i) {
			c.drop("of", "the", "from")
			break // "ministers of Norway, Finland and Iceland": see spread
		}
		var keep bool
		if lead {
			keep, next = c.before(i, next, p)
		} else {
			keep = c.behind(i, next, p)
		}
		if keep {
			c.kept = appendRange(c.kept, i, next)
		}
		i = next
	}
	return c.kept
}

// drop takes the words off the end of the title.
func (c *titleCut) drop(words ...string) {
	for len(c.kept) > 0 && c.t[c.kept[len(c.kept)-1]].Is(words...) {
		c.kept = c.kept[:len(c.kept)-1]
	}
}

// takeSide gives the mention the side p; part is whether it stays in the title.
func (c *titleCut) takeSide(p placeAt, part bool) {
	c.m.Side, c.m.SideKind, c.m.SidePart = p.Side, p.Kind, part
}

// before reads the place p, which is [i, next), before the noun of the office:
// "[Norwegian] minister". It returns whether the title keeps it, and what comes next.
func (c *titleCut) before(i, next int, p placeAt) (keep bool, after int) {
	m := c.m
	switch {
	case i > c.start && c.t[i-1].Is("of") && c.bodyNoun(c.start, i): // "Bank of [Norway] governor"
		c.takeSide(p, true)
		return true, next
	case p.Form == MetonymForm && !(next < c.end && c.t[next].Kind == lang.Clitic): // "[Kremlin] spokesman"
		if m.Side == "" {
			c.takeSide(p, true)
		}
		return true, next
	case m.Side != "" && p.Kind == briefing.OtherSide && p.Form == AdjectiveForm && i > 0 && c.place[i-1].n > 0:
		c.takeSide(p, false) // "Iraqi [Kurdish] leader"
		return false, next
	case m.Side != "" && !m.SidePart && m.Side != p.Side && !c.t[min(next, c.end-1)].Is("and"):
		return true, next // a second nationality before the noun is a body's
	}
	c.takeSide(p, false)
	if i > c.start && c.bodyAfter(next, c.head) {
		return true, next
	}
	if next < c.end && c.t[next].Kind == lang.Clitic {
		next++
	}
	return false, next
}

// behind reads the place p, which is [i, next), behind the noun of the office:
// "minister of [Norway]". It reports whether the title keeps it.
func (c *titleCut) behind(i, next int, p placeAt) (keep bool) {
	m := c.m
	of := i > c.start && (c.t[i-1].Is("of") || c.t[i-1].Is("the") && i-1 > c.start && c.t[i-2].Is("of"))
	free := m.Side == "" || m.SidePart
	switch {
	case of && c.head >= 0 && i-2 > c.head && c.t[i-1].Is("of") && c.t[i-2].Is("bank") && c.t[i-2].Capital():
		if m.Side == "" {
			c.takeSide(p, true) // "governor of the Bank of [Sudan]"
		}
	case of && next < c.end && c.t[next].Is("to") && p.Form != AdjectiveForm,
		of && next+1 < c.end && c.t[next].Kind == lang.Clitic:
		if free {
			c.takeSide(p, false) // "Ambassador of [Peru] to Norway", "Governor of [Japan]'s Kagami prefecture"
		}
	case of && (next == c.end || c.t[next].Kind != lang.Word):
		if free {
			c.takeSide(p, false)
		}
		c.drop("of", "the")
		return false
	default:
		if m.Side == "" && c.bodyNoun(next, min(c.end, next+5)) {
			c.takeSide(p, true) // "at the [Danish] Security Council"
		}
		if m.Side == "" && of && p.Form == AdjectiveForm && !strings.Contains(c.t[c.start].Lower, "ambassador") {
			c.takeSide(p, true) // "head of [Turkish] intelligence"
		}
	}
	return true
}

// trimmed returns the tokens of a title without what the side has left of it: empty
// brackets, marks and joining words at its ends.
func (r *reader) trimmed(kept []int) []int {
	for n := 0; n+1 < len(kept); n++ {
		if r.t[kept[n]].Text == "(" && r.t[kept[n+1]].Text == ")" {
			kept = append(kept[:n], kept[n+2:]...)
		}
	}
	for len(kept) > 0 && (r.t[kept[0]].Kind != lang.Word || r.t[kept[0]].Is("and", "the", "of")) {
		kept = kept[1:]
	}
	for len(kept) > 0 {
		last := r.t[kept[len(kept)-1]]
		if !(last.Kind == lang.Punct && last.Text != ")" || last.Is("and", "the", "of")) {
			break
		}
		kept = kept[:len(kept)-1]
	}
	return kept
}

// giveTitle gives m the title of the kept tokens, which begins at token from:
// whether it is one of several holders', a former one's, or a colleague's.
func (r *reader) giveTitle(m *Mention, from int, kept []int) {
	if n := len(kept); n > 2 && r.t[kept[n-1]].Is("prince", "princess") && !r.t[kept[n-2]].Is("crown") {
		kept = kept[:n-1] // "Foreign Minister [Prince] Roe"
	}
	title := r.compose(kept)
	for _, i := range kept {
		if h, plural := r.v.head(r.t[i]); h && !r.t[i].Is("deputy", "assistant") {
			m.plural = plural
			break
		}
	}
	low := lang.Fold(title)
	if m.plural && (strings.HasPrefix(low, "official") || strings.HasPrefix(low, "member") || strings.HasPrefix(low, "aide")) {
		m.plural = false
		return // "officials in the Stock Exchange"
	}
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
