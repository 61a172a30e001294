package pdf

import (
	"math"
	"strconv"

	"example.org/attache/briefing/page"
)

// content returns the drawing commands of the sheet: decoration first, as an
// artifact, then the text in reading order, each stretch marked with the part
// of the structure it belongs to.
func (d *document) content() []byte {
	var b []byte
	b = append(b, "/Artifact BMC\n"...)
	for _, r := range d.page.Rects {
		b = appendColour(b, r.Colour)
		for _, v := range []float64{r.X, d.page.H - r.Y - r.H, r.W, r.H} {
			b = appendNumber(b, v)
			b = append(b, ' ')
		}
		b = append(b, "re f\n"...)
	}
	b = append(b, "EMC\n"...)
	var open *page.Element
	for _, r := range d.page.Runs {
		if r.Element != open {
			if open != nil {
				b = append(b, "EMC\n"...)
			}
			b = d.appendMark(b, r.Element)
			open = r.Element
		}
		b = d.appendRun(b, r)
	}
	if open != nil {
		b = append(b, "EMC\n"...)
	}
	return b
}

func (d *document) appendMark(b []byte, e *page.Element) []byte {
	if e.Role == page.Artifact {
		return append(b, "/Artifact <</Type /Pagination>> BDC\n"...)
	}
	b = append(b, '/')
	b = append(b, e.Role...)
	b = append(b, " <</MCID "...)
	b = strconv.AppendInt(b, int64(d.tree.mark(e)), 10)
	return append(b, ">> BDC\n"...)
}

// appendRun shows a run. Numbers between glyphs move them from where the
// font's own advances would put them: kerning, in thousandths of an em,
// positive to the left.
func (d *document) appendRun(b []byte, r page.Run) []byte {
	f := d.font(r.Font)
	b = append(b, "BT "...)
	b = appendColour(b, r.Colour)
	b = append(b, "/F"...)
	b = strconv.AppendInt(b, int64(f.number), 10)
	b = append(b, ' ')
	b = appendNumber(b, r.Size)
	b = append(b, " Tf "...)
	b = appendNumber(b, r.Tracking)
	b = append(b, " Tc 1 0 0 1 "...)
	b = appendNumber(b, r.X)
	b = append(b, ' ')
	b = appendNumber(b, d.page.H-r.Y)
	b = append(b, " Tm [<"...)
	rise := 0.0
	spoken := speaker{run: r.Language, element: r.Element.Language}
	for _, g := range r.Glyphs {
		if spoken.changes(g.Text) {
			b = append(b, ">] TJ "...)
			b = spoken.appendMark(b)
			b = append(b, "[<"...)
		}
		if g.DY != rise {
			// An accent placed above its letter: show what there is, then
			// change the rise.
			b = append(b, ">] TJ "...)
			b = appendNumber(b, g.DY*r.Size)
			b = append(b, " Ts [<"...)
			rise = g.DY
		}
		b = appendMove(b, -g.DX*1000)
		b = appendHex(b, f.use(g))
		own := float64(f.advance(g.ID)) / float64(r.Font.UnitsPerEm)
		b = appendMove(b, (own-g.Advance+g.DX)*1000)
	}
	b = append(b, ">] TJ"...)
	b = spoken.appendEnd(b)
	if rise != 0 {
		b = append(b, " 0 Ts"...)
	}
	return append(b, " ET\n"...)
}

// appendMove writes a movement, if it can be seen at all.
func appendMove(b []byte, by float64) []byte {
	if math.Abs(by) < .3 {
		return b
	}
	b = append(b, '>', ' ')
	b = appendNumber(b, math.Round(by*10)/10)
	return append(b, ' ', '<')
}

func appendHex(b []byte, v uint16) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[v>>12], digits[v>>8&15], digits[v>>4&15], digits[v&15])
}

func appendColour(b []byte, c page.Colour) []byte {
	red, green, blue := c.RGB()
	for _, v := range []uint8{red, green, blue} {
		b = appendNumber(b, float64(v)/255)
		b = append(b, ' ')
	}
	return append(b, "rg "...)
}
