package store

import (
	"context"
	"encoding/json"
	"strings"

	"example.org/attache/briefing"
)

// Snippet is a piece of an article's text with the words found.
type Snippet struct {
	Text  string          `json:"text"`
	Marks []briefing.Span `json:"marks"` // of Text, in order
}

// snippetColumn makes a snippet of about 24 words of the text, the fourth
// column, with the words found between two characters that no text has.
const snippetColumn = "snippet(search, 3, char(2), char(3), '…', 24)"

// readSnippet takes the marks out of a snippet and puts it on one line.
func readSnippet(s string) Snippet {
	var out Snippet
	var text strings.Builder
	open := -1
	for _, r := range s {
		switch r {
		case 2:
			open = text.Len()
		case 3:
			if open >= 0 {
				out.Marks = append(out.Marks, briefing.Span{Start: open, End: text.Len()})
			}
			open = -1
		case '\n', '\t':
			text.WriteByte(' ')
		default:
			text.WriteRune(r)
		}
	}
	out.Text = text.String()
	return out
}

// addSnippets finds the snippets of rows that were not sorted by rank. It asks
// for them one article at a time, which costs the same for a rare word as for
// a common one.
func (l *Library) addSnippets(ctx context.Context, match string, all []Row) error {
	ids := make([]briefing.ArticleID, len(all))
	at := make(map[briefing.ArticleID]int, len(all))
	for i, r := range all {
		ids[i], at[r.ID] = r.ID, i
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	rows, err := l.reader.QueryContext(ctx, `SELECT a.id, `+snippetColumn+`
		FROM json_each(?) j CROSS JOIN articles a ON a.id = j.value CROSS JOIN search ON search.rowid = a.n
		WHERE search MATCH ?`, string(list), match)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id briefing.ArticleID
		var s string
		if err := rows.Scan(&id, &s); err != nil {
			return err
		}
		all[at[id]].Snippet = readSnippet(s)
	}
	return rows.Err()
}
