package gui

import (
	"cmp"
	"slices"
	"strings"

	"example.org/attache/app/widget"
	"example.org/attache/briefing"
)

// saidBy are the lines of a briefing in which one person speaks.
type saidBy struct {
	name, title string
	lines       []briefing.Line
}

// speakers gathers who says what in a briefing, in the order of the first line
// of each. Lines without a speaker come last, together.
func speakers(b briefing.Briefing) []saidBy {
	var all []saidBy
	for _, s := range b.Sections {
		if s.Kind != briefing.QuotesSection && s.Kind != briefing.PositionsSection {
			continue
		}
		for _, l := range s.Lines {
			if !l.OnPage() {
				continue
			}
			i := slices.IndexFunc(all, func(x saidBy) bool { return x.name == l.Speaker })
			if i < 0 {
				i = len(all)
				all = append(all, saidBy{name: l.Speaker})
			}
			all[i].title = cmp.Or(all[i].title, l.Title)
			all[i].lines = append(all[i].lines, l)
		}
	}
	slices.SortStableFunc(all, func(a, b saidBy) int { return rankOf(a.name == "") - rankOf(b.name == "") })
	return all
}

// showSaid lists who said what, by person; a line leads to its source.
func (w *Window) showSaid() {
	var lines []widget.PickRow
	for _, x := range speakers(w.brief) {
		name := x.name
		if name == "" {
			name = w.t("briefing.no-speaker")
		}
		if x.title != "" {
			name += ", " + x.title
		}
		for _, l := range x.lines {
			caption := w.t("said.quote")
			if l.Kind != briefing.QuoteLine {
				caption = w.mode(l.Mode)
			}
			words := inWords(l)
			if l.Kind == briefing.QuoteLine {
				words = "“" + words + "”"
			}
			caption = strings.TrimSpace(caption + " " + refText(w.brief, l))
			lines = append(lines, widget.PickRow{ID: string(l.ID), Mark: widget.MarkOf(l), Title: name, Caption: caption, Snippet: words})
		}
	}
	if len(lines) == 0 {
		w.notices.show(notice{text: w.t("said.none")})
		return
	}
	list := widget.NewPickList()
	list.Single = true
	list.Row = func(i int) (widget.PickRow, bool) {
		if i >= len(lines) {
			return widget.PickRow{}, false
		}
		return lines[i], true
	}
	rows, room := w.roomFor(list, 420)
	var s *sheet
	goTo := func() {
		id := briefing.LineID(list.Current())
		s.hide()
		w.selectLine(id)
		w.review.focus()
	}
	list.OnOpen = func(string) { goTo() }
	s = w.open(sheetLook{title: w.t("cmd.said"), content: rows, width: 680,
		verb: w.t("said.show"), main: goTo, focus: list.Focusable()})
	list.Reset(len(lines), 2)
	room.settle()
	s.refresh()
	list.First()
}
