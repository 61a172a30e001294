package imprint

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing/dates"
	"example.org/attache/briefing/ingest/letters"
)

// Person returns the names in a field that states who wrote an article, or ""
// if it can be nobody's name: an address, an account, a date, a paragraph.
func Person(s string) string {
	names, _ := Signature(s)
	return names
}

// Signature reads a byline: the names in it, and whether a word such as "By"
// says that they are the writers'. What stands about the names is left out:
// labels, links to their other texts, the day, the place, the account.
//
//	"By Ana Prieto and Jon Vale in Oslo | 5 December 2019" → "Ana Prieto and Jon Vale"
func Signature(s string) (names string, signed bool) {
	s = several(letters.Clean(s))
	for s != "" {
		before := s
		s = strings.TrimLeft(s, " |-–—:•·,/*~→»>&")
		for _, use := range []string{"more", "by", "alone"} {
			rest, ok := After(s, use)
			// "Von" and "Di" are names too: "Von der Leyen" has no other byline before it.
			if ok && (use != "by" || !particle(s, rest)) {
				s, signed = rest, signed || use != "alone"
			}
		}
		if rest, ok := After(s, "published"); ok {
			s = rest
		}
		if d := dates.Find(s, ""); len(d) > 0 { // "Thursday, 5 December 2019 by …"
			before := strings.Trim(strings.ToLower(s[:d[0].Start]), " ,")
			if before == "" || weekday(before) {
				s = afterDay(s[d[0].End:])
			}
		}
		if s == before {
			break
		}
	}
	s = withoutTail(s)
	if n := len(s); n > 2 && strings.Contains(s, " ") && IsDigit(s[n-1]) && !IsDigit(s[n-2]) && s[n-2] != ' ' {
		s = s[:n-1] // the number of a note
	}
	if !nameable(s) {
		return "", signed
	}
	return s, signed
}

// several writes the names of several writers with commas between, where
// semicolons part them: "Prieto, Ana; Vale, Jon" too.
func several(s string) string {
	if !strings.Contains(s, ";") {
		return s
	}
	var names []string
	for part := range strings.SplitSeq(s, ";") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		last, first, turned := strings.Cut(part, ", ")
		if words := strings.Count(part, " "); words > 4 || strings.ContainsAny(part, "0123456789:") {
			return s // more than names
		} else if turned && !strings.Contains(first, ",") {
			part = first + " " + last
		}
		names = append(names, part)
	}
	return strings.Join(names, ", ")
}

// particle reports whether the word before rest is part of the name: it has a
// capital and the rest goes on with a small letter, or it is all there is.
func particle(s, rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	first, _ := utf8.DecodeRuneInString(s)
	return rest != "" && unicode.IsUpper(first) && unicode.IsLower(r) && strings.HasPrefix(strings.ToLower(s), "von ")
}

// afterDay passes over a time of day.
func afterDay(s string) string {
	return strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
}

// withoutTail cuts off a byline what follows the names.
func withoutTail(s string) string {
	for _, sep := range []string{" | ", " • ", " · ", " — ", " – ", " // ", " → ", " » ", " (", " @", ";"} {
		if i := strings.Index(s, sep); i > 0 {
			s = s[:i]
		}
	}
	d := dates.Find(s, "")
	if len(d) > 0 {
		s = s[:d[0].Start]
	}
	for _, use := range []string{"more", "other"} {
		s = beforeWords(s, use)
	}
	for {
		before := s
		s = strings.TrimRight(s, " |-–—:•·,/*~→»>&\u00A0")
		if i := strings.LastIndexByte(s, ' '); i > 0 && len(d) > 0 { // "on Thursday," before the day
			last := strings.ToLower(s[i+1:])
			if last == "am" || last == "on" || last == "le" || last == "el" || last == "il" || last == "um" || last == "at" || last == "den" || weekday(last) {
				s = s[:i]
			}
		}
		if s == before {
			break
		}
	}
	if name, place, ok := cutPlace(s); ok && strings.Contains(name, " ") {
		if r, _ := utf8.DecodeRuneInString(place); unicode.IsUpper(r) && !strings.ContainsAny(place, ",&") {
			s = name
		}
	}
	return withoutStation(s)
}

// withoutStation cuts off a byline the place that its writer reports from, the
// agency or the office, where it stands behind a comma or a dash.
//
//	"Ana Prado, Oslo" · "Ana Prado and Jon Vale, Mexico City" · "Ana Prado - Diplomatic Editor" → "Ana Prado"
func withoutStation(s string) string {
	for _, sep := range []string{", ", " - ", "/"} {
		first, _, _ := strings.Cut(s, sep)
		if !strings.Contains(first, " ") {
			continue // "Prado, Ana"
		}
		for {
			i := strings.LastIndex(s, sep)
			if i < 0 || !station(s[i+len(sep):]) {
				break
			}
			s = s[:i]
		}
	}
	return s
}

// station reports whether what stands behind a name is where or what somebody
// is: one word, a place that is known, or words of which one names an office.
// Two words that are nothing of that may be a second writer.
func station(s string) bool {
	if !strings.Contains(s, " ") {
		r, _ := utf8.DecodeRuneInString(s)
		return unicode.IsUpper(r) && utf8.RuneCountInString(s) > 2 && !strings.HasSuffix(s, ".") && strings.Trim(s, "IVX") != ""
	}
	return knownPlaces()[strings.ToLower(s)] || Holds(s, "role")
}

// knownPlaces are the names of countries and of their capitals.
var knownPlaces = sync.OnceValue(func() map[string]bool {
	places := map[string]bool{}
	for _, row := range letters.Lexicon("countries") {
		places[strings.ToLower(row[0])] = true
		for _, field := range row[min(3, len(row)):] {
			for name := range strings.SplitSeq(field, "|") {
				places[strings.ToLower(name)] = true
			}
		}
	}
	return places
})

// GivenName reports whether a word is a given name, in whatever case.
func GivenName(word string) bool { return givenNames()[strings.ToLower(word)] }

var givenNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, row := range letters.Lexicon("names") {
		if row[0] != "given" {
			continue
		}
		for name := range strings.FieldsSeq(row[1]) {
			names[name] = true
		}
	}
	return names
})

// beforeWords returns what goes before the first of the words for a use that
// stands in s with a capital or a sign before it.
func beforeWords(s, use string) string {
	for i := 1; i < len(s); i++ {
		if s[i-1] != ' ' {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[i:]); !unicode.IsUpper(r) {
			continue
		}
		if _, ok := After(s[i:], use); ok {
			return s[:i]
		}
	}
	return s
}

// cutPlace divides "Ana Prieto in Oslo".
func cutPlace(s string) (name, place string, ok bool) {
	for _, w := range imprint()["in"] {
		if name, place, ok = strings.Cut(s, " "+w+" "); ok {
			return name, place, true
		}
	}
	return s, "", false
}

// weekday reports whether a word is the name of a day in one of the languages
// that put it before the date.
func weekday(w string) bool {
	if strings.Contains(w, " ") {
		return false
	}
	for _, end := range []string{"day", "tag", "di", "woch"} {
		if strings.HasSuffix(w, end) && len(w) > 4 {
			return true
		}
	}
	return false
}

// nameable reports whether s can be the name of a writer or of several.
func nameable(s string) bool {
	const most, words = 200, 24
	switch {
	case len(s) > most, strings.Count(s, " ") > words, !strings.ContainsFunc(s, unicode.IsLetter):
		return false
	case strings.Contains(s, "://"), strings.HasPrefix(s, "@"), strings.HasPrefix(s, "www."), strings.Contains(s, "{"):
		return false
	case strings.EqualFold(s, "unknown author"), strings.EqualFold(s, "unknown"), strings.EqualFold(s, "admin"), strings.EqualFold(s, "administrator"): // what programs write
		return false
	case strings.Count(s, " / ") > 1, strings.Count(s, " > ") > 1: // a path of sections
		return false
	case languageChoice(s), onlyOffice(s):
		return false
	case yearIn(s) && strings.Contains(s, " "):
		return false
	}
	for _, use := range []string{"by", "alone", "more", "published", "updated"} {
		if rest, ok := After(s, use); ok && strings.TrimFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) }) == "" {
			return false // a label and nothing after it
		}
	}
	return true
}

// onlyOffice reports whether s names what somebody is and no name: "Staff
// reporter".
func onlyOffice(s string) bool {
	if !Holds(s, "role") {
		return false
	}
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if !Holds(w, "role") && !Holds(w, "house") && !Holds(w, "by") && w != "our" {
			return false
		}
	}
	return true
}

// languageChoice reports whether s is a row of languages: "FR IT EN".
func languageChoice(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if len(w) != 2 || w[0] < 'A' || w[0] > 'Z' || w[1] < 'A' || w[1] > 'Z' {
			return false
		}
	}
	return strings.Contains(s, " ")
}

// yearIn reports whether a number that can be a year stands in s.
func yearIn(s string) bool {
	for i := 0; i+4 <= len(s); i++ {
		if (s[i:i+2] == "19" || s[i:i+2] == "20") && IsDigit(s[i+2]) && IsDigit(s[i+3]) {
			return true
		}
	}
	return false
}

// IsDigit reports whether a byte is a figure.
func IsDigit(c byte) bool { return '0' <= c && c <= '9' }

// SameName reports whether two names are one, but for case, accents' absence
// and what joins their parts.
func SameName(a, b string) bool { return letters.Squash(a) == letters.Squash(b) }
