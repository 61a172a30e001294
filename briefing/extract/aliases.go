package extract

import (
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
	"golang.org/x/text/unicode/norm"
)

// joinAliases makes people of the mentions that name one person: "Attorney
// General William Barr", "Barr", "the attorney general". Where a surname fits
// two people and nothing decides, the mention stays apart.
//
// It does not follow pronouns.
func joinAliases(d *document) {
	var single, offices []*mention
	alone := map[string]bool{}
	for _, m := range d.mentions {
		if !m.office && m.kind != placeMention && m.last-m.first == 1 {
			alone[foldName(m.sentence.Tokens[m.first].Text)] = true
		}
	}
	for _, m := range d.mentions {
		// A full name whose surname the article also uses alone is a person's.
		if m.kind == otherMention && m.score > 0 && m.last-m.first > 1 && m.last-m.first < 4 {
			if key := d.nameKey(m); len(key) > 1 && alone[key[len(key)-1]] {
				m.kind = personMention
			}
		}
		switch {
		case m.office:
			offices = append(offices, m)
		case m.kind == placeMention || m.kind == organisationMention:
		case m.kind == personMention && len(d.nameKey(m)) > 1:
			d.joinFull(m)
		default:
			single = append(single, m)
		}
	}
	for _, m := range single {
		d.joinSingle(m)
	}
	for _, p := range d.people {
		d.settle(p)
	}
	d.byOrder()
	for _, m := range offices {
		m.person = d.inOffice(m)
		if m.person != nil {
			m.person.mentions = append(m.person.mentions, m)
			m.person.addAlias(m.Of(d.text))
		}
	}
}

// nameKey returns the folded words of a name, without suffixes: what aliases
// are compared by.
func (d *document) nameKey(m *mention) []string {
	var key []string
	for i := m.first; i < m.last; i++ {
		t := m.sentence.Tokens[i]
		if t.Kind == lang.Word && !vocab().is(t, nameSuffix) {
			key = append(key, foldName(t.Text))
		}
	}
	return key
}

// foldName takes accents and case off a word of a name, so that "Erdoğan" and
// "Erdogan" are one.
func foldName(s string) string {
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
func (d *document) joinFull(m *mention) {
	key := d.nameKey(m)
	last := key[len(key)-1]
	for _, p := range d.alias[last] {
		if sameName(p.key, key) {
			d.attach(p, m, key)
			return
		}
	}
	for _, p := range d.alias[key[0]] {
		if subset(key, p.key) || subset(p.key, key) && len(p.key) > 1 {
			d.attach(p, m, key)
			return
		}
	}
	p := &person{}
	d.people = append(d.people, p)
	d.attach(p, m, key)
}

// attach adds a mention to a person, and the person to the words of the name.
func (d *document) attach(p *person, m *mention, key []string) {
	m.person = p
	m.kind = personMention
	p.mentions = append(p.mentions, m)
	if len(key) > len(p.key) {
		p.key = key
		p.nameSpan = m.Span
		p.name = strings.Join(strings.Fields(m.Of(d.text)), " ")
	}
	p.addAlias(m.Of(d.text))
	for i, w := range key {
		if len(w) < 2 || i+1 < len(key) && vocab().class[w]&nameParticle != 0 || strings.HasSuffix(w, ".") {
			continue
		}
		if !containsPerson(d.alias[w], p) {
			d.alias[w] = append(d.alias[w], p)
		}
	}
}

func containsPerson(list []*person, p *person) bool {
	for _, q := range list {
		if q == p {
			return true
		}
	}
	return false
}

func (p *person) addAlias(words string) {
	words = strings.Join(strings.Fields(words), " ")
	if words != p.name && !contains(p.aliases, words) {
		p.aliases = append(p.aliases, words)
	}
}

// sameName reports whether two full names can be one person's: the same last
// word, and first names that are equal, short for each other or an initial.
func sameName(a, b []string) bool {
	if a[len(a)-1] != b[len(b)-1] {
		return false
	}
	if subset(a, b) || subset(b, a) {
		return true
	}
	x, y := a[0], b[0]
	if strings.HasSuffix(x, ".") || strings.HasSuffix(y, ".") {
		return x[0] == y[0]
	}
	if len(x) > 2 && len(y) > 2 && (x[:3] == y[:3] || nicknames[x] == y || nicknames[y] == x) {
		return true
	}
	return nicknames[x] != "" && nicknames[x] == nicknames[y]
}

// nicknames are the short forms that do not begin like the name.
var nicknames = map[string]string{
	"joe": "joseph", "bill": "william", "liz": "elizabeth", "bob": "robert", "dick": "richard", "jim": "james", "jack": "john",
	"mike": "michael", "tony": "anthony", "ted": "edward", "hank": "henry", "peggy": "margaret", "chuck": "charles", "kate": "katherine",
}

// subset reports whether every word of a stands in b.
func subset(a, b []string) bool {
	for _, w := range a {
		if !contains(b, w) {
			return false
		}
	}
	return true
}

// joinSingle gives a mention of one word its person: one whose name has the
// word, or a new one where an office or honorific shows that it is a person.
func (d *document) joinSingle(m *mention) {
	key := d.nameKey(m)
	if len(key) == 0 {
		return
	}
	if p := d.bySurname(key[len(key)-1], m); p != nil && (len(key) == 1 || subset(key, p.key)) {
		d.attach(p, m, key)
		return
	}
	if m.kind == personMention && len(d.alias[key[0]]) == 0 {
		p := &person{}
		d.people = append(d.people, p)
		d.attach(p, m, key)
	}
}

// bySurname returns the one person whom a single word of a name can mean.
func (d *document) bySurname(word string, m *mention) *person {
	var last, first, any []*person
	for _, p := range d.alias[word] {
		switch {
		case p.key[len(p.key)-1] == word:
			last = append(last, p)
		case p.key[0] == word && len(p.key) > 1 && vocab().class[word]&familyFirst != 0:
			first = append(first, p)
		default:
			any = append(any, p)
		}
	}
	for _, list := range [][]*person{last, first, any} {
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
func oneOf(list []*person, m *mention) *person {
	var fit *person
	for _, p := range list {
		for _, o := range p.mentions {
			if m.title != "" && lang.Fold(o.title) == lang.Fold(m.title) || m.side != "" && o.side == m.side {
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
func (d *document) settle(p *person) {
	var best *mention
	for _, m := range p.mentions {
		if m.title == "" {
			continue
		}
		m.title = singularTitle(m.title)
		if best == nil || best.former && !m.former || extends(m.title, best.title) {
			best = m
		}
		switch m.honorific {
		case "mr", "sir", "lord", "messrs":
			p.gender = 'm'
		case "mrs", "ms", "miss", "lady", "dame", "madam":
			p.gender = 'f'
		}
	}
	for _, m := range p.mentions {
		if p.hint == "" {
			p.hint = m.side
		}
		switch m.honorific {
		case "mr", "sir", "lord", "messrs":
			p.gender = 'm'
		case "mrs", "ms", "miss", "lady", "dame", "madam":
			p.gender = 'f'
		}
	}
	if best != nil {
		p.title = best.title
		p.titled = append([]briefing.Span{best.sentence.Span}, best.titled...)
	}
}

// extends reports whether title a says all that b says, and more, without
// being a whole life story.
func extends(a, b string) bool {
	x, y := strings.Fields(lang.Fold(a)), strings.Fields(lang.Fold(b))
	return len(x) > len(y) && len(x) < 14 && subset(y, x)
}

// byOrder puts people and their mentions in the order of the text.
func (d *document) byOrder() {
	seen := map[*person]bool{}
	d.people = d.people[:0]
	for _, m := range d.mentions {
		if p := m.person; p != nil {
			if !seen[p] {
				seen[p] = true
				p.mentions = p.mentions[:0]
				d.people = append(d.people, p)
			}
			p.mentions = append(p.mentions, m)
		}
	}
}

// inOffice returns the one person of the article who holds the office that m
// stands for, or nil.
func (d *document) inOffice(m *mention) *person {
	if m.opposite {
		return nil
	}
	return d.holderOf(m.title, m.side)
}

func (d *document) holderOf(title, side string) *person {
	noun := titleNoun(title)
	if noun == "" {
		return nil
	}
	var fit *person
	for _, p := range d.people {
		if side != "" && p.anySide() != "" && p.anySide() != side {
			continue
		}
		if p.title == "" || titleNoun(p.title) != noun && !(noun == "leader" && side != "" && vocab().rankOf(p.title) < 3) || !subset(strings.Fields(lang.Fold(title)), append(strings.Fields(lang.Fold(p.title)), "leader")) {
			continue
		}
		if fit != nil {
			return nil
		}
		fit = p
	}
	return fit
}

// anySide returns the first side that stands beside one of the person's names.
func (p *person) anySide() string {
	if p.side != "" {
		return p.side
	}
	return p.hint
}

// titleNoun returns the noun that makes an office, folded: "secretary" of
// "Deputy Secretary of State".
func titleNoun(title string) string {
	list := strings.Fields(lang.Fold(title))
	noun := ""
	for _, w := range list {
		w = strings.Trim(w, ",.")
		if w == "of" || w == "for" || w == "to" || w == "at" || w == "in" {
			break
		}
		if vocab().class[w]&headWord != 0 {
			noun = w
		}
	}
	return noun
}

// personNamed returns the person whom the words name: a full name, a surname,
// or an office that one person of the article holds ("the attorney general").
// It returns nil where none or more than one fits.
func (d *document) personNamed(name string) *person {
	var key []string
	for _, w := range strings.Fields(name) {
		w = strings.Trim(w, ",.;:“”\"'’()")
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if w == "" || vocab().class[lang.Fold(w)]&honorificWord != 0 && vocab().class[lang.Fold(w)]&givenName == 0 {
			continue
		}
		key = append(key, foldName(w))
	}
	if len(key) == 0 {
		return nil
	}
	if key[0] != "the" {
		if p := d.bySurname(key[len(key)-1], nil); p != nil {
			for _, w := range key[:len(key)-1] {
				if !contains(p.key, w) && vocab().class[w]&(headWord|partWord|rankWord) == 0 {
					if _, isSide := sides().named(capital(w)); !isSide {
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
		if f, ok := sides().named(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")); ok && f.form != metonymForm {
			side = f.side
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
