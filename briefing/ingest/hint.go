package ingest

import (
	"bytes"
	"strings"
	"sync"

	"example.org/attache/assets"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// hint is what an element's name, role and class say its text is for.
type hint uint16

// The hints. Each holds for everything inside the element.
const (
	asideHint    hint = 1 << iota // beside the text: nav, aside, related, newsletter, advertisement
	bylineHint                    // who wrote it and when
	captionHint                   // of a picture
	quotedHint                    // in a message: quoted from another
	commentHint                   // what readers wrote
	authorHint                    // who wrote it
	headlineHint                  // the title
	leadHint                      // the standfirst
	kickerHint                    // the words over the title
	pictureHint                   // about a picture
	textHint                      // the article's text
	notesHint                     // footnotes
	orderedHint                   // elements of a list that a browser numbers
	hiddenHint                    // not shown when the page was saved
	apartHint                     // no part of the page's matter: menus, dialogs; asideHint too
)

// hintOf returns the hints of one element.
func hintOf(n *html.Node) hint {
	var h hint
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Menu, atom.Dialog:
		h |= apartHint | asideHint
	case atom.Aside, atom.Form:
		h |= asideHint
	case atom.Time:
		h |= bylineHint
	case atom.Ol:
		h |= orderedHint
	case atom.Body, atom.Html, atom.Main, atom.Article:
		return 0 // their classes speak of the whole page
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "role":
			switch a.Val {
			case "navigation", "contentinfo", "search", "menu", "dialog", "alertdialog":
				h |= apartHint | asideHint
			case "complementary", "banner":
				h |= asideHint
			case "doc-endnotes", "doc-footnote", "doc-footnotes":
				h |= notesHint
			}
		case "rel", "itemprop":
			for word := range strings.FieldsSeq(a.Val) {
				h |= hintOfProperty(word)
			}
		case "epub:type":
			if strings.Contains(a.Val, "footnote") || strings.Contains(a.Val, "endnote") {
				h |= notesHint
			}
		case "class", "id", "data-component", "data-testid":
			h |= hintOfWords(a.Val)
		}
	}
	return h
}

// hintOfProperty reads a relation of HTML or a property of schema.org.
func hintOfProperty(word string) hint {
	switch word {
	case "author", "creator":
		return bylineHint | authorHint
	case "datePublished", "dateModified":
		return bylineHint
	case "caption", "copyrightHolder":
		return captionHint
	case "headline":
		return headlineHint
	case "articleBody":
		return textHint
	case "alternativeHeadline":
		return leadHint
	}
	return 0
}

// hintOfWords reads class names such as "c-article__related-links".
func hintOfWords(s string) hint {
	var h hint
	words, last := classWords(), ""
	for word := range strings.FieldsFuncSeq(camelToDash(s), func(r rune) bool { return r == '-' || r == '_' || r == ' ' || r == ':' || r == '/' }) {
		h |= words[word]
		if h|words[last+word] != h && last != "" { // article-body
			h |= words[last+word]
		}
		last = word
	}
	return h
}

// classWords are the words of class names that say something. A lexicon that
// is missing has none; a test sees to it that it is there.
var classWords = sync.OnceValue(func() map[string]hint {
	uses := map[string]hint{"aside": asideHint, "comment": commentHint | asideHint, "byline": bylineHint, "author": authorHint,
		"caption": captionHint, "headline": headlineHint, "lead": leadHint, "kicker": kickerHint, "picture": pictureHint, "text": textHint, "apart": apartHint | asideHint}
	words := map[string]hint{}
	for _, row := range lexicon("classes") {
		for word := range strings.SplitSeq(row[1], "|") {
			words[word] |= uses[row[0]]
		}
	}
	return words
})

// lexicon returns the rows of a word list: fields of at least two.
func lexicon(name string) [][]string {
	data, err := assets.Lexicon(name)
	if err != nil {
		return nil
	}
	var rows [][]string
	for line := range bytes.Lines(data) {
		row := strings.Split(strings.TrimRight(string(line), "\r\n"), "\t")
		if len(row) > 1 && !strings.HasPrefix(row[0], "#") {
			rows = append(rows, row)
		}
	}
	return rows
}

// camelToDash turns "relatedLinks" into "related-links".
func camelToDash(s string) string {
	plain := true
	for i := range len(s) {
		plain = plain && (s[i] < 'A' || s[i] > 'Z')
	}
	if plain {
		return s
	}
	var b strings.Builder
	low := false
	for _, r := range s {
		if 'A' <= r && r <= 'Z' {
			if low {
				b.WriteByte('-')
			}
			r += 'a' - 'A'
			low = false
		} else {
			low = 'a' <= r && r <= 'z'
		}
		b.WriteRune(r)
	}
	return b.String()
}
