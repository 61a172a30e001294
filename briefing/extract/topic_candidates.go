package extract

import (
	"slices"
	"strconv"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/rule"
	"example.org/attache/briefing/extract/weigh"
	"example.org/attache/briefing/lang"
)

// topicCandidate is words that may be a topic, with every clue that speaks for
// it or against.
type topicCandidate struct {
	sentence *mention.Sentence
	run      clause.Run
	clues    []weigh.Clue
	rule     *rule.Rule      // that found it, or nil
	wording  briefing.RuleID // that found it, or ""
	opener   []briefing.Span // the sentence that opens the list it is an item of
	keys     clause.Words    // that tell it from others
	sure     float64         // how likely it is a topic, 0 to 1
}

func (c *topicCandidate) add(x ...weigh.Clue) {
	for _, x := range x {
		if !slices.Contains(c.clues, x) {
			c.clues = append(c.clues, x)
		}
	}
}

// place is where a candidate stands.
type place struct{ sentence, from, to int }

// topicGatherer gathers the candidates of an article.
type topicGatherer struct {
	*agendaFinder
	at    map[place]*topicCandidate
	all   []*topicCandidate
	roles map[*mention.Sentence]map[int]weigh.Clue // who the subject of a verb is, by its token
}

// candidates returns what may be a topic, in order of the text: what hangs on
// a verb or noun that may hold one, what a rule finds, and what a set phrase of
// the lexicon topics does.
func (g *agendaFinder) candidates() []*topicCandidate {
	t := &topicGatherer{agendaFinder: g, at: map[place]*topicCandidate{}, roles: map[*mention.Sentence]map[int]weigh.Clue{}}
	for _, s := range g.Sentences {
		if g.Paragraphs[s.Paragraph].Kind != briefing.Caption {
			t.sentence(s)
		}
	}
	t.judge()
	return t.all
}

func (t *topicGatherer) sentence(s *mention.Sentence) {
	p := s.Reading()
	(&hookReader{s: p, give: func(h hook) { t.hook(s, h, nil) }}).read()
	for _, m := range agendaRules().Find(p, t.table.Known(s), nil) {
		if !t.ofMeeting(s, m) {
			continue
		}
		h := hook{clause: m.Clause, run: m.Roles["topic"], clues: []weigh.Clue{"rule"}}
		if m.Rule.With["purpose"] != "" {
			h.run = bare(p, h.run)
			h.clues = append(h.clues, "rule of a purpose")
		}
		t.hook(s, h, m.Rule)
	}
	for _, x := range t.wordings(s) {
		if len(t.all) > mostCandidates {
			return
		}
		if c := t.place(x.sentence, x.run, "wording", weigh.Clue("wording "+x.basis.Rule)); c != nil {
			c.wording, c.opener = x.basis.Rule, x.basis.Evidence[1:]
		}
	}
}

// hook adds the candidates at a hook: the list that hangs there, by every way
// to read it.
func (t *topicGatherer) hook(s *mention.Sentence, h hook, r *rule.Rule) {
	if h.run.Empty() || len(t.all) > mostCandidates {
		return
	}
	clues := t.ofHook(s, h)
	whole := clause.Between(h.run.From, h.run.To)
	if s.Tokens[whole.From].Is("“", `"`, "``", "''") {
		whole = clause.Between(whole.From+1, min(clause.ClosingMark(s.Tokens, whole.From+1), len(s.Tokens)))
		clues = append(clues, "in marks")
	}
	if whole.Empty() {
		return
	}
	for _, l := range t.readings(s, whole) {
		n := weigh.Clue(l.name + " of " + strconv.Itoa(min(len(l.members), 5)))
		for _, x := range l.members {
			if c := t.place(s, clause.TidyTopic(s.Tokens, x), clues...); c != nil {
				c.add(weigh.Clue(l.name), n)
				if r != nil {
					c.rule = r
				}
			}
		}
	}
}

// place adds a candidate, or clues to the one that stands there.
func (t *topicGatherer) place(s *mention.Sentence, x clause.Run, clues ...weigh.Clue) *topicCandidate {
	if x.Empty() || x.Len() > longestTopic {
		return nil
	}
	at := place{s.Index, x.From, x.To}
	c := t.at[at]
	if c == nil {
		c = &topicCandidate{sentence: s, run: x, clues: make([]weigh.Clue, 0, usualClues)}
		t.at[at] = c
		t.all = append(t.all, c)
	}
	c.add(clues...)
	return c
}

// usualClues is how many clues most candidates have at most.
const usualClues = 32

// longestTopic is how many tokens a topic may have.
const longestTopic = 60

// topicList is a way to read words as a list of topics.
type topicList struct {
	name    string
	members []clause.Run
}

// readings returns the ways to read r: cut where parse cuts lists, taken as
// one, cut at every comma, as the examples that it gives, and with what a colon
// or semicolon behind it goes on with.
func (t *topicGatherer) readings(s *mention.Sentence, r clause.Run) []topicList {
	members := t.members(s, r)
	var out []topicList
	if len(members) < 2 {
		out = append(out, topicList{"alone", members})
	} else {
		out = append(out, topicList{"member", members}, topicList{"whole", []clause.Run{r}})
	}
	if f := flatList(s.Tokens, r); len(f) > 1 && !slices.Equal(f, members) {
		out = append(out, topicList{"flat", f})
	}
	if _, next, ok := clause.Including(s.Tokens, r); ok {
		if e := t.plain(s, clause.Between(next, r.To)); len(e) > 0 && (len(members) == 0 || e[0].From != members[0].From) {
			out = append(out, topicList{"example", e})
		}
	}
	end := len(s.Tokens)
	if end > 0 && s.Tokens[end-1].Kind == lang.Punct {
		end--
	}
	if r.To+1 < end && s.Tokens[r.To].Is(":") {
		out = append(out, topicList{"behind a colon", t.plain(s, clause.Between(r.To+1, end))})
	} else if r.To+1 < end && s.Tokens[r.To].Is(";") {
		out = append(out, topicList{"semicolons", t.plain(s, clause.Between(r.From, end))})
	}
	return out
}

// flatList cuts a list at every comma and at the last "and", whatever its
// members share: "trade, the fight against smuggling, fish".
func flatList(t []lang.Token, r clause.Run) (out []clause.Run) {
	from := r.From
	for _, k := range clause.Separators(t, r, func(i int) bool { return t[i].Is(",", ";") }) {
		out = append(out, clause.Between(from, k))
		from = k + 1
	}
	for from < r.To && (clause.Conjunctions[t[from].Lower] || t[from].Is("also")) {
		from++
	}
	for k := r.To - 1; k > from; k-- {
		if t[k].Is("and") || t[k].Is("but") && t[k+1].Is("also") {
			out = append(out, clause.Between(from, k))
			from = k + 1
			break
		}
	}
	out = append(out, clause.Between(from, r.To))
	return slices.DeleteFunc(out, func(x clause.Run) bool { return x.Empty() })
}
