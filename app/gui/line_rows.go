package gui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2/theme"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// numbered are the sections that the digits 1 to 9 send a line to.
var numbered = []briefing.SectionKind{
	briefing.BottomLine, briefing.DelegationsSection, briefing.AgendaSection, briefing.AgreementsSection,
	briefing.PositionsSection, briefing.QuotesSection, briefing.NextStepsSection, briefing.DatesSection, briefing.CommentSection,
}

// draftLine is the row of a line that is being written and not saved yet.
const draftLine briefing.LineID = "draft"

// rows puts a briefing into rows: headings, sides, lines.
func (p *briefingPane) rows(b briefing.Briefing) []widget.LineRow {
	var rows []widget.LineRow
	for _, s := range b.Sections {
		draft := p.draft == s.Kind
		if len(s.Lines) == 0 && !draft && s.Kind != briefing.BottomLine {
			continue
		}
		rows = append(rows, p.heading(s))
		if len(s.Lines) == 0 && !draft {
			rows = append(rows, widget.LineRow{Kind: widget.EmptyRow, Section: s.Kind,
				Runs: []widget.Run{{Text: p.host.t("briefing.no-bottom-line"), Colour: widget.ColorGrey}}})
		}
		side := ""
		for _, l := range bySide(s) {
			if group := p.group(s.Kind, l); group != side {
				side = group
				rows = append(rows, widget.LineRow{Kind: widget.SideRow, Section: s.Kind,
					Runs: []widget.Run{{Text: side, Style: widget.SansBold, Size: 0.93, Colour: widget.ColorGrey}}})
			}
			rows = append(rows, p.row(b, s.Kind, l))
		}
		if draft {
			rows = append(rows, widget.LineRow{Line: draftLine, Section: s.Kind, Mark: widget.MarkAnalyst})
		}
	}
	return rows
}

// bySide are a section's lines as they are listed: members of one side stand
// together, in their order, wherever in the section they are.
func bySide(s briefing.Section) []briefing.Line {
	if s.Kind != briefing.DelegationsSection {
		return s.Lines
	}
	var lines []briefing.Line
	for i, l := range s.Lines {
		if slices.ContainsFunc(s.Lines[:i], func(o briefing.Line) bool { return sameSide(s.Kind, l, o) }) {
			continue // listed with the first of its side
		}
		for _, o := range s.Lines[i:] {
			if sameSide(s.Kind, l, o) {
				lines = append(lines, o)
			}
		}
	}
	return lines
}

// sameSide reports whether two lines are listed under one heading.
func sameSide(s briefing.SectionKind, a, b briefing.Line) bool {
	return s != briefing.DelegationsSection || a.Side == b.Side && a.Meeting == b.Meeting
}

func (p *briefingPane) heading(s briefing.Section) widget.LineRow {
	name := s.Label
	if name == "" {
		name = p.host.t("section." + string(s.Kind))
	}
	for i, k := range numbered {
		if k == s.Kind {
			name = strconv.Itoa(i+1) + "  " + name
		}
	}
	h := widget.LineRow{Kind: widget.HeadingRow, Section: s.Kind, Runs: []widget.Run{{Text: name}}}
	n := 0
	for _, l := range s.Lines {
		if l.OnPage() {
			n++
		}
	}
	if s.Kind == briefing.BottomLine {
		h.Side = p.host.t("briefing.of-four", "n", n)
	} else if n > 0 {
		h.Side = strconv.Itoa(n)
	}
	return h
}

// group is the side of a member, and the meeting where it is another one.
func (p *briefingPane) group(s briefing.SectionKind, l briefing.Line) string {
	if s != briefing.DelegationsSection {
		return ""
	}
	side := l.Side
	if side == "" {
		side = p.host.t("briefing.no-side")
	}
	if l.Meeting != "" {
		side += " · " + l.Meeting
	}
	return side
}

func (p *briefingPane) row(b briefing.Briefing, s briefing.SectionKind, l briefing.Line) widget.LineRow {
	w := p.host
	held := p.held[l.ID]
	row := widget.LineRow{
		Line: l.ID, Section: s, Mark: widget.MarkOf(l), Runs: p.words(s, l), Status: statusWord(w, l),
		Faint: l.Status == briefing.LeftOut || held, Quote: l.Kind == briefing.QuoteLine,
	}
	if held && l.Status != briefing.LeftOut {
		row.Status = w.t("status.held")
	}
	if l.Locked {
		row.Badges = append(row.Badges, widget.MarkLocked)
	}
	if l.Pinned {
		row.Badges = append(row.Badges, widget.MarkPinned)
	}
	if refs := refText(b, l); refs != "" {
		row.Runs = append(row.Runs, widget.Run{Text: " "}, widget.Run{Text: unbroken(refs), Size: 0.82, Colour: widget.ColorNavy})
	}
	if l.Marking != "" {
		row.Runs = append(row.Runs, widget.Run{Text: " "}, widget.Run{Text: "(" + strings.Trim(l.Marking, "()") + ")", Style: widget.SansBold, Size: 0.82, Keep: true})
	}
	row.Why = p.why(l)
	return row
}

// words are a line's words as the list shows them, each part in its style.
func (p *briefingPane) words(s briefing.SectionKind, l briefing.Line) []widget.Run {
	w := p.host
	grey := func(t string) widget.Run { return widget.Run{Text: t, Colour: widget.ColorGrey} }
	var runs []widget.Run
	if l.Label != "" {
		label := l.Label
		if w.hasText("label." + label) {
			label = w.t("label." + label)
		}
		runs = append(runs, widget.Run{Text: label + "  ", Size: 0.86, Colour: widget.ColorGrey, Keep: true})
	}
	switch {
	case s == briefing.DelegationsSection:
		runs = append(runs, widget.Run{Text: l.Text, Style: widget.SansBold})
		if l.Head {
			runs = append(runs, widget.Run{Text: " "}, widget.Run{Text: strings.ToUpper(w.t("briefing.head")), Style: widget.SansBold, Size: 0.75, Colour: widget.ColorNavy, Keep: true})
		}
		if l.Title != "" {
			runs = append(runs, grey(", "), widget.Run{Text: l.Title})
		}
	case l.Kind == briefing.QuoteLine:
		runs = append(runs, widget.Run{Text: "“" + l.Text + "”", Style: widget.SerifItalic, Size: 1.04})
		by := l.Speaker
		if l.Title != "" {
			by += ", " + l.Title
		}
		if l.Channel != "" {
			by += " · " + l.Channel
		}
		if by == "" {
			by = w.t("briefing.no-speaker")
		}
		runs = append(runs, grey(" — "+by))
	default:
		if l.Speaker != "" && s == briefing.PositionsSection {
			runs = append(runs, widget.Run{Text: l.Speaker, Style: widget.SansBold}, widget.Run{Text: " "})
			if l.Mode != "" {
				runs = append(runs, grey(w.mode(l.Mode)+" "))
			}
		}
		style := widget.Sans
		if l.Label == briefing.TitleLabel {
			style = widget.SansBold
		}
		runs = append(runs, widget.Run{Text: inWords(l), Style: style})
		if s == briefing.AgreementsSection {
			var about []string
			if l.Mode != "" {
				about = append(about, w.mode(l.Mode))
			}
			if len(l.Parties) > 0 {
				about = append(about, strings.Join(l.Parties, ", "))
			}
			if len(about) > 0 {
				runs = append(runs, grey(" — "+strings.Join(about, " · ")))
			}
		}
	}
	return runs
}

// inWords is what a line says, without who said it: a title's sides belong to
// it.
func inWords(l briefing.Line) string {
	if l.Label == briefing.TitleLabel {
		return l.Headline()
	}
	return l.Text
}

// mode is the word for an agreement's status or a position's mode.
func (w *Window) mode(m string) string {
	if w.words.Has("mode." + m) {
		return w.t("mode." + m)
	}
	return m
}

// statusWord is a line's status in a word.
func statusWord(w tools, l briefing.Line) string {
	if l.Kind == briefing.AnalystLine && l.Status != briefing.LeftOut {
		return w.t("status.analyst")
	}
	return w.t("status." + string(l.Status))
}

// why says which rule proposed a line, and what it was unsure of.
func (p *briefingPane) why(l briefing.Line) []widget.Run {
	small := func(t string) widget.Run { return widget.Run{Text: t, Size: 0.82, Colour: widget.ColorGrey} }
	var runs []widget.Run
	if found := p.host.foundBy(l.Rule); found != "" {
		runs = append(runs, small(found))
	}
	if l.Reason != "" {
		sep := ""
		if len(runs) > 0 {
			sep = " · "
		}
		runs = append(runs, small(sep+p.host.reason(l.Reason)))
	}
	if l.Status == briefing.Edited && l.Kind != briefing.AnalystLine && !l.Wording.Equal(l.Suggested) {
		sep := ""
		if len(runs) > 0 {
			sep = " · "
		}
		runs = append(runs, small(sep+p.host.t("briefing.suggested-was")+" "+suggestedWas(l)))
	}
	sep := func() string {
		if len(runs) > 0 {
			return " · "
		}
		return ""
	}
	if len(l.Learnt) > 0 {
		runs = append(runs, small(sep()+p.host.t("learnt.used-here")))
	}
	if hints := p.host.writingHints(l); len(hints) > 0 && l.OnPage() {
		runs = append(runs, small(sep()+strings.Join(hints, " ")+" "+p.host.t("writing.key", "key", p.host.keysOf("scale"))))
	}
	for i := range runs {
		runs[i].Colour = theme.ColorNameForeground
	}
	return runs
}

// suggestedWas is what the rules suggested in the place of what a line has now.
func suggestedWas(l briefing.Line) string {
	var parts []string
	for _, f := range [][2]string{{l.Suggested.Text, l.Text}, {l.Suggested.Title, l.Title}, {l.Suggested.Speaker, l.Speaker}, {l.Suggested.Side, l.Side},
		{strings.Join(l.Suggested.Parties, ", "), strings.Join(l.Parties, ", ")}} {
		if f[0] != f[1] && f[0] != "" {
			parts = append(parts, f[0])
		}
	}
	if len(parts) == 0 {
		return l.Suggested.Text
	}
	return strings.Join(parts, " · ")
}

// unbroken has a reference stay on one line: "2 ¶3" never loses its number.
func unbroken(refs string) string { return strings.ReplaceAll(refs, " ¶", "\u00a0¶") }

// refText is a line's references as printed: [1 ¶3, ¶4; 2 ¶1].
func refText(b briefing.Briefing, l briefing.Line) string {
	var s strings.Builder
	last := 0
	for _, r := range b.Refs(l) {
		switch {
		case r.Article == last:
			s.WriteString(", ")
		case last != 0:
			s.WriteString("; " + strconv.Itoa(r.Article) + " ")
		default:
			s.WriteString(strconv.Itoa(r.Article) + " ")
		}
		last = r.Article
		s.WriteString("¶" + strconv.Itoa(r.Paragraph))
	}
	if s.Len() == 0 {
		return ""
	}
	return "[" + s.String() + "]"
}
