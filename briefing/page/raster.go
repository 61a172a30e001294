package page

import (
	"image"
	"image/draw"
	"math"
)

// Raster draws the page at dpi pixels to the inch, in the sRGB colours of the
// PDF. It is safe for concurrent use.
func Raster(p *Page, dpi float64) *image.RGBA {
	k := dpi / 72
	im := image.NewRGBA(image.Rect(0, 0, int(p.W*k+.5), int(p.H*k+.5)))
	for i := range im.Pix {
		im.Pix[i] = 0xFF
	}
	for _, r := range p.Rects {
		draw.Draw(im, r.pixels(k), image.NewUniform(r.Colour.rgba()), image.Point{}, draw.Src)
	}
	for _, r := range p.Runs {
		r.draw(im, k)
	}
	return im
}

// pixels returns the pixels of r; a hairline keeps at least one.
func (r Rect) pixels(k float64) image.Rectangle {
	x0, y0 := int(r.X*k+.5), int(r.Y*k+.5)
	x1, y1 := int((r.X+r.W)*k+.5), int((r.Y+r.H)*k+.5)
	return image.Rect(x0, y0, max(x1, x0+1), max(y1, y0+1))
}

func (r Run) draw(im *image.RGBA, k float64) {
	ink := image.NewUniform(r.Colour.rgba())
	x, y, px := r.X*k, r.Y*k, r.Size*k
	for _, g := range r.Glyphs {
		left := x + g.DX*px
		column := math.Floor(left)
		// Glyphs stand at quarters of a pixel across and whole ones down.
		part := uint8((left - column) * 4)
		if m := r.Font.outline.mask(r.Font, g.ID, px, part); m.alpha != nil {
			at := m.alpha.Rect.Add(image.Pt(int(column)+m.x, int(math.Round(y-g.DY*px))+m.y))
			draw.DrawMask(im, at, ink, image.Point{}, m.alpha, image.Point{}, draw.Over)
		}
		x += g.Advance*px + r.Tracking*k
	}
}
