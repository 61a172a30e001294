package widget

import (
	"sort"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"example.org/attache/briefing"
)

// readerLine is one line on the screen.
type readerLine struct {
	start, end int     // bytes of the text
	y, h       float32 // top and height
	para       int     // index of its paragraph
	first      bool    // of its paragraph
	rtl        bool    // its paragraph is written from right to left
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
	if r.foreign {
		if kind == briefing.Heading {
			return SansBold, readSize()
		}
		return Sans, readSize()
	}
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

// foreign reports whether a text has letters that our own fonts lack. For our
// serif, which goes by the style of typewriters, the toolkit would look for a
// typewriter's font of them.
func foreign(text string) bool {
	for _, r := range text {
		if r >= 0x530 && (r < 0x1E00 || r >= 0x2C00) && unicode.IsLetter(r) {
			return true
		}
	}
	return false
}

// layout breaks every paragraph into lines, by rune advances: linear, and
// independent of how many different words there are.
func (r *Reader) layout(width float32) float32 {
	r.lines = r.lines[:0]
	if r.article == nil {
		return 0
	}
	room := min(width-readerLeft()-readerRight, readerMeasure*readSize())
	r.room = room
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
		whole := text[p.Start:p.End]
		marks, rtl := breaksOf(whole), beginsLeftward(whole)
		for pos := p.Start; pos < p.End; {
			end := p.End
			if n := strings.IndexByte(text[pos:p.End], '\n'); n >= 0 {
				end = pos + n
			}
			for pos < end || first {
				cut := p.Start + a.breakLine(whole, pos-p.Start, end-p.Start, room, marks)
				r.lines = append(r.lines, readerLine{start: pos, end: cut, y: y, h: h, para: i, first: first, rtl: rtl})
				y += h
				first = false
				pos = cut
				for pos < end && text[pos] == ' ' {
					pos++
				}
			}
			pos = end + 1
		}
		if n := len(r.lines); p.Kind == briefing.Furniture && n > 0 && !r.labelFits(r.lines[n-1]) {
			y += h
		}
		y += h * 0.55
	}
	return y + readerTop
}

// labelAt is where "left out" stands behind a line, if there is room.
func (r *Reader) labelAt(l readerLine) float32 {
	shaped := r.shaped(l)
	return readerLeft() + 10 + shaped.measure(shaped.text)
}

// labelFits reports whether "left out" has room behind a line; else it gets a
// line of its own below.
func (r *Reader) labelFits(l readerLine) bool {
	return r.Words.LeftOut == "" || r.labelAt(l)+r.metrics.of(Sans, small()).width(r.Words.LeftOut) <= readerLeft()+r.room+readerRight-6
}

// breakLine returns where the line that begins at start ends, at most at end.
func (a *advances) breakLine(text string, start, end int, width float32, marks breaks) int {
	x := float32(0)
	lastBreak, lastLetter := -1, -1
	for i, c := range text[start:end] {
		if c == ' ' || c == '\t' || marks.has(start+i, mayBreak) {
			lastBreak = start + i
		}
		if marks.has(start+i, grapheme) {
			lastLetter = start + i
		}
		x += a.rune(c)
		if x > width && c != ' ' {
			switch {
			case lastBreak > start:
				return lastBreak
			case lastLetter > start:
				return lastLetter // a word longer than the line
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
	return l.start + r.shaped(l).offset(pos.X)
}

// shaped is a line with its letters in place.
func (r *Reader) shaped(l readerLine) shapedLine {
	style, size := r.style(r.article.Paragraphs[l.para].Kind)
	return shape(r.article.Text[l.start:l.end], l.rtl, style, size, readerLeft(), r.room)
}
