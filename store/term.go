package store

import (
	"fmt"
	"strings"
	"unicode"

	"example.org/attache/briefing"
)

// termKind is what a term of a query does.
type termKind int

const (
	isWord  termKind = iota // a word, a "phrase", or key:value
	isOpen                  // (
	isClose                 // )
	isOr
	isAnd
	isNot // NOT, or the minus before a term
)

// term is one part of a query.
type term struct {
	kind          termKind
	briefing.Span               // in the query
	at            briefing.Span // of value, in the query
	text          string        // as typed
	key           string        // one of keys, or ""
	value         string
	quoted        bool
}

// keys are what may stand before a colon, with their other names. Any other
// text with a colon in it is words: "10:30", "https://…".
var keys = map[string]string{
	"outlet": "outlet", "source": "outlet", "title": "title", "by": "by", "byline": "by", "author": "by",
	"after": "after", "since": "after", "before": "before", "tag": "tag", "lang": "lang", "language": "lang", "is": "is",
	"side": "side", "person": "person", "agreed": "agreed", "said-by": "said-by", "topic": "topic", "has": "has",
}

var operators = map[string]termKind{"OR": isOr, "AND": isAnd, "NOT": isNot}

// splitTerms cuts a query at spaces and brackets outside of quotation marks. A
// mark that is never closed ends with the query. A bracket opens a group only
// where a term begins, and closes one only where one is open.
func splitTerms(query string) ([]term, error) {
	l := lexer{query: query}
	for l.i < len(query) {
		if err := l.term(); err != nil {
			return nil, err
		}
	}
	if l.depth > 0 {
		return nil, &QueryError{"‘(’ is never closed. Example: (envoy OR sanctions) ceasefire"}
	}
	return l.terms, nil
}

type lexer struct {
	query string
	i     int
	depth int // groups that are open
	terms []term
}

func (l *lexer) add(kind termKind, length int) {
	l.terms = append(l.terms, term{kind: kind, Span: briefing.Span{Start: l.i, End: l.i + length}, text: l.query[l.i : l.i+length]})
	l.i += length
}

func (l *lexer) term() error {
	rest := l.query[l.i:]
	if space := len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsSpace)); space > 0 {
		l.i += space
		return nil
	}
	switch {
	case rest[0] == '(':
		l.depth++
		l.add(isOpen, 1)
		return nil
	case rest[0] == ')' && l.depth > 0:
		l.depth--
		l.add(isClose, 1)
		return nil
	case rest[0] == ')' && (len(rest) == 1 || unicode.IsSpace(firstRune(rest[1:]))) && len(l.terms) > 0:
		return errNotOpen
	case rest[0] == '-' && len(rest) > 1 && rest[1] != '-' && !unicode.IsSpace(firstRune(rest[1:])):
		l.add(isNot, 1)
		return nil
	}
	for word, kind := range operators {
		if after, ok := strings.CutPrefix(rest, word); ok && (after == "" || after[0] == '(' || unicode.IsSpace(firstRune(after)) || after[0] == ')' && l.depth > 0) {
			l.add(kind, len(word))
			return nil
		}
	}
	return l.word()
}

var errNotOpen = &QueryError{"‘)’ closes nothing. Example: (envoy OR sanctions) ceasefire"}

// word reads a word, a phrase or key:value.
func (l *lexer) word() error {
	t := term{Span: briefing.Span{Start: l.i}}
	if key, _, ok := strings.Cut(l.query[l.i:], ":"); ok {
		if name := keys[strings.ToLower(key)]; name != "" {
			t.key = name
			l.i += len(key) + 1
		} else if err := misspelt(key, l.query[l.i+len(key)+1:]); err != nil {
			return err
		}
	}
	from := l.i
	t.value, t.at, l.i, t.quoted = readValue(l.query, l.i)
	if !t.quoted {
		open := strings.Count(t.value, "(")
		for l.depth > 0 && strings.HasSuffix(t.value, ")") && strings.Count(t.value, ")") > open {
			t.value = t.value[:len(t.value)-1]
			t.at.End--
			l.i--
		}
		if l.depth == 0 && strings.Count(t.value, ")") > open && strings.ContainsFunc(t.value, searchable) {
			return errNotOpen
		}
		if t.key != "" && strings.HasPrefix(t.value, "(") {
			return &QueryError{fmt.Sprintf("‘%s(’ cannot be. Example: outlet:gazette OR outlet:post", l.query[t.Start:from])}
		}
	}
	t.End, t.text = l.i, l.query[t.Start:l.i]
	l.terms = append(l.terms, t)
	return nil
}

// misspelt refuses what is a letter or two away from a key: "outlt:gazette".
func misspelt(key, after string) error {
	if after == "" || unicode.IsSpace(firstRune(after)) || strings.HasPrefix(after, "//") || strings.ContainsFunc(key, func(r rune) bool { return r != '-' && !unicode.IsLetter(r) }) {
		return nil
	}
	typed := []rune(strings.ToLower(key))
	best, least := "", 3
	for name := range keys {
		limit := 1
		if len(name) > 5 {
			limit = 2
		}
		if d := distance(typed, []rune(name), limit); len(name) > 2 && d <= limit && (d < least || d == least && name < best) {
			best, least = name, d
		}
	}
	if best == "" {
		return nil
	}
	return &QueryError{fmt.Sprintf("‘%s:’ is not known. Did you mean %s:? In quotation marks it is words.", key, best)}
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
