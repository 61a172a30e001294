package lang

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
	"github.com/neurosnap/sentences"
	"github.com/neurosnap/sentences/english"
)

// splitter is the Punkt splitter with its English training data, which takes
// some 20 ms to load.
var splitter = sync.OnceValue(func() *sentences.DefaultSentenceTokenizer {
	t, err := english.NewSentenceTokenizer(nil)
	if err != nil {
		return nil // the data is compiled in; without it only lost spaces split
	}
	for word, class := range stops() {
		if class&abbreviation != 0 {
			t.AbbrevTypes.Add(word)
		}
	}
	return t
})

// split returns the sentences of the part of text that span covers, in order.
// Punkt proposes ends; ends after an abbreviation that a name follows are
// struck out, and ends whose space was lost are put in.
func split(text string, span briefing.Span) []briefing.Span {
	part := span.Of(text)
	if strings.TrimSpace(part) == "" {
		return nil
	}
	var out []briefing.Span
	start := 0
	end := func(at int) {
		if strings.TrimSpace(part[start:at]) != "" {
			out = append(out, briefing.Span{Start: span.Start + start, End: span.Start + at})
		}
		start = at
	}
	for _, at := range punkt(part) {
		if at <= start || at >= len(part) || !utf8.RuneStart(part[at]) || !endsAt(part, at) {
			continue
		}
		splitLost(part, start, at, end)
		end(at)
	}
	splitLost(part, start, len(part), end)
	end(len(part))
	return out
}

// punkt returns the ends of sentences that the library proposes. Text it
// cannot take is one sentence. It is shown only words with a stop in them and
// the word behind each: no other decides, and most of a text is others.
func punkt(part string) (ends []int) {
	defer func() {
		if recover() != nil {
			ends = nil
		}
	}()
	if !strings.ContainsAny(part, ".?!") {
		return nil
	}
	if s := splitter(); s != nil {
		const aroundStops = true
		for _, w := range s.AnnotateTokens(s.WordTokenizer.Tokenize(part, aroundStops), s.Annotations...) {
			if w.SentBreak {
				ends = append(ends, w.Position)
			}
		}
	}
	return ends
}

// endsAt reports whether a sentence may end before part[at:].
func endsAt(part string, at int) bool {
	before := strings.TrimRightFunc(part[:at], unicode.IsSpace)
	after := strings.TrimLeftFunc(part[at:], unicode.IsSpace)
	if !strings.HasSuffix(before, ".") {
		return true
	}
	before = strings.TrimSuffix(before, ".")
	word := before[len(strings.TrimRightFunc(before, func(r rune) bool { return wordRune(r) || r == '.' })):]
	next := strings.FieldsFunc(after[:min(len(after), 40)], unicode.IsSpace)
	if len(next) == 0 {
		return true
	}
	first, _ := utf8.DecodeRuneInString(next[0])
	switch {
	case stopClassOf(word)&month != 0:
		return first < '0' || first > '9' // "on Jun. 5", but "met Mori Jun. Later"
	case stopClassOf(word)&beforeName != 0 && abbreviated(word):
		return false
	case len(word) == 1 && abbreviated(word): // an initial, unless "World War I." or "Vitamin C. The"
		return stopClassOf(next[0])&starter != 0
	case dotted(word) || abbreviated(word):
		return !unicode.IsLower(first) && stopClassOf(next[0])&starter != 0 || strings.ContainsRune(`"“‘'`, first)
	}
	return true
}

// splitLost ends sentences in part[from:to] at full stops that the library
// passed over: those that lost their space, as in "organised crime.They
// agreed", and those after a figure.
func splitLost(part string, from, to int, end func(int)) {
	for i := from; i < to; {
		k := strings.IndexByte(part[i:to], '.')
		if k < 0 {
			return
		}
		i += k + 1
		if i >= to || i < 4 {
			continue
		}
		word := part[max(from, i-24) : i-1]
		if sp := strings.LastIndexFunc(word, unicode.IsSpace); sp >= 0 {
			word = word[sp+1:]
		} else if i-24 > from {
			continue // a very long word: an address or garbage
		}
		if missingSpace(word, part[i:to]) || afterFigure(part[from:i-1], part[i:to]) {
			end(i)
		}
	}
}

// afterFigure reports whether a sentence ends in a figure: "for 2023. Three
// more". The number of a paragraph ends none.
func afterFigure(before, after string) bool {
	digits := len(before) - len(strings.TrimRight(before, "0123456789"))
	if digits == 0 || digits == len(strings.TrimSpace(before)) || !strings.HasPrefix(after, " ") {
		return false
	}
	if r := rune(before[len(before)-digits-1]); r != ' ' && r != '-' && r != ',' && r != '$' {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " "))
	return unicode.IsUpper(first)
}
