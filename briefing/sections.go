package briefing

import (
	"fmt"
	"slices"
)

// SectionHead is a section without its lines.
type SectionHead struct {
	Kind  SectionKind `json:"kind"`
	Label string      `json:"label,omitempty"` // as Section.Label
	Max   int         `json:"max,omitempty"`   // as Section.Max
}

// Heads returns the sections without their lines, in page order.
func (b Briefing) Heads() []SectionHead {
	heads := make([]SectionHead, len(b.Sections))
	for i, s := range b.Sections {
		heads[i] = SectionHead{s.Kind, s.Label, s.Max}
	}
	return heads
}

// arranged returns the sections that heads name, with the lines of b. Each
// kind may come once, and no section with lines may be missing.
func (b Briefing) arranged(heads []SectionHead) ([]Section, error) {
	sections := make([]Section, 0, len(heads))
	for i, h := range heads {
		if slices.ContainsFunc(heads[:i], func(o SectionHead) bool { return o.Kind == h.Kind }) {
			return nil, fmt.Errorf("section %q twice: %w", h.Kind, ErrConflict)
		}
		s := b.Section(h.Kind)
		s.Label, s.Max = h.Label, h.Max
		if s.Lines == nil {
			s.Lines = []Line{}
		}
		sections = append(sections, s)
	}
	for _, s := range b.Sections {
		if len(s.Lines) > 0 && !slices.ContainsFunc(heads, func(h SectionHead) bool { return h.Kind == s.Kind }) {
			return nil, fmt.Errorf("section %q has lines and is not named: %w", s.Kind, ErrConflict)
		}
	}
	return sections, nil
}
