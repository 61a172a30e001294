package trace

import "example.org/attache/briefing/export"

// tellMoves names the rows that stand elsewhere: two that took each other's
// place, or one that was moved behind another.
func (c *comparison) tellMoves() {
	order := c.order()
	now := map[int]int{} // place of each row in the file
	for place, row := range order {
		now[row] = place
	}
	told := map[int]bool{}
	was := c.found()
	for place, row := range was {
		if !c.moved[row] || told[row] {
			continue
		}
		told[row] = true
		// The row that stands where this one was, if this one stands where
		// that one was.
		if other := order[place]; other != row && now[row] == indexOf(was, other) && c.numbers[other] > 0 && c.numbers[row] > 0 {
			told[other] = true
			first, second := row, other
			if first > second {
				first, second = second, first
			}
			switch {
			case c.numbers[first] == c.numbers[second]:
				c.add(first, Change{Kind: Moved, Other: c.numbers[second]})
			case !told[-1-c.numbers[first]]: // a quotation has two rows
				told[-1-c.numbers[first]] = true
				c.add(first, Change{Kind: Swapped, Other: c.numbers[second]})
			}
			continue
		}
		ch := Change{Kind: Moved}
		if p := now[row]; p > 0 {
			ch.Other = c.numbers[order[p-1]]
		}
		if under := c.heading(order, now[row]); under != c.heading(was, place) {
			ch.Is = under
		}
		c.add(row, ch)
	}
}

// heading returns the heading or side that a row stands under, in an order of
// rows.
func (c *comparison) heading(order []int, place int) string {
	for ; place >= 0; place-- {
		if r := c.rows[order[place]]; r.Block == export.Heading || r.Block == export.SideName {
			return r.String()
		}
	}
	return ""
}

// found returns the rows that stand in the file unchanged, as printed.
func (c *comparison) found() []int {
	var rows []int
	for row, at := range c.at {
		if at >= 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// order returns the same rows as they stand in the file.
func (c *comparison) order() []int {
	byWord := map[int]int{}
	for row, at := range c.at {
		if at >= 0 {
			byWord[at] = row
		}
	}
	var rows []int
	for at := range c.seen {
		if row, ok := byWord[at]; ok {
			rows = append(rows, row)
		}
	}
	return rows
}

func indexOf(rows []int, row int) int {
	for i, r := range rows {
		if r == row {
			return i
		}
	}
	return -1
}
