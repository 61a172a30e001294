package mention

import (
	"maps"
	"slices"
	"sync"

	"example.org/attache/briefing/extract/lexicon"
)

// The words around names and offices; assets/lexicon/mentions.tsv says of each class
// what it is, with an example. What a word may be in a title or a name is in
// vocabulary.go.
var (
	mentionWords = lexicon.ClassesOf("mentions")

	// Openers are words that begin a sentence with a capital and are no names.
	Openers = mentionWords.Of("opener")

	days           = mentionWords.Of("day")
	bodies         = mentionWords.Of("body")
	manyBodies     = mentionWords.Of("bodies")
	headsOfPlaces  = mentionWords.Of("heads of places")
	states         = mentionWords.Of("state")
	delegations    = mentionWords.Of("delegation")
	addresses      = mentionWords.Of("address")
	addressPairs   = mentionWords.Of("address pair")
	ledBy          = mentionWords.Of("led by")
	occasions      = mentionWords.Of("occasion")
	qualifiers     = mentionWords.Of("qualifier")
	longQualifiers = mentionWords.Of("long qualifier")
	ofGeneral      = mentionWords.Of("of a general")
	highOffices    = mentionWords.Of("high office")
	beforeOffice   = mentionWords.Of("before an office")
	determiners    = mentionWords.Of("determiner")
	signs          = mentionWords.Of("signing")
	behindSide     = mentionWords.Of("behind a side")
	inList         = mentionWords.Of("in a list")

	abstractEndings = listed(mentionWords.Of("abstract ending"))
	smallArticles   = listed(mentionWords.Of("small article"))
)

// listed returns the words of a class in order, for what is tried one by one.
func listed(c lexicon.Class) func() []string {
	return sync.OnceValue(func() []string { return slices.Sorted(maps.Keys(c())) })
}
