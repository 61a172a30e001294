package briefing

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
)

// ArticleID identifies an article by its words: "sha256:" and the hexadecimal
// SHA-256 of its Text.
type ArticleID string

// IDOf returns the ID of an article with the given text.
func IDOf(text string) ArticleID {
	sum := sha256.Sum256([]byte(text))
	return ArticleID("sha256:" + hex.EncodeToString(sum[:]))
}

// Article is one saved text. Its Text never changes: the ID is the hash of
// the Text, so a Span into it is good for ever. Metadata that the file did
// not give stays empty; nothing is guessed.
type Article struct {
	ID         ArticleID   `json:"id"`
	Title      string      `json:"title"`
	Outlet     string      `json:"outlet"`
	Byline     string      `json:"byline"`
	URL        string      `json:"url"`
	Language   string      `json:"language"`   // BCP 47, "" if unknown
	Published  Date        `json:"published"`  // may be unknown, or known to the month or year
	Text       string      `json:"text"`       // UTF-8, lines ended by LF, no NUL
	Paragraphs []Paragraph `json:"paragraphs"` // in order, not overlapping; every non-blank byte of Text is in one
	Source     Source      `json:"source"`
}

// Source tells where an article's bytes came from and how they were read.
type Source struct {
	Name      string `json:"name"`       // base name of the file; never a path
	MediaType string `json:"media_type"` // such as "text/html"
	Hash      string `json:"hash"`       // "sha256:" and the hash of the original bytes
	Reader    string `json:"reader"`     // what read the body, such as "readability"
	Encoding  string `json:"encoding"`   // of the original bytes, such as "utf-8" or "windows-1252"
	Size      int64  `json:"size"`       // of the original, in bytes
	// Of a file that holds several articles: which one this is, from 1, of how
	// many, and the name of the file inside that it was read from, if any.
	Part   int    `json:"part,omitempty"`
	Parts  int    `json:"parts,omitempty"`
	Inside string `json:"inside,omitempty"`
}

// ParagraphKind says what part of an article a paragraph is.
type ParagraphKind string

// The kinds of paragraphs. Furniture ("Read more", captions of buttons,
// newsletter lines) is left out of extraction but never cut from the text.
const (
	Body      ParagraphKind = "body"
	Heading   ParagraphKind = "heading"
	Caption   ParagraphKind = "caption"
	ListItem  ParagraphKind = "list"
	Quotation ParagraphKind = "quote"
	Furniture ParagraphKind = "furniture"
)

// Paragraph is a run of an article's text and its kind.
type Paragraph struct {
	Span
	Kind ParagraphKind `json:"kind"`
}

// ParagraphAt returns the number, from 1, of the paragraph that holds offset,
// or of the last one that begins before it; 0 if there is none.
func ParagraphAt(paragraphs []Paragraph, offset int) int {
	return sort.Search(len(paragraphs), func(i int) bool { return paragraphs[i].Start > offset })
}
