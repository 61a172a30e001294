package extract

import (
	"fmt"
	"slices"
	"strings"

	"example.org/attache/briefing"
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
	b := newTable(d)
	var out strings.Builder
	for _, s := range d.sentences {
		p := s.reading()
		fmt.Fprintf(&out, "%s\n ", strings.Join(strings.Fields(s.Of(d.text)), " "))
		for i, t := range p.Tokens {
			fmt.Fprintf(&out, " %s/%v", t.Text, p.Words[i].Pos)
		}
		out.WriteString("\n" + p.Explain())
		for _, set := range []*rule.Set{agendaRules()} {
			near := func(n rule.Near) {
				fmt.Fprintf(&out, "  near %q %s: %s\n", p.Tokens[n.At].Text, n.Rule.ID, n.Why)
			}
			for _, m := range set.Find(p, b.known(s), near) {
				fmt.Fprintf(&out, "  RULE %s at %q, %v", m.Rule.ID, p.Tokens[m.At].Text, m.Reality)
				var roles []string
				for role, r := range m.Roles {
					roles = append(roles, fmt.Sprintf(", %s: %q", role, p.Span(r).Of(d.text)))
				}
				slices.Sort(roles)
				out.WriteString(strings.Join(roles, "") + "\n")
			}
		}
		out.WriteString("\n")
	}
	return out.String()
}
