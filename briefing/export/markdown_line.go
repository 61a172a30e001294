package export

import (
	"strings"

	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
)

// This file is the grammar of a line in Markdown, both ways:
//
//	`(C)` **Comment:** text — *Ruritania, Sylvania · agreed* [^1] ¶2 `edited`
//	└mark └own words   └text   └aside                        └refs   └status
//
// A member is `**name** `Head` — *office*`, a position `**holder** `offered`
// text`. A quotation has its aside on a line of its own. Raw signs of Markdown
// delimit the parts, and escape sees to it that no word holds one.

// aside is one thing that is said of a line after its dash.
type aside string

const (
	partiesAside aside = "p"
	modeAside    aside = "m"
	speakerAside aside = "s"
	titleAside   aside = "t"
	channelAside aside = "c"
	sideAside    aside = "d"
	meetingAside aside = "e"
)

// asideDot parts asides from one another.
const asideDot = " · "

// grammar writes and reads lines in one language.
type grammar struct{ labels page.Labels }

// asides returns what is said of a line after the dash, and what each is.
func (g grammar) asides(kind briefing.SectionKind, l briefing.Line) (kinds string, texts []string) {
	add := func(k aside, text string) {
		if text = escape(text); text != "" {
			kinds += string(k)
			texts = append(texts, strings.ReplaceAll(text, "·", "&#183;"))
		}
	}
	var parties []string
	for _, p := range l.Parties {
		if headline(kind, l) {
			break // they are in the headline
		}
		if p = escape(p); p != "" {
			parties = append(parties, strings.NewReplacer(",", "&#44;", "·", "&#183;").Replace(p))
		}
	}
	if len(parties) > 0 {
		kinds += string(partiesAside)
		texts = append(texts, strings.Join(parties, ", "))
	}
	position, member := kind == briefing.PositionsSection, kind == briefing.DelegationsSection
	if !position {
		add(modeAside, g.labels.Mode(l.Mode))
		add(speakerAside, l.Speaker)
	}
	add(titleAside, l.Title)
	add(channelAside, l.Channel)
	if !member {
		if account(kind, l) && l.Side != "" {
			add(sideAside, g.labels.OneSide(l.Side))
		} else {
			add(sideAside, l.Side)
		}
		add(meetingAside, g.labels.Meeting(l.Wording.Meeting))
	}
	return kinds, texts
}

// usualAsides are what n asides are taken for in a section when nothing else
// says so.
func (g grammar) usualAsides(kind briefing.SectionKind, texts []string) string {
	switch n := len(texts); {
	case kind == briefing.QuotesSection && n <= 4:
		return "stce"[:n]
	case kind == briefing.AgreementsSection && n == 2:
		return "pm"
	case kind == briefing.AgreementsSection && n == 1 && g.isMode(texts[0]):
		return "m"
	case kind == briefing.AgreementsSection && n == 1:
		return "p"
	case kind == briefing.DelegationsSection && n == 1:
		return "t"
	case n == 1:
		return "e"
	}
	return ""
}

func (g grammar) isMode(word string) bool {
	return g.mode(word) != word || g.labels.Statuses[word] != ""
}

// mode returns the mode that a word of the labels stands for, or the word.
func (g grammar) mode(word string) string { return g.labels.ModeOf(word) }

// words returns a line's words as Markdown, and its asides; the latter are
// "" if there are none.
func (g grammar) words(kind briefing.SectionKind, l briefing.Line) (text, after string) {
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	add(codeSpan(portion(l.Marking)))
	if l.Kind == briefing.AnalystLine && kind != briefing.CommentSection && kind != briefing.MeetingSection {
		add(bold(g.labels.Comment))
	}
	switch kind {
	case briefing.DelegationsSection:
		add(bold(name(l)))
	case briefing.PositionsSection:
		add(bold(l.Speaker))
		add(codeSpan(g.labels.Mode(l.Mode)))
		add(escape(quoted(l)))
	default:
		if headline(kind, l) {
			l.Text = l.Headline()
		}
		add(escape(quoted(l)))
	}
	if l.Head {
		add(codeSpan(g.labels.Head))
	}
	if _, texts := g.asides(kind, l); len(texts) > 0 {
		after = "— *" + strings.Join(texts, asideDot) + "*"
	}
	return strings.Join(parts, " "), after
}

// account reports whether a line is the one that says whose account it is.
func account(kind briefing.SectionKind, l briefing.Line) bool {
	return kind == briefing.MeetingSection && l.Label == briefing.AccountLabel
}

// headline reports whether a line is shown as a headline, the parties before
// its text.
func headline(kind briefing.SectionKind, l briefing.Line) bool {
	return kind == briefing.MeetingSection && l.Label == briefing.TitleLabel
}

func bold(s string) string {
	if s = escape(s); s == "" {
		return ""
	}
	return "**" + s + "**"
}

// place is where a line stands: its section, and for a member the side and
// meeting in the heading above.
type place struct {
	section       briefing.SectionKind
	side, meeting string
	row           int // of that heading in the file
}

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
	if in.side = oneLine(in.side); in.side == g.labels.NoSide {
		in.side = ""
	}
	return in
}

// seen returns what the pieces of a line show at a place.
func (g grammar) seen(in place, ts []token, asides string) seen {
	s := g.read(in.section, ts, asides)
	if in.section == briefing.DelegationsSection {
		s.Side, s.Wording.Meeting = in.side, in.meeting
	}
	return s
}

// seen is a line as the file shows it.
type seen struct {
	briefing.Wording
	marking string
	label   string // of a line of the meeting
	analyst bool   // in words or by its section
	status  string
}

// read returns what the pieces of a line show. The kinds of its asides are
// the usual ones if kinds is "".
func (g grammar) read(section briefing.SectionKind, ts []token, kinds string) seen {
	var s seen
	s.analyst = section == briefing.CommentSection
	var text strings.Builder
	named, after := false, false
	for i, t := range ts {
		begun := strings.TrimSpace(text.String()) != ""
		switch t.kind {
		case commentToken:
		case refToken:
			after = true
		case codeToken:
			switch {
			case after || begun && section != briefing.DelegationsSection && t.text != g.labels.Head:
				after, s.status = true, t.text
			case t.text == g.labels.Head:
				s.Head = true
			case section == briefing.PositionsSection && (named || g.isMode(t.text)):
				s.Mode = g.mode(t.text)
			case !named:
				s.marking = t.text
			default:
				s.status = t.text
			}
		case boldToken:
			switch {
			case t.text == g.labels.Comment && !begun:
				s.analyst = true
			case section == briefing.MeetingSection && !begun && s.label == "" && g.label(t.text) != "":
				s.label = g.label(t.text)
			case section == briefing.DelegationsSection && !named && !begun:
				named = true
				text.WriteString(t.text)
			case section == briefing.PositionsSection && !named && !begun:
				named = true
				s.Speaker = t.text
			default:
				text.WriteString(t.text)
			}
		case italicToken:
			before := text.String()
			if i > 0 && ts[i-1].kind == textToken && strings.HasSuffix(before, "— ") {
				if g.readAsides(&s, section, t, kinds) {
					text.Reset()
					text.WriteString(strings.TrimSuffix(before, "— "))
					after = true
					continue
				}
			}
			text.WriteString(t.text)
		default:
			text.WriteString(t.text)
		}
	}
	s.Text = oneLine(text.String())
	if tlp := strings.Trim(s.marking, "()"); strings.HasPrefix(tlp, "TLP:") {
		s.marking = tlp
	}
	return s
}

// unquoted takes off the marks that quoted puts on.
func unquoted(s string) string {
	if inner, ok := strings.CutPrefix(s, "“"); ok {
		if inner, ok := strings.CutSuffix(inner, "”"); ok {
			return inner
		}
	}
	return s
}

// readAsides reads what stands after the dash. The token's text cannot tell a
// dot between asides from one within, so it is read from the source. It
// reports false, and does nothing, if it cannot tell what they are.
func (g grammar) readAsides(s *seen, section briefing.SectionKind, t token, kinds string) bool {
	parts := strings.Split(t.source, asideDot)
	texts := make([]string, len(parts))
	for i, p := range parts {
		texts[i] = unescape(p)
	}
	if len(kinds) != len(parts) {
		kinds = g.usualAsides(section, texts)
	}
	if len(kinds) != len(parts) {
		return false
	}
	for i, text := range texts {
		switch aside(kinds[i : i+1]) {
		case partiesAside:
			for _, p := range strings.Split(parts[i], ", ") {
				s.Parties = append(s.Parties, unescape(p))
			}
		case modeAside:
			s.Mode = g.mode(text)
		case speakerAside:
			s.Speaker = text
		case titleAside:
			s.Title = text
		case channelAside:
			s.Channel = text
		case sideAside:
			s.Side = text
			if section == briefing.MeetingSection && s.label == briefing.AccountLabel {
				s.Side = g.labels.SideOf(text)
			}
		case meetingAside:
			s.Wording.Meeting = g.meeting(text)
		}
	}
	return true
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
