package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"encoding/json"

	"example.org/attache/briefing"
)

// bringOver is the part of migration 4 that is not SQL: it packs texts and
// originals and gathers the marks.
func bringOver(ctx context.Context, tx *sql.Tx) error {
	if err := eachNumber(ctx, tx, "SELECT n FROM plain_texts ORDER BY n", func(n int64) error { return bringArticle(ctx, tx, n) }); err != nil {
		return err
	}
	if err := bringMarks(ctx, tx); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, "DROP TABLE plain_originals; DROP TABLE plain_texts; DROP TABLE fingerprints")
	return err
}

func bringArticle(ctx context.Context, tx *sql.Tx, n int64) error {
	var text, known string
	var original []byte
	err := tx.QueryRowContext(ctx, "SELECT t.text, t.paragraphs, o.gzip FROM plain_texts t LEFT JOIN plain_originals o ON o.n = t.n WHERE t.n = ?", n).
		Scan(&text, &known, &original)
	if err != nil {
		return err
	}
	if original != nil {
		if original, err = unpack(original); err != nil {
			return err
		}
	}
	words, file, err := packed(text, original)
	if err != nil {
		return err
	}
	var list []briefing.Paragraph
	if err := json.Unmarshal([]byte(known), &list); err != nil {
		return err
	}
	paragraphs, err := packParagraphs(list)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, "INSERT INTO texts (n, packed, paragraphs, source, given) SELECT n, ?, ?, source, given FROM plain_texts WHERE n = ?", words, paragraphs, n); err != nil {
		return err
	}
	if file != nil {
		_, err = tx.ExecContext(ctx, "INSERT INTO originals (n, packed) VALUES (?, ?)", n, file)
	}
	return err
}

// indexAnew is the part of migration 5 that is not SQL: it folds every article
// into the index as words are folded now.
func indexAnew(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, "INSERT INTO search (search) VALUES ('delete-all')"); err != nil {
		return err
	}
	p := prepare(tx)
	return eachNumber(ctx, tx, "SELECT n FROM articles WHERE removed = 0 ORDER BY n", func(n int64) error { return reindex(ctx, p, n) })
}

// leaveOutFurniture is the part of migration 7 that is not SQL.
func leaveOutFurniture(ctx context.Context, tx *sql.Tx) error {
	if err := eachNumber(ctx, tx, "SELECT n FROM articles ORDER BY n", func(n int64) error { return countWords(ctx, tx, n) }); err != nil {
		return err
	}
	return indexAnew(ctx, tx)
}

// bringMarks gathers the articles of each mark. Shortened, a mark may meet
// another: the row takes both.
func bringMarks(ctx context.Context, tx *sql.Tx) error {
	rows, err := tx.QueryContext(ctx, "SELECT mark, article FROM fingerprints ORDER BY mark, article")
	if err != nil {
		return err
	}
	defer rows.Close()
	gathered := map[int64][]byte{}
	for rows.Next() {
		var mark, article int64
		if err := rows.Scan(&mark, &article); err != nil {
			return err
		}
		key := keyOfMark(uint64(mark))
		if len(gathered[key]) < mostMarked*markedSize {
			gathered[key] = binary.LittleEndian.AppendUint32(gathered[key], uint32(article))
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for mark, articles := range gathered {
		if _, err := tx.ExecContext(ctx, "INSERT INTO marks (mark, articles) VALUES (?, ?)", mark, articles); err != nil {
			return err
		}
	}
	return nil
}

// eachNumber does something for each number that a query gives. They are all
// read before the first, so that what is done may ask the same connection.
func eachNumber(ctx context.Context, tx *sql.Tx, query string, do func(n int64) error) error {
	rows, err := tx.QueryContext(ctx, query)
	all, err := collect[int64](rows, err, "upgrade")
	if err != nil {
		return err
	}
	for _, n := range all {
		if err := do(n); err != nil {
			return err
		}
	}
	return nil
}
