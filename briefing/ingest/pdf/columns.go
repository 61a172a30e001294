package pdf

import (
	"math"
	"slices"
	"strings"
)

// inColumns returns the lines of a page in the order of reading. Nearly all
// programs write one column after the other. Where a file has the lines of
// two columns in turn, as scanned pages have, they are taken apart:
//
//	1 The ministers met   2 “We agreed,” she said
//	3 on Wednesday and    4 after the talks. She
func inColumns(lines []row) []row {
	const (
		fewest = 5  // rows of two lines from which on there are columns
		prose  = 20 // letters of a line in a column of text: tables and labels have fewer
	)
	lines = cutAtGutter(lines, fewest)
	var rights []float64 // left edges of the right lines
	letters, pairs := 0, 0
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if math.Abs(a.base-b.base) < 0.3*max(a.height, b.height) && b.x0 > a.x1 {
			pairs++
			letters += min(len(a.text), len(b.text))
			rights = append(rights, b.x0)
		}
	}
	if pairs < fewest || letters < prose*pairs || pairs*5 < len(lines) {
		return lines
	}
	slices.Sort(rights)
	gutter := rights[len(rights)/4] // few begin before the column's edge
	for _, x := range rights {
		if x > gutter-5 {
			gutter = x - 2
			break
		}
	}
	var ordered, left, right []row
	flush := func() {
		ordered = append(append(ordered, left...), right...)
		left, right = nil, nil
	}
	for _, line := range lines {
		switch {
		case line.x0 >= gutter:
			right = append(right, line)
		case line.x1 <= gutter+5:
			left = append(left, line)
		default: // across both columns
			flush()
			ordered = append(ordered, line)
		}
	}
	flush()
	return ordered
}

// cutAtGutter divides lines that run across two columns: those with a gap at a
// place where few lines have letters.
func cutAtGutter(lines []row, fewest int) []row {
	var middles []float64
	for _, l := range lines {
		for _, g := range l.gaps {
			if g.x1-g.x0 < 0.6*l.height {
				continue
			}
			middles = append(middles, (g.x0+g.x1)/2)
		}
	}
	if len(middles) < fewest {
		return lines
	}
	slices.Sort(middles)
	x := middles[len(middles)/2]
	with, across := 0, 0
	for _, l := range lines {
		if i := l.gapAt(x); i >= 0 {
			with++
		} else if l.x0 < x && x < l.x1 {
			across++
		}
	}
	if with < fewest || with < 2*across {
		return lines
	}
	var cut []row
	for _, l := range lines {
		i := l.gapAt(x)
		if i < 0 {
			cut = append(cut, l)
			continue
		}
		a, b, g := l, l, l.gaps[i]
		a.text, a.x1, a.gaps, a.broken = strings.TrimSpace(l.text[:g.at]), g.x0, nil, false
		b.text, b.x0, b.gaps = strings.TrimSpace(l.text[g.at:]), g.x1, nil
		cut = append(cut, a, b)
	}
	return cut
}

// gapAt returns the number of the line's gap at x, -1 if there is none.
func (l *row) gapAt(x float64) int {
	return slices.IndexFunc(l.gaps, func(g lineGap) bool { return g.x0 <= x && x <= g.x1 && g.x1-g.x0 >= 0.6*l.height && g.at < len(l.text) })
}
