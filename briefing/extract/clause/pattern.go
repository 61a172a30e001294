package clause

import (
	"strconv"
	"strings"

	"example.org/attache/briefing/lang"
)

// A pattern is a short run of words to look for, written as one line:
//
//	~exchange ?their view|views|opinions ?of ?view on|about
//
// Words are folded. "a|b" is either, "?a" may be missing, "~hold" is every
// form of the verb, "*3" is up to three words of any kind with no mark between
// them. A pattern begins with a word, so that rules can be found by it.
type Pattern []element

type element struct {
	words    []string
	optional bool
	gap      int
}

// forms lists the irregular verbs that patterns name; see verbForms.
var forms = map[string]string{
	"hold": "held holding", "speak": "spoke spoken speaking", "meet": "met meeting", "make": "made making",
	"give": "gave given giving", "take": "took taken taking", "strike": "struck striking", "set": "set setting",
	"undertake": "undertook undertaken undertaking", "begin": "began begun beginning", "have": "had has having",
	"commit": "committed committing", "put": "put putting", "bring": "brought bringing", "seek": "sought seeking",
	"refer": "referred referring", "confer": "conferred conferring", "concur": "concurred concurring", "plan": "planned planning", "get": "got getting",
	"swap": "swapped swapping", "ink": "inked inking", "back": "backed backing", "go": "went gone going", "pay": "paid paying", "shake": "shook shaken shaking", "hear": "heard hearing", "cut": "cutting", "grant": "granted granting",
	"deal": "dealt dealing", "sit": "sat sitting", "initial": "initialled initialling initialed initialing", "draw": "drew drawn drawing",
	"run": "ran running", "think": "thought thinking", "leave": "left leaving", "submit": "submitted submitting", "table": "tabled tabling",
	"spend": "spent spending", "lay": "laid laying", "broach": "broached broaching", "rule": "ruled ruling", "drop": "dropped dropping",
	"spell": "spelled spelt spelling", "come": "came coming", "chew": "chewed chewing", "beg": "begged begging", "veto": "vetoed vetoing",
	"shelve": "shelved shelving", "withdraw": "withdrew withdrawn withdrawing", "find": "found finding", "throw": "threw thrown throwing", "travel": "travelled traveled travelling traveling",
}

// verbForms returns the forms of a verb: "agree" gives agree, agrees, agreed,
// agreeing.
func verbForms(verb string) []string {
	third := verb + "s"
	if strings.HasSuffix(verb, "s") || strings.HasSuffix(verb, "ch") || strings.HasSuffix(verb, "sh") {
		third = verb + "es"
	} else if strings.HasSuffix(verb, "y") && !strings.HasSuffix(verb, "ey") {
		third = verb[:len(verb)-1] + "ies"
	}
	out := []string{verb, third}
	switch more, irregular := forms[verb]; {
	case irregular:
		return append(out, strings.Fields(more)...)
	case strings.HasSuffix(verb, "e"):
		ing := verb[:len(verb)-1] + "ing"
		if strings.HasSuffix(verb, "ee") {
			ing = verb + "ing"
		}
		return append(out, verb+"d", ing)
	case strings.HasSuffix(third, "ies"):
		return append(out, verb[:len(verb)-1]+"ied", verb+"ing")
	}
	return append(out, verb+"ed", verb+"ing")
}

// compile reads a pattern.
func compile(line string) Pattern {
	var p Pattern
	for _, field := range strings.Fields(line) {
		var e element
		if strings.HasPrefix(field, "*") {
			e.gap, _ = strconv.Atoi(field[1:])
			p = append(p, e)
			continue
		}
		if strings.HasPrefix(field, "?") {
			e.optional, field = true, field[1:]
		}
		for _, w := range strings.Split(field, "|") {
			if strings.HasPrefix(w, "~") {
				e.words = append(e.words, verbForms(w[1:])...)
			} else {
				e.words = append(e.words, w)
			}
		}
		p = append(p, e)
	}
	return p
}

// Match reports whether p stands at t[i], and where it ends.
func (p Pattern) Match(t []lang.Token, i int) (end int, ok bool) {
	if len(p) == 0 {
		return i, true
	}
	e := p[0]
	if e.gap > 0 {
		for n := 0; ; n++ {
			if end, ok := p[1:].Match(t, i+n); ok {
				return end, true
			}
			if n == e.gap || i+n >= len(t) || t[i+n].Kind == lang.Punct || t[i+n].Is("which", "who", "that", "whose") {
				return 0, false
			}
		}
	}
	if i < len(t) && t[i].Is(e.words...) {
		if end, ok := p[1:].Match(t, i+1); ok {
			return end, true
		}
	}
	if e.optional {
		return p[1:].Match(t, i)
	}
	return 0, false
}

// first returns the words a pattern may begin with.
func (p Pattern) first() []string { return p[0].words }

// ByFirst files rules under the words their patterns begin with.
type ByFirst[R any] map[string][]filed[R]

type filed[R any] struct {
	Pattern Pattern
	Rule    R
}

// Add files a rule under the first words of its pattern.
func (b ByFirst[R]) Add(line string, rule R) {
	p := compile(line)
	for _, w := range p.first() {
		b[w] = append(b[w], filed[R]{p, rule})
	}
}
