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

// The kinds of rows of the journal.
const (
	kindEdit = "edit"
	kindUndo = "undo"
	kindRedo = "redo"
)

// Check says whether a briefing may be kept as an edit leaves it. It must not
// write to the library.
type Check func(before, after briefing.Briefing) error

// Do applies an edit to a briefing, and writes the edit, its inverse and the
// result in one transaction, with what the edit says is to be learnt. If the
// edit cannot be applied or check, which may be nil, refuses the result,
// nothing is changed; nor if all is as the edit wants it.
func (l *Library) Do(ctx context.Context, id briefing.BriefingID, e briefing.Edit, check Check) (briefing.Briefing, error) {
	var after briefing.Briefing
	err := l.write(ctx, "save edit", func(tx *sql.Tx) error {
		d, err := openDesk(ctx, tx, id)
		if err != nil {
			return err
		}
		// Applied as the journal will replay it: from its JSON.
		edit, err := encode(e)
		if err != nil {
			return err
		}
		e = briefing.Edit{}
		if err := json.Unmarshal([]byte(edit), &e); err != nil {
			return err
		}
		if err := lessons(ctx, tx, &e); err != nil {
			return err
		}
		if edit, err = encode(e); err != nil {
			return err
		}
		before := d.b
		var back briefing.Edit
		if d.b, back, err = briefing.Apply(before, e); err != nil {
			return err
		}
		if check != nil {
			if err := check(before, d.b); err != nil {
				return err
			}
		}
		if same, err := changesNothing(e, before, d.b); err != nil || same {
			after = before
			return err
		}
		inverse, err := encode(back)
		if err != nil {
			return err
		}
		seq, err := d.append(ctx, entry{kind: kindEdit, parent: d.top, name: e.Name, edit: edit, inverse: inverse, at: l.now().UnixMilli()})
		if err != nil {
			return err
		}
		d.top = seq
		if err := learn(ctx, tx, e); err != nil {
			return err
		}
		if err := countUses(ctx, tx, before, d.b); err != nil {
			return err
		}
		after, err = d.save(ctx, l.now().UnixMilli(), !slices.EqualFunc(before.Articles, d.b.Articles, sameArticle))
		return err
	})
	return after, err
}

// changesNothing reports whether an edit leaves a briefing as it was, and
// teaches nothing. The journal keeps none such: there is nothing to take back.
func changesNothing(e briefing.Edit, before, after briefing.Briefing) (bool, error) {
	if teaches(e) {
		return false, nil
	}
	was, err := encode(before)
	if err != nil {
		return false, err
	}
	is, err := encode(after)
	return was == is, err
}

func teaches(e briefing.Edit) bool {
	return e.Op == briefing.LearnFix || slices.ContainsFunc(e.Edits, teaches)
}

// Undo takes back the last edit that stands, and returns its name; with none
// it changes nothing and returns "".
func (l *Library) Undo(ctx context.Context, id briefing.BriefingID) (briefing.Briefing, string, error) {
	return l.walk(ctx, id, kindUndo)
}

// Redo does again the edit that was taken back last, and returns its name;
// with none it changes nothing and returns "". After a new edit there is
// nothing to redo.
func (l *Library) Redo(ctx context.Context, id briefing.BriefingID) (briefing.Briefing, string, error) {
	return l.walk(ctx, id, kindRedo)
}

func (l *Library) walk(ctx context.Context, id briefing.BriefingID, kind string) (briefing.Briefing, string, error) {
	var b briefing.Briefing
	var name string
	err := l.write(ctx, kind, func(tx *sql.Tx) error {
		d, err := openDesk(ctx, tx, id)
		if err != nil {
			return err
		}
		var step entry
		if kind == kindUndo {
			step, err = d.entry(ctx, d.top)
		} else {
			step, err = d.child(ctx, d.top)
		}
		if errors.Is(err, sql.ErrNoRows) {
			b = d.b
			return nil
		}
		if err != nil {
			return err
		}
		name = step.name
		if err := d.apply(ctx, step, kind); err != nil {
			return err
		}
		if _, err := d.append(ctx, entry{kind: kind, parent: step.seq, name: step.name, at: l.now().UnixMilli()}); err != nil {
			return err
		}
		d.top = step.seq
		if kind == kindUndo {
			d.top = step.parent
		}
		b, err = d.save(ctx, l.now().UnixMilli(), true)
		return err
	})
	return b, name, err
}

// desk is a briefing in the course of a transaction.
type desk struct {
	tx  *sql.Tx
	n   int64
	top int64
	b   briefing.Briefing
}

// entry is one row of the journal.
type entry struct {
	seq, parent   int64
	kind, name    string
	edit, inverse string
	at            int64
}

func openDesk(ctx context.Context, tx *sql.Tx, id briefing.BriefingID) (*desk, error) {
	d := &desk{tx: tx}
	var state string
	err := tx.QueryRowContext(ctx, "SELECT n, top, state FROM briefings WHERE id = ?", id).Scan(&d.n, &d.top, &state)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("briefing %s: %w", id, briefing.ErrNotFound)
	}
	if err == nil {
		d.b, err = decode(state)
	}
	return d, err
}

const entryColumns = "seq, parent, kind, name, edit, inverse, at"

func (e *entry) fields() []any {
	return []any{&e.seq, &e.parent, &e.kind, &e.name, &e.edit, &e.inverse, &e.at}
}

// entry returns the row with the number, or sql.ErrNoRows.
func (d *desk) entry(ctx context.Context, seq int64) (e entry, err error) {
	err = d.tx.QueryRowContext(ctx, "SELECT "+entryColumns+" FROM journal WHERE briefing = ? AND seq = ?", d.n, seq).Scan(e.fields()...)
	return e, err
}

// child returns the edit to be redone at seq, or sql.ErrNoRows. Of several
// that were made there it is the last: the others were undone before it was
// made.
//
//	1 ── 2 ── 3      edits 1, 2, 3; undo, undo; edit 4; undo:
//	└─── 4           now at 1, and redo leads to 4
func (d *desk) child(ctx context.Context, seq int64) (e entry, err error) {
	err = d.tx.QueryRowContext(ctx, "SELECT "+entryColumns+" FROM journal WHERE briefing = ? AND kind = 'edit' AND parent = ? ORDER BY seq DESC LIMIT 1", d.n, seq).Scan(e.fields()...)
	return e, err
}

// append adds a row to the journal and returns its number.
func (d *desk) append(ctx context.Context, e entry) (int64, error) {
	err := d.tx.QueryRowContext(ctx, `INSERT INTO journal (briefing, seq, kind, parent, name, edit, inverse, at)
		SELECT ?1, coalesce(max(seq), 0) + 1, ?2, ?3, ?4, ?5, ?6, ?7 FROM journal WHERE briefing = ?1 RETURNING seq`,
		d.n, e.kind, e.parent, e.name, e.edit, e.inverse, e.at).Scan(&e.seq)
	return e.seq, err
}

// apply does what a row of the kind does with the edit of step.
func (d *desk) apply(ctx context.Context, step entry, kind string) (err error) {
	edit, err := step.does(kind)
	if err != nil {
		return err
	}
	if err := learn(ctx, d.tx, edit); err != nil {
		return err
	}
	d.b, err = step.apply(d.b, kind)
	return err
}

// does is the edit that a row of the kind makes.
func (e entry) does(kind string) (edit briefing.Edit, err error) {
	text := e.edit
	if kind == kindUndo {
		text = e.inverse
	}
	if err := json.Unmarshal([]byte(text), &edit); err != nil {
		return edit, fmt.Errorf("edit %d: %w: %w", e.seq, briefing.ErrDamaged, err)
	}
	return edit, nil
}

func (e entry) apply(b briefing.Briefing, kind string) (briefing.Briefing, error) {
	edit, err := e.does(kind)
	if err != nil {
		return b, err
	}
	after, _, err := briefing.Apply(b, edit)
	if err != nil {
		return b, fmt.Errorf("%s edit %d: %w", kind, e.seq, err)
	}
	return after, nil
}

// save writes the briefing, and returns it as it will be read.
func (d *desk) save(ctx context.Context, at int64, articles bool) (briefing.Briefing, error) {
	state, err := encode(d.b)
	if err != nil {
		return briefing.Briefing{}, err
	}
	reviewed, lines := d.b.Progress()
	_, err = d.tx.ExecContext(ctx, "UPDATE briefings SET state = ?, top = ?, title = ?, articles = ?, reviewed = ?, lines = ?, saved_at = ? WHERE n = ?",
		state, d.top, d.b.Title(), len(d.b.Articles), reviewed, lines, at, d.n)
	if err != nil {
		return briefing.Briefing{}, err
	}
	if articles {
		if err := setUses(ctx, d.tx, d.n, d.b); err != nil {
			return briefing.Briefing{}, err
		}
	}
	return decode(state)
}

func sameArticle(a, b briefing.ArticleRef) bool { return a.ID == b.ID }
