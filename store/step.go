package store

import (
	"context"
	"fmt"

	"example.org/attache/briefing"
)

// Step is one edit of a briefing with what it did to each line.
type Step struct {
	HistoryEntry
	Changes []Change
}

// Change is a line before and after an edit. A line that is not there on one
// side has no ID there.
type Change struct {
	Before, After briefing.Line
}

// Steps returns what was done to a briefing with the words before and after,
// oldest first. An edit that was undone is among them, with what it had done.
func (l *Library) Steps(ctx context.Context, id briefing.BriefingID) ([]Step, error) {
	h, err := l.History(ctx, id)
	if err != nil {
		return nil, err
	}
	j, err := l.readJournal(ctx, id)
	if err != nil {
		return nil, err
	}
	drafted, err := decode(j.drafted)
	if err != nil {
		return nil, err
	}
	after := map[int64]briefing.Briefing{0: drafted} // by the edit that led there
	steps := make([]Step, 0, len(h.Entries))
	for _, told := range h.Entries {
		e, ok := j.entry(told.Seq)
		if !ok {
			continue // another edit came between the two readings: told next time
		}
		before, ok := after[e.parent]
		if !ok {
			return nil, fmt.Errorf("edit %d: %w: what it was made on is missing", e.seq, briefing.ErrDamaged)
		}
		now, err := e.apply(before, kindRedo)
		if err != nil {
			return nil, fmt.Errorf("history of briefing %s: %w", id, err)
		}
		after[e.seq] = now
		step := Step{HistoryEntry: told}
		for _, line := range told.Lines {
			var c Change
			c.Before, _, _, _ = before.Find(line)
			c.After, _, _, _ = now.Find(line)
			step.Changes = append(step.Changes, c)
		}
		steps = append(steps, step)
	}
	return steps, nil
}
