package seating

import (
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// MarkEarlier marks the sentences that tell of an earlier meeting than the one
// the article is about.
//
//	They had previously held a meeting with … At that meeting, …
//	Earlier in the day, X was received by Y
//	Y, who had received X before the ministers sat down
//
// A sentence after it that does not point back is taken to be about the main
// meeting again.
func MarkEarlier(d *Document) {
	last := -2
	for i, s := range d.Sentences {
		before := i == last+1 && thatMeeting(s.Tokens)
		if before || heldBefore(s.Tokens) || i > 1 && sameDay(s.Tokens) {
			s.Earlier = true
			last = i
		}
	}
}

// heldBefore reports whether a sentence tells of a meeting before the other.
func heldBefore(t []lang.Token) bool {
	for i := range t {
		if t[i].Is("had") && i+1 < len(t) && t[i+1].Is("held", "met", "hosted", "received", "welcomed") && saysBefore(t[i+2:]) {
			return true
		}
		if !t[i].Is("previously", "earlier", "already") || i == 0 || !t[i-1].Is("had", "have") || i+1 >= len(t) {
			continue
		}
		if t[i+1].Is("held", "met", "had", "hosted", "received", "spoken") {
			return true
		}
	}
	return false
}

// saysBefore reports whether a clause goes on with what came after it: "who had
// received Roe [before the ministers sat down]".
func saysBefore(t []lang.Token) bool {
	for i := 0; i+1 < len(t) && i < 20; i++ {
		if t[i].Is(".", ";") {
			return false
		}
		if t[i].Is("before") && t[i+1].Is("the", "his", "her", "they", "their") {
			return true
		}
	}
	return false
}

// sameDay reports whether a sentence tells of somebody else whom a guest saw
// before: "Earlier in the day, Roe was received by the king".
func sameDay(t []lang.Token) bool {
	if len(t) < 6 || !t[0].Is("earlier") || !t[1].Is("in", "that", "on", "today", "the", ",") {
		return false
	}
	for i := 2; i < len(t) && i < 30; i++ {
		if t[i].Is("met", "received", "hosted", "saw", "welcomed") {
			return true
		}
	}
	return false
}

// thatMeeting reports whether a sentence points back to the meeting before it.
func thatMeeting(t []lang.Token) bool {
	for i := 1; i+1 < len(t); i++ { // "also took part in that conversation"
		if t[i].Is("that") && clause.IsTalk(t[i+1]) && t[i-1].Is("in", "at", "during", "of") {
			return true
		}
	}
	return len(t) > 3 && t[0].Is("at", "in", "during") && t[1].Is("that", "the") && (t[1].Is("that") || t[2].Is("earlier", "previous")) &&
		(clause.IsTalk(t[2]) || clause.IsTalk(t[3]))
}

// backThen reports whether a sentence goes back to another time than that of
// the news: "At that time, Roe had spoken to Lee without result".
func backThen(t []lang.Token) bool {
	if len(t) < 5 || !t[0].Is("at") || !t[1].Is("that", "the") || !t[2].Is("time") {
		return false
	}
	for i := 3; i < len(t) && i < 20; i++ {
		if t[i].Is("had") {
			return true
		}
	}
	return false
}

// MeetingOf returns the index in Findings.Meetings of the meeting that s tells
// of: 0 for the one the article is about, 1 for an earlier one. Before the
// meetings are found it takes it that the earlier one will be.
func (d *Document) MeetingOf(s *mention.Sentence) int {
	if s != nil && s.Earlier {
		return 1
	}
	return 0
}
