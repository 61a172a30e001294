package web

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// PlainBlocks returns the text of a page that no tree can be made of, in
// constant memory for any depth: a block for every run between the tags that
// begin or end a paragraph.
func PlainBlocks(source string) []draft.Block {
	var w draft.Writer
	z := html.NewTokenizer(strings.NewReader(source))
	skip := atom.Atom(0) // the element whose text is not shown
	for {
		switch z.Next() {
		case html.ErrorToken:
			w.End()
			return w.Blocks
		case html.TextToken:
			if skip == 0 {
				w.Say(string(z.Text()), draft.Place{Kind: briefing.Body})
			}
		case html.StartTagToken:
			name, _ := z.TagName()
			n := html.Node{Type: html.ElementNode, DataAtom: atom.Lookup(name)}
			if n.DataAtom == atom.Br {
				w.LineBreak()
			} else if dividing(&n) {
				w.End()
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
				w.End()
			}
		}
	}
}
