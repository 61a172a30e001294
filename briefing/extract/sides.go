package extract

import (
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/lang"
)

// takeSides finds whom every person stands for by the words beside their
// names: "Mexican President", "Russia's chief negotiator", "of Portugal".
//
// A side that follows only from what the sentence tells waits for sideParts.
func takeSides(d *document) {
	for _, p := range d.people {
		for _, m := range p.mentions {
			if m.side != "" && !m.sidePart {
				p.side, p.kind = m.side, m.sideKind
				break
			}
		}
		if state := sides().within[p.side]; state != "" && inParliament(p.title) {
			p.side, p.kind = state, briefing.Country // "Senator Ann Roe of Ohio"
		}
	}
	for _, p := range d.people {
		if p.title == "" {
			d.oppositeTitle(p)
		}
	}
	for _, p := range d.people {
		for _, m := range p.mentions {
			if p.side != "" {
				break
			}
			if m.possessor != nil && m.possessor.person != nil && m.possessor.person != p {
				p.side, p.kind = m.possessor.person.side, m.possessor.person.kind
			}
		}
	}
}

// oppositeTitle gives a "counterpart" the office of the person whose
// counterpart it is.
func (d *document) oppositeTitle(p *person) {
	for _, m := range p.mentions {
		if !m.opposite {
			continue
		}
		var other *person
		var all []*person
		for _, o := range m.sentence.mentions {
			if o == m {
				break
			}
			if o.kind == personMention && o.person != nil && o.person != p && o.person.title != "" && !o.opposite && !o.office {
				other = o.person
				all = append(all, other)
			}
		}
		if m.of > 1 && m.of == len(all) { // "Ministers A and B met their counterparts, C and D"
			other = all[m.nth]
		}
		if other != nil {
			p.title, p.titled = officeAlone(other.title), append([]briefing.Span{m.sentence.Span}, other.titled...)
			return
		}
	}
}

// officeAlone returns an office without the name of the country or body that
// its holder is of, which is not a counterpart's: "Foreign Minister" of "Foreign
// Minister of Ruritania".
func officeAlone(title string) string {
	office, rest, ok := strings.Cut(title, " of ")
	if !ok || !capitalised(rest) || vocab().class[lang.Fold(strings.Fields(rest)[0])] != 0 {
		return title
	}
	return office
}

// inParliament reports whether an office is a seat in a national parliament,
// so that a state's part beside it only says where it was won.
func inParliament(title string) bool {
	switch titleNoun(title) {
	case "senator", "congressman", "congresswoman", "representative", "mp", "legislator", "parliamentarian":
		return !strings.Contains(lang.Fold(title), "state ")
	}
	low := lang.Fold(title)
	if strings.HasPrefix(low, "senate ") || strings.HasPrefix(low, "house ") {
		return true
	}
	return low == "sen." || low == "rep." || low == "sen" || low == "rep"
}

// stateOffice reports whether an office is one that only states have, so that
// no body's side carries over to its holder.
func stateOffice(title string) bool {
	switch titleNoun(title) {
	case "minister", "premier", "ambassador", "taoiseach", "king", "queen", "emir", "amir", "sultan":
		return true
	}
	return false
}

// destination returns the country that the article's traveller went to, if it
// is one country.
func (d *document) destination() string {
	for _, s := range d.sentences[:min(3, len(d.sentences))] {
		for i, t := range s.Tokens {
			if !t.Is("traveled", "travelled", "visit", "trip", "visited", "travel", "visits", "travels", "arrived", "conference", "visiting") {
				continue
			}
			found := ""
			for _, m := range s.mentions {
				if m.kind == placeMention && m.sideKind == briefing.Country && m.first > i && m.first-i < 8 {
					if found != "" && found != m.side {
						return "" // a tour
					}
					found = m.side
				}
			}
			if found != "" {
				return found
			}
		}
	}
	return ""
}

// holders are the surnames of well-known leaders by side.
var holders = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, row := range rows("leaders") {
		if len(row) < 2 {
			continue
		}
		for _, w := range fields(row[1]) {
			w = foldName(w)
			m[w] = append(m[w], row[0])
		}
	}
	return m
})

// byHolder returns the side of a well-known leader, if the article names it.
func (d *document) byHolder(p *person) string {
	if len(p.key) == 0 || p.title != "" && vocab().rankOf(p.title) > 4 {
		return ""
	}
	found := ""
	last := p.key[len(p.key)-1]
	if n := len(p.key); n > 1 && holders()[last] == nil {
		last = p.key[n-2] + " " + last
	}
	for _, side := range holders()[last] {
		if !d.names(side) {
			continue
		}
		if found != "" {
			return ""
		}
		found = side
	}
	if found == "" && len(p.key) > 1 && vocab().rankOf(p.title) < 4 && vocab().class[p.key[0]]&familyFirst != 0 {
		for _, side := range holders()[p.key[0]] {
			if d.names(side) {
				return side
			}
		}
	}
	return found
}

// names reports whether the article names a side in any form.
func (d *document) names(side string) bool {
	if d.named == nil {
		d.named = map[string]bool{}
		for _, m := range d.mentions {
			d.named[m.side] = true
		}
	}
	return d.named[side]
}

// bodies are offices and bodies of one state: words, side, class.
var bodies = sync.OnceValue(func() [][3]string {
	var out [][3]string
	for _, row := range rows("organisations") {
		if len(row) < 3 {
			continue
		}
		for _, w := range fields(row[2]) {
			out = append(out, [3]string{lang.Fold(w), row[1], row[0]})
		}
	}
	return out
})

// byOffice returns the side of an office or body that only one state has.
func (d *document) byOffice(p *person, class string) string {
	low := lang.Fold(p.title)
	if low == "" {
		return ""
	}
	for _, b := range bodies() {
		if b[2] != class {
			continue
		}
		if i := strings.Index(low, b[0]); i >= 0 && (i == 0 || low[i-1] == ' ') && (i+len(b[0]) == len(low) || !letter(low[i+len(b[0])])) {
			return b[1]
		}
	}
	return ""
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0x80 }

// byBody returns the side of the body named in an office, where the article
// says elsewhere whose it is: "Russian energy giant Gazprom".
func (d *document) byBody(p *person) string {
	names := bodyNames(p.title)
	if len(names) == 0 {
		return ""
	}
	if d.owners == nil {
		d.owners = map[string]string{}
		for _, m := range d.mentions {
			d.ownedBy(m)
		}
	}
	for _, n := range names {
		if side := d.owners[n]; side != "" {
			return side
		}
	}
	return ""
}

// ownedBy notes the capitalised word that a country's name leads up to.
func (d *document) ownedBy(m *mention) {
	if m.kind != placeMention || m.sideKind != briefing.Country {
		return
	}
	t := m.sentence.Tokens
	for i := m.last; i < len(t) && i < m.last+5; i++ {
		if t[i].Capital() {
			if d.owners[t[i].Text] == "" {
				d.owners[t[i].Text] = m.side
			}
			return
		}
		if t[i].Kind == lang.Punct || openers()[t[i].Lower] || preposition(t[i]) {
			return
		}
	}
}

// bodyNames returns the names of bodies in an office and their initials:
// "Salt and River Ports Corporation chairman" gives SRPC among them.
func bodyNames(title string) []string {
	var out []string
	initials := ""
	for _, w := range strings.Fields(title) {
		switch low := lang.Fold(w); {
		case low == "and" || low == "of" || low == "the":
		case low != w && vocab().class[low]&headWord == 0:
			initials += w[:1]
			if vocab().class[low]&(partWord|rankWord) == 0 && len(w) > 2 {
				out = append(out, strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"))
			}
		default:
			if len(initials) > 2 {
				out = append(out, initials)
			}
			initials = ""
		}
	}
	return out
}

// bodySide returns the body that an office leads, where it is no body of a
// state: "TUC general secretary" gives TUC, "chairman of Norfund" Norfund.
func bodySide(title string) string {
	list := strings.Fields(title)
	head := -1
	for i, w := range list {
		if vocab().class[lang.Fold(w)]&headWord != 0 {
			head = i
			break
		}
	}
	if head < 0 || !leads(list, head) && !(lang.Fold(list[head]) == "secretary" && ownBody(strings.Join(list[:head], " "))) {
		return ""
	}
	company := false // an office that companies have
	switch lang.Fold(list[head]) {
	case "executive", "ceo", "boss":
		company = head > 0
	case "director":
		company = head > 0 && lang.Fold(list[head-1]) == "managing"
	}
	name := func(part []string) string {
		known := false
		n := 0
		for _, w := range part {
			w = strings.Trim(w, ",")
			low := lang.Fold(w)
			if strings.HasPrefix(w, "(") {
				break
			}
			if low == w {
				if (low == "for" || low == "of" || low == "and" || low == "on") && known && n+1 < len(part) && capitalised(part[n+1]) {
					n++ // "International Fund for Crop Research"
					continue
				}
				break
			}
			n++
			known = known || vocab().class[low] == 0 || acronym(w) || ownBody(w) || company || partyWord(low) || low == "international" || low == "world" || low == "global"
		}
		for i := 0; i < n-1; i++ {
			if strings.HasSuffix(part[i], "'s") || strings.HasSuffix(part[i], "’s") {
				return ""
			}
		}
		if !known {
			return ""
		}
		return strings.TrimSuffix(strings.TrimSuffix(strings.Join(part[:n], " "), "'s"), "’s")
	}
	if side := name(list[:head]); side != "" {
		return side
	}
	for i := head + 1; i+1 < len(list); i++ {
		if list[i] == "of" {
			rest := list[i+1:]
			if rest[0] == "the" {
				rest = rest[1:]
			}
			if len(rest) == 0 {
				return ""
			}
			if side := name(rest); side != "" || !partOfBody(rest[0]) {
				return side
			}
		}
	}
	return ""
}

// partOfBody reports whether a word names a part that bodies have, so that
// what comes after it is the body: "chairman of the Board of the Sakura Bank".
func partOfBody(w string) bool {
	switch lang.Fold(w) {
	case "board", "executive", "management", "supervisory", "council", "directors", "trustees", "governors":
		return true
	}
	return false
}

// partyWord reports whether a word, folded, is one that parties are called by.
func partyWord(w string) bool {
	switch w {
	case "liberal", "liberals", "labour", "conservative", "conservatives", "socialist", "socialists", "communist", "green", "greens", "democrats", "progressive", "nationalist", "opposition":
		return true
	}
	return false
}

func capitalised(w string) bool { return lang.Fold(w) != w }

// ownBody reports whether a body sits at a table for itself, as unions and
// international bodies do, and not for a state.
func ownBody(side string) bool {
	list := strings.Fields(side)
	if len(list) == 0 {
		return false
	}
	if len(list) == 1 && acronym(side) {
		return vocab().class[lang.Fold(side)] == 0
	}
	switch lang.Fold(list[len(list)-1]) {
	case "union", "unions", "federation", "confederation", "association", "alliance", "forum", "league", "party", "movement", "front", "congress", "organisation", "organization", "community", "guild", "chamber", "consortium", "brotherhood", "syndicate", "cooperative", "co-operative", "coalition", "tribe", "nation", "patriarchate", "diocese", "church":
		return true
	}
	for i, w := range list {
		if w == "International" || w == "World" || w == "Global" || i > 0 && (w == "Development" || w == "Fund") && list[0] != "National" && list[0] != "Federal" {
			return true
		}
	}
	return false
}

// leads reports whether an office is one that heads a body: a chairman does, a
// minister heads only what is a state's.
func leads(list []string, head int) bool {
	switch lang.Fold(list[head]) {
	case "secretary":
		return head > 0 && (lang.Fold(list[head-1]) == "general" || lang.Fold(list[head-1]) == "executive")
	case "president", "chairman", "chairwoman", "chairperson", "chair", "head", "chief", "leader", "director", "executive", "ceo", "boss",
		"director-general", "secretary-general", "commissioner",
		"envoy", "representative", "negotiator", "delegate", "mediator", "observer", "official", "organiser", "organizer", "coordinator", "convener", "convenor":
		return true
	}
	return false
}

// meetingPlace returns the country in which the sentence of pt sets the
// meeting, or that of the place the article's first sentences name so.
func (d *document) meetingPlace(pt part) string {
	try := []*sentence{pt.m.sentence}
	try = append(try, d.sentences[:min(2, len(d.sentences))]...)
	for _, s := range try {
		for _, m := range s.mentions {
			if m.kind == placeMention && m.sideKind == briefing.Country && m.first > 0 && (s.Tokens[m.first-1].Is("in", "to") || d.palace(m)) {
				return m.side
			}
		}
	}
	return ""
}

// palace reports whether a mention is a seat of government that something
// happens at: "at the Elysee".
func (d *document) palace(m *mention) bool {
	t := m.sentence.Tokens
	if m.first < 1 || !(t[m.first-1].Is("at") || m.first > 1 && t[m.first-1].Is("the") && t[m.first-2].Is("at")) {
		return false
	}
	f, ok := sides().named(m.Of(d.text))
	return ok && f.form == metonymForm
}

// dateline returns the country of the place that the article begins with:
// "TOKYO, April 27 -".
func (d *document) dateline() string {
	if len(d.sentences) == 0 {
		return ""
	}
	s := d.sentences[0]
	for i, t := range s.Tokens {
		if i > 7 {
			break
		}
		if t.Is("-", "--", "–", "—") {
			for _, m := range s.mentions {
				if m.kind == placeMention && m.first < i {
					return m.side
				}
			}
			return ""
		}
	}
	return ""
}
