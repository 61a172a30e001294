package web

import (
	"strings"
	"sync"

	"example.org/attache/briefing/ingest/draft"
	"example.org/attache/briefing/ingest/letters"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// hintOf returns the hints of one element.
func hintOf(n *html.Node) draft.Hint {
	var h draft.Hint
	switch n.DataAtom {
	case atom.Nav, atom.Footer, atom.Menu, atom.Dialog:
		h |= draft.ApartHint | draft.AsideHint
	case atom.Aside, atom.Form:
		h |= draft.AsideHint
	case atom.Time:
		h |= draft.BylineHint
	case atom.Ol:
		h |= draft.OrderedHint
	case atom.Body, atom.Html, atom.Main, atom.Article:
		return 0 // their classes speak of the whole page
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "role":
			switch a.Val {
			case "navigation", "contentinfo", "search", "menu", "dialog", "alertdialog":
				h |= draft.ApartHint | draft.AsideHint
			case "complementary", "banner":
				h |= draft.AsideHint
			case "doc-endnotes", "doc-footnote", "doc-footnotes":
				h |= draft.NotesHint
			}
		case "rel", "itemprop":
			for word := range strings.FieldsSeq(a.Val) {
				h |= hintOfProperty(word)
			}
		case "epub:type":
			if strings.Contains(a.Val, "footnote") || strings.Contains(a.Val, "endnote") {
				h |= draft.NotesHint
			}
		case "class", "id", "data-component", "data-testid":
			h |= hintOfWords(a.Val)
		}
	}
	return h
}

// hintOfProperty reads a relation of HTML or a property of schema.org.
func hintOfProperty(word string) draft.Hint {
	switch word {
	case "author", "creator":
		return draft.BylineHint | draft.AuthorHint
	case "datePublished", "dateModified":
		return draft.BylineHint
	case "caption", "copyrightHolder":
		return draft.CaptionHint
	case "headline":
		return draft.HeadlineHint
	case "articleBody":
		return draft.TextHint
	case "alternativeHeadline":
		return draft.LeadHint
	}
	return 0
}

// hintOfWords reads class names such as "c-article__related-links".
func hintOfWords(s string) draft.Hint {
	var h draft.Hint
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
var classWords = sync.OnceValue(func() map[string]draft.Hint {
	uses := map[string]draft.Hint{"aside": draft.AsideHint, "comment": draft.CommentHint | draft.AsideHint, "byline": draft.BylineHint, "author": draft.AuthorHint,
		"caption": draft.CaptionHint, "headline": draft.HeadlineHint, "lead": draft.LeadHint, "kicker": draft.KickerHint, "picture": draft.PictureHint, "text": draft.TextHint, "apart": draft.ApartHint | draft.AsideHint}
	words := map[string]draft.Hint{}
	for _, row := range letters.Lexicon("classes") {
		for word := range strings.SplitSeq(row[1], "|") {
			words[word] |= uses[row[0]]
		}
	}
	return words
})

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
