package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"slices"

	"example.org/attache/briefing"
)

// Every mark of a fingerprint has a row with the numbers of the articles that
// have it. A mark that many have, of a footer or a formula, tells nothing more
// of the next one: its row ends at mostMarked, or every article would become a
// candidate of every other.
const (
	mostMarked = 100 // articles in a row of a mark
	markedSize = 4   // bytes of an article's number
)

// keyOfMark shortens a mark: fingerprints are the least of all hashes, so
// their upper bits say little. Of ten million marks fifty share a key.
func keyOfMark(mark uint64) int64 { return int64(mark & (1<<40 - 1)) }

func keysOfMarks(fingerprint []uint64) (string, error) {
	keys := make([]int64, len(fingerprint))
	for i, m := range fingerprint {
		keys[i] = keyOfMark(m)
	}
	slices.Sort(keys)
	b, err := json.Marshal(slices.Compact(keys))
	return string(b), err
}

// marked is an article, by number, and its fingerprint.
type marked struct {
	n           int64
	fingerprint []uint64
}

// batchBits are the bits of an article's place in a batch.
const batchBits = 20

// addMarks adds the marks of articles, all in the order of the table: marks
// are spread over all of it, and each page of it is to be written once for
// many articles.
func addMarks(ctx context.Context, tx executor, all []marked) error {
	var keys []int64 // a mark and the place of its article
	var numbers []byte
	for i, a := range all {
		numbers = binary.LittleEndian.AppendUint32(numbers, uint32(a.n))
		for _, m := range a.fingerprint {
			keys = append(keys, keyOfMark(m)<<batchBits|int64(i))
		}
	}
	if len(keys) == 0 {
		return nil
	}
	slices.Sort(keys)
	list, err := json.Marshal(slices.Compact(keys))
	if err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO marks (mark, articles)
		SELECT value >> ?1, CAST(substr(?2, (value & ((1 << ?1) - 1)) * 4 + 1, 4) AS BLOB) FROM json_each(?3) WHERE true
		ON CONFLICT (mark) DO UPDATE SET articles = CAST(articles || excluded.articles AS BLOB) WHERE length(articles) < ?4`,
		batchBits, numbers, string(list), mostMarked*markedSize)
	return err
}

// Candidate is an article that may share text with another.
type Candidate struct {
	Article briefing.ArticleID
	Common  int // marks in common
}

// Candidates returns the articles, removed ones apart, that have most marks in
// common with a fingerprint: the most alike first, of equal ones the one saved
// first. A mark that more than 100 articles have counts for the first 100.
// Whether they share text is for the caller to find out.
func (l *Library) Candidates(ctx context.Context, fingerprint []uint64, limit int) ([]Candidate, error) {
	if len(fingerprint) == 0 {
		return nil, nil
	}
	counts, err := l.sharing(ctx, fingerprint)
	if err != nil {
		return nil, explain("find articles that share text", err)
	}
	type count struct {
		n      uint32
		common int
	}
	all := make([]count, 0, len(counts))
	for n, common := range counts {
		all = append(all, count{n, common})
	}
	slices.SortFunc(all, func(x, y count) int { return cmp.Or(cmp.Compare(y.common, x.common), cmp.Compare(x.n, y.n)) })
	var best []Candidate
	for _, c := range all {
		if len(best) == limit {
			break
		}
		var id briefing.ArticleID
		var removed bool
		if err := l.reader.QueryRowContext(ctx, "SELECT id, removed FROM articles WHERE n = ?", c.n).Scan(&id, &removed); err != nil {
			return nil, explain("find articles that share text", err)
		}
		if !removed {
			best = append(best, Candidate{id, c.common})
		}
	}
	return best, nil
}

// sharing counts the marks that articles, by number, share with a fingerprint.
func (l *Library) sharing(ctx context.Context, fingerprint []uint64) (map[uint32]int, error) {
	keys, err := keysOfMarks(fingerprint)
	if err != nil {
		return nil, err
	}
	rows, err := l.reader.QueryContext(ctx, "SELECT m.articles FROM json_each(?) j CROSS JOIN marks m ON m.mark = j.value", keys)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	counts := map[uint32]int{}
	for rows.Next() {
		var articles sql.RawBytes
		if err := rows.Scan(&articles); err != nil {
			return nil, err
		}
		for ; len(articles) >= markedSize; articles = articles[markedSize:] {
			counts[binary.LittleEndian.Uint32(articles)]++
		}
	}
	return counts, rows.Err()
}
