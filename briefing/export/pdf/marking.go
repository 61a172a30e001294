package pdf

import (
	"strings"

	"example.org/attache/briefing/page"
)

// marking returns the marking and the TLP label as they are printed at the
// top of the page, to stand in the metadata too: "DESK USE TLP:GREEN", or "".
func (d *document) marking() string {
	var words []string
	for _, r := range d.page.Runs {
		if r.Part == page.MarkingPart || r.Part == page.TLPPart {
			words = append(words, r.Text)
		} else if len(words) > 0 {
			break // the one at the foot says the same
		}
	}
	return metaText(strings.Join(strings.Fields(strings.Join(words, " ")), " "))
}
