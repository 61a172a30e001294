package seating

import (
	"testing"

	"example.org/attache/briefing/extract/mention"
)

func TestWhoMaySitElsewhereIsDoubtful(t *testing.T) {
	for _, c := range []struct {
		about      string
		sure, side float64
		want       bool
	}{
		{"surely there, side beside the name", .95, besideName, false},
		{"just likely there, side beside the name", Takes, besideName, false},
		{"surely there, side a guess", .95, .4, true},
		{"just likely there, side carried over in a list", Takes, .64, true},
		{"surely there, no side found", .95, 0, true},
	} {
		if got := doubtful(&mention.Person{SideSure: c.side}, c.sure); got != c.want {
			t.Errorf("%s: doubtful is %v, want %v", c.about, got, c.want)
		}
	}
}
