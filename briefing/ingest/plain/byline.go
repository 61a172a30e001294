package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/imprint"
	"example.org/attache/briefing/ingest/letters"
)

// takeHead takes the headline, the writer and the day of a text that was copied
// from a page with the lines under its headline. The headline is told by them:
// where neither stands there, the first line may be anything.
//
//	Water talks end in Strelsau
//	By Ana Prado
//	5 December 2019
func takeHead(f *draft.File) {
	const under, longest = 3, 120 // lines, bytes of one
	a := &f.Article
	if a.Title != "" || len(a.Paragraphs) < under {
		return
	}
	headline := a.Paragraphs[0].Of(a.Text)
	if len(headline) > longest || strings.HasSuffix(headline, ".") || strings.Contains(headline, "\n") || !strings.Contains(headline, " ") || a.Paragraphs[0].Kind == briefing.ListItem || len(dates.Find(headline, a.Language)) > 0 {
		return
	}
	byline, day := "", briefing.Date{}
	for _, p := range a.Paragraphs[1:under] {
		line := p.Of(a.Text)
		if len(line) > longest {
			break
		}
		if name, signed := imprint.Signature(line); signed && allNames(name) && byline == "" {
			byline = name
			if d := dates.Only(line, a.Language); d.Complete() {
				day = d
			}
		} else if d := dayAlone(line, a.Language); d.Complete() && !day.Known() {
			day = d
		} else {
			break
		}
	}
	if byline == "" && !day.Known() {
		return
	}
	a.Title, a.Byline = letters.Clean(headline), letters.Or(a.Byline, byline)
	if !a.Published.Known() {
		a.Published = day
	}
}

// allNames reports whether s is a few words that begin with a capital, and what
// joins them.
func allNames(s string) bool {
	const most, joins = 8, 3 // words; letters of "and", "von", "de"
	words := strings.Fields(s)
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) && utf8.RuneCountInString(w) > joins {
			return false
		}
	}
	return len(words) > 1 && len(words) <= most
}

// dayAlone returns the day that a line consists of, perhaps with a weekday, a
// time and a word that says that it was published then.
func dayAlone(line, lang string) briefing.Date {
	const beside = 14 // letters
	d := dates.Only(line, lang)
	if !d.Complete() {
		return briefing.Date{}
	}
	rest := letters.Alphabetic(line) - letters.Alphabetic(dates.Find(line, lang)[0].Of(line))
	if rest > beside && !imprint.Holds(line, "published") || strings.HasSuffix(line, ".") && rest > beside {
		return briefing.Date{}
	}
	return d
}
