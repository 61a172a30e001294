package widget

import (
	"image/color"
	"testing"
)

// TestCoveredBands: what lies whole under another band is not drawn, and what
// shows at its side, at its corners or through it is.
func TestCoveredBands(t *testing.T) {
	solid, clear := color.Gray{0x80}, color.NRGBA{0x80, 0x80, 0x80, 0x40}
	below := band{solid, 10, 10, 100, 20, 2}
	for name, c := range map[string]struct {
		above band
		left  int
	}{
		"the same place":  {band{solid, 10, 10, 100, 20, 2}, 1},
		"a larger one":    {band{solid, 5, 10, 200, 20, 2}, 1},
		"a shorter one":   {band{solid, 10, 10, 90, 20, 2}, 2},
		"a rule under it": {band{solid, 10, 27, 100, 2, 0}, 2},
		"rounder corners": {band{solid, 10, 10, 100, 20, 8}, 2},
		"a clear one":     {band{clear, 10, 10, 100, 20, 2}, 2},
	} {
		var bs bands
		bs.add(below)
		bs.add(c.above)
		if len(bs) != c.left || bs[len(bs)-1] != c.above {
			t.Errorf("%s: %d bands are left, want %d with it on top", name, len(bs), c.left)
		}
	}
}
