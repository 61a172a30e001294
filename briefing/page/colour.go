package page

import "image/color"

// Colour is an sRGB colour, 0xRRGGBB.
type Colour uint32

// The colours of the sheet. Ink, navy and grey have a contrast of at least
// 5.8 to 1 on white and on the tint (WCAG 2.1 AA asks for 4.5).
const (
	Ink      Colour = 0x1A1C20
	Navy     Colour = 0x1B365D
	Grey     Colour = 0x56606E
	Hairline Colour = 0xC3CAD4
	Tint     Colour = 0xEEF2F7
	White    Colour = 0xFFFFFF
	Black    Colour = 0x000000
)

// RGB returns the components of c, 0 to 255.
func (c Colour) RGB() (r, g, b uint8) { return uint8(c >> 16), uint8(c >> 8), uint8(c) }

func (c Colour) rgba() color.RGBA {
	r, g, b := c.RGB()
	return color.RGBA{r, g, b, 0xFF}
}
