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
	case atom.Footer:
		if n.Parent != nil && n.Parent.DataAtom == atom.Blockquote {
			break // it names whom the quotation is of
		}
		h |= draft.ApartHint | draft.AsideHint
	case atom.Nav, atom.Menu, atom.Dialog:
		h |= draft.ApartHint | draft.AsideHint
	case atom.Aside, atom.Form:
		h |= draft.AsideHint
	case atom.Time:
		h |= draft.BylineHint
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

// hintOfWords reads class names such as "c-article__related-links" and
// "relatedLinks": word by word, and each word with the one before it.
func hintOfWords(s string) draft.Hint {
	const most = 64 // bytes of two words: no word of the list is as long
	var room [most]byte
	var h draft.Hint
	words, pair, last := classWords(), room[:0], 0 // pair[last:] is the word that is being read
	end := func() {
		if len(pair) > last {
			h |= words[string(pair[last:])]
			if last > 0 { // article-body
				h |= words[string(pair)]
			}
			pair = append(pair[:0], pair[last:]...)
			last = len(pair)
		}
	}
	low := false
	for i := range len(s) {
		c := s[i]
		switch {
		case c == '-' || c == '_' || c == ' ' || c == ':' || c == '/':
			end()
			low = false
			continue
		case 'A' <= c && c <= 'Z':
			if low {
				end()
			}
			c, low = c+'a'-'A', false
		default:
			low = 'a' <= c && c <= 'z'
		}
		pair = append(pair, c)
	}
	end()
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
