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
	if a.Source.Reader == "text" && canHead(lines[0], a) && namedInCapitals(lines, a.Language) {
		byline, under = letters.Clean(lines[1]), lines[2:]
	}
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

// namedInCapitals reports whether the line under the headline is a name in
// capitals, which the day or the dateline of the text follows: a byline without
// "By". Under a headline in capitals it may be more of it.
//
//	Water talks end in Strelsau
//	ANA PRADO
//	STRELSAU, 5 December (RNA) — The ministers …
func namedInCapitals(lines []string, lang string) bool {
	const most = 6 // words: two names and what joins them
	name := lines[1]
	words := strings.Fields(name)
	return inCapitals(name) && !inCapitals(lines[0]) && len(words) > 1 && len(words) <= most &&
		imprint.GivenName(words[0]) && imprint.Person(name) == letters.Clean(name) &&
		(dayAlone(lines[2], lang).Complete() || hasDateline(lines[2], lang))
}

// inCapitals reports whether a text has letters and none of them is small, and
// no figures.
func inCapitals(s string) bool {
	return strings.ContainsFunc(s, unicode.IsUpper) && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLower(r) || unicode.IsDigit(r) })
}

// hasDateline reports whether a paragraph begins with a place in capitals or
// with a day, and a dash behind it.
func hasDateline(line, lang string) bool {
	const longest = 90 // bytes of a dateline
	for _, dash := range []string{"—", "–", " - ", "--"} {
		head, rest, ok := strings.Cut(line, dash)
		if !ok || rest == "" || len(head) > longest {
			continue
		}
		place, _, _ := strings.Cut(strings.TrimSpace(head), " ")
		if len(place) > 1 && inCapitals(place) || len(dates.Find(head, lang)) > 0 {
			return true
		}
	}
	return false
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
