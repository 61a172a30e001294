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
	aims  []topic // what a meeting was for, which counts if nothing else is found

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

// settle files every topic once, in the order of the text. Of two wordings of
// one topic the more telling stays.
func (g *agendaFinder) settle() {
	keys := make([]map[string]bool, len(g.found))
	drop := make([]bool, len(g.found))
	for i, x := range g.found {
		keys[i] = telling(x.sentence.Tokens, x.run)
		for k := range i {
			if x.sentence == g.found[k].sentence && x.run.from < g.found[k].run.to && g.found[k].run.from < x.run.to {
				drop[i] = true // two rules found the same words
			}
		}
		for k := range i {
			if drop[k] || drop[i] {
				continue
			}
			if !sameWords(keys[i], keys[k]) {
				continue
			}
			if len(keys[i]) > len(keys[k]) && len(keys[i]) <= 9 {
				drop[k] = true
			} else {
				drop[i] = true
			}
		}
	}
	for i, x := range g.found {
		for _, d := range g.denied { // "We did not discuss the dam. They always discuss the dam."
			drop[i] = drop[i] || sameWords(keys[i], d) && g.inQuotation(x.sentence.Tokens[x.run.from].Start)
		}
		if drop[i] || len(keys[i]) == 0 {
			continue
		}
		x.basis.Possible = x.basis.Confidence < unlikely
		g.findings.Agenda = append(g.findings.Agenda, briefing.AgendaItem{
			Text:    x.run.span(x.sentence.Tokens).Of(g.text),
			Meeting: min(g.meetingOf(x.sentence), max(0, len(g.findings.Meetings)-1)),
			Basis:   x.basis,
		})
	}
}
