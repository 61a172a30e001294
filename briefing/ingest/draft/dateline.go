package draft

import (
	"strings"
	"unicode"

	"example.org/attache/briefing/dates"
)

// OfferDateline offers the day of a dateline where no other is known: it is
// the day the report was filed, most often that of the article.
//
//	OSLO, 5 December 2019 – The ministers …
func (f *File) OfferDateline() {
	if f.Article.Published.Known() {
		return
	}
	const paragraphs, most = 4, 90 // bytes of a dateline
	seen := 0
	for _, p := range f.Article.Paragraphs {
		if !InBody(p.Kind) {
			continue
		}
		if seen++; seen > paragraphs {
			return
		}
		text := p.Of(f.Article.Text)
		found := dates.Find(text[:strings.LastIndexFunc(text[:min(len(text), most)], unicode.IsSpace)+1], f.Article.Language)
		if len(found) == 0 && len(text) <= most {
			found = dates.Find(text, f.Article.Language)
		}
		if len(found) == 0 || !found[0].Sure() {
			continue
		}
		place, rest := strings.TrimSpace(text[:found[0].Start]), strings.TrimSpace(text[found[0].End:])
		behind := rest == "" || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "-") || strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, ".")
		if behind && (place == "" || strings.HasSuffix(place, ",") && strings.Count(place, " ") < 6) {
			f.Note(DateUnsure, "%s stands in the dateline", found[0].Date)
			return
		}
	}
}
