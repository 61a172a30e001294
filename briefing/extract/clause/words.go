package clause

import (
	"example.org/attache/briefing/extract/lexicon"
	"example.org/attache/briefing/lang"
)

var (
	// TalkNouns are nouns for talk that has a topic.
	TalkNouns = lexicon.Set("talks discussions discussion negotiations negotiation consultations conversation conversations dialogue dialogues meeting meetings summit conference session sessions roundtable roundtables workshop workshops forum seminar exchange exchanges debate conversations hearing lunch dinner breakfast parley audience deliberations")
	// AboutOn are the prepositions before a topic.
	AboutOn = lexicon.Set("on about over regarding concerning")
)

// BodyNouns are bodies whose names say what they are for.
var BodyNouns = lexicon.Set("commission committee council group board panel commissioner envoy rapporteur adviser advisor forum convention treaty force secretariat representative law bill report paper book article")

// IsTalk reports whether a token is a noun for a meeting of people.
func IsTalk(t lang.Token) bool {
	return meetingNouns.Has(t.Lower)
}
