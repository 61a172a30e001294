// Package language tells which language a text is in: as its file declares it,
// or by its commonest words and its letters.
package language

import (
	"math/bits"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
	"github.com/abadojack/whatlanggo"
	"golang.org/x/text/language"
)

// minLetters is the least a language is told by. Shorter texts, and titles,
// are told wrongly too often.
const minLetters = 200

// Of returns the language of the article's body, or "" where it is
// too short or in doubt. Most texts give themselves away by their commonest
// words; where two languages come near each other, or none does, the letters
// decide, at forty times the cost.
func Of(a *briefing.Article) string {
	const most = 60_000 // bytes
	var body strings.Builder
	letters := 0
	for _, p := range a.Paragraphs {
		if !draft.InBody(p.Kind) || p.Kind == briefing.Heading || body.Len() > most {
			continue
		}
		text := p.Of(a.Text)
		for _, r := range text {
			if unicode.IsLetter(r) {
				letters++
			}
		}
		body.WriteString(text)
		body.WriteByte(' ')
	}
	if letters < minLetters {
		return ""
	}
	if l := languageByWords(body.String()); l != "" {
		return l
	}
	return languageByLetters(body.String())
}

// commonWords are the languages told by their words, and which of them each
// word is of, as bits.
type commonWords struct {
	languages []string
	of        map[string]uint32
}

var common = sync.OnceValue(func() commonWords {
	c := commonWords{of: map[string]uint32{}}
	for _, row := range letters.Lexicon("languages") {
		for w := range strings.FieldsSeq(row[1]) {
			c.of[w] |= 1 << len(c.languages)
		}
		c.languages = append(c.languages, row[0])
	}
	return c
})

// languageByWords returns the language whose commonest words make up a good
// part of the text, if no other comes near.
func languageByWords(text string) string {
	const (
		part = 6 // at least one word in so many is a common one
		near = 3 // the next has at most two thirds of the first's
	)
	c := common()
	counts := make([]int, len(c.languages))
	words := 0
	var word []byte
	end := func() {
		if len(word) == 0 {
			return
		}
		words++
		for of := c.of[string(word)]; of != 0; of &= of - 1 {
			counts[bits.TrailingZeros32(of)]++
		}
		word = word[:0]
	}
	for _, r := range text {
		if unicode.IsLetter(r) {
			word = utf8.AppendRune(word, unicode.ToLower(r))
		} else {
			end()
		}
	}
	end()
	first, second := -1, 0
	for i, n := range counts {
		switch {
		case first < 0 || n > counts[first]:
			if first >= 0 {
				second = max(second, counts[first])
			}
			first = i
		default:
			second = max(second, n)
		}
	}
	if first < 0 || counts[first]*part < words || second*near > counts[first]*(near-1) {
		return ""
	}
	return c.languages[first]
}

// languageByLetters asks about several places, because the detector's measure
// fails on long texts (its ranks have no upper bound, so a rare trigram costs
// more than a missing one), and wants them to agree.
func languageByLetters(text string) string {
	const places, window = 3, 500 // runes in each
	body := []rune(text)
	options := whatlanggo.Options{Whitelist: likelyLanguages()}
	asked := min(places, (len(body)+window-1)/window)
	said := whatlanggo.Lang(-1)
	for i := range asked {
		from := i * max(0, len(body)-window) / max(1, asked-1)
		l := whatlanggo.DetectLangWithOptions(string(body[from:min(from+window, len(body))]), options)
		if l < 0 || i > 0 && l != said {
			return ""
		}
		said = l
	}
	return said.Iso6391()
}

// likelyLanguages are those that articles are likely to be in. Without a list
// the detector takes short Spanish for Galician and English for Scots.
var likelyLanguages = sync.OnceValue(func() map[whatlanggo.Lang]bool {
	m := map[whatlanggo.Lang]bool{}
	for _, l := range []whatlanggo.Lang{
		whatlanggo.Eng, whatlanggo.Spa, whatlanggo.Fra, whatlanggo.Deu, whatlanggo.Por, whatlanggo.Ita,
		whatlanggo.Nld, whatlanggo.Pol, whatlanggo.Ces, whatlanggo.Hun, whatlanggo.Ron, whatlanggo.Swe,
		whatlanggo.Dan, whatlanggo.Fin, whatlanggo.Ell, whatlanggo.Tur, whatlanggo.Rus, whatlanggo.Ukr,
		whatlanggo.Arb, whatlanggo.Heb, whatlanggo.Urd, whatlanggo.Hin, whatlanggo.Cmn, whatlanggo.Jpn,
		whatlanggo.Kor, whatlanggo.Ind, whatlanggo.Vie, whatlanggo.Tha, whatlanggo.Nob, whatlanggo.Bul,
		whatlanggo.Srp, whatlanggo.Hrv, whatlanggo.Slv, whatlanggo.Lit, whatlanggo.Lav, whatlanggo.Est,
	} {
		m[l] = true
	}
	return m
})

// Declared returns the BCP 47 form of a language a file declares, or
// "" where it declares none that there is.
func Declared(s string) string {
	tag, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(s), "_", "-"))
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}
