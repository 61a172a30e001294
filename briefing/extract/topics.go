package extract

import (
	"cmp"
	"slices"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/rule"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/extract/weigh"
	lex "example.org/attache/briefing/extract/words"
)

var agendaRules = ruleSet("agenda")

// topicWeights are how much each clue speaks for a topic.
var topicWeights = sync.OnceValue(func() weigh.Weights { return weigh.Read("topicclues") })

// findTopics fills Findings.Agenda: of all that may be a topic, what its clues
// say is likelier one than not.
func findTopics(d *document) {
	g := &agendaFinder{document: d, table: tableOf(d)}
	all := g.candidates()
	for _, c := range all {
		c.sure = topicWeights().Probability(c.clues)
		if c.unmeasured() {
			c.sure = max(c.sure, seating.Unlikely)
		}
	}
	if d.Sports || len(d.Findings.Meetings) == 0 && !slices.ContainsFunc(all, func(c *topicCandidate) bool { return c.sure > surely }) {
		return
	}
	for _, c := range pick(all, topicPossible) {
		if c.sure < seating.Unlikely && c.agreed() {
			continue // it is told among the agreements
		}
		g.file(c)
	}
}

// unmeasured reports whether a rule found c that no annotated article has a
// case of: its author is believed.
func (c *topicCandidate) unmeasured() bool {
	return c.rule != nil && c.rule.Of == 0 && !slices.Contains(c.clues, "bare deal") && !slices.Contains(c.clues, "no topic") && (slices.Contains(c.clues, "alone") || slices.Contains(c.clues, "member"))
}

// agreed reports whether c is a deal, or hangs in a commitment.
func (c *topicCandidate) agreed() bool {
	return slices.Contains(c.clues, "head deal") || slices.Contains(c.clues, "in a commitment")
}

// topicPossible is from which likelihood on a topic waits as possible.
const topicPossible = .3

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
	b := seating.Basis(c.sentence, id, c.sure, "")
	b.Evidence = append(b.Evidence, c.opener...)
	b.Possible = c.sure < seating.Unlikely
	g.Findings.Agenda = append(g.Findings.Agenda, briefing.AgendaItem{
		Text:    c.run.Span(c.sentence.Tokens).Of(g.Text),
		Meeting: min(g.MeetingOf(c.sentence), max(0, len(g.Findings.Meetings)-1)),
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
		return cmp.Or(a.sentence.Index-b.sentence.Index, a.run.From-b.run.From)
	})
	return out
}

// repeats reports whether two candidates share words or say the same.
func (c *topicCandidate) repeats(o *topicCandidate) bool {
	return c.sentence == o.sentence && c.run.From < o.run.To && o.run.From < c.run.To || clause.SameWords(c.keys, o.keys)
}

// bare strips "to", "to try to" off what a meeting is for.
func bare(p *parse.Sentence, r parse.Run) parse.Run {
	for r.From < r.To && (p.Words[r.From].Pos == parse.To || topicFamilies()["attempt"][p.Tokens[r.From].Lower] != "" && r.From+1 < r.To) {
		r.From++
	}
	return r
}

// bareDeal reports whether r points back to a deal and says nothing else: "the
// agreement".
func bareDeal(p *parse.Sentence, r clause.Run) bool {
	last := p.Words[r.To-1]
	return r.Len() == 1 && r.From > 0 && p.Tokens[r.From-1].Is("the", "that", "this") && last.Has(lex.Of("deal")|lex.Of("bid")) ||
		r.Len() == 2 && p.Tokens[r.From].Is("the", "that", "this") && last.Has(lex.Of("deal")|lex.Of("bid"))
}

func (g *agendaFinder) plain(s *mention.Sentence, r clause.Run) (out []clause.Run) {
	for _, x := range s.Reading().List(parse.Run{From: r.From, To: r.To}) {
		if ends, ok := g.ranging(s, clause.Between(x.From, x.To)); ok && (x.From > r.From || x.To < r.To) {
			out = append(out, ends...)
		} else {
			out = append(out, clause.Between(x.From, x.To))
		}
	}
	return out
}

// members cuts a list of topics into its members. A list after "including"
// belongs to the topic before it, unless that is an empty head ("a range of
// issues, including A and B"): then its members are the topics.
func (g *agendaFinder) members(s *mention.Sentence, r clause.Run) []clause.Run {
	t := s.Tokens
	r = clause.TrimRun(t, r)
	if r.Empty() {
		return nil
	}
	if r.Len() > 3 && t[r.From].Is("such") && clause.CatchAlls.Has(t[r.From+1].Lower) && t[r.From+2].Is("as") {
		return g.plain(s, clause.Between(r.From+3, r.To)) // "such matters as fish and wine"
	}
	if ends, ok := g.ranging(s, r); ok {
		return ends
	}
	cut, next, ok := clause.Including(t, r)
	if !ok {
		return g.plain(s, r)
	}
	head := g.plain(s, clause.Between(r.From, cut))
	if len(head) == 0 || t[next-1].Lower == ":" {
		return g.plain(s, clause.Between(next, r.To))
	}
	last := head[len(head)-1]
	if says(s.Reading(), last) || says(s.Reading(), clause.Between(r.From, cut)) {
		return append(head[:len(head)-1:len(head)-1], g.plain(s, clause.Between(next, r.To))...)
	}
	last.To = r.To
	return append(head[:len(head)-1:len(head)-1], clause.TrimRun(t, last))
}

// says reports whether r says only that there were topics: "a range of regional
// issues", "to address common challenges".
func says(p *parse.Sentence, r clause.Run) bool {
	from := r.From
	for k := r.From; k < r.To; k++ {
		if w := p.Words[k]; w.Pos == parse.Verb || w.Pos == parse.To {
			from = k + 1
		}
	}
	for from < r.To {
		h := p.HeadIndex(parse.Run{From: from, To: r.To})
		switch {
		case h < 0:
			return false
		case topicFamilies()["telling"][p.Tokens[h].Lower] != "":
			return false
		case p.Words[h].Has(lex.Of("catchall")):
			return true
		case topicFamilies()["many"][p.Tokens[h].Lower] != "" && h+1 < r.To && p.Tokens[h+1].Is("of"):
			from = h + 2
		default:
			return false
		}
	}
	return false
}

// ranging cuts "(issues ranging) from A to B" into A and B.
func (g *agendaFinder) ranging(s *mention.Sentence, r clause.Run) (out []clause.Run, ok bool) {
	t := s.Tokens
	at := -1
	for i := r.From; i < r.To && i < r.From+8; i++ {
		if t[i].Is("from") && (i == r.From || t[i-1].Is("ranging", "range", "ranged") || clause.CatchAlls.Has(t[i-1].Lower)) {
			at = i + 1
			break
		}
	}
	if at < 0 || at > r.From+1 && !clause.EmptyStart(t, clause.Between(r.From, at-1)) && !t[at-2].Is("ranging") {
		return nil, false
	}
	p := s.Reading()
	from := at
	for i := from + 1; i < r.To-1; i++ {
		if t[i].Is("through", "to") && p.Words[i].Pos == parse.Prep || t[i].Is("and") && t[i+1].Is("on") {
			out = append(out, g.plain(s, clause.Between(from, i))...)
			from = i + 1
		}
	}
	if len(out) == 0 {
		return nil, false
	}
	return append(out, g.plain(s, clause.Between(from, r.To))...), true
}

// ofMeeting reports whether a match tells of the meeting and not of another
// time.
func (g *agendaFinder) ofMeeting(s *mention.Sentence, m rule.Match) bool {
	t := s.Tokens
	if c := m.Clause; c != nil && m.At == c.Verb.Head {
		if c.Verb.Perfect && c.Verb.Modal == "" && c.Kind != parse.Complement && s.Index > 0 {
			return false
		}
		if background(t, c.Verb.Head) {
			return false
		}
	}
	return !(s.Index > 2 && clause.OtherTime(t, clause.Between(max(0, m.At-8), min(len(t), m.At+25)), 0))
}
