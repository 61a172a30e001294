package store

import (
	"context"
	"database/sql"
	"sync"
)

// executor runs statements: a transaction, or one that keeps them prepared.
type executor interface {
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// prepared is a transaction that takes each statement apart once, however
// often it is run. They are closed with it.
type prepared struct {
	*sql.Tx
	by map[string]*sql.Stmt
}

func prepare(tx *sql.Tx) *prepared { return &prepared{tx, map[string]*sql.Stmt{}} }

func (p *prepared) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if s := p.by[query]; s != nil {
		return s, nil
	}
	s, err := p.Tx.PrepareContext(ctx, query)
	if err == nil {
		p.by[query] = s
	}
	return s, err
}

func (p *prepared) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := p.statement(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

func (p *prepared) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := p.statement(ctx, query)
	if err != nil {
		return p.Tx.QueryRowContext(ctx, query, args...) // which says what is wrong
	}
	return s.QueryRowContext(ctx, args...)
}

// kept are statements that are run for every file of an import: taking one
// apart costs more than running it.
type kept struct {
	mu sync.Mutex
	by map[string]*sql.Stmt
}

// of returns a statement of a database; it lives as long as that.
func (k *kept) of(ctx context.Context, db *sql.DB, query string) (*sql.Stmt, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if s := k.by[query]; s != nil {
		return s, nil
	}
	s, err := db.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	if k.by == nil {
		k.by = map[string]*sql.Stmt{}
	}
	k.by[query] = s
	return s, nil
}

// ask runs a query that is kept taken apart.
func (l *Library) ask(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := l.kept.of(ctx, l.reader, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// askOne is ask for a single row.
func (l *Library) askOne(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := l.kept.of(ctx, l.reader, query)
	if err != nil {
		return l.reader.QueryRowContext(ctx, query, args...) // which says what is wrong
	}
	return s.QueryRowContext(ctx, args...)
}
