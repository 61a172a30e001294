// Package compose makes a briefing of the findings of one or several
// articles: what several articles tell is one line with all its references,
// lines are ranked, and a later composition is merged into an edited briefing
// without touching what the analyst settled.
//
// It owns merging, conflicts, ranking and the choice of words among those
// found. It does not find anything itself and knows no layout.
package compose
