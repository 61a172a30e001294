package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"example.org/attache/briefing"
)

func addMarks(ctx context.Context, tx *sql.Tx, n int64, fingerprint []uint64) error {
	if len(fingerprint) == 0 {
		return nil
	}
	marks, err := marksJSON(fingerprint)
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, "INSERT OR IGNORE INTO fingerprints (mark, article) SELECT value, ? FROM json_each(?)", n, marks)
	return err
}

// Candidate is an article that may share text with another.
type Candidate struct {
	Article briefing.ArticleID
	Common  int // marks in common
}

// Candidates returns the articles, removed ones apart, that have most marks in
// common with a fingerprint: the most alike first, of equal ones the one saved
// first. Whether they share text is for the caller to find out.
func (l *Library) Candidates(ctx context.Context, fingerprint []uint64, limit int) ([]Candidate, error) {
	if len(fingerprint) == 0 {
		return nil, nil
	}
	marks, err := marksJSON(fingerprint)
	if err != nil {
		return nil, err
	}
	rows, err := l.reader.QueryContext(ctx, `SELECT a.id, c.common FROM
			(SELECT f.article AS n, count(*) AS common FROM json_each(?) m CROSS JOIN fingerprints f ON f.mark = m.value GROUP BY f.article) c
		JOIN articles a ON a.n = c.n
		WHERE a.removed = 0
		ORDER BY c.common DESC, a.n LIMIT ?`, marks, limit)
	if err != nil {
		return nil, explain("find articles that share text", err)
	}
	defer rows.Close()
	var all []Candidate
	for rows.Next() {
		var c Candidate
		if err := rows.Scan(&c.Article, &c.Common); err != nil {
			return nil, explain("find articles that share text", err)
		}
		all = append(all, c)
	}
	return all, explain("find articles that share text", rows.Err())
}

// marksJSON writes marks as SQLite holds them: as signed integers.
func marksJSON(fingerprint []uint64) (string, error) {
	signed := make([]int64, len(fingerprint))
	for i, m := range fingerprint {
		signed[i] = int64(m)
	}
	b, err := json.Marshal(signed)
	return string(b), err
}
