package page

import "image"

// Raster draws the page at dpi pixels to the inch.
func Raster(p *Page, dpi float64) *image.RGBA {
	k := dpi / 72
	return image.NewRGBA(image.Rect(0, 0, int(p.W*k+.5), int(p.H*k+.5)))
}
