package ingest

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// hint is what an element's name, role and class say its text is for.
type hint uint8

// The hints. Each holds for everything inside the element.
const (
	asideHint   hint = 1 << iota // beside the text: nav, aside, related, newsletter, advertisement
	bylineHint                   // who wrote it and when
	captionHint                  // of a picture
	quotedHint                   // in a message: quoted from another
)

// hintOf returns the hints of one element.
func hintOf(n *html.Node) hint {
	var h hint
	switch n.DataAtom {
	case atom.Nav, atom.Aside, atom.Footer, atom.Form, atom.Menu:
		h |= asideHint
	case atom.Time:
		h |= bylineHint
	case atom.Body, atom.Html, atom.Main, atom.Article:
		return 0 // their classes speak of the whole page
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "role":
			switch a.Val {
			case "navigation", "complementary", "contentinfo", "search", "menu", "banner":
				h |= asideHint
			}
		case "rel", "itemprop":
			switch a.Val {
			case "author", "datePublished", "dateModified":
				h |= bylineHint
			case "caption", "copyrightHolder":
				h |= captionHint
			}
		case "class", "id", "data-component", "data-testid":
			h |= hintOfWords(a.Val)
		}
	}
	return h
}

// hintOfWords reads class names such as "c-article__related-links".
func hintOfWords(s string) hint {
	var h hint
	for word := range strings.FieldsFuncSeq(camelToDash(s), func(r rune) bool { return r == '-' || r == '_' || r == ' ' || r == ':' || r == '/' }) {
		switch word {
		case "share", "sharing", "sharer", "shares", "social", "socials", "sociallinks", "sharedaddy", "addthis", "followus", "follow",
			"newsletter", "newsletters", "subscribe", "subscription", "signup", "paywall", "promo", "promos", "promotion", "promobox",
			"related", "relateds", "recommended", "recommendation", "recommendations", "recirc", "recirculation", "readmore", "trending", "popular", "mostread",
			"ad", "ads", "advert", "advertisement", "advertising", "adsense", "sponsor", "sponsored", "sponsors", "outbrain", "taboola", "teads",
			"breadcrumb", "breadcrumbs", "pagination", "pager", "nav", "navbar", "navigation", "menu", "sidebar", "toolbar",
			"comment", "comments", "disqus", "commentlist", "respond", "tags", "tag", "taglist", "topics", "keywords",
			"footer", "copyright", "disclaimer", "cookie", "cookies", "consent", "skip", "jp", "widget", "widgets", "ticker", "poll", "bio", "authorbox", "tool", "tools":
			h |= asideHint
		case "byline", "author", "authors", "dateline", "timestamp", "pubdate", "published", "updated", "publishdate", "datetime", "date", "readtime", "reading":
			h |= bylineHint
		case "caption", "captions", "figcaption", "credit", "credits", "photocredit", "copyrightholder":
			h |= captionHint
		}
	}
	return h
}

// camelToDash turns "relatedLinks" into "related-links".
func camelToDash(s string) string {
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
