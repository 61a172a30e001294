package rule

import (
	"fmt"
	"maps"
	"strings"

	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/lang"
)

// example is a sentence of an "ok" or "no" line.
type example struct {
	text  string
	roles map[string]string // what each role must be; of an "ok" line
}

// expand reads an example line: "[who They] met|gathered" is two sentences,
// each with the role who.
func expand(line string) []example {
	for f := range strings.FieldsSeq(line) {
		f = strings.Trim(f, "[].,")
		if !strings.Contains(f, "|") {
			continue
		}
		var out []example
		for alt := range strings.SplitSeq(f, "|") {
			out = append(out, expand(strings.Replace(line, f, strings.ReplaceAll(alt, "_", " "), 1))...)
		}
		return out
	}
	e := example{roles: map[string]string{}}
	for {
		before, rest, found := strings.Cut(line, "[")
		e.text += before
		if !found {
			return []example{e}
		}
		marked, after, _ := strings.Cut(rest, "]")
		role, words, _ := strings.Cut(marked, " ")
		e.roles[role] = words
		e.text += words
		line = after
	}
}

// Failures returns the examples of a rule that do not hold, told in a line
// each: an "ok" sentence in which the rule does not find just what is marked,
// a "no" sentence in which it fires.
func (r *Rule) Failures(known Known) (out []string) {
	set := NewSet([]*Rule{r})
	fired := func(e example) (found []map[string]string, near string) {
		for _, l := range lang.Analyse(e.text) {
			s := parse.Read(l)
			for _, m := range set.Find(s, known, func(n Near) { near = n.Why }) {
				got := map[string]string{}
				for role, run := range m.Roles {
					got[role] = s.Span(run).Of(e.text)
				}
				found = append(found, got)
			}
		}
		return found, near
	}
	for _, line := range r.OK {
		for _, e := range expand(line) {
			found, near := fired(e)
			if !holds(found, e.roles) {
				out = append(out, fmt.Sprintf("ok %q: want %v, found %v %s", e.text, e.roles, found, near))
			}
		}
	}
	for _, line := range r.No {
		for _, e := range expand(line) {
			if found, _ := fired(e); len(found) > 0 {
				out = append(out, fmt.Sprintf("no %q: found %v", e.text, found))
			}
		}
	}
	return out
}

func holds(found []map[string]string, want map[string]string) bool {
	for _, f := range found {
		if maps.Equal(f, want) {
			return true
		}
	}
	return false
}

// Without returns the rule with one of its words, conditions or realities
// taken out, each with what was taken: all of them must be missed by an
// example of the rule.
func (r *Rule) Without() map[string]*Rule {
	out := map[string]*Rule{}
	if len(r.Verbs) > 1 {
		for i, v := range r.Verbs {
			c := *r
			c.Verbs = append(append([]string{}, r.Verbs[:i]...), r.Verbs[i+1:]...)
			out["verb "+v] = &c
		}
	}
	for w, set := range r.Nouns.without() {
		c := *r
		c.Nouns = set
		out["noun "+w] = &c
	}
	for i, cond := range r.conditions {
		c := *r
		c.conditions = append(append([]condition{}, r.conditions[:i]...), r.conditions[i+1:]...)
		out[cond.line] = &c
		for w, set := range cond.words.without() {
			c := *r
			c.conditions = append([]condition{}, r.conditions...)
			c.conditions[i].words = set
			out[cond.line+": "+w] = &c
		}
		for k := range cond.kinds {
			if len(cond.kinds) == 1 {
				break
			}
			c := *r
			c.conditions = append([]condition{}, r.conditions...)
			c.conditions[i].kinds = append(append([]string{}, cond.kinds[:k]...), cond.kinds[k+1:]...)
			out[cond.line+": "+cond.kinds[k]] = &c
		}
	}
	return out
}

// without returns the set with each of its words and classes taken out, if it
// has several.
func (w wordset) without() map[string]wordset {
	out := map[string]wordset{}
	if len(w.words)+len(w.classes) < 2 {
		return out
	}
	for x := range w.words {
		c := w
		c.words = maps.Clone(w.words)
		delete(c.words, x)
		out[x] = c
	}
	for i, x := range w.classes {
		list := append(append([]string{}, w.classes[:i]...), w.classes[i+1:]...)
		for y := range w.words {
			list = append(list, y)
		}
		if c, err := newWordset(list); err == nil {
			out[x] = c
		}
	}
	return out
}
