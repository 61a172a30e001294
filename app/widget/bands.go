package widget

import (
	"image/color"
	"slices"
)

// band is a coloured rectangle behind words.
type band struct {
	colour     color.Color
	x, y, w, h float32
	radius     float32
}

// bands are the bands of one line, in the order they are drawn in. Many lines
// of a briefing rest on the same words; what is covered whole is left out: on a
// screen without a graphics card, each band drawn costs as much as its words.
type bands []band

// add puts a band on top.
func (bs *bands) add(b band) {
	if _, _, _, alpha := b.colour.RGBA(); alpha == 0xffff {
		*bs = slices.DeleteFunc(*bs, b.covers)
	}
	*bs = append(*bs, b)
}

// covers reports whether nothing of another band shows where this one is drawn
// over it.
func (b band) covers(o band) bool {
	return b.x <= o.x && o.x+o.w <= b.x+b.w && b.y <= o.y && o.y+o.h <= b.y+b.h && b.radius <= o.radius
}
