package extract

import (
	"cmp"
	"slices"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/rule"
	"example.org/attache/briefing/extract/weigh"
	lex "example.org/attache/briefing/extract/words"
)

var agendaRules = ruleSet("agenda")

// topicWeights are how much each clue speaks for a topic.
var topicWeights = sync.OnceValue(func() weigh.Weights { return weigh.Read("topicclues") })

// findTopics fills Findings.Agenda: of all that may be a topic, what its clues
// say is likelier one than not.
func findTopics(d *document) {
	g := &agendaFinder{document: d, table: newTable(d)}
	all := g.candidates()
	for _, c := range all {
		c.sure = topicWeights().Probability(c.clues)
		if c.unmeasured() {
			c.sure = max(c.sure, unlikely)
		}
	}
	if len(d.findings.Meetings) == 0 && !slices.ContainsFunc(all, func(c *topicCandidate) bool { return c.sure > surely }) {
		return
	}
	for _, c := range pick(all, unlikely) {
		g.file(c)
	}
}

// unmeasured reports whether a rule found c that no annotated article has a
// case of: its author is believed.
func (c *topicCandidate) unmeasured() bool {
	return c.rule != nil && c.rule.Of == 0 && !slices.Contains(c.clues, "bare deal") && !slices.Contains(c.clues, "no topic") && (slices.Contains(c.clues, "alone") || slices.Contains(c.clues, "member"))
}

// surely is how likely one topic must be in an article of which no meeting is
// known, for it to be on talks after all.
const surely = .8

// file adds a candidate to the findings.
func (g *agendaFinder) file(c *topicCandidate) {
	id := c.wording
	if c.rule != nil {
		id = briefing.RuleID(c.rule.ID)
	}
	if id == "" {
		id = "agenda.clues"
	}
	b := basis(c.sentence, id, c.sure, "")
	b.Evidence = append(b.Evidence, c.opener...)
	g.findings.Agenda = append(g.findings.Agenda, briefing.AgendaItem{
		Text:    c.run.span(c.sentence.Tokens).Of(g.text),
		Meeting: min(g.meetingOf(c.sentence), max(0, len(g.findings.Meetings)-1)),
		Basis:   b,
	})
}

// pick returns the candidates that are at least as likely as from, the
// likeliest of those that share words or say the same, in order of the text.
func pick(all []*topicCandidate, from float64) (out []*topicCandidate) {
	likeliest := slices.Clone(all)
	slices.SortStableFunc(likeliest, func(a, b *topicCandidate) int { return cmp.Compare(b.sure, a.sure) })
	for _, c := range likeliest {
		if c.sure < from {
			break
		}
		if !slices.ContainsFunc(out, c.repeats) {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b *topicCandidate) int {
		return cmp.Or(a.sentence.index-b.sentence.index, a.run.from-b.run.from)
	})
	return out
}

// repeats reports whether two candidates share words or say the same.
func (c *topicCandidate) repeats(o *topicCandidate) bool {
	return c.sentence == o.sentence && c.run.from < o.run.to && o.run.from < c.run.to || sameWords(c.keys, o.keys)
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
