package compose

import (
	"math"

	"example.org/attache/briefing"
)

// The ranks of sections, 0 to 1: what a reader would miss most stays longest
// when the page is full. Within a section earlier lines rank higher, and a
// rule that is less sure ranks lower.
const (
	headerRank    = 1.00
	bottomRank    = 0.98
	memberRank    = 0.85
	headBonus     = 0.08
	agreementRank = 0.80
	agendaRank    = 0.65
	quoteRank     = 0.55
	positionRank  = 0.50
)

// possible stands for the confidence of what is likelier wrong than right.
const possible = -1

func ranked(lines []briefing.Line, base float64) []briefing.Line {
	for i := range lines {
		lines[i].Rank = rankIn(base, i, lines[i])
	}
	return lines
}

// rankIn places a line within its section's band: up to 0.10 by how sure its
// rule is, less 0.01 for each line before it, but not more than 0.15.
func rankIn(base float64, index int, l briefing.Line) float64 {
	if l.Rank < 0 {
		return briefing.PossibleRank
	}
	return round(base + 0.10*min(l.Rank, 1) - min(0.01*float64(index), 0.15))
}

// round keeps ranks to thousandths, as they are read in exports.
func round(rank float64) float64 { return math.Round(rank*1000) / 1000 }
