package widget

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"

	"example.org/attache/briefing"
)

// readerLine is one line on the screen.
type readerLine struct {
	start, end int     // bytes of the text
	y, h       float32 // top and height
	para       int     // index of its paragraph
	first      bool    // of its paragraph
}

// The reader's margins, in the theme's units. Numbers and marks stand left of
// the text.
const (
	readerRight = 26
	readerTop   = 14
	// readerMeasure is the widest a line of text gets, in text sizes: about
	// 75 characters, past which the eye loses the next line.
	readerMeasure = 36
)

// readerLeft leaves room for a paragraph's number and mark.
func readerLeft() float32 { return 18 + 40*unit() }

// style returns how a kind of paragraph is set: its style and its size.
func (r *Reader) style(kind briefing.ParagraphKind) (style fyne.TextStyle, size float32) {
	switch kind {
	case briefing.Heading:
		return SerifBold, readSize()
	case briefing.Caption, briefing.Quotation:
		return SerifItalic, readSize()
	case briefing.Furniture:
		return Sans, textSize()
	}
	return Serif, readSize()
}

// layout breaks every paragraph into lines, by rune advances: linear, and
// independent of how many different words there are.
func (r *Reader) layout(width float32) float32 {
	r.lines = r.lines[:0]
	if r.article == nil {
		return 0
	}
	room := min(width-readerLeft()-readerRight, readerMeasure*readSize())
	y := float32(readerTop)
	text := r.article.Text
	for i, p := range r.article.Paragraphs {
		if p.End > len(text) || p.Start >= p.End {
			continue // damaged: the rest of the article can still be read
		}
		style, size := r.style(p.Kind)
		a := r.metrics.of(style, size)
		h := float32(int(a.line*1.12 + 0.5))
		if p.Kind == briefing.Heading && i > 0 {
			y += h * 0.3
		}
		first := true
		for pos := p.Start; pos < p.End; {
			end := p.End
			if n := strings.IndexByte(text[pos:p.End], '\n'); n >= 0 {
				end = pos + n
			}
			for pos < end || first {
				cut := a.breakLine(text, pos, end, room)
				r.lines = append(r.lines, readerLine{start: pos, end: cut, y: y, h: h, para: i, first: first})
				y += h
				first = false
				pos = cut
				for pos < end && text[pos] == ' ' {
					pos++
				}
			}
			pos = end + 1
		}
		y += h * 0.55
	}
	return y + readerTop
}

// breakLine returns where the line that begins at start ends, at most at end.
func (a *advances) breakLine(text string, start, end int, width float32) int {
	x := float32(0)
	lastBreak := -1
	for i, c := range text[start:end] {
		if c == ' ' || c == '\t' {
			lastBreak = start + i
		}
		x += a.rune(c)
		if x > width && c != ' ' {
			switch {
			case lastBreak > start:
				return lastBreak
			case i > 0:
				return start + i // a word longer than the line
			}
		}
	}
	return end
}

// lineAt returns the index of the line that holds offset.
func (r *Reader) lineAt(offset int) int {
	i := sort.Search(len(r.lines), func(i int) bool { return r.lines[i].start > offset })
	return max(0, i-1)
}

// linesBetween returns the half-open range of lines that show between two
// heights.
func (r *Reader) linesBetween(top, bottom float32) (first, last int) {
	first = sort.Search(len(r.lines), func(i int) bool { return r.lines[i].y+r.lines[i].h > top })
	last = sort.Search(len(r.lines), func(i int) bool { return r.lines[i].y >= bottom })
	return first, max(first, last)
}

// offsetAt returns the byte of the text nearest to a point.
func (r *Reader) offsetAt(pos fyne.Position) int {
	if len(r.lines) == 0 {
		return 0
	}
	i := sort.Search(len(r.lines), func(i int) bool { return r.lines[i].y > pos.Y })
	l := r.lines[max(0, i-1)]
	style, size := r.style(r.article.Paragraphs[l.para].Kind)
	return l.start + offsetAt(r.article.Text[l.start:l.end], style, size, pos.X-readerLeft())
}
