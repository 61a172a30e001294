package page

import (
	"cmp"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"example.org/attache/briefing"
)

// TestFitAlways is the promise of one page on random briefings of every shape.
func TestFitAlways(t *testing.T) {
	count := 10_000
	if testing.Short() {
		count = 500
	}
	const workers = 4
	for w := range workers {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			l, err := NewLayouter()
			if err != nil {
				t.Fatal(err)
			}
			held, full := 0, 0
			for seed := w; seed < count; seed += workers {
				r := rand.New(rand.NewPCG(uint64(seed), 1))
				b := randomBriefing(r, []int{2, 6, 12, 30}[seed/workers%4]) // every worker has all sizes
				paper := A4
				if seed%3 == 0 {
					paper = Letter
				}
				p, h, err := l.Fit(b, paper)
				checkFit(t, b, paper, p, h, err)
				if t.Failed() {
					t.Fatalf("seed %d", seed)
				}
				if len(h.Lines) > 0 {
					held++
				}
				if err != nil {
					full++
				}
			}
			t.Logf("%d briefings, %d with lines held back, %d too long when pinned", count/workers, held, full)
		})
	}
}

// checkFit checks everything that Fit promises.
func checkFit(t *testing.T, b briefing.Briefing, paper Paper, p *Page, h Held, err error) {
	t.Helper()
	if err != nil {
		if !errors.Is(err, briefing.ErrNoFit) {
			t.Errorf("Fit: %v", err)
		}
		if h.Excess <= 0 {
			t.Errorf("Fit failed with excess %g, want more than 0", h.Excess)
		}
		return
	}
	if h.Used > 1.0001 {
		t.Errorf("page used %.3f, want at most 1", h.Used)
	}
	checkInside(t, p, paper)
	checkOverlap(t, p)
	checkAccount(t, b, p, h)
	checkOrder(t, b, h)
}

// checkInside checks that everything drawn is inside the margins.
func checkInside(t *testing.T, p *Page, paper Paper) {
	t.Helper()
	const slack = .01
	inside := func(r Rect) bool {
		return r.X >= marginX-slack && r.X+r.W <= paper.W-marginX+slack && r.Y >= marginY-slack && r.Y+r.H <= paper.H-marginY+slack
	}
	for _, r := range p.Runs {
		if box := inkBox(r); !inside(box) {
			t.Errorf("text %q at %.1f–%.1f, %.1f–%.1f is outside the margins", r.Text, box.X, box.X+box.W, box.Y, box.Y+box.H)
			return
		}
	}
	for _, r := range p.Rects {
		if !inside(r) {
			t.Errorf("rule %+v is outside the margins", r)
		}
	}
	for _, r := range p.Boxes {
		if !inside(r.Rect) {
			t.Errorf("box of line %s %+v is outside the margins", r.Line, r.Rect)
		}
	}
}

// inkBox is roughly what a run's letters cover, from capital height to below
// the base line.
func inkBox(r Run) Rect { return Rect{X: r.X, Y: r.Y - .7*r.Size, W: r.W, H: .85 * r.Size} }

// checkOverlap checks that no text stands on other text, and no line's box on
// another's.
func checkOverlap(t *testing.T, p *Page) {
	t.Helper()
	var ink []Rect
	for _, r := range p.Runs {
		ink = append(ink, inkBox(r))
	}
	if i, j, found := overlap(ink); found {
		t.Errorf("text %q and %q overlap: %+v %+v", p.Runs[i].Text, p.Runs[j].Text, ink[i], ink[j])
	}
	var boxes []Rect
	for _, b := range p.Boxes {
		boxes = append(boxes, b.Rect)
	}
	if i, j, found := overlap(boxes); found && p.Boxes[i].Line != p.Boxes[j].Line {
		t.Errorf("boxes of lines %s and %s overlap: %+v %+v", p.Boxes[i].Line, p.Boxes[j].Line, boxes[i], boxes[j])
	}
}

func overlap(boxes []Rect) (i, j int, found bool) {
	order := make([]int, len(boxes))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(boxes[a].Y, boxes[b].Y) })
	const slack = .05
	for k, i := range order {
		a := boxes[i]
		for _, j := range order[k+1:] {
			b := boxes[j]
			if b.Y > a.Y+a.H-slack {
				break
			}
			if a.X < b.X+b.W-slack && b.X < a.X+a.W-slack && a.W > slack && b.W > slack {
				return i, j, true
			}
		}
	}
	return 0, 0, false
}

// checkAccount checks that every line is on the page or accounted for, once.
func checkAccount(t *testing.T, b briefing.Briefing, p *Page, h Held) {
	t.Helper()
	on := map[briefing.LineID]bool{}
	for _, box := range p.Boxes {
		on[box.Line] = true
	}
	for _, l := range b.Lines() {
		places := []bool{on[l.ID], slices.Contains(h.Lines, l.ID), slices.Contains(h.Unverified, l.ID), l.Status == briefing.LeftOut}
		n := 0
		for _, there := range places {
			if there {
				n++
			}
		}
		if n != 1 {
			t.Errorf("line %s: on page, held, unverified, left out = %v; want exactly one", l.ID, places)
			return
		}
		if (l.Pinned || l.Locked) && places[1] {
			t.Errorf("line %s is pinned or locked, and held back", l.ID)
		}
	}
}

// checkOrder checks that the lowest ranked lines went, and in that order.
func checkOrder(t *testing.T, b briefing.Briefing, h Held) {
	t.Helper()
	if len(h.Lines) == 0 {
		return
	}
	b = rankByLimits(b) // lines over their section's limit go first
	title, _ := b.Labelled(briefing.TitleLabel)
	last := math.Inf(-1)
	for _, id := range h.Lines {
		l, _, _, _ := b.Find(id)
		if l.Label == briefing.TitleLabel || l.Possible() {
			continue // the possible ones wait whatever else goes
		}
		if l.Rank < last {
			t.Errorf("line %s of rank %g was held back after one of rank %g", id, l.Rank, last)
		}
		last = l.Rank
	}
	for _, l := range b.Lines() {
		if l.Possible() && !b.Details.VerifiedOnly && !slices.Contains(h.Lines, l.ID) {
			t.Errorf("line %s is only possible, and not held back", l.ID)
		}
		if l.Rank < last && !l.Pinned && !l.Locked && l.ID != title.ID && l.Label != briefing.TitleLabel && l.OnPage() &&
			!slices.Contains(h.Lines, l.ID) && !slices.Contains(h.Unverified, l.ID) {
			t.Errorf("line %s of rank %g stayed, one of rank %g was held back", l.ID, l.Rank, last)
		}
	}
}
