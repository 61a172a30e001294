package store

import (
	"context"
	"encoding/binary"
	"slices"
	"strings"

	"example.org/attache/briefing"
)

// acronymMark ends the words of the index that were written in capitals or
// with points, so that "US" can be told from "us". No text has it in a word.
const acronymMark = "°"

// entry of the index: what is searched of an article, a word after the other.
type indexEntry struct{ title, outlet, byline, text, more string }

// entryOf folds what is searched of an article. more has the compounds in one
// word and the acronyms, each once.
func entryOf(title, outlet, byline, text string) indexEntry {
	var more strings.Builder
	seen := map[string]bool{}
	once := func(word string) {
		if !seen[word] {
			seen[word] = true
			more.WriteString(word + " ")
		}
	}
	stream := func(s string) string {
		var b strings.Builder
		b.Grow(len(s) + len(s)/16)
		tokens(s, func(t token) {
			b.WriteString(t.word)
			b.WriteByte(' ')
			if t.compound != "" {
				once(t.compound)
			}
			if t.acronym {
				once(t.word + acronymMark)
			}
		})
		return b.String()
	}
	return indexEntry{title: stream(title), outlet: stream(outlet), byline: stream(byline), text: stream(text), more: more.String()}
}

// sizes returns the numbers of words of the entry's columns as the index keeps
// them: SQLite's variable-length integers (sqlite.org/fileformat2.html#varint).
func (e indexEntry) sizes() []byte {
	var b []byte
	for _, column := range []string{e.title, e.outlet, e.byline, e.text, e.more} {
		n := uint64(strings.Count(column, " "))
		var groups []byte
		for more := false; n > 0 || !more; n >>= 7 {
			group := byte(n & 0x7f)
			if more {
				group |= 0x80
			}
			groups, more = append(groups, group), true
		}
		slices.Reverse(groups)
		b = append(b, groups...)
	}
	return b
}

// sum returns a number that no other entry is likely to have, whatever the
// order in which its words are added up.
func (e indexEntry) sum() (sum uint64) {
	for column, words := range map[string]string{"title": e.title, "outlet": e.outlet, "byline": e.byline, "text": e.text, "more": e.more} {
		at := uint64(0)
		for word := range strings.FieldsSeq(words) {
			sum += sumOfWord([]byte(word), []byte(column), at)
			at++
		}
	}
	return sum
}

// sumOfWord is FNV-1a of a word, its column and its place.
func sumOfWord(word, column []byte, at uint64) uint64 {
	h := uint64(14695981039346656037)
	for _, part := range [][]byte{word, column, binary.AppendUvarint(nil, at)} {
		for _, b := range part {
			h = (h ^ uint64(b)) * 1099511628211
		}
	}
	return h
}

// index puts an article into the search index. The index keeps no copy of the
// words: it is told of every change.
func index(ctx context.Context, tx executor, n int64, e indexEntry) error {
	_, err := tx.ExecContext(ctx, "INSERT INTO search (rowid, title, outlet, byline, text, more) VALUES (?, ?, ?, ?, ?, ?)",
		n, e.title, e.outlet, e.byline, e.text, e.more)
	return err
}

func unindex(ctx context.Context, tx executor, n int64) error {
	_, err := tx.ExecContext(ctx, "DELETE FROM search WHERE rowid = ?", n)
	return err
}

// reindex indexes an article that is in the library as it is now.
func reindex(ctx context.Context, tx executor, n int64) error {
	var title, outlet, byline string
	var packed, paragraphs []byte
	err := tx.QueryRowContext(ctx, "SELECT a.title, a.outlet, a.byline, t.packed, t.paragraphs FROM articles a JOIN texts t ON t.n = a.n WHERE a.n = ?", n).
		Scan(&title, &outlet, &byline, &packed, &paragraphs)
	if err != nil {
		return err
	}
	text, err := searchedText(packed, paragraphs)
	if err != nil {
		return err
	}
	return index(ctx, tx, n, entryOf(title, outlet, byline, text))
}

// searchedText is searchedIn of a text as it is kept.
func searchedText(packed, paragraphs []byte) (string, error) {
	text, err := unpackText(packed)
	if err != nil {
		return "", err
	}
	list, err := unpackParagraphs(paragraphs)
	return searchedIn(text, list), err
}

// searchedIn returns what is searched and counted of a text: all but its page's
// furniture. Nobody who looks for the weather wants every page with a link to
// it.
func searchedIn(text string, paragraphs []briefing.Paragraph) string {
	var b strings.Builder
	from := 0
	for _, p := range paragraphs {
		if p.Kind == briefing.Furniture && p.Start >= from && p.End <= len(text) {
			b.WriteString(text[from:p.Start])
			from = p.End
		}
	}
	if from == 0 {
		return text
	}
	b.WriteString(text[from:])
	return b.String()
}
