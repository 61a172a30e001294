package page

import "example.org/attache/briefing"

// Labels are the fixed words of the page in one language: everything on it
// that is no line.
type Labels struct {
	Language string // BCP 47

	Untitled   string // headline of a briefing without a title
	When       string
	Where      string
	Account    string
	PreparedBy string
	AsOf       string

	Sections map[briefing.SectionKind]string // headings
	Sources  string

	Head         string            // head of a delegation
	Comment      string            // before the analyst's own words
	NoSide       string            // side of a member that has none
	Statuses     map[string]string // words for AgreementStatus and PositionMode
	Suggested    string            // marks of lines, by status
	Edited       string
	Conflict     string
	Stale        string
	Analyst      string
	AllSuggested string // note when no line on the page has been checked

	PageOf      string // "Page 1 of 1"
	HeldOne     string // "1 further line on file"
	HeldMany    string // "%d further lines on file"
	MoreSources string // "and %d more"
	Origins     string // "%d articles, %d origins": copies are not confirmation
	SameOrigin  string // "same origin as %d"
	Undated     string // of a source without a date
	Untold      string // of a source that gives neither title nor outlet
}

// LabelsFor returns the labels of a language, or the English ones.
func LabelsFor(string) Labels {
	return Labels{
		Language: "en",
		Untitled: "Briefing",
		When:     "When", Where: "Where", Account: "Account", PreparedBy: "Prepared by", AsOf: "As of",
		Sections: map[briefing.SectionKind]string{
			briefing.BottomLine:         "Bottom line",
			briefing.DelegationsSection: "Delegations",
			briefing.AgendaSection:      "Agenda",
			briefing.AgreementsSection:  "Agreements",
			briefing.PositionsSection:   "Positions",
			briefing.NextStepsSection:   "Next steps",
			briefing.QuotesSection:      "Key quotes",
			briefing.DatesSection:       "Dates",
			briefing.CommentSection:     "Comment",
		},
		Sources: "Sources",
		Head:    "Head", Comment: "Comment:", NoSide: "Side not stated",
		Statuses: map[string]string{
			"signed": "signed", "agreed": "agreed", "pledged": "pledged", "announced": "announced",
			"proposed": "proposed", "rejected": "rejected",
			"offered": "offered", "asked": "asked", "demanded": "demanded", "expected": "expected",
			"stated": "stated", "supported": "supported",
		},
		Suggested: "unverified", Edited: "edited", Conflict: "conflict", Stale: "stale", Analyst: "analyst",
		AllSuggested: "No line on this page has been verified yet",
		PageOf:       "Page 1 of 1",
		HeldOne:      "1 further line on file", HeldMany: "%d further lines on file",
		MoreSources: "and %d more", Origins: "%d articles, %d origins", SameOrigin: "same origin as %d",
		Undated: "no date given", Untold: "no title, no publisher given",
	}
}
