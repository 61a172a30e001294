package app

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The packages below this one say in a few English words what they found: why
// a file was not read, what was left out of it, what is wrong with a template.
// They know no interface. Their words are what names a text in another
// language: under "say." the strings have each of them in English, with places
// for what varies.
const sayKey = "say."

// phrase is an English text of the lower packages.
type phrase struct {
	key    string
	text   string
	shape  *regexp.Regexp
	places []string
	one    bool // the singular of a text that has a plural
}

// phrasesOf returns the forms of a text, the singular and the plural.
func phrasesOf(key, text string) []phrase {
	var all []phrase
	forms := strings.Split(text, "|")
	for i, form := range forms {
		all = append(all, phrase{key: key, text: form, one: i == 0 && len(forms) > 1})
	}
	return all
}

var placeName = regexp.MustCompile(`\{[a-z]+\}`)

// compiled gives phrases their shapes, the ones with the most fixed words
// first: they are the surest.
func compiled(said []phrase) []phrase {
	for i := range said {
		p := &said[i]
		shape, at := "^", 0
		for _, m := range placeName.FindAllStringIndex(p.text, -1) {
			shape += regexp.QuoteMeta(p.text[at:m[0]])
			name := p.text[m[0]+1 : m[1]-1]
			p.places = append(p.places, name)
			if name == "n" {
				shape += `([0-9]+)`
			} else {
				shape += `(.+)`
			}
			at = m[1]
		}
		p.shape = regexp.MustCompile(shape + regexp.QuoteMeta(p.text[at:]) + "$")
	}
	fixed := func(p phrase) int { return len(placeName.ReplaceAllString(p.text, "")) }
	slices.SortStableFunc(said, func(a, b phrase) int { return fixed(b) - fixed(a) })
	return said
}

// Phrase puts what a lower package says in English into the language. What
// the strings do not have stays English. A capital at its start is kept.
func (w *Words) Phrase(english string) string {
	said, _ := w.phrase(english)
	return said
}

func (w *Words) phrase(english string) (said string, known bool) {
	r, size := utf8.DecodeRuneInString(english)
	for _, form := range []string{english, string(unicode.ToLower(r)) + english[size:]} {
		for _, p := range w.phrases() {
			values := p.shape.FindStringSubmatch(form)
			if values == nil {
				continue
			}
			if w.Language == "en" {
				return english, true
			}
			var pairs []any
			if p.one {
				pairs = append(pairs, "n", 1)
			}
			for i, name := range p.places {
				var value any = values[i+1]
				if n, err := strconv.Atoi(values[i+1]); err == nil && name == "n" {
					value = n
				} else if name == "why" { // itself somebody's words
					value = w.Phrase(values[i+1])
				}
				pairs = append(pairs, name, value)
			}
			said = w.T(p.key, pairs...)
			if form != english {
				said = sentence(said)
			}
			return said, true
		}
	}
	return english, false
}
