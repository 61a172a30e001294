package extract

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/lang"
)

// This file reads lists that stand as paragraphs of their own behind a
// sentence that ends with a colon:
//
//	They discussed:          The two sides agreed to:
//	- the traffic in arms    - train sixty inspectors;
//	- money laundering       - abolish the fees.
//
// It does not read lists inside lists.

// mostBullets bounds a list.
const mostBullets = 40

// bullet is one item of a list.
type bullet struct {
	sentence *mention.Sentence
	run      clause.Run
}

// bullets returns the items of the list that s, which ends with a colon, opens.
func (d *document) bullets(s *mention.Sentence) []bullet {
	t := s.Tokens
	if len(t) < 2 || t[len(t)-1].Lower != ":" || s.Index+1 != d.Paragraphs[s.Paragraph].Last {
		return nil
	}
	var out []bullet
	mark := ""
	for i := s.Paragraph + 1; i < len(d.Paragraphs) && len(out) < mostBullets; i++ {
		p := d.Paragraphs[i]
		if p.Furniture() {
			continue
		}
		if p.First >= p.Last || p.Kind != briefing.ListItem && !marked(d.Sentences[p.First].Tokens) {
			break
		}
		q := d.Sentences[p.First]
		if m := markOf(q.Tokens); p.Kind != briefing.ListItem {
			if mark != "" && m != mark || m == "1" && markOf(t) == "1" {
				break // the numbers of a document's paragraphs
			}
			mark = m
		}
		if r := bulletRun(q.Tokens); !r.Empty() {
			out = append(out, bullet{q, r})
		}
	}
	return out
}

// marked reports whether a line begins with the mark of a list item or ends
// with the semicolon of one.
func marked(t []lang.Token) bool {
	if len(t) < 2 {
		return false
	}
	first := t[0]
	return first.Is("-", "–", "—", "•", "*", "·", "‣", "▪", "○", "--") ||
		first.Kind == lang.Number && t[1].Is(".", ")") || first.Is("(") && len(t) > 3 && t[2].Is(")") ||
		len(first.Text) == 1 && t[1].Is(")") || t[len(t)-1].Is(";")
}

// markOf returns what kind of mark a line begins with.
func markOf(t []lang.Token) string {
	switch {
	case len(t) == 0:
		return ""
	case t[0].Kind == lang.Number:
		return "1"
	case t[0].Kind == lang.Punct && !t[0].Is("“", `"`):
		return t[0].Text
	case len(t) > 1 && t[1].Is(")"):
		return ")"
	}
	return "none"
}

// bulletRun returns the words of a list item: without its mark, a closing
// "and", and what a colon or dash explains.
func bulletRun(t []lang.Token) clause.Run {
	from := 0
	for from < len(t) && (t[from].Kind == lang.Punct && !t[from].Is("(", "$") || from < 2 && t[from].Kind == lang.Number && from+1 < len(t) && t[from+1].Is(".", ")")) {
		from++
	}
	if from+2 < len(t) && t[from].Is("(") && t[from+2].Is(")") {
		from += 3
	} else if from+1 < len(t) && len(t[from].Text) == 1 && t[from+1].Is(")") {
		from += 2
	}
	to := from
	for to < len(t) && !t[to].Is(";", ":", "—", "--") && !(to > from && t[to].Is("–", ".") && t[to-1].End < t[to].Start+1 && to+1 == len(t)) {
		to++
	}
	return clause.TrimRun(t, clause.Between(from, to))
}

// opensList reports which of the words of s says what its list holds: the
// last of them.
func opensList(t []lang.Token, set clause.WordSet) (int, bool) {
	for i := len(t) - 2; i >= 0 && i > len(t)-24; i-- {
		if set[t[i].Lower] {
			return i, true
		}
	}
	return 0, false
}

// listedTopics files the list that s opens as topics.
func (g *agendaFinder) listedTopics(s *mention.Sentence) {
	t := s.Tokens
	if len(t) == 0 || t[len(t)-1].Lower != ":" {
		return
	}
	at, ok := opensList(t, topicWords())
	if !ok {
		return
	}
	if opensDeals(t) >= 0 || clause.Between(0, len(t)).Has(t, clause.Negations) || g.table.Party(s, clause.PredicateOf(t, at).Subject).Role == seating.OutsideRole {
		return
	}
	for _, b := range g.bullets(s) {
		x := clause.TidyTopic(b.sentence.Tokens, b.run)
		if x.Len() > 40 || !clause.IsTopic(b.sentence.Tokens, x) || len(g.found) >= mostCandidates {
			continue
		}
		ground := seating.Basis(b.sentence, "agenda.bullet", .85, "listed below")
		ground.Evidence = append(ground.Evidence, s.Span)
		g.found = append(g.found, topic{b.sentence, x, ground})
	}
}
