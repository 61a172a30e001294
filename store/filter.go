package store

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// columns are the parts of an article that can be searched on their own, by
// their keys; factColumns are those of its facts.
var (
	columns     = map[string]string{"outlet": "outlet", "title": "title", "by": "byline"}
	factColumns = map[string]string{"side": "side", "person": "person", "agreed": "agreed", "said-by": "speaker", "topic": "topic"}
	examples    = map[string]string{
		"outlet": "outlet:gazette", "title": "title:bridge", "by": "by:rassendyll", "side": "side:France", "person": "person:rassendyll",
		"agreed": "agreed:bridge", "said-by": "said-by:rassendyll", "topic": "topic:fishing",
	}
)

// filter makes a condition of a term that is not about words.
func filter(t term) (condition, error) {
	value := strings.ToLower(t.value)
	switch t.key {
	case "after", "before":
		d, err := briefing.ParseISODate(t.value)
		switch {
		case t.value == "":
			return condition{}, &QueryError{fmt.Sprintf("‘%s:’ needs a date. Example: %s:2019-12-01", t.key, t.key)}
		case err != nil || !d.Known():
			return condition{}, &QueryError{fmt.Sprintf("‘%s’ is not a date. Example: %s:2019-12-01", t.text, t.key)}
		case t.key == "after":
			return condition{sql: "a.published >= ?", args: []any{d.String()}}, nil
		}
		return condition{sql: "(a.published <> '' AND a.published < ?)", args: []any{d.String()}}, nil
	case "tag":
		tag := cleanTag(t.value)
		if tag == "" {
			return condition{}, &QueryError{"‘tag:’ needs a tag. Example: tag:border"}
		}
		return condition{sql: "a.n IN (SELECT article FROM tags WHERE tag = ?)", args: []any{tag}}, nil
	case "lang":
		if !isLanguage(t.value) {
			return condition{}, &QueryError{fmt.Sprintf("‘%s’ is not the code of a language. Example: lang:es", t.text)}
		}
		return condition{sql: "(lower(a.language) = ? OR lower(a.language) LIKE ?)", args: []any{value, value + "-%"}, language: true}, nil
	case "has":
		kind := kindNamed(value)
		if kind < 0 {
			return condition{}, &QueryError{fmt.Sprintf("‘%s’ is not known. Use has: with %s.", t.text, kindNames())}
		}
		return condition{sql: "EXISTS (SELECT 1 FROM readings WHERE n = a.n AND kinds & ? <> 0)", args: []any{int64(1) << kind}}, nil
	}
	state, ok := states[value]
	if !ok {
		return condition{}, &QueryError{fmt.Sprintf("‘%s’ is not known. Use is:undated, is:unused or is:used.", t.text)}
	}
	return condition{sql: state}, nil
}

// noDayBetween refuses days of which none is after one and before the other,
// where both must hold.
func noDayBetween(terms []term) error {
	var after, before term
	for _, t := range terms {
		switch {
		case t.kind != isWord && t.kind != isAnd:
			return nil // groups, choices: some of it may hold
		case t.key == "after" && t.value > after.value:
			after = t
		case t.key == "before" && (before.value == "" || t.value < before.value):
			before = t
		}
	}
	from, err := briefing.ParseISODate(after.value)
	to, bad := briefing.ParseISODate(before.value)
	if err != nil || bad != nil || !from.Known() || !to.Known() || from.String() < to.String() {
		return nil
	}
	return &QueryError{fmt.Sprintf("No day is in ‘%s %s’: before is earlier than that day. Example: after:2019-12-01 before:2020-01-01", after.text, before.text)}
}

// states are what may stand after "is:".
var states = map[string]string{
	"undated": "a.published = ''",
	"dated":   "a.published <> ''",
	"used":    "EXISTS (SELECT 1 FROM uses WHERE article = a.n)",
	"unused":  "NOT EXISTS (SELECT 1 FROM uses WHERE article = a.n)",
}

// isLanguage reports whether s is the code of a language, with or without a
// region: "es", "pt-BR", "zh-Hant".
func isLanguage(s string) bool {
	code, _, _ := strings.Cut(s, "-")
	if len(code) < 2 || len(code) > 3 || len(s) > 12 {
		return false
	}
	for _, r := range s {
		if r != '-' && (r >= utf8.RuneSelf || !unicode.IsLetter(r)) {
			return false
		}
	}
	return true
}
