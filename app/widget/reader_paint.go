package widget

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"example.org/attache/briefing"
)

// paint draws the lines between two heights.
func (r *Reader) paint(p *pool, width, top, bottom float32) {
	first, last := r.linesBetween(top, bottom)
	if first >= last {
		return
	}
	from, to := r.lines[first].start, r.lines[last-1].end
	hits := r.within(briefing.Span{Start: from, End: to})
	for _, l := range r.lines[first:last] {
		para := r.article.Paragraphs[l.para]
		r.paintMargin(p, l, para)
		r.paintLine(p, l, para, hits)
	}
}

// within returns the highlights that touch a span, those that stand out most
// last.
func (r *Reader) within(s briefing.Span) []Highlight {
	var hs []Highlight
	for _, h := range r.highlights {
		if h.Overlaps(s) && h.Valid(r.article.Text) {
			hs = append(hs, h)
		}
	}
	slices.SortStableFunc(hs, func(a, b Highlight) int {
		if a.Level != b.Level {
			return int(a.Level - b.Level)
		}
		return b.Len() - a.Len()
	})
	return hs
}

// paintMargin draws the paragraph's number, and how much a briefing uses it:
// a bar for used, a dotted line for unused, nothing for what is left out.
func (r *Reader) paintMargin(p *pool, l readerLine, para briefing.Paragraph) {
	if l.first {
		num := fmt.Sprintf("¶%d", l.para+1)
		a := r.metrics.of(Sans, small())
		x := readerLeft() - 20 - a.width(num)
		c := ColorGrey
		p.text(num, Sans, small(), colour(c), x, l.y+(l.h-a.line)*0.62)
	}
	switch {
	case r.noMargin:
	case para.Kind == briefing.Furniture:
		p.rect(colour(ColorHairline), readerLeft()-13, l.y+1, 4, l.h-2, 0).FillColor = colour(ColorTint)
	case r.uses(para.Span):
		p.rect(colour(ColorNavy), readerLeft()-13, l.y, 3, l.h, 0)
	default:
		for y := l.y; y < l.y+l.h-2; y += 6 {
			p.rect(colour(ColorHairline), readerLeft()-12, y, 1, 3, 0)
		}
	}
}

func (r *Reader) uses(s briefing.Span) bool {
	return slices.ContainsFunc(r.highlights, func(h Highlight) bool { return h.Overlaps(s) })
}

func (r *Reader) paintLine(p *pool, l readerLine, para briefing.Paragraph, hits []Highlight) {
	style, size := r.style(para.Kind)
	ink := theme.ColorNameForeground
	if para.Kind == briefing.Furniture || para.Kind == briefing.Caption {
		ink = ColorGrey
	}
	line := briefing.Span{Start: l.start, End: l.end}
	lineBox := r.metrics.of(style, size).line
	dy := (l.h - lineBox) / 2
	shaped := r.shaped(l)
	each := func(s briefing.Span, do func(x, w float32)) {
		if s.Overlaps(line) {
			shaped.each(briefing.Span{Start: s.Start - l.start, End: s.End - l.start}, do)
		}
	}
	var bands bands
	box := func(s briefing.Span, c fyne.ThemeColorName, radius float32) {
		each(s, func(x, w float32) { bands.add(band{colour(c), x - 1, l.y + 1, w + 2, l.h - 2, radius}) })
	}
	under := func(s briefing.Span, c fyne.ThemeColorName) {
		each(s, func(x, w float32) { bands.add(band{colour(c), x, l.y + l.h - 3, w, 2, 0}) })
	}
	for _, h := range hits {
		switch h.Level {
		case Exact: // underlined, so that it does not rest on colour
			under(h.Span, ColorNavy)
		case Selected:
			box(h.Span, ColorHitSelected, 2)
		default:
			box(h.Span, h.Colour, 2)
		}
	}
	for i, f := range r.found {
		box(f, ColorHitFound, 2)
		if i == r.foundAt {
			under(f, theme.ColorNameForeground)
		}
	}
	box(r.selection, theme.ColorNameSelection, 0)
	for _, b := range bands {
		p.rect(b.colour, b.x, b.y, b.w, b.h, b.radius)
	}
	for _, part := range shaped.parts {
		if part.start < part.end {
			p.text(part.directed(shaped.text), style, size, colour(ink), part.x, l.y+dy)
		}
	}
	if para.Kind == briefing.Furniture && l.end >= para.End && r.Words.LeftOut != "" {
		x, y := r.labelAt(l), l.y+dy
		if !r.labelFits(l) {
			x, y = readerLeft(), y+l.h
		}
		p.text(r.Words.LeftOut, Sans, small(), colour(ColorGrey), x, y+lineBox-r.metrics.of(Sans, small()).line-1)
	}
}
