package app

import (
	"context"
	"errors"

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
	Missing    []rune  // characters that no font of the page has
}

// Preview lays a briefing out. The page is the very one Export writes. It
// fails with briefing.ErrNoFit, and a page nevertheless, if pinned and locked
// lines alone are too long.
func (a *App) Preview(ctx context.Context, b briefing.Briefing) (Preview, error) {
	return Preview{}, errors.ErrUnsupported
}
