package pdf

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// inOrder returns the lines of a page in the order of reading. Nearly all
// programs write one column after the other, from the left to the right and
// downwards. Those that do not have their lines sorted first.
func inOrder(lines []row) []row {
	if jumps(lines) {
		lines = inRows(lines)
	}
	return leftFirst(inColumns(lines))
}

// jumps reports whether lines that stand above each other come in another
// order than downwards: not once, as where a box is written last, but often.
func jumps(lines []row) bool {
	up, down := 0, 0
	for i := 1; i < len(lines); i++ {
		a, b := lines[i-1], lines[i]
		if a.turned || b.turned || b.x0 > a.x1 || a.x0 > b.x1 {
			continue
		}
		switch gap := b.base - a.base; {
		case gap > 0.5*max(a.height, b.height):
			up++
		case gap < 0:
			down++
		}
	}
	return up > 3 && up*4 > down
}

// inRows sorts lines from the top, and those of a row from the left.
func inRows(lines []row) []row {
	sorted := slices.Clone(lines)
	slices.SortStableFunc(sorted, func(a, b row) int { return cmp.Compare(b.base, a.base) })
	for from := 0; from < len(sorted); {
		to := from + 1
		for to < len(sorted) && sorted[from].base-sorted[to].base < 0.3*max(sorted[from].height, sorted[to].height) {
			to++
		}
		slices.SortStableFunc(sorted[from:to], func(a, b row) int { return cmp.Compare(a.x0, b.x0) })
		from = to
	}
	return sorted
}

// leftFirst puts columns that a file has from the right to the left into the
// order of reading. Columns are runs of lines of one width beside each other.
func leftFirst(lines []row) []row {
	type column struct {
		lines               []row
		x0, x1, bottom, top float64
	}
	var all []column
	for i, line := range lines {
		if i == 0 || !below(lines[i-1], line) {
			all = append(all, column{x0: line.x0, x1: line.x1, bottom: line.base, top: line.base + line.height})
		}
		c := &all[len(all)-1]
		c.lines = append(c.lines, line)
		c.x0, c.x1 = min(c.x0, line.x0), max(c.x1, line.x1)
		c.bottom, c.top = min(c.bottom, line.base), max(c.top, line.base+line.height)
	}
	const fewest = 4                    // lines of a column
	swapped := func(a, b column) bool { // b stands left of a and comes after it
		wide, other := a.x1-a.x0, b.x1-b.x0
		shared := min(a.top, b.top) - max(a.bottom, b.bottom)
		return len(a.lines) >= fewest && len(b.lines) >= fewest && b.x1 <= a.x0+2 && math.Abs(wide-other) < 0.15*max(wide, other) &&
			shared > 0.6*min(a.top-a.bottom, b.top-b.bottom)
	}
	for i := 1; i < len(all); i++ {
		for k := i; k > 0 && swapped(all[k-1], all[k]); k-- {
			all[k-1], all[k] = all[k], all[k-1]
		}
	}
	ordered := make([]row, 0, len(lines))
	for _, c := range all {
		ordered = append(ordered, c.lines...)
	}
	return ordered
}

// inColumns takes columns apart where a file has their lines in turn, as
// scanned pages have:
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
		if len(right) < len(lines) { // there may be a third column
			right = inColumns(right)
		}
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
