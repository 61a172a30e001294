package extract

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/rule"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/extract/weigh"
)

var ablate = flag.Bool("ablate", false, "print what each stage, family of rules and kind of clue adds")

// ablation is something that extraction can do without.
type ablation struct {
	name string
	out  func() (back func()) // takes it out
}

// TestAblation prints the F1 of what is found, and what that loses without each
// stage, family of rules and kind of clue (make ablate).
func TestAblation(t *testing.T) {
	if !*ablate {
		t.Skip("no -ablate")
	}
	articles := annotatedArticles(t, "agenda")
	var table strings.Builder
	var idle []string
	fmt.Fprintf(&table, "%d articles\n%-44s %8s %8s %8s %8s %8s\n", len(articles), "", "members", "sides", "agenda", "deals", "quotes")
	whole := scoreSections(articles)
	line := func(name string, s [5]weigh.Score, format string, less float64) {
		fmt.Fprintf(&table, "%-44s", name)
		for k := range s {
			fmt.Fprintf(&table, format, 100*(s[k].F1()-less*whole[k].F1()))
		}
		table.WriteByte('\n')
	}
	line("all", whole, " %8.1f", 0)
	for _, a := range slices.Concat(stageAblations(), ruleAblations(), clueAblations("member clue", seating.ClueWeights()), clueAblations("side clue", seating.SideWeights()),
		clueAblations("meeting clue", seating.MeetingWeights()), clueAblations("topic clue", topicWeights()), clueAblations("deal clue", dealWeights())) {
		back := a.out()
		without := scoreSections(articles)
		back()
		if without == whole {
			idle = append(idle, a.name)
			continue
		}
		line("without "+a.name, without, " %+8.1f", 1)
	}
	t.Logf("%schanges nothing: %s", table.String(), strings.Join(idle, " · "))
}

// stageAblations are the stages that others can do without.
func stageAblations() (out []ablation) {
	for i, name := range map[int]string{4: "aliases", 5: "sides by the words beside them", 7: "delegations", 8: "meetings", 9: "members by meeting", 13: "speakers", 16: "the referee"} {
		out = append(out, ablation{"stage: " + name, func() func() {
			was := stages[i]
			stages[i] = func(*document) {}
			return func() { stages[i] = was }
		}})
	}
	slices.SortFunc(out, func(a, b ablation) int { return strings.Compare(a.name, b.name) })
	return out
}

// ruleAblations are the families of rules on topics and agreements.
func ruleAblations() (out []ablation) {
	out = append(out, ablation{"rules: agenda.rule", func() func() {
		was := agendaRules
		agendaRules = func() *rule.Set { return rule.NewSet(nil) }
		return func() { agendaRules = was }
	}}, ablation{"rules: wordings of topics", func() func() {
		was := agendaLexicon
		agendaLexicon = func() agendaWordings { return agendaWordings{} }
		return func() { agendaLexicon = was }
	}})
	classes := dealLexicon().class
	for _, name := range sortedKeys(classes) {
		out = append(out, ablation{"deals: class " + name, func() func() {
			was := classes[name]
			delete(classes, name)
			return func() { classes[name] = was }
		}})
	}
	return out
}

// clueAblations are the kinds of clues of w, by the first word of their names.
func clueAblations(what string, w weigh.Weights) (out []ablation) {
	kinds := map[string][]weigh.Clue{}
	for c := range w {
		kind, _, _ := strings.Cut(string(c), " ")
		kinds[kind] = append(kinds[kind], c)
	}
	for _, kind := range sortedKeys(kinds) {
		out = append(out, ablation{what + ": " + kind, func() func() {
			was := map[weigh.Clue]float64{}
			for _, c := range kinds[kind] {
				was[c] = w[c]
				delete(w, c)
			}
			return func() {
				for c, x := range was {
					w[c] = x
				}
			}
		}})
	}
	return out
}

// scoreSections scores what is found in all articles: members, members with the
// right side, topics, agreements, quotations with the right speaker.
func scoreSections(articles []annotated) (s [5]weigh.Score) {
	for _, a := range articles {
		found := Extract(&briefing.Article{ID: briefing.IDOf(a.Text), Text: a.Text, Language: "en"})
		a.rateMembers(found, &s[0], &s[1])
		agenda, deals := slices.Clone(a.Gold.Agenda), slices.Clone(a.Gold.Agreements)
		topics, told := map[briefing.RuleID]*[2]int{"": {}}, map[briefing.RuleID]*[2]int{"": {}}
		for _, x := range found.Agenda {
			if !x.Possible {
				tally(topics, "", x.Text, agenda)
			}
		}
		for _, x := range found.Agreements {
			if !x.Possible {
				tally(told, "", x.Text, deals)
			}
		}
		s[2].Hits, s[2].Shown, s[2].Wanted = s[2].Hits+topics[""][0], s[2].Shown+topics[""][1], s[2].Wanted+wanted(agenda)
		s[3].Hits, s[3].Shown, s[3].Wanted = s[3].Hits+told[""][0], s[3].Shown+told[""][1], s[3].Wanted+wanted(deals)
		for _, q := range found.Quotes {
			s[4].Shown++
			if slices.ContainsFunc(a.Gold.Quotes, func(g annotatedQuote) bool { return g.Speaker == q.Speaker && strings.Contains(q.Text, g.Text) }) {
				s[4].Hits++
			}
		}
		s[4].Wanted += len(a.Gold.Quotes)
	}
	return s
}

// rateMembers counts the members found, and those of them with the right side.
func (a *annotated) rateMembers(found briefing.Findings, people, sides *weigh.Score) {
	for _, g := range found.Delegations {
		for _, m := range g.Members {
			var p mention.Person
			for w := range strings.FieldsSeq(m.Name) {
				p.Key = append(p.Key, mention.FoldName(w))
			}
			side, is, taken := a.find(&p)
			if is && !taken || m.Possible {
				continue
			}
			people.Shown++
			sides.Shown++
			if is {
				people.Hits++
			}
			if is && isSide(g.Side, side) {
				sides.Hits++
			}
		}
	}
	for _, g := range a.Gold.Delegations {
		for _, m := range g.Members {
			if !m.Optional {
				people.Wanted++
				sides.Wanted++
			}
		}
	}
}

// wanted counts the facts that are not arguable.
func wanted(facts []annotatedFact) (n int) {
	for _, f := range facts {
		if !f.Optional {
			n++
		}
	}
	return n
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
