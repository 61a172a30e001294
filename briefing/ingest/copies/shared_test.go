package copies_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"example.org/attache/briefing"
	"example.org/attache/briefing/ingest"
	"example.org/attache/briefing/ingest/copies"
)

// Article returns an article of the given text.
func article(t testing.TB, text string) *briefing.Article {
	a, _, err := ingest.Read("a.txt", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// story returns a text of n sentences, the same for the same seed.
func story(seed uint64, n int) []string {
	r := rand.New(rand.NewPCG(seed, 1))
	var all []string
	for range n {
		var words []string
		for range 10 + r.IntN(10) {
			words = append(words, fmt.Sprintf("w%d", r.IntN(3000)))
		}
		all = append(all, strings.Join(words, " ")+".")
	}
	return all
}

func TestShared(t *testing.T) {
	long := story(1, 60)
	edited := slices.Clone(long)
	for i := 0; i < len(edited); i += 10 {
		edited[i] = strings.Replace(edited[i], " ", " reportedly ", 1)
	}
	text := strings.Join(long, " ")
	for _, tt := range []struct {
		name, a, b string
		same       bool
	}{
		{"itself", text, text, true},
		{"in capitals and other marks", text, strings.ToUpper(strings.ReplaceAll(text, ".", " –")), true},
		{"edited", text, strings.Join(edited, " "), true},
		{"cut down to a fifth", text, strings.Join(long[:12], " "), true},
		{"with as much added", text, strings.Join(append(story(2, 60), long...), "\n\n"), true},
		{"another story", text, strings.Join(story(3, 60), " "), false},
		{"one sentence in common", text, strings.Join(append(story(4, 30), long[7]), " "), false},
		{"too short to tell", "Two words", "Two words", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, b := article(t, tt.a), article(t, tt.b)
			got := copies.Shared(a, b)
			if (got >= copies.SameStory) != tt.same || got != copies.Shared(b, a) {
				t.Errorf("Shared = %.2f and %.2f, want both the same and same story: %v", got, copies.Shared(b, a), tt.same)
			}
			x, y := copies.Fingerprint(a), copies.Fingerprint(b)
			both := 0
			for _, n := range x {
				if _, found := slices.BinarySearch(y, n); found {
					both++
				}
			}
			if part := float64(both) / float64(max(1, min(len(x), len(y)))); tt.same && part < 0.3 {
				t.Errorf("fingerprints of one story share %d of %d and %d", both, len(x), len(y))
			}
			if words := min(len(strings.Fields(tt.a)), len(strings.Fields(tt.b))); tt.same && !copies.MayCopy(both, words) {
				t.Errorf("%d numbers in common of %d words are too few for a copy", both, words)
			}
		})
	}
}

func TestFingerprintStaysTheSame(t *testing.T) {
	// Libraries keep fingerprints: a change of these numbers orphans them.
	got := copies.Fingerprint(article(t, "The ministers met on Monday."))
	want := []uint64{0x98e9a30d0df56626, 0xb55e83ce14631cd0, 0xe1730cd63e5179c7}
	if !slices.Equal(got, want) {
		t.Errorf("Fingerprint = %#v, want %#v", got, want)
	}
}

func TestFingerprintIsSmall(t *testing.T) {
	for sentences, most := range map[int]int{3: 60, 60: 100, 5_000: copies.MaxFingerprint} {
		n := len(copies.Fingerprint(article(t, strings.Join(story(5, sentences), " "))))
		if n < copies.MinFingerprint || n > most {
			t.Errorf("%d sentences: %d numbers, want %d to %d", sentences, n, copies.MinFingerprint, most)
		}
	}
}

func TestMayCopy(t *testing.T) {
	for _, tt := range []struct {
		common, words int
		want          bool
	}{{0, 30, false}, {1, 60, true}, {2, 500, false}, {6, 500, true}, {7, 800, false}, {20, 800, true}, {100, 1_000_000, false}, {300, 1_000_000, true}} {
		if got := copies.MayCopy(tt.common, tt.words); got != tt.want {
			t.Errorf("MayCopy(%d, %d) = %v", tt.common, tt.words, got)
		}
	}
}

func BenchmarkShared(b *testing.B) {
	x, y := article(b, strings.Join(story(1, 60), " ")), article(b, strings.Join(story(2, 60), " "))
	for b.Loop() {
		copies.Shared(x, y)
	}
}
