package trace

import (
	"example.org/attache/briefing/page"
	"slices"

	"example.org/attache/briefing"
	"example.org/attache/briefing/export"
)

// Seen is what a file shows now.
type Seen struct {
	Words []Word
	// Added is what the file has that no export has and that is no word:
	// "a script", "a drawing over the text".
	Added []string
	// Notes are things that a reader should know and that change nothing that
	// is read: "the fonts were written anew by another program".
	Notes []string
}

// Compare holds what a file shows against the rows that were printed, and
// names each difference. Rows that stand unchanged are found first, in order
// or elsewhere; what is left between them is compared word by word. The cost
// is about the number of words times the number of rows.
func Compare(rows []Row, seen Seen) []Change { return compare(rows, seen).changes }

func compare(rows []Row, seen Seen) *comparison {
	c := newComparison(rows, seen)
	c.records()
	c.inPlace()
	c.elsewhere()
	c.between()
	c.places()
	slices.SortStableFunc(c.changes, func(a, b Change) int { return a.row - b.row })
	c.cutOff()
	for _, a := range seen.Added {
		c.changes = append(c.changes, Change{Kind: Foreign, Is: a})
	}
	return c
}

// cutOff tells one thing of many rows that are missing at the end.
func (c *comparison) cutOff() {
	first := len(c.changes)
	next := len(c.rows)
	for first > 0 && c.changes[first-1].Kind == Missing {
		row := c.changes[first-1].row
		for next--; next > row && len(c.words(next)) == 0; next-- {
		}
		if next != row {
			break
		}
		first--
	}
	if len(c.changes)-first < 3 || first == 0 && next == 0 {
		return
	}
	cut := c.changes[first]
	cut.Kind = CutOff
	c.changes = append(c.changes[:first], cut)
}

// comparison is one run of Compare.
type comparison struct {
	rows    []Row
	numbers []int // of each row's line, from 1; 0 for what is no line
	want    []expected
	from    []int // of each row in want, and the end
	seen    []Word
	a, b    []int32         // want and seen as numbers, equal for equal words
	at      []int           // where each row was found in seen, or -1
	moved   []bool          // of each row: found out of order
	taken   []bool          // of each seen word: belongs to a row that was found
	match   []int           // of each wanted word: the seen word that is it, or -1
	home    map[int]partKey // of seen words that were put in: where they stand
	changes []Change
}

func newComparison(rows []Row, seen Seen) *comparison {
	c := &comparison{rows: rows, want: expect(rows), seen: seen.Words, home: map[int]partKey{}}
	c.numbers = lineNumbers(rows)
	ids := map[string]int32{}
	number := func(s string) int32 {
		n, ok := ids[s]
		if !ok {
			n = int32(len(ids))
			ids[s] = n
		}
		return n
	}
	for i, w := range c.want {
		for len(c.from) <= w.row {
			c.from = append(c.from, i)
		}
		c.a = append(c.a, number(w.Text))
	}
	for len(c.from) <= len(rows) {
		c.from = append(c.from, len(c.want))
	}
	for _, w := range c.seen {
		c.b = append(c.b, number(w.Text))
	}
	c.at, c.moved = slices.Repeat([]int{-1}, len(rows)), make([]bool, len(rows))
	c.taken = make([]bool, len(c.seen))
	c.match = slices.Repeat([]int{-1}, len(c.want))
	return c
}

// lineNumbers counts lines in the order in which they come.
func lineNumbers(rows []Row) []int {
	of := map[briefing.LineID]int{}
	numbers := make([]int, len(rows))
	for i, r := range rows {
		if r.Line == "" {
			continue
		}
		if of[r.Line] == 0 {
			of[r.Line] = len(of) + 1
		}
		numbers[i] = of[r.Line]
	}
	return numbers
}

// records reports rows of the record itself that somebody changed.
func (c *comparison) records() {
	for i, r := range c.rows {
		if r.Digest != r.digest() {
			c.add(i, Change{Kind: Forged})
		}
	}
}

// words returns a row's words as numbers.
func (c *comparison) words(row int) []int32 { return c.a[c.from[row]:c.from[row+1]] }

// inPlace finds the rows that stand as printed and in order: of all ways to
// choose them, the one with the most words.
func (c *comparison) inPlace() {
	type candidate struct {
		row, at, end int
		words        int // in the best chain that ends here, a heading counting for more
		before       int // the candidate before it, or -1
	}
	var all []candidate
	starts := map[int32][]int{}
	for i, n := range c.b {
		starts[n] = append(starts[n], i)
	}
	for row := range c.rows {
		w := c.words(row)
		if len(w) == 0 {
			continue
		}
		for _, at := range starts[w[0]] {
			if at+len(w) <= len(c.b) && slices.Equal(c.b[at:at+len(w)], w) {
				all = append(all, candidate{row: row, at: at, end: at + len(w), before: -1})
			}
		}
	}
	// best[i] is the best candidate that ends at or before word i.
	best := make([]int, len(c.b)+1)
	for i := range best {
		best[i] = -1
	}
	last := 0
	for i := 0; i < len(all); i = last {
		for last = i; last < len(all) && all[last].row == all[i].row; last++ {
			k := &all[last]
			k.words = k.end - k.at + c.anchor(k.row)
			if b := best[k.at]; b >= 0 {
				k.before, k.words = b, k.words+all[b].words
			}
		}
		for j := i; j < last; j++ {
			for e := all[j].end; e <= len(c.b) && (best[e] < 0 || all[best[e]].words < all[j].words); e++ {
				best[e] = j
			}
		}
	}
	for k := best[len(c.b)]; k >= 0; k = all[k].before {
		c.take(all[k].row, all[k].at)
	}
}

// anchor is how many words a heading counts for beyond its own: it is the lines
// that were moved from under it, not the heading from above them.
func (c *comparison) anchor(row int) int {
	if b := c.rows[row].Block; b == export.Heading || b == export.SideName {
		return 40
	}
	return 0
}

func (c *comparison) take(row, at int) {
	c.at[row] = at
	for i := range c.words(row) {
		c.taken[at+i] = true
		c.match[c.from[row]+i] = at + i
	}
}

// elsewhere finds the rows that stand as printed, but out of order.
func (c *comparison) elsewhere() {
	for row := range c.rows {
		w := c.words(row)
		if c.at[row] >= 0 || len(w) == 0 {
			continue
		}
		for at := 0; at+len(w) <= len(c.b); at++ {
			if slices.Equal(c.b[at:at+len(w)], w) && !slices.Contains(c.taken[at:at+len(w)], true) {
				c.take(row, at)
				c.moved[row] = true
				break
			}
		}
	}
	c.tellMoves()
}

// between compares what is left between the rows that stand in place.
func (c *comparison) between() {
	row, at := 0, 0
	for row < len(c.rows) {
		next := row
		for next < len(c.rows) && (c.at[next] < 0 || c.moved[next]) {
			next++
		}
		end := len(c.seen)
		if next < len(c.rows) {
			end = c.at[next]
		}
		c.gap(row, next, at, end)
		if next == len(c.rows) {
			return
		}
		row, at = next+1, end+len(c.words(next))
	}
	c.gap(row, row, at, len(c.seen))
}

// gap compares rows [row, next) with the seen words [at, end), without those
// that are found already.
func (c *comparison) gap(row, next, at, end int) {
	var want, seen []int
	for i := c.from[row]; i < c.from[next]; i++ {
		if c.match[i] < 0 {
			want = append(want, i)
		}
	}
	for i := at; i < end; i++ {
		if !c.taken[i] {
			seen = append(seen, i)
		}
	}
	if len(want) == 0 && len(seen) == 0 {
		return
	}
	now := newNow(c, row)
	a, b := make([]int32, len(want)), make([]int32, len(seen))
	for i, k := range want {
		a[i] = c.a[k]
	}
	for i, k := range seen {
		b[i] = c.b[k]
	}
	i, j := 0, 0
	for _, e := range append(differ(a, b), edit{len(a), len(a), len(b), len(b)}) {
		for ; i < e.a0; i, j = i+1, j+1 {
			c.match[want[i]] = seen[j]
			now.keep(want[i])
		}
		now.replace(want[e.a0:e.a1], seen[e.b0:e.b1])
		i, j = e.a1, e.b1
	}
	now.tell()
}

// add notes a change of a row.
func (c *comparison) add(row int, ch Change) {
	ch.row = row
	if row < len(c.rows) {
		r := c.rows[row]
		ch.Line, ch.Block, ch.Section = c.numbers[row], r.Block, r.Section
		if ch.Words == "" {
			ch.Words = r.String()
		}
	}
	c.changes = append(c.changes, ch)
}

// places tells the words that stand as printed, but elsewhere on the page or
// so that nobody sees them.
func (c *comparison) places() {
	const off = 2 // points: programs round
	var xs, ys []float64
	for i, m := range c.match {
		if w := c.want[i]; m >= 0 && w.Placed && c.seen[m].Placed {
			xs, ys = append(xs, c.seen[m].X-w.X), append(ys, c.seen[m].Y-w.Y)
		}
	}
	dx, dy := median(xs), median(ys)
	var moved []int
	for row := range c.rows {
		shifted, pale := false, false
		for i := c.from[row]; i < c.from[row+1]; i++ {
			w := c.want[i]
			if c.match[i] < 0 {
				continue
			}
			s := c.seen[c.match[i]]
			if w.Placed && s.Placed && !c.moved[row] {
				x, y := s.X-w.X-dx, s.Y-w.Y-dy
				shifted = shifted || x > off || x < -off || y > off || y < -off
			}
			pale = pale || s.Pale && w.Part != page.TLPPart
		}
		if shifted {
			moved = append(moved, row)
		}
		if pale {
			c.add(row, Change{Kind: Hidden})
		}
	}
	if len(moved) > fewMoved {
		c.add(moved[0], Change{Kind: Shifted, Other: len(moved)})
		return
	}
	for _, row := range moved {
		c.add(row, Change{Kind: Shifted})
	}
}

// fewMoved is how many rows are told one by one to stand elsewhere: more have
// moved because something above them did.
const fewMoved = 3

func median(v []float64) float64 {
	if len(v) == 0 {
		return 0
	}
	slices.Sort(v)
	return v[len(v)/2]
}
