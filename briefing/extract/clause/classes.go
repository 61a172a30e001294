package clause

import "example.org/attache/briefing/extract/lexicon"

// The words that tell where a phrase ends and what in it is a topic;
// assets/lexicon/clauses.tsv says of each class what it is, with an example.
var (
	clauseWords = lexicon.ClassesOf("clauses")

	tailVerbs   = clauseWords.Of("remark")
	listedVerbs = clauseWords.Of("listed")
	// ReportVerbs are past forms that go on with the story of a meeting.
	ReportVerbs     = clauseWords.Of("report")
	subjectVerbs    = clauseWords.Of("subject verb")
	nounOrVerb      = clauseWords.Of("noun or verb")
	spans           = clauseWords.Of("this week")
	abstractHeads   = clauseWords.Of("abstract")
	relationNouns   = clauseWords.Of("relation")
	deverbal        = clauseWords.Of("deverbal")
	nounlike        = clauseWords.Of("nounlike")
	opensExamples   = clauseWords.Of("examples")
	ofInterest      = clauseWords.Of("of interest")
	behindHead      = clauseWords.Of("behind the head")
	behindStart     = clauseWords.Of("behind the start")
	weight          = clauseWords.Of("weight")
	takesTo         = clauseWords.Of("takes to")
	amongAdjectives = clauseWords.Of("among adjectives")
	nounEd          = clauseWords.Of("noun in -ed")
	nounIng         = clauseWords.Of("noun in -ing")
	// CatchAlls are nouns that name no topic by themselves: "issues".
	CatchAlls = clauseWords.Of("catch-all")
	// Vague are words of which no topic consists.
	Vague  = clauseWords.Of("vague")
	asides = clauseWords.Of("aside")
	// Governors are words that put an infinitive off to the future or make it
	// somebody's plan, without changing who is to do it.
	Governors    = clauseWords.Of("governor")
	onlyFinite   = clauseWords.Of("finite")
	introduces   = clauseWords.Of("introduction")
	saysThat     = clauseWords.Of("says that")
	seasons      = clauseWords.Of("season")
	joinsTopic   = clauseWords.Of("joins")
	talkOf       = clauseWords.Of("talk of")
	leftOver     = clauseWords.Of("left over")
	noStart      = clauseWords.Of("no start")
	noTopicAlone = clauseWords.Of("no word")
	lacking      = clauseWords.Of("lack")
	theLacking   = clauseWords.Of("the lack")
	circumstance = clauseWords.Of("circumstance")
	pointing     = clauseWords.Of("pointing")
	handed       = clauseWords.Of("handed")
	meetingNouns = clauseWords.Of("meeting")
)
