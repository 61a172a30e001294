package parse

import "example.org/attache/briefing/extract/lexicon"

// This file names the groups of words and marks that the rules of the package
// ask for. Words that texts add to are in assets/lexicon/extents.tsv, which says
// of each class what it is, with an example.

// group is a set of folded words and marks (Sentence.in).
type group map[string]bool

func groupOf(list string) group { return lexicon.Set(list) }

// Closed groups: grammar and marks.
var (
	// parting are marks that part clauses.
	parting = groupOf("; : “ ” \" — --")
	// pauses are marks with which what stands in front of a subject may begin.
	pauses = groupOf(", ; : “ ” \"")
	// pairs are marks in pairs around a phrase.
	pairs = groupOf(", — -- –")
	// contents begin a clause that is said, asked or known: "that it ends", "how it ends".
	contents = groupOf("that whether how what why where when if")
	// questions begin a question inside a sentence.
	questions = groupOf("how what whether why where when")
	// quotes are marks of quotation that may open one.
	quotes = groupOf("“ \" `` ''")
	// inNoun are marks that may stand in a noun phrase.
	inNoun = groupOf("“ \" - '' ``")
	// inName may stand between the capital words of a name.
	inName = groupOf(", the of and .")
	// breaks are marks behind which a clause of its own may begin.
	breaks = groupOf(", – — -- - ; :")
	// particles are prepositions that may end a phrase: "the ministers called the strike off".
	particles = groupOf("down up out in off above below abroad")
	// circumstances open a phrase of circumstance behind a comma: ", despite the rain".
	circumstances = groupOf("with despite amid following without according in on during at for")
	// asBefore stand before an "as" that compares or names and opens no clause:
	// "such as", "known as".
	asBefore = groupOf("such well known same far so")
	// timePreps are prepositions before a time.
	timePreps = groupOf("on in at by for since until during over this within from of before after")
	// eventPreps are prepositions before an event.
	eventPreps = groupOf("on at in during over through")
	// contrasts set a clause against the one before it, or beside it in time.
	contrasts = groupOf("although though while whereas when but as")
	// opensMember are marks with which a member of a list may begin.
	opensMember = groupOf("( $ “ \" `` € £")
	// endsMember are marks with which it may end.
	endsMember = groupOf(") % ” \" ''")
	// opening are marks that open brackets and quotations.
	opening = groupOf("( “ `` [")
	// joining are what stands before the last member of a list.
	joining = groupOf("and or & plus")
	// topicPreps are prepositions that begin a topic of their own behind "and".
	topicPreps = groupOf("on about over regarding")
	// pointsBack point back to the first of two things: "the port and its cost".
	pointsBack = groupOf("its his her their others other")
	// noObject are objects that deny their verb: "reached no deal".
	noObject = groupOf("no nothing neither little nobody")
	// noSubject are subjects that do so: "few agreed".
	noSubject = groupOf("no none neither nobody nothing few little")
	// conditions make a clause a condition.
	conditions = groupOf("if unless once provided")
)

// Classes of the lexicon.
var (
	extentWords = lexicon.ClassesOf("extents")

	noDoubt     = extentWords.Of("no doubt")
	beforeTime  = extentWords.Of("before a time")
	withTime    = extentWords.Of("with a time")
	insideTime  = extentWords.Of("inside a time")
	dayBefore   = extentWords.Of("day before")
	takesEvent  = extentWords.Of("at an event")
	beforeEvent = extentWords.Of("before an event")
	ties        = extentWords.Of("tie")
	realms      = extentWords.Of("realm")
)
