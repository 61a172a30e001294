// Package mention owns the sentences of a story and whom they name: names with
// their titles, honorifics and sides as the words beside them say, lists of
// people, offices that stand for a name, and which mentions are one person's. It
// knows the words of titles and names and the countries of the gazetteer.
//
// It does not own whom a person stands for where the words beside the name do
// not say it (package allegiance), nor pronouns (package speech).
package mention

import "example.org/attache/briefing/extract/story"

// Document is a story with its sentences and the people they name.
type Document struct {
	*story.Document
	Sentences []*Sentence
	Mentions  []*Mention // in order of the text
	People    []*Person  // in order of first mention

	Alias map[string][]*Person // by folded name or part of a name
	past  map[string]bool      // sides whose capital is an older state's; see oldState

	surnames map[string]bool // names of countries and cities that people of the article bear
}

// New returns the document of a story, whose sentences are still to be cut.
func New(s *story.Document) *Document {
	return &Document{Document: s, Alias: map[string][]*Person{}}
}

// surname notes a place's name that somebody bears.
func (d *Document) surname(name string) {
	if d.surnames == nil {
		d.surnames = map[string]bool{}
	}
	d.surnames[name] = true
}
