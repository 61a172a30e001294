package export

import (
	"math"
	"unicode/utf8"

	"example.org/attache/briefing"
)

// docxSizes are the sizes of the text by the density that page.Fit chose, in
// points: what fits the page in its own face fits in this narrower one.
var docxSizes = [...]float64{10.5, 10, 9.5, 9, 8.5, 8.5}

// smallestDocx is the least size of the text, in points.
const smallestDocx = 7

// fittingSize returns the largest size of the text, of those the density
// allows, at which the document takes no more than a page by estimate. The
// word processor breaks the lines, not we, so the estimate is on the safe
// side.
func (d *docx) fittingSize() float64 {
	size := docxSizes[max(0, min(d.o.Held.Density, len(docxSizes)-1))]
	room := d.paper.H - 2*docxMarginY
	for size > smallestDocx && d.height(size)*estimate > room {
		size -= .5
	}
	return size
}

// estimate is what the height comes to of what the sums say: LibreOffice
// takes .82 to .91 of it (24 random pages on either paper), so that five parts
// in a hundred stay free for another word processor.
const estimate = .95

// The average width of a letter, and the height of a line, in the size of the
// type: of Times and Arial, with some room.
const (
	serifLetter = .46
	sansLetter  = .53
	lineHeight  = 1.2 * docxLeading
)

// height estimates the height of the document in points.
func (d *docx) height(size float64) float64 {
	width, gap := d.paper.W-2*docxMarginX, size/10
	lines := func(text int, size, letter, width float64) float64 {
		perLine := math.Max(1, width/(size*letter)-3) // a line ends at a word
		return math.Max(1, math.Ceil(float64(text)/perLine)) * size * lineHeight
	}
	tail := func(l briefing.Line) int {
		return 9*len(d.p.Refs(l)) + utf8.RuneCountInString(d.p.mark(l)) + 6
	}
	letters := utf8.RuneCountInString
	h := d.p.head()
	y := 2 * gap
	if d.p.unverified {
		y += size*lineHeight + gap
	}
	if h.title == nil {
		y += lines(10, size+8, serifLetter, width)
	} else {
		y += lines(letters(d.p.title())+tail(*h.title)/2, size+8, serifLetter*1.1, width)
	}
	for _, l := range append(h.deck, h.facts...) {
		y += lines(letters(l.Text)+tail(l)+12, size, sansLetter, width) + 2*gap
	}
	y += size*lineHeight + gap // prepared by, as of
	for _, s := range d.p.body() {
		y += (size-2)*lineHeight + 9*gap
		if s.kind == briefing.DelegationsSection {
			y += d.delegationsHeight(size, lines, tail)
			continue
		}
		for _, l := range s.lines {
			n := letters(l.Text) + letters(d.p.said(l)) + letters(l.Marking) + tail(l)
			switch {
			case s.kind == briefing.QuotesSection:
				y += lines(letters(l.Text)+letters(l.Marking)+6, size, serifLetter, width-16) +
					lines(letters(d.p.said(l))+tail(l), size-1.5, sansLetter*1.06, width-16) + 4*gap
			case s.kind == briefing.BottomLine:
				y += lines(n, size+1, serifLetter, width-12) + gap
			default:
				y += lines(n, size, serifLetter*1.03, width-20) + gap
			}
		}
	}
	if len(d.p.Articles) > 0 {
		y += (size-2)*lineHeight + 9*gap
		for _, a := range d.p.Articles {
			y += lines(letters(d.p.described(a))+letters(shownAddress(link(a.URL)))+6, max(6.5, size*.75), sansLetter, width)
		}
	}
	return y
}

func (d *docx) delegationsHeight(size float64, lines func(int, float64, float64, float64) float64, tail func(briefing.Line) int) float64 {
	y := 0.0
	for _, s := range d.p.body() {
		if s.kind != briefing.DelegationsSection {
			continue
		}
		for all := delegations(s.lines); len(all) > 0; {
			n := min(columns, len(all))
			width := (d.paper.W-2*docxMarginX)/float64(n) - 12
			tallest := 0.0
			for _, side := range all[:n] {
				h := lines(utf8.RuneCountInString(d.p.sideName(side.side)+d.p.labels.Meeting(side.meeting))+3, size, sansLetter*1.06, width) + size/10
				for _, l := range side.members {
					h += lines(utf8.RuneCountInString(name(l)+l.Title+l.Marking)+tail(l)+8, size, sansLetter*.95, width) + size/10
				}
				tallest = math.Max(tallest, h)
			}
			y += tallest
			all = all[n:]
		}
	}
	return y
}
