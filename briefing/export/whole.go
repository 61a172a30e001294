package export

import (
	"fmt"

	"example.org/attache/briefing"
)

// Whole reports what a briefing that was read cannot be without.
func Whole(b briefing.Briefing) error {
	sections, lines := map[briefing.SectionKind]bool{}, map[briefing.LineID]bool{}
	for _, s := range b.Sections {
		switch {
		case s.Kind == "":
			return fmt.Errorf("a section without a kind")
		case sections[s.Kind]:
			return fmt.Errorf("section %s comes twice", s.Kind)
		}
		sections[s.Kind] = true
		for _, l := range s.Lines {
			switch {
			case l.ID == "":
				return fmt.Errorf("a line without an id in section %s", s.Kind)
			case lines[l.ID]:
				return fmt.Errorf("line %s comes twice", l.ID)
			case !KnownKind(l.Kind):
				return fmt.Errorf("line %s: unknown kind %q", l.ID, l.Kind)
			case !KnownStatus(l.Status):
				return fmt.Errorf("line %s: unknown status %q", l.ID, l.Status)
			}
			lines[l.ID] = true
		}
	}
	return nil
}

// KnownKind reports whether there is such a kind of line.
func KnownKind(k briefing.LineKind) bool {
	return k == briefing.ExtractLine || k == briefing.QuoteLine || k == briefing.AnalystLine
}

// KnownStatus reports whether there is such a status.
func KnownStatus(s briefing.Status) bool {
	switch s {
	case briefing.Suggested, briefing.Verified, briefing.Edited, briefing.Conflict, briefing.Stale, briefing.LeftOut:
		return true
	}
	return false
}
