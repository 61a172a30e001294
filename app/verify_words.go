package app

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/extract"
	"example.org/attache/briefing/page"
)

// wordCheck looks for the words of an exported file in its articles.
type wordCheck struct {
	exportedFile
	articles []*briefing.Article
	known    map[string]bool // every form in which a word may stand
	told     map[string]bool // words that were found wanting
	count    int
	untraced []UntracedWord
}

func newWordCheck(e exportedFile, articles []*briefing.Article) *wordCheck {
	w := &wordCheck{exportedFile: e, articles: articles, known: vocabulary(articles), told: map[string]bool{}, untraced: []UntracedWord{}}
	w.know(e.Record.Generator)
	for _, a := range e.Record.Articles {
		w.know(a.File) // the file may have another name now
	}
	return w
}

// know takes words for known that the analyst chose.
func (w *wordCheck) know(text string) {
	for _, f := range wordsOf(text) {
		w.known[f] = true
	}
}

// words looks each word up.
func (w *wordCheck) words(all []trace.Origin) {
	for _, o := range all {
		if w.exempt(o) {
			continue
		}
		w.count++
		for _, f := range wordsOf(o.Text) {
			if !w.known[f] && !w.known[strings.TrimSuffix(f, "'s")] {
				w.tell(o.Text, UntracedWord{Word: strings.TrimFunc(o.Text, notInWord), Context: o.Context, Line: o.Word.Row})
				break
			}
		}
	}
}

// exempt reports whether a word need not stand in an article: one of a line
// that shows itself as the analyst's own or as edited, the marking, the name,
// a heading of the template, and what is no word of a line.
func (w *wordCheck) exempt(o trace.Origin) bool {
	switch o.Part {
	case page.MarkingPart, page.TLPPart, page.AuthorPart, page.PortionPart, page.ReferencePart, page.NumberPart, page.AddressPart:
		return true
	case page.HeadingPart:
		return o.Row != nil && slices.ContainsFunc(w.Record.Fixed.Headings, func(h string) bool { return strings.EqualFold(tokens(h), tokens(o.Row.String())) })
	}
	if o.Row == nil {
		return false
	}
	if o.Row.Block == export.Front || o.Row.Data() && !o.Row.Worded(o.Part) {
		return true
	}
	return o.Row.Line != "" && o.Row.Own() || o.Row.Line == "" && o.Row.Kind == briefing.AnalystLine
}

// notInWord reports what stands around a word.
func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) }

// quotations notes those that stand in none of the articles word for word: the
// referee can judge only those whose very article is at hand.
func (w *wordCheck) quotations() {
	texts := make([]string, len(w.articles))
	for i, a := range w.articles {
		texts[i] = tokens(a.Text)
	}
	for _, l := range w.briefing.Lines() {
		if l.Kind != briefing.QuoteLine {
			continue
		}
		for _, piece := range strings.Split(l.Text, briefing.Cut) {
			want := tokens(piece)
			if want == "" || slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, want) }) {
				continue
			}
			word := departs(texts, strings.Fields(want))
			w.tell(word, UntracedWord{Word: word, Context: l.Text, Why: notQuoted})
		}
	}
}

// referee notes what the referee finds in the lines that come with their
// evidence.
func (w *wordCheck) referee() {
	var broken *briefing.CheckError
	if !errors.As(briefing.Check(w.briefing, sourcesOf(w.articles)), &broken) {
		return
	}
	for _, v := range broken.Violations {
		l, _, _, _ := w.briefing.Find(v.Line)
		words := v.Words
		if len(words) == 0 {
			words = []string{l.Text}
		}
		for _, word := range words {
			w.tell(word, UntracedWord{Word: word, Context: l.Text, Why: v.Why})
		}
	}
}

// tell notes a word once.
func (w *wordCheck) tell(word string, u UntracedWord) {
	key := strings.TrimSpace(tokens(word))
	if u.Line > 0 {
		key += " " + u.Context
	}
	if !w.told[key] {
		w.told[key] = true
		w.untraced = append(w.untraced, u)
	}
}

// recorded holds the words against the lines of a record that does not say
// what was printed: every field of every line has to stand in the file word
// for word, and the analyst's own words need not stand in an article.
func (w *wordCheck) recorded() {
	var text strings.Builder
	for _, s := range w.Seen.Words {
		text.WriteString(s.Text + " ")
	}
	shown := tokens(text.String())
	f := w.Record.Fixed
	for _, own := range append([]string{f.Marking, f.TLP, f.Author}, f.Headings...) {
		w.know(own)
	}
	for _, l := range w.briefing.Lines() {
		for _, field := range slices.Concat([]string{l.Text, l.Title, l.Side, l.Speaker, l.Channel}, l.Parties) {
			if l.Kind == briefing.AnalystLine || l.Status == briefing.Edited {
				w.know(field)
			}
			if want := tokens(field); !strings.Contains(shown, want) {
				word := departs([]string{shown}, strings.Fields(want))
				w.tell(word, UntracedWord{Word: word, Context: field, Why: notAsExported})
			}
		}
		w.know(l.Marking)
	}
}

// Why a word is told that stands in an article all the same.
const (
	notQuoted     = "not as the quotation has it"
	notAsExported = "not as the file was exported"
)

// departs returns the first of the words that no text has after those before
// it.
func departs(texts, words []string) string {
	for n := range words {
		begun := " " + strings.Join(words[:n+1], " ") + " "
		if !slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, begun) }) {
			return words[n]
		}
	}
	return words[len(words)-1]
}

// vocabulary is every form in which a word of the articles may stand on a
// page: as it is, without its possessive, a plural title in the singular, and
// a side by its usual name. Fixed labels are in it too.
func vocabulary(articles []*briefing.Article) map[string]bool {
	known := map[string]bool{}
	add := func(text string) {
		for _, w := range wordsOf(text) {
			known[w] = true
			known[strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")] = true
			known[strings.ToLower(briefing.Singular(w))] = true
		}
	}
	for _, a := range articles {
		for _, text := range []string{a.Text, a.Title, a.Outlet, a.Byline, a.URL, a.Source.Name} {
			add(text)
		}
		for _, side := range sidesOf(extract.Extract(a)) {
			for _, form := range extract.Names(side) {
				if strings.Contains(a.Text, form) {
					add(side)
					break
				}
			}
		}
	}
	for _, language := range page.Languages() {
		for _, label := range page.LabelsFor(language).Words() {
			add(label)
		}
	}
	return known
}

func sidesOf(f briefing.Findings) []string {
	var sides []string
	for _, d := range f.Delegations {
		sides = append(sides, d.Side)
	}
	for _, a := range f.Agreements {
		sides = append(sides, a.Parties...)
	}
	for _, p := range f.People {
		sides = append(sides, p.Side)
	}
	for _, p := range f.Positions {
		sides = append(sides, p.Holder)
	}
	return sides
}

// wordsOf cuts text into words in lower case, with plain apostrophes. What has
// no letter is no word: numbers are counted by nobody but may be references.
func wordsOf(text string) []string {
	text = strings.ToLower(strings.NewReplacer("’", "'", "‘", "'", "ʼ", "'", "\u00ad", "", "\u2060", "").Replace(text))
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' })
	kept := words[:0]
	for _, w := range words {
		if w = strings.Trim(w, "'"); w != "" {
			kept = append(kept, w)
		}
	}
	return kept
}

// tokens returns the words and numbers of text in lower case, each between
// spaces, so that " a b " is found only as whole words.
func tokens(text string) string {
	text = strings.ToLower(strings.NewReplacer("\u00ad", "", "\u2060", "").Replace(text))
	words := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r)
	})
	if len(words) == 0 {
		return ""
	}
	return " " + strings.Join(words, " ") + " "
}
