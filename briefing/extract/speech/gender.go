package speech

import (
	"strings"
	"sync"

	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// givenNames returns 'm' or 'f' for given names that tell.
var givenNames = sync.OnceValue(func() map[string]byte {
	m := map[string]byte{}
	for _, row := range lexicon.Rows("given") {
		if len(row) < 2 || len(row[0]) != 1 {
			continue
		}
		for _, n := range strings.Fields(row[1]) {
			if g, ok := m[n]; ok && g != row[0][0] {
				m[n] = 0
				continue
			}
			m[n] = row[0][0]
		}
	}
	return m
})

// agencies are the short names of news agencies.
var agencies = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for name := range lexicon.Pairs("agencies") {
		m[name] = true
	}
	return m
})

// nounGender returns the gender that a part of a title tells, or 0.
func nounGender(noun string) byte {
	switch {
	case hisNouns.Has(noun):
		return 'm'
	case herNouns.Has(noun):
		return 'f'
	}
	return 0
}

// genders returns what the article tells of each person's gender: an honorific
// before the name, the title, the given name, and last the pronouns of the
// sentences that name nobody else.
func (d *Document) genders(passages []*passage) map[*mention.Person]byte {
	out := make(map[*mention.Person]byte, len(d.People))
	for _, q := range d.People {
		if g := namedGender(q); g != 0 {
			out[q] = g
		}
	}
	for q, c := range d.pronounsOf(passages) {
		switch {
		case out[q] != 0 && !(c.he+c.she > 1 && q.Gender != 0): // "Mrs. Roe" may be the wife of whom the rest tells
		case c.he > 2*c.she:
			out[q] = 'm'
		case c.she > 2*c.he:
			out[q] = 'f'
		}
	}
	return out
}

// namedGender returns the gender that the names and titles of q tell: 'm', 'f', 'n'
// for what is neither, or 0.
func namedGender(q *mention.Person) byte {
	g := q.Gender
	if g == 0 && !strings.Contains(q.Title, "’s") && !strings.Contains(q.Title, "'s") {
		for _, w := range strings.Fields(strings.ToLower(q.Title)) {
			if n := nounGender(strings.Trim(w, ",.")); n != 0 {
				g = n
			}
		}
	}
	if parts := strings.Fields(q.Name); g == 0 && len(parts) > 1 {
		first, _, _ := strings.Cut(lang.Fold(parts[0]), "-")
		g = givenNames()[mention.FoldName(first)]
	}
	if len(q.Key) == 1 && agencies()[q.Name] {
		g = 'n'
	}
	for _, w := range q.Key {
		if g == 0 && len(q.Key) > 1 && houses.Has(w) {
			g = 'n' // "Norden Publishing"
		}
	}
	return g
}

// pronouns counts those that a text has for one person.
type pronouns struct{ he, she int }

// pronounsOf returns the pronouns behind each person in the sentences that name
// nobody else; a husband or wife counts too.
func (d *Document) pronounsOf(passages []*passage) map[*mention.Person]*pronouns {
	seen := map[*mention.Person]*pronouns{}
	of := func(q *mention.Person) *pronouns {
		if seen[q] == nil {
			seen[q] = &pronouns{}
		}
		return seen[q]
	}
	for _, p := range passages {
		var one *mention.Mention
		at, alone := 0, true
		for k := range p.pieces {
			m := d.personAt(p, k)
			if m == nil {
				continue
			}
			switch {
			case !p.ownerMark(k + 1):
			case p.is(k+2, "wife", "widow"):
				of(m.Person).he += 2
			case p.is(k+2, "husband", "widower"):
				of(m.Person).she += 2
			}
			switch {
			case one == nil, m == one:
				one, at = m, k
			case m.Person != one.Person:
				alone = false
			}
		}
		if one != nil && alone {
			of(one.Person).count(p, at+1)
		}
	}
	return seen
}

// count adds the pronouns of passage p from piece from on.
func (c *pronouns) count(p *passage, from int) {
	other := false // something else is named before the pronoun, which may be its own
	for k := from; k < len(p.pieces); k++ {
		switch {
		case p.is(k, "he", "himself"), p.is(k, "his", "him") && !other:
			c.he++
		case p.is(k, "she", "herself"), p.is(k, "her", "hers") && !other:
			c.she++
		case p.capital(k):
			other = true
		}
	}
}
