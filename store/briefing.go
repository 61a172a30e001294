package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"example.org/attache/briefing"
)

// BriefingRow is a briefing as lists show it.
type BriefingRow struct {
	ID        briefing.BriefingID `json:"id"`
	Title     string              `json:"title"`
	CreatedAt time.Time           `json:"created_at"`
	SavedAt   time.Time           `json:"saved_at"`
	Articles  int                 `json:"articles"`
	Reviewed  int                 `json:"reviewed"`
	Lines     int                 `json:"lines"`
	Sample    bool                `json:"sample"`
}

// Create keeps a new briefing and gives it an id, which is returned with it.
// Its journal begins empty.
func (l *Library) Create(ctx context.Context, b briefing.Briefing, sample bool) (briefing.Briefing, error) {
	err := l.write(ctx, "save briefing", func(tx *sql.Tx) error {
		var n int64
		if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(n), 0) + 1 FROM briefings").Scan(&n); err != nil {
			return err
		}
		b.ID = briefing.BriefingID(fmt.Sprintf("b%d", n))
		state, err := encode(b)
		if err != nil {
			return err
		}
		reviewed, lines := b.Progress()
		at := l.now().UnixMilli()
		_, err = tx.ExecContext(ctx, `INSERT INTO briefings (n, id, drafted, state, title, articles, reviewed, lines, sample, created_at, saved_at)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, n, b.ID, state, state, b.Title(), len(b.Articles), reviewed, lines, sample, at, at)
		if err != nil {
			return err
		}
		if err := setUses(ctx, tx, n, b); err != nil {
			return err
		}
		if err := countUses(ctx, tx, briefing.Briefing{}, b); err != nil {
			return err
		}
		b, err = decode(state) // as it will be read
		return err
	})
	return b, err
}

// Briefing returns the briefing with the id, also if it is removed, or
// briefing.ErrNotFound.
func (l *Library) Briefing(ctx context.Context, id briefing.BriefingID) (briefing.Briefing, error) {
	var state string
	err := l.reader.QueryRowContext(ctx, "SELECT state FROM briefings WHERE id = ?", id).Scan(&state)
	if errors.Is(err, sql.ErrNoRows) {
		return briefing.Briefing{}, fmt.Errorf("briefing %s: %w", id, briefing.ErrNotFound)
	}
	if err != nil {
		return briefing.Briefing{}, explain("read briefing", err)
	}
	return decode(state)
}

// Briefings returns the briefings that are not removed, the one changed last
// first.
func (l *Library) Briefings(ctx context.Context) ([]BriefingRow, error) {
	rows, err := l.reader.QueryContext(ctx, `SELECT id, title, created_at, saved_at, articles, reviewed, lines, sample
		FROM briefings WHERE removed = 0 ORDER BY saved_at DESC, n DESC`)
	if err != nil {
		return nil, explain("list briefings", err)
	}
	defer rows.Close()
	var all []BriefingRow
	for rows.Next() {
		var r BriefingRow
		var created, saved int64
		if err := rows.Scan(&r.ID, &r.Title, &created, &saved, &r.Articles, &r.Reviewed, &r.Lines, &r.Sample); err != nil {
			return nil, explain("list briefings", err)
		}
		r.CreatedAt, r.SavedAt = millis(created), millis(saved)
		all = append(all, r)
	}
	return all, explain("list briefings", rows.Err())
}

// SetBriefingRemoved takes a briefing off the list, or puts it back. Nothing
// is erased.
func (l *Library) SetBriefingRemoved(ctx context.Context, id briefing.BriefingID, removed bool) error {
	return l.write(ctx, "remove briefing", func(tx *sql.Tx) error {
		var n int64
		var state string
		err := tx.QueryRowContext(ctx, "SELECT n, state FROM briefings WHERE id = ?", id).Scan(&n, &state)
		if errors.Is(err, sql.ErrNoRows) {
			return fmt.Errorf("briefing %s: %w", id, briefing.ErrNotFound)
		}
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "UPDATE briefings SET removed = ? WHERE n = ?", removed, n); err != nil {
			return err
		}
		var b briefing.Briefing
		if !removed {
			if b, err = decode(state); err != nil {
				return err
			}
		}
		return setUses(ctx, tx, n, b)
	})
}

// setUses notes which articles a briefing rests on.
func setUses(ctx context.Context, tx *sql.Tx, n int64, b briefing.Briefing) error {
	if _, err := tx.ExecContext(ctx, "DELETE FROM uses WHERE briefing = ?", n); err != nil {
		return err
	}
	for _, a := range b.Articles {
		_, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO uses (article, briefing) SELECT n, ? FROM articles WHERE id = ?", n, a.ID)
		if err != nil {
			return err
		}
	}
	return nil
}

func encode(v any) (string, error) {
	b, err := json.Marshal(v)
	return string(b), err
}

func decode(state string) (briefing.Briefing, error) {
	var b briefing.Briefing
	if err := json.Unmarshal([]byte(state), &b); err != nil {
		return b, fmt.Errorf("read briefing: %w: %w", briefing.ErrDamaged, err)
	}
	return b, nil
}
