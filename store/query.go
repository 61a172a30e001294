package store

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"example.org/attache/briefing"
)

// QueryError says why a query cannot be understood, in the words a person is
// told, with an example.
type QueryError struct{ Message string }

func (e *QueryError) Error() string { return e.Message }

const (
	maxQuery   = 2000 // bytes; a paragraph pasted by mistake is not a search
	maxWords   = 64   // each is a list to be merged
	maxDepth   = 16   // brackets in brackets
	mostJoined = 4    // words side by side of which two may be written in one
	leastBegun = 2    // letters of a word that may be only begun: a single one begins a tenth of all words
)

// begun are what a query may begin with before there is a word to search for.
const begun = "\"“”„«»'-() \t"

// Query is a parsed query. The zero Query asks for every article.
type Query struct {
	text  string   // as typed, made valid
	must  []string // expressions of the index that all must match
	match string   // those as one, or ""
	not   string   // expression of what must not match, or ""
	// conditions are the rest, as SQL on an article a, with its parameters.
	conditions []condition
	// marks are the words and phrases that are to be shown where they stand.
	marks []sought
	// words are the plain words and where they stand in the text, to mend
	// their spelling.
	words []queryWord
	facts bool // it asks about facts
}

type queryWord struct {
	briefing.Span
	text string
}

// condition is a condition on an article a.
type condition struct {
	sql      string
	args     []any
	language bool
}

// AsksForFacts reports whether the query is about what was found in articles:
// who, what was agreed, who said it.
func (q Query) AsksForFacts() bool { return q.facts }

// ParseQuery reads what a person typed.
//
//	envoy sanctions            both words, in any form of case and accents
//	"peace talks"              the words in a row
//	negotiat*                  words that begin so; the last word may always be only begun
//	envoy OR minister          one of them; OR binds closer than what stands side by side
//	-football  NOT football    without it
//	(a OR b) -(c d)            groups
//	outlet: title: by: tag: before: after: lang: is:      the article
//	side: person: agreed: said-by: topic: has:            what was found in it
//
// Days are ISO 8601, as far as they are meant: after:2019-12 is that month or
// later, before: is earlier. Any text either parses or gives a *QueryError.
func ParseQuery(text string) (Query, error) {
	if len(text) > maxQuery {
		return Query{}, &QueryError{fmt.Sprintf("The search is too long: at most %d letters.", maxQuery)}
	}
	q := Query{text: validText(text)}
	terms, err := splitTerms(q.text)
	if err != nil {
		return Query{}, err
	}
	if err := noDayBetween(terms); err != nil {
		return Query{}, err
	}
	p := parser{q: &q, terms: terms}
	tree, err := p.sequence(0)
	if err != nil {
		return Query{}, err
	}
	if p.count > maxWords {
		return Query{}, &QueryError{fmt.Sprintf("The search is too long: at most %d words.", maxWords)}
	}
	q.compile(tree)
	if typed := strings.TrimSpace(q.text); strings.Trim(typed, begun) != "" && q.match == "" && q.not == "" && len(q.conditions) == 0 {
		return Query{}, &QueryError{fmt.Sprintf("‘%s’ has no letter or digit to search for. Example: negotiat*", typed)}
	}
	return q, nil
}

// parser makes a tree of the terms of a query.
type parser struct {
	q     *Query
	terms []term
	i     int
	count int // words
	not   int // minuses around the place
}

func (p *parser) peek() (term, bool) {
	if p.i >= len(p.terms) {
		return term{}, false
	}
	return p.terms[p.i], true
}

// sequence reads what stands side by side, up to the end or the bracket that
// closes.
func (p *parser) sequence(depth int) (node, error) {
	if depth > maxDepth {
		return nil, &QueryError{"The search has too many brackets in one another. Example: (envoy OR sanctions) ceasefire"}
	}
	var all allOf
	for {
		t, ok := p.peek()
		switch {
		case !ok || t.kind == isClose && depth > 0:
			return p.inOneWord(all), nil
		case t.kind == isAnd:
			p.i++
			if next, ok := p.peek(); len(all) == 0 || !ok || next.kind == isClose || next.kind == isOr || next.kind == isAnd {
				return nil, errBetween("AND")
			}
			continue
		}
		n, err := p.choice(depth)
		if err != nil {
			return nil, err
		}
		if n != nil {
			all = all.with(n)
		}
	}
}

func errBetween(operator string) error {
	return &QueryError{fmt.Sprintf("‘%s’ stands between two words. Example: envoy %s sanctions", operator, operator)}
}

// choice reads one of several with OR between them.
func (p *parser) choice(depth int) (node, error) {
	if t, _ := p.peek(); t.kind == isOr {
		return nil, errBetween("OR")
	}
	first, err := p.unary(depth)
	if err != nil {
		return nil, err
	}
	any := anyOf{first}
	for {
		t, ok := p.peek()
		if !ok || t.kind != isOr {
			break
		}
		p.i++
		if t, ok := p.peek(); !ok || t.kind == isClose || t.kind == isOr || t.kind == isAnd {
			return nil, errBetween("OR")
		}
		next, err := p.unary(depth)
		if err != nil {
			return nil, err
		}
		any = append(any, next)
	}
	if len(any) == 1 {
		return first, nil
	}
	for _, n := range any {
		if n == nil {
			return nil, errBetween("OR") // a side that is only punctuation
		}
	}
	return any, nil
}

// unary reads a term, a group, or either with a minus before it. It is nil
// for what has no word in it.
func (p *parser) unary(depth int) (node, error) {
	t, _ := p.peek()
	p.i++
	switch t.kind {
	case isNot:
		return p.negated(t, depth)
	case isOpen:
		n, err := p.sequence(depth + 1)
		if err != nil {
			return nil, err
		}
		p.i++ // the bracket that closes: the lexer saw to it
		if all := n.(allOf); len(all) == 0 {
			return nil, nil
		}
		return n, nil
	}
	return p.leaf(t)
}

func (p *parser) negated(t term, depth int) (node, error) {
	next, ok := p.peek()
	if !ok || next.kind == isClose || next.kind == isOr || next.kind == isAnd {
		return nil, &QueryError{fmt.Sprintf("‘%s’ needs a word after it. Example: envoy -sanctions", t.text)}
	}
	if next.key == "after" || next.key == "before" {
		return nil, &QueryError{fmt.Sprintf("‘%s’ cannot be turned round with a minus. Example: after:2019-12-01 before:2020-01-01", next.text)}
	}
	p.not++
	n, err := p.unary(depth)
	p.not--
	if err != nil || n == nil {
		return nil, err
	}
	return noneOf{n}, nil
}

// leaf reads a word, a phrase or key:value.
func (p *parser) leaf(t term) (node, error) {
	if t.key != "" && columns[t.key] == "" && factColumns[t.key] == "" {
		c, err := filter(t)
		p.q.facts = p.q.facts || t.key == "has"
		return c, err
	}
	if t.key != "" && !strings.ContainsFunc(t.value, searchable) {
		return nil, &QueryError{fmt.Sprintf("‘%s:’ needs a word. Example: %s", t.key, examples[t.key])}
	}
	if i := strings.IndexByte(t.value, '*'); i >= 0 && !t.quoted && strings.ContainsFunc(t.value[:i], searchable) && strings.ContainsFunc(t.value[i:], searchable) {
		return nil, &QueryError{fmt.Sprintf("‘%s’: a star stands at the end of a word. Example: negotiat*", t.text)}
	}
	s := soughtIn(t, t.End == len(p.q.text))
	if len(s.words) == 0 {
		return nil, nil // punctuation
	}
	p.count += len(s.words)
	if t.quoted {
		p.count -= len(s.words) - 1
	}
	if column := factColumns[t.key]; column != "" {
		p.q.facts = true
		return condition{sql: "a.n IN (SELECT rowid FROM facts_search WHERE facts_search MATCH ?)", args: []any{column + " : " + s.phrase()}}, nil
	}
	if column := columns[t.key]; column != "" {
		return words(column + " : " + s.phrase()), nil
	}
	if p.not == 0 {
		p.q.marks = append(p.q.marks, s)
		if !t.quoted {
			p.q.words = append(p.q.words, queryWord{t.at, t.value})
		}
	}
	if t.quoted || len(s.words) > 1 || s.isAcronym() {
		return words(s.expression()), nil
	}
	return single{words(s.expression()), s, len(p.q.marks) - 1}, nil
}

// inOneWord lets neighbouring words be written in one too: who types "cease
// fire" means "ceasefire" as well.
func (p *parser) inOneWord(all allOf) allOf {
	if p.not > 0 {
		return all
	}
	for i := 0; i < len(all); i++ {
		end := i
		for end < len(all) && isSingle(all[end]) {
			end++
		}
		if end-i < 2 || end-i > mostJoined {
			i = max(i, end-1)
			continue
		}
		row := all[i:end:end]
		either := anyOf{slices.Clone(row)}
		for k := range len(row) - 1 {
			a, b := row[k].(single), row[k+1].(single)
			whole := sought{rows: [][]string{{cut(a.sought.words[0].word + b.sought.words[0].word)}}, prefix: b.sought.prefix}
			for _, part := range []single{a, b} {
				p.q.marks[part.mark].rows = append(p.q.marks[part.mark].rows, whole.rows[0])
			}
			one := append(slices.Clone(row[:k]), words(whole.phrase()))
			either = append(either, append(one, row[k+2:]...))
		}
		all = slices.Replace(all, i, end, node(either))
	}
	return all
}

func isSingle(n node) bool { _, is := n.(single); return is }

// searchable reports whether the index takes r for part of a word.
func searchable(r rune) bool { return wordLetter(r) && !invisible(r) && !unicode.IsMark(r) }
