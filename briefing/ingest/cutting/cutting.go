// Package cutting is what the readers of files with a grammar of their own
// hand over: the articles that a file holds, with what the file says of each,
// in its own words. Package ingest makes articles of them; it alone reads
// dates, names and addresses.
package cutting

import "example.org/attache/briefing"

// MaxText is the most bytes that an article's text may have.
const MaxText = 1 << 20

// MaxCuttings is the most articles that one file may hold. Databases hand out
// 500 at a time, mailboxes hold some thousands.
const MaxCuttings = 10_000

// Block is a run of text that a reader sees as one paragraph.
type Block struct {
	Text string
	Kind briefing.ParagraphKind
}

// Cutting is one article of a file. It has Blocks, or Data: a file of its own
// inside the other.
type Cutting struct {
	Title, Outlet, Byline, URL, Language string
	Date                                 string // as the file writes it
	Blocks                               []Block
	Data                                 []byte
	Name                                 string // of Data, whose ending says what it is
	Charset                              string // that the file states for Data, "" if none
	Notes                                []string
}
