package extract

import (
	"strings"
	"sync"

	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/extract/weigh"
	lex "example.org/attache/briefing/extract/words"
)

// hook is a place in a sentence where a topic may hang: the object of a verb,
// what follows a preposition behind a noun, a subject, what a meeting is for.
type hook struct {
	role   string // object, passive, subject, purpose, front or a preposition; "" of a rule
	word   string // family of the verb or noun it hangs on
	at     int    // its token
	clause *parse.Clause
	run    parse.Run    // the topic, or the list of them
	clues  []weigh.Clue // what else the place says
}

// topicFamilies says what words do with a topic, by kind and word.
var topicFamilies = sync.OnceValue(func() map[string]map[string]string {
	m := map[string]map[string]string{}
	for _, row := range lexicon.Rows("topicwords") {
		if len(row) < 3 {
			continue
		}
		if m[row[0]] == nil {
			m[row[0]] = map[string]string{}
		}
		m[row[0]][row[1]] = row[2]
	}
	return m
})

// gathering are the classes of verbs and nouns for being together.
var (
	gatheringActs  = seating.Classes("meets", "hosts", "attends", "goes", "holds", "calls", "begins", "tells", "utters", "says", "settles", "gathers", "wants", "asks", "signs")
	gatheringNouns = seating.Classes("discussion", "phone", "talk", "visit", "event", "deal", "bid", "press")
)

// verbFamily returns what a verb does with a topic, "verb" if that is unknown.
func verbFamily(lemma string) string {
	if f := topicFamilies()["verb"][lemma]; f != "" {
		return f
	}
	c := lex.Look(lemma).Verb
	for _, g := range gatheringActs() {
		if c&g.Class != 0 {
			return g.Name
		}
	}
	return "verb"
}

// nounFamily returns what a noun does with a topic, or "".
func nounFamily(w parse.Word, lower string) string {
	for _, g := range gatheringNouns() {
		if w.Class&g.Class != 0 {
			return g.Name
		}
	}
	return topicFamilies()["noun"][lower]
}

// hookReader finds the hooks of a sentence.
type hookReader struct {
	s    *parse.Sentence
	give func(h hook)
}

func (r *hookReader) read() {
	for i := range r.s.Clauses {
		r.clause(&r.s.Clauses[i])
	}
	topical := topicFamilies()["preposition"]
	for k := range r.s.Words {
		if topical[r.s.Tokens[k].Lower] != "" && (r.s.Words[k].Pos == parse.Prep || r.s.Words[k].Pos == parse.Adv || r.s.Words[k].Pos == parse.Adj) {
			r.preposition(k)
		}
	}
	r.front()
}

// hook gives h, unless its clause tells what was not done, or hardly.
func (r *hookReader) hook(h hook) {
	if h.clause == nil || h.clause.Reality < parse.Doubted {
		r.give(h)
	}
}

// clause gives what hangs on the verb itself: its object, its subject and the
// purpose of a meeting.
func (r *hookReader) clause(c *parse.Clause) {
	s, lemma := r.s, c.Verb.Lemma
	h := hook{word: verbFamily(lemma), at: c.Verb.Head, clause: c}
	participle := c.Kind == parse.Participle && c.Verb.Form&lex.Ing == 0
	if c.Verb.Passive {
		if !c.Subject.Empty() {
			h.role, h.run = "passive", s.Trim(c.Subject)
			r.hook(h)
		}
	} else if !participle {
		h.role, h.run = "object", s.Object(c)
		if h.run.Empty() {
			h.run, h.clues = r.behindAside(c), []weigh.Clue{"behind an aside"}
		}
		if !h.run.Empty() {
			r.hook(h)
		}
		h.clues = nil
		if !c.Subject.Empty() && c.Kind != parse.Infinitive && c.Kind != parse.Gerund && c.Kind != parse.Participle && (h.word == "tops" || h.word == "differs" || h.word == "verb") {
			if r.meetingIn(c.Rest) {
				h.role, h.run = "subject", s.Trim(c.Subject)
				r.hook(h)
			}
		}
	}
	if c.Kind == parse.Infinitive && c.Rest.To > c.Verb.To {
		if under := r.under(c); under != "" {
			h.role, h.word = "purpose", under
			h.run = s.Trim(parse.Run{From: c.Verb.Head, To: c.Rest.To})
			r.hook(h)
		}
	}
}

// behindAside returns the object that something stands before: "discussed, at
// length, ports", "discussed with him ports".
func (r *hookReader) behindAside(c *parse.Clause) parse.Run {
	k := clause.SkipInserted(r.s.Tokens, c.Verb.To)
	if k <= c.Verb.To || k >= c.Rest.To || r.s.Words[k].Pos == parse.Prep || r.s.Words[k].Pos == parse.Mark {
		return parse.Run{}
	}
	return r.s.Trim(parse.Run{From: k, To: c.Rest.To})
}

// under returns the family of what an infinitive hangs on, if that is a
// meeting or a way to one.
func (r *hookReader) under(c *parse.Clause) string {
	if c.Hook >= 0 {
		if f := nounFamily(r.s.Words[c.Hook], r.s.Tokens[c.Hook].Lower); f != "" {
			return f
		}
	}
	if c.Parent >= 0 {
		if f := verbFamily(r.s.Clauses[c.Parent].Verb.Lemma); f != "verb" {
			return "to " + f
		}
	}
	return ""
}

// meetingIn reports whether a meeting or its agenda is spoken of in r.
func (r *hookReader) meetingIn(x parse.Run) bool {
	for k := x.From; k < x.To; k++ {
		if r.s.Words[k].Has(lex.Of("event")) || r.s.Words[k].Has(lex.Of("topicnoun")) {
			return true
		}
	}
	return false
}

// preposition gives what follows the preposition at k: it hangs on the last
// noun of a family before it, else on the verb.
func (r *hookReader) preposition(k int) {
	s := r.s
	c := r.clauseOf(k)
	to := len(s.Tokens)
	if c != nil {
		if c.Rest.Has(k) {
			to = c.Rest.To
		} else if c.Subject.Has(k) {
			to = c.Subject.To
		}
	}
	if k+1 >= to {
		return
	}
	h := hook{role: s.Tokens[k].Lower, clause: c, at: -1}
	from := k
	if h.role == "to" && s.Tokens[max(0, k-1)].Is("regard", "regards", "relation", "respect") { // "progress with regard to ports"
		h.role, from = "regarding", k-1
		if from > 0 && s.Words[from-1].Pos == parse.Prep {
			from--
		}
	}
	near := topicFamilies()["preposition"][h.role] == "near" // only to a noun or verb right before it
	for j := from - 1; j >= 0 && k-j < furthestHook; j-- {
		p := s.Words[j].Pos
		if p == parse.Noun || p == parse.Name {
			if f := nounFamily(s.Words[j], s.Tokens[j].Lower); f != "" {
				h.word, h.at = f, j
				break
			}
			if near {
				return
			}
		}
		if p == parse.Verb {
			h.word, h.at = verbFamily(s.Words[j].Lemma), j
			if h.word == "verb" {
				return
			}
			break
		}
		if p == parse.Aux && !near && s.ClauseAt(j) != nil && s.ClauseAt(j).Verb.Lemma == "be" { // "the talks were about ports"
			if k := s.HeadIndex(s.ClauseAt(j).Subject); k >= 0 {
				h.word, h.at = nounFamily(s.Words[k], s.Tokens[k].Lower), k
			}
			if h.word == "" {
				return
			}
			break
		}
		if p == parse.Sub || p == parse.Rel || p == parse.Aux || p == parse.Modal || s.Tokens[j].Is(";", ":") {
			return
		}
		if near && p != parse.Adv && p != parse.Adj && p != parse.Prep {
			return
		}
	}
	if h.at < 0 {
		return
	}
	h.run = s.Trim(parse.Run{From: k + 1, To: to})
	if !h.run.Empty() {
		r.hook(h)
	}
}

// furthestHook is how many tokens a preposition may stand behind its noun.
const furthestHook = 24

// clauseOf returns the innermost clause that token i stands in, or nil.
func (r *hookReader) clauseOf(i int) *parse.Clause {
	for k := len(r.s.Clauses) - 1; k >= 0; k-- {
		c := &r.s.Clauses[k]
		if c.Rest.Has(i) || c.Subject.Has(i) && c.Kind != parse.Infinitive {
			return c
		}
	}
	return nil
}

// fronts are the words that a topic in front of its sentence begins with.
var fronts = sync.OnceValue(func() (out [][]string) {
	for _, row := range lexicon.Rows("topicwords") {
		if row[0] == "front" {
			out = append(out, strings.Fields(row[1]))
		}
	}
	return out
})

// frontOpener returns how many words of a front stand at the beginning of s.
func frontOpener(s *parse.Sentence) int {
	longest := 0
	for _, f := range fronts() {
		if len(f) > longest && len(f) < len(s.Tokens) {
			same := true
			for i, w := range f {
				same = same && s.Tokens[i].Lower == w
			}
			if same {
				longest = len(f)
			}
		}
	}
	return longest
}

// front gives what a sentence begins with before its subject: "On fish, she
// said".
func (r *hookReader) front() {
	s := r.s
	if len(s.Clauses) == 0 || len(s.Tokens) < 5 {
		return
	}
	from := frontOpener(s)
	if from == 0 {
		return
	}
	for k := from; k < len(s.Tokens) && k < furthestHook; k++ {
		if s.Tokens[k].Lower != "," {
			continue
		}
		c := r.clauseOf(k + 1)
		h := hook{role: "front", at: 0, clause: c, run: parse.Run{From: from, To: k}}
		if c != nil {
			h.word = verbFamily(c.Verb.Lemma)
		}
		r.hook(h)
		return
	}
}
