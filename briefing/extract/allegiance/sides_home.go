package allegiance

import (
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// What the whole article says of whose news it is:
//
//	HANOI (VNA) – Minister A received the Ambassador of Peru   whose agency tells it
//	the Peruvian government said                               one government
//	Health Secretary A … told the BBC … the Commons            whose home news it is
//	no country but one is named                                that one

// agencySides are the sides of national news agencies by their signs.
var agencySides = sync.OnceValue(func() map[string]string { return lexicon.Pairs("agencies") })

// ByAgency returns the country whose agency tells the article: "HANOI (VNA) –".
func (d *Document) ByAgency() string {
	for _, s := range d.Sentences[:min(2, len(d.Sentences))] {
		for i, t := range s.Tokens {
			if i > 16 {
				break
			}
			if side := agencySides()[t.Text]; side != "" && i > 0 && s.Tokens[i-1].Is("(", "/", "-", "–", "—", "--") {
				return side
			}
		}
	}
	return ""
}

// OneGovernment returns the country whose government the article's head speaks
// of ("Peru's government", "the Peruvian government"), if it is one country.
func (d *Document) OneGovernment() string {
	found := ""
	for _, s := range d.Sentences[:min(Lead, len(d.Sentences))] {
		for _, m := range s.Mentions {
			k := m.Last
			if m.Kind != mention.PlaceMention || m.SideKind != briefing.Country {
				continue
			}
			if k < len(s.Tokens) && s.Tokens[k].Kind == lang.Clitic {
				k++
			}
			if k >= len(s.Tokens) || !s.Tokens[k].Is("government") || m.Side == found {
				continue
			}
			if found != "" {
				return ""
			}
			found = m.Side
		}
	}
	return found
}

// hintWords are the words of assets/lexicon/hints.tsv by their first word.
var hintWords = sync.OnceValue(func() map[string][][2]string {
	m := map[string][][2]string{}
	for _, row := range lexicon.Rows("hints") {
		if len(row) < 2 {
			continue
		}
		for _, w := range lexicon.Fields(row[1]) {
			first, rest, _ := strings.Cut(w, " ")
			m[first] = append(m[first], [2]string{rest, row[0]})
		}
	}
	return m
})

// Hinted returns the country whose home news the article is, by its capital as
// one who acts ("Ottawa will pay") and by words that only its news uses; "" if
// they are few or those of several.
func (d *Document) Hinted() string {
	count := map[string]int{}
	var order []string
	add := func(side string) {
		if count[side] == 0 {
			order = append(order, side)
		}
		count[side]++
	}
	for _, s := range d.Sentences {
		for i, t := range s.Tokens {
			for _, h := range hintWords()[t.Text] {
				if h[0] == "" || i+1 < len(s.Tokens) && s.Tokens[i+1].Text == h[0] {
					add(h[1])
				}
			}
		}
		for _, m := range s.Mentions {
			if m.Kind != mention.PlaceMention || m.SideKind != briefing.Country || m.First > 0 && mention.Preposition(s.Tokens[m.First-1]) && !d.Palace(m) {
				continue
			}
			if f, ok := mention.Sides().Named(m.Of(d.Text)); ok && f.Form == mention.MetonymForm {
				add(m.Side)
			}
		}
	}
	best, second := "", 0
	for _, side := range order {
		if best == "" || count[side] > count[best] {
			if best != "" {
				second = count[best]
			}
			best = side
		} else {
			second = max(second, count[side])
		}
	}
	if best == "" || count[best] < 2 || count[best] < 3*second {
		return ""
	}
	return best
}

// OnlyCountry returns the country that the article names, if it names just
// one. A capital that somebody came from, or where others meet, is not counted.
func (d *Document) OnlyCountry() string {
	found := ""
	for _, m := range d.Mentions {
		if m.Kind != mention.PlaceMention || m.SideKind != briefing.Country || m.Side == found {
			continue
		}
		if f, ok := mention.Sides().Named(m.Of(d.Text)); ok && f.Form == mention.MetonymForm && m.First > 0 && mention.Preposition(m.Sentence.Tokens[m.First-1]) &&
			(!m.Sentence.Tokens[m.First-1].Is("in", "at") || venues[m.Sentence.Tokens[m.Last-1].Lower]) {
			continue // "came straight from Brussels"
		}
		if found != "" {
			return ""
		}
		found = m.Side
	}
	return found
}

// venues are cities where others' talks are often held, so that a meeting
// there says little of who is at home.
var venues = lexicon.Set("vienna brussels hague paris london washington doha cairo nairobi addis rome madrid berlin helsinki oslo riyadh jeddah dubai muscat bern singapore moscow beijing")
