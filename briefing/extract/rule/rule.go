package rule

import (
	"fmt"
	"strconv"
	"strings"

	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/words"
)

// Rule is one rule of a file.
type Rule struct {
	ID         string
	Line       int               // where it begins in its file
	Verbs      []string          // lemmas
	Nouns      wordset           // or nouns
	Gives      string            // what it finds: topic, agreement, position
	With       map[string]string // further words of "gives": status=agreed
	Right, Of  int               // measured; 0 of 0 before it has been
	OK, No     []string          // examples, marked
	frame      []slot
	conditions []condition
	real       [parse.Denied + 1]bool
}

// slot is a role and where it is looked for.
type slot struct {
	role     string
	places   []string
	optional bool
}

// condition is one line of "needs" or "not".
type condition struct {
	line   string
	not    bool
	target string // a role or a place
	op     string // is, has, head, begins
	words  wordset
	kinds  []string
}

// wordset is a set of words and classes of words.
type wordset struct {
	words   map[string]bool
	classes []string
	class   words.Class
}

func newWordset(list []string) (w wordset, err error) {
	w.words = map[string]bool{}
	for _, x := range list {
		if strings.HasPrefix(x, "<") {
			c := words.Of(strings.Trim(x, "<>"))
			if c == 0 {
				return w, fmt.Errorf("no class of words is called %s", x)
			}
			w.class |= c
			w.classes = append(w.classes, x)
		} else {
			w.words[x] = true
		}
	}
	return w, nil
}

func (w wordset) has(s *parse.Sentence, i int) bool {
	return w.words[s.Tokens[i].Lower] || s.Words[i].Class&w.class != 0
}

var ops = map[string]bool{"is": true, "has": true, "head": true, "begins": true}

// Parse reads a file of rules. An error names the line.
func Parse(name string, data []byte) ([]*Rule, error) {
	var out []*Rule
	var r *Rule
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line, _, _ = strings.Cut(line, " # ")
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		key, rest, _ := strings.Cut(line, " ")
		rest = strings.TrimSpace(rest)
		if key == "rule" {
			r = &Rule{ID: rest, Line: n, With: map[string]string{}}
			r.real[parse.Told], r.real[parse.Planned] = true, true
			out = append(out, r)
			continue
		}
		if r == nil {
			return nil, fmt.Errorf("%s:%d: %q stands before the first rule", name, n, key)
		}
		if err := r.read(key, rest); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	return out, nil
}

func (r *Rule) read(key, rest string) (err error) {
	switch key {
	case "verb":
		f := strings.Fields(rest)
		r.Verbs = append(r.Verbs, strings.Split(f[0], "|")...)
		if len(f) == 2 { // "exchange views|notes"
			c := condition{line: "object has " + f[1], target: "object", op: "has"}
			c.words, err = newWordset(strings.Split(f[1], "|"))
			r.conditions = append(r.conditions, c)
		}
	case "noun":
		r.Nouns, err = newWordset(strings.Split(rest, "|"))
	case "frame":
		for _, f := range strings.Fields(rest) {
			role, places, ok := strings.Cut(f, "=")
			if !ok {
				return fmt.Errorf("%q is no role=place", f)
			}
			name, optional := strings.CutSuffix(role, "?")
			r.frame = append(r.frame, slot{name, strings.Split(places, "|"), optional})
		}
	case "needs", "not":
		f := strings.Fields(rest)
		if len(f) != 3 || !ops[f[1]] {
			return fmt.Errorf("%q is no condition: want a role, is, has, head or begins, and words", rest)
		}
		c := condition{line: key + " " + rest, not: key == "not", target: f[0], op: f[1]}
		if c.op == "is" {
			c.kinds = strings.Split(f[2], "|")
		} else {
			c.words, err = newWordset(strings.Split(f[2], "|"))
		}
		r.conditions = append(r.conditions, c)
	case "real":
		clear(r.real[:])
		for _, f := range strings.Fields(rest) {
			x, ok := parse.RealityOf(f)
			if !ok {
				return fmt.Errorf("%q is no reality", f)
			}
			r.real[x] = true
		}
	case "gives":
		for i, f := range strings.Fields(rest) {
			if k, v, ok := strings.Cut(f, "="); ok {
				r.With[k] = v
			} else if i == 0 {
				r.Gives = f
			} else {
				r.With[f] = "yes"
			}
		}
	case "right":
		a, b, _ := strings.Cut(rest, " of ")
		r.Right, err = strconv.Atoi(a)
		if err == nil {
			r.Of, err = strconv.Atoi(b)
		}
	case "ok":
		r.OK = append(r.OK, rest)
	case "no":
		r.No = append(r.No, rest)
	default:
		return fmt.Errorf("%q is no word of the rule language", key)
	}
	return err
}
