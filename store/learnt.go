package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"example.org/attache/briefing"
)

// LearntList is the id of the journal of what is changed in the list of fixes
// itself. It stands for a briefing without lines that no list shows.
const LearntList briefing.BriefingID = "learnt"

// Learnt is a fix and how many briefings it was made in.
type Learnt struct {
	briefing.Fix
	Uses int `json:"uses"`
}

// Learnt returns the fixes, the one learnt first first.
func (l *Library) Learnt(ctx context.Context) ([]Learnt, error) {
	rows, err := l.reader.QueryContext(ctx, "SELECT fix, uses FROM learnt WHERE fix <> '' ORDER BY n")
	if err != nil {
		return nil, explain("list what was learnt", err)
	}
	defer rows.Close()
	var all []Learnt
	for rows.Next() {
		var text string
		var x Learnt
		if err := rows.Scan(&text, &x.Uses); err != nil {
			return nil, explain("list what was learnt", err)
		}
		if err := json.Unmarshal([]byte(text), &x.Fix); err != nil {
			return nil, fmt.Errorf("read fix: %w: %w", briefing.ErrDamaged, err)
		}
		all = append(all, x)
	}
	return all, explain("list what was learnt", rows.Err())
}

// lessons fills in what each step of the kind LearnFix takes the place of, and
// leaves out those that change nothing.
func lessons(ctx context.Context, tx *sql.Tx, e *briefing.Edit) error {
	pending := map[string]*briefing.Fix{} // by steps of the same edit
	return fill(e, func(step *briefing.Edit) (bool, error) {
		key := keyOf(*step)
		was, known := pending[key]
		if !known {
			var err error
			if was, err = learnt(ctx, tx, key); err != nil {
				return false, err
			}
		}
		step.Was, pending[key] = was, step.Fix
		return step.Fix == nil && was == nil || step.Fix != nil && was != nil && sameFix(*step.Fix, *was), nil
	})
}

// fill has f look at every step that learns, and takes out those of a batch
// for which it reports true.
func fill(e *briefing.Edit, f func(*briefing.Edit) (drop bool, err error)) (err error) {
	if e.Op == briefing.LearnFix {
		_, err := f(e)
		return err
	}
	kept := e.Edits[:0]
	for _, step := range e.Edits {
		drop := false
		if step.Op == briefing.LearnFix {
			drop, err = f(&step)
		} else {
			err = fill(&step, f)
		}
		if err != nil {
			return err
		}
		if !drop {
			kept = append(kept, step)
		}
	}
	e.Edits = kept
	return nil
}

func sameFix(a, b briefing.Fix) bool { return a.Key() == b.Key() && a.From == b.From && a.To == b.To }

func keyOf(e briefing.Edit) string {
	if e.Fix != nil {
		return e.Fix.Key()
	}
	return e.Was.Key()
}

func learnt(ctx context.Context, tx *sql.Tx, key string) (*briefing.Fix, error) {
	var text string
	err := tx.QueryRowContext(ctx, "SELECT fix FROM learnt WHERE key = ?", key).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) || err == nil && text == "" {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var f briefing.Fix
	if err := json.Unmarshal([]byte(text), &f); err != nil {
		return nil, fmt.Errorf("read fix: %w: %w", briefing.ErrDamaged, err)
	}
	return &f, nil
}

// learn does to the list what an edit says, in its order.
func learn(ctx context.Context, tx *sql.Tx, e briefing.Edit) error {
	for _, step := range e.Edits {
		if err := learn(ctx, tx, step); err != nil {
			return err
		}
	}
	if e.Op != briefing.LearnFix || e.Fix == nil && e.Was == nil {
		return nil
	}
	if e.Fix == nil {
		_, err := tx.ExecContext(ctx, "UPDATE learnt SET fix = '' WHERE key = ?", e.Was.Key())
		return err
	}
	text, err := encode(e.Fix)
	if err == nil {
		_, err = tx.ExecContext(ctx, "INSERT INTO learnt (key, fix) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET fix = excluded.fix", e.Fix.Key(), text)
	}
	return err
}

// countUses notes which fixes worded lines of b, but for those that worded
// lines of it before.
func countUses(ctx context.Context, tx *sql.Tx, before, b briefing.Briefing) error {
	var keys []string
	for _, l := range before.Lines() {
		keys = append(keys, l.Learnt...)
	}
	for _, l := range b.Lines() {
		for _, key := range l.Learnt {
			if slices.Contains(keys, key) {
				continue
			}
			keys = append(keys, key)
			if _, err := tx.ExecContext(ctx, "UPDATE learnt SET uses = uses + 1 WHERE key = ?", key); err != nil {
				return err
			}
		}
	}
	return nil
}
