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
		g := q.Gender
		if g == 0 {
			for _, w := range strings.Fields(strings.ToLower(q.Title)) {
				if n := nounGender(strings.Trim(w, ",.")); n != 0 && !strings.Contains(q.Title, "’s") && !strings.Contains(q.Title, "'s") {
					g = n
				}
			}
		}
		if parts := strings.Fields(q.Name); g == 0 && len(parts) > 1 {
			first := lang.Fold(parts[0])
			if k := strings.IndexByte(first, '-'); k > 0 {
				first = first[:k]
			}
			g = givenNames()[mention.FoldName(first)]
		}
		if len(q.Key) == 1 && agencies()[q.Name] {
			g = 'n'
		}
		for _, w := range q.Key {
			if g == 0 && len(q.Key) > 1 && houses.Has(w) {
				g = 'n' // neither: "Norden Publishing"
			}
		}
		if g != 0 {
			out[q] = g
		}
	}
	type count struct{ he, she int }
	seen := map[*mention.Person]*count{}
	of := func(q *mention.Person) *count {
		if seen[q] == nil {
			seen[q] = &count{}
		}
		return seen[q]
	}
	for _, p := range passages {
		for k := range p.pieces {
			if m := d.personAt(p, k); m == nil || !p.ownerMark(k+1) {
				continue
			} else if p.is(k+2, "wife", "widow") {
				of(m.Person).he += 2
			} else if p.is(k+2, "husband", "widower") {
				of(m.Person).she += 2
			}
		}
		var one *mention.Person
		at, end := -1, 0
		for k := range p.pieces {
			m := d.personAt(p, k)
			if m == nil || m.Person == one {
				continue
			}
			if one != nil {
				one = nil
				at = -1
				break
			}
			one, at, end = m.Person, k, m.End
		}
		if one == nil {
			continue
		}
		c := of(one)
		other := false // something else is named before the pronoun, which may be its own
		for k := at + 1; k < len(p.pieces); k++ {
			switch {
			case p.is(k, "he", "himself"), p.is(k, "his", "him") && !other:
				c.he++
			case p.is(k, "she", "herself"), p.is(k, "her", "hers") && !other:
				c.she++
			case p.capital(k) && p.pieces[k].Start >= end:
				other = true
			}
		}
	}
	for _, q := range d.People {
		switch c := seen[q]; {
		case c == nil, out[q] != 0 && !(c.he+c.she > 1 && q.Gender != 0): // "Mrs. Roe" may be the wife of whom the rest tells
		case c.he > 2*c.she:
			out[q] = 'm'
		case c.she > 2*c.he:
			out[q] = 'f'
		}
	}
	return out
}
