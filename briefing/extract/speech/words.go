package speech

import (
	"sync"

	"example.org/attache/briefing/extract/lexicon"
)

// The words by which a text tells who speaks and what they said;
// assets/lexicon/speech.tsv says of each class what it is, with an example.
var (
	speechWords = lexicon.ClassesOf("speech")

	personNouns   = speechWords.Of("person")
	nameless      = speechWords.Of("nameless")
	relations     = speechWords.Of("relation")
	roleNouns     = speechWords.Of("role")
	houses        = speechWords.Of("house")
	hisNouns      = speechWords.Of("he")
	herNouns      = speechWords.Of("she")
	parties       = speechWords.Of("party")
	otherOffice   = speechWords.Of("another office")
	severalPeople = speechWords.Of("several")
	indefinite    = speechWords.Of("indefinite")
	inTheKnow     = speechWords.Of("in the know")
	adverbs       = speechWords.Of("adverb")
	times         = speechWords.Of("time")
	plainPast     = speechWords.Of("plain past")
	already       = speechWords.Of("already")
	tellsNothing  = speechWords.Of("tells nothing")
	announcing    = speechWords.Of("announcing")
	mental        = speechWords.Of("mental")
	spokenNouns   = speechWords.Of("spoken")
	writings      = speechWords.Of("writing")
	showing       = speechWords.Of("showing")
	firms         = speechWords.Of("firm")
	firmNouns     = speechWords.Of("firm noun")
	bodyNouns     = speechWords.Of("body noun")
	labels        = speechWords.Of("label")
	issuing       = speechWords.Of("issuing")
	passingOn     = speechWords.Of("passing on")
	posts         = speechWords.Of("post")
	printed       = speechWords.Of("printed")
	quoting       = speechWords.Of("quoting")
	plainCues     = speechWords.Of("plain cue")
	beforeCue     = speechWords.Of("before a cue")
	behindNoCue   = speechWords.Of("behind no cue")
	titled        = speechWords.Of("titled")
	snapped       = speechWords.Of("snapped")
	openings      = speechWords.Of("opening")
	moments       = speechWords.Of("moment")
	whenAsked     = speechWords.Of("when asked")
	leadingIn     = speechWords.Of("leading in")
	pictures      = speechWords.Of("picture")
	credits       = speechWords.Of("credit")
)

// likeOffices are, by a noun, the offices that it may take up: "the country's top
// diplomat" is a foreign minister.
var likeOffices = sync.OnceValue(func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for _, row := range lexicon.Rows("likeoffices") {
		if len(row) < 2 {
			continue // TestSpeechWords names it
		}
		offices := map[string]bool{}
		for _, w := range lexicon.Fields(row[1]) {
			offices[w] = true
		}
		for _, noun := range lexicon.Fields(row[0]) {
			m[noun] = offices
		}
	}
	return m
})

// any reports whether piece i is of the class, in small letters or with a capital.
func (p *passage) any(i int, c lexicon.Class) bool {
	return i >= 0 && i < len(p.pieces) && p.pieces[i].quote < 0 && c.Has(p.pieces[i].Lower)
}
