package page

import "strings"

// Paper is a size of sheet, in points.
type Paper struct {
	Name string // "a4" or "letter", as in briefing.Details
	W, H float64
}

// The papers a page can be laid out on.
var (
	A4     = Paper{"a4", 595.28, 841.89} // ISO 216: 210 × 297 mm
	Letter = Paper{"letter", 612, 792}   // ANSI: 8.5 × 11 in
)

// PaperNamed returns the paper with the name, whatever its case. A4 stands in
// for a name it does not know, as it is the default of Details.
func PaperNamed(name string) Paper {
	if strings.EqualFold(name, Letter.Name) {
		return Letter
	}
	return A4
}
