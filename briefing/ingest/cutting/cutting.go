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

// Cutting is one article of a file. It has Blocks, or Data or Load: a file of
// its own inside the other.
type Cutting struct {
	Title, Outlet, Byline, URL, Language string
	Date                                 string // as the file writes it
	Blocks                               []Block
	Data                                 []byte
	Load                                 func() ([]byte, error) // of the data, where it is packed
	Name                                 string                 // of the data, whose ending says what it is
	Charset                              string                 // that the file states for it, "" if none
	// Bare says of a page that it is the article alone, without a site around
	// it: all of its text is taken.
	Bare bool
}

// Reference is what a list says of an article whose text it does not hold.
type Reference struct {
	Title, Outlet, Byline, URL, Language string
	Date                                 string   // as the list writes it
	Files                                []string // that hold the text, relative to the list
}

// Foreign is a file of a kind that is not read. It is an error that wraps
// briefing.ErrUnsupported.
type Foreign struct {
	Kind       string      `json:"kind"`                 // what it is, as the end of "this is …"
	Hint       string      `json:"hint"`                 // what to do about it, without a capital or full stop
	References []Reference `json:"references,omitempty"` // what it tells of articles, if it is a list
}

func (e *Foreign) Error() string {
	return "this is " + e.Kind + ": " + briefing.ErrUnsupported.Error() + "; " + e.Hint
}

// Unwrap returns briefing.ErrUnsupported.
func (e *Foreign) Unwrap() error { return briefing.ErrUnsupported }
