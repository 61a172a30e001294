package app

import (
	"context"

	"example.org/attache/briefing"
	"example.org/attache/briefing/page"
)

// Preview is a briefing laid out as it will be exported.
type Preview struct {
	Page *page.Page
	// Held are the lines held back for want of room, lowest rank first.
	Held []briefing.LineID
	// Unverified are the lines kept off the page because nobody has checked
	// them, where the briefing says so.
	Unverified []briefing.LineID
	Fill       float64 // share of one page that all lines need; over 1 had to be tightened or cut
	Used       float64 // share of the page that is used by what is on it
	Density    int     // 0 (airy) to 5 (tight)
	Excess     float64 // points by which pinned and locked lines alone are too long; else 0
	Missing    []rune  // characters that no font of the page has
}

// Preview lays a briefing out. The page is the very one Export writes. If
// pinned and locked lines alone are too long it fails with briefing.ErrNoFit:
// there is no page then, but the rest of the Preview is there.
func (a *App) Preview(ctx context.Context, b briefing.Briefing) (Preview, error) {
	p, held, err := page.Fit(b, page.PaperNamed(b.Details.Paper))
	return Preview{Page: p, Held: held.Lines, Unverified: held.Unverified, Fill: held.Fill, Used: held.Used,
		Density: held.Density, Excess: held.Excess, Missing: held.Missing}, err
}
