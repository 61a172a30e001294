package seating

import (
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/allegiance"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// Sides that follow from what an office has in common with others of the article:
//
//	the Thai ministers stressed … Commerce Minister [A]         officers of a nation
//	Speaker A … Deputy Secretary General of Parliament [B]      of one house
//	Ambassador A to Ruritania … Health Minister [B]             whom an envoy is sent to

// byKin adds what the offices that the article names say of p's.
func (c *SideChooser) byKin(out *[]SideVote, p *mention.Person) {
	if p.Title == "" {
		return
	}
	for _, side := range c.nations[mention.TitleNoun(p.Title)] {
		c.add(out, side, briefing.Country, "officers of a nation")
	}
	if !allegiance.Abroad(p.Title) {
		for _, side := range c.hosts {
			c.add(out, side, briefing.Country, "envoy sent to")
		}
	}
}

// sameHouse adds the sides of those who have another office of the same house as
// p: two speakers are of two parliaments.
func (c *SideChooser) sameHouse(out *[]SideVote, p *mention.Person) {
	house := houseOf(p.Title)
	if house == "" {
		return
	}
	for _, o := range c.People[:min(allegiance.MostFacing, len(c.People))] {
		if o != p && o.Side != "" && houseOf(o.Title) == house && mention.TitleNoun(o.Title) != mention.TitleNoun(p.Title) {
			c.add(out, o.Side, o.Kind, "of one house")
		}
	}
}

// nationOf returns the side of the group that a sentence says m to be among: "Thai
// cabinet members, including [A] and [B]"; "" if it names none.
func (d *Document) nationOf(m *mention.Mention) (string, briefing.SideKind) {
	t := m.Sentence.Tokens
	k := m.From - 1
	for k > 0 && m.From-k < Farthest && !t[k].Is("including", ";", ":") {
		k--
	}
	if k <= 0 || !t[k].Is("including") {
		return "", ""
	}
	from := k - 1
	if t[from].Text == "," {
		from--
	}
	for n := 0; from > 0 && n < 4 && t[from].Kind == lang.Word && !mention.Preposition(t[from]); n++ {
		if o := d.MentionAt(t[from].Start); o != nil && (o.Kind == mention.PlaceMention || o.Kind == mention.OrganisationMention) {
			return o.Side, o.SideKind
		}
		from--
	}
	return "", ""
}

// houses are what an office is of, by a word in it: "Speaker" is of parliament.
var houses = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, row := range lexicon.Rows("houses") {
		for _, w := range lexicon.Fields(row[1]) {
			m[w] = row[0]
		}
	}
	return m
})

// houseOf returns what a title's office is of, or "".
func houseOf(title string) string {
	for w := range strings.FieldsSeq(lang.Fold(title)) {
		if h := houses()[strings.Trim(w, ",.()")]; h != "" {
			return h
		}
	}
	return ""
}

// nationsOf returns the countries whose officers an article names without their
// names, by what they are: "the Thai ministers" gives Thailand for "minister".
func nationsOf(d *Document) map[string][]string {
	out := map[string][]string{}
	for _, m := range d.Mentions {
		if m.Kind != mention.PlaceMention || m.SideKind != briefing.Country {
			continue
		}
		t := m.Sentence.Tokens
		for k := m.Last; k < len(t) && k < m.Last+3 && t[k].Kind == lang.Word; k++ {
			noun := briefing.Singular(t[k].Lower)
			if noun == t[k].Lower || mention.Vocab().Class[noun]&mention.HeadWord == 0 {
				continue
			}
			if list := out[noun]; len(list) == 0 || list[len(list)-1] != m.Side {
				out[noun] = append(list, m.Side)
			}
			break
		}
	}
	return out
}

// hostsOf returns the countries that envoys of the article are sent to.
func hostsOf(d *Document) (out []string) {
	for _, p := range d.People {
		if _, to, ok := strings.Cut(p.Title, " to "); ok && allegiance.Abroad(p.Title) {
			if f, known := mention.Sides().Named(strings.TrimPrefix(to, "the ")); known && f.Kind == briefing.Country {
				out = append(out, f.Side)
			}
		}
	}
	return out
}
