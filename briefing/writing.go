package briefing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Scale is a set of words of likelihood whose meaning is agreed.
type Scale string

// The scales.
const (
	ICD203  Scale = "icd203" // Intelligence Community Directive 203 (2015), standard 2
	PHIA    Scale = "phia"   // Probability Yardstick of the UK's Professional Head of Intelligence Assessment
	NoScale Scale = "off"
)

// Likelihood is one step of a scale: its words, by rows that are not to be
// mixed, and the odds in per cent that they stand for.
type Likelihood struct {
	Words    []string // one a row of the scale
	From, To int      // per cent
}

// Steps returns the steps of a scale, from the least likely; none for NoScale.
// Sources: https://www.dni.gov/files/documents/ICD/ICD-203.pdf, and
// https://www.gov.uk/government/publications/explaining-uncertainty-in-uk-intelligence-assessment.
func (s Scale) Steps() []Likelihood {
	switch s {
	case ICD203:
		return []Likelihood{
			{[]string{"almost no chance", "remote"}, 1, 5},
			{[]string{"very unlikely", "highly improbable"}, 5, 20},
			{[]string{"unlikely", "improbable"}, 20, 45},
			{[]string{"roughly even chance", "roughly even odds"}, 45, 55},
			{[]string{"likely", "probable"}, 55, 80},
			{[]string{"very likely", "highly probable"}, 80, 95},
			{[]string{"almost certain", "nearly certain"}, 95, 99},
		}
	case PHIA:
		return []Likelihood{
			{[]string{"remote chance"}, 0, 5},
			{[]string{"highly unlikely"}, 10, 20},
			{[]string{"unlikely"}, 25, 35},
			{[]string{"realistic possibility"}, 40, 50},
			{[]string{"likely", "probable"}, 55, 75}, // either
			{[]string{"highly likely"}, 80, 90},
			{[]string{"almost certain"}, 95, 100},
		}
	}
	return nil
}

// HintKind says what a hint is about.
type HintKind string

// The kinds of hints.
const (
	VagueWord      HintKind = "vague" // has no agreed meaning in the scale
	MixedRows      HintKind = "mixed" // words of both rows of the scale
	WithLikelihood HintKind = "both"  // confidence and likelihood in one sentence
)

// Hint is a remark on how an analyst's own line says how likely something is.
// It never blocks and nothing is ever put in its place.
type Hint struct {
	Kind  HintKind
	Words []string // as they stand in the text
}

// WritingHints looks at an analyst's own text. others are the analyst's other
// lines of the same page, for the rule that the rows of a scale are not mixed.
// It knows English words only; quotations within the text are passed over.
func WritingHints(text string, others []string, s Scale) []Hint {
	steps := s.Steps()
	if len(steps) == 0 {
		return nil
	}
	var hints []Hint
	text = unquoted(text)
	rows := [2][]string{}
	for _, sentence := range sentences(text) {
		terms, rest := likelihoods(sentence, steps)
		for row, words := range terms {
			rows[row] = append(rows[row], words...)
		}
		if sure := confidence(rest); len(sure) > 0 && len(terms[0])+len(terms[1]) > 0 {
			hints = append(hints, Hint{WithLikelihood, append(sure, append(terms[0], terms[1]...)...)})
		}
		for _, w := range vague(rest) {
			hints = append(hints, Hint{VagueWord, []string{w}})
		}
	}
	mine := len(rows[0]) + len(rows[1])
	for _, o := range others {
		for _, sentence := range sentences(unquoted(o)) {
			terms, _ := likelihoods(sentence, steps)
			rows[0], rows[1] = append(rows[0], terms[0]...), append(rows[1], terms[1]...)
		}
	}
	if s == ICD203 && mine > 0 && len(rows[0]) > 0 && len(rows[1]) > 0 {
		hints = append(hints, Hint{MixedRows, []string{rows[0][0], rows[1][0]}})
	}
	return hints
}

// unquoted takes out what stands between quotation marks: somebody else's
// words.
func unquoted(s string) string {
	var out strings.Builder
	closing := rune(0)
	for _, r := range s {
		switch {
		case closing != 0 && r == closing:
			closing = 0
		case closing != 0:
		case r == '“':
			closing = '”'
		case r == '«':
			closing = '»'
		case r == '"':
			closing = '"'
		default:
			out.WriteRune(r)
			continue
		}
		out.WriteByte(' ')
	}
	return out.String()
}

// sentences cuts text after full stops and the like.
func sentences(s string) []string {
	var all []string
	start := 0
	for i, r := range s {
		next, _ := utf8.DecodeRuneInString(s[min(len(s), i+utf8.RuneLen(r)):])
		if strings.ContainsRune(".!?", r) && (unicode.IsSpace(next) || next == utf8.RuneError) {
			all = append(all, s[start:i+1])
			start = i + 1
		}
	}
	return append(all, s[start:])
}

// adverbs are the other forms of words of the scales.
var adverbs = map[string]string{"probably": "probable", "improbably": "improbable", "certainly": "certain"}

// likelihoods returns the words of a scale that stand in a sentence, by row,
// and the sentence without them. Longer ones are looked for first: "very
// unlikely" is not "unlikely".
func likelihoods(sentence string, steps []Likelihood) (rows [2][]string, rest string) {
	words := wordSpans(sentence)
	plain := make([]string, len(words))
	for i, w := range words {
		plain[i] = strings.ToLower(w.Of(sentence))
		if base, ok := adverbs[plain[i]]; ok {
			plain[i] = base
		}
	}
	type term struct {
		row   int
		words []string
	}
	var terms []term
	for _, step := range steps {
		for row, t := range step.Words {
			terms = append(terms, term{row, strings.Fields(t)})
		}
	}
	slices.SortStableFunc(terms, func(a, b term) int { return len(b.words) - len(a.words) })
	var left strings.Builder
	from := 0
	for i := 0; i < len(words); i++ {
		for _, t := range terms {
			if i+len(t.words) > len(words) || !slices.Equal(plain[i:i+len(t.words)], t.words) || remotePlace(t.words, plain, i) {
				continue
			}
			end := words[i+len(t.words)-1].End
			rows[t.row] = append(rows[t.row], sentence[words[i].Start:end])
			left.WriteString(sentence[from:words[i].Start])
			from = end
			i += len(t.words) - 1
			break
		}
	}
	left.WriteString(sentence[from:])
	return rows, left.String()
}

// remotePlace reports that "remote" says where and not how likely: it does
// only after a form of "to be", or before a chance.
func remotePlace(term, plain []string, i int) bool {
	if len(term) != 1 || term[0] != "remote" {
		return false
	}
	before, after := "", ""
	if i > 0 {
		before = plain[i-1]
	}
	if i+1 < len(plain) {
		after = plain[i+1]
	}
	return !slices.Contains([]string{"is", "are", "remains", "seems"}, before) && !slices.Contains([]string{"chance", "possibility", "probability", "likelihood"}, after)
}

// confidence returns the levels of confidence that a sentence states.
func confidence(sentence string) []string {
	words := wordSpans(sentence)
	var found []string
	for i := 1; i < len(words); i++ {
		if strings.EqualFold(words[i].Of(sentence), "confidence") && slices.Contains([]string{"high", "moderate", "low"}, strings.ToLower(words[i-1].Of(sentence))) {
			found = append(found, sentence[words[i-1].Start:words[i].End])
		}
	}
	return found
}

// vagueWords say that something is not sure, but not how likely it is.
var vagueWords = []string{"may", "might", "could", "possible", "possibly", "possibility", "potentially", "perhaps", "maybe", "conceivable", "conceivably", "presumably", "apparently"}

// vague returns the vague words of a sentence, each once, as they stand there.
// The month of May is no doubt.
func vague(sentence string) []string {
	words := wordSpans(sentence)
	var found []string
	for i, w := range words {
		word := w.Of(sentence)
		low := strings.ToLower(word)
		if !slices.Contains(vagueWords, low) {
			continue
		}
		if word == "May" && (i > 0 || len(words) > 1 && digits(words[1].Of(sentence))) {
			continue
		}
		if !slices.ContainsFunc(found, func(f string) bool { return strings.EqualFold(f, word) }) {
			found = append(found, word)
		}
	}
	return found
}

func digits(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
