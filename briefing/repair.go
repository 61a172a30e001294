package briefing

import "slices"

// Repair returns the edit that brings what was changed about a person or a
// side in one line to the other lines that had the same: a name, the title of
// that person, the name of a side. The line has been changed already; old is
// its wording before. Locked lines, lines left out and the analyst's own stay
// as they are. The edit has no steps if there is nothing to bring along.
func (b Briefing) Repair(id LineID, old Wording) Edit {
	e := Edit{Op: Batch, Name: "Edit Other Lines"}
	l, section, _, ok := b.Find(id)
	if !ok {
		return e
	}
	was, now := person(section, old), person(section, l.Wording)
	title := change{old.Title, l.Title}
	side := change{}
	if section == DelegationsSection && !b.hasSide(l.Side, id) { // else a member changed sides, and the side kept its name
		side = change{old.Side, l.Side}
	}
	for _, s := range b.Sections {
		for _, o := range s.Lines {
			if o.ID == id || o.Locked || o.Status == LeftOut || o.Kind == AnalystLine {
				continue
			}
			x := o.Wording
			x.Parties = slices.Clone(x.Parties)
			if who := person(s.Kind, x); who != "" && who == was {
				x.Title = title.of(x.Title)
				name := change{was, now}
				if s.Kind == DelegationsSection {
					x.Text = name.of(x.Text)
				} else {
					x.Speaker = name.of(x.Speaker)
				}
			}
			x.Side = side.of(x.Side)
			for i := range x.Parties {
				x.Parties[i] = side.of(x.Parties[i])
			}
			if step, err := b.Reword(o.ID, x); err == nil && !x.Equal(o.Wording) {
				e.Edits = append(e.Edits, step)
			}
		}
	}
	return e
}

// RepairLessons returns what is to be remembered when Repair's edit is made: a
// side that has another name in all lines has it in later briefings, too. old
// is the line's wording before its own change, as for Repair.
func (b Briefing) RepairLessons(id LineID, old Wording) []Edit {
	l, section, _, ok := b.Find(id)
	f := Fix{Kind: SideFix, From: old.Side, To: l.Side}
	if !ok || section != DelegationsSection || old.Side == "" || !f.Valid() || b.hasSide(l.Side, id) {
		return nil
	}
	return []Edit{Forget(Fix{Kind: SideFix, Person: l.Text, From: old.Side, To: l.Side}), Learn(f)}
}

// change is what a value was and what it is now.
type change struct{ from, to string }

func (c change) of(s string) string {
	if s == c.from && c.from != "" && c.to != "" {
		return c.to
	}
	return s
}

// person is who a line of the section is about, or "".
func person(s SectionKind, w Wording) string {
	switch s {
	case DelegationsSection:
		return w.Text
	case QuotesSection, PositionsSection:
		return w.Speaker
	}
	return ""
}

// hasSide reports whether a member other than the one of the line is on a
// side.
func (b Briefing) hasSide(side string, except LineID) bool {
	return slices.ContainsFunc(b.Section(DelegationsSection).Lines, func(l Line) bool { return l.ID != except && l.Side == side })
}
