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

// furniture are the wordings of lines that are no part of an article.
type furniture struct {
	is           map[string]bool
	begins, ends []string
}

var furnitureLines = sync.OnceValue(func() furniture {
	f := furniture{is: map[string]bool{}}
	for _, row := range rows("furniture") {
		if len(row) < 2 {
			continue
		}
		switch row[0] {
		case "is":
			f.is[row[1]] = true
		case "begins":
			f.begins = append(f.begins, row[1])
		case "ends":
			f.ends = append(f.ends, row[1])
		}
	}
	return f
})
