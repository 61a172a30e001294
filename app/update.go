package app

import (
	"context"
	"encoding/json"
	"fmt"

	"example.org/attache/briefing"
	"example.org/attache/briefing/compose"
)

// Plan is what an update of a briefing would do: shown before it is done.
type Plan struct {
	compose.Plan
	base string // the briefing it was made for, as JSON
}

// Gain is further evidence for a line.
type Gain = compose.Gain

// Rewording is a line and what the findings would word it as now.
type Rewording = compose.Rewording

// UpdatePlan plans the update of a briefing to its articles as they are now,
// and to further ones. Lines that the analyst settled are never changed.
func (a *App) UpdatePlan(ctx context.Context, id briefing.BriefingID, add []briefing.ArticleID) (Plan, error) {
	b, err := a.Briefing(ctx, id)
	if err != nil {
		return Plan{}, err
	}
	var ids []briefing.ArticleID
	for _, r := range b.Articles {
		ids = append(ids, r.ID)
	}
	inputs, err := a.inputs(ctx, append(ids, add...))
	if err != nil {
		return Plan{}, err
	}
	base, err := json.Marshal(b)
	if err != nil {
		return Plan{}, err
	}
	p := compose.Update(b, inputs...)
	if p.Edit, err = a.allowed(ctx, b, p.Edit); err != nil {
		return Plan{}, err
	}
	return Plan{p, string(base)}, nil
}

// allowed leaves out of a batch the edits that the referee would refuse: a
// rule's mistake in one line is not to keep the others away.
func (a *App) allowed(ctx context.Context, b briefing.Briefing, e briefing.Edit) (briefing.Edit, error) {
	check := a.referee(ctx)
	after, _, err := briefing.Apply(b, e)
	if err == nil {
		err = check(b, after)
	}
	if err == nil {
		return e, nil
	}
	kept := e
	kept.Edits = nil
	for _, step := range e.Edits {
		after, _, err := briefing.Apply(b, step)
		if err != nil || check(b, after) != nil {
			continue
		}
		b = after
		kept.Edits = append(kept.Edits, step)
	}
	return kept, ctx.Err()
}

// Update does what was planned, as one edit. If the briefing has been changed
// since, it fails with briefing.ErrConflict and changes nothing.
func (a *App) Update(ctx context.Context, id briefing.BriefingID, p Plan) (briefing.Briefing, error) {
	b, err := a.Briefing(ctx, id)
	if err != nil || len(p.Edit.Edits) == 0 {
		return b, err
	}
	return a.do(ctx, id, p.Edit, func(before briefing.Briefing) error {
		now, err := json.Marshal(before)
		if err == nil && string(now) != p.base {
			err = fmt.Errorf("update briefing %s: it was changed since the update was planned: %w", id, briefing.ErrConflict)
		}
		return err
	})
}
