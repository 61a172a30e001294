package docx

import (
	"example.org/attache/briefing/page"
	"math"
	"unicode/utf8"

	"example.org/attache/briefing/export"
)

// sizes are the sizes of the text by the density that page.Fit chose, in
// points: what fits the page in its own face fits in this narrower one.
var sizes = [...]float64{10.5, 10, 9.5, 9, 8.5, 8.5}

// smallest is the least size of the text, in points.
const smallest = 7

// fittingSize returns the largest size of the text, of those the density
// allows, at which the document takes no more than a page by estimate. The
// word processor breaks the lines, not we, so the estimate is on the safe
// side.
func (d *docx) fittingSize() float64 {
	size := sizes[max(0, min(d.c.Options.Held.Density, len(sizes)-1))]
	room := d.paper.H - 2*marginY
	for size > smallest && d.height(size)*estimate > room {
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
	lineHeight  = 1.2 * leading
)

// height estimates the height of the document in points.
func (d *docx) height(size float64) float64 {
	y := size / 5
	for i := 0; i < len(d.blocks); {
		if d.blocks[i].Kind != export.SideName {
			y += d.blockHeight(d.blocks[i], size, d.paper.W-2*marginX)
			i++
			continue
		}
		sides, next := sidesAt(d.blocks, i)
		y += d.delegationsHeight(sides, size)
		i = next
	}
	return y
}

// letters returns the width of a block in letters: small ones count for less.
func letters(b export.Block) float64 {
	n := 0.0
	for _, s := range b.Spans {
		of := float64(utf8.RuneCountInString(s.String()) + 1)
		switch {
		case s.Part == page.ReferencePart, s.Part == page.StatusPart, s.Part == page.HeadPart, s.Part == page.PortionPart:
			of *= .85
		}
		n += of
	}
	return n
}

// blockHeight estimates the height of a block in points.
func (d *docx) blockHeight(b export.Block, size, width float64) float64 {
	gap := size / 10
	lines := func(size, letter, width float64) float64 {
		perLine := math.Max(1, width/(size*letter)-3) // a line ends at a word
		return math.Max(1, math.Ceil(letters(b)/perLine)) * size * lineHeight
	}
	switch b.Kind {
	case export.Notice:
		return lines(size, sansLetter, width) + gap
	case export.Title:
		return lines(size+8, serifLetter*1.1, width) + 2*gap
	case export.Deck, export.Fact:
		return lines(size, sansLetter, width) + 2*gap
	case export.Heading:
		return (size-2)*lineHeight + 9*gap
	case export.SideName:
		return lines(size, sansLetter*1.06, width) + gap
	case export.Member:
		return lines(size, sansLetter*.95, width) + gap
	case export.Bottom:
		return lines(size+1, serifLetter, width-12) + gap
	case export.Quotation:
		return lines(size, serifLetter, width-16) + gap
	case export.QuotedFrom:
		return lines(size-1.5, sansLetter*1.06, width-16) + 4*gap
	case export.Source, export.Summary:
		return lines(max(6.5, size*.75), sansLetter, width)
	}
	return lines(size, serifLetter*1.03, width-20) + gap
}

// delegationsHeight estimates the height of sides that stand side by side.
func (d *docx) delegationsHeight(all [][]export.Block, size float64) float64 {
	y := 0.0
	for len(all) > 0 {
		n := min(columns, len(all))
		tallest := 0.0
		for _, side := range all[:n] {
			h := 0.0
			for _, b := range side {
				h += d.blockHeight(b, size, (d.paper.W-2*marginX)/float64(n)-12)
			}
			tallest = math.Max(tallest, h)
		}
		y += tallest
		all = all[n:]
	}
	return y
}
