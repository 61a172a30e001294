package pdf

import (
	"strings"
	"testing"

	"example.org/attache/briefing/ingest/letters"
)

// FuzzLayout puts any lines on pages: no letter may be lost.
func FuzzLayout(f *testing.F) {
	f.Add("The two ministers met in Strel-\nsau on Wednesday.\n1 See below.", []byte{1, 2, 3, 4, 5, 6, 7, 8, 9})
	f.Add("a\nb\nc\nd", []byte{0, 255, 0, 255})
	f.Fuzz(func(t *testing.T, text string, places []byte) {
		at := func(i int) float64 {
			if len(places) == 0 {
				return 0
			}
			return float64(places[i%len(places)])
		}
		pages := []page{{top: 255, right: 255}}
		all := 0
		for i, s := range strings.Split(strings.ToValidUTF8(text, ""), "\n") {
			p := &pages[len(pages)-1]
			p.lines = append(p.lines, row{text: s, x0: at(4 * i), x1: at(4*i) + at(4*i+1), base: at(4*i + 2), height: at(4*i+3) / 8,
				first: 10, bold: i%5 == 0, broken: i%7 == 3, turned: i%11 == 10, page: len(pages) - 1})
			for _, r := range s {
				if letters.Readable(r) {
					all++
				}
			}
			if i%9 == 8 {
				pages = append(pages, page{top: 255, right: 255})
			}
		}
		lay := layPages(pages)
		blocks, _ := lay.blocks()
		got := 0
		for _, b := range blocks {
			got += letters.Count(b.Text)
		}
		if got != all {
			t.Errorf("%d of %d letters of %q are left", got, all, text)
		}
	})
}
