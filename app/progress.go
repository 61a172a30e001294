package app

import (
	"context"
	"fmt"
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/compose"
)

// Progress is how a briefing differs from the last one on the same sides.
type Progress struct {
	Last     BriefingRow `json:"last"`
	Sides    []string    `json:"sides"` // of both
	New      []Step      `json:"new"`
	Repeated []Step      `json:"repeated"` // in both; Changed if not as firm as before
	Dropped  []Step      `json:"dropped"`  // in the last one alone
}

// Step is one line of a briefing and, where it is in both, that of the last.
type Step struct {
	Section briefing.SectionKind `json:"section"`
	Line    briefing.Line        `json:"line"`
	Before  *briefing.Line       `json:"before,omitempty"`
	Changed bool                 `json:"changed,omitempty"` // agreed where it was proposed, refused where it was agreed
}

// steps are the sections that are compared.
var steps = []briefing.SectionKind{briefing.AgendaSection, briefing.AgreementsSection, briefing.PositionsSection, briefing.NextStepsSection}

// CompareWithLast compares a briefing with the last one before it on the same
// sides. It fails with briefing.ErrNotFound if there is none.
func (a *App) CompareWithLast(ctx context.Context, id briefing.BriefingID) (Progress, error) {
	b, err := a.Briefing(ctx, id)
	if err != nil {
		return Progress{}, err
	}
	rows, err := a.Briefings(ctx)
	if err != nil {
		return Progress{}, err
	}
	mine := standing(b)
	var p Progress
	var last briefing.Briefing
	day := ""
	for _, r := range rows {
		if r.ID == id {
			continue
		}
		other, err := a.Briefing(ctx, r.ID)
		if err != nil {
			return Progress{}, err
		}
		shared := both(mine, standing(other))
		if len(shared) < 2 && !(len(mine) == 1 && len(shared) == 1) {
			continue
		}
		// Of several the one about the latest day up to this one's; of one day
		// the one changed last, which the list has first.
		if d := dayOf(other); d <= dayOf(b) && (p.Last.ID == "" || d > day) {
			p.Last, p.Sides, last, day = r, shared, other, d
		}
	}
	if p.Last.ID == "" {
		return p, fmt.Errorf("an earlier briefing on the same sides as %s: %w", id, briefing.ErrNotFound)
	}
	p.compare(b, last)
	return p, nil
}

func (p *Progress) compare(b, last briefing.Briefing) {
	for _, kind := range steps {
		before := onPage(last.Section(kind))
		met := make([]bool, len(before))
		for _, l := range onPage(b.Section(kind)) {
			i := slices.IndexFunc(before, func(o briefing.Line) bool { return compose.SameWords(o.Text, l.Text) })
			if i < 0 {
				p.New = append(p.New, Step{Section: kind, Line: l})
				continue
			}
			met[i] = true
			p.Repeated = append(p.Repeated, Step{Section: kind, Line: l, Before: &before[i], Changed: before[i].Mode != l.Mode})
		}
		for i, l := range before {
			if !met[i] {
				p.Dropped = append(p.Dropped, Step{Section: kind, Line: l})
			}
		}
	}
}

func onPage(s briefing.Section) []briefing.Line {
	return slices.DeleteFunc(slices.Clone(s.Lines), func(l briefing.Line) bool { return !l.OnPage() })
}

// standing returns the sides of a briefing: of its headline, its delegations and
// its agreements.
func standing(b briefing.Briefing) []string {
	var sides []string
	if title, ok := b.Labelled(briefing.TitleLabel); ok {
		sides = union(sides, title.Parties)
	}
	for _, l := range onPage(b.Section(briefing.DelegationsSection)) {
		if l.Side != "" {
			sides = union(sides, []string{l.Side})
		}
	}
	for _, l := range onPage(b.Section(briefing.AgreementsSection)) {
		sides = union(sides, l.Parties)
	}
	return sides
}

func both(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(s string) bool { return !slices.Contains(b, s) })
}

// dayOf is the day of the newest article of a briefing, "" if none is known.
func dayOf(b briefing.Briefing) (day string) {
	for _, r := range b.Articles {
		day = max(day, r.Published.String())
	}
	return day
}
