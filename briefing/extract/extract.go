// Package extract finds in one article who met whom, what was on the table,
// what was agreed and who said what. It owns the rules and the lexicons they
// read. It does not own the wording of a briefing's lines (package compose) or
// the cutting of sentences (package lang).
//
// Every finding is words of the article with the spans they stand in, and the
// id of the rule that found it. Rules delete words; they never add any, save
// for the normalisations that package briefing lists.
package extract

import "example.org/attache/briefing"

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
	markParagraphs,  // what is body and what is furniture
	findQuotations,  // on the raw text: marks cross sentences
	cutSentences,    // with tokens; parts of speech wait until asked for
	findMentions,    // names, typed as person, place, organisation
	joinAliases,     // mentions of one person become that person
	takeSides,       // whom each person stands for
	findDates,       // days and dates as written
	findDelegations, // who took part
	findMeetings,    // the one the article is about, then the others
	seatByMeeting,   // delegations again, now that the meetings are known
	findTopics,      // topics on the table
	findAgreements,  // what was agreed, signed, pledged, refused
	findPositions,   // what one side offered, asked, refused
	findSpeakers,    // who said each quotation
	findReported,    // indirect speech
	listPeople,      // everybody named
	keepReal,        // nothing denied, doubted or only possible told as done
}
