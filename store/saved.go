package store

import (
	"context"
	"database/sql"
)

// SavedSearch is a query with a name.
type SavedSearch struct {
	Name string
	Text string
}

// SavedSearches returns the saved searches, by name.
func (l *Library) SavedSearches(ctx context.Context) ([]SavedSearch, error) {
	rows, err := l.reader.QueryContext(ctx, "SELECT name, text FROM searches ORDER BY name")
	if err != nil {
		return nil, explain("list saved searches", err)
	}
	defer rows.Close()
	var all []SavedSearch
	for rows.Next() {
		var s SavedSearch
		if err := rows.Scan(&s.Name, &s.Text); err != nil {
			return nil, explain("list saved searches", err)
		}
		all = append(all, s)
	}
	return all, explain("list saved searches", rows.Err())
}

// SaveSearch keeps a search, in place of one of the same name.
func (l *Library) SaveSearch(ctx context.Context, s SavedSearch) error {
	return l.write(ctx, "save search", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO searches (name, text) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET text = excluded.text", s.Name, s.Text)
		return err
	})
}

// DeleteSearch forgets a saved search.
func (l *Library) DeleteSearch(ctx context.Context, name string) error {
	return l.write(ctx, "delete search", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "DELETE FROM searches WHERE name = ?", name)
		return err
	})
}
