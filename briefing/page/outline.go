package page

import (
	"image"
	"math"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"
)

// outlines remembers the pictures of a font's glyphs.
type outlines struct {
	mu    sync.Mutex
	face  *font.Face
	masks map[maskKey]glyphMask
}

// maskKey is a glyph at a size, in 1/64 pixel, and quarter of a pixel.
type maskKey struct {
	glyph uint16
	part  uint8
	size  int
}

// glyphMask is the coverage of a glyph's pixels. Its top left corner stands at
// x, y from the glyph's origin.
type glyphMask struct {
	alpha *image.Alpha
	x, y  int
}

// maxMasks bounds the memory of one font's pictures: about 1 kB each.
const maxMasks = 4_000

func (o *outlines) mask(f *Font, glyph uint16, px float64, part uint8) glyphMask {
	key := maskKey{glyph, part, int(px*64 + .5)}
	o.mu.Lock()
	defer o.mu.Unlock()
	if m, ok := o.masks[key]; ok {
		return m
	}
	if o.face == nil {
		o.face = font.NewFace(f.font)
	}
	if o.masks == nil || len(o.masks) >= maxMasks {
		o.masks = map[maskKey]glyphMask{}
	}
	m := drawGlyph(o.face, glyph, px/float64(f.UnitsPerEm), float64(part)/4)
	o.masks[key] = m
	return m
}

// drawGlyph draws a glyph's outline scaled by scale and moved right by shift
// pixels.
func drawGlyph(face *font.Face, glyph uint16, scale, shift float64) glyphMask {
	outline, ok := face.GlyphData(font.GID(glyph)).(font.GlyphOutline)
	if !ok {
		return glyphMask{}
	}
	place := func(p opentype.SegmentPoint) (x, y float32) {
		return p.X*float32(scale) + float32(shift), -p.Y * float32(scale)
	}
	left, top := float32(math.Inf(1)), float32(math.Inf(1))
	right, bottom := -left, -top
	for _, seg := range outline.Segments {
		for _, p := range seg.ArgsSlice() {
			x, y := place(p)
			left, right = min(left, x), max(right, x)
			top, bottom = min(top, y), max(bottom, y)
		}
	}
	if left > right {
		return glyphMask{} // a space
	}
	ox, oy := int(math.Floor(float64(left)))-1, int(math.Floor(float64(top)))-1
	w, h := int(math.Ceil(float64(right)))-ox+1, int(math.Ceil(float64(bottom)))-oy+1
	r := vector.NewRasterizer(w, h)
	at := func(p opentype.SegmentPoint) (x, y float32) {
		x, y = place(p)
		return x - float32(ox), y - float32(oy)
	}
	for _, seg := range outline.Segments {
		x1, y1 := at(seg.Args[0])
		switch seg.Op {
		case opentype.SegmentOpMoveTo:
			r.ClosePath()
			r.MoveTo(x1, y1)
		case opentype.SegmentOpLineTo:
			r.LineTo(x1, y1)
		case opentype.SegmentOpQuadTo:
			x2, y2 := at(seg.Args[1])
			r.QuadTo(x1, y1, x2, y2)
		case opentype.SegmentOpCubeTo:
			x2, y2 := at(seg.Args[1])
			x3, y3 := at(seg.Args[2])
			r.CubeTo(x1, y1, x2, y2, x3, y3)
		}
	}
	r.ClosePath()
	m := image.NewAlpha(image.Rect(0, 0, w, h))
	r.Draw(m, m.Rect, image.Opaque, image.Point{})
	return glyphMask{m, ox, oy}
}
