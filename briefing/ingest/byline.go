package ingest

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

// takeHead takes the headline, the writer and the day of a text or document that
// has them in lines under its headline, and states them nowhere else. A text
// has its headline only by them: its first line may be anything.
//
//	Water talks end in Strelsau
//	By Ana Prado
//	5 December 2019
func takeHead(f *draft.File) {
	a := &f.Article
	switch a.Source.Reader {
	case "text", "docx", "odt", "rtf", "pdfium":
	default:
		return
	}
	if a.Byline != "" && a.Published.Known() {
		return
	}
	lines := firstLines(a, 4)
	if len(lines) < 3 {
		return
	}
	under := lines[1:]
	if !canHead(lines[0], a) {
		if a.Title == "" {
			return
		}
		under = lines // the title stands apart, or only in the properties
	}
	byline, day := "", briefing.Date{}
	for _, line := range under {
		const longest = 120 // bytes
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
	a.Title, a.Byline = letters.Or(a.Title, letters.Clean(lines[0])), letters.Or(a.Byline, byline)
	if day.Known() && !a.Published.Known() {
		a.Published = day
		f.DropNotes(draft.DateUnsure)
	}
}

// firstLines returns the first n paragraphs of the body, from the headline on
// where the article has one.
func firstLines(a *briefing.Article, n int) []string {
	var lines []string
	for _, p := range a.Paragraphs {
		if draft.InBody(p.Kind) && p.Kind != briefing.ListItem && len(lines) < n {
			lines = append(lines, p.Of(a.Text))
		}
	}
	return lines
}

// canHead reports whether a line can be the article's headline: it is the
// title, or where there is none a line that is no sentence and no date.
func canHead(line string, a *briefing.Article) bool {
	const longest = 120 // bytes
	if a.Title != "" {
		return imprint.SameName(line, a.Title)
	}
	return len(line) <= longest && !strings.HasSuffix(line, ".") && !strings.Contains(line, "\n") && strings.Contains(line, " ") && len(dates.Find(line, a.Language)) == 0
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
