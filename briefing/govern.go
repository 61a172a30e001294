package briefing

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// GovernorKind says what a governor does to the words it governs.
type GovernorKind string

// The kinds of governors. Each turns what is said into something else if it
// is left out.
const (
	Negation  GovernorKind = "negation"  // "not", "neither", "without"
	Exception GovernorKind = "exception" // "rather than", "except"
	Denial    GovernorKind = "denial"    // "denied that", "refused to", "reports that … are false"
	Doubt     GovernorKind = "doubt"     // "critics doubt that", "whether"
	Almost    GovernorKind = "almost"    // "had almost agreed"
	CalledOff GovernorKind = "off"       // "was called off"
	Possible  GovernorKind = "possible"  // "may", "expected to", "would only"
	Condition GovernorKind = "condition" // "if", "unless", "subject to"
	Hearsay   GovernorKind = "hearsay"   // "reportedly", "claims that"
	Quantity  GovernorKind = "quantity"  // "two", "at least", "only"
	Former    GovernorKind = "former"    // "acting", "deputy", before an office
	Question  GovernorKind = "question"  // the sentence asks
)

// governor is a phrase of a sentence that governs others of its words.
type governor struct {
	kind   GovernorKind
	words  run // the phrase
	extent run // the words that have to stay for it to say what it says
	scope  []run
}

// run is a half-open range of a sentence's clause words.
type run struct{ from, to int }

func (r run) has(i int) bool { return r.from <= i && i < r.to }

func (g governor) governs(i int) bool {
	return slices.ContainsFunc(g.scope, func(r run) bool { return r.has(i) })
}

// clauseWord is a word or mark of a sentence, with its place in the text that
// the sentence is part of.
type clauseWord struct {
	Span
	low     string // lower case, plain apostrophes; "not" for the end of "didn't"
	capital bool
	shouted bool // all capitals
	mark    bool // punctuation
}

// name reports whether the word begins with a capital in a text that is not all
// capitals.
func (w clauseWord) name() bool { return w.capital && !w.shouted }

// clauseWords cuts the bytes of text that span covers into words and marks.
func clauseWords(text string, span Span) []clauseWord {
	words := make([]clauseWord, 0, span.Len()/5+1)
	for i := span.Start; i < span.End; {
		r, size := utf8.DecodeRuneInString(text[i:span.End])
		switch {
		case unicode.IsSpace(r):
			i += size
			continue
		case !wordRune(r):
			words = append(words, clauseWord{Span: Span{i, i + size}, low: string(r), mark: true})
			i += size
			continue
		}
		start := i
		for i < span.End {
			r, size = utf8.DecodeRuneInString(text[i:span.End])
			next, _ := utf8.DecodeRuneInString(text[min(i+size, span.End):span.End])
			if !wordRune(r) && !(strings.ContainsRune("-'’.,", r) && wordRune(next) && !(r == ',' && !unicode.IsDigit(next))) {
				break
			}
			i += size
		}
		w := text[start:i]
		first, _ := utf8.DecodeRuneInString(w)
		words = append(words, clauseWord{Span: Span{start, i}, low: strings.ToLower(plainTypography(w)), capital: unicode.IsUpper(first), shouted: len(w) > 1 && strings.ToUpper(w) == w})
	}
	return words
}

//go:embed governors.tsv
var governorsTSV string

// phrase is one entry of governors.tsv.
type phrase struct {
	kind, reach string
	words       []string
}

// governorWords are the entries by their first word, longest first, and the
// classes of single words.
type governorWords struct {
	phrases map[string][]phrase
	classes map[string]map[string]bool
}

var governorLexicon = sync.OnceValue(func() governorWords {
	l := governorWords{phrases: map[string][]phrase{}, classes: map[string]map[string]bool{}}
	for _, row := range strings.Split(governorsTSV, "\n") {
		cells := strings.Split(row, "\t")
		if len(cells) != 3 || strings.HasPrefix(row, "#") {
			continue
		}
		for _, p := range strings.Split(cells[2], ", ") {
			words := strings.Fields(p)
			l.phrases[words[0]] = append(l.phrases[words[0]], phrase{cells[0], cells[1], words})
			if class := l.classes[cells[0]]; class == nil {
				l.classes[cells[0]] = map[string]bool{p: true}
			} else {
				class[p] = true
			}
		}
	}
	for _, ps := range l.phrases {
		slices.SortStableFunc(ps, func(a, b phrase) int { return len(b.words) - len(a.words) })
	}
	return l
})

// is reports whether word i is of a class of words, or begins a phrase of it.
func (s *clause) is(i int, class string) bool {
	if i < 0 || i >= len(s.words) {
		return false
	}
	if governorLexicon().classes[class][s.words[i].low] {
		return true
	}
	for _, p := range governorLexicon().phrases[s.words[i].low] {
		if len(p.words) > 1 && p.kind == class && s.matches(p, i) {
			return true
		}
	}
	return false
}

// clause is a sentence as the referee reads it: words, and what governs them.
type clause struct {
	words     []clauseWord
	governors []governor
}

// readClause reads the sentence that span covers.
func readClause(text string, span Span) clause {
	s := clause{words: clauseWords(text, span)}
	for i := 0; i < len(s.words); {
		i = s.governorAt(i)
	}
	s.asks()
	s.inverted()
	return s
}

// governorAt adds the governors that begin at word i and returns where to go
// on.
func (s *clause) governorAt(i int) int {
	w := s.words[i].low
	if strings.HasSuffix(w, "n't") && len(w) > 3 {
		s.add(phrase{kind: string(Negation), reach: "on"}, i, i+1)
		return i + 1
	}
	longest := 0
	for _, p := range governorLexicon().phrases[w] {
		n := len(p.words)
		if n < longest || !s.matches(p, i) || p.reach == "-" {
			continue
		}
		if p.kind == "plain" {
			return i + n
		}
		if s.add(p, i, i+n) {
			longest = n
		}
	}
	if longest == 0 && number(w) && !(len(w) == 4 && (w[:2] == "19" || w[:2] == "20")) {
		s.add(phrase{kind: string(Quantity), reach: "word"}, i, i+1)
	}
	return i + 1
}

func number(w string) bool { return w[0] >= '0' && w[0] <= '9' }

func (s *clause) matches(p phrase, i int) bool {
	if i+len(p.words) > len(s.words) {
		return false
	}
	for k, w := range p.words {
		if s.words[i+k].low != w {
			return false
		}
	}
	return true
}

// add files a governor unless its words are not what they look like.
func (s *clause) add(p phrase, from, to int) bool {
	g := governor{kind: GovernorKind(p.kind), words: run{from, to}, extent: run{from, to}}
	first, next := s.words[from], ""
	if to < len(s.words) {
		next = s.words[to].low
	}
	switch {
	case first.low == "may" && first.capital && from > 0:
		return false // the month
	case first.low == "if" && s.asked(from):
		g.kind, p.reach = Doubt, "on"
	case g.kind == Almost && to < len(s.words) && (number(next) || s.is(to, string(Quantity))):
		return false // "almost 30": a quantity
	case (first.low == "close" || first.low == "about") && g.kind == Almost && !(strings.HasSuffix(next, "ing") || s.dealAhead(to) || first.low == "about"):
		return false // "close to the border"
	case first.low == "according" && !s.sourceAhead(to):
		return false // "according to the communiqué"
	case first.low == "nor":
	case p.reach == "be" && !s.behindBe(from):
		return false
	}
	switch p.reach {
	case "on":
		g.scope = []run{{to, s.end(g, to)}}
		if from == 0 && strings.HasSuffix(first.low, "ing") { // "Denying a rift, they agreed"
			g.scope[0].to = min(g.scope[0].to, s.comma(to))
		}
		if g.kind == Hearsay {
			g.extent.from = s.start(from)
		}
	case "near":
		g.scope = []run{{to, min(s.end(g, to), s.comma(to))}}
	case "back", "be":
		g.scope = []run{{s.start(from), from}}
	case "figure":
		if to >= len(s.words) || !number(next) && !s.is(to, string(Quantity)) && !strings.Contains("$€£¥", next) {
			return false // "talks about trade"
		}
		g.scope = []run{{to, to + 1}}
	case "word":
		g.scope = []run{{to, to + 1}}
		if next == "to" {
			return false
		}
	case "next":
		n := to
		for n < len(s.words) && (s.is(n, "pronoun") || s.words[n].low == "to" || s.words[n].low == "of") {
			n++
		}
		g.scope = []run{{to, min(n+1, len(s.words))}}
	case "all":
		if first.low == "according" {
			to = s.comma(to)
		}
		lo, hi := s.start(from), s.end(g, to)
		if g.kind == Condition {
			g.extent.to = min(hi, s.comma(to))
			g.scope = []run{{lo, from}, {g.extent.to, s.end(g, g.extent.to)}}
		} else {
			g.scope = []run{{lo, from}, {to, hi}}
		}
		if g.kind == Hearsay && !adverb(first.low) {
			g.extent.to = to
			if !s.verbBefore(from) {
				g.extent.from = lo
			}
		}
	}
	for g.kind == Negation && g.extent.from > 0 && (s.is(g.extent.from-1, "finite") && len(s.words[g.extent.from-1].low) < 6) {
		g.extent.from-- // "did not"
	}
	s.governors = append(s.governors, g)
	return true
}

// asks adds the governor of a sentence that is a question.
func (s *clause) asks() {
	for i := len(s.words) - 1; i >= 0 && i > len(s.words)-4 && s.words[i].mark; i-- {
		if s.words[i].low == "?" {
			s.governors = append(s.governors, governor{kind: Question, words: run{i, i + 1}, extent: run{0, i + 1}, scope: []run{{0, i}}})
			return
		}
	}
}

// asked reports whether the "if" at i stands for "whether".
func (s *clause) asked(i int) bool {
	for k := max(0, i-3); k < i; k++ {
		switch s.words[k].low {
		case "asked", "ask", "asks", "wondered", "wonder", "unclear", "know", "knew", "see", "unsure", "uncertain":
			return true
		}
	}
	return false
}

// sourceAhead reports whether one of the next words is a source nobody
// answers for.
func (s *clause) sourceAhead(i int) bool {
	for k := i; k < min(i+5, len(s.words)) && s.words[k].low != ","; k++ {
		if s.is(k, "source") {
			return true
		}
	}
	return false
}

// inverted adds the governor of a condition without "if": "Had they agreed,
// the port would have closed".
func (s *clause) inverted() {
	if len(s.words) < 4 || s.words[0].low != "had" && s.words[0].low != "were" && s.words[0].low != "should" {
		return
	}
	comma := s.comma(1)
	if comma >= len(s.words) {
		return
	}
	for i := comma; i < len(s.words); i++ {
		switch s.words[i].low {
		case "would", "could", "might", "will":
			s.governors = append(s.governors, governor{kind: Condition, words: run{0, 1}, extent: run{0, comma}, scope: []run{{comma, len(s.words)}, {1, comma}}})
			return
		}
	}
}

// dealAhead reports whether one of the next words is a bargain.
func (s *clause) dealAhead(i int) bool {
	for k := i; k < min(i+4, len(s.words)); k++ {
		if s.is(k, "deal") {
			return true
		}
	}
	return false
}

// behindBe reports whether a form of "to be" stands shortly before word i, or
// word i ends what somebody calls a thing: "called the report false".
func (s *clause) behindBe(i int) bool {
	last := i+1 >= len(s.words) || s.words[i+1].mark
	for k := i - 1; k >= max(0, i-30); k-- {
		if k >= i-3 && s.is(k, "be") || last && s.is(k, "brand") && k < i-1 {
			return true
		}
	}
	return false
}

// finite reports whether word i looks like a finite verb.
func (s *clause) finite(i int) bool {
	if i < 0 || i >= len(s.words) || s.words[i].mark || s.words[i].capital {
		return false
	}
	w := s.words[i].low
	return s.is(i, "finite") || len(w) > 4 && strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "n't")
}

// comma returns the first comma from word i on that closes what stands before
// it, or where the longest scope ends. Commas around one word ("there was no deal,
// however, on") close nothing.
func (s *clause) comma(i int) int {
	for last := min(len(s.words), i+longestScope); i < last; i++ {
		if s.words[i].low != "," {
			continue
		}
		if i+2 < len(s.words) && s.words[i+2].low == "," {
			i += 2
			continue
		}
		return i
	}
	return i
}

// longestScope bounds a clause, in words: no sentence of prose is as long, and
// what is none must not cost more than it is long.
const longestScope = 250

// end returns the word at which the clause that begins at word i ends:
//
//	did not · agree to raise the tariff │ but opened the port
//	denied that · Norway and Sweden agreed to raise the tariff │, saying that
func (s *clause) end(g governor, i int) int {
	aside := s.inAside(g.words.from)
	first := i
	infinitive := i < len(s.words) && s.words[i].low == "to"
	that := s.words[g.words.to-1].low == "that"
	verb := !that && g.words.from > 0 && g.kind != Condition && g.kind != Hearsay && (g.kind != Negation || s.is(g.words.from-1, "finite") || strings.HasSuffix(s.words[g.words.from].low, "n't"))
	for last := min(len(s.words), i+longestScope); i < last; i++ {
		low := s.words[i].low
		switch {
		case low == ";" || low == "—" || low == "–":
			return i
		case low == "that", s.is(i, "speech") && i+1 < len(s.words) && (s.words[i+1].capital || s.is(i+1, "pronoun")):
			verb, that = false, true
			continue
		case low == "nor" && i > first && g.kind == Negation:
			return i
		case s.is(i, "conjunction") && i > first:
			return i
		case s.is(i, "subordinator") && verb && (s.verbAhead(i+1) || s.opensClause(i+1)):
			return i
		case low == ",":
			if aside || s.opensClause(i+1) || i+1 < len(s.words) && verb && s.is(i+1, "relative") {
				return i
			}
		case low == "and" && verb && i > first:
			switch {
			case i+1 < len(s.words) && s.words[i+1].low == "to" && infinitive:
				return i
			case !that && s.finite(i+1):
				return i
			case (!that || s.words[i-1].low == ",") && s.ownSubject(i+1):
				return i
			}
		}
		verb = verb || s.finite(i)
	}
	return i
}

// inAside reports whether word i stands in what commas set apart: "Roe, who
// did not speak, met Lee".
func (s *clause) inAside(i int) bool {
	for k := i - 1; k >= max(0, i-8); k-- {
		if s.words[k].low == "," {
			return s.is(k+1, "relative") || s.is(k+1, "conjunction") && s.words[k+1].low != "but" && s.words[k+1].low != "so" || s.words[k+1].low == "if"
		}
	}
	return false
}

// opensClause reports whether a participle that goes on with the sentence
// stands at word i: ", saying", ", instead agreeing".
func (s *clause) opensClause(i int) bool {
	if i >= len(s.words) {
		return false
	}
	low := s.words[i].low
	return low == "instead" || len(low) > 5 && strings.HasSuffix(low, "ing") && !s.words[i].capital && low != "including" && low != "during" && low != "according" && low != "following"
}

// verbAhead reports whether a finite verb follows before the next comma.
func (s *clause) verbAhead(i int) bool {
	for k := i; k < min(i+10, len(s.words)) && !s.words[k].mark; k++ {
		if s.finite(k) {
			return true
		}
	}
	return false
}

// ownSubject reports whether a subject and its verb stand at word i.
func (s *clause) ownSubject(i int) bool {
	if i >= len(s.words) || !(s.words[i].capital || s.is(i, "pronoun")) {
		return false
	}
	for k := i + 1; k < min(i+8, len(s.words)) && !(s.words[k].mark && s.words[k].low != "’"); k++ {
		if s.finite(k) {
			return true
		}
	}
	return false
}

// start returns where the clause that holds word i begins.
func (s *clause) start(i int) int {
	for k := i - 1; k >= max(0, i-longestScope); k-- {
		low := s.words[k].low
		switch {
		case low == ";" || low == "—" || low == "–",
			s.is(k, "conjunction"), s.is(k, "relative"),
			s.is(k, "subordinator") && s.verbAhead(k+1):
			return k + 1
		case low == "and" && s.verbBefore(k) && s.ownSubject(k+1), low == "," && s.verbBefore(k) && (s.ownSubject(k+1) && !s.saysOnly(k+1) || s.opensClause(k+1)):
			return k + 1
		}
	}
	return max(0, i-longestScope)
}

// saysOnly reports whether what stands from word i is only who said it.
func (s *clause) saysOnly(i int) bool {
	for k := i; k < min(i+6, len(s.words)); k++ {
		if s.is(k, "speech") {
			return k+1 >= len(s.words) || s.words[k+1].mark
		}
	}
	return false
}

func (s *clause) verbBefore(i int) bool {
	for k := i - 1; k >= max(0, i-longestScope); k-- {
		if s.finite(k) {
			return true
		}
	}
	return false
}

// Governors returns the kinds of governors that stand in text, each once and
// sorted: what a wording denies, doubts, or hangs on. Figures and what stands
// before an office are not among them.
func Governors(text string) []GovernorKind {
	var kinds []GovernorKind
	for _, g := range readClause(text, Span{0, len(text)}).governors {
		if g.kind != Quantity && g.kind != Former {
			kinds = append(kinds, g.kind)
		}
	}
	slices.Sort(kinds)
	return slices.Compact(kinds)
}
