// Package copies tells how much two articles share: whether they are copies of
// one story, and where. It does not store what it finds, and reads no files.
package copies

import (
	"slices"
	"strings"
	"unicode"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest/letters"
)

// SameStory is the least Shared of two articles that copy one another: edited
// copies measure .92 and more, unrelated articles .31 and less.
const SameStory = 0.6

// Shared returns how much of the shorter of two articles stands in the other
// too, 0 to 1: the part of its rows of three words (the containment of
// Broder, "On the resemblance and containment of documents", 1997). Furniture
// does not count. From SameStory on the articles are copies of one story.
func Shared(a, b *briefing.Article) float64 {
	x, y := rows(a), rows(b)
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	both := 0
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] == y[j]:
			both, i, j = both+1, i+1, j+1
		case x[i] < y[j]:
			i++
		default:
			j++
		}
	}
	return float64(both) / float64(min(len(x), len(y)))
}

// The size of a fingerprint: one row in sampling, but at least MinFingerprint,
// as many as a short notice needs, and at most as many as are worth storing.
const (
	sampling       = 16
	MinFingerprint = 16
	MaxFingerprint = 1024
)

// Fingerprint returns a sketch of the article's words, sorted and each once:
// those hashes of its rows of three words that fall below a fixed bound.
// Articles that share text share numbers in about the same part, whatever
// their lengths, so the candidates for Shared are the articles that have a
// few numbers in common. An article of 800 words has about 50. The numbers
// may be stored: they do not change between runs and systems.
func Fingerprint(a *briefing.Article) []uint64 {
	all := rows(a) // sorted: the smallest come first
	n, _ := slices.BinarySearch(all, ^uint64(0)/sampling)
	n = min(max(n, MinFingerprint), MaxFingerprint, len(all))
	return slices.Clone(all[:n])
}

// rows returns the hashes of an article's rows of three words, sorted and
// each once.
func rows(a *briefing.Article) []uint64 {
	var words, all []uint64
	for _, p := range a.Paragraphs {
		if p.Kind == briefing.Furniture {
			continue
		}
		for w := range strings.FieldsFuncSeq(p.Of(a.Text), func(r rune) bool { return !letters.Readable(r) }) {
			words = append(words, hashWord(w))
		}
	}
	for i := 2; i < len(words); i++ {
		all = append(all, mix(words[i-2]*3+mix(words[i-1]*5+mix(words[i]))))
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// hashWord is FNV-1a of the word in lower case.
func hashWord(w string) uint64 {
	h := uint64(14695981039346656037)
	for _, r := range w {
		h = (h ^ uint64(unicode.ToLower(r))) * 1099511628211
	}
	return h
}

// mix is the finaliser of MurmurHash3: every bit of h changes about half the
// bits of the result.
func mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
