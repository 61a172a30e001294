package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"

	"example.org/attache/briefing"
)

// Fact is one thing that the rules found in an article.
type Fact struct {
	Article  briefing.ArticleID
	Kind     FactKind
	Day      string   // ISO 8601 as far as known: of the meeting, or of the article; "" if neither is
	Who      string   // person, speaker or holder
	Role     string   // office, status or mode
	Sides    []string // as briefing.Delegation.Side
	Meeting  int      // index into Findings.Meetings; -1 for none
	Text     string
	Evidence []briefing.Span
	Rule     briefing.RuleID
	// Of the article, as it is now; set by Facts.
	Title, Outlet, File string
	Published           briefing.Date
}

// FactWords are the words by which an article is found for its facts, each a
// name or a wording.
type FactWords struct{ Side, Person, Agreed, Speaker, Topic []string }

// FactReading is what one article says.
type FactReading struct {
	Article briefing.ArticleID
	Facts   []Fact
	Words   FactWords
}

// Unread returns articles, at most limit, whose facts the program has not read,
// the last added first, and how many there are in all.
func (l *Library) Unread(ctx context.Context, program string, limit int) ([]briefing.ArticleID, int, error) {
	const of = " FROM articles a LEFT JOIN readings r ON r.n = a.n WHERE a.removed = 0 AND r.program IS NOT ?"
	var total int
	if err := l.reader.QueryRowContext(ctx, "SELECT count(*)"+of, program).Scan(&total); err != nil {
		return nil, 0, explain("read facts", err)
	}
	if total == 0 || limit == 0 {
		return nil, total, nil
	}
	rows, err := l.reader.QueryContext(ctx, "SELECT a.id"+of+" ORDER BY a.n DESC LIMIT ?", program, limit)
	ids, err := collect[briefing.ArticleID](rows, err, "read facts")
	return ids, total, err
}

// KeepFacts keeps what a program read in articles, in place of what was kept of
// them before.
func (l *Library) KeepFacts(ctx context.Context, program string, all []FactReading) error {
	return l.write(ctx, "keep facts", func(tx *sql.Tx) error {
		known := &terms{tx, map[string]Term{}}
		for _, r := range all {
			n, _, err := articleNumber(ctx, tx, r.Article)
			if err != nil {
				return err
			}
			if err := keepFacts(ctx, known, n, program, r); err != nil {
				return err
			}
		}
		return nil
	})
}

func keepFacts(ctx context.Context, known *terms, n int64, program string, r FactReading) error {
	tx := known.tx
	if err := forgetFacts(ctx, tx, n); err != nil {
		return err
	}
	kinds := int64(0)
	for _, f := range r.Facts {
		place := kindNamed(string(f.Kind))
		if place < 0 {
			return fmt.Errorf("fact of kind %q: %w", f.Kind, briefing.ErrUnsupported)
		}
		kinds |= 1 << place
		sides, err := json.Marshal(f.Sides)
		if err != nil {
			return err
		}
		evidence, err := json.Marshal(f.Evidence)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO facts (article, kind, day, who, role, sides, meeting, text, evidence, rule)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, n, f.Kind, f.Day, f.Who, f.Role, string(sides), f.Meeting, f.Text, string(evidence), f.Rule); err != nil {
			return err
		}
	}
	w := r.Words
	if _, err := tx.ExecContext(ctx, "INSERT INTO facts_search (rowid, side, person, agreed, speaker, topic) VALUES (?, ?, ?, ?, ?, ?)",
		n, namesFolded(w.Side), namesFolded(w.Person), namesFolded(w.Agreed), namesFolded(w.Speaker), namesFolded(w.Topic)); err != nil {
		return err
	}
	named, err := namingsOf(r.Facts, func(term string) (Term, error) { return known.place(ctx, term) })
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT INTO readings (n, program, kinds, named) VALUES (?, ?, ?, ?)", n, program, kinds, packNamings(named))
	return err
}

// forgetFacts takes away what was read in an article: it is to be read anew.
func forgetFacts(ctx context.Context, tx *sql.Tx, n int64) error {
	for _, from := range []string{"facts WHERE article", "facts_search WHERE rowid", "readings WHERE n"} {
		if _, err := tx.ExecContext(ctx, "DELETE FROM "+from+" = ?", n); err != nil {
			return err
		}
	}
	return nil
}

// namesFolded folds names and wordings for the index, with a mark between any
// two, so that no phrase reaches from one into the next.
func namesFolded(all []string) string {
	var b strings.Builder
	for _, s := range all {
		tokens(s, func(t token) {
			b.WriteString(t.word + " ")
			if t.compound != "" {
				b.WriteString(t.compound + " ")
			}
		})
		b.WriteString(acronymMark + " ")
	}
	return b.String()
}

// FactQuery asks for facts.
type FactQuery struct {
	Kinds []FactKind
	// In are the numbers of articles that may have what is sought; nil is all.
	// Of people and what they say, only facts with one of the names in Who are
	// handed on then; members of the articles' meetings are all.
	In  []int64
	Who []string
}

// Facts hands on the facts asked for of articles that are not removed, oldest
// day first, until each fails.
func (l *Library) Facts(ctx context.Context, q FactQuery, each func(Fact) error) error {
	kinds, err := json.Marshal(q.Kinds)
	if err != nil {
		return err
	}
	among, args := "", []any{string(kinds)}
	if q.In != nil {
		in, err := json.Marshal(q.In)
		if err != nil {
			return err
		}
		who, err := json.Marshal(q.Who)
		if err != nil {
			return err
		}
		among = ` AND f.article IN (SELECT value FROM json_each(?2))
			AND (f.kind IN ('meeting', 'member') OR f.who IN (SELECT value FROM json_each(?3)))`
		args = append(args, string(in), string(who))
	}
	rows, err := l.reader.QueryContext(ctx, `SELECT a.id, f.kind, f.day, f.who, f.role, f.sides, f.meeting, f.text, f.evidence, f.rule,
			a.title, a.outlet, a.file, a.published
		FROM facts f JOIN articles a ON a.n = f.article
		WHERE f.kind IN (SELECT value FROM json_each(?1)) AND a.removed = 0`+among+`
		ORDER BY f.day, a.published, a.id, f.id`, args...)
	if err != nil {
		return explain("read facts", err)
	}
	defer rows.Close()
	for rows.Next() {
		var f Fact
		var sides, evidence, published string
		if err := rows.Scan(&f.Article, &f.Kind, &f.Day, &f.Who, &f.Role, &sides, &f.Meeting, &f.Text, &evidence, &f.Rule,
			&f.Title, &f.Outlet, &f.File, &published); err != nil {
			return explain("read facts", err)
		}
		f.Published, _ = briefing.ParseISODate(published) // written from a Date
		err := readSides(sides, &f.Sides)
		if err == nil {
			err = json.Unmarshal([]byte(evidence), &f.Evidence)
		}
		if err != nil {
			return fmt.Errorf("read facts: %w: %w", briefing.ErrDamaged, err)
		}
		if err := each(f); err != nil {
			return err
		}
	}
	return explain("read facts", rows.Err())
}
