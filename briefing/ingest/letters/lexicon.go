package letters

import (
	"bytes"
	"strings"

	"example.org/attache/assets"
)

// Lexicon returns the rows of a word list: fields of at least two.
func Lexicon(name string) [][]string {
	data, err := assets.Lexicon(name)
	if err != nil {
		return nil
	}
	var rows [][]string
	for line := range bytes.Lines(data) {
		row := strings.Split(strings.TrimRight(string(line), "\r\n"), "\t")
		if len(row) > 1 && !strings.HasPrefix(row[0], "#") {
			rows = append(rows, row)
		}
	}
	return rows
}
