package app

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/compose"
	"example.org/attache/briefing/extract"
	"example.org/attache/store"
)

// personFacts are the facts of one person, under all names.
type personFacts struct {
	names   []writtenName // the fullest first
	facts   []store.Fact
	sides   map[string]map[briefing.ArticleID]bool // which articles put the person on a side
	offices map[string]int                         // how many facts give a title, by its spelling
}

func (e *personFacts) add(facts []store.Fact) {
	e.facts = append(e.facts, facts...)
	if e.sides == nil {
		e.sides, e.offices = map[string]map[briefing.ArticleID]bool{}, map[string]int{}
	}
	for _, f := range facts {
		for _, s := range f.Sides {
			if e.sides[s] == nil {
				e.sides[s] = map[briefing.ArticleID]bool{}
			}
			e.sides[s][f.Article] = true
		}
		if f.Role != "" {
			e.offices[office(f.Role)]++
		}
	}
}

// office is a title by which two people are compared.
func office(title string) string { return strings.Join(store.Words(title), " ") }

// mostlyOf returns the sides of a person, the one that most articles give first.
// What fewer than a third as many give is a slip of theirs, or of the rules.
func (e *personFacts) mostlyOf() []string {
	all := slices.SortedFunc(maps.Keys(e.sides), func(x, y string) int {
		return cmp.Or(cmp.Compare(len(e.sides[y]), len(e.sides[x])), cmp.Compare(x, y))
	})
	for i, s := range all {
		if 3*len(e.sides[s]) < len(e.sides[all[0]]) {
			return all[:i]
		}
	}
	return all
}

// writtenName is a name and its words, in lower case and without accents and
// such as "Jr.".
type writtenName struct {
	text  string
	words []string
}

func writtenAs(text string) writtenName {
	n := writtenName{text, store.Words(text)}
	for len(n.words) > 2 && slices.Contains([]string{"jr", "sr", "ii", "iii", "iv"}, n.last()) {
		n.words = n.words[:len(n.words)-1]
	}
	if len(n.words) == 0 {
		n.words = []string{text}
	}
	return n
}

func (n writtenName) first() string { return n.words[0] }
func (n writtenName) last() string  { return spelling(n.words[len(n.words)-1]) }

// letters is a name in one: "Soo-jin" and "Soo Jin" are the same.
func (n writtenName) letters() string { return strings.Join(n.words, "") }

// spelling is a last name as it may be written from another script: a letter
// doubled or not, with any of the endings of one vowel.
func spelling(word string) string {
	const long = 6 // letters; shorter ones are told apart by one
	if len(word) < long {
		return word
	}
	var b strings.Builder
	for i, r := range word {
		if i == 0 || rune(word[i-1]) != r {
			b.WriteRune(r)
		}
	}
	s := b.String()
	for _, ending := range []string{"iy", "ij", "yi", "y", "j", "i"} {
		if stem, ok := strings.CutSuffix(s, ending); ok {
			return stem + "y"
		}
	}
	return s
}

// find returns the entry that a name can be of, or nil: the one written so; for
// a full name the only one that it agrees with; for one word the one who held
// the office that is told of it.
func (b *registerBuilder) find(byWord map[string][]*personFacts, name writtenName, facts []store.Fact) *personFacts {
	own := personFacts{names: []writtenName{name}}
	own.add(facts)
	var can []*personFacts
	for _, e := range byWord[name.last()] {
		if slices.ContainsFunc(e.names, func(n writtenName) bool { return b.apart(n.text, name.text) }) {
			continue
		}
		if e.names[0].letters() == name.letters() {
			return e
		}
		if len(name.words) == 1 && e.called(own) || len(name.words) > 1 && e.agrees(own) {
			can = append(can, e)
		}
	}
	if len(can) == 1 {
		return can[0]
	}
	return holderAmong(can, own)
}

// agrees reports whether a fuller name than one of several words may be the same
// person's: of the same side, if one is known, and with given names that go for
// each other.
func (e *personFacts) agrees(other personFacts) bool {
	full, name := e.names[0], other.names[0]
	if len(e.sides) > 0 && len(other.sides) > 0 && !e.shares(other.sides) {
		return false
	}
	x, y := slices.Clone(full.words), slices.Clone(name.words)
	if full.last() != name.last() {
		return false
	}
	x[len(x)-1], y[len(y)-1] = full.last(), name.last()
	if len(x) > 1 && extract.ShortFor(x[0], y[0]) {
		x[0] = y[0]
	}
	return compose.SamePerson(strings.Join(x, " "), strings.Join(y, " "))
}

// called reports whether a name of one word may be the person's: the last name,
// or the first, which is the family's in some languages, of somebody of the same
// side or office. The last name alone will do where no side stands against it,
// but not of somebody of whom nothing else is told: "Mr. Berg" the minister is
// not his son, who is named in passing.
func (e *personFacts) called(other personFacts) bool {
	if len(e.sides) > 0 && len(other.sides) > 0 {
		return e.shares(other.sides)
	}
	for title := range other.offices {
		if e.offices[title] > 0 {
			return true
		}
	}
	return e.names[0].last() == other.names[0].last() && (len(e.sides) > 0 || len(e.offices) > 0)
}

func (e *personFacts) shares(sides map[string]map[briefing.ArticleID]bool) bool {
	for s := range sides {
		if e.sides[s] != nil {
			return true
		}
	}
	return false
}

// holderAmong returns the one of several people who is told of as the holder of
// an office of one's three times as often as any other, or nil.
func holderAmong(several []*personFacts, one personFacts) *personFacts {
	var best *personFacts
	most, next := 0, 0
	for _, e := range several {
		n := 0
		for title := range one.offices {
			n += e.offices[title]
		}
		if n > most {
			best, most, next = e, n, most
		} else {
			next = max(next, n)
		}
	}
	if most < 3*next || most == 0 {
		return nil
	}
	return best
}

// apart reports whether the analyst said that two names are two people's.
func (b *registerBuilder) apart(x, y string) bool {
	return slices.ContainsFunc(b.fixes, func(f briefing.Fix) bool {
		return f.Kind == briefing.ApartFix && (f.From == x && f.To == y || f.From == y && f.To == x)
	})
}

// group joins the facts of people: the fullest names begin an entry each, and
// one that is written otherwise or shorter joins the only entry that it can be.
func (b *registerBuilder) group() {
	named := map[string][]store.Fact{}
	var names []writtenName
	for _, f := range b.facts {
		if f.Kind == store.QuoteFact || f.Kind == store.ReportedFact {
			continue // an institution may speak: only those named elsewhere are people
		}
		if named[f.Who] == nil {
			names = append(names, writtenAs(f.Who))
		}
		named[f.Who] = append(named[f.Who], f)
	}
	slices.SortFunc(names, func(x, y writtenName) int {
		return cmp.Or(cmp.Compare(len(y.words), len(x.words)), cmp.Compare(len(named[y.text]), len(named[x.text])), cmp.Compare(x.text, y.text))
	})
	byWord := map[string][]*personFacts{} // by the first and the last word of their names
	of := map[string]*personFacts{}
	for _, name := range names {
		e := b.find(byWord, name, named[name.text])
		if e == nil {
			e = &personFacts{}
			b.entries = append(b.entries, e)
		}
		for _, w := range []string{name.first(), name.last()} {
			if !slices.Contains(byWord[w], e) {
				byWord[w] = append(byWord[w], e)
			}
		}
		e.names = append(e.names, name)
		e.add(named[name.text])
		of[name.text] = e
	}
	for _, f := range b.facts {
		if e := of[f.Who]; e != nil && (f.Kind == store.QuoteFact || f.Kind == store.ReportedFact) {
			e.facts = append(e.facts, f)
		}
	}
}
