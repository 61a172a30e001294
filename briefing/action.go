package briefing

import "fmt"

// This file makes the Edits behind the analyst's actions.

// change returns the edit that replaces the line with the id by what f makes
// of it.
func (b Briefing) change(id LineID, name string, f func(*Line)) (Edit, error) {
	l, _, _, ok := b.Find(id)
	if !ok {
		return Edit{}, fmt.Errorf("%s: line %s: %w", name, id, ErrNotFound)
	}
	l = l.clone()
	f(&l)
	return Edit{Op: ReplaceLine, Name: name, Target: id, Line: &l}, nil
}

// Verify marks the line as checked against its source. An edited line stays
// edited: that mark tells the reader more.
func (b Briefing) Verify(id LineID) (Edit, error) {
	return b.change(id, "Verify", func(l *Line) {
		l.Learnt = nil
		if l.Status == LeftOut {
			l.Status = l.unreviewed()
		}
		if l.Status != Edited {
			l.Status = Verified
		}
	})
}

// Leave takes the line off the page; it stays in the briefing.
func (b Briefing) Leave(id LineID) (Edit, error) {
	return b.change(id, "Leave Out", func(l *Line) { l.Status = LeftOut })
}

// PutBack returns a line that was left out.
func (b Briefing) PutBack(id LineID) (Edit, error) {
	return b.change(id, "Put Back", func(l *Line) { l.Status = l.unreviewed() })
}

// Unverify takes back a verification.
func (b Briefing) Unverify(id LineID) (Edit, error) {
	return b.change(id, "Unverify", func(l *Line) { l.Status = l.unreviewed() })
}

// unreviewed is the status of a line that nobody has verified.
func (l Line) unreviewed() Status {
	if l.Kind == ExtractLine && !l.Wording.Equal(l.Suggested) {
		return Edited
	}
	return Suggested
}

// Reword changes a line's words. A line of source words becomes Edited; a
// quotation keeps its kind and is refused by Check unless words were only
// left out.
func (b Briefing) Reword(id LineID, w Wording) (Edit, error) {
	return b.change(id, "Edit Line", func(l *Line) {
		l.Wording, l.Learnt = w, nil
		switch {
		case l.Kind == AnalystLine:
		case w.Equal(l.Suggested):
			l.Status = Suggested
		default:
			l.Status = Edited
		}
	})
}

// Restore brings back the source wording.
func (b Briefing) Restore(id LineID) (Edit, error) {
	return b.change(id, "Restore Source Wording", func(l *Line) {
		if l.Kind != AnalystLine {
			l.Wording, l.Status, l.Learnt = l.Suggested, Suggested, nil
		}
	})
}

// SetLocked locks or unlocks the line. A locked line is changed by nothing
// but unlocking it.
func (b Briefing) SetLocked(id LineID, locked bool) (Edit, error) {
	name := "Lock"
	if !locked {
		name = "Unlock"
	}
	return b.change(id, name, func(l *Line) { l.Locked = locked })
}

// SetPinned pins the line to the page: it is never held back.
func (b Briefing) SetPinned(id LineID, pinned bool) (Edit, error) {
	name := "Pin"
	if !pinned {
		name = "Unpin"
	}
	return b.change(id, name, func(l *Line) { l.Pinned = pinned })
}

// Mark sets the line's portion marking.
func (b Briefing) Mark(id LineID, marking string) (Edit, error) {
	return b.change(id, "Mark Line", func(l *Line) { l.Marking = marking })
}

// Move moves the line to a place in a section.
func (b Briefing) Move(id LineID, to SectionKind, index int) (Edit, error) {
	_, from, _, ok := b.Find(id)
	if !ok {
		return Edit{}, fmt.Errorf("move line %s: %w", id, ErrNotFound)
	}
	name := "Move Line"
	if from != to {
		name = "Move to Section"
	}
	return Edit{Op: MoveLine, Name: name, Target: id, Section: to, Index: index}, nil
}

// NewLine adds a line of the analyst's own words at a place in a section.
func (b Briefing) NewLine(section SectionKind, index int, text string) Edit {
	l := Line{ID: b.OwnID(), Kind: AnalystLine, Status: Edited, Wording: Wording{Text: text}, Rank: 1}
	return Edit{Op: InsertLine, Name: "New Line", Section: section, Index: index, Line: &l}
}

// Copy puts a copy of the line in another section, with its evidence: "Use
// as Bottom Line".
func (b Briefing) Copy(id LineID, to SectionKind, index int) (Edit, error) {
	l, _, _, ok := b.Find(id)
	if !ok {
		return Edit{}, fmt.Errorf("copy line %s: %w", id, ErrNotFound)
	}
	l = l.clone()
	l.ID, l.Locked = b.OwnID(), false
	name := "Copy Line"
	if to == BottomLine {
		name = "Use as Bottom Line"
	}
	return Edit{Op: InsertLine, Name: name, Section: to, Index: index, Line: &l}, nil
}

// Extracted makes a line of the words that evidence covers, as the analyst
// selected them in the article.
func (b Briefing) Extracted(section SectionKind, kind LineKind, w Wording, from []Evidence) Edit {
	l := Line{ID: b.OwnID(), Kind: kind, Status: Verified, Wording: w, Suggested: w, From: from, Rank: 1, Rule: "analyst.selected"}
	n := len(b.Section(section).Lines)
	return Edit{Op: InsertLine, Name: "Add Selection", Section: section, Index: n, Line: &l}
}

// OwnID returns an id that no line of b has, for a line the analyst adds. It
// depends only on the lines there are.
func (b Briefing) OwnID() LineID {
	for n := 1; ; n++ {
		id := LineID(fmt.Sprintf("own-%d", n))
		if _, _, _, taken := b.Find(id); !taken {
			return id
		}
	}
}
