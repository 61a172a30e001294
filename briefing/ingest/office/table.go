package office

import (
	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/draft"
)

// tableRow is a row of a table that is open: where its blocks begin, and those
// of each of its cells.
type tableRow struct {
	first int
	cells []int
}

// beginRow begins a row of a table, perhaps inside another's cell.
func (o *office) beginRow() {
	o.end()
	o.rows = append(o.rows, tableRow{first: len(o.w.Blocks)})
}

// beginCell begins a cell of the open row.
func (o *office) beginCell() {
	o.end()
	if n := len(o.rows); n > 0 {
		o.rows[n-1].cells = append(o.rows[n-1].cells, len(o.w.Blocks))
	}
}

// endRow ends the row. It is one paragraph with tabs between its cells, as on a
// page; but where a cell has several paragraphs, or a heading or list, the
// table holds running text, and they stay paragraphs.
func (o *office) endRow() {
	o.end()
	n := len(o.rows)
	if n == 0 {
		return
	}
	row := o.rows[n-1]
	o.rows = o.rows[:n-1]
	if joined, ok := row.join(o.w.Blocks[row.first:]); ok {
		o.w.Blocks = append(o.w.Blocks[:row.first], joined...)
	}
}

// join makes one block of a row's, with the furniture in its cells behind it.
func (r tableRow) join(blocks []draft.Block) ([]draft.Block, bool) {
	var line draft.Block
	var around []draft.Block
	cell, last, filled := 0, -1, 0
	for i, b := range blocks {
		for cell < len(r.cells) && r.cells[cell] <= r.first+i {
			cell++
		}
		switch {
		case b.Kind == briefing.Furniture:
			around = append(around, b)
			continue
		case b.Kind != briefing.Body || cell == last:
			return nil, false
		case filled == 0:
			line = b
		default:
			line.Text += "\t" + b.Text
			line.Letters, line.Linked, line.Bold = line.Letters+b.Letters, line.Linked+b.Linked, line.Bold+b.Bold
		}
		last, filled = cell, filled+1
	}
	return append([]draft.Block{line}, around...), filled > 1
}
