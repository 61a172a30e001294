package page

import "math"

// breakLines returns where to break words into lines of the given measure:
// the index after the last word of each line. It looks at the whole paragraph
// (Knuth and Plass 1981, for a ragged right edge): the fewest lines, and among
// those the least sum of squared slack and penalties. The last line may be
// short, but not a lone word; with balance it counts as any other, for
// headlines.
func breakLines(words []word, measure float64, balance bool) []int {
	n := len(words)
	if n == 0 {
		return nil
	}
	// A line is worth more than any raggedness, so the number of lines is
	// the least possible and the height of a page is predictable.
	const lineCost = 100
	best := make([]float64, n+1)
	from := make([]int, n+1)
	for i := 1; i <= n; i++ {
		best[i] = math.Inf(1)
	}
	for i := range n {
		width := 0.0
		for j := i; j < n; j++ {
			width += words[j].w
			if width > measure+epsilon && j > i {
				break
			}
			slack := max(0, measure-width) / measure
			cost := lineCost + slack*slack + words[j].penalty
			if j == n-1 {
				cost = lineCost
				switch {
				case balance:
					cost += slack * slack
				case i > 0 && i == j:
					cost += lonePenalty
				}
				if short := shortTail - width/measure; i > 0 && short > 0 {
					cost += 2 * short * short
				}
			}
			if best[i]+cost < best[j+1] {
				best[j+1], from[j+1] = best[i]+cost, i
			}
			width += words[j].space
		}
	}
	var ends []int
	for e := n; e > 0; e = from[e] {
		ends = append(ends, e)
	}
	for i, j := 0, len(ends)-1; i < j; i, j = i+1, j-1 {
		ends[i], ends[j] = ends[j], ends[i]
	}
	return ends
}

const (
	epsilon     = 1e-6 // points, for sums of floats
	lonePenalty = 0.1  // of a last line that is one word or very short
	shortTail   = 0.3  // of the measure: shorter last lines look like mistakes
)
