package store

import (
	"context"
	"database/sql"
	"strings"

	"example.org/attache/briefing"
)

// TagCount is a tag and the number of articles that have it.
type TagCount struct {
	Tag      string
	Articles int
}

// Tag adds tags to articles and takes others away. Upper and lower case are
// one tag; space around and between words is made single.
func (l *Library) Tag(ctx context.Context, ids []briefing.ArticleID, add, remove []string) error {
	return l.write(ctx, "tag articles", func(tx *sql.Tx) error {
		for _, id := range ids {
			n, _, err := articleNumber(ctx, tx, id)
			if err != nil {
				return err
			}
			for _, t := range remove {
				if _, err := tx.ExecContext(ctx, "DELETE FROM tags WHERE tag = ? AND article = ?", cleanTag(t), n); err != nil {
					return err
				}
			}
			if err := addTags(ctx, tx, n, add); err != nil {
				return err
			}
		}
		return nil
	})
}

func addTags(ctx context.Context, tx executor, n int64, tags []string) error {
	for _, t := range tags {
		if t = cleanTag(t); t == "" {
			continue
		}
		if _, err := tx.ExecContext(ctx, "INSERT OR IGNORE INTO tags (tag, article) VALUES (?, ?)", t, n); err != nil {
			return err
		}
	}
	return nil
}

// Tags returns every tag of articles that are not removed, sorted.
func (l *Library) Tags(ctx context.Context) ([]TagCount, error) {
	rows, err := l.reader.QueryContext(ctx, `SELECT min(t.tag), count(*) FROM tags t JOIN articles a ON a.n = t.article
		WHERE a.removed = 0 GROUP BY t.tag ORDER BY t.tag`)
	if err != nil {
		return nil, explain("list tags", err)
	}
	defer rows.Close()
	var all []TagCount
	for rows.Next() {
		var t TagCount
		if err := rows.Scan(&t.Tag, &t.Articles); err != nil {
			return nil, explain("list tags", err)
		}
		all = append(all, t)
	}
	return all, explain("list tags", rows.Err())
}

func cleanTag(s string) string { return strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ") }
