package mention

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/lang"
	"golang.org/x/text/unicode/norm"
)

// JoinAliases makes people of the mentions that name one person: "Attorney
// General William Barr", "Barr", "the attorney general". Where a surname fits
// two people and nothing decides, the mention stays apart.
//
// It does not follow pronouns.
func JoinAliases(d *Document) {
	var single, offices []*Mention
	alone := map[string]bool{}
	for _, m := range d.Mentions {
		if !m.Office && m.Kind != PlaceMention && m.Last-m.First == 1 {
			alone[FoldName(m.Sentence.Tokens[m.First].Text)] = true
		}
	}
	for _, m := range d.Mentions {
		// A full name whose surname the article also uses alone is a person's.
		if m.Kind == OtherMention && m.score > 0 && m.Last-m.First > 1 && m.Last-m.First < 4 {
			if key := d.nameKey(m); len(key) > 1 && alone[key[len(key)-1]] {
				m.Kind = PersonMention
			}
		}
		switch {
		case m.Office:
			offices = append(offices, m)
		case m.Kind == PlaceMention || m.Kind == OrganisationMention:
		case m.Kind == PersonMention && len(d.nameKey(m)) > 1:
			d.joinFull(m)
		default:
			single = append(single, m)
		}
	}
	for _, m := range single {
		d.joinSingle(m)
	}
	for _, p := range d.People {
		d.settle(p)
	}
	d.byOrder()
	for _, m := range offices {
		m.Person = d.inOffice(m)
		if m.Person != nil {
			m.Person.Mentions = append(m.Person.Mentions, m)
			m.Person.addAlias(m.Of(d.Text))
		}
	}
}

// nameKey returns the folded words of a name, without suffixes: what aliases
// are compared by.
func (d *Document) nameKey(m *Mention) []string {
	var key []string
	for i := m.First; i < m.Last; i++ {
		t := m.Sentence.Tokens[i]
		if t.Kind == lang.Word && !Vocab().Is(t, NameSuffix) {
			key = append(key, FoldName(t.Text))
		}
	}
	return key
}

// FoldName takes accents and case off a word of a name, so that "Çelik" and
// "Celik" are one.
func FoldName(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			plain = false
			break
		}
	}
	s = lang.Fold(s)
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case r >= 0x300 && r < 0x370, unicode.Is(unicode.Cf, r): // accents, and marks that nobody sees
		case r == 'ı':
			b.WriteByte('i')
		case r == 'ø':
			b.WriteByte('o')
		case r == 'ł':
			b.WriteByte('l')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// joinFull gives a mention of two words or more its person.
func (d *Document) joinFull(m *Mention) {
	key := d.nameKey(m)
	last := key[len(key)-1]
	for _, p := range d.Alias[last] {
		if sameName(p.Key, key) {
			d.attach(p, m, key)
			return
		}
	}
	for _, p := range d.Alias[key[0]] {
		if Subset(key, p.Key) || Subset(p.Key, key) && len(p.Key) > 1 {
			d.attach(p, m, key)
			return
		}
	}
	p := &Person{}
	d.People = append(d.People, p)
	d.attach(p, m, key)
}

// attach adds a mention to a person, and the person to the words of the name.
func (d *Document) attach(p *Person, m *Mention, key []string) {
	m.Person = p
	m.Kind = PersonMention
	p.Mentions = append(p.Mentions, m)
	if len(key) > len(p.Key) {
		p.Key = key
		p.NameSpan = m.Span
		p.Name = strings.Join(strings.Fields(m.Of(d.Text)), " ")
	}
	p.addAlias(m.Of(d.Text))
	for i, w := range key {
		if len(w) < 2 || i+1 < len(key) && Vocab().Class[w]&NameParticle != 0 || strings.HasSuffix(w, ".") {
			continue
		}
		if len(d.Alias[w]) < mostNamesakes && !containsPerson(d.Alias[w], p) {
			d.Alias[w] = append(d.Alias[w], p)
		}
	}
}

// mostNamesakes is how many people are found by one word of their names: a text
// that names more is a directory, and must not cost more than it is long.
const mostNamesakes = 100

func containsPerson(list []*Person, p *Person) bool {
	for _, q := range list {
		if q == p {
			return true
		}
	}
	return false
}

func (p *Person) addAlias(words string) {
	words = strings.Join(strings.Fields(words), " ")
	if words != p.Name && !slices.Contains(p.aliases, words) {
		p.aliases = append(p.aliases, words)
	}
}

// sameName reports whether two full names can be one person's: the same last
// word, and first names that are equal, short for each other or an initial.
func sameName(a, b []string) bool {
	if a[len(a)-1] != b[len(b)-1] {
		return false
	}
	if Subset(a, b) || Subset(b, a) {
		return true
	}
	x, y := a[0], b[0]
	if strings.HasSuffix(x, ".") || strings.HasSuffix(y, ".") {
		return x[0] == y[0]
	}
	return len(x) > 2 && len(y) > 2 && x[:3] == y[:3] || ShortFor(x, y)
}

// ShortFor reports whether two folded given names go for one: one begins the
// other, as in "Dan" and "Daniel", or is its nickname, or both are nicknames of a
// third.
func ShortFor(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) > 2 && strings.HasPrefix(y, x) {
		return true
	}
	given := func(name string) []string { return append(nicknames()[name], name) }
	return slices.ContainsFunc(given(x), func(name string) bool { return slices.Contains(given(y), name) })
}

// nicknames are the given names that each short form stands for.
var nicknames = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, row := range lexicon.Rows("nicknames") {
		for short := range strings.FieldsSeq(row[1]) {
			m[short] = append(m[short], row[0])
		}
	}
	return m
})

// Subset reports whether every word of a stands in b.
func Subset(a, b []string) bool {
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return true
}

// joinSingle gives a mention of one word its person: one whose name has the
// word, or a new one where an office or honorific shows that it is a person.
func (d *Document) joinSingle(m *Mention) {
	key := d.nameKey(m)
	if len(key) == 0 {
		return
	}
	if p := d.bySurname(key[len(key)-1], m); p != nil && (len(key) == 1 || Subset(key, p.Key)) {
		d.attach(p, m, key)
		return
	}
	if m.Kind == PersonMention && len(d.Alias[key[0]]) == 0 {
		p := &Person{}
		d.People = append(d.People, p)
		d.attach(p, m, key)
	}
}

// bySurname returns the one person whom a single word of a name can mean.
func (d *Document) bySurname(word string, m *Mention) *Person {
	var last, first, any []*Person
	for _, p := range d.Alias[word] {
		switch {
		case p.Key[len(p.Key)-1] == word:
			last = append(last, p)
		case p.Key[0] == word && len(p.Key) > 1 && Vocab().Class[word]&FamilyFirst != 0:
			first = append(first, p)
		default:
			any = append(any, p)
		}
	}
	for _, list := range [][]*Person{last, first, any} {
		switch {
		case len(list) == 1:
			return list[0]
		case len(list) > 1 && m != nil:
			return oneOf(list, m)
		}
	}
	return nil
}

// oneOf picks the person of a list whose title or side is that of m, or the
// one named last before m where there is nothing to choose by.
func oneOf(list []*Person, m *Mention) *Person {
	var fit *Person
	for _, p := range list {
		for _, o := range p.Mentions {
			if m.Title != "" && lang.Fold(o.Title) == lang.Fold(m.Title) || m.Side != "" && o.Side == m.Side {
				if fit != nil && fit != p {
					return nil
				}
				fit = p
			}
		}
	}
	return fit
}

// settle chooses a person's title from what stands beside the names.
func (d *Document) settle(p *Person) {
	var best *Mention
	for _, m := range p.Mentions {
		if m.Title == "" {
			continue
		}
		m.Title = singularTitle(m.Title)
		if best == nil || best.Former && !m.Former || extends(m.Title, best.Title) {
			best = m
		}
		switch m.honorific {
		case "mr", "sir", "lord", "messrs":
			p.Gender = 'm'
		case "mrs", "ms", "miss", "lady", "dame", "madam":
			p.Gender = 'f'
		}
	}
	for _, m := range p.Mentions {
		if p.hint == "" {
			p.hint = m.Side
		}
		switch m.honorific {
		case "mr", "sir", "lord", "messrs":
			p.Gender = 'm'
		case "mrs", "ms", "miss", "lady", "dame", "madam":
			p.Gender = 'f'
		}
	}
	if best != nil {
		p.Title = best.Title
		p.Titled = append([]briefing.Span{best.Sentence.Span}, best.titled...)
	}
}

// extends reports whether title a says all that b says, and more, without
// being a whole life story.
func extends(a, b string) bool {
	x, y := strings.Fields(lang.Fold(a)), strings.Fields(lang.Fold(b))
	return len(x) > len(y) && len(x) < 14 && Subset(y, x)
}

// byOrder puts people and their mentions in the order of the text.
func (d *Document) byOrder() {
	seen := map[*Person]bool{}
	d.People = d.People[:0]
	for _, m := range d.Mentions {
		if p := m.Person; p != nil {
			if !seen[p] {
				seen[p] = true
				p.Mentions = p.Mentions[:0]
				d.People = append(d.People, p)
			}
			p.Mentions = append(p.Mentions, m)
		}
	}
}

// inOffice returns the one person of the article who holds the office that m
// stands for, or nil.
func (d *Document) inOffice(m *Mention) *Person {
	if m.Opposite {
		return nil
	}
	return d.holderOf(m.Title, m.Side)
}

func (d *Document) holderOf(title, side string) *Person {
	noun := TitleNoun(title)
	if noun == "" {
		return nil
	}
	var fit *Person
	for _, p := range d.People {
		if side != "" && p.AnySide() != "" && p.AnySide() != side {
			continue
		}
		if p.Title == "" || TitleNoun(p.Title) != noun && !(noun == "leader" && side != "" && Vocab().RankOf(p.Title) < 3) || !Subset(strings.Fields(lang.Fold(title)), append(strings.Fields(lang.Fold(p.Title)), "leader")) {
			continue
		}
		if fit != nil {
			return nil
		}
		fit = p
	}
	return fit
}

// AnySide returns the first side that stands beside one of the person's names.
func (p *Person) AnySide() string {
	if p.Side != "" {
		return p.Side
	}
	return p.hint
}

// TitleNoun returns the noun that makes an office, folded: "secretary" of
// "Deputy Secretary of State".
func TitleNoun(title string) string {
	list := strings.Fields(lang.Fold(title))
	noun := ""
	for _, w := range list {
		w = strings.Trim(w, ",.")
		if w == "of" || w == "for" || w == "to" || w == "at" || w == "in" {
			break
		}
		if Vocab().Class[w]&HeadWord != 0 {
			noun = w
		}
	}
	return noun
}

// PersonNamed returns the person whom the words name: a full name, a surname,
// or an office that one person of the article holds ("the attorney general").
// It returns nil where none or more than one fits.
func (d *Document) PersonNamed(name string) *Person {
	var key []string
	for _, w := range strings.Fields(name) {
		w = strings.Trim(w, ",.;:“”\"'’()")
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if w == "" || Vocab().Class[lang.Fold(w)]&HonorificWord != 0 && Vocab().Class[lang.Fold(w)]&GivenName == 0 {
			continue
		}
		key = append(key, FoldName(w))
	}
	if len(key) == 0 {
		return nil
	}
	if key[0] != "the" {
		if p := d.bySurname(key[len(key)-1], nil); p != nil {
			for _, w := range key[:len(key)-1] {
				if !slices.Contains(p.Key, w) && Vocab().Class[w]&(HeadWord|PartWord|RankWord) == 0 {
					if _, isSide := Sides().Named(capital(w)); !isSide {
						return nil
					}
				}
			}
			return p
		}
	}
	var title []string
	side := ""
	for _, w := range strings.Fields(name) {
		if f, ok := Sides().Named(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")); ok && f.Form != MetonymForm {
			side = f.Side
			continue
		}
		if lw := lang.Fold(w); lw != "the" {
			title = append(title, lw)
		}
	}
	return d.holderOf(strings.Join(title, " "), side)
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
