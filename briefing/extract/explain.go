package extract

import (
	"fmt"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/rule"
	"example.org/attache/briefing/extract/seating"
)

// Explain tells how each sentence of a is read: its words with their parts of
// speech, its clauses with who hangs in whom and how real they are, the rules
// that fired with what they found, and of those that did not the first
// condition that failed; last, how likely it is that each person took part, and
// what speaks for each side. It is for people who write rules.
func Explain(a *briefing.Article) string {
	d := newDocument(a)
	for _, stage := range stages[:stagesBefore] {
		stage(d)
	}
	people := seating.Explain(d.Document)
	d = newDocument(a) // who took part was settled on the way
	for _, stage := range stages {
		stage(d)
	}
	b := tableOf(d)
	topics := (&agendaFinder{document: d, table: b}).candidates()
	deals := newAgreementFinder(d)
	deals.ahead = deals.toCome()
	var out strings.Builder
	for _, s := range d.Sentences {
		p := s.Reading()
		fmt.Fprintf(&out, "%s\n ", strings.Join(strings.Fields(s.Of(d.Text)), " "))
		for i, t := range p.Tokens {
			fmt.Fprintf(&out, " %s/%v", t.Text, p.Words[i].Pos)
		}
		out.WriteString("\n" + p.Explain())
		for _, set := range []*rule.Set{agendaRules()} {
			near := func(n rule.Near) {
				fmt.Fprintf(&out, "  near %q %s: %s\n", p.Tokens[n.At].Text, n.Rule.ID, n.Why)
			}
			for _, m := range set.Find(p, b.Known(s), near) {
				fmt.Fprintf(&out, "  RULE %s at %q, %v", m.Rule.ID, p.Tokens[m.At].Text, m.Reality)
				var roles []string
				for role, r := range m.Roles {
					roles = append(roles, fmt.Sprintf(", %s: %q", role, p.Span(r).Of(d.Text)))
				}
				slices.Sort(roles)
				out.WriteString(strings.Join(roles, "") + "\n")
			}
		}
		explainTopics(&out, topics, s, d.Text)
		explainDeals(&out, deals, s)
		out.WriteString("\n")
	}
	return out.String() + people
}

// explainTopics tells what words of s may be a topic, and how likely each is.
func explainTopics(out *strings.Builder, all []*topicCandidate, s *mention.Sentence, text string) {
	for _, c := range all {
		if c.sentence == s {
			fmt.Fprintf(out, "  topic %.2f %q: %s\n", topicWeights().Probability(c.clues), c.run.Span(s.Tokens).Of(text), topicWeights().Explain(c.clues))
		}
	}
}

// explainDeals tells what s may say was agreed: how likely each is, and the
// clues that say most.
func explainDeals(out *strings.Builder, g *agreementFinder, s *mention.Sentence) {
	for _, x := range g.candidatesOf(s) {
		fmt.Fprintf(out, "  %s %.2f %q: %s\n", g.ruleOf(x), dealWeights().Probability(x.clues), g.wording(x).Span(x.sentence.Tokens).Of(g.Text), dealWeights().Explain(x.clues))
	}
}
