package app

import (
	"fmt"
	"strings"
	"sync"

	"example.org/attache/assets"
)

// Words are the strings of the interface in one language. They live in
// assets/ui, one line of key, tab, text each. A text may have a singular and
// a plural with "|" between, and places such as {n} and {name}.
type Words struct {
	Language string
	texts    map[string]string
	phrases  func() []phrase
}

// English returns the strings of the interface in English.
var English = sync.OnceValue(func() *Words {
	w, err := LoadWords("en")
	if err != nil {
		panic(err) // built in
	}
	return w
})

// frenchSpaces keep a mark with its word: no line begins with a question mark.
var frenchSpaces = strings.NewReplacer(" ?", "\u00a0?", " !", "\u00a0!", " ;", "\u00a0;", " :", "\u00a0:", " »", "\u00a0»", "« ", "«\u00a0")

// LoadWords reads the strings of a language. What it lacks is English.
func LoadWords(language string) (*Words, error) {
	w := &Words{Language: language, texts: map[string]string{}}
	var said []phrase
	for _, l := range []string{"en", language} {
		data, err := assets.UI(l)
		if err != nil {
			return nil, err
		}
		for n, line := range strings.Split(strings.TrimRight(string(data), "\n"), "\n") {
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			key, text, ok := strings.Cut(line, "\t")
			if !ok {
				return nil, fmt.Errorf("interface language %q: line %d has no tab", l, n+1)
			}
			if l == "fr" {
				text = frenchSpaces.Replace(text)
			}
			w.texts[key] = text
			if l == "en" && strings.HasPrefix(key, sayKey) {
				said = append(said, phrasesOf(key, text)...)
			}
		}
	}
	w.phrases = sync.OnceValue(func() []phrase { return compiled(said) })
	return w, nil
}

// T returns a text with its places filled: pairs are a place's name and its
// value. The value of "n", if it is a number, also picks singular or plural.
// A key that is not there is returned as it is, which a test looks for.
func (w *Words) T(key string, pairs ...any) string {
	text, ok := w.texts[key]
	if !ok {
		return key
	}
	one, many, plural := strings.Cut(text, "|")
	if plural {
		text = many
		for i := 0; i+1 < len(pairs); i += 2 {
			if n, ok := pairs[i+1].(int); ok && pairs[i] == "n" && (n == 1 || n == 0 && w.Language == "fr") {
				text = one
			}
		}
	}
	places := make([]string, 0, len(pairs))
	for i := 0; i+1 < len(pairs); i += 2 {
		value := pairs[i+1]
		if n, ok := value.(int); ok {
			value = w.number(n)
		}
		places = append(places, "{"+fmt.Sprint(pairs[i])+"}", fmt.Sprint(value))
	}
	return strings.NewReplacer(places...).Replace(text) // a value is never looked into
}

// Has reports whether there is a text for the key.
func (w *Words) Has(key string) bool { return w.texts[key] != "" }

// number writes n with its thousands apart, as the language does.
func (w *Words) number(n int) string {
	s := fmt.Sprint(n)
	sep := map[string]string{"es": ".", "fr": "\u202f"}[w.Language]
	if sep == "" {
		sep = ","
	}
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + sep + s[i:]
	}
	return s
}
