package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
)

// Setting returns the JSON kept under a key, or nil.
func (l *Library) Setting(ctx context.Context, key string) (json.RawMessage, error) {
	var value string
	err := l.reader.QueryRowContext(ctx, "SELECT value FROM settings WHERE key = ?", key).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err != nil {
		return nil, explain("read settings", err)
	}
	return json.RawMessage(value), nil
}

// SetSetting keeps JSON under a key.
func (l *Library) SetSetting(ctx context.Context, key string, value json.RawMessage) error {
	return l.write(ctx, "save settings", func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, string(value))
		return err
	})
}
