// Package allegiance owns whom each person stands for: a country, a company, a
// union, a body. It reads the words of a title, the home of an office, the
// article's dateline and the bodies that the article names.
//
// It does not own who took part in a meeting, nor the choice between sides that
// a meeting speaks for (package seating).
package allegiance

import "example.org/attache/briefing/extract/mention"

// Document is a document with what has been asked of its sides so far.
type Document struct {
	*mention.Document
	named   map[string]bool   // sides the text names; see names
	owners  map[string]string // side by body; see byBody
	weight  map[string]int    // how often each side is named; nil until asked for
	across  map[string]string // see other
	longest map[string]string // see bodyEnding
	bodies  *[]Body           // see Bodies
}

// New returns the document of people who stand for nobody yet.
func New(m *mention.Document) *Document { return &Document{Document: m} }
