// Package seating owns who sat down with whom: the people who took part and
// those beside them, weighed by clues, the side each of them sat for, the
// meetings an article tells of, and what a phrase of it ("the two sides", "they")
// is to the meeting.
//
// It does not own what was said or agreed there (package extract), nor whom a
// person stands for outside it (package allegiance).
package seating

import (
	"example.org/attache/briefing/extract/allegiance"
	"example.org/attache/briefing/extract/mention"
)

// Document is a document with its meeting.
type Document struct {
	*allegiance.Document
	Meets  bool // the article reports a meeting, visit or call
	Sports bool // the article is about sport

	Year      int             // see mainYear
	firstSide map[string]int  // see firstNamed
	news      []Clue          // see NewsOfTalks
	meeting   *meetingFinder  // see finder
	led       *mention.Person // who leads the delegation told of last
}

// New returns the document of an article whose meetings are still to be found.
func New(s *allegiance.Document) *Document { return &Document{Document: s} }
