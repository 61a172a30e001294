package store

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The short way to cut a word gives what the long way gives.
func TestPlainWordIsCutAsAnyOther(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	parts := []string{"a", "b", "cease", "fire", "A", "U", ".", ",", "-", "'", "’", " ", "\n", "1", "200", "é", "‐", "中", "\u00ad", "s", "re", "Z", "(", "xy", strings.Repeat("q", longest+9)}
	short := 0
	for range 20_000 {
		var b strings.Builder
		for range 1 + r.IntN(8) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		text := b.String()
		plain := cutter{text: text}
		got, ok := plain.plain()
		if !ok {
			continue
		}
		short++
		whole := cutter{text: text}
		if diff := cmp.Diff(whole.word(), got, cmp.AllowUnexported(token{})); diff != "" || plain.at != whole.at || len(whole.rest) > 0 {
			t.Fatalf("%q is cut to %d the short way, to %d the long way (-long +short):\n%s", text, plain.at, whole.at, diff)
		}
	}
	if short < 1000 {
		t.Errorf("only %d words were cut the short way", short)
	}
}
