package page

import (
	"math"

	"example.org/attache/briefing"
)

// Page is a laid out sheet: everything that is drawn on it, in reading order,
// and what each part is. Preview and PDF are made of the same Page, so they
// cannot differ. A Page is never changed once it is made.
type Page struct {
	Paper
	Rects []Rect    // decoration, drawn below the text
	Runs  []Run     // text, in reading order
	Root  *Element  // structure tree; its role is Document
	Boxes []LineBox // where each line stands, in reading order
}

// Rect is a box. Colour is only used where the box is drawn.
type Rect struct {
	X, Y, W, H float64
	Colour     Colour
}

// Contains reports whether the point lies in r.
func (r Rect) Contains(x, y float64) bool {
	return r.X <= x && x < r.X+r.W && r.Y <= y && y < r.Y+r.H
}

// Union returns the smallest box around r and s. The box of nothing, which is
// empty, adds nothing.
func (r Rect) Union(s Rect) Rect {
	switch {
	case r.W <= 0 || r.H <= 0:
		return s
	case s.W <= 0 || s.H <= 0:
		return r
	}
	x, y := math.Min(r.X, s.X), math.Min(r.Y, s.Y)
	return Rect{
		X: x, Y: y,
		W: math.Max(r.X+r.W, s.X+s.W) - x,
		H: math.Max(r.Y+r.H, s.Y+s.H) - y,
	}
}

// LineBox is one box that a line of the briefing covers. A line that runs on
// inside a paragraph has a box for each of its text lines.
type LineBox struct {
	Line briefing.LineID
	Rect
}

// Run is text of one style on one text line.
type Run struct {
	Font     *Font
	Size     float64 // points
	Colour   Colour
	Tracking float64 // points added after every glyph
	X, Y     float64 // left end of the base line
	W        float64 // without white space at its end
	Text     string
	Glyphs   []Glyph
	Line     briefing.LineID // "" for text that is no line's
	Part     Part
	Block    int      // number of the paragraph, from 0
	Language string   // BCP 47, where it is not that of its element
	Element  *Element // a leaf of the structure tree, or an Artifact
}

// Glyph is a shaped glyph. Lengths are in ems of its run.
type Glyph struct {
	ID      uint16
	Advance float64
	DX, DY  float64
	Text    string // the characters it stands for; "" if an earlier glyph has them
}

// LineAt returns the line printed at a point, or "".
func (p *Page) LineAt(x, y float64) briefing.LineID {
	for _, b := range p.Boxes {
		if b.Contains(x, y) {
			return b.Line
		}
	}
	return ""
}

// Box returns the smallest box around all that is printed of a line; it is
// empty if the line is not on the page.
func (p *Page) Box(id briefing.LineID) Rect {
	var box Rect
	for _, b := range p.Boxes {
		if b.Line == id {
			box = box.Union(b.Rect)
		}
	}
	return box
}
