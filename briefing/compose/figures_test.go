package compose

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestFigures holds the reading of figures beside an expression that says the
// same, over texts thrown together from what they are made of.
func TestFigures(t *testing.T) {
	figure := regexp.MustCompile(`\p{N}+(?:[.,:/-]\p{N}+)*|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|twenty|thirty|forty|fifty|sixty|` +
		`hundreds?|thousands?|million|billion|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b`)
	pieces := strings.Split("2|7|19|1,200|.|,|:|/|-| | |_|may|May|two|hundreds|hundredss|Sarn|é|٣|½|\x80|friday|day|ten|often", "|")
	r, hits := rand.New(rand.NewPCG(3, 4)), 0
	for range 20000 {
		var text strings.Builder
		for range r.IntN(9) {
			text.WriteString(pieces[r.IntN(len(pieces))])
		}
		want := figure.FindAllString(strings.ToLower(text.String()), -1)
		slices.Sort(want)
		want = slices.Compact(want)
		if got := figures(text.String()); !slices.Equal(got, want) {
			t.Fatalf("figures of %q are %q, want %q", text.String(), got, want)
		}
		hits += len(want)
	}
	if hits < 10000 {
		t.Errorf("only %d figures", hits)
	}
}
