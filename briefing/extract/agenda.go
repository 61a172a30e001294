package extract

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/seating"
)

// This stage finds the topics that were on the table or are to be:
//
//	They discussed A, B and how to C
//	The leaders exchanged views on A and B
//	Talks between X and Y on A
//	A topped the agenda · A and B were discussed
//	He is expected to raise A
//
// It does not find topics that are only implied by what was agreed.

// topic is a candidate for the agenda.
type topic struct {
	sentence *mention.Sentence
	run      clause.Run
	basis    briefing.Basis
}

// mostCandidates bounds the topics, and the deals, that are compared with one
// another: an article has a tenth of that, a page a hundredth.
const mostCandidates = 400

// agendaFinder gathers topics.
type agendaFinder struct {
	*document
	table *seating.Table
	found []topic

	denied []clause.Words // the words of what was not talked about
}

// add files the topics of the object that begins at token i.
func (g *agendaFinder) add(s *mention.Sentence, i int, o clause.Extent, r agendaRule, reason string) {
	t := s.Tokens
	start := i
	i = clause.SkipInserted(t, i)
	if i >= len(t) {
		return
	}
	o.List = true
	if i > start && t[i-1].Is("“", `"`, "''", "``") {
		// Words put in quotation marks are one topic.
		x := clause.TidyTopic(t, clause.Between(i, clause.ClosingMark(t, i)))
		if clause.IsTopic(t, x) {
			g.found = append(g.found, topic{s, x, seating.Basis(s, r.id, r.confidence, reason)})
		}
		return
	}
	obj := clause.Between(i, clause.ObjectEnd(t, i, o))
	g.addRun(s, obj, r, reason)
}

func (g *agendaFinder) addRun(s *mention.Sentence, obj clause.Run, r agendaRule, reason string) {
	if t := s.Tokens; clause.EmptyStart(t, clause.TrimRun(t, obj)) {
		if _, _, ok := clause.Including(t, obj); !ok {
			return
		}
	}
	parts := clause.SplitTopics(s.Tokens, obj)
	if r.whole && len(clause.Separators(s.Tokens, obj, func(i int) bool { return s.Tokens[i].Lower == ";" })) == 0 {
		parts = []clause.Run{obj}
	}
	for _, x := range parts {
		if len(g.found) >= mostCandidates {
			return
		}
		x = clause.TidyTopic(s.Tokens, x)
		if !clause.IsTopic(s.Tokens, x) {
			continue
		}
		g.found = append(g.found, topic{s, x, seating.Basis(s, r.id, r.confidence, reason)})
	}
}

// wordings returns what the wordings of the lexicon topics find in s.
func (g *agendaFinder) wordings(s *mention.Sentence) []topic {
	g.found = g.found[:0]
	g.verbs(s)
	g.nouns(s)
	g.subjects(s)
	g.listedTopics(s)
	g.purposes(s)
	return g.found
}
