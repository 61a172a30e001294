package markdown

import (
	"slices"
	"strconv"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
	"example.org/attache/briefing/export/trace"
	"example.org/attache/briefing/page"
)

// briefing makes the briefing of what the file shows.
func (f *file) briefing() (briefing.Briefing, error) {
	d, err := f.details()
	if err != nil {
		return briefing.Briefing{}, err
	}
	b := briefing.Briefing{ID: briefing.BriefingID(f.front.get("briefing")), Details: d,
		Sections: readSectionList(f.front.get("sections")), Articles: f.articles}
	if f.record != nil {
		b.ID, b.Sections = f.record.Briefing, whole(*f.record).Sections
	}
	if len(b.Sections) == 0 {
		b.Sections = briefing.Blank().Sections
	}
	for i := range b.Sections {
		b.Sections[i].Lines = []briefing.Line{}
	}
	used := map[briefing.LineID]bool{}
	for _, pl := range f.lines {
		if c := pl.comment; c != nil {
			if used[c.ID] {
				c.ID = "" // copied by hand: a line of its own
			}
			used[c.ID] = true
		}
		if pl.of != nil && !pl.copy {
			used[pl.of.ID] = true
		}
	}
	own := 1
	for _, pl := range f.lines {
		l := f.lineOf(pl)
		for l.ID == "" {
			if id := briefing.LineID("own-" + strconv.Itoa(own)); !used[id] {
				used[id], l.ID = true, id
			}
			own++
		}
		s := sectionOf(&b, pl.place.section)
		s.Lines = append(s.Lines, l)
	}
	f.label(&b)
	f.reorder(&b)
	return b, nil
}

// details returns the settings of the page: those of the record, with what a
// person changed in the front matter since.
func (f *file) details() (briefing.Details, error) {
	d, err := f.front.details()
	if err != nil || f.record == nil || f.record.Details == nil {
		return d, err
	}
	was := *f.record.Details
	changed := func(key string) bool {
		for _, r := range f.record.Printed {
			if r.Block == export.Front {
				return normal(r.Part(page.Part(key))) != normal(f.front.get(key))
			}
		}
		return false
	}
	if changed("marking") {
		was.Marking = d.Marking
	}
	if changed("tlp") {
		was.TLP = d.TLP
	}
	if changed("author") {
		was.Author = d.Author
	}
	if changed("as_of") {
		was.AsOf = d.AsOf
	}
	if changed("lang") {
		was.Language = d.Language
	}
	return was, nil
}

// sectionOf returns the section of the kind, adding it if it is not there.
func sectionOf(b *briefing.Briefing, kind briefing.SectionKind) *briefing.Section {
	i := slices.IndexFunc(b.Sections, func(s briefing.Section) bool { return s.Kind == kind })
	if i < 0 {
		i = len(b.Sections)
		b.Sections = append(b.Sections, briefing.Section{Kind: kind, Lines: []briefing.Line{}})
	}
	return &b.Sections[i]
}

// label gives sections the headings that were read.
func (f *file) label(b *briefing.Briefing) {
	for _, h := range f.headings {
		if h.kind == "" || !h.known || f.record == nil && !h.commented {
			continue
		}
		s := sectionOf(b, h.kind)
		s.Label = h.label
		if h.label == "" && h.text != plainText(f.g.labels.Heading(h.kind)) {
			s.Label = h.text
		}
	}
}

// reorder puts lines that were shown in another order than their section's
// back in place. A new line stays behind the one it follows.
func (f *file) reorder(b *briefing.Briefing) {
	type placed struct {
		line briefing.Line
		at   int
	}
	for i := range b.Sections {
		s := &b.Sections[i]
		var lines []placed
		last, n := -1, 0
		for _, pl := range f.lines {
			if pl.place.section != s.Kind {
				continue
			}
			if at, ok := f.at(pl); ok {
				last = at
			}
			lines = append(lines, placed{s.Lines[n], last})
			n++
		}
		slices.SortStableFunc(lines, func(x, y placed) int { return x.at - y.at })
		for j := range lines {
			s.Lines[j] = lines[j].line
		}
	}
}

// at returns the place of a line in its section, where lines are shown in
// another order than that.
func (f *file) at(pl parsedLine) (int, bool) {
	if c := pl.comment; c != nil && c.At != nil {
		return *c.At, true
	}
	if pl.of == nil || pl.of.Section != pl.place.section || f.shownInOrder(pl.place.section) {
		return 0, false
	}
	return slices.IndexFunc(f.record.Lines, func(l trace.Line) bool { return l.ID == pl.of.ID }), true
}

// shownInOrder reports whether the file showed the lines of a section in the
// section's own order.
func (f *file) shownInOrder(kind briefing.SectionKind) bool {
	var own, shown []briefing.LineID
	for _, l := range f.record.Lines {
		if l.Section == kind {
			own = append(own, l.ID)
		}
	}
	for _, r := range f.record.Printed {
		if r.Section == kind && r.Line != "" && !slices.Contains(shown, r.Line) {
			shown = append(shown, r.Line)
		}
	}
	return slices.Equal(own, shown)
}

// lineOf returns the line that stands in the file.
func (f *file) lineOf(pl parsedLine) briefing.Line {
	switch {
	case pl.of != nil:
		return f.recorded(pl)
	case pl.comment != nil && pl.comment.known():
		return pl.comment.line(pl.seen, f.articles)
	}
	s := pl.seen
	return briefing.Line{Kind: briefing.AnalystLine, Status: briefing.Edited, Wording: s.Wording, Label: s.label, Marking: s.marking, Rank: 1}
}

// recorded returns a line of the record with what a person changed of it.
func (f *file) recorded(pl parsedLine) briefing.Line {
	l := pl.of.Line
	if pl.copy {
		l.ID = ""
	}
	if pl.same {
		return l
	}
	in := place{section: pl.of.Section, side: l.Side, meeting: l.Wording.Meeting}
	if in.section == briefing.DelegationsSection {
		in = f.g.delegation(f.sideOf(l))
	}
	w := f.written[l.ID]
	was, is := f.g.seen(in, tokens(w.source), w.asides), pl.seen
	if was.Wording.Equal(is.Wording) && was.marking == is.marking {
		return l
	}
	l.Status, l.Learnt = briefing.Edited, nil
	if was.Text != is.Text {
		l.Text = is.Text
		if l.Label == briefing.TitleLabel {
			l.Parties = nil // they are in the headline
		}
		if l.Kind == briefing.QuoteLine {
			l.Kind, l.Text = briefing.ExtractLine, unquoted(is.Text)
		}
	}
	for _, field := range []struct{ was, is, to *string }{
		{&was.Title, &is.Title, &l.Title}, {&was.Side, &is.Side, &l.Side}, {&was.Speaker, &is.Speaker, &l.Speaker},
		{&was.Channel, &is.Channel, &l.Channel}, {&was.Mode, &is.Mode, &l.Mode}, {&was.Wording.Meeting, &is.Wording.Meeting, &l.Wording.Meeting},
		{&was.marking, &is.marking, &l.Marking},
	} {
		if *field.was != *field.is {
			*field.to = *field.is
		}
	}
	if !slices.Equal(was.Parties, is.Parties) {
		l.Parties = is.Parties
	}
	l.Head = is.Head
	return l
}

// sideOf returns the heading above a member, as it was written.
func (f *file) sideOf(l briefing.Line) string {
	side := l.Side
	if side == "" {
		side = f.g.labels.NoSide
	}
	source := escape(side)
	if meeting := escape(f.g.labels.Meeting(l.Wording.Meeting)); meeting != "" {
		source += " — *" + meeting + "*"
	}
	return source
}
