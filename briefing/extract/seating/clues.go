package seating

import (
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/weigh"
	lex "example.org/attache/briefing/extract/words"
	"example.org/attache/briefing/lang"
)

// Clue is one thing that speaks for or against a person's having taken part:
// where the name stands to a verb or noun of a class, or what the article says
// of its bearer. assets/lexicon/clues.tsv has the weight of each.
//
//	[A] met B              subject meets        A hosted [B]          object hosts
//	talks with [B]         with talk            [A]'s visit           owner visit
//	the team led by [A]    by leads             [A] did not meet B    subject not meets
//	[A] came to sign       then signs           [A], who met B, said  relative meets
//
// No verb is known here but by its class (assets/lexicon/verbs.tsv), so that a
// new one is a word in a lexicon.
type Clue = weigh.Clue

// acts are the classes of verbs that say what people do with each other, and
// those of the nouns for it; where a word has two, the first counts.
var (
	actVerbs = Classes("meets", "hosts", "attends", "leads", "includes", "joins", "goes", "signs", "discusses", "calls", "tells", "settles", "sends", "represents", "holds", "utters", "says")
	actNouns = Classes("talk", "visit", "team", "phone", "deal")
)

// NamedClass is a class of words with its name.
type NamedClass struct {
	Name  string
	Class lex.Class
}

// Classes returns the classes of these names (assets/lexicon/classes.tsv), in
// order; it reads the lexicon the first time that they are asked for.
func Classes(names ...string) func() []NamedClass {
	return sync.OnceValue(func() (out []NamedClass) {
		for _, n := range names {
			out = append(out, NamedClass{n, lex.Of(n)})
		}
		return out
	})
}

// actOf returns the class of a word as a verb, or "".
func actOf(w lex.Word) string {
	if w.Verb != 0 {
		for _, a := range actVerbs() {
			if w.Verb&a.Class != 0 {
				return a.Name
			}
		}
	}
	return ""
}

// nounOf returns the class of a word as a noun, or "".
func nounOf(w lex.Word) string {
	if w.Class != 0 {
		for _, n := range actNouns() {
			if w.Class&n.Class != 0 {
				return n.Name
			}
		}
	}
	return ""
}

// tie is how a list of people hangs in its clause.
type tie struct {
	role  string // "subject", "object", "owner", or a preposition
	class string // of the verb or noun, "" if it has none
	not   bool   // denied, or only possible
	at    int    // token of the verb or noun, -1 if there is none
}

// clue returns the name of the tie.
func (t tie) clue() Clue {
	if t.class == "" {
		return Clue(t.role)
	}
	if t.not {
		return Clue(t.role + " not " + t.class)
	}
	return Clue(t.role + " " + t.class)
}

// clueReader reads the ties in one sentence.
type clueReader struct {
	*eventReader
	nouns, verbs []string // the class of each token as a noun and as a verb
	give         func(g group, t tie)
}

// newClueReader returns the reader of s; give gets every tie.
func newClueReader(e *eventReader, give func(g group, t tie)) *clueReader {
	r := &clueReader{eventReader: e, give: give, nouns: make([]string, len(e.t)), verbs: make([]string, len(e.t))}
	ends := map[int]bool{}
	for _, m := range e.persons {
		ends[m.To] = true
	}
	words := e.s.Reading().Words
	for i, t := range e.t {
		if t.Kind != lang.Word || e.d.InQuotation(t.Start) {
			continue
		}
		r.nouns[i], r.verbs[i] = nounOf(words[i].Word), actOf(words[i].Word)
		if r.nouns[i] != "" && r.verbs[i] != "" {
			if i > 0 && e.t[i-1].Is("to", "will", "would", "and", "he", "she", "they") && lex.Look(t.Lower).Form&lex.Base != 0 || i > 0 && ends[i] && !e.t[i].Is("team") {
				r.nouns[i] = ""
			} else {
				r.verbs[i] = ""
			}
		}
		if t.Capital() && i > 0 {
			r.verbs[i] = ""
		}
	}
	return r
}

// read gives the ties of every list of people in the sentence, and those of
// the last person spoken of for its "he" and "she".
func (r *clueReader) read() {
	for k := 0; k < len(r.persons); {
		g := group{k, k + 1}
		for g.last < len(r.persons) && r.joined(g.last) && !r.possessive(r.persons[g.last-1]) {
			g.last++
		}
		if !r.d.InQuotation(r.t[r.begin(g)].Start) {
			led := g
			if at := r.teamAcross(g); at >= 0 {
				led.last--
				class, noun, not := r.governor(at)
				r.give(group{g.first, g.first + 1}, tie{"between", class, not, noun})
				r.give(group{led.last, g.last}, tie{"between", class, not, noun})
			}
			r.left(led)
			if last := r.persons[g.last-1]; r.possessive(last) {
				r.owner(group{g.last - 1, g.last})
			} else {
				r.right(g, r.end(g))
			}
		}
		k = g.last
	}
}

// teamAcross returns where "between" stands in "between a delegation led by A and
// B", -1 for other words: B is not of the delegation.
func (r *clueReader) teamAcross(g group) int {
	by := r.begin(g) - 1
	if g.last-g.first != 2 || by < 1 || !r.t[by].Is("by") || r.verbs[by-1] != "leads" {
		return -1
	}
	for k := by - 2; k >= 0 && by-k < LongestTeam; k-- {
		switch {
		case r.t[k].Is("between"):
			return k
		case r.t[k].Is("and") || r.t[k].Kind == lang.Punct:
			return -1
		}
	}
	return -1
}

// owner reads what somebody owns: "Roe's talks", "Roe's visit".
func (r *clueReader) owner(g group) {
	i := r.end(g)
	for k := i + 1; k < len(r.t) && k < i+6; k++ {
		if r.t[k].Kind == lang.Punct || mention.Preposition(r.t[k]) {
			break
		}
		if a := r.nouns[k]; a != "" {
			r.give(g, tie{"owner", a, r.imagined(k), k})
			return
		}
	}
	r.give(g, tie{role: "owner", at: -1})
}

// Farthest is how many tokens to the left of a name the word may stand that
// its preposition hangs on.
const Farthest = 20

// furthest is how many tokens on a clause is read: it keeps the cost in step with
// the length of a sentence that never ends.
const furthest = 80

// ruled are the words that a list of people hangs on to a verb or noun.
var ruled = lexicon.Set("with between by among alongside beside opposite including from of for to against about on over under at like than as before after")

// left reads what a list hangs on: a preposition and its noun or verb, or the
// verb that it is the object of.
func (r *clueReader) left(g group) {
	i := r.begin(g) - 1
	for i >= 0 && (r.t[i].Is("the", "his", "her", "their", "its", "both", "also", "then", "a", "visiting", "former") || clause.IsAdverb(r.t[i]) || mention.TimeWord(r.t[i])) {
		i--
	}
	if i < 0 {
		r.give(g, tie{role: "first", at: -1})
		return
	}
	for from := i; i >= 0 && from-i < Farthest; i-- {
		t := r.t[i]
		switch {
		case t.Is(".", ";", ":", "\"", "“", "”", "''", "``") && i != from:
			return
		case ruled[t.Lower]:
			class, at, not := r.governor(i)
			r.give(g, tie{t.Lower, class, not, at})
			return
		case t.Is("that", "which", "who", "when", "while", "where", "if", "because", "whether", "but"):
			r.give(g, tie{role: "clause", at: -1})
			if t.Is("if", "whether") {
				r.give(g, tie{role: "condition", at: -1})
			}
			return
		case r.verbs[i] != "":
			r.give(g, tie{"object", r.verbs[i], r.denied(i), i})
			return
		case clause.PastLike(t) || clause.Auxiliaries[t.Lower]:
			r.give(g, tie{"object", "verb", false, i})
			return
		}
	}
}

// governor returns the class of the word that the preposition at i hangs on,
// where it stands, and whether it is denied or only possible.
func (r *clueReader) governor(i int) (class string, at int, not bool) {
	for k := i - 1; k >= 0 && k > i-Farthest; k-- {
		t := r.t[k]
		switch {
		case t.Is(".", ";", "“", "\""):
			return "other", -1, false
		case r.nouns[k] != "":
			return r.nouns[k], k, r.denied(k) || r.imagined(k)
		case r.verbs[k] != "":
			return r.verbs[k], k, r.denied(k)
		case clause.PastLike(t) && !clause.Auxiliaries[t.Lower]:
			return "verb", k, false
		}
	}
	return "other", -1, false
}

// right reads the verb whose subject ends at token i, and what it does after.
func (r *clueReader) right(g group, i int) {
	n := len(r.t)
	if i < n && r.t[i].Is("(") {
		for end := min(n, i+furthest); i < end && !r.t[i].Is(")"); {
			i++
		}
		i++
	}
	if i+1 < n && r.t[i].Is(",", "–", "—", "--", "-") {
		j := i + 1
		if r.t[j].Is("who", "whose") || r.verbish(j) {
			if t := r.verb(j); t.at >= 0 {
				t.role = "relative"
				r.give(g, t)
				r.later(g, t.at)
			}
		}
		if i = r.closing(j); i < 0 {
			return
		}
	}
	if t := r.verb(i); t.at >= 0 {
		t.role = "subject"
		r.give(g, t)
		r.later(g, t.at)
	}
}

// closing returns where the verb stands that goes on after what commas set off
// from token j on, or -1.
func (r *clueReader) closing(j int) int {
	for k := j; k+1 < len(r.t) && k < j+longestGap; k++ {
		if r.t[k].Is(",", "–", "—", "--", "-") && r.verbish(k+1) {
			return k + 1
		}
		if r.t[k].Is(".", ";", ":") {
			break
		}
	}
	return -1
}

// later reads what the subject of the verb at v does after it: "arrived on
// Monday and [met] B", "arrived to [discuss] ports", "came for [talks]".
func (r *clueReader) later(g group, v int) {
	seen := map[string]bool{}
	for k := v + 1; k < min(len(r.t), v+furthest); k++ {
		t := r.t[k]
		if t.Is(";", ".", "“", "\"", "that", "who", "which") {
			return
		}
		class := r.nouns[k]
		if class == "" && r.t[k-1].Is("and", "to", "before", "after", "then", "by", "also", "will", "later") {
			class = r.verbs[k]
		}
		if class != "" && class != "team" && !seen[class] {
			seen[class] = true
			r.give(g, tie{"then", class, false, k})
		}
	}
}

// side returns the delegation that people sit in by their tie to a verb of
// leading, belonging or standing for a side.
func (r *clueReader) side(t tie) (string, briefing.SideKind) {
	if t.at < 0 {
		return "", ""
	}
	back := Farthest
	if t.role == "including" || t.class == "includes" {
		back = 4 * Farthest // "the team, led by A, Secretary of …, included"
	}
	for k := max(0, t.at-back); k < len(r.t) && k < t.at+LongestTeam; k++ {
		before := t.role == "by" || t.role == "object" || t.role == "including"
		if before == (k < t.at) {
			if side, kind, ok := r.team(k); ok && side != "" {
				return side, kind
			}
		}
	}
	return "", ""
}

// LongestTeam is how far after its verb a delegation is looked for.
const LongestTeam = 8
