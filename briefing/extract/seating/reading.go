package seating

import (
	"example.org/attache/briefing/extract/clause"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/parse"
	"example.org/attache/briefing/extract/rule"
)

// Known answers what a rule asks about the words of a sentence: who they are
// to the meeting.
func (b *Table) Known(s *mention.Sentence) rule.Known {
	return func(p *parse.Sentence, r parse.Run, kind string) bool {
		if r.Empty() {
			return kind == "unknown"
		}
		who := b.Party(s, clause.Between(r.From, r.To))
		switch kind {
		case "table":
			return who.Role == AllRole || who.Role == SideRole || who.Role == OneRole
		case "several":
			return who.Role == AllRole
		case "side":
			return who.Role == SideRole || who.Role == OneRole
		case "outsider":
			return who.Role == OutsideRole
		case "unknown":
			return who.Role == UnknownRole
		case "person":
			return who.Person != nil || who.Role == OneRole
		}
		return false
	}
}
