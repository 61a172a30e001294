package mention

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/clause"
	lex "example.org/attache/briefing/extract/words"
	"example.org/attache/briefing/lang"
)

// reader reads the names of one sentence.
type reader struct {
	d     *Document
	s     *Sentence
	t     []lang.Token
	lower map[string]bool
	v     *Vocabulary
	place []placeAt // by token: the form of a side that covers it
	caps  bool      // the sentence is all in capitals, so that they tell no name
	found []*Mention
}

// placeAt is the form of a side that covers a token.
type placeAt struct {
	SideForm
	start, n int
}

func newReader(d *Document, s *Sentence, lower map[string]bool) *reader {
	r := &reader{d: d, s: s, t: s.Tokens, lower: lower, v: Vocab(), place: make([]placeAt, len(s.Tokens)), caps: shouted(s.Tokens)}
	g := Sides()
	for i := 0; i < len(r.t); i++ {
		f, n := g.At(r.t, i)
		if n > 0 && f.Kind == briefing.Organisation && i > 0 && r.t[i-1].Capital() && r.v.Is(r.t[i-1], PartWord) {
			continue // "National Security Council"
		}
		f = d.oldState(f)
		if n == 1 && r.givenBefore(i) {
			r.d.surname(r.t[i].Text)
			continue
		}
		if n == 1 && r.d.surnames[r.t[i].Text] && i+1 < len(r.t) && speechVerb(r.t[i+1]) && !(i > 0 && Preposition(r.t[i-1])) {
			continue // "Monaco said", of Ann Monaco
		}
		if n == 0 || n == 1 && f.Form == MetonymForm && r.givenAfterOffice(i) || n == 1 && f.Form == MetonymForm && r.t[i].Is("male") && !(i > 0 && r.t[i-1].Is("in", "to", "at", "from") && (i+1 == len(r.t) || !r.t[i+1].Capital())) {
			continue
		}
		end := i + n
		for b := i; b > 1; { // "the Kingdom of Bahrain"
			if r.t[b-1].Is("the") {
				b--
			}
			if b < 2 || !r.t[b-1].Is("of") || !states.Has(r.t[b-2].Lower) || !r.t[b-2].Capital() {
				break
			}
			i = b - 2
			break
		}
		end = r.bracketedName(end, f)
		for k := i; k < end; k++ {
			r.place[k] = placeAt{f, i, end - i}
		}
		i = end - 1
	}
	return r
}

// bracketedName returns the end of a side's name with the short form of it
// that follows in brackets, and the body of it that goes by its name: "African
// Union [(AU) Commission]"; end if there is none.
func (r *reader) bracketedName(end int, f SideForm) int {
	if f.Form != NameForm || end+2 >= len(r.t) || r.t[end].Text != "(" {
		return end
	}
	g, n := Sides().At(r.t, end+1)
	if n == 0 || g.Side != f.Side || end+1+n >= len(r.t) || r.t[end+1+n].Text != ")" {
		return end
	}
	end += n + 2
	return end
}

// shouted reports whether a sentence is all in capitals.
func shouted(tokens []lang.Token) bool {
	n := 0
	for _, t := range tokens {
		if t.Kind == lang.Word && len(t.Text) > 3 {
			if t.Text != strings.ToUpper(t.Text) {
				return false
			}
			n++
		}
	}
	return n > 5
}

// plainWord reports whether a word of a sentence in capitals is known as one
// that is no name: a form of a verb, or a noun of a class.
func (r *reader) plainWord(t lang.Token) bool {
	w := lex.Look(t.Lower)
	return clause.Auxiliaries[t.Lower] || (w.Lemma != "" || w.Class != 0 || clause.Prepositions[t.Lower] || strings.HasSuffix(t.Lower, "ly")) && !r.v.Is(t, GivenName|FamilyFirst)
}

// givenBefore reports whether token i is a family name that is also a
// country's: "Ann Jordan", "Ann B. Jordan".
func (r *reader) givenBefore(i int) bool {
	if i > 1 && initial(r.t[i-1].Text) && r.v.Is(r.t[i-2], GivenName) && r.t[i-2].Capital() {
		return true
	}
	return i > 0 && r.v.Is(r.t[i-1], GivenName) && r.t[i-1].Capital() && !r.v.Is(r.t[i-1], PartWord) && r.place[i-1].n == 0 &&
		(i < 2 || !r.t[i-2].Is("the"))
}

// givenAfterOffice reports whether token i is a first name that is also a city's:
// "Economy Minister Sofia Roe".
func (r *reader) givenAfterOffice(i int) bool {
	return i > 0 && i+1 < len(r.t) && r.isHead(i-1) && r.t[i-1].Capital() && r.t[i+1].Capital() && !r.office(i+1)
}

// office reports whether a token is a word of an office or body, not of a name.
func (r *reader) office(i int) bool {
	t := r.t[i]
	if r.v.Is(t, HeadWord|PartWord|RankWord|HonorificWord) {
		return true
	}
	head, _ := r.v.head(t)
	return head
}

// namey reports whether token i can be a word of a name that began at start.
func (r *reader) namey(i, start int) bool {
	t := r.t[i]
	if !t.Capital() && !arabicArticle(t.Text) || r.place[i].n > 0 || r.caps && i > 0 && r.plainWord(t) {
		return false
	}
	if initial(t.Text) || i > start && (r.insideName(i, start) || r.shortName(i, start) || r.middleLetter(i)) {
		return true
	}
	if i > start && i-start == 1 && r.v.Is(r.t[start], GivenName) && r.office(i) {
		// "John Major", "Christian Bishop" end a name; "Paul Ministry" does not.
		return r.v.Is(t, RankWord|PartWord|HeadWord) && !r.v.Is(t, HonorificWord) && !r.nameyPlain(i+1) && !r.capitalOffice(i+1) && len(t.Text) < 7
	}
	return r.nameyPlain(i)
}

// insideName reports whether a word that is also a form of address stands
// inside a name that began at start, or ends it: "Ng Off Roe", "Ann Over".
func (r *reader) insideName(i, start int) bool {
	if r.v.Class[r.t[i].Lower]&(HonorificWord|HeadWord|PartWord|RankWord) != HonorificWord || strings.HasSuffix(r.t[i].Text, ".") {
		return false
	}
	return i-start == 1 && r.v.Is(r.t[start], FamilyFirst) || i+1 >= len(r.t) || !r.t[i+1].Capital()
}

// shortName reports whether a short word that is also an office's, a month's or a
// plain one ends a name whose family name stands first: "Le [Son]", "Wei [Jun]".
func (r *reader) shortName(i, start int) bool {
	t := r.t[i]
	return i-start < 3 && r.v.Is(r.t[start], FamilyFirst) && utf8.RuneCountInString(t.Text) < 5 && !Acronym(t.Text) && (i+1 >= len(r.t) || !r.t[i+1].Capital())
}

// middleLetter reports whether a single capital stands for a middle name: "Eduard
// [A] Roe".
func (r *reader) middleLetter(i int) bool {
	return len(r.t[i].Text) == 1 && i+1 < len(r.t) && r.nameyPlain(i+1) && !r.office(i+1)
}

// addressed reports whether a token is a form of address that only stands
// before a name.
func addressed(t lang.Token) bool {
	return t.Capital() && addresses.Has(t.Lower)
}

// addressedByTwo reports whether tokens i and i+1 are one form of address: "Tan
// Sri", "Right Honourable".
func (r *reader) addressedByTwo(i int) bool {
	return i >= 0 && i+1 < len(r.t) && r.t[i].Capital() && addressPairs.Has(r.t[i].Lower+" "+r.t[i+1].Lower)
}

func (r *reader) capitalOffice(i int) bool {
	return i < len(r.t) && r.t[i].Capital() && r.office(i)
}

func (r *reader) nameyPlain(i int) bool {
	if i >= len(r.t) {
		return false
	}
	t := r.t[i]
	if !t.Capital() && !arabicArticle(t.Text) || r.place[i].n > 0 {
		return false
	}
	if r.office(i) {
		// "Christian Roe": a first name that is also a plain word.
		if i+2 < len(r.t) && r.v.Is(r.t[i+1], NameParticle) && r.t[i+1].Is("bin", "ibn", "bint") && r.t[i+2].Capital() {
			return r.v.Is(t, GivenName|HeadWord) // "Prince [Sultan] bin Omar"
		}
		return r.v.Is(t, GivenName) && i+1 < len(r.t) && r.t[i+1].Capital() && !r.office(i+1) && r.place[i+1].n == 0
	}
	if Openers()[t.Lower] && i > r.start() && i+1 < len(r.t) && r.t[i+1].Capital() && !r.office(i+1) && (r.v.Is(r.t[i-1], FamilyFirst) && r.t[i-1].Capital() || addressed(r.t[i-1])) {
		return true // "Nguyen The Roe", "Dr Than Roe"
	}
	if Openers()[t.Lower] && !(r.v.Is(t, GivenName|FamilyFirst) && i+1 < len(r.t) && r.t[i+1].Capital()) {
		return r.v.Is(t, FamilyFirst|GivenName) && i > 0
	}
	if strings.Contains(t.Text, "/") || strings.Contains(t.Text, "@") || r.month(i) || strings.ContainsAny(t.Text, "0123456789") {
		return false // an address, a date, a make of aeroplane
	}
	if i == r.start() || i > 0 && r.t[i-1].Is(`"`, "“", ":", "''") {
		if r.lower[t.Lower] && !r.v.Is(t, GivenName|FamilyFirst) {
			return false
		}
		if len(t.Text) > 5 && (strings.HasSuffix(t.Lower, "ing") || strings.HasSuffix(t.Lower, "ly")) && i+1 < len(r.t) && !r.t[i+1].Is("said", "told", ",") {
			return r.v.Is(t, GivenName|FamilyFirst)
		}
	}
	if abstractNoun(t.Lower) && !r.v.Is(t, GivenName|FamilyFirst) {
		return false
	}
	return !hyphenOfSides(t.Text)
}

// month reports whether a token is a month cut short, as with its day: "Dec. 8".
func (r *reader) month(i int) bool {
	return strings.HasSuffix(r.t[i].Text, ".") && lex.In(strings.TrimSuffix(r.t[i].Lower, "."), "month") || i+1 < len(r.t) && r.t[i+1].Kind == lang.Number && lex.In(r.t[i].Lower, "month")
}

// abstractNoun reports whether a word has an ending that words of offices and
// documents have and names do not: "Immigration", "Citizenship", "Issues".
func abstractNoun(w string) bool {
	for _, end := range abstractEndings() {
		if len(w) > len(end)+1 && strings.HasSuffix(w, end) || w == end && w != "ness" {
			return true
		}
	}
	return len(w) > 8 && strings.HasSuffix(w, "ment")
}

// start returns the first token that is no mark.
func (r *reader) start() int {
	for i, t := range r.t {
		if t.Kind != lang.Punct {
			return i
		}
	}
	return 0
}

// initial reports whether a word is an initial: "R."
func initial(s string) bool { return len(s) == 2 && s[1] == '.' && s[0] >= 'A' && s[0] <= 'Z' }

// arabicArticle reports whether a word is a name that begins with a small
// article: "al-Roe", "el-Lind".
func arabicArticle(s string) bool {
	for _, p := range smallArticles() {
		if rest, ok := strings.CutPrefix(s, p); ok {
			r, _ := utf8.DecodeRuneInString(rest)
			return unicode.IsUpper(r)
		}
	}
	return false
}

// hyphenOfSides reports whether a word joins sides: "US-Syria".
func hyphenOfSides(s string) bool {
	a, b, ok := strings.Cut(s, "-")
	if !ok {
		return false
	}
	_, x := Sides().Forms[a]
	_, y := Sides().Forms[b]
	return x && (y || len(b) > 0 && unicode.IsLower(rune(b[0])) || strings.Contains(b, "-")) || y && !strings.Contains(a, " ") && x
}

// names finds the names of the sentence, each with its title.
func (r *reader) names() {
	bound := 0 // tokens before it belong to an earlier mention
	for i := 0; i < len(r.t); {
		if p := r.place[i]; p.n > 0 {
			m := &Mention{Kind: PlaceMention, Side: p.Side, SideKind: p.Kind, First: i, Last: p.start + p.n}
			if p.Kind == briefing.Organisation {
				m.Kind = OrganisationMention
			}
			r.add(m, i, p.start+p.n)
			i = p.start + p.n
			continue
		}
		if r.addressedByTwo(i) {
			i += 2
			continue
		}
		if !r.namey(i, i) {
			i++
			continue
		}
		j := r.nameEnd(i)
		if k := r.givenInside(i, j); k > i {
			i = k // "the Presidency Marcos Telles"
		}
		m := &Mention{First: i, Last: j}
		if !r.d.Whole(briefing.Span{Start: r.t[i].Start, End: r.t[j-1].End}, r.s.Span) {
			i = j
			continue
		}
		r.judge(m, bound)
		r.add(m, m.From, m.To)
		if m.Kind == PersonMention {
			bound = m.To
		}
		i = max(j, m.Last)
	}
}

// givenInside returns where the name in [i, j) begins if what stands before
// its first name belongs to an office: "the Presidency [Marcos Telles]".
func (r *reader) givenInside(i, j int) int {
	if j-i < 3 || i == 0 || r.v.Is(r.t[i-1], HonorificWord) && !r.isHead(i-1) || !(Preposition(r.t[i-1]) || r.t[i-1].Is("the") || r.office(i-1) && !r.isHead(i-1)) || r.v.Is(r.t[i], GivenName|FamilyFirst) {
		return i
	}
	for k := i + 1; k < j-1; k++ {
		if r.v.Is(r.t[k], NameParticle) && !r.t[k].Capital() {
			break
		}
		if r.v.Is(r.t[k], GivenName) && !r.v.Is(r.t[k], NameParticle) {
			return k
		}
	}
	return i
}

// add completes a mention and keeps it.
func (r *reader) add(m *Mention, from, to int) {
	m.Sentence, m.From, m.To = r.s, from, to
	m.Span = briefing.Span{Start: r.t[m.First].Start, End: r.t[m.Last-1].End}
	r.found = append(r.found, m)
}

// longestName is the most tokens a name may have.
const longestName = 7

// nameEnd returns the end of the name that begins at token i.
func (r *reader) nameEnd(i int) int {
	j := i + 1
	for j < len(r.t) && j-i < longestName {
		if r.namey(j, i) {
			if Acronym(r.t[j].Text) && !Acronym(r.t[i].Text) && len(r.t[j].Text) < 6 && !r.v.Is(r.t[j], FamilyFirst|GivenName) {
				break // "Roe UNCTAD", but "Fumio KISHIDA"
			}
			j++
			continue
		}
		if j+1 < len(r.t) && r.t[j].Text == "&" && r.namey(j+1, i) {
			j += 2 // "Dorn & Hale"
			continue
		}
		if j+3 < len(r.t) && nickMark(r.t[j].Text) && nickMark(r.t[j+2].Text) && r.t[j+1].Capital() && r.namey(j+3, i) {
			j += 4 // Jose "Boy" Katigbak
			continue
		}
		k := j
		for k < len(r.t) && k-j < 3 && r.v.Is(r.t[k], NameParticle) && !r.t[k].Capital() {
			k++
		}
		if k > j && k < len(r.t) && r.nameyPlain(k) && !r.t[j].Is("i", "e") || k > j && k < len(r.t) && k-j == 1 && r.t[j].Is("e", "y") && r.nameyPlain(k) && j-i > 1 {
			j = k + 1
			continue
		}
		break
	}
	if j+1 < len(r.t) && r.t[j].Text == "," && r.v.Is(r.t[j+1], NameSuffix) {
		j += 2
	} else if j < len(r.t) && r.v.Is(r.t[j], NameSuffix) && r.t[j].Capital() {
		j++
	}
	return j
}

// nickMark reports whether a token can set off a nickname inside a name.
func nickMark(s string) bool {
	switch s {
	case `"`, "“", "”", "'", "‘", "’", "''", "(", ")":
		return true
	}
	return false
}

// Acronym reports whether a word is two capitals or more and nothing else.
func Acronym(s string) bool {
	if len(s) < 2 {
		return false
	}
	for i := 0; i < len(s); i++ {
		if c := s[i]; !(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
			return false
		}
	}
	return true
}

// judge reads what stands around a name and decides whether it is a person's.
func (r *reader) judge(m *Mention, bound int) {
	m.From, m.To = m.First, m.Last
	r.leftTitle(m, bound)
	if f := m.From; f > 1 && f+1 < len(r.t) && r.t[f-1].Text == "&" && r.t[f-2].Capital() && r.t[f+1].Kind == lang.Clitic && m.Title != "" {
		m.From -= 2 // "Dorn & [Hale's director]"
		m.Title = r.t[m.From].Text + " & " + m.Title
	}
	if f := m.From; f > 2 && m.Side == "" && r.t[f-1].Text == "," && r.t[f-2].Is("counterpart") && r.place[f-3].n > 0 && m.Title != "" {
		m.Side, m.SideKind = r.place[f-3].Side, r.place[f-3].Kind // "his Peruvian counterpart, President Roe"
		m.score += 2
	}
	r.rightTitle(m)
	r.ofSide(m)

	n := m.Last - m.First
	t := r.t
	if f := m.From; f > 1 && t[f-1].Kind == lang.Clitic && r.place[f-2].n > 0 && m.Side == "" && !r.capitalOffice(m.Last) && !(n == 1 && m.Last < len(t) && r.part(m.Last)) {
		m.Side, m.SideKind = r.place[f-2].Side, r.place[f-2].Kind // "Kuwait's Ali Roe"
		m.From = r.place[f-2].start
		m.score += 2
	}
	if n == 1 && m.Title != "" && m.Last < len(t) && t[m.Last].Capital() && r.part(m.Last) && !r.isHead(m.Last) && !r.v.Is(t[m.Last], RankWord|HonorificWord) && strings.Contains(m.Title, " ") {
		// "Secretary of the Coral Sea [Tuna] Organisation": a body's name
		m.Title, m.Side, m.SidePart, m.plural, m.From, m.To = "", "", false, false, m.First, m.Last
		m.score -= 4
	}
	if m.Title != "" {
		m.score += 3
	}
	if m.honorific != "" || m.Opposite {
		m.score += 3
	}
	switch {
	case r.v.Is(t[m.First], GivenName) && n > 1:
		m.score += 2
	case r.v.Is(t[m.First], FamilyFirst) && (n == 2 || n == 3):
		m.score += 2
	case n == 2 || n == 3:
		m.score++
	}
	for k := m.First; k < m.Last; k++ {
		if initial(t[k].Text) && k > m.First || arabicArticle(t[k].Text) || k > m.First && !t[k].Capital() {
			m.score++
			break
		}
	}
	if f := m.First; f > 1 && t[f-1].Is("by") && ledBy.Has(t[f-2].Lower) {
		m.score++
	}
	if m.Last < len(t) && speechVerb(t[m.Last]) || m.First > 0 && speechVerb(t[m.First-1]) && !t[m.First-1].Capital() {
		m.score++
	}
	if m.Last+1 < len(t) && t[m.Last].Text == "," && t[m.Last+1].Is("who", "whose", "whom") && n > 1 {
		m.score += 2
	}
	if m.Last < len(t) && t[m.Last].Capital() && r.office(m.Last) && !r.v.Is(t[m.Last], HonorificWord|RankWord) && m.Title == "" {
		m.score -= 4 // "Roe House", "Roe Administration"
	}
	if m.First > 0 && t[m.First-1].Is("the", "a", "an") && m.Title == "" {
		m.score -= 3
	}
	if Acronym(t[m.First].Text) && m.Title == "" && m.honorific == "" && len(t[m.First].Text) < 6 {
		m.score -= 2
	}
	if m.First > 0 && t[m.First-1].Is("in", "at", "near") && m.Title == "" && n == 1 {
		m.score -= 2
	}
	if slices.ContainsFunc(t[m.First:m.Last], func(t lang.Token) bool { return t.Text == "&" }) {
		m.score = 0 // a firm
	}
	if r.caps && m.Title == "" && m.honorific == "" && !r.v.Is(t[m.First], GivenName) {
		return // whether it is a name is told by another place that names it
	}
	if m.score >= 2 {
		m.Kind = PersonMention
	}
}

// speechVerb reports whether a token is a common verb of speech in the past or
// present, which only people and bodies take.
func speechVerb(t lang.Token) bool {
	switch t.Lower {
	case "said", "says", "told", "tells", "added", "adds", "noted", "stressed", "warned", "replied", "tweeted", "wrote", "explained",
		"argued", "insisted", "acknowledged", "confirmed", "announced", "declared", "stated", "continued", "concluded", "commented", "met":
		return true
	}
	return false
}
