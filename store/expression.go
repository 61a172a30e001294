package store

import "strings"

// node is a part of a query's tree.
type node interface {
	// indexed returns the node as an expression of the index, if it can be one.
	// A node that only excludes cannot.
	indexed() (string, bool)
	// condition returns the node as a condition on an article a.
	condition() condition
}

type (
	words  string // an expression of the index
	single struct {
		words
		sought sought // a word that was not quoted
		mark   int    // which of the query's marks it is
	}
	allOf  []node
	anyOf  []node
	noneOf struct{ node }
)

func (w words) indexed() (string, bool) { return string(w), true }

func (w words) condition() condition {
	return condition{sql: "a.n IN (SELECT rowid FROM search WHERE search MATCH ?)", args: []any{string(w)}}
}

func (c condition) indexed() (string, bool) { return "", false }
func (c condition) condition() condition    { return c }

// with adds a node. Languages side by side are a choice: no article is in
// two.
func (n allOf) with(part node) allOf {
	if c, ok := part.(condition); ok && c.language {
		for i, earlier := range n {
			if e, ok := earlier.(condition); ok && e.language {
				either := anyOf{e, c}.condition()
				either.language = true
				n[i] = either
				return n
			}
		}
	}
	return append(n, part)
}

// indexed has the words that must not be there after those that must: the
// index knows "without" only between two.
func (n allOf) indexed() (string, bool) {
	var must, not []string
	for _, part := range n {
		if none, ok := part.(noneOf); ok {
			e, ok := none.node.indexed()
			if !ok {
				return "", false
			}
			not = append(not, e)
			continue
		}
		e, ok := part.indexed()
		if !ok {
			return "", false
		}
		must = append(must, e)
	}
	if len(must) == 0 {
		return "", false
	}
	e := strings.Join(must, " AND ")
	if len(not) > 0 {
		e = "(" + e + ") NOT (" + strings.Join(not, " OR ") + ")"
	}
	return "(" + e + ")", true
}

func (n allOf) condition() condition { return joined(n, " AND ") }

func (n anyOf) indexed() (string, bool) {
	var either []string
	for _, part := range n {
		e, ok := part.indexed()
		if !ok {
			return "", false
		}
		either = append(either, e)
	}
	return "(" + strings.Join(either, " OR ") + ")", true
}

func (n anyOf) condition() condition { return joined(n, " OR ") }

func (n noneOf) indexed() (string, bool) { return "", false }

func (n noneOf) condition() condition {
	c := whole(n.node)
	return condition{sql: "NOT (" + c.sql + ")", args: c.args}
}

// whole returns a node as one condition: asked of the index at once, if it can
// be.
func whole(n node) condition {
	if e, ok := n.indexed(); ok {
		return words(e).condition()
	}
	return n.condition()
}

func joined(parts []node, with string) condition {
	var all []string
	var args []any
	for _, part := range parts {
		c := whole(part)
		all = append(all, c.sql)
		args = append(args, c.args...)
	}
	return condition{sql: "(" + strings.Join(all, with) + ")", args: args}
}

// compile parts what the index can answer from the other conditions.
func (q *Query) compile(tree node) {
	var must, not []string
	for _, part := range tree.(allOf) {
		if none, ok := part.(noneOf); ok {
			if e, ok := none.node.indexed(); ok {
				not = append(not, e)
				continue
			}
		}
		if e, ok := part.indexed(); ok {
			must = append(must, e)
			continue
		}
		q.conditions = append(q.conditions, part.condition())
	}
	q.must, q.match, q.not = must, strings.Join(must, " AND "), strings.Join(not, " OR ")
}
