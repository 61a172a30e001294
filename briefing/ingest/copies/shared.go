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
// too, 0 to 1. From SameStory on they are copies of one story.
func Shared(a, b *briefing.Article) float64 { return RowsOf(a).Shared(RowsOf(b)) }

// Rows are the rows of three words of an article, as hashes, sorted and each
// once. Furniture does not count.
type Rows []uint64

// Shared returns the part of the rows of the shorter of two articles that the
// other has too, 0 to 1 (the containment of Broder, "On the resemblance and
// containment of documents", 1997).
func (r Rows) Shared(with Rows) float64 {
	if len(r) == 0 || len(with) == 0 {
		return 0
	}
	both := 0
	for i, j := 0, 0; i < len(r) && j < len(with); {
		switch {
		case r[i] == with[j]:
			both, i, j = both+1, i+1, j+1
		case r[i] < with[j]:
			i++
		default:
			j++
		}
	}
	return float64(both) / float64(min(len(r), len(with)))
}

// The size of a fingerprint: one row in sampling, but at least MinFingerprint,
// as many as a short notice needs, and at most as many as are worth storing.
const (
	sampling       = 16
	MinFingerprint = 16
	MaxFingerprint = 1024
)

// Fingerprint is Fingerprint of the article's rows.
func Fingerprint(a *briefing.Article) []uint64 { return RowsOf(a).Fingerprint() }

// Fingerprint returns a sketch of the rows, sorted and each once: those that
// fall below a fixed bound. Articles that share text share numbers in about
// the same part, whatever their lengths, so the candidates for Shared are the
// articles that have a few numbers in common. An article of 800 words has
// about 50. The numbers may be stored: they do not change between runs and
// systems.
func (r Rows) Fingerprint() []uint64 {
	n, _ := slices.BinarySearch(r, ^uint64(0)/sampling) // sorted: the smallest come first
	n = min(max(n, MinFingerprint), MaxFingerprint, len(r))
	return slices.Clone(r[:n])
}

// MayCopy reports whether two articles can be copies of one story if their
// fingerprints have so many numbers in common and the shorter one has so many
// words. A quarter of what copies have is enough: numbers are a sample, and
// furniture may be counted among the words.
func MayCopy(common, words int) bool {
	return float64(4*common*sampling) >= SameStory*float64(min(words, sampling*MaxFingerprint))
}

// RowsOf returns the rows of an article.
func RowsOf(a *briefing.Article) Rows {
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
