package ingest

import "example.org/attache/briefing"

// Shared returns how much of the shorter of two articles stands in the other
// too, 0 to 1, by the words in rows of three. From SameStory on they are
// copies of one story.
func Shared(a, b *briefing.Article) float64 { return 0 }

// SameStory is the least Shared of two articles that copy one another: edited
// copies measure .92 and more, unrelated articles .31 and less.
const SameStory = 0.6

// Fingerprint returns a sketch of the article's words to find candidates for
// Shared among many articles.
func Fingerprint(a *briefing.Article) []uint64 { return nil }
