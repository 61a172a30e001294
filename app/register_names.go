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

// registerBuilder tells people apart by how the articles name them.
type registerBuilder struct {
	fixes   []briefing.Fix
	named   *store.Namings
	entries []*personFacts

	rank     []int32 // of each article among all, by day and id
	sides    map[store.Term][]string
	spelling map[store.Term]string // of offices
	office   map[store.Term]string // by which two people are compared
}

// occurrence is a naming: its article and its place in it.
type occurrence struct{ article, at int32 }

// formOf is a form of a name and where it stands.
type formOf struct {
	seen   []occurrence // where somebody is called so
	spoken []occurrence // where words are somebody's of the name, who may be an institution
}

// personFacts are the facts of one person, under all names.
type personFacts struct {
	names   []writtenName // the fullest first
	seen    []occurrence
	spoken  []occurrence
	sides   map[string]map[int32]bool // which articles put the person on a side
	offices map[string]int            // how many facts give a title, by its spelling
}

func (b *registerBuilder) naming(o occurrence) store.Naming {
	return b.named.Articles[o.article].Namings[o.at]
}

func (b *registerBuilder) add(e *personFacts, seen []occurrence) error {
	e.seen = append(e.seen, seen...)
	if e.sides == nil {
		e.sides, e.offices = map[string]map[int32]bool{}, map[string]int{}
	}
	for _, o := range seen {
		x := b.naming(o)
		sides, err := b.sidesOf(x.Sides)
		if err != nil {
			return err
		}
		for _, s := range sides {
			if e.sides[s] == nil {
				e.sides[s] = map[int32]bool{}
			}
			e.sides[s][o.article] = true
		}
		if x.Role != 0 {
			e.offices[once(b.office, x.Role, func() string { return office(b.named.Terms[x.Role]) })]++
		}
	}
	return nil
}

func (b *registerBuilder) sidesOf(t store.Term) ([]string, error) {
	sides, ok := b.sides[t]
	if ok {
		return sides, nil
	}
	sides, err := b.named.Sides(t)
	b.sides[t] = sides
	return sides, err
}

// once returns what is kept of a term, and makes it the first time.
func once(kept map[store.Term]string, t store.Term, make func() string) string {
	s, ok := kept[t]
	if !ok {
		s = make()
		kept[t] = s
	}
	return s
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
	text    string
	words   []string
	last    string // word, as it may be spelt
	letters string // all in one: "Soo-jin" and "Soo Jin" are the same
}

func writtenAs(text string) writtenName {
	n := writtenName{text: text, words: store.Words(text)}
	for len(n.words) > 2 && slices.Contains([]string{"jr", "sr", "ii", "iii", "iv"}, spelling(n.words[len(n.words)-1])) {
		n.words = n.words[:len(n.words)-1]
	}
	if len(n.words) == 0 {
		n.words = []string{text}
	}
	n.last, n.letters = spelling(n.words[len(n.words)-1]), strings.Join(n.words, "")
	return n
}

func (n writtenName) first() string { return n.words[0] }

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
func (b *registerBuilder) find(byWord map[string][]*personFacts, own personFacts) *personFacts {
	name := own.names[0]
	var can []*personFacts
	for _, e := range byWord[name.last] {
		if slices.ContainsFunc(e.names, func(n writtenName) bool { return b.apart(n.text, name.text) }) {
			continue
		}
		if e.names[0].letters == name.letters {
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
	if full.last != name.last {
		return false
	}
	x[len(x)-1], y[len(y)-1] = full.last, name.last
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
	return e.names[0].last == other.names[0].last && (len(e.sides) > 0 || len(e.offices) > 0)
}

func (e *personFacts) shares(sides map[string]map[int32]bool) bool {
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

// corrected returns a name as the analyst wants it.
func (b *registerBuilder) corrected(name string) string {
	for _, f := range b.fixes {
		if f.Kind == briefing.NameFix && f.From == name {
			return f.To
		}
	}
	return name
}

// forms gathers where each form of a name stands.
func (b *registerBuilder) forms() map[string]*formOf {
	byTerm := make([]*formOf, len(b.named.Terms)) // a form may be several terms, corrected
	forms := map[string]*formOf{}
	for i, a := range b.named.Articles {
		for k, x := range a.Namings {
			form := byTerm[x.Who]
			if form == nil {
				name := b.corrected(b.named.Terms[x.Who])
				if name == "" {
					continue
				}
				if form = forms[name]; form == nil {
					form = &formOf{}
					forms[name] = form
				}
				byTerm[x.Who] = form
			}
			if o := (occurrence{int32(i), int32(k)}); x.As == store.AsSpeaker {
				form.spoken = append(form.spoken, o)
			} else {
				form.seen = append(form.seen, o)
			}
		}
	}
	return forms
}

// group joins the forms of people's names: the fullest begin an entry each, and
// one that is written otherwise or shorter joins the only entry that it can be.
// Who only speaks may be an institution: people are those named elsewhere.
func (b *registerBuilder) group() error {
	b.sides, b.spelling, b.office = map[store.Term][]string{}, map[store.Term]string{}, map[store.Term]string{}
	b.orderArticles()
	forms := b.forms()
	var names []writtenName
	for name, form := range forms {
		if len(form.seen) > 0 {
			names = append(names, writtenAs(name))
		}
	}
	slices.SortFunc(names, func(x, y writtenName) int {
		return cmp.Or(cmp.Compare(len(y.words), len(x.words)), cmp.Compare(len(forms[y.text].seen), len(forms[x.text].seen)), cmp.Compare(x.text, y.text))
	})
	byWord := map[string][]*personFacts{} // by the first and the last word of their names
	for _, name := range names {
		own := personFacts{names: []writtenName{name}}
		if err := b.add(&own, forms[name.text].seen); err != nil {
			return err
		}
		e := b.find(byWord, own)
		if e == nil {
			e = &own
			b.entries = append(b.entries, e)
		} else {
			e.names = append(e.names, name)
			if err := b.add(e, own.seen); err != nil {
				return err
			}
		}
		e.spoken = append(e.spoken, forms[name.text].spoken...)
		for _, w := range []string{name.first(), name.last} {
			if !slices.Contains(byWord[w], e) {
				byWord[w] = append(byWord[w], e)
			}
		}
	}
	return nil
}

// orderArticles ranks the articles as inOrder does.
func (b *registerBuilder) orderArticles() {
	all := b.named.Articles
	order := make([]int32, len(all))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(x, y int32) int {
		return cmp.Or(cmp.Compare(all[x].Published, all[y].Published), cmp.Compare(all[x].Article, all[y].Article))
	})
	b.rank = make([]int32, len(all))
	for place, i := range order {
		b.rank[i] = int32(place)
	}
}
