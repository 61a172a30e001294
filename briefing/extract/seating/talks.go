package seating

import (
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/lang"
)

// lastSubject returns the first person of the nearest sentence before s that
// begins with one: whom "he" at the head of s most likely means.
func (d *Document) lastSubject(s *mention.Sentence) *mention.Mention {
	for i := s.Index - 1; i >= 0 && i >= s.Index-3; i-- {
		o := d.Sentences[i]
		for _, m := range o.Mentions {
			if m.Kind == mention.PersonMention && m.Person != nil {
				if m.Last < len(o.Tokens) && o.Tokens[m.Last].Kind == lang.Clitic || m.From > 0 && mention.Preposition(o.Tokens[m.From-1]) {
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
