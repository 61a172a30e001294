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
	// freshArticles is after how many articles their marks go from the table of
	// fresh ones to that of all. What it costs to change all of a large table
	// is shared by as many; a table of fresh ones stays in memory.
	freshArticles = 4096
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

// addMarks adds the marks of articles to the fresh ones, all in the order of
// the table: each page of it is to be written once for many articles.
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
	_, err = tx.ExecContext(ctx, `INSERT INTO fresh_marks (mark, articles)
		SELECT value >> ?1, CAST(substr(?2, (value & ((1 << ?1) - 1)) * 4 + 1, 4) AS BLOB) FROM json_each(?3) WHERE true
		ON CONFLICT (mark) DO UPDATE SET articles = CAST(articles || excluded.articles AS BLOB) WHERE length(articles) < ?4`,
		batchBits, numbers, string(list), mostMarked*markedSize)
	if first, last := all[0].n, all[len(all)-1].n; err == nil && first/freshArticles < (last+1)/freshArticles {
		err = settleMarks(ctx, tx)
	}
	return err
}

// settleMarks puts the fresh marks with all others.
func settleMarks(ctx context.Context, tx executor) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO marks (mark, articles) SELECT mark, articles FROM fresh_marks WHERE true ORDER BY mark
		ON CONFLICT (mark) DO UPDATE SET articles = substr(CAST(articles || excluded.articles AS BLOB), 1, ?1) WHERE length(articles) < ?1`,
		mostMarked*markedSize)
	if err == nil {
		_, err = tx.ExecContext(ctx, "DELETE FROM fresh_marks")
	}
	return err
}

// Candidate is an article that may share text with another.
type Candidate struct {
	Article briefing.ArticleID
	Common  int // marks in common
	Words   int // of the article
}

// Candidates returns the articles, removed ones apart, that have most marks in
// common with a fingerprint, and at least some: the most alike first, of equal
// ones the one saved first. A mark that more than 100 articles have counts for
// the first 100. Whether they share text is for the caller to find out.
func (l *Library) Candidates(ctx context.Context, fingerprint []uint64, least, limit int) ([]Candidate, error) {
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
	var all []count
	for n, common := range counts {
		if common >= least {
			all = append(all, count{n, common})
		}
	}
	slices.SortFunc(all, func(x, y count) int { return cmp.Or(cmp.Compare(y.common, x.common), cmp.Compare(x.n, y.n)) })
	var best []Candidate
	for _, c := range all {
		if len(best) == limit {
			break
		}
		found := Candidate{Common: c.common}
		var removed bool
		if err := l.askOne(ctx, "SELECT id, words, removed FROM articles WHERE n = ?", c.n).Scan(&found.Article, &found.Words, &removed); err != nil {
			return nil, explain("find articles that share text", err)
		}
		if !removed {
			best = append(best, found)
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
	rows, err := l.ask(ctx, `SELECT m.articles, f.articles FROM json_each(?) j
		LEFT JOIN marks m ON m.mark = j.value LEFT JOIN fresh_marks f ON f.mark = j.value`, keys)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	counts := map[uint32]int{}
	for rows.Next() {
		var articles, fresh sql.RawBytes
		if err := rows.Scan(&articles, &fresh); err != nil {
			return nil, err
		}
		room := mostMarked
		for _, list := range [][]byte{articles, fresh} {
			for ; len(list) >= markedSize && room > 0; list, room = list[markedSize:], room-1 {
				counts[binary.LittleEndian.Uint32(list)]++
			}
		}
	}
	return counts, rows.Err()
}
