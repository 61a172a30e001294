package web

import (
	"strconv"
	"strings"

	"example.org/attache/briefing/ingest/letters"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// orderedList counts the elements of a list as a browser does.
// https://html.spec.whatwg.org/#the-ol-element
type orderedList struct {
	node   *html.Node
	next   int
	step   int
	format string // "1", "a", "A", "i" or "I"
}

// within enters a list or an element of one and returns what leaves it.
func (w *layoutWriter) within(n *html.Node) (leave func()) {
	list := w.list
	switch n.DataAtom {
	case atom.Ol:
		w.list = newOrderedList(n)
	case atom.Ul:
		w.list = nil
	case atom.Li:
		if w.list != nil && w.list.node == n.Parent {
			w.number = w.list.number(n)
		}
		return func() { w.number = "" }
	}
	return func() { w.list = list }
}

// newOrderedList returns a list with numbers, nil if it says that it shows none.
func newOrderedList(n *html.Node) *orderedList {
	l := &orderedList{node: n, next: 1, step: 1, format: letters.Or(attr(n, "type"), "1")}
	if style := strings.ToLower(strings.Join(strings.Fields(attr(n, "style")), "")); strings.Contains(style, "list-style:none") || strings.Contains(style, "list-style-type:none") {
		return nil
	}
	if hasAttr(n, "reversed") {
		l.next, l.step = 0, -1
		for c := range n.ChildNodes() {
			if c.DataAtom == atom.Li {
				l.next++
			}
		}
	}
	if start, err := strconv.Atoi(attr(n, "start")); err == nil {
		l.next = start
	}
	return l
}

// number returns the number of an element, with its point.
func (l *orderedList) number(li *html.Node) string {
	if v, err := strconv.Atoi(attr(li, "value")); err == nil {
		l.next = v
	}
	n := l.next
	l.next += l.step
	return letters.Numeral(n, l.format) + "."
}
