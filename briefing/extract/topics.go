package extract

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/rule"
	lex "example.org/attache/briefing/extract/words"
)

var agendaRules = ruleSet("agenda")

// findTopics fills Findings.Agenda. An article without a meeting has none.
//
// Two readings go over each sentence: the rules of assets/rules over its
// clauses, and behind them the wordings of the lexicon topics, which know set
// phrases. Where both find the same words the rule's are kept.
func findTopics(d *document) {
	if len(d.findings.Meetings) == 0 {
		return
	}
	g := &agendaFinder{document: d, table: newTable(d)}
	for _, headlines := range []bool{false, true} {
		for _, s := range d.sentences {
			if d.paragraphs[s.paragraph].Kind == briefing.Caption || d.headline(s) != headlines {
				continue
			}
			g.rules(s)
			g.verbs(s)
			g.nouns(s)
			g.subjects(s)
			g.listedTopics(s)
			if (run{0, len(s.Tokens)}).any(s.Tokens, "conference", "forum", "seminar") {
				g.purposes(s)
			}
		}
		if len(g.found) > 0 {
			break // a headline only repeats the article
		}
	}
	if len(g.found) == 0 {
		g.found = g.aims // nothing else tells what the meeting was about
	}
	if len(g.found) == 0 {
		for _, s := range d.sentences {
			g.purposes(s)
		}
	}
	g.settle()
}

// rules files the topics that the rules find in a sentence.
func (g *agendaFinder) rules(s *sentence) {
	if !agendaRules().May(s.Sentence) {
		return
	}
	p := s.reading()
	for _, m := range agendaRules().Find(p, g.table.known(s), nil) {
		if !g.ofMeeting(s, m) {
			continue
		}
		topic := m.Roles["topic"]
		if m.Rule.With["purpose"] != "" {
			topic = bare(p, topic)
		}
		if k := topic.From; k < topic.To && s.Tokens[k].Is("“", `"`, "``", "''") {
			x := tidyTopic(s.Tokens, run{k + 1, min(closingMark(s.Tokens, k+1), len(s.Tokens))})
			if isTopic(s.Tokens, x) {
				g.found = append(g.found, topicOf(s, x, m.Rule)) // words in quotation marks are one topic
			}
			continue
		}
		for _, r := range g.members(s, run{topic.From, topic.To}) {
			if len(g.found)+len(g.aims) >= mostCandidates {
				return
			}
			x := tidyTopic(s.Tokens, r)
			switch {
			case !isTopic(s.Tokens, x) || bareDeal(p, x):
			case m.Rule.With["purpose"] != "":
				g.aims = append(g.aims, topicOf(s, x, m.Rule))
			default:
				g.found = append(g.found, topicOf(s, x, m.Rule))
			}
		}
	}
}

// bare strips "to", "to try to" off what a meeting is for.
func bare(p *parse.Sentence, r parse.Run) parse.Run {
	for r.From < r.To && (p.Words[r.From].Pos == parse.To || p.Tokens[r.From].Is("try", "help", "seek", "continue", "work", "attempt", "also") && r.From+1 < r.To) {
		r.From++
	}
	return r
}

// bareDeal reports whether r points back to a deal and says nothing else: "the
// agreement".
func bareDeal(p *parse.Sentence, r run) bool {
	last := p.Words[r.to-1]
	return r.len() == 1 && r.from > 0 && p.Tokens[r.from-1].Is("the", "that", "this") && last.Has(lex.Of("deal")|lex.Of("bid")) ||
		r.len() == 2 && p.Tokens[r.from].Is("the", "that", "this") && last.Has(lex.Of("deal")|lex.Of("bid"))
}

func topicOf(s *sentence, x run, r *rule.Rule) topic {
	return topic{s, x, basis(s, briefing.RuleID(r.ID), r.Confidence(), "")}
}

func (g *agendaFinder) plain(s *sentence, r run) (out []run) {
	for _, x := range s.reading().List(parse.Run{From: r.from, To: r.to}) {
		if ends, ok := g.ranging(s, run{x.From, x.To}); ok && (x.From > r.from || x.To < r.to) {
			out = append(out, ends...)
		} else {
			out = append(out, run{x.From, x.To})
		}
	}
	return out
}

// members cuts a list of topics into its members. A list after "including"
// belongs to the topic before it, unless that is an empty head ("a range of
// issues, including A and B"): then its members are the topics.
func (g *agendaFinder) members(s *sentence, r run) []run {
	t := s.Tokens
	r = trimRun(t, r)
	if r.empty() {
		return nil
	}
	if r.len() > 3 && t[r.from].Is("such") && catchAlls[t[r.from+1].Lower] && t[r.from+2].Is("as") {
		return g.plain(s, run{r.from + 3, r.to}) // "such matters as fish and wine"
	}
	if ends, ok := g.ranging(s, r); ok {
		return ends
	}
	cut, next, ok := including(t, r)
	if !ok {
		return g.plain(s, r)
	}
	head := g.plain(s, run{r.from, cut})
	if len(head) == 0 || t[next-1].Lower == ":" {
		return g.plain(s, run{next, r.to})
	}
	last := head[len(head)-1]
	if says(s.reading(), last) || says(s.reading(), run{r.from, cut}) {
		return append(head[:len(head)-1:len(head)-1], g.plain(s, run{next, r.to})...)
	}
	last.to = r.to
	return append(head[:len(head)-1:len(head)-1], trimRun(t, last))
}

// says reports whether r says only that there were topics: "a range of regional
// issues", "to address common challenges".
func says(p *parse.Sentence, r run) bool {
	from := r.from
	for k := r.from; k < r.to; k++ {
		if w := p.Words[k]; w.Pos == parse.Verb || w.Pos == parse.To {
			from = k + 1
		}
	}
	for from < r.to {
		h := p.HeadIndex(parse.Run{From: from, To: r.to})
		switch {
		case h < 0:
			return false
		case p.Tokens[h].Is("interest", "interests", "developments", "affairs"):
			return false
		case p.Words[h].Has(lex.Of("catchall")):
			return true
		case p.Tokens[h].Is("range", "number", "series", "set", "variety", "list", "host", "array") && h+1 < r.to && p.Tokens[h+1].Is("of"):
			from = h + 2
		default:
			return false
		}
	}
	return false
}

// ranging cuts "(issues ranging) from A to B" into A and B.
func (g *agendaFinder) ranging(s *sentence, r run) (out []run, ok bool) {
	t := s.Tokens
	at := -1
	for i := r.from; i < r.to && i < r.from+8; i++ {
		if t[i].Is("from") && (i == r.from || t[i-1].Is("ranging", "range", "ranged") || catchAlls[t[i-1].Lower]) {
			at = i + 1
			break
		}
	}
	if at < 0 || at > r.from+1 && !emptyStart(t, run{r.from, at - 1}) && !t[at-2].Is("ranging") {
		return nil, false
	}
	p := s.reading()
	from := at
	for i := from + 1; i < r.to-1; i++ {
		if t[i].Is("through", "to") && p.Words[i].Pos == parse.Prep || t[i].Is("and") && t[i+1].Is("on") {
			out = append(out, g.plain(s, run{from, i})...)
			from = i + 1
		}
	}
	if len(out) == 0 {
		return nil, false
	}
	return append(out, g.plain(s, run{from, r.to})...), true
}

// ofMeeting reports whether a match tells of the meeting and not of another
// time.
func (g *agendaFinder) ofMeeting(s *sentence, m rule.Match) bool {
	t := s.Tokens
	if c := m.Clause; c != nil && m.At == c.Verb.Head {
		if c.Verb.Perfect && c.Verb.Modal == "" && c.Kind != parse.Complement && s.index > 0 {
			return false
		}
		if background(t, c.Verb.Head) {
			return false
		}
	}
	return !(s.index > 2 && otherTime(t, run{max(0, m.At-8), min(len(t), m.At+25)}, 0))
}
