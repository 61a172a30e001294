package extract

import (
	"slices"
	"strings"
	"sync"

	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/lexicon"
)

// deedClass is a class of verbs or nouns that tell commitments.
type deedClass struct {
	rule     briefing.RuleID
	all, one briefing.AgreementStatus // where all sides do it, where one does
	shapes   string                   // see the lexicon
}

// has reports whether clauses of the class have a shape.
func (c deedClass) has(shape string) bool { return strings.Contains(c.shapes, shape) }

// dealWords are the words in which commitments are told (the lexicon deals).
type dealWords struct {
	class  map[string]deedClass
	verbs  map[string]string   // class by lemma
	nouns  map[string]string   // class by word
	clues  map[string][]string // what a word is a clue of
	names  []string            // of those clues
	light  map[string]bool     // verbs that say little beside their noun: "gave consent"
	ready  map[string]bool     // what people are who will do a thing: "due to meet"
	opener map[string]bool     // with what a term of a deal begins: "in return"
	whole  map[string]bool     // by what a subject stands for all sides: "both governments"
	meant  map[string]bool     // behind "this" or "these", what was told before: "these goals"
}

var dealLexicon = sync.OnceValue(func() dealWords {
	w := dealWords{map[string]deedClass{}, map[string]string{}, map[string]string{}, map[string][]string{}, nil, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, row := range lexicon.Rows("deals") {
		switch {
		case len(row) == 6 && row[1] == "class":
			w.class[row[0]] = deedClass{briefing.RuleID(row[2]), briefing.AgreementStatus(row[3]), briefing.AgreementStatus(row[4]), row[5]}
		case len(row) != 3:
		case row[1] == "verb":
			w.verbs[row[0]] = row[2]
		case row[1] == "noun":
			w.nouns[row[0]] = row[2]
		case row[1] == "light":
			w.light[row[0]] = true
		case row[1] == "ready":
			w.ready[row[0]] = true
		case row[1] == "opener":
			w.opener[row[0]] = true
		case row[1] == "whole":
			w.whole[row[0]] = true
		case row[1] == "meant":
			w.meant[row[0]] = true
		case row[1] == "clue":
			w.clues[row[0]] = append(w.clues[row[0]], row[2])
			if !slices.Contains(w.names, row[2]) {
				w.names = append(w.names, row[2])
			}
		}
	}
	return w
})
