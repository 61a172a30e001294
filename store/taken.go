package store

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"example.org/attache/briefing"
)

// TakenArticle is an article that a file gave when it was read before, as an
// import tells of it.
type TakenArticle struct {
	ID                      briefing.ArticleID
	Title, Outlet, Language string
	Published               briefing.Date
	Paragraphs              int
	Source                  briefing.Source
}

// Taken returns the articles that a file with the hash gave when the same
// reader read it, or nil if it has to be read: it was not, or one of the
// articles has been removed since.
func (l *Library) Taken(ctx context.Context, hash [sha256.Size]byte, reader string) ([]TakenArticle, error) {
	rows, err := l.ask(ctx, `SELECT a.id, a.title, a.outlet, a.language, a.published, a.removed, t.source,
			t.paragraphs, json_array_length(k.articles)
		FROM taken k CROSS JOIN json_each(k.articles) j CROSS JOIN articles a ON a.n = j.value CROSS JOIN texts t ON t.n = a.n
		WHERE k.hash = ? AND k.reader = ? ORDER BY j.key`, hash[:], readerKey(reader))
	if err != nil {
		return nil, explain("look for a file", err)
	}
	defer rows.Close()
	var all []TakenArticle
	want := 0
	for rows.Next() {
		var a TakenArticle
		var published, source string
		var removed bool
		var paragraphs []byte
		if err := rows.Scan(&a.ID, &a.Title, &a.Outlet, &a.Language, &published, &removed, &source, &paragraphs, &want); err != nil {
			return nil, explain("look for a file", err)
		}
		if removed {
			return nil, nil
		}
		a.Published, _ = briefing.ParseISODate(published) // written from a Date
		list, err := unpackParagraphs(paragraphs)
		if err == nil {
			a.Paragraphs = len(list)
			err = json.Unmarshal([]byte(source), &a.Source)
		}
		if err != nil {
			return nil, fmt.Errorf("look for a file: %w: %w", briefing.ErrDamaged, err)
		}
		all = append(all, a)
	}
	if len(all) != want {
		all = nil
	}
	return all, explain("look for a file", rows.Err())
}

// noteTaken notes the files of which all articles are among those added, whose
// numbers are given.
func noteTaken(ctx context.Context, tx executor, articles []NewArticle, numbers []int64) error {
	of := map[string][]int64{}
	for i, a := range articles {
		if a.Reader != "" {
			of[a.Source.Hash] = append(of[a.Source.Hash], numbers[i])
		}
	}
	for _, a := range articles {
		list := of[a.Source.Hash]
		if len(list) == 0 || len(list) != max(1, a.Source.Parts) {
			continue
		}
		delete(of, a.Source.Hash)
		text, err := json.Marshal(list)
		if err != nil {
			return err
		}
		hash, err := hex.DecodeString(strings.TrimPrefix(a.Source.Hash, "sha256:"))
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO taken (hash, reader, articles) VALUES (?, ?, ?)", hash, readerKey(a.Reader), string(text)); err != nil {
			return err
		}
	}
	return nil
}

// readerKey is a short name of a reader.
func readerKey(reader string) int64 {
	sum := sha256.Sum256([]byte(reader))
	return int64(binary.BigEndian.Uint64(sum[:]))
}

// Known returns which of some articles are in the library and not removed.
func (l *Library) Known(ctx context.Context, ids []briefing.ArticleID) (map[briefing.ArticleID]bool, error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	rows, err := l.ask(ctx, "SELECT a.id FROM json_each(?) j CROSS JOIN articles a ON a.id = j.value WHERE a.removed = 0", string(list))
	found, err := collect[briefing.ArticleID](rows, err, "look for articles")
	if err != nil {
		return nil, err
	}
	known := make(map[briefing.ArticleID]bool, len(found))
	for _, id := range found {
		known[id] = true
	}
	return known, nil
}
