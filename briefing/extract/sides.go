package extract

import "example.org/attache/briefing"

// takeSides finds whom every person stands for.
func takeSides(d *document) {}

// sideNamed returns the side that the words name: "Mexican" and "Mexico City"
// give Mexico, "the European Commission" the European Union; "" if none.
func (d *document) sideNamed(words string) (string, briefing.SideKind) { return "", "" }

// Names returns every form under which a text may name a side: "Mexico" gives
// "Mexico", "Mexican", "Mexico City" and so on. A side that the lexicons do not
// know goes by its own name alone.
func Names(side string) []string { return []string{side} }
