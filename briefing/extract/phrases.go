package extract

import (
	"strings"

	"example.org/attache/briefing/lang"
)

// phrase is the pieces [from, to) of a passage that name somebody. What
// stands in apposition, "Ann Roe, the minister, said", is [aside, asideTo).
type phrase struct {
	p              *passage
	from, to       int
	aside, asideTo int
}

func (f phrase) empty() bool { return f.p == nil || f.from >= f.to }

func words(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// wordSets are the closed classes that phrases are cut by. They are read often
// and never written.
type wordSets struct{ adverb, time, preposition, bounds, pronoun, be, auxiliary, role, determiner map[string]bool }

var sets = wordSets{
	adverb: words(`also later then now still again once often already first finally even just only reportedly
		publicly earlier simply always not n't never has had have having did does do will would could should can may might
		must 've 'd 'll both all once further long ever since soon meanwhile instead too here
		recently repeatedly himself herself themselves itself`),
	time: words(`monday tuesday wednesday thursday friday saturday sunday yesterday today tonight this last week month
		year morning afternoon evening night weekend`),
	preposition: words(`in on at by with from to of for about after before during under over against as into through via
		since until amid among between inside outside near like unlike despite without within upon per toward towards around throughout although`),
	bounds: words(`that which who whom whose but as while when whenever because if whether where after before since although
		though than so or yet unless until once how why what nor and`),
	pronoun:   words(`he she they it we i you`),
	be:        words(`is was are were be been being 's 're`),
	auxiliary: words(`has had have will would could should can may might must do does did 've 'd 'll`),
	role: words(`campaign campaigns spokesman spokeswoman spokesperson spokesmen aide aides adviser advisers advisor advisors
		supporters supporter officials official administration team staff staffers lawyer lawyers attorney
		surrogate surrogates manager allies ally backers voters voter government ministry office department party sources source
		statement report paper study poll memo tweet letter documents bulletin communique delegation`),
	determiner: words(`the a an one his her their its another some many several two three four five most this that these those both other our my`),
}

// in reports whether piece i is of the class. A capital inside a sentence is a
// name and of none: "said Al From".
func (p *passage) in(i int, set map[string]bool) bool {
	if i < 0 || i >= len(p.pieces) || p.pieces[i].quote >= 0 || !set[p.pieces[i].Lower] {
		return false
	}
	return i == 0 || !p.pieces[i].Capital() || p.punct(i-1) || dayOrI(p.pieces[i].Lower)
}

// dayOrI reports whether a word keeps its capital everywhere; "USA Today" is a
// name.
func dayOrI(w string) bool {
	return w == "i" || strings.HasSuffix(w, "day") && w != "today" && w != "yesterday"
}

func (p *passage) pronoun(i int) bool { return p.in(i, sets.pronoun) }

func (p *passage) capital(i int) bool {
	return i >= 0 && i < len(p.pieces) && p.pieces[i].quote < 0 && p.pieces[i].Capital()
}

func (p *passage) quoted(i int) bool {
	return i >= 0 && i < len(p.pieces) && p.pieces[i].quote >= 0
}

func (p *passage) word(i int) bool {
	return i >= 0 && i < len(p.pieces) && p.pieces[i].quote < 0 && p.pieces[i].Kind == lang.Word
}

func (p *passage) punct(i int) bool {
	return i < 0 || i >= len(p.pieces) || p.pieces[i].quote < 0 && p.pieces[i].Kind == lang.Punct
}

// adverb reports whether piece i may stand between a subject and its verb.
func (p *passage) adverb(i int) bool {
	return p.in(i, sets.adverb) || p.in(i, sets.time) || p.word(i) && !p.capital(i) && strings.HasSuffix(p.pieces[i].Lower, "ly") && len(p.pieces[i].Text) > 4
}

// finite returns the cue at i if it may be the verb of a sentence.
func (p *passage) finite(i int) *cue {
	c := p.cue(i)
	if c == nil || c.form == ingForm || p.is(i-1, "to", "the", "a", "an", "his", "her", "their", "its", "no", "of", "'s", "’s") {
		return nil
	}
	if c.noun && !p.pronoun(i-1) && !p.is(i-1, "who", "also") && !(c.form == thirdForm && p.capital(i-1)) && !(i > 0 && (p.is(i+1, "that", ":") || p.quoted(i+1))) {
		return nil
	}
	if c.form == pastForm && p.passive(i) {
		return nil
	}
	if c.noun && c.form < pastForm && i > 0 && (pastLike(p.pieces[i-1].Token) || p.in(i-1, sets.preposition) || c.form == baseForm && p.is(i+1, ":") && !p.pronoun(i-1) && !p.capital(i-1) && !strings.HasSuffix(p.pieces[i-1].Lower, "s")) {
		return nil // "made comments that", "this rallying cry:"
	}
	if c.noun && c.form < pastForm && p.is(i-2, "his", "her", "their", "its", "the", "a", "'s", "’s") && p.word(i-1) && !p.capital(i-1) && !p.adverb(i-1) && (c.form == baseForm || !personNouns[p.pieces[i-1].Lower] && isGerund(p.pieces[i-1].Token)) {
		return nil // "in his opening remarks that"
	}
	return c
}

// passive reports whether the past form at i follows a form of "be".
func (p *passage) passive(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if p.in(k, sets.be) && !(p.is(k, "'s", "’s")) {
			return true
		}
		if !p.adverb(k) {
			return false
		}
	}
	return false
}

// personAt returns the mention of a person that covers piece i, or nil.
func (d *document) personAt(p *passage, i int) *mention {
	if !p.word(i) || !p.capital(i) && !strings.ContainsAny(p.pieces[i].Text, "'’-") {
		return nil
	}
	if m := d.mentionAt(p.pieces[i].Start); m != nil && m.person != nil {
		return m
	}
	return nil
}

// ahead returns the phrase that begins at piece i: "said a spokesman for the
// ministry in an interview" stops before "in".
func (d *document) ahead(p *passage, i int) phrase {
	for p.adverb(i) && !p.capital(i) && !p.pronoun(i) && !p.is(i, "all", "both", "this", "last") {
		i++
	}
	f := phrase{p: p, from: i, to: i}
	if p.pronoun(i) {
		f.to = i + 1
		return f
	}
	if !p.word(i) && !(i < len(p.pieces) && p.pieces[i].Kind == lang.Number) && !p.is(i, "@") || p.in(i, sets.preposition) || p.is(i, "that") {
		return f
	}
	j := i
loop:
	for ; j < len(p.pieces) && j-i < 25; j++ {
		switch {
		case p.quoted(j):
			break loop
		case p.is(j, "of", "for", "@", "&", "/", "'s", "’s", "'", "’", "-"):
		case p.punct(j):
			break loop
		case p.in(j, sets.preposition), j > i && p.in(j, sets.bounds):
			if p.is(j, "and") && p.capital(j-1) && p.capital(j+1) && d.personAt(p, j+1) == nil {
				continue
			}
			break loop
		case p.in(j, sets.auxiliary), p.in(j, sets.be):
			break loop
		case j > i && p.in(j, sets.time) && !p.in(j-1, sets.determiner):
			break loop
		case j > i && p.cue(j) != nil && (!p.cue(j).noun || p.capital(j-1) && p.cue(j).form == thirdForm):
			break loop
		case j > i+1 && p.is(j, "the", "a", "an", "his", "her", "their", "its") && p.word(j-1) && !p.in(j-1, sets.preposition) && !p.in(j-1, sets.determiner) && !p.is(j-1, "all", "both", "half", "such", "&"):
			break loop
		case j == i+1 && p.is(j, "the", "a", "an", "his", "her", "their", "its") && !p.in(i, sets.determiner) && !p.is(i, "all", "both", "half", "such"):
			break loop // told reporters | the talks
		case j > i && p.verbAfterName(d, i, j), j > i && p.verbAfterNoun(j):
			break loop
		}
	}
	for j > i && p.is(j-1, "of", "for", "&", "/", "-") {
		j--
	}
	f.to = j
	f.aside, f.asideTo = p.apposition(j)
	return f
}

// verbAfterName reports whether the lower-case word at j, right after a name in
// the phrase that begins at i, is more likely a verb than a noun that the name
// belongs to.
func (p *passage) verbAfterName(d *document, i, j int) bool {
	if !p.word(j) || p.capital(j) || !p.capital(j-1) || p.in(j-1, sets.determiner) || p.in(j, sets.role) {
		return false
	}
	w := p.pieces[j].Lower
	for k := j; k < j+3 && p.word(k) && !p.capital(k); k++ {
		if personNouns[p.pieces[k].Lower] {
			return false // "Ohio state director"
		}
	}
	if d.personAt(p, j-1) != nil || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ly") {
		return true
	}
	if p.in(i, sets.determiner) {
		return false // "the Norwegian agency"
	}
	return !p.capital(j+1) && !p.capital(j+2)
}

// verbAfterNoun reports whether the word at j is the verb of a lower-case noun
// before it: "the court | also found", "the retired surgeon | addressed his".
func (p *passage) verbAfterNoun(j int) bool {
	if !p.word(j) || p.capital(j) || !p.word(j-1) || p.in(j-1, sets.determiner) || p.in(j-1, sets.preposition) {
		return false
	}
	if p.is(j, "also", "already", "still", "never", "later", "again") {
		return true
	}
	if !p.capital(j-1) && plainPast[p.pieces[j].Lower] {
		return true
	}
	return !p.capital(j-1) && strings.HasSuffix(p.pieces[j].Lower, "ed") && (p.in(j+1, sets.determiner) || p.is(j+1, "this", "him", "them"))
}

// plainPast are past forms that are nothing else: "the trust | gave Roe".
var plainPast = words(`gave took went came saw found became brought thought fell rose grew knew understood sought drew stood did
	made kept met began chose wrote threw`)

// apposition returns the pieces between commas that follow a phrase ending at j.
func (p *passage) apposition(j int) (int, int) {
	if !p.is(j, ",") || !(p.in(j+1, sets.determiner) || p.word(j+1) && !p.in(j+1, sets.preposition) && !p.in(j+1, sets.bounds) && p.cue(j+1) == nil) {
		return 0, 0
	}
	for k := j + 1; k < len(p.pieces) && k-j < 25; k++ {
		if p.is(k, ",", ".", ";", ":") || p.quoted(k) || p.is(k, "who", "which") {
			return j + 1, k
		}
	}
	return 0, 0
}

// behind returns the phrase that ends before piece end.
func (d *document) behind(p *passage, end int) phrase {
	none := phrase{}
	if p.is(end-1, ")", "]") {
		for k := end - 1; k >= 0 && k > end-12; k-- {
			if p.is(k, "(", "[") {
				end = k
				break
			}
		}
	}
	if end <= 0 || !p.word(end-1) && !p.is(end-1, "'s", "’s", "'") && (p.quoted(end-1) || p.pieces[end-1].Kind != lang.Number) {
		return none
	}
	if p.in(end-1, sets.bounds) || p.in(end-1, sets.preposition) {
		return none
	}
	if p.pronoun(end - 1) {
		return phrase{p: p, from: end - 1, to: end}
	}
	b := end - 1
	for ; b > 0 && end-b < 30; b-- {
		k := b - 1
		if p.quoted(k) {
			break
		}
		if p.punct(k) && !p.is(k, "&", "'", "’", "-", "@") {
			break
		}
		if p.is(k, "and") && p.capital(k-1) && p.capital(k+1) {
			continue
		}
		owns := p.pieces[k].Kind == lang.Clitic && p.word(k-1) && !p.pronoun(k-1)
		if p.in(k, sets.bounds) || !owns && (p.in(k, sets.be) || p.in(k, sets.auxiliary)) || p.pronoun(k) {
			break
		}
		if c := p.cue(k); c != nil && !c.noun {
			break
		}
		if p.is(b, "the", "a", "an") && p.word(k) && !p.in(k, sets.preposition) && !p.in(k, sets.determiner) && !p.adverb(k) && !p.is(k, "all", "both", "half", "such") {
			break // "told reporters | the talks"
		}
		if k > 0 && p.word(k) && !p.capital(k) && strings.HasSuffix(p.pieces[k].Lower, "ed") && p.capital(k-1) && k+1 < end && p.capital(k+1) {
			break // "Roe rejected | Doe's claim"
		}
	}
	f := phrase{p: p, from: b, to: end}
	if m := d.personAt(p, end-1); m != nil {
		start := m.Start
		if at := m.begin(); at >= p.pieces[b].Start {
			start = at
		}
		k := end - 1
		for k > b && p.pieces[k-1].End > start {
			k--
		}
		// A name that hangs on a preposition is no subject: "the head of
		// Ann Roe's party in Ohio".
		if k > b && p.is(k-1, "of", "for", "from", "with", "by", "in", "at", "about", "to", "against") && !p.in(b, sets.preposition) {
			return f
		}
		f.from = k
		return f
	}
	for k := end - 2; k > b; k-- {
		// "One film stars an actor who promises": the verb before is no cue.
		if p.is(k, "a", "an") && p.word(k-1) && !p.capital(k-1) && !p.in(k-1, sets.preposition) && !p.is(k-1, "half", "such", "many") {
			f.from = k
			return f
		}
	}
	if p.in(b, sets.preposition) || p.in(b, sets.time) || end-b > 14 {
		k := end - 1
		for k > b && !p.in(k-1, sets.preposition) && !p.in(k-1, sets.determiner) && !p.in(k-1, sets.time) {
			k--
		}
		if k > b && p.in(k-1, sets.determiner) {
			k--
		}
		f.from = k
	}
	return f
}

// subject returns the phrase whose verb is the cue at piece c.
func (d *document) subject(p *passage, c int) phrase {
	cu := p.cue(c)
	k := c - 1
	for k >= 0 && p.adverb(k) && !p.pronoun(k) && !(p.capital(k) && !p.in(k, sets.time)) {
		k--
	}
	if p.is(k, "on") && p.in(k+1, sets.time) {
		k--
	}
	switch {
	case k < 0:
		return d.ahead(p, c+1)
	case p.quoted(k):
		if cu == nil || cu.form != ingForm {
			if f := d.ahead(p, c+1); !f.empty() {
				return f
			}
		}
		return d.governing(p, k)
	case p.is(k, "as") && cu != nil && cu.form == ingForm && p.quotedBy(k) > 0:
		return d.behind(p, k)
	case p.is(k, ",") && d.inverted(p, c):
		return d.ahead(p, c+1)
	case cu != nil && cu.form == ingForm && d.attending(p, k) > 0:
		return d.ahead(p, d.attending(p, k))
	case p.is(k, "to"), p.is(k, "as", "by", "of", "for", "in", "without", "before", "after", "while"):
		return d.governing(p, k)
	case p.is(k, "and", "but", "or", "then"):
		return d.governing(p, k)
	case p.is(k, "who", "which", "that"):
		e := k
		if p.is(e-1, ",") {
			e--
		}
		return d.behind(p, e)
	case cu != nil && cu.form == ingForm:
		if d.personAt(p, k) != nil || p.pronoun(k) || p.in(k, sets.be) {
			if p.in(k, sets.be) {
				for k > 0 && (p.adverb(k) || p.in(k, sets.be)) && !p.pronoun(k) && !p.capital(k) {
					k--
				}
				if f := d.behind(p, k+1); !f.empty() {
					return f
				}
				return d.governing(p, k)
			}
			return d.behind(p, k+1)
		}
		return d.governing(p, k)
	case p.is(k, ","), p.is(k, "—", "–", "--", "-"):
		return d.beforeAside(p, k)
	}
	f := d.behind(p, k+1)
	if p.is(f.from-1, ",") && d.personAt(p, f.to-1) == nil {
		if g := d.officer(p, f.from-1); !g.empty() {
			return g
		}
	}
	return f
}

// officer returns the name that the passage opens with if all that stands
// between it and the comma at k tells whose officer it is: "Ann Roe, spokesman
// for one of the factions, the Free Front said".
func (d *document) officer(p *passage, k int) phrase {
	f := d.firstSubject(p, k)
	if f.empty() || d.personAt(p, f.to-1) == nil && f.to-f.from > 3 || !p.capital(f.to-1) || !p.is(f.to, ",") {
		return phrase{}
	}
	noun := false
	for m := f.to + 1; m < k; m++ {
		noun = noun || m < f.to+5 && personNouns[p.pieces[m].Lower]
		if p.cue(m) != nil && p.finite(m) != nil || p.in(m, sets.be) && p.pieces[m].Kind != lang.Clitic || p.in(m, sets.auxiliary) || p.quoted(m) {
			return phrase{}
		}
	}
	if !noun {
		return phrase{}
	}
	return f
}

// attending returns where the phrase begins that "with" gives a participle of
// its own, if that ends with piece k: "with one official telling", or 0.
func (d *document) attending(p *passage, k int) int {
	for b := k; b > 0 && k-b < 14; b-- {
		if p.is(b-1, "with") {
			if f := d.ahead(p, b); f.to == k+1 || f.aside < f.asideTo && f.asideTo == k && p.is(k, ",") {
				return b
			}
			return 0
		}
		if p.quoted(b) || p.cue(b) != nil {
			return 0
		}
	}
	return 0
}

// quotedBy returns the verb of "the agency quoted Roe" before the "as" at k, or
// 0: who is quoted speaks, not who quotes.
func (p *passage) quotedBy(k int) int {
	for c := k - 2; c > 0 && k-c < 8; c-- {
		if p.is(c, "quoted", "quotes", "cited", "cites") && !p.passive(c) {
			return c
		}
	}
	return 0
}

// inverted reports whether the cue at c, behind a comma, has its subject after
// it: "Then, said Roe, “…”".
func (d *document) inverted(p *passage, c int) bool {
	if cu := p.cue(c); cu == nil || !cu.quotation || cu.form == ingForm || cu.verb == "tell" || !p.capital(c+1) && !p.in(c+1, sets.determiner) && !p.pronoun(c+1) {
		return false
	}
	f := d.ahead(p, c+1)
	if f.empty() {
		return false
	}
	if p.is(f.to, "in", "on", "at", "during", "after", "to") || f.to < len(p.pieces) && isGerund(p.pieces[f.to].Token) {
		// "The deal was made, said the agency in a bulletin": a sentence
		// before it, and none after.
		return p.verbIn(0, c) && !p.verbIn(f.to, len(p.pieces))
	}
	return p.is(f.to, ",") || p.is(f.to, ".") || f.to == len(p.pieces)
}

// verbIn reports whether the pieces [from, to) hold a form of "be" or an
// auxiliary.
func (p *passage) verbIn(from, to int) bool {
	for k := from; k < to; k++ {
		if p.in(k, sets.be) && p.pieces[k].Kind != lang.Clitic || p.in(k, sets.auxiliary) {
			return true
		}
	}
	return false
}

// beforeAside returns the phrase whose apposition ends with the comma at k:
// "Ann Roe, 52, a senator from Ohio, said".
func (d *document) beforeAside(p *passage, k int) phrase {
	best := phrase{}
	for m := k - 1; m > 0 && k-m < 45; m-- {
		if p.quoted(m) && p.pieces[m].End-p.pieces[m].Start > 60 {
			break
		}
		if p.is(m, ";", ":") {
			break
		}
		if !p.is(m, ",", "—", "–", "--", "-") {
			continue
		}
		if p.in(m+1, sets.bounds) && !p.is(m+1, "who", "which", "whose") {
			continue
		}
		f := d.behind(p, m)
		if f.empty() {
			continue
		}
		f.aside, f.asideTo = m+1, k
		if p.in(f.from-1, sets.preposition) && d.personAt(p, m-1) == nil {
			continue // "in Columbus, Ohio,"
		}
		named := d.personAt(p, m-1) != nil
		if best.empty() || named {
			best = f
		}
		if named {
			// Of "Ann Roe, Bob Lee, the ministers, said" the first is the
			// subject, but only while the names run on.
			if !p.is(f.from-1, ",") {
				break
			}
		}
	}
	if best.empty() {
		return d.governing(p, k)
	}
	return best
}

// governing returns the subject of the verb that a participle, an infinitive
// or a second verb at piece k leans on: "Roe left early, saying …".
func (d *document) governing(p *passage, k int) phrase {
	inner := phrase{}
	for c := k - 1; c >= 0 && k-c < 60; c-- {
		if p.finite(c) != nil {
			if f := d.subject(p, c); !f.empty() {
				// "Roe called it unfair that Lee went on, warning", "Roe said
				// Lee would agree, adding": the verb in a clause of its own
				// governs nothing after the comma.
				if p.is(k, ",") && (p.is(f.from-1, "that", "which", "because", "if", "while", "after", "when", "as") || p.within(f.from)) {
					if inner.empty() {
						inner = f
					}
					continue
				}
				return f
			}
		}
		if p.is(c, "he", "she") && inner.empty() {
			return phrase{p: p, from: c, to: c + 1}
		}
		if p.is(c, ";") {
			break
		}
		if p.is(c, "although", "though", "while", "whereas", "but") && c > 0 && inner.empty() {
			// "Sales fell, although Roe was among the doubters, writing"
			if f := d.ahead(p, c+1); f.to < k && d.personAt(p, f.to-1) != nil && (p.in(f.to, sets.be) || p.in(f.to, sets.auxiliary) || p.word(f.to) && pastLike(p.pieces[f.to].Token)) {
				return f
			}
		}
	}
	if !inner.empty() {
		return inner
	}
	return d.firstSubject(p, k)
}

// within reports whether the subject at piece i opens a clause that a verb of
// speech before it governs without "that": "Roe said he hoped | the state".
func (p *passage) within(i int) bool {
	for c := i - 1; c >= 0 && i-c < 12; c-- {
		if p.punct(c) || p.quoted(c) || p.is(c, "and", "but") {
			return false
		}
		if cu := p.cue(c); cu != nil && cu.clause && p.finite(c) != nil {
			return true
		}
	}
	return false
}

// firstSubject returns the subject that a passage opens with, before piece
// limit: behind "In a statement," and the like.
func (d *document) firstSubject(p *passage, limit int) phrase {
	i := 0
	for i < limit && (p.is(i, "but", "and", "so", "yet", "still", "meanwhile", "however", "then", "instead", "indeed", "-", "—", "–", "--", "•", "*") || p.quoted(i) || p.is(i, ",")) {
		i++
	}
	if p.in(i, sets.preposition) || p.in(i, sets.bounds) || p.in(i, sets.time) || p.word(i) && (strings.HasSuffix(p.pieces[i].Lower, "ing") || p.is(i, "asked", "pressed", "once", "earlier", "later")) {
		// "On Monday, the day before the talks, Roe said": whoever is named
		// first behind a comma, else what stands behind the first.
		first := phrase{}
		for k := i; k < limit && k < i+30; k++ {
			if !p.is(k, ",") {
				continue
			}
			f := d.ahead(p, k+1)
			if f.empty() || f.from >= limit {
				continue
			}
			if p.pronoun(f.from) || d.personAt(p, f.to-1) != nil {
				return f
			}
			if first.empty() {
				first = f
			}
		}
		if !first.empty() {
			return first
		}
		for k := i; k < limit; k++ {
			if d.personAt(p, k) != nil && !p.is(k-1, "of", "for", "with", "from", "by", "to", "about") {
				return d.ahead(p, k)
			}
			if p.pronoun(k) {
				return phrase{p: p, from: k, to: k + 1}
			}
		}
		return phrase{}
	}
	if i >= limit {
		return phrase{}
	}
	f := d.ahead(p, i)
	if f.to > limit {
		f.to = limit
	}
	return f
}
