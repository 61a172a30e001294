package extract

import (
	"slices"
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// The home side of officers whose country no word beside them names:
//
//	HANOI (VNA) – Minister A received the Ambassador of Peru   whose agency tells it
//	Minister A met Norway's B and then Peru's C                the country the article names most
//	The labour minister met the World Bank's A in Kingston     where it was, if nobody else is of it
//	Health Secretary A … told the BBC … the Commons            whose home news it is
//
// Cities where others often meet count for nothing, and where two countries
// are as likely the side stays open.

// agencySides are the sides of national news agencies by their signs.
var agencySides = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, row := range rows("agencies") {
		if len(row) > 1 {
			m[row[0]] = row[1]
		}
	}
	return m
})

// byAgency returns the country whose agency tells the article: "HANOI (VNA) –".
func (d *document) byAgency() string {
	for _, s := range d.sentences[:min(2, len(d.sentences))] {
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

// home returns the country whose officers the article tells of, for a person
// who cannot stand for the barred sides: the one it names most.
func (d *document) home(barred []string) string {
	w := d.weights()
	best, second := "", 0
	for _, s := range sides().ordered {
		if w[s] == 0 || slices.Contains(barred, s) {
			continue
		}
		if f, _ := sides().named(s); f.kind != briefing.Country {
			continue
		}
		if best == "" || w[s] > w[best] {
			if best != "" {
				second = w[best]
			}
			best = s
		} else {
			second = max(second, w[s])
		}
	}
	if best == "" || w[best] < 2 || w[best] <= second {
		return ""
	}
	return best
}

// oneGovernment returns the country whose government the article's head speaks
// of ("Peru's government", "the Peruvian government"), if it is one country.
func (d *document) oneGovernment() string {
	found := ""
	for _, s := range d.sentences[:min(lead, len(d.sentences))] {
		for _, m := range s.mentions {
			k := m.last
			if m.kind != placeMention || m.sideKind != briefing.Country {
				continue
			}
			if k < len(s.Tokens) && s.Tokens[k].Kind == lang.Clitic {
				k++
			}
			if k >= len(s.Tokens) || !s.Tokens[k].Is("government") || m.side == found {
				continue
			}
			if found != "" {
				return ""
			}
			found = m.side
		}
	}
	return found
}

// hintWords are the words of assets/lexicon/hints.tsv by their first word.
var hintWords = sync.OnceValue(func() map[string][][2]string {
	m := map[string][][2]string{}
	for _, row := range rows("hints") {
		if len(row) < 2 {
			continue
		}
		for _, w := range fields(row[1]) {
			first, rest, _ := strings.Cut(w, " ")
			m[first] = append(m[first], [2]string{rest, row[0]})
		}
	}
	return m
})

// hinted returns the country whose home news the article is, by its capital as
// one who acts ("Ottawa will pay") and by words that only its news uses; "" if
// they are few or those of several.
func (d *document) hinted() string {
	count := map[string]int{}
	var order []string
	add := func(side string) {
		if count[side] == 0 {
			order = append(order, side)
		}
		count[side]++
	}
	for _, s := range d.sentences {
		for i, t := range s.Tokens {
			for _, h := range hintWords()[t.Text] {
				if h[0] == "" || i+1 < len(s.Tokens) && s.Tokens[i+1].Text == h[0] {
					add(h[1])
				}
			}
		}
		for _, m := range s.mentions {
			if m.kind != placeMention || m.sideKind != briefing.Country || m.first > 0 && preposition(s.Tokens[m.first-1]) && !d.palace(m) {
				continue
			}
			if f, ok := sides().named(m.Of(d.text)); ok && f.form == metonymForm {
				add(m.side)
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

// onlyCountry returns the country that the article names, if it names just
// one. A capital that somebody came from, or where others meet, is not counted.
func (d *document) onlyCountry() string {
	found := ""
	for _, m := range d.mentions {
		if m.kind != placeMention || m.sideKind != briefing.Country || m.side == found {
			continue
		}
		if f, ok := sides().named(m.Of(d.text)); ok && f.form == metonymForm && m.first > 0 && preposition(m.sentence.Tokens[m.first-1]) &&
			(!m.sentence.Tokens[m.first-1].Is("in", "at") || venues[m.sentence.Tokens[m.last-1].Lower]) {
			continue // "came straight from Brussels"
		}
		if found != "" {
			return ""
		}
		found = m.side
	}
	return found
}

// atHomeByHints gives ministers and secretaries whose country nothing else
// tells the one whose home news the article is.
func (r *sideReader) atHomeByHints() {
	hint, asked := "", false
	r.each(func(pt part) {
		title := pt.person.title
		if noun := titleNoun(title); abroad(title) || noun != "minister" && noun != "secretary" && noun != "premier" && noun != "chancellor" && noun != "governor" && noun != "undersecretary" || noun == "secretary" && (bodySide(title) != "" || strings.Contains(lang.Fold(title), "general")) {
			return
		}
		if !asked {
			if hint, asked = r.d.hinted(), true; hint == "" {
				hint = r.d.onlyCountry()
			}
		}
		r.set(pt.person, hint, "", "side by whose home news it is")
	})
}

// venues are cities where others' talks are often held, so that a meeting
// there says little of who is at home.
var venues = words("vienna brussels hague paris london washington doha cairo nairobi addis rome madrid berlin helsinki oslo riyadh jeddah dubai muscat bern singapore moscow beijing")

// atHost gives ministers who met somebody from elsewhere the country whose
// capital it was in, if nobody else there is of it: "The labour minister met
// the World Bank's A in Kingston".
func (r *sideReader) atHost() {
	guests := false
	seated := map[string]bool{}
	for _, pt := range r.parts {
		seated[pt.person.side] = true
		guests = guests || pt.person.side != ""
	}
	for _, s := range r.d.sentences[:min(lead, len(r.d.sentences))] {
		for _, t := range s.Tokens {
			if venues[t.Lower] || t.Is("sidelines", "summit", "margins", "conference", "forum") {
				return
			}
		}
	}
	if !guests {
		return
	}
	r.each(func(pt part) {
		if noun := titleNoun(pt.person.title); noun != "minister" && noun != "secretary" || pt.rule == "delegation.visit" {
			return
		}
		if host := r.d.meetingPlace(pt); host != "" && (!seated[host] || pt.person.side == "") {
			r.set(pt.person, host, "", "side by the place of the meeting")
		}
	})
}

// atHome gives those who face others, all of known sides, the country that
// the article names most.
func (r *sideReader) atHome() {
	for _, pt := range r.parts {
		p := pt.person
		if p.side != "" || p.title == "" || len(r.faces[p]) == 0 || vocab().rankOf(p.title) > 5 {
			continue
		}
		barred := slices.Clone(r.barred[p])
		for _, o := range r.faces[p] {
			if o.side == "" {
				barred = nil
				break
			}
			barred = append(barred, o.side)
		}
		if barred != nil {
			r.set(p, r.d.home(barred), "", "side by the country the article names most")
		}
	}
}
