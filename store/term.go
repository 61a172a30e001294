package store

import (
	"strings"
	"unicode"

	"example.org/attache/briefing"
)

// term is one part of a query: a word, a "phrase", or key:value, each perhaps
// with a minus before it.
type term struct {
	briefing.Span               // in the query
	at            briefing.Span // of value, in the query
	text          string        // as typed, without the minus
	key           string        // one of keys, or ""
	value         string
	quoted        bool
	not           bool
}

// keys are what may stand before a colon. Any other text with a colon in it
// is words: "10:30", "https://…".
var keys = map[string]bool{
	"outlet": true, "title": true, "by": true, "after": true, "before": true,
	"tag": true, "lang": true, "is": true,
}

// splitTerms cuts a query at spaces outside of quotation marks. A mark that is
// never closed ends with the query.
func splitTerms(query string) []term {
	var terms []term
	for i := 0; i < len(query); {
		rest := query[i:]
		if space := len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsSpace)); space > 0 {
			i += space
			continue
		}
		t := term{Span: briefing.Span{Start: i}}
		if rest[0] == '-' && len(rest) > 1 && rest[1] != '-' && !unicode.IsSpace(firstRune(rest[1:])) {
			t.not = true
			i++
		}
		textStart := i
		if key, _, ok := strings.Cut(query[i:], ":"); ok && keys[strings.ToLower(key)] {
			t.key = strings.ToLower(key)
			i += len(key) + 1
		}
		t.value, t.at, i, t.quoted = readValue(query, i)
		t.End, t.text = i, query[textStart:i]
		terms = append(terms, t)
	}
	return terms
}

// validText replaces what SQLite cannot take by space: bytes that are no
// UTF-8, and NUL, which would end the text early.
func validText(query string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(query, " "), "\x00", " ")
}

// readValue reads a word or a quoted phrase at i. Straight and curly marks
// will do.
func readValue(query string, i int) (value string, at briefing.Span, next int, quoted bool) {
	for _, open := range []string{`"`, "“", "„", "«"} {
		if !strings.HasPrefix(query[i:], open) {
			continue
		}
		from := i + len(open)
		end := strings.IndexAny(query[from:], `"”“»`)
		if end < 0 {
			return query[from:], briefing.Span{Start: from, End: len(query)}, len(query), true
		}
		end += from
		return query[from:end], briefing.Span{Start: from, End: end}, end + len(string(firstRune(query[end:]))), true
	}
	end := strings.IndexFunc(query[i:], unicode.IsSpace)
	if end < 0 {
		end = len(query) - i
	}
	return query[i : i+end], briefing.Span{Start: i, End: i + end}, i + end, false
}

func firstRune(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}
