package widget

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"example.org/attache/briefing"
)

func (l *PickList) paint(p *pool, width, top, bottom float32) {
	h := l.rowHeight()
	first := max(0, int(top/h))
	last := min(l.count, int(bottom/h)+1)
	missing := false
	for i := first; i < last; i++ {
		row, ok := l.row(i)
		if !ok {
			missing = true
			p.rect(colour(ColorTint), 34, float32(i)*h+10, width*0.5, 8, 3)
			continue
		}
		l.paintRow(p, width, float32(i)*h, h, i, row)
	}
	if missing && l.Need != nil {
		l.Need(first, last)
	}
}

func (l *PickList) paintRow(p *pool, width, y, h float32, i int, row PickRow) {
	if slices.Contains(l.selected, row.ID) {
		back := ColorRowQuiet
		if l.surface.focused {
			back = ColorRow
		}
		p.rect(colour(back), 6, y+1, width-12, h-2, 4)
	}
	if i == l.current && l.surface.focused {
		r := p.rect(colour(ColorRing), 6, y+1, width-12, h-2, 4)
		r.FillColor = nil
		r.StrokeColor, r.StrokeWidth = colour(ColorRing), 1.5
	}
	title := l.metrics.of(SansBold, textSize())
	caption := l.metrics.of(Sans, small())
	if row.Mark != "" {
		p.icon(row.Mark.Icon(), 14, y+5+(title.line-12*unit())/2, 12*unit())
	}
	left := 14 + 20*unit()
	room := width - left - 14
	ty := y + 5
	ink := theme.ColorNameForeground
	if row.Faint {
		ink = ColorGrey
	}
	if row.Side != "" {
		w := caption.width(row.Side)
		p.text(row.Side, Sans, small(), colour(ColorGrey), width-14-w, ty+(title.line-caption.line)*0.7)
		room -= w + 10
	}
	p.line(title.elide(row.Title, room), SansBold, textSize(), colour(ink), left, ty)
	ty += title.line
	x := left
	if row.Caption != "" {
		x += p.line(caption.elide(row.Caption, room), Sans, small(), colour(ColorGrey), x, ty) + 8
	}
	if fw := caption.width(row.Flag); row.Flag != "" && x+fw < width-14 {
		p.text(row.Flag, Sans, small(), colour(ColorConflict), x, ty)
	}
	room = width - left - 14
	switch {
	case l.snippet == 1 && row.Snippet != "":
		p.line(caption.elide(row.Snippet, room), Sans, small(), colour(ColorGrey), left, ty+caption.line)
	case l.snippet > 1 && row.Snippet != "":
		ps, _ := l.metrics.flow(snippetRuns(row.Snippet, row.Marks), room)
		runs := snippetRuns(row.Snippet, row.Marks)
		ty += caption.line
		ps = slices.DeleteFunc(ps, func(pc piece) bool { return pc.y > caption.line*(float32(l.snippet)-0.4) })
		p.pieces(&l.metrics, runs, ps, left, ty)
	}
}

// snippetRuns sets the words found in bold.
func snippetRuns(text string, marks []briefing.Span) []Run {
	size := small() / textSize()
	var runs []Run
	at := 0
	put := func(to int, style fyne.TextStyle, c fyne.ThemeColorName) {
		if at < to {
			runs = append(runs, Run{Text: text[at:to], Style: style, Size: size, Colour: c})
			at = to
		}
	}
	for _, m := range marks {
		if m.Start < at || m.End > len(text) {
			continue
		}
		put(m.Start, Sans, ColorGrey)
		put(m.End, SansBold, theme.ColorNameForeground)
	}
	put(len(text), Sans, ColorGrey)
	return runs
}
