package widget

import (
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"golang.org/x/text/unicode/bidi"

	"example.org/attache/briefing"
)

// stretch is a part of a line that reads in one direction.
type stretch struct {
	start, end int // bytes of the line
	rtl        bool
	plain      bool // of those that go left: it has signs only
	x, w       float32
}

// Marks that have no width and set the direction of the text they begin.
const leftMark, rightMark = "\u200e", "\u200f"

// leftward reports whether some letters of s are written from right to left.
func leftward(s string) bool {
	for _, r := range s {
		if r >= 0x590 && isLeftward(r) { // Hebrew is the first
			return true
		}
	}
	return false
}

func isLeftward(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// beginsLeftward reports whether the first letter of s is written from right to
// left: then the whole of it is.
func beginsLeftward(s string) bool {
	for _, r := range s {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.R, bidi.AL:
			return true
		case bidi.L:
			return false
		}
	}
	return false
}

// stretches returns the parts of a line of text in the order they stand in, from
// left to right; rtl is the direction of the paragraph. See UAX #9: this has
// no more than the levels that text without control characters can have.
func stretches(s string, rtl bool) []stretch {
	if !rtl && !leftward(s) {
		return []stretch{{end: len(s)}}
	}
	mark, direction := leftMark, bidi.LeftToRight
	if rtl {
		mark, direction = rightMark, bidi.RightToLeft
	}
	var p bidi.Paragraph
	_, _ = p.SetString(mark+s, bidi.DefaultDirection(direction)) // errors are those of options
	order, err := p.Order()
	if err != nil {
		return []stretch{{end: len(s)}}
	}
	var parts []stretch
	at := -len(mark) // the mark is not the line's
	for i := range order.NumRuns() {
		run := order.Run(i)
		end := at + len(run.String())
		if end > max(0, at) {
			parts = append(parts, stretch{start: max(0, at), end: end, rtl: run.Direction() == bidi.RightToLeft})
		}
		at = end
	}
	if rtl {
		slices.Reverse(parts)
		return apart(s, parts)
	}
	for i := 0; i < len(parts); i++ { // what lies between two that go left goes with them if it is but figures
		if !parts[i].rtl {
			continue
		}
		last := i
		for last+2 < len(parts) && parts[last+2].rtl && !lettered(s[parts[last+1].start:parts[last+1].end]) {
			last += 2
		}
		slices.Reverse(parts[i : last+1])
		i = last
	}
	return apart(s, parts)
}

// apart sets the letters and the signs of what goes left apart. Fyne takes signs
// from our own fonts, and draws what is from several fonts from left to right
// whatever its direction.
func apart(s string, parts []stretch) []stretch {
	var all []stretch
	for _, p := range parts {
		if !p.rtl {
			all = append(all, p)
			continue
		}
		from := len(all)
		for at := p.start; at < p.end; {
			n := lettersAt(s[at:p.end])
			plain := n == 0
			if plain {
				n = signsAt(s[at:p.end])
			}
			all = append(all, stretch{start: at, end: at + n, rtl: true, plain: plain})
			at += n
		}
		slices.Reverse(all[from:])
	}
	return all
}

// lettersAt is how many bytes at the beginning of s are words that go left,
// with the blanks between them.
func lettersAt(s string) (n int) {
	for i, r := range s {
		switch p, _ := bidi.LookupRune(r); {
		case p.Class() == bidi.R, p.Class() == bidi.AL, p.Class() == bidi.NSM && n > 0:
			n = i + utf8.RuneLen(r)
		case r == ' ' && n > 0:
		default:
			return n
		}
	}
	return n
}

// signsAt is how many bytes at the beginning of s are no such words, one at
// least.
func signsAt(s string) int {
	for i, r := range s {
		if i > 0 && isLeftward(r) {
			return i
		}
	}
	return len(s)
}

// lettered reports whether s has a letter that is written from left to right.
func lettered(s string) bool {
	for _, r := range s {
		if p, _ := bidi.LookupRune(r); p.Class() == bidi.L {
			return true
		}
	}
	return false
}

// directed is a stretch's text as Fyne is to draw it: signs that go left are
// turned round, and brackets open to the left; letters it turns round itself.
func (p stretch) directed(s string) string {
	s = s[p.start:p.end]
	if !p.plain {
		return s
	}
	return bidi.ReverseString(s)
}

// shapedLine is a line of text with the places of its stretches.
type shapedLine struct {
	text  string
	style fyne.TextStyle
	size  float32
	parts []stretch
}

// shape places a line with its left edge at left or, where its paragraph is
// written from right to left, its right edge at left + room.
func shape(text string, rtl bool, style fyne.TextStyle, size, left, room float32) shapedLine {
	l := shapedLine{text, style, size, stretches(text, rtl)}
	if len(l.parts) == 1 && !l.parts[0].rtl {
		l.parts[0].x = left // its width is measured where it is asked for
		return l
	}
	width := float32(0)
	for i := range l.parts {
		l.parts[i].w = l.measure(l.parts[i].directed(text))
		width += l.parts[i].w
	}
	if rtl {
		left += max(0, room-width)
	}
	for i := range l.parts {
		l.parts[i].x = left
		left += l.parts[i].w
	}
	return l
}

func (l shapedLine) measure(s string) float32 { return fyne.MeasureText(s, l.size, l.style).Width }

// edge is where a byte of the line stands that a stretch begins with, holds or
// ends at.
func (l shapedLine) edge(p stretch, offset int) float32 {
	w := l.measure(l.text[p.start:offset])
	if p.rtl {
		return p.x + p.w - w
	}
	return p.x + w
}

// each calls do with every part of the line that lies in s, from left to right.
func (l shapedLine) each(s briefing.Span, do func(x, w float32)) {
	for _, p := range l.parts {
		from, to := max(s.Start, p.start), min(s.End, p.end)
		if from >= to {
			continue
		}
		a, b := l.edge(p, from), l.edge(p, to)
		do(min(a, b), max(a, b)-min(a, b))
	}
}

// offset returns the byte of the line whose edge is nearest to x.
func (l shapedLine) offset(x float32) int {
	for i, p := range l.parts {
		if i+1 < len(l.parts) && x >= p.x+p.w {
			continue
		}
		text := l.text[p.start:p.end]
		if p.rtl {
			return p.start + offsetAt(text, l.style, l.size, p.x+p.w-x)
		}
		return p.start + offsetAt(text, l.style, l.size, x-p.x)
	}
	return 0
}

// reorder sets the pieces of one line of runs in the order they stand in. A
// piece whose parts go in several directions becomes several.
func reorder(runs []Run, pieces []piece, rtl bool) []piece {
	var line strings.Builder
	starts := make([]int, len(pieces)) // of each piece in the line
	for i, p := range pieces {
		starts[i] = line.Len()
		line.WriteString(runs[p.run].Text[p.start:p.end])
	}
	parts := stretches(line.String(), rtl)
	if len(parts) == 0 || len(parts) == 1 && !parts[0].rtl {
		return pieces
	}
	var out []piece
	for _, part := range parts {
		var within []piece
		for i, p := range pieces {
			from, to := max(part.start, starts[i]), min(part.end, starts[i]+p.end-p.start)
			if from < to {
				p.start, p.end = p.start+from-starts[i], p.start+to-starts[i]
				p.rtl, p.plain = part.rtl, part.plain
				within = append(within, p)
			}
		}
		if part.rtl {
			slices.Reverse(within)
		}
		out = append(out, within...)
	}
	return out
}
