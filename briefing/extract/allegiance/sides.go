package allegiance

import (
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// Lead is how many sentences at the head of an article tell its news.
const Lead = 3

// TakeSides finds whom every person stands for by the words beside their
// names: "Mexican President", "Russia's chief negotiator", "of Portugal".
//
// A side that follows only from what the sentence tells waits for sideParts.
func TakeSides(d *Document) {
	for _, p := range d.People {
		for _, m := range p.Mentions {
			if m.Side != "" && !m.SidePart {
				p.Side, p.Kind = m.Side, m.SideKind
				break
			}
		}
		if state := mention.Sides().Within[p.Side]; state != "" && inParliament(p.Title) {
			p.Side, p.Kind = state, briefing.Country // "Senator Ann Roe of Ohio"
		}
	}
	for _, p := range d.People {
		if p.Title == "" {
			d.oppositeTitle(p)
		}
	}
	for _, p := range d.People {
		for _, m := range p.Mentions {
			if p.Side != "" {
				break
			}
			if m.Possessor != nil && m.Possessor.Person != nil && m.Possessor.Person != p {
				p.Side, p.Kind = m.Possessor.Person.Side, m.Possessor.Person.Kind
			}
		}
	}
}

// oppositeTitle gives a "counterpart" the office of the person whose
// counterpart it is.
func (d *Document) oppositeTitle(p *mention.Person) {
	for _, m := range p.Mentions {
		if !m.Opposite {
			continue
		}
		var other *mention.Person
		var all []*mention.Person
		for _, o := range m.Sentence.Mentions {
			if o == m {
				break
			}
			if o.Kind == mention.PersonMention && o.Person != nil && o.Person != p && o.Person.Title != "" && !o.Opposite && !o.Office {
				other = o.Person
				all = append(all, other)
			}
		}
		if m.Shared > 1 && m.Shared == len(all) { // "Ministers A and B met their counterparts, C and D"
			other = all[m.Nth]
		}
		if other != nil {
			p.Title, p.Titled = officeAlone(other.Title), append([]briefing.Span{m.Sentence.Span}, other.Titled...)
			return
		}
	}
}

// officeAlone returns an office without the name of the country or body that
// its holder is of, which is not a counterpart's: "Foreign Minister" of "Foreign
// Minister of Ruritania".
func officeAlone(title string) string {
	office, rest, ok := strings.Cut(title, " of ")
	if !ok || !Capitalised(rest) || mention.Vocab().Class[lang.Fold(strings.Fields(rest)[0])] != 0 {
		return title
	}
	return office
}

// inParliament reports whether an office is a seat in a national parliament,
// so that a state's part beside it only says where it was won.
func inParliament(title string) bool {
	switch mention.TitleNoun(title) {
	case "senator", "congressman", "congresswoman", "representative", "mp", "legislator", "parliamentarian":
		return !strings.Contains(lang.Fold(title), "state ")
	}
	low := lang.Fold(title)
	if strings.HasPrefix(low, "senate ") || strings.HasPrefix(low, "house ") {
		return true
	}
	return low == "sen." || low == "rep." || low == "sen" || low == "rep"
}

// StateOffice reports whether an office is one that only states have, so that
// no body's side carries over to its holder.
func StateOffice(title string) bool {
	switch mention.TitleNoun(title) {
	case "minister", "premier", "ambassador", "taoiseach", "king", "queen", "emir", "amir", "sultan":
		return true
	}
	return false
}

// Destination returns the country that the article's traveller went to, if it
// is one country.
func (d *Document) Destination() string {
	for _, s := range d.Sentences[:min(3, len(d.Sentences))] {
		for i, t := range s.Tokens {
			if !t.Is("traveled", "travelled", "visit", "trip", "visited", "travel", "visits", "travels", "arrived", "conference", "visiting") {
				continue
			}
			found := ""
			for _, m := range s.Mentions {
				if m.Kind == mention.PlaceMention && m.SideKind == briefing.Country && m.First > i && m.First-i < 8 {
					if found != "" && found != m.Side {
						return "" // a tour
					}
					found = m.Side
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
	for _, row := range lexicon.Rows("leaders") {
		if len(row) < 2 {
			continue
		}
		for _, w := range lexicon.Fields(row[1]) {
			w = mention.FoldName(w)
			m[w] = append(m[w], row[0])
		}
	}
	return m
})

// ByHolder returns the side of a well-known leader, if the article names it.
func (d *Document) ByHolder(p *mention.Person) string {
	if len(p.Key) == 0 || p.Title != "" && mention.Vocab().RankOf(p.Title) > 4 {
		return ""
	}
	found := ""
	last := p.Key[len(p.Key)-1]
	if n := len(p.Key); n > 1 && holders()[last] == nil {
		last = p.Key[n-2] + " " + last
	}
	for _, side := range holders()[last] {
		if !d.Names(side) {
			continue
		}
		if found != "" {
			return ""
		}
		found = side
	}
	if found == "" && len(p.Key) > 1 && mention.Vocab().RankOf(p.Title) < 4 && mention.Vocab().Class[p.Key[0]]&mention.FamilyFirst != 0 {
		for _, side := range holders()[p.Key[0]] {
			if d.Names(side) {
				return side
			}
		}
	}
	return found
}

// Names reports whether the article names a side in any form.
func (d *Document) Names(side string) bool {
	if d.named == nil {
		d.named = map[string]bool{}
		for _, m := range d.Mentions {
			d.named[m.Side] = true
		}
	}
	return d.named[side]
}

// bodies are offices and bodies of one state: words, side, class.
var bodies = sync.OnceValue(func() [][3]string {
	var out [][3]string
	for _, row := range lexicon.Rows("organisations") {
		if len(row) < 3 {
			continue
		}
		for _, w := range lexicon.Fields(row[2]) {
			out = append(out, [3]string{lang.Fold(w), row[1], row[0]})
		}
	}
	return out
})

// ByOffice returns the side of an office or body that only one state has.
func (d *Document) ByOffice(p *mention.Person, class string) string {
	low := lang.Fold(p.Title)
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

// ByBody returns the side of the body named in an office, where the article
// says elsewhere whose it is: "Russian energy giant Gazprom".
func (d *Document) ByBody(p *mention.Person) string {
	names := bodyNames(p.Title)
	if len(names) == 0 {
		return ""
	}
	if d.owners == nil {
		d.owners = map[string]string{}
		for _, m := range d.Mentions {
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
func (d *Document) ownedBy(m *mention.Mention) {
	if m.Kind != mention.PlaceMention || m.SideKind != briefing.Country {
		return
	}
	t := m.Sentence.Tokens
	for i := m.Last; i < len(t) && i < m.Last+5; i++ {
		if t[i].Capital() {
			if d.owners[t[i].Text] == "" {
				d.owners[t[i].Text] = m.Side
			}
			return
		}
		if t[i].Kind == lang.Punct || mention.Openers()[t[i].Lower] || mention.Preposition(t[i]) {
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
		case low != w && mention.Vocab().Class[low]&mention.HeadWord == 0:
			initials += w[:1]
			if mention.Vocab().Class[low]&(mention.PartWord|mention.RankWord) == 0 && len(w) > 2 {
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
		if mention.Vocab().Class[lang.Fold(w)]&mention.HeadWord != 0 {
			head = i
			break
		}
	}
	if head < 0 || !leads(list, head) && !(lang.Fold(list[head]) == "secretary" && mention.OwnBody(strings.Join(list[:head], " "))) {
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
				if (low == "for" || low == "of" || low == "and" || low == "on") && known && n+1 < len(part) && Capitalised(part[n+1]) {
					n++ // "International Fund for Crop Research"
					continue
				}
				break
			}
			n++
			known = known || mention.Vocab().Class[low] == 0 || mention.Acronym(w) || mention.OwnBody(w) || company || partyWord(low) || low == "international" || low == "world" || low == "global"
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

// Capitalised reports whether a word has a capital letter.
func Capitalised(w string) bool { return lang.Fold(w) != w }

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

// Palace reports whether a mention is a seat of government that something
// happens at: "at the Elysee".
func (d *Document) Palace(m *mention.Mention) bool {
	t := m.Sentence.Tokens
	if m.First < 1 || !(t[m.First-1].Is("at") || m.First > 1 && t[m.First-1].Is("the") && t[m.First-2].Is("at")) {
		return false
	}
	f, ok := mention.Sides().Named(m.Of(d.Text))
	return ok && f.Form == mention.MetonymForm
}

// Dateline returns the country of the place that the article begins with:
// "TOKYO, April 27 -".
func (d *Document) Dateline() string {
	if len(d.Sentences) == 0 {
		return ""
	}
	s := d.Sentences[0]
	for i, t := range s.Tokens {
		if i > 7 {
			break
		}
		if t.Is("-", "--", "–", "—") {
			for _, m := range s.Mentions {
				if m.Kind == mention.PlaceMention && m.First < i {
					return m.Side
				}
			}
			return ""
		}
	}
	return ""
}
