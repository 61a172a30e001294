package briefing

import (
	"slices"
	"strings"
)

// LineID identifies a line within its briefing and never changes.
type LineID string

// LineKind says where a line's words come from.
type LineKind string

// The kinds of lines.
const (
	QuoteLine   LineKind = "quote"   // byte-exact
	ExtractLine LineKind = "extract" // cut from its evidence
	AnalystLine LineKind = "analyst" // the analyst's own words
)

// Status is how far the analyst has settled a line.
type Status string

// The statuses of lines.
const (
	Suggested Status = "suggested"
	Verified  Status = "verified"
	Edited    Status = "edited"
	Conflict  Status = "conflict"
	Stale     Status = "stale"
	LeftOut   Status = "left-out"
)

// Wording is every word a line puts on the page, by the place it takes there.
// Fields that a section does not use stay empty.
type Wording struct {
	Text    string   `json:"text"`              // topic, agreement, position, quotation; for a member the name
	Title   string   `json:"title,omitempty"`   // office of the member or speaker
	Side    string   `json:"side,omitempty"`    // side of the member
	Speaker string   `json:"speaker,omitempty"` // of a quotation; holder of a position
	Channel string   `json:"channel,omitempty"` // of a quotation, such as "Twitter"
	Parties []string `json:"parties,omitempty"` // of an agreement
	Mode    string   `json:"mode,omitempty"`    // label: AgreementStatus, PositionMode
	Head    bool     `json:"head,omitempty"`    // label: head of the delegation
	Meeting string   `json:"meeting,omitempty"` // label or words that set an earlier meeting apart; "" is the main one
}

// Equal reports whether w and v put the same words on the page.
func (w Wording) Equal(v Wording) bool {
	return w.Text == v.Text && w.Title == v.Title && w.Side == v.Side && w.Speaker == v.Speaker &&
		w.Channel == v.Channel && w.Mode == v.Mode && w.Head == v.Head && w.Meeting == v.Meeting &&
		slices.Equal(w.Parties, v.Parties)
}

// Headline returns the wording of a title line as it is printed: the sides,
// then what they met for. "Mexico – United States: bilateral meeting".
func (w Wording) Headline() string {
	sides := strings.Join(w.Parties, " – ")
	if sides == "" || w.Text == "" {
		return sides + w.Text
	}
	return sides + ": " + w.Text
}

// Line is one line of a briefing: the unit the analyst verifies, edits, moves
// and leaves out, and the unit that is traced to its source.
type Line struct {
	ID     LineID   `json:"id"`
	Kind   LineKind `json:"kind"`
	Status Status   `json:"status"`
	Wording
	// Label is the fixed word before the line, such as "When". See Labels.
	Label string `json:"label,omitempty"`
	// Suggested is what the rules proposed: the base of a three-way update
	// and what Restore Source Wording brings back. Zero for an analyst's line.
	Suggested Wording `json:"suggested,omitzero"`
	// Alternatives are what other articles say in the place of a line in
	// conflict, each in its own wording; their evidence is in From.
	Alternatives []Wording  `json:"alternatives,omitempty"`
	From         []Evidence `json:"from,omitempty"`
	Rule         RuleID     `json:"rule,omitempty"`
	// Learnt are the keys of the fixes that worded the line, until the
	// analyst has looked at it. See Fix.
	Learnt  []string `json:"learnt,omitempty"`
	Reason  string   `json:"reason,omitempty"`
	Rank    float64  `json:"rank"` // higher stays longer on a full page
	Locked  bool     `json:"locked,omitempty"`
	Pinned  bool     `json:"pinned,omitempty"`
	Marking string   `json:"marking,omitempty"` // portion mark, such as "TLP:AMBER" or "(C)"
}

// Reviewed reports whether the analyst has settled the line: verified, edited
// or left out, or written it. What a fix has edited is not settled yet.
func (l Line) Reviewed() bool {
	return l.Kind == AnalystLine || l.Status == Verified || l.Status == Edited && len(l.Learnt) == 0 || l.Status == LeftOut
}

// PossibleRank is the rank of lines whose rule was more often wrong than right
// where it was measured. Lines of it or less, but over 0, are possible.
const PossibleRank = 0.1

// Possible reports whether the line waits among those held back until the
// analyst pins, locks or verifies it.
func (l Line) Possible() bool {
	return l.Kind != AnalystLine && l.Status == Suggested && 0 < l.Rank && l.Rank <= PossibleRank && !l.Pinned && !l.Locked
}

// OnPage reports whether the line is to be printed, if there is room.
func (l Line) OnPage() bool { return l.Status != LeftOut }

func (l Line) clone() Line {
	l.Parties = slices.Clone(l.Parties)
	l.Suggested.Parties = slices.Clone(l.Suggested.Parties)
	l.From = slices.Clone(l.From)
	l.Learnt = slices.Clone(l.Learnt)
	l.Alternatives = slices.Clone(l.Alternatives)
	for i := range l.Alternatives {
		l.Alternatives[i].Parties = slices.Clone(l.Alternatives[i].Parties)
	}
	return l
}
