package markdown

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/page"
)

// grammar writes and reads lines in one language.
type grammar struct{ labels page.Labels }

// place is where a line stands: its section, and for a member the side and
// meeting in the heading above.
type place struct {
	section       briefing.SectionKind
	side, meeting string
}

// seen is a line as the file shows it.
type seen struct {
	briefing.Wording
	marking string
	label   string // of a line of the meeting
	analyst bool   // in words or by its section
	status  string
}

// own reports whether the file shows the line as the analyst's own or as
// edited. What a record says of it does not count: nobody sees that.
func (s seen) own(labels page.Labels) bool {
	return s.analyst || s.status == labels.Analyst || s.status == labels.Edited
}

// usualAsides are what n asides are taken for in a section when nothing else
// says so.
func (g grammar) usualAsides(kind briefing.SectionKind, texts []string) []page.Part {
	switch n := len(texts); {
	case kind == briefing.QuotesSection && n <= 4:
		return []page.Part{page.SpeakerPart, page.TitlePart, page.ChannelPart, page.MeetingPart}[:n]
	case kind == briefing.AgreementsSection && n == 2:
		return []page.Part{page.PartiesPart, page.ModePart}
	case kind == briefing.AgreementsSection && n == 1 && g.isMode(texts[0]):
		return []page.Part{page.ModePart}
	case kind == briefing.AgreementsSection && n == 1:
		return []page.Part{page.PartiesPart}
	case kind == briefing.DelegationsSection && n == 1:
		return []page.Part{page.TitlePart}
	case kind == briefing.MeetingSection && n == 1:
		return []page.Part{page.NotePart}
	case n == 1:
		return []page.Part{page.MeetingPart}
	}
	return nil
}

func (g grammar) isMode(word string) bool {
	return g.mode(word) != word || g.labels.Statuses[word] != ""
}

// mode returns the mode that a word of the labels stands for, or the word.
func (g grammar) mode(word string) string { return g.labels.ModeOf(word) }

// delegation reads the heading of a delegation: "Ruritania — *earlier
// meeting*".
func (g grammar) delegation(source string) place {
	in := place{section: briefing.DelegationsSection}
	for _, t := range tokens(source) {
		switch t.kind {
		case italicToken:
			in.side, in.meeting = strings.TrimSuffix(in.side, "— "), g.meeting(t.text)
		case textToken, boldToken, codeToken:
			in.side += t.text
		}
	}
	if in.side = export.OneLine(in.side); in.side == g.labels.NoSide {
		in.side = ""
	}
	return in
}

// seen returns what the pieces of a line show at a place.
func (g grammar) seen(in place, ts []token, asides []page.Part) seen {
	r := lineReader{g: g, section: in.section, asides: asides}
	r.read(ts)
	if in.section == briefing.DelegationsSection {
		r.seen.Side, r.seen.Wording.Meeting = in.side, in.meeting
	}
	return r.seen
}

// lineReader reads the pieces of one line.
type lineReader struct {
	g       grammar
	section briefing.SectionKind
	asides  []page.Part // what they are; nil for the usual ones
	seen    seen
	text    strings.Builder
	named   bool // the name of a member or holder was read
	after   bool // the words are over
}

func (r *lineReader) read(ts []token) {
	s := &r.seen
	s.analyst = r.section == briefing.CommentSection
	for i, t := range ts {
		switch t.kind {
		case commentToken:
		case refToken:
			r.after = true
		case codeToken:
			r.code(t)
		case boldToken:
			r.bold(t)
		case italicToken:
			dash := i > 0 && ts[i-1].kind == textToken && strings.HasSuffix(r.text.String(), "— ")
			if dash && r.readAsides(t) {
				before := strings.TrimSuffix(r.text.String(), "— ")
				r.text.Reset()
				r.text.WriteString(before)
				r.after = true
				continue
			}
			r.text.WriteString(t.text)
		default:
			r.text.WriteString(t.text)
		}
	}
	s.Text = export.OneLine(r.text.String())
	if tlp := strings.Trim(s.marking, "()"); strings.HasPrefix(tlp, "TLP:") {
		s.marking = tlp
	}
}

func (r *lineReader) begun() bool { return strings.TrimSpace(r.text.String()) != "" }

// code reads a mark: the portion mark before the words, the head of a
// delegation, how a position was put, the status behind.
func (r *lineReader) code(t token) {
	s, labels := &r.seen, r.g.labels
	switch {
	case r.after || r.begun() && r.section != briefing.DelegationsSection && t.text != labels.Head:
		r.after, s.status = true, t.text
	case t.text == labels.Head:
		s.Head = true
	case r.section == briefing.PositionsSection && (r.named || r.g.isMode(t.text)):
		s.Mode = r.g.mode(t.text)
	case !r.named:
		s.marking = t.text
	default:
		s.status = t.text
	}
}

// bold reads what stands before the words, or is the words of a member.
func (r *lineReader) bold(t token) {
	s := &r.seen
	switch {
	case t.text == r.g.labels.Comment && !r.begun():
		s.analyst = true
	case r.section == briefing.MeetingSection && !r.begun() && s.label == "" && r.g.label(t.text) != "":
		s.label = r.g.label(t.text)
	case r.section == briefing.DelegationsSection && !r.named && !r.begun():
		r.named = true
		r.text.WriteString(t.text)
	case r.section == briefing.PositionsSection && !r.named && !r.begun():
		r.named = true
		s.Speaker = t.text
	default:
		r.text.WriteString(t.text)
	}
}

// readAsides reads what stands after the dash. The token's text cannot tell a
// dot between asides from one within, so it is read from the source. It
// reports false, and does nothing, if it cannot tell what they are.
func (r *lineReader) readAsides(t token) bool {
	parts := strings.Split(t.source, asideDot)
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = unescape(p)
	}
	kinds := r.asides
	if len(kinds) != len(parts) {
		kinds = r.g.usualAsides(r.section, texts)
	}
	if len(kinds) != len(parts) {
		return false
	}
	s := &r.seen
	for i, text := range texts {
		switch kinds[i] {
		case page.PartiesPart:
			for _, p := range strings.Split(parts[i], ", ") {
				s.Parties = append(s.Parties, unescape(p))
			}
		case page.ModePart:
			s.Mode = r.g.mode(text)
		case page.SpeakerPart:
			s.Speaker = text
		case page.TitlePart:
			s.Title = text
		case page.ChannelPart:
			s.Channel = text
		case page.SidePart:
			s.Side = r.side(text)
		case page.MeetingPart:
			s.Wording.Meeting = r.g.meeting(text)
		case page.NotePart:
			r.note(text)
		}
	}
	return true
}

func (r *lineReader) side(text string) string {
	if r.seen.label == briefing.AccountLabel {
		return r.g.labels.SideOf(text)
	}
	return text
}

// note reads what is said beside a fact: the day that was computed, or whose
// account it is.
func (r *lineReader) note(text string) {
	switch {
	case r.seen.label == briefing.AccountLabel:
		r.seen.Side = r.g.labels.SideOf(text)
	case r.seen.label == briefing.WhenLabel && r.g.mode(text) != text:
		r.seen.Mode = r.g.mode(text)
	}
}

// label returns the label of a line that "When:" stands for, or "".
func (g grammar) label(text string) string {
	for _, label := range []string{briefing.WhenLabel, briefing.WhereLabel, briefing.AccountLabel} {
		if text == g.labels.Line(label)+":" {
			return label
		}
	}
	return ""
}

func (g grammar) meeting(text string) string {
	if text == g.labels.Earlier {
		return briefing.EarlierMeeting
	}
	return text
}

// unquoted takes off the marks that a quotation is shown in.
func unquoted(s string) string {
	if inner, ok := strings.CutPrefix(s, "“"); ok {
		if inner, ok := strings.CutSuffix(inner, "”"); ok {
			return inner
		}
	}
	return s
}
