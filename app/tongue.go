package app

import (
	"strings"
	"sync"

	"golang.org/x/text/language"

	"example.org/attache/assets"
)

// LanguageError is a text that is no code of a language.
type LanguageError struct{ Text string }

func (e *LanguageError) Error() string {
	return "not the code of a language: " + e.Text
}

// languageCode returns a code of a language as articles have it: "pt-BR" for
// "pt_br". It fails with a *LanguageError.
func languageCode(text string) (string, error) {
	tag, err := language.Parse(strings.TrimSpace(text))
	if err != nil {
		return "", &LanguageError{text}
	}
	return tag.String(), nil
}

// otherLanguage returns the name that a language has for itself, or its code
// where that is not known; "" for English and for no language.
func otherLanguage(code string) string {
	tag, err := language.Parse(code)
	if err != nil || code == "" {
		return ""
	}
	base, _ := tag.Base()
	switch name := tongues()[base.String()]; {
	case base.String() == "en":
		return ""
	case name == "":
		return base.String()
	default:
		return name
	}
}

// tongues are the names of languages, by code.
var tongues = sync.OnceValue(func() map[string]string {
	m := map[string]string{}
	data, _ := assets.Lexicon("tongues") // a test sees to it that it is there
	for line := range strings.Lines(string(data)) {
		if code, name, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
			m[code] = name
		}
	}
	return m
})
