package briefing

// RuleID names the rule that made a finding, such as "agreement.agreed-to".
// Rule ids show in the window, in the JSON and in the tests, and are never
// reused.
type RuleID string

// Basis is what every finding rests on. Every word of a finding's text, name,
// title or speaker stands in one of its spans, in order, give or take the
// listed normalisations (see Normalise): words are deleted, never added. The
// first span is the sentence that states the fact; further ones hold a fuller
// name, a title or the thing a pronoun points to.
type Basis struct {
	Evidence []Span `json:"evidence"`
	Rule     RuleID `json:"rule,omitempty"`
	// Reason says in a few words why, or what is unsure: "speaker by
	// pronoun". Empty where the rule's own name says enough.
	Reason string `json:"reason,omitempty"`
	// Confidence is 0 to 1: how often this rule was right where it was
	// measured (make calibrate). It ranks lines on a full page; it is never
	// shown as a number.
	Confidence float64 `json:"confidence,omitempty"`
	// Possible marks what was more often wrong than right where its rule was
	// measured. It waits in the tray of lines held back.
	Possible bool `json:"possible,omitempty"`
}

// Findings are what the rules found in one article. They are computed anew
// whenever a rule changes, and never edited.
type Findings struct {
	Article     ArticleID     `json:"-"`
	Meetings    []Meeting     `json:"meetings"`
	Delegations []Delegation  `json:"delegations"`
	Agenda      []AgendaItem  `json:"agenda"`
	Agreements  []Agreement   `json:"agreements"`
	Positions   []Position    `json:"positions"`
	Quotes      []Quote       `json:"quotes"`
	Reported    []Reported    `json:"reported"`
	Dates       []DateMention `json:"dates"`
	People      []Person      `json:"people"`
}

// Meeting is a meeting, visit or call that the article reports. Meetings[0]
// is the one the article is about.
type Meeting struct {
	What    string `json:"what"`           // as written, such as "bilateral meeting"
	Date    string `json:"date,omitempty"` // as written, such as "Thursday"
	DateISO string `json:"date_iso"`       // "" unless the text or the article's date fixes the day
	Place   string `json:"place,omitempty"`
	Account string `json:"account,omitempty"` // who tells it, as written: "the Mexican agency in a joint bulletin …"
	// AccountSide is the side that tells it, as Delegation.Side, if the words
	// of Account name one and no more; "" if that is not plain.
	AccountSide string `json:"account_side,omitempty"`
	Basis
}

// Delegation is the people who took part for one side. A side may have no
// named members.
type Delegation struct {
	Side     string   `json:"side"` // country in its usual English form, organisation as written, "" if open
	Kind     SideKind `json:"kind"`
	Members  []Member `json:"members"`
	Evidence []Span   `json:"evidence,omitempty"` // where the side itself is named
}

// SideKind is what a delegation stands for.
type SideKind string

// The kinds of sides.
const (
	Country      SideKind = "country"
	Organisation SideKind = "organisation"
	OtherSide    SideKind = "other" // provinces, unions, territories
)

// Member is one person of a delegation.
type Member struct {
	Name    string `json:"name"`    // fullest form in the text, without honorifics
	Title   string `json:"title"`   // office as written, without the nationality the side carries
	Head    bool   `json:"head"`    // named as leader, or highest in rank
	Meeting int    `json:"meeting"` // index into Findings.Meetings
	Basis
}

// AgendaItem is one topic discussed or to be discussed.
type AgendaItem struct {
	Text    string `json:"text"`
	Meeting int    `json:"meeting"`
	Basis
}

// AgreementStatus says how firm a commitment is.
type AgreementStatus string

// The statuses of agreements, from firm to refused.
const (
	Signed    AgreementStatus = "signed"
	Agreed    AgreementStatus = "agreed"
	Pledged   AgreementStatus = "pledged"
	Announced AgreementStatus = "announced"
	Proposed  AgreementStatus = "proposed"
	Rejected  AgreementStatus = "rejected"
)

// AgreementStatuses returns them all, from firm to refused.
func AgreementStatuses() []AgreementStatus {
	return []AgreementStatus{Signed, Agreed, Pledged, Announced, Proposed, Rejected}
}

// Agreement is a commitment, deal or decision.
type Agreement struct {
	Text    string          `json:"text"`
	Parties []string        `json:"parties"` // sides, as Delegation.Side
	Status  AgreementStatus `json:"status"`
	Meeting int             `json:"meeting"`
	Basis
}

// PositionMode says how a side put its position.
type PositionMode string

// The modes of positions.
const (
	Offered       PositionMode = "offered"
	Asked         PositionMode = "asked"
	Demanded      PositionMode = "demanded"
	Refused       PositionMode = "rejected"
	Expected      PositionMode = "expected"
	StatedBy      PositionMode = "stated"
	SupportedMode PositionMode = "supported"
)

// Position is what one side offered, asked, demanded or refused.
type Position struct {
	Text    string       `json:"text"`
	Holder  string       `json:"holder"` // person or side
	Mode    PositionMode `json:"mode"`
	Meeting int          `json:"meeting"`
	Basis
}

// Quote is a direct quotation of four or more words.
type Quote struct {
	Text             string `json:"text"` // the bytes of Span, without the outer marks
	Span                    // of Text
	Speaker          string `json:"speaker"`            // full name, institution or description; "" if open
	SpeakerAsWritten string `json:"speaker_as_written"` // such as "he"
	Title            string `json:"title,omitempty"`
	Channel          string `json:"channel,omitempty"` // such as "Twitter"
	Basis
}

// ReportedKind tells indirect speech from speech with some words quoted.
type ReportedKind string

// The kinds of reported speech.
const (
	Mixed    ReportedKind = "mixed"
	Indirect ReportedKind = "indirect"
)

// Reported is what somebody is said to have said, not verbatim.
type Reported struct {
	Text string `json:"text"` // the bytes of Span
	Span
	Speaker string       `json:"speaker"`
	Kind    ReportedKind `json:"kind"`
	Basis
}

// DateMention is a date as the text words it.
type DateMention struct {
	Text string `json:"text"`
	ISO  string `json:"iso,omitempty"` // "" unless it can be known
	Basis
}

// Person is everybody named in the article, with all the ways of naming them.
type Person struct {
	Name    string   `json:"name"`
	Title   string   `json:"title,omitempty"`
	Side    string   `json:"side,omitempty"`
	Aliases []string `json:"aliases,omitempty"`
	Basis
}
