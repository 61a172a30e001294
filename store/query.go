package store

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// QueryError says why a query cannot be understood, in the words a person is
// told, with an example.
type QueryError struct{ Message string }

func (e *QueryError) Error() string { return e.Message }

const (
	maxQuery = 2000 // bytes; a paragraph pasted by mistake is not a search
	maxWords = 64   // each is a list to be merged
)

// Query is a parsed query. The zero Query asks for every article.
type Query struct {
	text  string // as typed, made valid
	match string // FTS5 expression, or ""
	not   string // FTS5 expression of what must not match, or ""
	// words are the plain words and where they stand in the text, to mend
	// their spelling.
	words         []queryWord
	after, before string // ISO dates: on or after, before
	tags, notTags []string
	languages     []string
	undated       *bool
	used          *bool
}

type queryWord struct {
	briefing.Span
	text string
}

// ParseQuery reads what a person typed: words, "phrases", -not, outlet:,
// title:, after:2019-12-01 (that day or later), before:2019-12-01 (earlier),
// tag:, lang:es, is:undated, is:unused, is:used. Words are found in any form
// of case and accents; the last one also if it is only begun. Any text either
// parses or gives a *QueryError.
func ParseQuery(text string) (Query, error) {
	if len(text) > maxQuery {
		return Query{}, &QueryError{fmt.Sprintf("The search is too long: at most %d letters.", maxQuery)}
	}
	q := Query{text: validText(text)}
	text = q.text
	var must, not []string
	terms := splitTerms(text)
	for i, t := range terms {
		done, err := q.filter(t)
		if err != nil {
			return Query{}, err
		}
		if done {
			continue
		}
		begun := i == len(terms)-1 && !t.quoted && t.End == len(text)
		expr := phrase(t.value, begun)
		if expr == "" {
			continue // punctuation
		}
		if column, ok := columns[t.key]; ok {
			expr = column + " : " + expr
		} else if !t.not && !t.quoted {
			q.words = append(q.words, queryWord{t.at, t.value})
		}
		if t.not {
			not = append(not, expr)
		} else {
			must = append(must, expr)
		}
	}
	if len(must)+len(not) > maxWords {
		return Query{}, &QueryError{fmt.Sprintf("The search is too long: at most %d words.", maxWords)}
	}
	q.match = strings.Join(must, " AND ")
	q.not = strings.Join(not, " OR ")
	return q, nil
}

// columns are the parts of an article that can be searched on their own.
var columns = map[string]string{"outlet": "outlet", "title": "title", "by": "byline"}

// filter takes a term that is not about words. It reports whether it was one.
func (q *Query) filter(t term) (bool, error) {
	yes, no := !t.not, t.not
	switch t.key {
	case "after", "before":
		d, err := briefing.ParseISODate(t.value)
		if err != nil || !d.Known() || no {
			return true, dateError(t)
		}
		if t.key == "after" {
			q.after = max(q.after, d.String())
		} else if q.before == "" || d.String() < q.before {
			q.before = d.String()
		}
	case "tag":
		tag := cleanTag(t.value)
		switch {
		case tag == "":
			return true, &QueryError{"‘tag:’ needs a tag. Example: tag:border"}
		case yes:
			q.tags = append(q.tags, tag)
		default:
			q.notTags = append(q.notTags, tag)
		}
	case "lang":
		if !isLanguage(t.value) || no {
			return true, &QueryError{fmt.Sprintf("‘%s’ is not a language. Example: lang:es", t.text)}
		}
		q.languages = append(q.languages, strings.ToLower(t.value))
	case "is":
		switch strings.ToLower(t.value) {
		case "undated":
			q.undated = &yes
		case "dated":
			q.undated = &no
		case "used":
			q.used = &yes
		case "unused":
			q.used = &no
		default:
			return true, &QueryError{fmt.Sprintf("‘%s’ is not known. Use is:undated, is:unused or is:used.", t.text)}
		}
	case "outlet", "title", "by":
		if t.value == "" {
			return true, &QueryError{fmt.Sprintf("‘%s:’ needs a word. Example: outlet:gazette", t.key)}
		}
		return false, nil
	default:
		return false, nil
	}
	return true, nil
}

func dateError(t term) error {
	switch {
	case t.value == "":
		return &QueryError{fmt.Sprintf("‘%s:’ needs a date. Example: %s:2019-12-01", t.key, t.key)}
	case t.not:
		return &QueryError{fmt.Sprintf("‘%s’ cannot be turned round with a minus. Example: after:2019-12-01 before:2020-01-01", t.text)}
	}
	return &QueryError{fmt.Sprintf("‘%s’ is not a date. Example: %s:2019-12-01", t.text, t.key)}
}

func isLanguage(s string) bool {
	if len(s) < 2 || len(s) > 12 {
		return false
	}
	for _, r := range s {
		if r != '-' && (r >= utf8.RuneSelf || !unicode.IsLetter(r)) {
			return false
		}
	}
	return true
}

// phrase returns words as one FTS5 phrase, which the tokenizer of the index
// takes apart, or "" if there is nothing in it to find. begun also finds words
// that begin with the last one.
func phrase(words string, begun bool) string {
	if !strings.ContainsFunc(words, searchable) {
		return ""
	}
	// What follows the last letter would end the word.
	if begun && !searchable(lastRune(words)) {
		begun = false
	}
	s := `"` + strings.ReplaceAll(words, `"`, `""`) + `"`
	if begun {
		s += " *"
	}
	return s
}

// searchable reports whether unicode61 takes r for part of a word
// (https://sqlite.org/fts5.html#unicode61_tokenizer).
func searchable(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Co, r))
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
