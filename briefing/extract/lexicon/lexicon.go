package lexicon

import (
	"bytes"
	"strings"

	"example.org/attache/assets"
)

// Fields returns the words of a row's field, which have "|" between them.
func Fields(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "|")
}

// Rows returns the rows of a lexicon: tab-separated fields, without comments.
// A lexicon that is missing has no rows; a test sees to it that none is.
func Rows(name string) [][]string {
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

// Set returns the words of a string, parted by blanks, as a set.
func Set(s string) map[string]bool {
	all := strings.Fields(s)
	m := make(map[string]bool, len(all)) // there are many of them, made whenever the program starts
	for _, w := range all {
		m[w] = true
	}
	return m
}

// Pairs returns the rows of a lexicon that have two fields or more, as a map from
// the first to the second.
func Pairs(name string) map[string]string {
	m := map[string]string{}
	for _, row := range Rows(name) {
		if len(row) > 1 {
			m[row[0]] = row[1]
		}
	}
	return m
}
