// Package speech owns who said what: it gives each quotation its speaker by the
// verb beside it, the quotation it goes on from, or whom "he", "the minister"
// and "the statement" take up, and finds speech that is told without marks. A
// wrong name is worse than none: where the text does not say who "he" is, the
// speaker stays "he".
//
// It does not own where quotations begin and end (package story) or names
// (package mention), and knows nothing of meetings and sides.
package speech

import "example.org/attache/briefing/extract/mention"

// Document is a document as its speech is read: in passages, which are
// sentences with each quotation as one piece.
type Document struct {
	*mention.Document
	passages []*passage
	speakers *speakers
}

// New returns the document whose speech is still to be found. Its mentions have
// to be joined first.
func New(m *mention.Document) *Document { return &Document{Document: m} }
