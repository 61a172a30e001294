package dates

import (
	"bytes"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"example.org/attache/assets"
)

// monthName is what a name means in one language.
type monthName struct {
	lang  string
	month int
}

// monthNames are the names of the months, folded. A lexicon that is missing
// has none; a test sees to it that it is there.
var monthNames = sync.OnceValue(func() map[string][]monthName {
	names := map[string][]monthName{}
	data, err := assets.Lexicon("months")
	if err != nil {
		return names
	}
	for line := range bytes.Lines(data) {
		row := strings.Split(strings.TrimRight(string(line), "\r\n"), "\t")
		if len(row) != 3 || strings.HasPrefix(row[0], "#") {
			continue
		}
		n, err := strconv.Atoi(row[0])
		if err != nil {
			continue
		}
		for name := range strings.SplitSeq(row[2], "|") {
			names[fold(name)] = append(names[fold(name)], monthName{row[1], n})
		}
	}
	return names
})

// Month returns the number of the month that a word names in a language (BCP
// 47), 0 if it names none there.
func Month(word, lang string) int {
	for _, n := range monthNames()[fold(word)] {
		if n.lang == lang {
			return n.month
		}
	}
	return 0
}

// anyMonth returns the month that a word names in a language or, since pages
// are often not in the language they declare, in any other. A name that means
// one month here and another there, such as Polish and Croatian "listopada",
// is read only where the language decides.
func anyMonth(word, lang string) int {
	if m := Month(word, lang); m > 0 {
		return m
	}
	found := 0
	for _, n := range monthNames()[fold(word)] {
		if found != 0 && found != n.month {
			return 0
		}
		found = n.month
	}
	return found
}

// fold returns a word in lower case without accents.
func fold(s string) string {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < 0x80
	}
	s = strings.ToLower(s)
	if ascii {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
}
