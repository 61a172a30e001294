package office

import (
	"strconv"
	"strings"

	"example.org/attache/briefing/ingest/letters"
)

// listLevel is how the elements of one level of a list are numbered.
type listLevel struct {
	format string // "1", "a", "A", "i", "I"; "" for bullets and nothing
	text   string // with %1 for the number of the first level, %2 …: "%1.%2)"
	start  int
}

// listNumbers counts the elements of a document's lists.
type listNumbers struct {
	levels map[string][]listLevel // by the list's name
	counts map[string][]int
}

// next returns the number of the next element of a list at a level from 0, as
// a reader sees it, or "" if it has none. Deeper levels begin anew.
func (l *listNumbers) next(list string, level int) string {
	levels := l.levels[list]
	if level < 0 || level >= len(levels) {
		return ""
	}
	if l.counts == nil {
		l.counts = map[string][]int{}
	}
	counts := l.counts[list]
	for len(counts) <= level {
		counts = append(counts, levels[len(counts)].start-1)
	}
	counts = counts[:level+1]
	counts[level]++
	l.counts[list] = counts
	if levels[level].format == "" {
		return ""
	}
	text := levels[level].text
	for i := level; i >= 0; i-- {
		n := levels[level].start
		if i < len(counts) {
			n = counts[i]
		}
		text = strings.ReplaceAll(text, "%"+strconv.Itoa(i+1), letters.Numeral(max(n, 0), levels[i].format))
	}
	return strings.TrimSpace(text)
}

// begin makes a list count from n again at a level.
func (l *listNumbers) begin(list string, level, n int) {
	if counts := l.counts[list]; level < len(counts) {
		counts[level] = n - 1
		l.counts[list] = counts[:level+1]
	}
}
