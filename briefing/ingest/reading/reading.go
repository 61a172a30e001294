// Package reading reads what programs for reading later, for notes and for
// references give out, and news feeds: the articles in them, or, where a file
// has only links, highlights or references, what it tells of each.
package reading

import (
	"strings"

	"example.org/attache/briefing/ingest/cutting"
)

// openPages is what to do with a list that holds no texts.
const openPages = "open each article, save its page and add that"

// refused is a list of kind that holds no texts.
func refused(kind string, references []cutting.Reference) error {
	return &cutting.Foreign{Kind: kind, Hint: openPages, References: references}
}

// page makes a cutting of a piece of HTML that is an article alone.
func page(html string) cutting.Cutting {
	return cutting.Cutting{Data: []byte(html), Name: "article.html", Charset: "utf-8", Bare: true}
}

// told reports whether a text says something: it has a letter.
func told(s string) bool { return strings.TrimSpace(s) != "" }
