// Package extract finds in one article who met whom, what was on the table,
// what was agreed and who said what. It owns the order of the stages and the
// views of a meeting: topics, agreements, positions and dates, each by rules
// and the lexicons they read.
//
// It does not own what the stages share. Below it, each knowing only those
// before it:
//
//	words, lexicon   words by class; the rows of assets/lexicon
//	parse, rule      a sentence as clauses; rules with their examples
//	clause           the words around a verb: subject, object, list
//	weigh            how much clues say together
//	story            the text: paragraphs, furniture, quotations
//	mention          sentences and whom they name: people, places, bodies
//	speech           who said each quotation, and what is told of speech
//	allegiance       whom each person stands for
//	seating          who sat down with whom, at which meeting
//
// Nor does it own the wording of a briefing's lines (package compose) or the
// cutting of sentences (package lang).
//
// Every finding is words of the article with the spans they stand in, and the
// id of the rule that found it. Rules delete words; they never add any, save
// for the normalisations that package briefing lists.
package extract

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/extract/allegiance"
	"example.org/attache/briefing/extract/mention"
	"example.org/attache/briefing/extract/seating"
	"example.org/attache/briefing/extract/speech"
	"example.org/attache/briefing/extract/story"
)

// Extract returns what the rules find in a. The same article gives the same
// findings every time. Text that is no article, or no text, gives empty
// findings; there are no errors.
func Extract(a *briefing.Article) briefing.Findings {
	d := newDocument(a)
	for _, stage := range stages {
		stage(d)
	}
	return d.result()
}

// stages are the steps from text to findings. Each may read what the ones
// before it have added to the document.
var stages = []func(*document){
	func(d *document) { story.MarkParagraphs(d.story) }, // what is body and what is furniture
	func(d *document) { story.FindQuotations(d.story) }, // on the raw text: marks cross sentences
	cutSentences, // with tokens; parts of speech wait until asked for
	func(d *document) { mention.Find(d.names) },         // names, typed as person, place, organisation
	func(d *document) { mention.JoinAliases(d.names) },  // mentions of one person become that person
	func(d *document) { allegiance.TakeSides(d.sides) }, // whom each person stands for
	findDates, // days and dates as written
	func(d *document) { seating.FindDelegations(d.Document) }, // who took part
	func(d *document) { seating.FindMeetings(d.Document) },    // the one the article is about, then the others
	func(d *document) { seating.SeatByMeeting(d.Document) },   // delegations again, now that the meetings are known
	findTopics,     // topics on the table
	findAgreements, // what was agreed, signed, pledged, refused
	findPositions,  // what one side offered, asked, refused
	func(d *document) { speech.FindSpeakers(d.speech) }, // who said each quotation
	func(d *document) { speech.FindReported(d.speech) }, // indirect speech
	func(d *document) { mention.ListPeople(d.names) },   // everybody named
	keepReal, // nothing denied, doubted or only possible told as done
}

// stagesBefore is how many stages run before those who took part are found.
const stagesBefore = 7

// Names returns every form under which a text may name a side: "Mexico" gives
// "Mexico", "Mexican", "Mexico City" and so on. A side that the lexicons do not
// know goes by its own name alone.
func Names(side string) []string { return mention.Names(side) }

// ShortFor reports whether two given names, in lower case and without accents,
// go for one, such as "joe" and "joseph".
func ShortFor(x, y string) bool { return mention.ShortFor(x, y) }

// cutSentences cuts the sentences, and marks those that go back to an earlier
// meeting.
func cutSentences(d *document) {
	mention.CutSentences(d.names)
	seating.MarkEarlier(d.Document)
}
