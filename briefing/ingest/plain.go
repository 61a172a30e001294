package ingest

import (
	"strings"

	"example.org/attache/briefing"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plainBlocks returns the text of a page that no tree can be made of, in
// constant memory for any depth: a block for every run between the tags that
// begin or end a paragraph.
func plainBlocks(source string) []block {
	var w blockWriter
	z := html.NewTokenizer(strings.NewReader(source))
	skip := atom.Atom(0) // the element whose text is not shown
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.end()
			return w.blocks
		case html.TextToken:
			if skip == 0 {
				w.say(string(z.Text()), place{kind: briefing.Body})
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			n := html.Node{Type: html.ElementNode, DataAtom: atom.Lookup(name)}
			if n.DataAtom == atom.Br {
				w.lineBreak()
			} else if dividing(&n) {
				w.end()
			}
			switch n.DataAtom {
			case atom.Script, atom.Style, atom.Textarea, atom.Title:
				skip = n.DataAtom
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			n := html.Node{Type: html.ElementNode, DataAtom: atom.Lookup(name)}
			if n.DataAtom == skip {
				skip = 0
			}
			if dividing(&n) {
				w.end()
			}
		}
	}
}
