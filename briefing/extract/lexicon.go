package extract

import (
	"bytes"
	"strings"
	"sync"

	"example.org/attache/assets"
)

// rows returns the rows of a lexicon: tab-separated fields, without comments.
// A lexicon that is missing has no rows; a test sees to it that none is.
func rows(name string) [][]string {
	data, err := assets.Lexicon(name)
	if err != nil {
		return nil
	}
	var out [][]string
	for line := range bytes.Lines(data) {
		s := strings.TrimRight(string(line), "\r\n")
		if s == "" || s[0] == '#' {
			continue
		}
		out = append(out, strings.Split(s, "\t"))
	}
	return out
}

var furnitureLines = sync.OnceValue(func() [][]string { return rows("furniture") })
