package extract

import (
	"slices"
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// Sides that follow from who else is at the table:
//
//	Secretary A and the Vietnamese deputy minister, B          A is not Vietnam's: the other of two
//	officials from Canada and Peru, Minister A and Director B  in their order
//	Minister A met Norway's B and then Peru's C                the country the article names most
//	HANOI (VNA) – Minister A received the Ambassador of Peru   whose agency tells it
//
// Where the article names a third country as often as the second, nothing is
// taken.

// fullNames are the sides of well-known leaders by their folded full names.
var fullNames = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, row := range rows("leaders") {
		if len(row) < 3 {
			continue
		}
		for _, name := range fields(row[2]) {
			var key []string
			for _, w := range strings.Fields(spelled(name)) {
				key = append(key, foldName(w))
			}
			m[strings.Join(key, " ")] = row[0]
		}
	}
	return m
})

// byFullName returns the side of a well-known leader whose full name the
// article gives, with a high office or beside the side's name.
func (d *document) byFullName(p *person) string {
	if len(p.key) < 2 {
		return ""
	}
	side := fullNames()[spelled(strings.Join(p.key, " "))]
	if side == "" && len(p.key) == 3 && strings.HasSuffix(p.key[1], ".") {
		side = fullNames()[spelled(p.key[0]+" "+p.key[2])]
	}
	if side != "" && (d.names(side) || vocab().rankOf(p.title) < 5) {
		return side
	}
	return ""
}

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

// weights returns how often the article names each country or body, in its
// words for it and in compounds such as "Norway-Peru".
func (d *document) weights() map[string]int {
	if d.weight != nil {
		return d.weight
	}
	d.weight = map[string]int{}
	for _, m := range d.mentions {
		if (m.kind == placeMention || m.kind == organisationMention) && m.side != "" {
			if f, ok := sides().named(m.Of(d.text)); !ok || f.form != metonymForm {
				d.weight[m.side]++
			}
		}
	}
	for _, s := range d.sentences {
		for _, t := range s.Tokens {
			for _, side := range compound(t) {
				d.weight[side]++
			}
		}
	}
	return d.weight
}

// compound returns the sides that a word joins: "Norway-Peru".
func compound(t lang.Token) []string {
	if !t.Capital() || !strings.ContainsAny(t.Text, "-–/") {
		return nil
	}
	var out []string
	for _, w := range strings.FieldsFunc(t.Text, func(r rune) bool { return r == '-' || r == '–' || r == '/' }) {
		f, ok := sides().forms[w]
		if !ok || f.form == metonymForm {
			return nil
		}
		out = append(out, f.side)
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// other returns the side across the table from side, where the article is
// about two: the head names just these, or it names them far more than any
// third. It returns "" where that is not so.
func (d *document) other(side string) string {
	if found, ok := d.across[side]; ok {
		return found
	}
	found := d.acrossFrom(side)
	if d.across == nil {
		d.across = map[string]string{}
	}
	d.across[side] = found
	return found
}

func (d *document) acrossFrom(side string) string {
	if named := d.atTable(); len(named) == 2 {
		switch side {
		case named[0]:
			return named[1]
		case named[1]:
			return named[0]
		}
	}
	left := slices.DeleteFunc(slices.Clone(d.atTable()), func(s string) bool { return s == side })
	w := d.weights()
	if len(left) == 1 && w[side] == 0 {
		return left[0]
	}
	best, second := "", 0
	for _, s := range sides().ordered {
		switch {
		case s == side || w[s] == 0:
		case best == "" || w[s] > w[best]:
			if best != "" {
				second = w[best]
			}
			best = s
		default:
			second = max(second, w[s])
		}
	}
	if best == "" || w[side] == 0 || w[best] < 2 || w[best] < 2*second {
		return ""
	}
	return best
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

// byCommission returns the Union for a commissioner of no country in an article
// on European ministers: "Farm Commissioner Roe chaired the meeting".
func (d *document) byCommission(p *person) string {
	low := lang.Fold(p.title)
	if titleNoun(p.title) != "commissioner" || strings.Contains(low, "high ") || strings.Contains(low, "police") || strings.Contains(low, "district") {
		return ""
	}
	switch {
	case d.names("European Union"):
		return "European Union"
	case d.names("European Community"):
		return "European Community"
	case strings.Contains(d.text, "European") && strings.Contains(d.text, "ministers"):
		return "European Union"
	}
	return ""
}

// contrast gives a person without a nationality, listed right before one who
// has it beside the name, the other side of two: "Secretary A and the
// Vietnamese minister B".
func (r *sideReader) contrast() {
	for _, g := range r.bySentence() {
		for _, b := range g {
			if b.m.side == "" || b.m.sidePart || b.person.side != b.m.side {
				continue
			}
			for _, a := range g {
				if a.person.side != "" || a.rule != b.rule || a.m.to > b.m.from || a.m.side != "" || a.m.possessor != nil || b.m.from-a.m.to > 4 || !listGap(b.m.sentence.Tokens, a.m.to, b.m.from) {
					continue
				}
				if !contains(r.barred[a.person], b.person.side) {
					r.barred[a.person] = append(r.barred[a.person], b.person.side)
				}
				side := r.d.other(b.person.side)
				if f, ok := sides().named(side); ok && f.kind == briefing.Organisation && stateOffice(a.m.title) {
					continue
				}
				r.set(a.person, side, "", "side by the other at the table")
			}
		}
	}
}

// bodyAfterName returns the side of a body that one state has, where it stands
// right after a name: "General Roe of the Joint Staff".
func (d *document) bodyAfterName(m *mention) string {
	t := m.sentence.Tokens
	i := m.last
	if i+1 >= len(t) || !t[i].Is("of", "from") {
		return ""
	}
	end := i + 1
	for end < len(t) && end < i+7 && (t[end].Capital() || t[end].Is("the", "of", "and")) {
		end++
	}
	return d.byOffice(&person{title: d.text[t[i].Start:t[end-1].End]}, "body")
}

// byPronoun gives officers whom "his" or "her" begins the sentence with the
// side of whom it stands for: "Her counsellor, Ann Roe, joined the call".
func (r *sideReader) byPronoun() {
	r.each(func(pt part) {
		s := pt.m.sentence
		if pt.m.from > 1 || pt.m.title == "" || pt.m.opposite || !s.Tokens[0].Is("his", "her") {
			return
		}
		if m := r.d.lastSubject(s); m != nil && m.person != pt.person {
			r.set(pt.person, m.person.side, m.person.kind, "side by whose officer it is")
		}
	})
}

// bodyCalled returns the body that the word at token k of s stands for, as the
// article wrote it in full before: "the Front" of the Northern Salvation Front.
func (d *document) bodyCalled(s *sentence, k int) string {
	if !s.Tokens[k].Capital() {
		return ""
	}
	if best := d.bodyEnding(s.Tokens[k].Text); ownBody(best) {
		return best
	}
	return ""
}

// longestBody is the most words of a body's name before its last.
const longestBody = 5

// bodyEnding returns the longest run of capitalised words of the article that
// ends in last and has more words than that.
func (d *document) bodyEnding(last string) string {
	if d.longest == nil {
		d.longest = map[string]string{}
		for _, s := range d.sentences {
			t := s.Tokens
			for n, w := range t {
				if !w.Capital() {
					continue
				}
				from := n
				for from > 0 && n-from < longestBody && (t[from-1].Capital() && !openers()[t[from-1].Lower] || t[from-1].Is("'", "’") && t[from].Capital()) {
					from--
				}
				if span := d.text[t[from].Start:w.End]; from < n && len(span) > len(d.longest[w.Text]) {
					d.longest[w.Text] = span
				}
			}
		}
	}
	return strings.Join(strings.Fields(d.longest[last]), " ")
}

// fullBody returns the name of a body in full, where side is only its last
// word: "Forum secretary-general" of the Pacific Islands Forum.
func (d *document) fullBody(side string) (string, briefing.SideKind) {
	if side == "" || strings.Contains(side, " ") || acronym(side) {
		return side, briefing.Organisation
	}
	if full := d.bodyEnding(side); full != "" {
		if f, ok := sides().named(full); ok {
			return f.side, f.kind
		}
		side = full
	}
	return side, briefing.Organisation
}

// byMaster gives those whose office says whose it is that person's side, where
// one person at the table holds the office named: "Director of the Crown
// Prince's Office".
func (r *sideReader) byMaster() {
	masters := map[string]*person{} // by folded title; nil where several hold it
	for _, o := range r.parts {
		t := lang.Fold(o.person.title)
		if was, ok := masters[t]; ok && was != o.person {
			masters[t] = nil
		} else if o.person.side != "" {
			masters[t] = o.person
		}
	}
	r.each(func(pt part) {
		low := strings.ReplaceAll(lang.Fold(pt.person.title), "’", "'")
		i := strings.Index(low, "'s ")
		if i < 0 {
			return
		}
		for words := low[:i]; words != ""; {
			if m := masters[words]; m != nil && m != pt.person {
				r.set(pt.person, m.side, m.kind, "side by whose officer it is")
				return
			}
			_, words, _ = strings.Cut(words, " ")
		}
	})
}

// byShortName gives those whose office begins with the last word of a body at
// the table that body's side: "Guild lawyer" at the Crab Owners' Guild's table.
func (r *sideReader) byShortName() {
	bodies := map[string]string{} // by last word; "" where several end in it
	for _, o := range r.parts {
		side := o.person.side
		i := strings.LastIndexByte(side, ' ')
		if i < 0 || o.person.kind != briefing.Organisation {
			continue
		}
		if was, ok := bodies[side[i+1:]]; ok && was != side {
			side = ""
		}
		bodies[o.person.side[i+1:]] = side
	}
	r.each(func(pt part) {
		first, _, more := strings.Cut(pt.person.title, " ")
		if more && capitalised(first) && len(first) > 3 {
			r.set(pt.person, bodies[first], briefing.Organisation, "side by the body whose officer it is")
		}
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

// abroad reports whether an office is that of somebody sent to another country.
func abroad(title string) bool {
	low := lang.Fold(title)
	switch titleNoun(title) {
	case "ambassador", "consul", "nuncio", "attache", "attaché", "counsellor", "counselor", "chargé", "minister-counsellor":
		return true
	}
	return strings.Contains(low, "consul general") || strings.Contains(low, "consul-general") || strings.Contains(low, "high commissioner") || strings.Contains(low, "charge d")
}

// diplomats gives ambassadors and consuls without a nationality the one side
// at the table that is not the host's.
func (r *sideReader) diplomats() {
	var countries []string // three say as much as more
	for _, o := range r.parts {
		if s := o.person.side; s != "" && o.person.kind == briefing.Country && len(countries) < 3 && !contains(countries, s) {
			countries = append(countries, s)
		}
	}
	r.each(func(pt part) {
		if !abroad(pt.person.title) {
			return
		}
		host := r.d.meetingPlace(pt)
		if host == "" {
			host = r.d.dateline()
		}
		if host == "" {
			return
		}
		r.barred[pt.person] = append(r.barred[pt.person], host)
		if guests := slices.DeleteFunc(slices.Clone(countries), func(s string) bool { return s == host }); len(guests) == 1 {
			r.set(pt.person, guests[0], "", "side by the guests at the table")
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
