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
// trigram costs more than a missing one), and wants them to agree.
func languageOf(a *briefing.Article) string {
	const places, window = 3, 500 // runes in each
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
	options := whatlanggo.Options{Whitelist: languages()}
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
