package page

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sort"
	"sync"

	"example.org/attache/briefing"
)

// Layouter fits briefings on pages and remembers what it has set, so that a
// briefing that changed in one line is laid out in a fraction of the time. It
// is safe for concurrent use, and its memory is bounded.
type Layouter struct {
	mu sync.Mutex
	l  *layouter
}

// NewLayouter returns a Layouter with nothing remembered. It fails only if the
// built-in fonts do not read.
func NewLayouter() (*Layouter, error) {
	f, err := loadFaces()
	if err != nil {
		return nil, fmt.Errorf("load fonts: %w", err)
	}
	return &Layouter{l: &layouter{shaper: newShaper(f), set: map[string]*setting{}}}, nil
}

var shared = sync.OnceValues(NewLayouter)

// Fit lays b out on one sheet of paper. It takes the airiest of six settings
// that fits. If none does, it holds back lines, lowest rank first, but no
// pinned or locked one; it never shortens a line. Lines over the limit of their
// section go first, and a line that is longer than a whole page
// before all others. If pinned and locked lines
// alone are too long it fails with briefing.ErrNoFit, and Held.Excess tells by
// how much.
func Fit(b briefing.Briefing, paper Paper) (*Page, Held, error) {
	l, err := shared()
	if err != nil {
		return nil, Held{}, err
	}
	return l.Fit(b, paper)
}

// Fit is the function Fit, with the memory of l.
func (l *Layouter) Fit(b briefing.Briefing, paper Paper) (*Page, Held, error) {
	b = rankByLimits(b)
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.l.fit(prepare(b), paper)
}

// A layout that overruns is measured for so many sheets and then stops: Fill
// and Excess are right up to there, and no briefing takes long.
const (
	fillSheets   = 3
	excessSheets = 8
)

func (l *layouter) fit(c *content, paper Paper) (*Page, Held, error) {
	held := Held{Unverified: c.unverified, Lines: slices.Clone(c.possible)}
	last := len(densities) - 1
	s := l.lay(c, paper, densities[0], fillSheets*paper.H)
	held.Fill = s.used()
	if !s.fits() {
		s, held.Density = l.tighten(c, paper)
	}
	if !s.fits() {
		var lines []*line
		s, lines = l.holdBack(c, paper, densities[last])
		for _, h := range lines {
			held.Lines = append(held.Lines, h.ID)
		}
	}
	if held.Density > 0 && s.fits() {
		s = l.loosen(c, paper, densities[held.Density], s)
	}
	held.Used = s.used()
	if !s.fits() {
		s = l.lay(c, paper, densities[last], excessSheets*paper.H)
		held.Used, held.Excess = s.used(), s.bottom-s.footY
		return nil, held, fmt.Errorf("fit %d lines on %s, %.0f points too long: %w",
			len(c.lines)-len(held.Lines)+len(c.possible), paper.Name, held.Excess, briefing.ErrNoFit)
	}
	held.Missing = s.missing()
	return s.page(), held, nil
}

// tighten returns the sheet at the airiest density that fits, or at the
// tightest one if none does.
func (l *layouter) tighten(c *content, paper Paper) (*sheet, int) {
	last := len(densities) - 1
	tightest := l.lay(c, paper, densities[last], paper.H)
	if !tightest.fits() {
		return tightest, last
	}
	for i := 1; i < last; i++ {
		if s := l.lay(c, paper, densities[i], paper.H); s.fits() {
			return s, i
		}
	}
	return tightest, last
}

// loosen gives the room that is left on a tightened sheet to the space between
// its parts, which grows by up to half.
func (l *layouter) loosen(c *content, paper Paper, d density, s *sheet) *sheet {
	const most = .5
	wide := d
	wide.gap *= 1 + most
	w := l.lay(c, paper, wide, paper.H)
	if w.fits() {
		return w
	}
	// Only spaces change, so the height is a straight line between the two.
	left, grown := s.footY-s.bottom, (w.bottom-w.footY)-(s.bottom-s.footY)
	d.gap *= 1 + most*max(0, left-1)/grown
	if w = l.lay(c, paper, d, paper.H); w.fits() {
		return w
	}
	return s
}

// holdBack returns the sheet with as few lines held back as it takes, and
// those lines, lowest rank first. If holding back all it may is not enough,
// the sheet does not fit.
func (l *layouter) holdBack(c *content, paper Paper, d density) (*sheet, []*line) {
	order := heldOrder(c)
	lay := func(n int) *sheet {
		for i, h := range order {
			h.held = i < n
		}
		return l.lay(c, paper, d, paper.H)
	}
	hopeless := func(x *line) bool {
		if len(x.Text)+len(x.Title) < longLine {
			return false
		}
		for _, h := range order {
			h.held = h != x
		}
		return !l.lay(c, paper, d, paper.H).fits()
	}
	slices.SortStableFunc(order, putFirst(order, hopeless))
	n := sort.Search(len(order), func(n int) bool { return lay(n).fits() })
	return lay(n), order[:n]
}

// longLine is the length in bytes from which a line is tried by itself: it
// takes about a third of a sheet.
const longLine = 2_500

// putFirst orders the lines that are too long for a page of their own before
// all others: whatever their rank, keeping them would empty the page.
func putFirst(lines []*line, first func(*line) bool) func(a, b *line) int {
	rank := map[*line]int{}
	for _, l := range lines {
		if first(l) {
			rank[l] = -1
		}
	}
	return func(a, b *line) int { return rank[a] - rank[b] }
}

// heldOrder returns the lines that may be held back in the order in which they
// go: lowest rank first, of equal ones the later first. The headline goes
// last.
func heldOrder(c *content) []*line {
	var order []*line
	for _, l := range c.lines {
		if !l.Pinned && !l.Locked {
			order = append(order, l)
		}
	}
	rank := func(l *line) float64 {
		if l.section == briefing.MeetingSection && l.Label == briefing.TitleLabel {
			return math.Inf(1)
		}
		return l.Rank
	}
	slices.SortFunc(order, func(a, b *line) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), b.order-a.order)
	})
	return order
}

func (s *sheet) fits() bool { return s.bottom <= s.footY+epsilon && !s.tooLong() }

// tooLong reports whether a paragraph was too long to be set at all.
func (s *sheet) tooLong() bool {
	return slices.ContainsFunc(s.placed, func(p placement) bool { return p.set.tooLong })
}

// used returns the share of the sheet between its margins that is used.
func (s *sheet) used() float64 {
	room := s.paper.H - 2*marginY
	return (room + s.bottom - s.footY) / room
}

// missing returns the characters that no face has, sorted.
func (s *sheet) missing() []rune {
	var all []rune
	for _, p := range s.placed {
		all = append(all, p.set.missing...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
