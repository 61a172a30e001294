package extract

import (
	"fmt"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/rule"
)

// Explain tells how each sentence of a is read: its words with their parts of
// speech, its clauses with who hangs in whom and how real they are, the rules
// that fired with what they found, and of those that did not the first
// condition that failed. It is for people who write rules.
func Explain(a *briefing.Article) string {
	d := newDocument(a)
	for _, stage := range stages {
		stage(d)
	}
	b := tableOf(d)
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
		explainDeals(&out, deals, s)
		out.WriteString("\n")
	}
	return out.String()
}

// toldClues is how many clues of a candidate are told, the strongest first.
const toldClues = 8

// explainDeals tells what s may say was agreed: how likely each is, and the
// clues that say most.
func explainDeals(out *strings.Builder, g *agreementFinder, s *mention.Sentence) {
	for _, x := range g.candidatesOf(s) {
		fmt.Fprintf(out, "  %s %.2f %q:", g.ruleOf(x), dealWeights().Probability(x.clues), g.wording(x).Span(x.sentence.Tokens).Of(g.Text))
		strong := dealWeights().Strongest(x.clues)
		for _, c := range strong[:min(toldClues, len(strong))] {
			fmt.Fprintf(out, " %s %+.1f,", c, dealWeights()[c])
		}
		fmt.Fprintf(out, " sum %+.1f\n", dealWeights().Sum(x.clues))
	}
}
