package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"example.org/attache/briefing"
)

// History is what was done to a briefing.
type History struct {
	// Undo and Redo are the names of the next edits to undo and redo; "" if
	// there is none.
	Undo    string         `json:"undo"`
	Redo    string         `json:"redo"`
	Entries []HistoryEntry `json:"entries"`
}

// HistoryEntry is one edit of a briefing. An undone edit stays in the list.
type HistoryEntry struct {
	Seq    int64             `json:"seq"` // rising
	Name   string            `json:"name"`
	At     time.Time         `json:"at"`
	Lines  []briefing.LineID `json:"lines"`  // lines it touched, each once, in the order of the edit
	Undone bool              `json:"undone"` // taken back, and not done again
}

// LineVersion is a line as one edit left it.
type LineVersion struct {
	Seq  int64         `json:"seq"` // 0 is the line as drafted
	Name string        `json:"name"`
	At   time.Time     `json:"at"`
	Line briefing.Line `json:"line"`
}

// journal is the whole journal of a briefing.
type journal struct {
	drafted, state string
	created        int64
	top            int64
	entries        []entry
}

// History returns what was done to a briefing, oldest first.
func (l *Library) History(ctx context.Context, id briefing.BriefingID) (History, error) {
	j, err := l.readJournal(ctx, id)
	if err != nil {
		return History{}, err
	}
	var h History
	standing := map[int64]bool{}
	for _, e := range j.standing() {
		standing[e.seq] = true
		h.Undo = e.name
	}
	for _, e := range j.entries {
		if e.kind != kindEdit {
			continue
		}
		if e.parent == j.top {
			h.Redo = e.name
		}
		var edit briefing.Edit
		if err := json.Unmarshal([]byte(e.edit), &edit); err != nil {
			return History{}, fmt.Errorf("edit %d: %w: %w", e.seq, briefing.ErrDamaged, err)
		}
		h.Entries = append(h.Entries, HistoryEntry{Seq: e.seq, Name: e.name, At: millis(e.at), Lines: touched(edit, nil), Undone: !standing[e.seq]})
	}
	return h, nil
}

// LineHistory returns the versions of a line that led to how it is now,
// oldest first. It is briefing.ErrNotFound if the briefing never had it.
func (l *Library) LineHistory(ctx context.Context, id briefing.BriefingID, line briefing.LineID) ([]LineVersion, error) {
	j, err := l.readJournal(ctx, id)
	if err != nil {
		return nil, err
	}
	b, err := decode(j.drafted)
	if err != nil {
		return nil, err
	}
	var versions []LineVersion
	last := ""
	note := func(e entry) error {
		now, _, _, ok := b.Find(line)
		if !ok {
			return nil
		}
		text, err := encode(now)
		if err == nil && text != last {
			last = text
			versions = append(versions, LineVersion{Seq: e.seq, Name: e.name, At: millis(e.at), Line: now})
		}
		return err
	}
	if err := note(entry{at: j.created}); err != nil {
		return nil, err
	}
	for _, e := range j.standing() {
		if b, err = e.apply(b, kindRedo); err == nil {
			err = note(e)
		}
		if err != nil {
			return nil, fmt.Errorf("history of line %s: %w", line, err)
		}
	}
	if len(versions) == 0 {
		return nil, fmt.Errorf("line %s: %w", line, briefing.ErrNotFound)
	}
	return versions, nil
}

func (l *Library) readJournal(ctx context.Context, id briefing.BriefingID) (j journal, err error) {
	tx, err := l.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true}) // state and journal of one moment
	if err != nil {
		return j, explain("read history", err)
	}
	defer tx.Rollback()
	var n int64
	err = tx.QueryRowContext(ctx, "SELECT n, drafted, state, created_at, top FROM briefings WHERE id = ?", id).Scan(&n, &j.drafted, &j.state, &j.created, &j.top)
	if errors.Is(err, sql.ErrNoRows) {
		return j, fmt.Errorf("briefing %s: %w", id, briefing.ErrNotFound)
	}
	if err != nil {
		return j, explain("read history", err)
	}
	rows, err := tx.QueryContext(ctx, "SELECT "+entryColumns+" FROM journal WHERE briefing = ? ORDER BY seq", n)
	if err != nil {
		return j, explain("read history", err)
	}
	defer rows.Close()
	for rows.Next() {
		var e entry
		if err := rows.Scan(e.fields()...); err != nil {
			return j, explain("read history", err)
		}
		j.entries = append(j.entries, e)
	}
	return j, explain("read history", rows.Err())
}

// standing returns the edits that lead from the draft to the present.
func (j journal) standing() []entry {
	var chain []entry
	for seq := j.top; seq > 0; {
		e, ok := j.entry(seq)
		if !ok || e.parent >= seq {
			break // damaged; Doctor says so
		}
		chain = append(chain, e)
		seq = e.parent
	}
	slices.Reverse(chain)
	return chain
}

func (j journal) entry(seq int64) (entry, bool) {
	i, ok := slices.BinarySearchFunc(j.entries, seq, func(e entry, seq int64) int { return int(e.seq - seq) })
	if !ok {
		return entry{}, false
	}
	return j.entries[i], true
}

// replay does everything in the journal over again, as it was done, and
// reports whether that gives the present state, byte for byte.
func (j journal) replay() error {
	b, err := decode(j.drafted)
	if err != nil {
		return err
	}
	top := int64(0)
	for _, e := range j.entries {
		step := e
		if e.kind != kindEdit {
			var ok bool
			if step, ok = j.entry(e.parent); !ok || step.kind != kindEdit {
				return fmt.Errorf("entry %d: %w: it leads to no edit", e.seq, briefing.ErrDamaged)
			}
		}
		if b, err = step.apply(b, e.kind); err != nil {
			return err
		}
		top = step.seq
		if e.kind == kindUndo {
			top = step.parent
		}
	}
	state, err := encode(b)
	if err != nil {
		return err
	}
	if state != j.state || top != j.top {
		return fmt.Errorf("the journal leads to another state than the one saved: %w", briefing.ErrDamaged)
	}
	return nil
}

// touched adds the lines that an edit is about.
func touched(e briefing.Edit, ids []briefing.LineID) []briefing.LineID {
	add := func(id briefing.LineID) {
		if id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	add(e.Target)
	if e.Line != nil {
		add(e.Line.ID)
	}
	for _, step := range e.Edits {
		ids = touched(step, ids)
	}
	return ids
}
