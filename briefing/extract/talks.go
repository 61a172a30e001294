package extract

import (
	"example.org/attache/briefing/lang"
)

// lastSubject returns the first person of the nearest sentence before s that
// begins with one: whom "he" at the head of s most likely means.
func (d *document) lastSubject(s *sentence) *mention {
	for i := s.index - 1; i >= 0 && i >= s.index-3; i-- {
		o := d.sentences[i]
		for _, m := range o.mentions {
			if m.kind == personMention && m.person != nil {
				if m.last < len(o.Tokens) && o.Tokens[m.last].Kind == lang.Clitic || m.from > 0 && preposition(o.Tokens[m.from-1]) {
					break
				}
				return m
			}
		}
	}
	return nil
}

// reportedFuture reports whether a "would" only puts a plan into the past:
// "agencies reported that A and B would meet on Tuesday".
func (e *eventReader) reportedFuture(i int) bool {
	for k := i; k > 0 && k > i-40; k-- {
		if e.t[k].Is("reported", "announced", "confirmed") {
			return true
		}
		if e.t[k].Is("said") { // "said on Monday he would meet"
			return i+1 < len(e.t) && e.t[i+1].Is("meet", "hold", "host", "receive", "travel", "visit") && e.t[i-1].Is("he", "she", "they")
		}
	}
	return false
}

// isTalk reports whether a token is a noun for a meeting of people.
func isTalk(t lang.Token) bool {
	switch t.Lower {
	case "talks", "meeting", "meetings", "discussions", "discussion", "negotiations", "consultations", "summit", "conversation", "conversations",
		"dialogue", "call", "session", "sessions", "dinner", "lunch", "breakfast", "audience", "conference", "round", "encounter", "visit", "handshake",
		"gathering", "teleconference", "videoconference", "tete-a-tete", "parley", "banquet", "link":
		return true
	}
	return false
}

// imagined reports whether the meeting at i is only proposed or wished for.
func (e *eventReader) imagined(i int) bool {
	for k := max(0, i-6); k < i; k++ {
		if e.t[k].Is("proposed", "possible", "hypothetical", "no", "not", "potential", "if", "future", "previous", "past", "would", "could", "way") {
			return true
		}
	}
	return false
}
