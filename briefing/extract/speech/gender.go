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

// houses are the last words of the names of firms and bodies.
var houses = lexicon.Set(`publishing press books records pictures studios entertainment group holdings capital partners ventures bank
	insurance motors airlines airways energy petroleum industries technologies systems solutions software pharmaceuticals
	foods stores institute university college school hospital foundation association federation union party movement
	committee commission council agency ministry department corporation company network news times post journal magazine
	images sept. oct. nov. dec. jan. feb. aug. democrats republicans tories radio television media festival club fc united museum theatre theater`)

// genderedNouns are the parts of titles that tell a person's gender.
var genderedNouns = sync.OnceValue(func() map[string]byte {
	m := map[string]byte{}
	for _, w := range strings.Fields(`king prince sultan emir sheikh lord sir baron duke earl pope cardinal archbishop bishop father
		husband son brother widower nephew uncle grandson chairman congressman spokesman businessman councilman alderman
		policeman fireman salesman statesman ombudsman anchorman taoiseach`) {
		m[w] = 'm'
	}
	for _, w := range strings.Fields(`queen princess lady dame baroness duchess countess mother wife daughter sister widow niece
		aunt granddaughter chairwoman congresswoman spokeswoman businesswoman councilwoman policewoman saleswoman stateswoman
		anchorwoman actress`) {
		m[w] = 'f'
	}
	return m
})

// genders returns what the article tells of each person's gender: an honorific
// before the name, the title, the given name, and last the pronouns of the
// sentences that name nobody else.
func (d *Document) genders(passages []*passage) map[*mention.Person]byte {
	out := make(map[*mention.Person]byte, len(d.People))
	for _, q := range d.People {
		g := q.Gender
		if g == 0 {
			for _, w := range strings.Fields(strings.ToLower(q.Title)) {
				if n := genderedNouns()[strings.Trim(w, ",.")]; n != 0 && !strings.Contains(q.Title, "’s") && !strings.Contains(q.Title, "'s") {
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
		for _, w := range q.Key {
			if g == 0 && len(q.Key) > 1 && houses[w] {
				g = 'n' // neither: "Norden Publishing"
			}
		}
		if g != 0 {
			out[q] = g
		}
	}
	type count struct{ he, she int }
	seen := map[*mention.Person]*count{}
	for _, p := range passages {
		var one *mention.Person
		at := -1
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
			one, at = m.Person, k
		}
		if one == nil || out[one] != 0 {
			continue
		}
		c := seen[one]
		if c == nil {
			c = &count{}
			seen[one] = c
		}
		for k := at + 1; k < len(p.pieces); k++ {
			switch {
			case p.is(k, "he", "his", "him", "himself"):
				c.he++
			case p.is(k, "she", "her", "hers", "herself"):
				c.she++
			}
		}
	}
	for _, q := range d.People {
		switch c := seen[q]; {
		case c == nil:
		case c.he > 2*c.she:
			out[q] = 'm'
		case c.she > 2*c.he:
			out[q] = 'f'
		}
	}
	return out
}
