package briefing

import (
	"fmt"
	"slices"
)

// EditOp says what an Edit does.
type EditOp string

// The operations. Everything an analyst can do to a briefing is made of these.
const (
	InsertLine  EditOp = "insert"  // Line at Index of Section
	DeleteLine  EditOp = "delete"  // Target; the inverse of insert: lines are otherwise left out, not deleted
	ReplaceLine EditOp = "replace" // Target becomes Line
	MoveLine    EditOp = "move"    // Target to Index of Section
	SetDetails  EditOp = "details" // the page's settings become Details
	SetArticles EditOp = "articles"
	SetLabel    EditOp = "label"    // heading of Section becomes Label
	SetSections EditOp = "sections" // order, headings and limits become Sections; every line stays in its section
	LearnFix    EditOp = "learn"    // what is known for later briefings: Was becomes Fix; no line changes
	Batch       EditOp = "batch"    // Edits, in order, all or none
)

// Edit is one change to a briefing, as data: it can be journaled, undone by
// its inverse, and applied again.
type Edit struct {
	Op      EditOp      `json:"op"`
	Name    string      `json:"name"` // the action as menus show it: "Verify", "Move to Agenda"
	Target  LineID      `json:"target,omitempty"`
	Section SectionKind `json:"section,omitempty"`
	// Index is the place among the section's lines after the edit, from 0;
	// one past the last, or more, is the end.
	Index    int          `json:"index,omitempty"`
	Line     *Line        `json:"line,omitempty"`
	Details  *Details     `json:"details,omitempty"`
	Articles []ArticleRef `json:"articles,omitempty"`
	Label    string       `json:"label,omitempty"`
	// Sections name every section of the briefing; one that is empty may be
	// missing, and is taken away. Their lines are not looked at.
	Sections []SectionHead `json:"sections,omitempty"`
	// Fix is learnt in the place of Was. Without Fix, Was is forgotten;
	// whoever keeps the list fills Was in as it is there.
	Fix   *Fix   `json:"fix,omitempty"`
	Was   *Fix   `json:"was,omitempty"`
	Edits []Edit `json:"edits,omitempty"`
}

// Apply returns b with e done, and the edit that takes it back: applying the
// inverse to the result gives b again, byte for byte. It fails with
// ErrNotFound if a line is not there, with ErrConflict if an id is taken and
// with ErrLocked if the line is locked and e does not unlock it; b is never
// changed.
func Apply(b Briefing, e Edit) (Briefing, Edit, error) {
	return apply(b.Clone(), e)
}

// apply may change b, which is the caller's own copy.
func apply(b Briefing, e Edit) (Briefing, Edit, error) {
	inverse := Edit{Name: e.Name}
	switch e.Op {
	case InsertLine:
		if e.Line == nil || e.Line.ID == "" {
			return b, Edit{}, fmt.Errorf("insert: edit without a line")
		}
		if _, _, _, taken := b.Find(e.Line.ID); taken {
			return b, Edit{}, fmt.Errorf("insert line %s: %w", e.Line.ID, ErrConflict)
		}
		s, err := b.section(e.Section)
		if err != nil {
			return b, Edit{}, fmt.Errorf("insert line %s: %w", e.Line.ID, err)
		}
		s.Lines = slices.Insert(s.Lines, clamp(e.Index, len(s.Lines)), e.Line.clone())
		inverse.Op, inverse.Target = DeleteLine, e.Line.ID

	case DeleteLine:
		l, kind, i, ok := b.Find(e.Target)
		if !ok {
			return b, Edit{}, fmt.Errorf("delete line %s: %w", e.Target, ErrNotFound)
		}
		if l.Locked {
			return b, Edit{}, fmt.Errorf("delete line %s: %w", e.Target, ErrLocked)
		}
		s, _ := b.section(kind)
		s.Lines = slices.Delete(s.Lines, i, i+1)
		inverse.Op, inverse.Section, inverse.Index, inverse.Line = InsertLine, kind, i, &l

	case ReplaceLine:
		old, kind, i, ok := b.Find(e.Target)
		if !ok {
			return b, Edit{}, fmt.Errorf("change line %s: %w", e.Target, ErrNotFound)
		}
		if e.Line == nil || e.Line.ID != e.Target {
			return b, Edit{}, fmt.Errorf("change line %s: edit without the line", e.Target)
		}
		if old.Locked && e.Line.Locked {
			return b, Edit{}, fmt.Errorf("change line %s: %w", e.Target, ErrLocked)
		}
		s, _ := b.section(kind)
		s.Lines[i] = e.Line.clone()
		inverse.Op, inverse.Target, inverse.Line = ReplaceLine, e.Target, &old

	case MoveLine:
		l, kind, i, ok := b.Find(e.Target)
		if !ok {
			return b, Edit{}, fmt.Errorf("move line %s: %w", e.Target, ErrNotFound)
		}
		if l.Locked && kind != e.Section {
			return b, Edit{}, fmt.Errorf("move line %s: %w", e.Target, ErrLocked)
		}
		to, err := b.section(e.Section)
		if err != nil {
			return b, Edit{}, fmt.Errorf("move line %s: %w", e.Target, err)
		}
		from, _ := b.section(kind)
		from.Lines = slices.Delete(from.Lines, i, i+1)
		to.Lines = slices.Insert(to.Lines, clamp(e.Index, len(to.Lines)), l)
		inverse.Op, inverse.Target, inverse.Section, inverse.Index = MoveLine, e.Target, kind, i

	case SetDetails:
		if e.Details == nil {
			return b, Edit{}, fmt.Errorf("set details: edit without details")
		}
		old := b.Details
		b.Details = *e.Details
		inverse.Op, inverse.Details = SetDetails, &old

	case SetArticles:
		inverse.Op, inverse.Articles = SetArticles, b.Articles
		b.Articles = slices.Clone(e.Articles)

	case SetLabel:
		s, err := b.section(e.Section)
		if err != nil {
			return b, Edit{}, fmt.Errorf("set label: %w", err)
		}
		inverse.Op, inverse.Section, inverse.Label = SetLabel, e.Section, s.Label
		s.Label = e.Label

	case SetSections:
		sections, err := b.arranged(e.Sections)
		if err != nil {
			return b, Edit{}, fmt.Errorf("set sections: %w", err)
		}
		inverse.Op, inverse.Sections = SetSections, b.Heads()
		b.Sections = sections

	case LearnFix:
		if e.Fix == nil && e.Was == nil {
			return b, Edit{}, fmt.Errorf("learn: edit without a fix")
		}
		inverse.Op, inverse.Fix, inverse.Was = LearnFix, e.Was, e.Fix

	case Batch:
		inverse.Op = Batch
		for _, step := range e.Edits {
			var back Edit
			var err error
			if b, back, err = apply(b, step); err != nil {
				return b, Edit{}, fmt.Errorf("%s: %w", e.Name, err)
			}
			inverse.Edits = append(inverse.Edits, back)
		}
		slices.Reverse(inverse.Edits)

	default:
		return b, Edit{}, fmt.Errorf("unknown edit %q", e.Op)
	}
	return b, inverse, nil
}

// section returns the section to change. Every briefing has one of each kind
// it may hold lines in; compose and Blank see to that.
func (b *Briefing) section(kind SectionKind) (*Section, error) {
	for i := range b.Sections {
		if b.Sections[i].Kind == kind {
			return &b.Sections[i], nil
		}
	}
	return nil, fmt.Errorf("section %q: %w", kind, ErrNotFound)
}

func clamp(i, n int) int { return max(0, min(i, n)) }

// Blank returns an empty briefing with every section.
func Blank() Briefing {
	var b Briefing
	for _, k := range SectionKinds {
		b.Sections = append(b.Sections, Section{Kind: k, Lines: []Line{}})
	}
	return b
}
