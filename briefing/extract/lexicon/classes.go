package lexicon

import (
	"slices"
	"sync"
)

// Classes are the named sets of words of one lexicon. Each of its rows is the
// name of a class and, behind a tab, its words with "|" between them.
type Classes struct {
	asked []string
	sets  func() map[string]map[string]bool
}

// Class returns a set of folded words. The lexicon is read the first time that
// a class of it is needed, not when the program starts. Callers must not change
// the set.
type Class func() map[string]bool

// Has reports whether a folded word is of the class.
func (c Class) Has(folded string) bool { return c()[folded] }

// ClassesOf returns the classes of a lexicon, such as "agenda".
func ClassesOf(name string) *Classes {
	return &Classes{sets: sync.OnceValue(func() map[string]map[string]bool {
		all := map[string]map[string]bool{}
		for _, row := range Rows(name) {
			if len(row) < 2 {
				continue
			}
			set := map[string]bool{}
			for _, w := range Fields(row[1]) {
				set[w] = true
			}
			all[row[0]] = set
		}
		return all
	})}
}

// Of returns the class of a name, empty if the lexicon has none. It is for the
// variables of a package: Astray tells of the names that were asked.
func (c *Classes) Of(name string) Class {
	c.asked = append(c.asked, name)
	return sync.OnceValue(func() map[string]bool { return c.sets()[name] })
}

// Astray returns the names that are asked for and not in the lexicon, and those
// that are in it and that nobody asks for, sorted.
func (c *Classes) Astray() []string {
	var out []string
	for _, name := range c.asked {
		if len(c.sets()[name]) == 0 {
			out = append(out, name)
		}
	}
	for name := range c.sets() {
		if !slices.Contains(c.asked, name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
