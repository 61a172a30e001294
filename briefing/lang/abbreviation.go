package lang

import (
	"bytes"
	"strings"
	"sync"

	"example.org/attache/assets"
)

// stopClass says what a word makes of the full stop behind it, or before it.
type stopClass uint8

const (
	abbreviation stopClass = 1 << iota // keeps its stop and does not end a sentence
	beforeName                         // an abbreviation that a name follows: a capital behind it begins no sentence
	month                              // an abbreviation that only a number may follow
	plainToo                           // an abbreviation with a capital alone: also a plain word, or the end of a sentence
	starter                            // begins a sentence when it stands with a capital behind an abbreviation
)

// stopNames are the classes as the lexicon stops names them.
var stopNames = map[string]stopClass{"abbreviation": abbreviation, "name": beforeName, "month": month, "word": plainToo, "begins": starter}

// stops are the words of the lexicon stops.
var stops = sync.OnceValue(func() map[string]stopClass {
	m := map[string]stopClass{}
	data, err := assets.Lexicon("stops")
	if err != nil {
		return m // compiled in; a test sees to it that it is there
	}
	for line := range bytes.Lines(data) {
		word, classes, ok := strings.Cut(strings.TrimSpace(string(line)), "\t")
		if !ok || word[0] == '#' {
			continue
		}
		for c := range strings.SplitSeq(classes, ",") {
			m[word] |= stopNames[c]
		}
	}
	return m
})

// stopClassOf returns the classes of a word, in any case.
func stopClassOf(word string) stopClass { return stops()[strings.ToLower(word)] }

// abbreviated reports whether a full stop after word belongs to it: a listed
// abbreviation with a capital ("Mr", "Gen"), an initial ("J") or letters with
// stops between them ("U.S", "a.m").
func abbreviated(word string) bool {
	if len(word) == 1 {
		return word[0] >= 'A' && word[0] <= 'Z' && word != "I"
	}
	if dotted(word) {
		return true
	}
	c := stopClassOf(word)
	return c&abbreviation != 0 && (c&plainToo == 0 || word[0] >= 'A' && word[0] <= 'Z')
}

// dotted reports whether word is single letters with full stops between them.
func dotted(word string) bool {
	if len(word) < 3 || len(word) > 9 || len(word)%2 == 0 {
		return false
	}
	for i := 0; i < len(word); i++ {
		c := word[i]
		if i%2 == 1 && c != '.' || i%2 == 0 && !('a' <= c && c <= 'z' || 'A' <= c && c <= 'Z') {
			return false
		}
	}
	return true
}
