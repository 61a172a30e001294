package page

import (
	"math"

	"example.org/attache/briefing"
)

// page puts the glyphs of a finished sheet in their places.
func (s *sheet) page() *Page {
	p := &Page{Paper: s.paper, Root: s.root}
	for _, r := range s.rects {
		if r.W > 0 && r.H > 0 {
			p.Rects = append(p.Rects, r)
		}
	}
	for i, pl := range s.placed {
		p.put(pl, i, s.labels.Language)
	}
	return p
}

// put draws a paragraph, the block with that number. Words of the template in
// a line of another language say which language they are in.
func (p *Page) put(pl placement, block int, labels string) {
	links := map[int]*Element{}
	size := pl.nominalSize()
	mixed := false
	for _, sp := range pl.spans {
		mixed = mixed || sp.line != ""
	}
	if !mixed && pl.line != "" {
		p.Boxes = append(p.Boxes, LineBox{pl.line, Rect{X: pl.x, Y: pl.y, W: pl.measure, H: pl.height()}})
	}
	for i, pieces := range pl.set.lines {
		top := pl.y + float64(i)*pl.lead
		base := top + pl.lead*.5 + size*.33
		x := pl.x
		if pl.right {
			x += pl.measure - pl.set.widths[i]
		}
		edge := x + pl.set.widths[i]
		for _, q := range pieces {
			sp := pl.spans[q.span]
			e := pl.element
			if sp.url != "" {
				if links[q.span] == nil {
					links[q.span] = e.add(Link)
					links[q.span].URL = sp.url
				}
				e = links[q.span]
			}
			id := sp.line
			if id == "" && !mixed {
				id = pl.line
			}
			r := Run{
				Font: q.font, Size: sp.style.size, Colour: sp.style.colour, Tracking: sp.style.track,
				X: x, Y: base - sp.style.rise, W: math.Max(0, math.Min(q.w, edge-x)),
				Text: q.text, Glyphs: q.glyphs, Line: id, Element: e, Part: sp.part, Block: block,
			}
			if pl.element.Language != "" && !sp.part.own() {
				r.Language = labels
			}
			p.Runs = append(p.Runs, r)
			if mixed && id != "" {
				p.addBox(id, Rect{X: x, Y: top, W: math.Min(q.w, edge-x), H: pl.lead})
			}
			x += q.w
		}
	}
}

// addBox adds a box, joined to the one before if it goes on on the same line.
func (p *Page) addBox(id briefing.LineID, r Rect) {
	if r.W <= 0 {
		return
	}
	if n := len(p.Boxes); n > 0 {
		last := &p.Boxes[n-1]
		if last.Line == id && last.Y == r.Y && math.Abs(last.X+last.W-r.X) < .01 {
			last.W += r.W
			return
		}
	}
	p.Boxes = append(p.Boxes, LineBox{id, r})
}

// nominalSize is the size that the base line is reckoned from: that of most
// of the text, so that lines keep their distance whatever is in them.
func (pl placement) nominalSize() float64 {
	size, most := 0.0, 0
	for _, sp := range pl.spans {
		if n := len(sp.text); n > most && sp.style.rise == 0 {
			size, most = sp.style.size, n
		}
	}
	return size
}
