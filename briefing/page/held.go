package page

import "example.org/attache/briefing"

// Held tells what Fit did to get the briefing on one page.
type Held struct {
	// Lines are the lines held back, lowest rank first: those that are only
	// possible (briefing.Line.Possible), then those for which there was no
	// room, in the order in which they went. They are kept, not printed.
	Lines []briefing.LineID
	// Unverified are the lines kept off the page by Details.VerifiedOnly, in
	// page order.
	Unverified []briefing.LineID
	// Fill is the share of the page that all lines need at the airiest
	// setting: 0.71 is a page with room, over 1 is one that had to be
	// tightened or cut. It is exact up to about 3.
	Fill float64
	// Used is the share of the page that is used by what is on it; over 1
	// only with ErrNoFit.
	Used float64
	// Density is the setting chosen, 0 (10.4 pt text) to 5 (8.5 pt).
	Density int
	// Excess is by how many points pinned and locked lines alone overrun the
	// page; 0 unless Fit fails with ErrNoFit.
	Excess float64
	// Missing are the characters on the page that no face has, sorted. Each
	// is printed as a lozenge, and still there for whoever copies the text.
	Missing []rune
}
