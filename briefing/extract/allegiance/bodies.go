package allegiance

import (
	"slices"
	"strings"
	"sync"

	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// Bodies that an article names in full, so that its short forms for them can be
// read:
//
//	the Dockers' Federation of Ruritania … the federation's president
//	the shipbuilder Oak & Daughters … the company's chairman
//	the University of Nordhaven … the university
//
// Countries and the bodies that the gazetteer knows are none of them.

// Body is a body at one of the places where the article names it in full.
type Body struct {
	Name string
	kind string // of assets/lexicon/bodies.tsv
	noun string // what it is called for short, folded
	at   int    // where the name begins in the text
	end  int
}

// bodyKinds are the kinds of bodies by the words for them.
var bodyKinds = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	for _, row := range lexicon.Rows("bodies") {
		if len(row) > 1 {
			kind, officer := strings.CutPrefix(row[0], "officer ")
			for _, w := range lexicon.Fields(row[1]) {
				if officer {
					m["officer "+w] = kind
					continue
				}
				m[row[0]+" "+w] = row[0]
				if row[0] != "suffix" && row[0] != "staff" && m[w] == "" {
					m[w] = row[0]
				}
			}
		}
	}
	return m
})

// mostBodies keeps the cost in step with the length of a text that names bodies
// all the time.
const mostBodies = 120

// BodyNoun reports whether a word is one for a body that is no company.
func BodyNoun(t lang.Token) bool {
	k := bodyKinds()[t.Lower]
	return k != "" && k != "company"
}

func bodySuffix(t lang.Token) bool { return bodyKinds()["suffix "+t.Lower] != "" }
func bodyStaff(t lang.Token) bool  { return bodyKinds()["staff "+t.Lower] != "" }

// Officer reports whether a title holds an office that only bodies of one kind
// have: "Rector and Professor of Law".
func Officer(title string) bool {
	for w := range strings.FieldsSeq(lang.Fold(title)) {
		if bodyKinds()["officer "+strings.Trim(w, ",")] != "" {
			return true
		}
	}
	return false
}

// Bodies returns the bodies that the article names in full, at every place, in
// order of the text.
func (d *Document) Bodies() []Body {
	if d.bodies != nil {
		return *d.bodies
	}
	d.bodies = &[]Body{}
	for _, s := range d.Sentences {
		if !d.Headline(s) {
			d.bodiesOf(s)
		}
	}
	for _, p := range d.People { // "Nordlink chief executive Roe"
		for _, m := range p.Mentions[:min(1, len(p.Mentions))] {
			if body, _ := BodyLed(m.Title); body != "" && !strings.Contains(m.Title, ", ") {
				if at := strings.Index(d.Text[m.Begin():m.Start], body); at >= 0 {
					d.body(Body{Name: body, kind: kindOfBody(body), noun: lang.Fold(mention.LastWord(body)), at: m.Begin() + at, end: m.Begin() + at + len(body)})
				}
			}
		}
	}
	slices.SortStableFunc(*d.bodies, func(a, b Body) int { return a.at - b.at })
	return *d.bodies
}

// kindOfBody returns what kind of body a name is of by its words, a company if
// none says.
func kindOfBody(name string) string {
	for _, w := range strings.Fields(name) {
		if k := bodyKinds()[lang.Fold(w)]; k != "" {
			return k
		}
	}
	return "company"
}

// body notes a body, unless it is a side that the gazetteer knows or overlaps
// one that is noted.
func (d *Document) body(b Body) {
	b.Name = strings.Join(strings.Fields(b.Name), " ")
	if _, known := mention.Sides().Named(b.Name); known || b.Name == "" || len(*d.bodies) >= mostBodies {
		return
	}
	for _, o := range *d.bodies {
		if o.at < b.end && b.at < o.end {
			return
		}
	}
	*d.bodies = append(*d.bodies, b)
}

// bodiesOf notes the bodies that s names.
func (d *Document) bodiesOf(s *mention.Sentence) {
	t := s.Tokens
	for i := 0; i < len(t); i++ {
		kind := bodyKinds()[t[i].Lower]
		switch {
		case t[i].Capital() && bodySuffix(t[i]) && i > 0 && t[i-1].Capital():
			from := nameStart(t, i)
			d.note(s, from, i+1, "company", "company")
		case kind == "":
		case t[i].Capital():
			from, to := nameStart(t, i), nameOn(t, i+1)
			if to-from > 1 {
				d.note(s, from, to, kind, t[i].Lower)
				i = to - 1
			}
		default: // "the shipbuilder Oak", "the company, Oak,"
			from := i + 1
			comma := from < len(t) && t[from].Text == "," && i > 0 && t[i-1].Is("the", "its", "their")
			if comma {
				from++
			}
			to := from
			for to < len(t) && to < from+longestBody && (ampersand(t, to) || nameWord(t[to]) && mention.Vocab().Class[t[to].Lower]&(mention.HeadWord|mention.HonorificWord) == 0) {
				to++
			}
			if to > from && (!comma || to < len(t) && t[to].Text == ",") && noPerson(d.MentionAt(t[from].Start)) {
				d.note(s, from, to, kind, t[i].Lower)
				i = to - 1
			}
		}
		if kind == "labour" && t[i].Text == t[i].Lower {
			d.ofWorkers(s, i, kind)
		}
		if i+2 < len(t) && bodyStaff(t[i]) && t[i].Text == t[i].Lower {
			d.ofStaff(s, i)
		}
	}
}

// ofWorkers notes a body that goes by plain words for its members: "the players
// association", "the dock workers' union".
func (d *Document) ofWorkers(s *mention.Sentence, i int, kind string) {
	t := s.Tokens
	from := i
	if from > 0 && t[from-1].Is("'", "’") {
		from--
	}
	from--
	if from < 0 || t[from].Kind != lang.Word || t[from].Text != t[from].Lower || !strings.HasSuffix(t[from].Lower, "s") || t[from].Is("customs", "its", "this", "as", "says", "was", "has") {
		return
	}
	for k := from - 1; k >= 0 && k > from-4; k-- {
		switch {
		case t[k].Is("the", "a", "its", "their"):
			d.note(s, k+1, i+1, kind, t[i].Lower)
			return
		case t[k].Kind != lang.Word || t[k].Text != t[k].Lower || mention.Preposition(t[k]):
			return
		}
	}
}

// noPerson reports whether what stands at a place may be a body's name: it is
// no country's, and nobody's who holds an office.
func noPerson(m *mention.Mention) bool {
	return m == nil || m.Kind == mention.OtherMention || m.Kind == mention.PersonMention && m.Person != nil && m.Person.Title == ""
}

// ofStaff notes the companies in "executives of Oak and the shipbuilder Ash".
func (d *Document) ofStaff(s *mention.Sentence, i int) {
	t := s.Tokens
	if !t[i+1].Is("of", "from", "at", "for") {
		return
	}
	from := i + 2
	if t[from].Is("the") {
		return // "leaders of the Union"
	}
	to := from
	for to < len(t) && to < from+longestBody && nameWord(t[to]) {
		to++
	}
	if to > from && noPerson(d.MentionAt(t[from].Start)) && bodyKinds()[t[to-1].Lower] == "" {
		d.note(s, from, to, "company", "company")
	}
}

// ampersand reports whether the token at i joins two words of a name: "Oak [&]
// Daughters".
func ampersand(t []lang.Token, i int) bool {
	return t[i].Text == "&" && i > 0 && i+1 < len(t) && t[i-1].Capital() && t[i+1].Capital()
}

// nameWord reports whether a token may be a word of a body's name.
func nameWord(t lang.Token) bool { return t.Capital() && t.Kind == lang.Word && !mention.TimeWord(t) }

func (d *Document) note(s *mention.Sentence, from, to int, kind, noun string) {
	d.body(Body{Name: d.Text[s.Tokens[from].Start:s.Tokens[to-1].End], kind: kind, noun: noun, at: s.Tokens[from].Start, end: s.Tokens[to-1].End})
}

// nameStart returns where the run of words with capitals begins that ends at
// token i.
func nameStart(t []lang.Token, i int) int {
	from := i
	for from > 0 && i-from < longestBody {
		switch w := t[from-1]; {
		case w.Kind == lang.Clitic && from > 1 && t[from-2].Capital() && t[from].Capital(), w.Is("'", "’") && from > 1 && t[from-2].Capital() && strings.HasSuffix(t[from-2].Lower, "s"):
			from--
		case ampersand(t, from-1):
			from--
		case w.Capital() && w.Kind == lang.Word && !mention.Openers()[w.Lower] && mention.Vocab().Class[w.Lower]&mention.HeadWord == 0:
			from--
		default:
			return from
		}
	}
	return from
}

// nameOn returns where the name goes on to that a noun for a body begins or
// holds: "Federation [of Rail Workers]".
func nameOn(t []lang.Token, to int) int {
	for to+1 < len(t) {
		k := to
		if !t[k].Is("of", "for") {
			return to
		}
		k++
		if k < len(t) && t[k].Is("the") {
			k++
		}
		if k >= len(t) || !t[k].Capital() || t[k].Kind != lang.Word {
			return to
		}
		for k < len(t) && k < to+longestBody && (t[k].Capital() && t[k].Kind == lang.Word || t[k].Is("and") && k+1 < len(t) && t[k+1].Capital()) {
			k++
		}
		to = k
	}
	return to
}

// BodyMeant returns the body that a noun stands for at an offset of the text:
// the last named before that is called so, or else the last of its kind; "" if
// there is none.
func (d *Document) BodyMeant(noun string, at int) string {
	noun = lang.Fold(noun)
	kind := bodyKinds()[noun]
	if kind == "" {
		return ""
	}
	byKind := ""
	all := d.Bodies()
	for k := len(all) - 1; k >= 0; k-- {
		b := all[k]
		switch {
		case b.end > at:
		case b.noun == noun:
			return d.Fuller(b.Name)
		case b.kind == kind && byKind == "":
			byKind = b.Name
		}
	}
	return d.Fuller(byKind)
}

// Fuller returns the longest name of a body that a shorter one begins or stands
// for: "Oak" of Oak Steel, "OSW" of the Organisation of Steel Workers.
func (d *Document) Fuller(name string) string {
	best := name
	if mention.Acronym(name) && len(name) > 2 {
		for _, b := range d.Bodies() {
			if initials(b.Name) == name {
				return b.Name
			}
		}
		return name
	}
	for _, b := range d.Bodies() {
		if name != "" && len(b.Name) > len(best) && strings.HasPrefix(b.Name, name+" ") {
			best = b.Name
		}
	}
	return best
}

// initials returns the first letters of the words with capitals.
func initials(name string) string {
	out := ""
	for w := range strings.FieldsSeq(name) {
		if Capitalised(w) {
			out += w[:1]
		}
	}
	return out
}

// BodyBefore returns the body named last before token i of s, in full or for
// short ("the company"), with where it ends; "" if there is none in s.
func (d *Document) BodyBefore(s *mention.Sentence, i int) (string, int) {
	t := s.Tokens
	for k := i - 1; k >= 0; k-- {
		for _, b := range d.Bodies() {
			if b.end == t[k].End && b.at >= s.Start {
				return d.Fuller(b.Name), k + 1
			}
		}
		if k > 0 && t[k-1].Is("the") && bodyKinds()[t[k].Lower] != "" {
			if name := d.BodyMeant(t[k].Lower, t[k].Start); name != "" {
				return name, k + 1
			}
		}
		if t[k].Capital() { // "Oak" of the Oak Steel named before
			for _, b := range d.Bodies() {
				if strings.HasPrefix(b.Name, t[k].Text+" ") || b.Name == t[k].Text {
					return d.Fuller(b.Name), k + 1
				}
			}
		}
	}
	return "", 0
}

// BodyAt returns the body whose name begins at a token, or "".
func (d *Document) BodyAt(t lang.Token) string {
	for _, b := range d.Bodies() {
		if b.at == t.Start {
			return d.Fuller(b.Name)
		}
	}
	return ""
}

// BodiesInLead returns the bodies that the head of the article names, at most
// three.
func (d *Document) BodiesInLead() (out []string) {
	for _, b := range d.Bodies() {
		if s := d.SentenceAt(b.at); s == nil || s.Index >= Lead || len(out) == 3 {
			break
		}
		if name := d.Fuller(b.Name); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// IsBody reports whether words are the name of a body that the article names.
func (d *Document) IsBody(name string) bool {
	return slices.ContainsFunc(d.Bodies(), func(b Body) bool { return b.Name == name })
}
