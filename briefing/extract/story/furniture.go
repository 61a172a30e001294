package story

import (
	"sync"

	"example.org/attache/briefing/extract/lexicon"
)

// furniture are the wordings of lines that are no part of an article.
type furniture struct {
	is           map[string]bool
	begins, ends []string
}

var furnitureLines = sync.OnceValue(func() furniture {
	f := furniture{is: map[string]bool{}}
	for _, row := range lexicon.Rows("furniture") {
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
