package store

import (
	"context"
	"database/sql"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// suggestTime is how long a spelling may be looked for: it is a courtesy.
const suggestTime = 300 * time.Millisecond

// Suggest returns the query with the words that are in no article replaced by
// the nearest that are, as the index spells them; "" if there is nothing to
// mend.
func (l *Library) Suggest(ctx context.Context, q Query) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, suggestTime)
	defer cancel()
	text, mended := q.text, false
	for i := len(q.words) - 1; i >= 0; i-- { // from the end, so that spans stay right
		w := q.words[i]
		word := fold(w.text)
		if utf8.RuneCountInString(word) < 4 || strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) }) {
			continue
		}
		better, err := l.nearest(ctx, word)
		if ctx.Err() != nil {
			return "", nil // too large a library to answer in time
		}
		if err != nil {
			return "", explain("search", err)
		}
		if better != "" && better != word {
			text = text[:w.Start] + better + text[w.End:]
			mended = true
		}
	}
	if !mended {
		return "", nil
	}
	return text, nil
}

// nearest returns the word of the index that is fewest letters away from
// word, at most two; of several the most common. It is word itself if that is
// there. Only words with the same first letter are looked at: people rarely
// get that one wrong, and the others are too many.
func (l *Library) nearest(ctx context.Context, word string) (string, error) {
	var n int
	err := l.reader.QueryRowContext(ctx, "SELECT doc FROM vocabulary WHERE term = ?", word).Scan(&n)
	if err == nil {
		return word, nil
	}
	if err != sql.ErrNoRows {
		return "", err
	}
	first, size := utf8.DecodeRuneInString(word)
	rows, err := l.reader.QueryContext(ctx, "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ?", word[:size], string(first+1))
	if err != nil {
		return "", err
	}
	defer rows.Close()
	best, most := "", 0
	least := 2
	if utf8.RuneCountInString(word) < 6 {
		least = 1
	}
	letters := []rune(word)
	for rows.Next() {
		var term sql.RawBytes
		var docs int
		if err := rows.Scan(&term, &docs); err != nil {
			return "", err
		}
		d := distance(letters, []rune(string(term)), least)
		if d < least || d == least && docs > most {
			best, most, least = string(term), docs, d
		}
	}
	return best, rows.Err()
}

// distance returns how many letters have to be added, taken away, changed or
// swapped with a neighbour to make b of a (optimal string alignment), or more
// than limit. It is asked about thousands of words while somebody waits, so it
// gives up as soon as it can, and swapped letters are how people mistype:
// briefing.Distance takes them for two.
func distance(a, b []rune, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
