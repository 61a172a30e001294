package extract

import (
	"example.org/attache/briefing"
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
	sentence *sentence
	run      run
	basis    briefing.Basis
}

// mostCandidates bounds the topics, and the deals, that are compared with one
// another: an article has a tenth of that, a page a hundredth.
const mostCandidates = 400

// agendaFinder gathers topics.
type agendaFinder struct {
	*document
	table *table
	found []topic

	denied []map[string]bool // the words of what was not talked about
}

// add files the topics of the object that begins at token i.
func (g *agendaFinder) add(s *sentence, i int, o extent, r agendaRule, reason string) {
	t := s.Tokens
	start := i
	i = skipInserted(t, i)
	if i >= len(t) {
		return
	}
	o.list = true
	if i > start && t[i-1].Is("“", `"`, "''", "``") {
		// Words put in quotation marks are one topic.
		x := tidyTopic(t, run{i, closingMark(t, i)})
		if isTopic(t, x) {
			g.found = append(g.found, topic{s, x, basis(s, r.id, r.confidence, reason)})
		}
		return
	}
	obj := run{i, objectEnd(t, i, o)}
	g.addRun(s, obj, r, reason)
}

func (g *agendaFinder) addRun(s *sentence, obj run, r agendaRule, reason string) {
	if t := s.Tokens; emptyStart(t, trimRun(t, obj)) {
		if _, _, ok := including(t, obj); !ok {
			return
		}
	}
	parts := splitTopics(s.Tokens, obj)
	if r.whole && len(separators(s.Tokens, obj, func(i int) bool { return s.Tokens[i].Lower == ";" })) == 0 {
		parts = []run{obj}
	}
	for _, x := range parts {
		if len(g.found) >= mostCandidates {
			return
		}
		x = tidyTopic(s.Tokens, x)
		if !isTopic(s.Tokens, x) {
			continue
		}
		g.found = append(g.found, topic{s, x, basis(s, r.id, r.confidence, reason)})
	}
}

// wordings returns what the wordings of the lexicon topics find in s.
func (g *agendaFinder) wordings(s *sentence) []topic {
	g.found = g.found[:0]
	g.verbs(s)
	g.nouns(s)
	g.subjects(s)
	g.listedTopics(s)
	g.purposes(s)
	return g.found
}
