package page

import "example.org/attache/briefing"

// Part says what a stretch of printed text is. Those of a line's fields have
// the names that briefing.Trace gives them.
type Part string

// The parts of a page.
const (
	TextPart      Part = briefing.TextField
	TitlePart     Part = briefing.TitleField // of a member or speaker
	SidePart      Part = briefing.SideField
	SpeakerPart   Part = briefing.SpeakerField
	ChannelPart   Part = briefing.ChannelField
	PartiesPart   Part = briefing.PartiesField
	ModePart      Part = briefing.ModeField
	MeetingPart   Part = briefing.MeetingField
	PortionPart   Part = "marking"   // before a line
	OwnPart       Part = "own"       // that the words are the analyst's
	LabelPart     Part = "label"     // "When"
	HeadPart      Part = "head"      // of a delegation
	NotePart      Part = "note"      // beside a fact
	ReferencePart Part = "reference" // "[1 ¶2, 5]"
	StatusPart    Part = "status"    // "unverified"
	MarkingPart   Part = "banner"
	TLPPart       Part = "tlp"
	HeadingPart   Part = "heading"
	AuthorPart    Part = "author"
	FixedPart     Part = "fixed"   // words of the template
	NumberPart    Part = "number"  // of a source, or before a line
	SourcePart    Part = "source"  // what is told of a source
	AddressPart   Part = "address" // of a source on the web
)

// own reports whether the words of a part are not the template's, but an
// article's or the analyst's.
func (p Part) own() bool {
	switch p {
	case TextPart, TitlePart, SidePart, SpeakerPart, ChannelPart, PartiesPart, MeetingPart:
		return true
	}
	return false
}
