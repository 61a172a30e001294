package ingest

import (
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"github.com/abadojack/whatlanggo"
	"golang.org/x/text/language"
)

// minLetters is the least a language is told by. Shorter texts, and titles,
// are told wrongly too often.
const minLetters = 200

// languageOf returns the language of the article's body, or "" where it is
// too short or in doubt. It asks about several places, because the detector's
// measure fails on long texts (its ranks have no upper bound, so a rare
// trigram costs more than a missing one), and wants most of them to agree.
func languageOf(a *briefing.Article) string {
	const places, window = 5, 500 // runes in each
	var body []rune
	letters := 0
	for _, p := range a.Paragraphs {
		if !inBody(p.Kind) || p.Kind == briefing.Heading || len(body) > 200_000 {
			continue
		}
		for _, r := range p.Of(a.Text) {
			body = append(body, r)
			if unicode.IsLetter(r) {
				letters++
			}
		}
		body = append(body, ' ')
	}
	if letters < minLetters {
		return ""
	}
	votes := map[whatlanggo.Lang]int{}
	asked := min(places, (len(body)+window-1)/window)
	for i := range asked {
		from := 0
		if asked > 1 {
			from = i * (len(body) - window) / (asked - 1)
		}
		l := whatlanggo.DetectLangWithOptions(string(body[from:min(from+window, len(body))]), whatlanggo.Options{Whitelist: languages()})
		if votes[l]++; 3*votes[l] > 2*asked {
			return l.Iso6391()
		}
	}
	return ""
}

// languages lists what articles are likely to be in. Without a list the
// detector takes short Spanish for Galician and English for Scots.
func languages() map[whatlanggo.Lang]bool {
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
}

// declaredLanguage returns the BCP 47 form of a language a file declares, or
// "" where it declares none that there is.
func declaredLanguage(s string) string {
	tag, err := language.Parse(strings.ReplaceAll(strings.TrimSpace(s), "_", "-"))
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}
