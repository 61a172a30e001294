package app

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"example.org/attache/assets"
)

// texts reads one language alone, without English behind it.
func texts(t *testing.T, language string) map[string]string {
	t.Helper()
	data, err := assets.UI(language)
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		key, text, ok := strings.Cut(line, "\t")
		if !ok || text == "" {
			t.Errorf("%s: %q has no text", language, line)
		}
		if _, twice := m[key]; twice {
			t.Errorf("%s: %s is there twice", language, key)
		}
		m[key] = text
	}
	return m
}

func TestEveryLanguageIsComplete(t *testing.T) {
	places := regexp.MustCompile(`\{[a-z]+\}`)
	in := func(s string) []string {
		found := places.FindAllString(s, -1)
		slices.Sort(found)
		return slices.Compact(found)
	}
	english := texts(t, "en")
	for _, l := range []string{"es", "fr"} {
		other := texts(t, l)
		for key, text := range english {
			theirs, ok := other[key]
			switch {
			case !ok:
				t.Errorf("%s has no %s", l, key)
			case !slices.Equal(in(text), in(theirs)):
				t.Errorf("%s: %s has the places %v, want %v", l, key, in(theirs), in(text))
			case strings.Contains(text, "|") != strings.Contains(theirs, "|"):
				t.Errorf("%s: %s lacks singular and plural", l, key)
			}
		}
		for key := range other {
			if _, ok := english[key]; !ok {
				t.Errorf("%s has %s, which English has not", l, key)
			}
		}
	}
}

func TestPlurals(t *testing.T) {
	for _, c := range []struct {
		language string
		n        int
		want     string
	}{
		{"en", 0, "0 articles"}, {"en", 1, "1 article"}, {"en", 1234567, "1,234,567 articles"},
		{"fr", 0, "1 article"}, {"fr", 2, "2 articles"}, {"es", 2000, "2.000 artículos"},
	} {
		w, err := LoadWords(c.language)
		if err != nil {
			t.Fatal(err)
		}
		if got := w.T("library.count", "n", c.n); got != c.want {
			t.Errorf("%s, %d: %q, want %q", c.language, c.n, got, c.want)
		}
	}
}

// TestFrenchMarksStayWithTheirWords: no line of the interface begins with a
// question mark or a colon.
func TestFrenchMarksStayWithTheirWords(t *testing.T) {
	words, err := LoadWords("fr")
	if err != nil {
		t.Fatal(err)
	}
	for key := range texts(t, "fr") {
		for _, apart := range []string{" ?", " !", " ;", " :", " »", "« "} {
			if strings.Contains(words.T(key), apart) {
				t.Errorf("%s: %q can break at %q", key, words.T(key), apart)
			}
		}
	}
}
